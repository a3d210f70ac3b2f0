"""One session's part of a journal: from the opening of a proposal to its closing."""

import datetime
import uuid
from collections.abc import Sequence
from pathlib import Path

from app.problems import Problem, problem
from app.store.disk import Disk
from app.store.source import digest_of
from app.store.work.entries import Entry, Kind, packed
from app.store.work.journal import LARGEST_JOURNAL, MOST_NAMES, Journal, add_entries, shortened
from app.store.work.me import Me
from app.store.work.patch import Patch, diff
from app.store.work.versions import Versions

WHOLE_AFTER = 100
"""Saves after which a line holds the whole state again, so that damage to one line does not reach far."""

LARGEST_PATCH = 50_000
"""Characters. Instead of a longer patch the whole state is written, which is pressed."""

LONGEST_EDIT = 300
MOST_EDITS = 200
"""Characters of one name of an edit, and names in one line."""


class Session:
    """Writes the lines of one session. No method raises: what the disk refuses comes back as warnings.

    The first line is written with the first save; looking at a proposal leaves no trace.
    """

    def __init__(self, folder: Path, me: Me, content: bytes, journal: Journal, disk: Disk, versions: Versions) -> None:
        self._folder, self._me, self._name = folder, me, uuid.uuid4().hex
        self._disk, self._versions = disk, versions
        self._before = journal
        self._opening = self._saved = content
        self._opened: Entry | None = None
        self._last: bytes | None = None  # what the journal leads to, None when that is not certain
        self._edits: list[str] = []
        self._told: tuple[str, ...] = ()
        self._patches = journal.patches
        self._size = 0
        self._day: datetime.date | None = None
        self._digests: list[tuple[bytes, str]] = []

    def digest(self, content: bytes) -> str:
        """Return the digest of a state; those of the last two are remembered."""
        found = next((digest for state, digest in self._digests if state is content), None)
        if found is None:
            found = digest_of(content)
            self._digests = [*self._digests[-1:], (content, found)]
        return found

    def write_down(self, content: bytes, edits: Sequence[str]) -> tuple[Problem, ...]:
        """Write down the save that is about to be made; before the first of a day, keep the state before it."""
        return (*self._keep_day(), *self._write(content, edits))

    def saved(self, content: bytes, edits: Sequence[str]) -> tuple[Problem, ...]:
        """Take note that the file holds this state now."""
        told: tuple[Problem, ...] = ()
        if self._opened and self._last != content:  # the file held it already, the journal leads elsewhere
            told = self._write(content, edits)
        self._saved, self._told = content, ()
        if self._size > LARGEST_JOURNAL:
            told += self._shorten()
        return told

    def taken(self, content: bytes) -> tuple[Problem, ...]:
        """Take note that the work goes on from a state that something else wrote; keep the one before as a version."""
        told: tuple[Problem, ...] = ()
        try:
            self._versions.rescue(self._folder, self._saved, self._me.moment(), self._me.name)
        except OSError as wrong:
            told = (self._warning("work-no-version", wrong),)
        if self._opened:
            told += self._write(content, ())
        else:
            self._opening = content
        self._saved = content
        return told

    def close(self, digest: str) -> tuple[Problem, ...]:
        """Write the last line, unless the journal is ahead of the file, whose digest is given."""
        if self._opened is None or self._last is None or self.digest(self._last) != digest:
            return ()
        try:
            add_entries(self._folder, (self._entry(Kind.CLOSED, digest, digest),), self._disk)
        except OSError as wrong:
            return (self._warning("work-no-journal", wrong),)
        self._opened = None
        return ()

    def _write(self, content: bytes, edits: Sequence[str]) -> tuple[Problem, ...]:
        """Write a line; names that a save that failed had written down already are not repeated."""
        given = tuple(edit[:LONGEST_EDIT] for edit in edits)
        again = given[: len(self._told)] == self._told
        names = given[len(self._told) :] if again else given
        if self._last == content and not names:
            return ()
        lines: tuple[Entry, ...] = ()
        if self._opened is None:
            lines = (self._opening_line(),)
            before = self._opening
        else:
            before = self._last if self._last is not None else self._saved
        whole = (self._opened is not None and self._last is None) or self._patches >= WHOLE_AFTER
        lines += (self._saved_line(before, content, names[-MOST_EDITS:], whole),)
        self._last = None
        try:
            self._size = add_entries(self._folder, lines, self._disk)
        except OSError as wrong:
            return (self._warning("work-no-journal", wrong),)
        self._opened = self._opened or lines[0]
        self._last = content
        self._told = (*self._told, *names) if again else given
        self._edits = [*self._edits, *names][-MOST_NAMES:]
        self._patches = 0 if lines[-1].packed is not None else self._patches + 1
        return ()

    def _opening_line(self) -> Entry:
        digest = self.digest(self._opening)
        known = digest == self._before.leads_to
        return self._entry(Kind.OPENED, digest, digest, state=None if known else self._opening)

    def _saved_line(self, before: bytes, content: bytes, names: tuple[str, ...], whole: bool) -> Entry:
        patch: Patch | None = None
        if not whole:
            patch = _patch(before, content)
        state = content if patch is None else None
        return self._entry(Kind.SAVED, self.digest(before), self.digest(content), names, patch, state)

    def _entry(
        self,
        kind: Kind,
        before: str,
        after: str,
        edits: tuple[str, ...] = (),
        patch: Patch | None = None,
        state: bytes | None = None,
    ) -> Entry:
        whole = packed(state) if state is not None else None
        return Entry(kind, self._me.moment(), self._me.name, self._name, before, after, edits, patch, whole)

    def _keep_day(self) -> tuple[Problem, ...]:
        moment = self._me.moment()
        if self._day == moment.date():
            return ()
        try:
            if not self._versions.has_snapshot_of(self._folder, moment.date()):
                self._versions.snapshot(self._folder, self._saved, moment, self._me.name)
        except OSError as wrong:
            return (self._warning("work-no-version", wrong),)
        self._day = moment.date()
        return ()

    def _shorten(self) -> tuple[Problem, ...]:
        """Let the journal hold this session alone; what it began with is kept as a version first."""
        assert self._opened
        opening, content = self._opening, self._saved
        last = self._entry(
            Kind.SAVED, self.digest(opening), self.digest(content), tuple(self._edits), _patch(opening, content), content
        )
        try:
            self._versions.rescue(self._folder, opening, self._opened.at, self._me.name)
            self._size = shortened(self._folder, self._opened, opening, last, self._disk)
        except OSError as wrong:
            return (self._warning("work-no-journal", wrong),)
        self._last = content
        return ()

    def _warning(self, code: str, wrong: OSError) -> Problem:
        return problem(code, str(self._folder), reason=wrong.strerror or type(wrong).__name__)


def _patch(before: bytes, content: bytes) -> Patch | None:
    """Return a patch, None where the whole state takes less room or the states are no texts."""
    try:
        patch = diff(before, content)
    except UnicodeDecodeError:
        return None
    return patch if sum(len(line) for _, _, come in patch for line in come) <= LARGEST_PATCH else None
