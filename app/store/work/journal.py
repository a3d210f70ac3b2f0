"""The journal of a proposal: every save is written down before it is made, so that neither is lost."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.store.disk import Disk
from app.store.source import digest_of
from app.store.work.entries import Entry, Kind, packed, read_line, written
from app.store.work.patch import PatchError, apply

JOURNAL = "journal.jsonl"

LARGEST_JOURNAL = 4_000_000
"""Bytes. A longer one keeps only the present session: how it began, where it is, and what was done in it."""

LARGEST_READ = 64_000_000
"""Bytes of a journal that are read at all; none that this program writes is so long."""

MOST_NAMES = 1000
"""Names of edits that outlive the shortening of a journal: the last ones."""

_TAIL = 65_536
"""Bytes at the end of a journal in which its last line is looked for."""


@dataclass(frozen=True, slots=True)
class Journal:
    """What a journal holds. `damaged` counts lines that are not as they were written, a torn last one among them."""

    entries: tuple[Entry, ...] = ()
    damaged: int = 0

    @property
    def opening(self) -> int | None:
        """Where the session began that was not closed; None when the last one was, or there is none."""
        for index in range(len(self.entries) - 1, -1, -1):
            kind = self.entries[index].kind
            if kind is not Kind.SAVED:
                return index if kind is Kind.OPENED else None
        return None

    @property
    def edits(self) -> tuple[str, ...]:
        """What was done in the session that was not closed."""
        start = self.opening
        return () if start is None else names_of(self.entries[start:])

    @property
    def last(self) -> str:
        """The digest of the last state, empty when there is none."""
        return self.entries[-1].after if self.entries else ""

    @property
    def leads_to(self) -> str:
        """The digest of the state that its patches lead to, empty when a damaged line makes that uncertain."""
        states = (entry.after for entry in reversed(self.entries) if entry.kind is not Kind.CLOSED)
        return "" if self.damaged else next(states, "")

    @property
    def patches(self) -> int:
        """How many patches there are since the last whole state."""
        whole = [at for at, entry in enumerate(self.entries) if entry.packed is not None]
        return sum(entry.patch is not None for entry in self.entries[whole[-1] if whole else 0 :])

    def digests(self, start: int) -> set[str]:
        """Return the digests of all states from a line on."""
        return {digest for entry in self.entries[start:] for digest in (entry.before, entry.after)}

    def state(self, index: int, file: bytes = b"") -> bytes | None:
        """Return the whole state after a line, None when it cannot be told for certain.

        It is worked out from the nearest whole state before, or from the present file where a patch begins with that.
        """
        own = digest_of(file)
        for start in range(index, -1, -1):
            entry = self.entries[start]
            if own == entry.after:
                return self._forward(file, start + 1, index)
            if own == entry.before and entry.patch is not None:
                return self._forward(file, start, index)
            if (state := entry.state()) is not None:
                return self._forward(state, start + 1, index)
        return None

    def newest(self, file: bytes = b"") -> tuple[int, bytes] | None:
        """Return the last line whose state can be told for certain, and that state."""
        last = len(self.entries) - 1
        state = self.state(last, file)
        if state is not None:
            return last, state
        best: tuple[int, bytes] | None = None
        known = ""
        for index, entry in enumerate(self.entries):
            whole = entry.state()
            if whole is None and best and entry.before == known:
                whole = _patched(entry, best[1])
            if whole is not None and digest_of(whole) == entry.after:
                best, known = (index, whole), entry.after
        return best

    def _forward(self, content: bytes, start: int, index: int) -> bytes | None:
        for entry in self.entries[start : index + 1]:
            found = _patched(entry, content)
            if found is None:
                return None
            content = found
        return content if digest_of(content) == self.entries[index].after else None


def read_journal(folder: Path, disk: Disk) -> Journal:
    """Read the journal of a proposal, an empty one when there is none. Raises OSError."""
    try:
        content = disk.read(folder / JOURNAL, LARGEST_READ)
    except FileNotFoundError:
        return Journal()
    lines = [line for line in content.split(b"\n") if line]
    entries = [entry for line in lines if (entry := read_line(line))]
    return Journal(tuple(entries), len(lines) - len(entries))


def was_closed(folder: Path) -> bool:
    """Tell by its end alone whether the last session of a journal was closed; a proposal without one was. Raises OSError."""
    try:
        with (folder / JOURNAL).open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _TAIL))
            last = file.read().rstrip(b"\n").rpartition(b"\n")[2]
    except FileNotFoundError:
        return True
    entry = read_line(last)
    return size == 0 or (entry is not None and entry.kind is Kind.CLOSED)


def add_entries(folder: Path, entries: Sequence[Entry], disk: Disk) -> int:
    """Write entries at the end of a journal, flushed; return how long it is then. Raises OSError."""
    file = folder / JOURNAL
    disk.append(file, b"".join(written(entry) for entry in entries))
    return file.stat().st_size


def shortened(folder: Path, opened: Entry, state: bytes, present: Entry, disk: Disk) -> int:
    """Replace a journal by the present session alone: how it began, and where it is. Returns its size. Raises OSError."""
    begun = replace(opened, packed=packed(state), patch=None)
    content = written(begun) + written(replace(present, edits=present.edits[-MOST_NAMES:]))
    disk.write(folder / JOURNAL, content)
    return len(content)


def names_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the names of all edits of some lines."""
    return tuple(name for entry in entries for name in entry.edits)


def _patched(entry: Entry, content: bytes) -> bytes | None:
    """Return what a line makes of a state, None when it does not belong to it."""
    if entry.packed is not None:
        return entry.state()
    if entry.patch is None:
        return content
    try:
        return apply(entry.patch, content)
    except (PatchError, TypeError, AttributeError, UnicodeEncodeError):
        return None
