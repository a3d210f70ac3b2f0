"""The lines of a journal: what was done to a proposal, when and by whom; each line carries its own check.

A line is `{"check":"0123456789abcdef","entry":{…}}`: the check is the beginning of the SHA-256 of the entry's bytes.
This outside never changes; what is inside an entry of an unknown kind is passed over.
"""

import base64
import datetime
import hashlib
import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import orjson

from app.store.jsonfile import LARGEST_FILE
from app.store.source import digest_of
from app.store.work.patch import Patch

_LINE = re.compile(rb'\{"check":"([0-9a-f]{16})","entry":(.*)\}', re.DOTALL)
_QUICK = 1
"""How hard a whole state is pressed: a large proposal in two milliseconds, to a tenth."""


class Kind(StrEnum):
    """What a line tells."""

    OPENED = "opened"
    SAVED = "saved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    `before` and `after` are SHA-256 digests of the proposal's file; they differ in a saved line only. How `after` is
    reached is told by `patch`, or by `packed`, the whole file; an opened line has that when nothing else leads to it.
    `session` joins the lines from one opening to its closing. `edits` are the names of what was done.
    """

    kind: Kind
    at: datetime.datetime
    who: str
    session: str
    before: str
    after: str
    edits: tuple[str, ...] = ()
    patch: Patch | None = None
    packed: str | None = None

    def state(self) -> bytes | None:
        """Return the whole file that the line holds, None when it holds none or not the one it tells of."""
        try:
            state = _unpacked(base64.b64decode(self.packed)) if self.packed is not None else None
        except (ValueError, zlib.error):
            return None
        return state if state is not None and digest_of(state) == self.after else None


def packed(state: bytes) -> str:
    """Return a whole file as a line holds it."""
    return base64.b64encode(zlib.compress(state, _QUICK)).decode()


def written(entry: Entry) -> bytes:
    """Return the line of an entry, with its end."""
    body: dict[str, Any] = {
        "kind": entry.kind.value,
        "at": entry.at.isoformat(),
        "who": entry.who,
        "session": entry.session,
        "before": entry.before,
        "after": entry.after,
    }
    if entry.edits:
        body["edits"] = entry.edits
    if entry.patch is not None:
        body["patch"] = entry.patch
    if entry.packed is not None:
        body["state"] = entry.packed
    inside = orjson.dumps(body)
    return b'{"check":"%s","entry":%s}\n' % (_check(inside), inside)


def read_line(line: bytes) -> Entry | None:
    """Return the entry of a line, None when a single bit of it is not as it was written or nobody knows its kind."""
    match = _LINE.fullmatch(line)
    if not match or _check(match[2]) != match[1]:
        return None
    try:
        return _entry(orjson.loads(match[2]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _entry(body: Any) -> Entry:
    return Entry(
        kind=Kind(body["kind"]),
        at=datetime.datetime.fromisoformat(body["at"]),
        who=str(body["who"]),
        session=str(body["session"]),
        before=str(body["before"]),
        after=str(body["after"]),
        edits=tuple(str(name) for name in body.get("edits", ())),
        patch=tuple((at, gone, tuple(come)) for at, gone, come in body["patch"]) if "patch" in body else None,
        packed=str(body["state"]) if "state" in body else None,
    )


def _unpacked(packed: bytes) -> bytes:
    """Return a state; one that would be larger than any proposal is refused. Raises ValueError, zlib.error."""
    unpacking = zlib.decompressobj()
    state = unpacking.decompress(packed, LARGEST_FILE)
    if not unpacking.eof:
        raise ValueError
    return state


def _check(inside: bytes) -> bytes:
    return hashlib.sha256(inside).hexdigest()[:16].encode()
