"""The last revision that somebody was told is saved: a log that ends before it was cut off.

It is written after the log was flushed, and not flushed itself: it may be behind, never before.
"""

import hashlib
import re
from pathlib import Path

from app.store.disk import Disk
from app.store.tail import read_from, write_over

_LINE = re.compile(rb"([0-9]{18}) ([0-9a-f]{64})\n")


def read_mark(disk: Disk, path: Path) -> int:
    """Return the revision, 0 when none is known. Raises OSError."""
    match = _LINE.fullmatch(read_from(disk, path, 0))
    return int(match[1]) if match and _digest(match[1]) == match[2] else 0


def write_mark(disk: Disk, path: Path, revision: int) -> None:
    """Remember a revision. What the disk refuses is let go: the next commit tries again."""
    number = b"%018d" % revision
    try:
        write_over(disk, path, number + b" " + _digest(number) + b"\n")
    except OSError:
        return


def _digest(number: bytes) -> bytes:
    return hashlib.sha256(b"mark:" + number).hexdigest().encode()
