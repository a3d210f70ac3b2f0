"""The records at the end of a zip file, read before anything else is: how many entries it claims, and how much they take.

The standard library reads the whole list of entries at once and takes the records wherever it finds them, with bytes before
and after. Here they must be where a zip that nobody tampered with has them. Source: PKWARE's APPNOTE 6.3, 4.3.14 to 4.3.16.
"""

import struct
from dataclasses import dataclass
from typing import IO

from app.store.archive import seal

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")


@dataclass(frozen=True, slots=True)
class Ending:
    """The list of entries: how many, how many bytes the list takes, and where it begins. `sealed` tells of a seal."""

    entries: int
    size: int
    offset: int
    sealed: bool
    large: bool
    """It is told in the records for large archives (zip64)."""


def ending(file: IO[bytes]) -> Ending | None:
    """Return what the end of a file says, None when it is no whole zip or an unusual one."""
    length = file.seek(0, 2)
    back = min(length, seal.LENGTH + _END.size + _LOCATOR.size + _END_64.size)
    file.seek(length - back)
    tail = file.read(back)
    sealed = seal.has_seal(tail)
    comment = seal.LENGTH if sealed else 0
    start = len(tail) - comment - _END.size
    if start < 0:
        return None
    mark, disk, first, here, entries, size, offset, commented = _END.unpack_from(tail, start)
    if mark != b"PK\5\6" or disk or first or here != entries or commented != comment:
        return None
    found = Ending(entries, size, offset, sealed, large=False)
    before = length - comment - _END.size
    if tail[start - _LOCATOR.size : start].startswith(b"PK\6\7"):
        before -= _LOCATOR.size + _END_64.size
        large = _large(tail[: start - _LOCATOR.size], tail[start - _LOCATOR.size : start], before, sealed)
        if large is None:
            return None
        found = large
    return found if found.offset + found.size == before else None


def _large(tail: bytes, locator: bytes, place: int, sealed: bool) -> Ending | None:
    """Read the zip64 record, which must stand right before its locator."""
    if len(tail) < _END_64.size:
        return None
    _, disk, where, disks = _LOCATOR.unpack(locator)
    record = _END_64.unpack_from(tail, len(tail) - _END_64.size)
    mark, rest, _, _, this, first, here, entries, size, offset = record
    if mark != b"PK\6\6" or rest != _END_64.size - 12 or (disk, disks, this, first) != (0, 1, 0, 0):
        return None
    return Ending(entries, size, offset, sealed, large=True) if here == entries and where == place else None
