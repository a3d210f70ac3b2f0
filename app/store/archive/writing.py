"""Writing an archive whose bytes depend on nothing but what is put into it, with little memory."""

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from typing import IO, Self

from app.store.archive import seal
from app.store.archive.listing import Listed

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LARGE = 1 << 31
_SAMPLE = 1 << 16
_MOST = 100
"""What shrinks to less than a hundredth is stored as it is, so that no reader takes it for a bomb."""


class ArchiveWriter:
    """Puts files into a zip that is being written. What does not shrink is stored."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._zip = zipfile.ZipFile(file, "w", allowZip64=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let go of a file that is given up; one that is wanted was closed."""
        if kind:
            with suppress(OSError, ValueError):
                self._zip.close()

    def add(self, name: str, content: Iterable[bytes], size: int) -> Listed:
        """Add a file of about this size, piece by piece; return what went in."""
        pieces = iter(content)
        first = next(pieces, b"")
        info = zipfile.ZipInfo(name, _EPOCH)
        info.create_system = 3
        info.external_attr = (stat.S_IFREG | 0o644) << 16
        info.compress_type = zipfile.ZIP_DEFLATED if _pays(first) else zipfile.ZIP_STORED
        digest, written = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=size >= _LARGE) as entry:
            for piece in chain((first,), pieces):
                digest.update(piece)
                written += len(piece)
                entry.write(piece)
        return Listed(name, written, digest.hexdigest())

    def close(self, sealed: bool = False) -> None:
        """Write the list of entries, and the seal where one is wanted. The file stays open."""
        if sealed:
            self._zip.comment = seal.BLANK
        self._zip.close()
        if sealed:
            seal.put_seal(self._file)


def _pays(first: bytes) -> bool:
    sample = first[:_SAMPLE]
    packed = len(zlib.compress(sample, 1))
    return packed * 10 < len(sample) * 9 and packed * _MOST > len(sample)
