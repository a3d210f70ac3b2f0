"""Reading an archive that a stranger made: what is odd about it is refused before a byte is unpacked.

The standard `zipfile` decodes the entries. It never yields more than the size that the list of entries tells, holds little in
memory and checks each entry's sum; what it does not look at (sizes before reading, overlaps, doubled names, links, unusual
methods, bytes around the archive) is looked at here. Streaming libraries that exist trust the local headers instead.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from app.store.archive import names, seal
from app.store.archive.ending import Ending, ending
from app.store.archive.pouring import PIECE
from app.store.archive.refused import RefusedError
from app.store.disk import Disk

BROKEN = "zip-broken"

_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OverflowError,
)  # fmt: skip
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8 = 0x800
_HEADER = 30


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: entries, bytes of their list, and unpacked bytes: `free` of them, or `ratio` × its size."""

    entries: int
    listing: int
    free: int
    ratio: int
    large: bool = False
    """Whether it may use the records for large archives (zip64)."""


class Archive:
    """An opened archive that passed every check of its form. `names` are those of its files."""

    def __init__(self, path: Path, unzipped: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], size: int) -> None:
        self.path = path
        self.size = size
        self._zip = unzipped
        self._entries = entries

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the files, in the order of the archive."""
        return tuple(self._entries)

    def size_of(self, name: str) -> int:
        """Return the size that the archive claims for a file; no more than that is ever read. Raises KeyError."""
        return self._entries[name].file_size

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the content of a file. Raises KeyError, OSError, and RefusedError when it is damaged."""
        try:
            with self._zip.open(self._entries[name]) as file:
                while piece := file.read(PIECE):
                    yield piece
        except _BROKEN as wrong:
            raise RefusedError(BROKEN, str(self.path), file=self.path.name) from wrong

    def read(self, name: str, limit: int) -> bytes:
        """Return the content of a small file. Raises as `pieces` does, and RefusedError when it is larger than allowed."""
        if self.size_of(name) > limit:
            raise RefusedError("zip-too-large", str(self.path), file=self.path.name)
        return b"".join(self.pieces(name))


@contextmanager
def opened(path: Path, limits: Limits, disk: Disk, sealed: bool = False) -> Iterator[Archive]:
    """Open an archive. Raises OSError, and RefusedError where anything about it is not as it should be.

    `sealed` asks for a seal that holds.
    """
    with disk.step("read", lambda: _regular(path)) as file:
        end = ending(file)
        if end is None or (sealed and not (end.sealed and seal.is_whole(file))):
            raise RefusedError(BROKEN, str(path), file=path.name)
        _check_ending(path, end, limits)
        size = file.seek(0, 2)
        with _unzipped(path, file) as unzipped:
            yield Archive(path, unzipped, _checked(path, unzipped.infolist(), end, limits, size), size)


def _unzipped(path: Path, file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _BROKEN as wrong:
        raise RefusedError(BROKEN, str(path), file=path.name) from wrong


def _regular(path: Path) -> IO[bytes]:
    if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe would wait for ever
        raise RefusedError(BROKEN, str(path), file=path.name)
    return path.open("rb")


def _check_ending(path: Path, end: Ending, limits: Limits) -> None:
    if end.entries > limits.entries or end.size > limits.listing:
        raise RefusedError("zip-too-many", str(path), file=path.name, limit=limits.entries)
    if end.large and not limits.large:
        raise RefusedError(BROKEN, str(path), file=path.name)


def _checked(path: Path, listed: list[zipfile.ZipInfo], end: Ending, limits: Limits, size: int) -> dict[str, zipfile.ZipInfo]:
    """Return the files by name. Folders are passed over: nothing is made by an entry's name."""
    if len(listed) != end.entries:
        raise RefusedError(BROKEN, str(path), file=path.name)
    for info in listed:
        _check_entry(path, info)
    doubled = names.twice(info.orig_filename for info in listed)
    if doubled:
        raise RefusedError("zip-name-twice", str(path), file=path.name, name=ascii(doubled))
    if sum(info.file_size for info in listed) > max(limits.free, limits.ratio * size):
        raise RefusedError("zip-too-large", str(path), file=path.name)
    _check_apart(path, listed, end.offset)
    return {info.orig_filename: info for info in listed if not info.is_dir()}


def _check_entry(path: Path, info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    if not names.is_safe(name):
        raise RefusedError("zip-name", str(path), file=path.name, name=ascii(name[:80]))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise RefusedError("zip-link", str(path), file=path.name, name=ascii(name[:80]))
    if info.flag_bits & _ENCRYPTED:
        raise RefusedError("zip-encrypted", str(path), file=path.name)
    if info.compress_type not in _METHODS:
        raise RefusedError("zip-method", str(path), file=path.name, name=ascii(name[:80]))


def _check_apart(path: Path, listed: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse entries that share bytes: a few of those stand for a mountain."""
    free = 0
    for info in sorted(listed, key=lambda info: info.header_offset):
        if info.header_offset < free:
            raise RefusedError(BROKEN, str(path), file=path.name)
        name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
        free = info.header_offset + _HEADER + len(name) + info.compress_size
    if free > end:
        raise RefusedError(BROKEN, str(path), file=path.name)
