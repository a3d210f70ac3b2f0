"""Remembers the hashes of picture files, so that originals of many megabytes are read for them once and not at every start."""

import hashlib
from pathlib import Path

from app.pdf.filefacts import FileFacts

FILE = "originals.json"


class Fingerprints(FileFacts[str]):
    """Hashes of files by path, size and time. `folder` keeps them between runs; without it only the memory does."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(folder / FILE if folder else None, str)

    def of(self, path: Path) -> str:
        """Return the hash of a file. Raises OSError if it cannot be read."""
        return self.get(path, _digest)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
