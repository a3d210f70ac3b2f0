"""The variants of the cover."""
