"""A checksum of a whole archive in its own comment, so that not one bit of it can change unnoticed.

The comment of the zip is `blesna-sha256:` and 64 hexadecimal digits: the SHA-256 of every byte before the digits.
"""

import hashlib
import re
from typing import IO

from app.store.archive.pouring import PIECE

MARK = b"blesna-sha256:"
DIGITS = 64
LENGTH = len(MARK) + DIGITS
BLANK = MARK + b"0" * DIGITS
"""What stands there until the rest is written."""

_SEAL = re.compile(re.escape(MARK) + rb"[0-9a-f]{64}")


def put_seal(file: IO[bytes]) -> None:
    """Replace the blank at the end of an archive. The file stays open."""
    digits = _digest(file)
    file.seek(-DIGITS, 2)
    file.write(digits)


def has_seal(tail: bytes) -> bool:
    """Tell whether a file that ends so has a seal, right or wrong."""
    return bool(_SEAL.fullmatch(tail[-LENGTH:]))


def is_whole(file: IO[bytes]) -> bool:
    """Tell whether an archive is, to the bit, as it was sealed."""
    digits = _digest(file)
    file.seek(-DIGITS, 2)
    return file.read(DIGITS) == digits


def _digest(file: IO[bytes]) -> bytes:
    left = file.seek(0, 2) - DIGITS
    file.seek(0)
    digest = hashlib.sha256()
    while left > 0 and (piece := file.read(min(PIECE, left))):
        digest.update(piece)
        left -= len(piece)
    return digest.hexdigest().encode()
