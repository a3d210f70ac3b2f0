"""The log beside a library file: every commit since the file was written, one line each, with a checksum of its own.

A line is `<sha256> <revision> <length> <JSON>`. The checksum covers the revision and the bytes of the JSON. The first
line is about the file that the log continues. JSON holds no line break, so that after a damaged line the next one is found.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson

from app.store.raw import Changed, Raw

_HEAD = re.compile(rb"([0-9a-f]{64}) ([0-9]{1,18}) ([0-9]{1,12}) ")
_BEGUN = re.compile(rb"[0-9a-f]{0,64}|[0-9a-f]{64} [0-9]{0,18}|[0-9a-f]{64} [0-9]{1,18} [0-9]{0,12}")

REMEMBERED = 2_000
"""So many changed records of earlier logs are named in the first line of the next one."""

History: TypeAlias = tuple[tuple[str, Changed], ...]
"""The names of states, each with the records that its commit changed; the oldest first."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a commit changes: the bytes of records by table and id, None for those it takes away; tables that are no more."""

    records: dict[str, dict[str, bytes | None]]
    dropped: frozenset[str] = frozenset()

    @property
    def named(self) -> Changed:
        """The tables and ids of the records."""
        return frozenset((name, key) for name, table in self.records.items() for key in table)

    def applied(self, tables: Raw) -> Raw:
        """Return tables with the changes in them; those that were given stay as they are."""
        after = {name: table for name, table in tables.items() if name not in self.dropped}
        for name, records in self.records.items():
            table = after[name] = dict(after.get(name, {}))
            for key, found in records.items():
                if found is None:
                    table.pop(key, None)
                else:
                    table[key] = found
        return after


def merged(changes: Iterable[Changes]) -> Changes:
    """Return many changes, the oldest first, as one."""
    records: dict[str, dict[str, bytes | None]] = {}
    dropped: set[str] = set()
    for one in changes:
        for name in one.dropped:
            dropped.add(name)
            records.pop(name, None)
        for name, table in one.records.items():
            records.setdefault(name, {}).update(table)
    return Changes(records, frozenset(dropped))


@dataclass(frozen=True, slots=True)
class Frame:
    """A line that verifies; `start` and `end` are where it is in the log."""

    revision: int
    sha256: str
    body: dict[str, Any]
    start: int
    end: int

    @property
    def token(self) -> str:
        """The name of the state after this commit."""
        return f"{self.revision}-{self.sha256[:16]}"

    @property
    def is_head(self) -> bool:
        """Tell whether this line is about the file before the log."""
        return "after" in self.body

    @property
    def schema(self) -> int:
        """The version of the records in it."""
        return int(self.body.get("schema", 0))

    @property
    def changes(self) -> Changes:
        """What the commit changed."""
        records: dict[str, dict[str, bytes | None]] = {
            name: {key: orjson.dumps(document) for key, document in table.items()}
            for name, table in self.body.get("put", {}).items()
        }
        for name, keys in self.body.get("gone", {}).items():
            records.setdefault(name, {}).update(dict.fromkeys(keys))
        return Changes(records, frozenset(self.body.get("dropped", ())))

    @property
    def history(self) -> History:
        """The states that are known from before the log."""
        return tuple((token, frozenset((name, key) for name, key in named)) for token, named in self.body.get("history", ()))


@dataclass(frozen=True, slots=True)
class Log:
    """What was read of a log: the lines that verify, whether there is anything that does not, and where the good part ends.

    Half a line at the very end is no damage: it is a commit that nobody was told of.
    """

    frames: tuple[Frame, ...] = ()
    damaged: bool = False
    end: int = 0

    @property
    def commits(self) -> tuple[Frame, ...]:
        """The commits, the oldest first."""
        return tuple(frame for frame in self.frames if not frame.is_head)


def head_line(revision: int, sha256: str, history: History) -> bytes:
    """Return the first line of a log that continues the file with this revision and checksum."""
    kept: list[tuple[str, list[tuple[str, str]]]] = []
    room = REMEMBERED
    for token, named in reversed(history):
        room -= len(named) + 1
        if room < 0:
            break
        kept.append((token, sorted(named)))
    if history and not kept:
        kept.append((history[-1][0], []))
    return _line(revision, orjson.dumps({"after": sha256, "history": kept[::-1]}))


def commit_line(schema: int, revision: int, changes: Changes) -> bytes:
    """Return the line of a commit."""
    put = {
        name: {key: orjson.Fragment(found) for key, found in table.items() if found is not None}
        for name, table in changes.records.items()
    }
    gone = {name: [key for key, found in table.items() if found is None] for name, table in changes.records.items()}
    return _line(revision, orjson.dumps({"schema": schema, "put": put, "gone": gone, "dropped": sorted(changes.dropped)}))


def parse(content: bytes, offset: int = 0) -> Log:
    """Read the lines of a log. `offset` is where in the file the content begins."""
    frames: list[Frame] = []
    content = content.rstrip(b"\0")  # a power cut may leave zeroes
    place, damaged = 0, False
    while place < len(content):
        frame = _frame(content, place, offset)
        if frame:
            frames.append(frame)
            place = frame.end - offset
            continue
        cut = _unended(content, place, offset)
        if cut:
            damaged = True
            frames.append(cut)
            place = cut.end - offset
            continue
        after = content.find(b"\n", place)
        if after < 0:
            return Log(tuple(frames), damaged or not _is_interrupted(content[place:]), offset + place)
        damaged = True
        place = after + 1
    return Log(tuple(frames), damaged, offset + place)


def changed_since(history: Sequence[tuple[str, Changed]], token: str) -> Changed | None:
    """Return what was changed after a state, None when it is not known."""
    for place in range(len(history) - 1, -1, -1):
        if history[place][0] == token:
            return frozenset().union(*(named for _, named in history[place + 1 :]))
    return None


def _line(revision: int, body: bytes) -> bytes:
    return b"%s %d %d " % (_digest(revision, body), revision, len(body)) + body + b"\n"


def _digest(revision: int, body: bytes) -> bytes:
    return hashlib.sha256(b"commit:%d:" % revision + body).hexdigest().encode()


def _frame(content: bytes, place: int, offset: int) -> Frame | None:
    frame = _unended(content, place, offset)
    return frame if frame and content[frame.end - offset - 1 : frame.end - offset] == b"\n" else None


def _unended(content: bytes, place: int, offset: int) -> Frame | None:
    """Return the line at a place if all of it verifies but, perhaps, its end."""
    match = _HEAD.match(content, place)
    if not match:
        return None
    end = match.end() + int(match[3])
    body = content[match.end() : end]
    same = match[0] == b"%s %d %d " % (match[1], int(match[2]), len(body))
    if len(content) <= end or not same or _digest(int(match[2]), body) != match[1]:
        return None
    try:
        return Frame(int(match[2]), match[1].decode(), orjson.loads(body), offset + place, offset + end + 1)
    except orjson.JSONDecodeError:
        return None


def _is_interrupted(content: bytes) -> bool:
    """Tell whether what is left at the end can be the beginning of a line."""
    match = _HEAD.match(content)
    return len(content) <= match.end() + int(match[3]) if match else bool(_BEGUN.fullmatch(content))
