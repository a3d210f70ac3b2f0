"""Throws damaged files at everything that reads strangers' files: `python -m tests.fuzz --minutes 10`."""
