"""The SHA-256 of files of any size."""

import hashlib
from pathlib import Path

from app.store.archive.pouring import pieces
from app.store.disk import Disk


def sum_of(path: Path, disk: Disk) -> str:
    """Return the SHA-256 of a file's content. Raises OSError."""
    digest = hashlib.sha256()
    for piece in pieces(disk, path):
        digest.update(piece)
    return digest.hexdigest()
