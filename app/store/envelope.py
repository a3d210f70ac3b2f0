"""What a library file looks like: a checksum around the data, so that no damage goes unnoticed.

The file is one JSON object: `{"schema":1,"revision":12,"sha256":"…","data":{…}}` and a newline. The checksum covers
the schema, the revision and the bytes of the data. This outside never changes, whatever the schema of the inside.
"""

import hashlib
import re
from dataclasses import dataclass
from typing import Any

from app.store.raw import Raw, body_of, data_of, raw_of, tables_of

_HEAD = re.compile(rb'\{"schema":([0-9]{1,9}),"revision":([0-9]{1,18}),"sha256":"([0-9a-f]{64})","data":')
_TAIL = b"}\n"

HEAD_SIZE = 160
"""The head of a file is not longer."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which state of the library a file holds. The revision grows with every commit."""

    schema: int
    revision: int
    sha256: str

    @property
    def token(self) -> str:
        """A short name of this state."""
        return f"{self.revision}-{self.sha256[:16]}"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that verifies: its stamp and its tables."""

    stamp: Stamp
    tables: Raw

    @property
    def data(self) -> dict[str, Any]:
        """The tables, decoded."""
        return data_of(self.tables)


def seal(schema: int, revision: int, data: dict[str, Any]) -> tuple[bytes, Stamp]:
    """Return the bytes of a file and its stamp. Raises TypeError for data that JSON cannot hold."""
    return seal_raw(schema, revision, raw_of(data))


def seal_raw(schema: int, revision: int, tables: Raw) -> tuple[bytes, Stamp]:
    """Do the same with tables of bytes."""
    body = body_of(tables)
    stamp = Stamp(schema, revision, _digest(schema, revision, body))
    return _head(stamp) + body + _TAIL, stamp


def stamp_of(head: bytes) -> Stamp | None:
    """Return the stamp that a file claims to have, None when it has none."""
    match = _HEAD.match(head)
    return Stamp(int(match[1]), int(match[2]), match[3].decode()) if match else None


def unseal(content: bytes) -> Sealed | None:
    """Return what is inside, or None when a single bit is not as it was written."""
    match = _HEAD.match(content)
    stamp = stamp_of(content)
    if not match or not stamp or not content.endswith(_TAIL):
        return None
    body = content[match.end() : -len(_TAIL)]
    if _digest(stamp.schema, stamp.revision, body) != stamp.sha256 or match[0] != _head(stamp):
        return None
    try:
        return Sealed(stamp, tables_of(body))
    except (ValueError, AttributeError):  # sealed by something that is not this program
        return None


def _head(stamp: Stamp) -> bytes:
    return b'{"schema":%d,"revision":%d,"sha256":"%s","data":' % (stamp.schema, stamp.revision, stamp.sha256.encode())


def _digest(schema: int, revision: int, body: bytes) -> str:
    return hashlib.sha256(b"%d:%d:" % (schema, revision) + body).hexdigest()
