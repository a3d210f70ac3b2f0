"""The state of a library as its files tell it: the file itself, and the commits in the log beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.store.commitlog import Frame, History, Log, merged, parse
from app.store.disk import Disk
from app.store.envelope import HEAD_SIZE, Sealed, Stamp, stamp_of, unseal
from app.store.mark import read_mark
from app.store.migrations import Steps, upgrade
from app.store.raw import Changed, Raw, data_of, raw_of
from app.store.tail import read_from


@dataclass(frozen=True, slots=True)
class State:
    """A library that was read. `base` is the stamp of the file; `tables` are of the present schema, `found` as they were found.

    `history` ends with the name of this state. `last` is how the last line of the log begins that was read, at byte `tail`;
    the log's good part ends at `end`. `continued` tells that the log continues this file. `size` is that of the file.
    """

    base: Stamp
    revision: int
    tables: Raw
    found: Raw
    history: History
    last: bytes = b""
    tail: int = 0
    end: int = 0
    continued: bool = False
    size: int = 0

    @property
    def token(self) -> str:
        """The name of this state."""
        return self.history[-1][0]

    def after(self, revision: int, tables: Raw, named: Changed, line: bytes, start: int) -> "State":
        """Return the state after a commit, whose line begins at a byte of the log."""
        sha256 = line[:64]
        history = (*self.history, (f"{revision}-{sha256[:16].decode()}", named))
        changed = {"revision": revision, "tables": tables, "found": tables, "history": history, "last": sha256}
        return replace(self, **changed, tail=start, end=start + len(line), continued=True)  # type: ignore[arg-type]

    def following(self, before: "State", named: Changed) -> "State":
        """Return this state as one that is known to come after another one with these changes."""
        return replace(self, history=(*before.history, (self.token, named)))


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was found on the disk: the file, None when it does not verify, the log, the last revision that was told saved.

    `state` is None when something is damaged or missing; `empty` tells that there is no library at all.
    """

    sealed: Sealed | None
    log: Log
    mark: int
    state: State | None
    empty: bool = False


@dataclass(frozen=True)
class Files:
    """The files of one library. All methods raise OSError."""

    path: Path
    disk: Disk
    schema: int
    steps: Steps

    @property
    def log(self) -> Path:
        """The commits since the file was written."""
        return self.path.with_name(f"{self.path.name}.log")

    @property
    def mark(self) -> Path:
        """The last revision that somebody was told is saved."""
        return self.path.with_name(f"{self.path.name}.mark")

    @property
    def untold(self) -> Path:
        """What a repair found, until somebody was told."""
        return self.path.with_name(f"{self.path.name}.untold")

    @property
    def lock(self) -> Path:
        """Who writes holds it."""
        return self.path.with_name(f"{self.path.name}.lock")

    def load(self) -> Loaded:
        """Read everything. Without the lock, a commit in between may look like damage."""
        mark = read_mark(self.disk, self.mark)  # before the log, which is written before it
        try:
            content = self.disk.read(self.path)
        except FileNotFoundError:
            content = None
        log = parse(read_from(self.disk, self.log, 0))
        sealed = unseal(content) if content is not None else None
        if sealed is None:
            return Loaded(None, log, mark, None, content is None and not log.frames and not mark)
        frames = [frame for frame in log.commits if frame.revision > sealed.stamp.revision]
        whole = _is_whole(sealed.stamp.revision, frames, log, mark) or sealed.stamp.schema > self.schema
        return Loaded(sealed, log, mark, self._state(sealed, log, frames, len(content or b"")) if whole else None)

    def newer(self, state: State) -> State | None:
        """Return what became of a state, None when everything must be read. A file that vanished changes nothing."""
        try:
            head = stamp_of(self.disk.head(self.path, HEAD_SIZE))
        except FileNotFoundError:
            return state
        if head != state.base:
            return None
        content = read_from(self.disk, self.log, state.tail)
        if not content.startswith(state.last):
            return None
        log = parse(content, state.tail)
        frames = [frame for frame in log.commits if frame.revision > state.revision]
        if log.damaged or log.end < state.end or not _follow(state.revision, frames):
            return None
        if not frames:
            return state
        if state.base.schema != self.schema:
            return None
        tables = merged(frame.changes for frame in frames).applied(state.tables)
        last = frames[-1]
        return replace(
            state,
            revision=last.revision,
            tables=tables,
            found=tables,
            history=(*state.history, *_history(frames)),
            last=last.sha256.encode(),
            tail=last.start,
            end=log.end,
            continued=state.continued or _continues(log, state.base),
        )

    def _state(self, sealed: Sealed, log: Log, frames: list[Frame], size: int) -> State:
        base = sealed.stamp
        found = merged(frame.changes for frame in frames).applied(sealed.tables) if frames else sealed.tables
        last = log.frames[-1] if log.frames else None
        return State(
            base,
            frames[-1].revision if frames else base.revision,
            self.upgraded(found, base.schema),
            found,
            _known_history(base, log, frames),
            last.sha256.encode() if last else b"",
            last.start if last else 0,
            log.end,
            _continues(log, base),
            size,
        )

    def upgraded(self, tables: Raw, schema: int) -> Raw:
        """Return tables of an older schema in the present one."""
        return self.between(tables, schema, self.schema)

    def between(self, tables: Raw, schema: int, wanted: int) -> Raw:
        """Return tables of an older schema in a newer one; those of a schema newer than that stay as they are."""
        return raw_of(upgrade(data_of(tables), schema, wanted, self.steps)) if schema < wanted else tables


def _is_whole(base: int, frames: list[Frame], log: Log, mark: int) -> bool:
    """Tell whether nothing is missing and nothing is damaged."""
    last = frames[-1].revision if frames else base
    return _follow(base, frames) and mark <= last and not log.damaged


def _follow(revision: int, frames: list[Frame]) -> bool:
    return all(frame.revision == revision + number for number, frame in enumerate(frames, 1))


def _continues(log: Log, base: Stamp) -> bool:
    head = log.frames[0] if log.frames else None
    return head is not None and head.is_head and head.body["after"] == base.sha256


def _known_history(base: Stamp, log: Log, frames: list[Frame]) -> History:
    """Return the names of states as far back as they are known without a gap."""
    head = log.frames[0] if log.frames and log.frames[0].is_head else None
    if head and (_continues(log, base) or (not frames and log.frames[-1].revision == base.revision)):
        known = (*head.history, *_history(log.commits))
        if known:
            return known
    return ((base.token, frozenset()), *_history(frames))


def _history(frames: Iterable[Frame]) -> History:
    return tuple((frame.token, frame.changes.named) for frame in frames)
