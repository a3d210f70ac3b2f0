"""The place of all proposals."""
