"""What files are called and how large they may be, known without loading what reads them."""

FILE_NAME = "proposal.json"
"""The file with a proposal, in the proposal's folder."""

LARGEST_FILE = 50_000_000
"""Bytes. A proposal with a thousand sections has less than one megabyte."""
