"""The place of the clients."""
