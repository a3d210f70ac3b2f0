"""Where the bench keeps what it makes."""

import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(tempfile.gettempdir()) / "blesna-bench"
"""Photographs, proposals and the peers' environment: made once, the same for the same numbers."""
