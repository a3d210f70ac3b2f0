"""A proposal that is open for work: saved over and over, with a journal, and never at the cost of what others wrote."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.log import journal as log
from app.model.proposal import Proposal
from app.problems import Problem, Severity, error, problem, stops
from app.store.jsonfile import LARGEST_FILE
from app.store.manifest import FILE_NAME as FROZEN
from app.store.saving import Saver
from app.store.source import FILE_NAME, SourceRead, digest_of, parse_source
from app.store.trouble import trouble
from app.store.work.encoding import Encoder
from app.store.work.me import Me, myself
from app.store.work.mending import Mended, changed_since, mended, put_right, told
from app.store.work.presence import Holder, Presence, ask
from app.store.work.sessions import Session
from app.store.work.versions import Versions
from app.store.workspace import Workspace


class OnDisk(StrEnum):
    """What became of the file since it was read or saved here."""

    SAME = "same"
    CHANGED = "changed"
    """Something else wrote it: saving keeps that one beside, `theirs` takes it instead."""
    GONE = "gone"
    """It is not there, or its folder is not: saving works again when the folder is back."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A proposal to work on, None with the reason: somebody else has it open (`holder`), or the problems tell."""

    copy: "WorkingCopy | None"
    proposal: Proposal | None
    problems: tuple[Problem, ...] = ()
    holder: Holder | None = None


def open_working(
    workspace: Workspace, folder: Path, me: Me | None = None, *, read_only: bool = False, take_over: bool = False
) -> Opened:
    """Open the proposal in a folder of a workspace, finishing or restoring what a crash had left of it.

    With `read_only`, and in a revision that was sent, nothing is written and nobody is held up. `take_over` is for after a
    person has said that the machine that has it open works on it no longer.
    """
    me = me or myself()
    if read_only or (folder / FROZEN).exists():
        return _opened(workspace, folder, me, None, ())
    asked = ask(workspace.state, folder, me, workspace.disk, take_over)
    if asked.presence is None:
        return Opened(None, None, asked.problems, asked.holder)
    opened = _opened(workspace, folder, me, asked.presence, asked.problems)
    if opened.copy is None:
        asked.presence.leave()
    return opened


def _opened(workspace: Workspace, folder: Path, me: Me, presence: Presence | None, said: tuple[Problem, ...]) -> Opened:
    disk = workspace.disk
    versions = Versions(disk, me.now)
    if presence and folder.is_dir() and not disk.writable(folder):
        said = (*said, problem("work-folder-read-only", str(folder), folder=folder.name))
        presence.leave()
        presence = None
    try:
        found = _found(workspace, folder, me, versions, presence is not None)
    except OSError as wrong:
        return Opened(None, None, (*said, trouble(wrong, folder / FILE_NAME)))
    said = (*said, *found.problems, *found.read.problems)
    if found.read.proposal is None:
        return Opened(None, None, said)
    if presence:
        said = (*said, *changed_since(folder, found.content, found.journal, versions))
    return Opened(WorkingCopy(workspace, folder, me, presence, found), found.read.proposal, said)


def _found(workspace: Workspace, folder: Path, me: Me, versions: Versions, write: bool) -> Mended:
    """Find out what the file should be, and make it so where that is allowed. Raises OSError when it cannot be read."""
    disk = workspace.disk
    refused: tuple[Problem, ...] = ()
    if write:
        try:
            disk.mkdir(workspace.state)
            with disk.lock(workspace.state / f"{folder.name}.lock"):
                return put_right(folder, mended(folder, versions, disk), me, disk)
        except OSError as wrong:
            refused = (replace(trouble(wrong, folder / FILE_NAME), severity=Severity.WARNING),)
    found = told(mended(folder, versions, disk), folder / FILE_NAME)
    return replace(found, problems=(*found.problems, *refused))


class WorkingCopy:
    """Made by `open_working`. No method raises; all may be called from any thread, and wait for each other."""

    def __init__(self, workspace: Workspace, folder: Path, me: Me, presence: Presence | None, found: Mended) -> None:
        self.folder = folder
        self._disk = workspace.disk
        self._presence = presence
        self._encoder = Encoder()
        self._session = Session(folder, me, found.content, found.journal, self._disk, Versions(self._disk, me.now))
        self._digest = digest_of(found.content)
        self._stamp: tuple[int, int, int] | None = None
        self._saver = Saver(workspace.state, self._disk)
        self._saver.saw(folder, self._digest)
        self._threads = threading.RLock()

    @property
    def read_only(self) -> bool:
        """Whether it cannot be saved."""
        return self._presence is None

    def save(self, proposal: Proposal, edits: Sequence[str] = ()) -> tuple[Problem, ...]:
        """Write the proposal down in its journal, then into its file.

        `edits` are the names of everything done since the last save that succeeded, in order, as a person reads them.
        Returns what prevented it (`stops` is true then), or warnings of a save that was made.
        """
        with self._threads:
            if self.read_only:
                return (error("work-read-only", str(self.folder), folder=self.folder.name),)
            content = self._encoder.content(proposal)
            problems = self._saver.save_content(self.folder, content, lambda: self._session.write_down(content, edits))
            if not stops(problems):
                self._digest, self._stamp = self._session.digest(content), None
                problems += self._session.saved(content, edits)
                log.note("saved", bytes=len(content))
            return problems

    def look(self) -> OnDisk:
        """Look whether something else changed the file; quick, for every time the window is come back to."""
        with self._threads:
            file = self.folder / FILE_NAME
            try:
                there = file.stat()
                stamp = (there.st_mtime_ns, there.st_size, there.st_ino)
                if stamp == self._stamp:
                    return OnDisk.SAME
                if digest_of(self._disk.read(file, LARGEST_FILE)) != self._digest:
                    return OnDisk.CHANGED
            except OSError:
                return OnDisk.GONE
            self._stamp = stamp
            return OnDisk.SAME

    def there(self) -> bool:
        """Tell whether the folder is there and can be written to; for a timer after a save that failed."""
        return self.folder.is_dir() and self._disk.writable(self.folder)

    def theirs(self) -> SourceRead:
        """Read the file that something else wrote, to go on from it; what was saved here last is kept as a version."""
        with self._threads:
            file = self.folder / FILE_NAME
            try:
                content = self._disk.read(file, LARGEST_FILE)
            except OSError as wrong:
                return SourceRead(None, None, (trouble(wrong, file),), self.folder)
            read = parse_source(content, file)
            if read.proposal is None:
                return read
            self._digest, self._stamp = digest_of(content), None
            self._saver.saw(self.folder, self._digest)
            said = () if self.read_only else self._session.taken(content)
            return SourceRead(read.proposal, read.estimate_file, (*read.problems, *said), self.folder, self._digest)

    def pulse(self) -> tuple[Problem, ...]:
        """Tell others that it is still open; every `presence.PULSE` seconds. Tells when somebody has taken it over."""
        with self._threads:
            return self._presence.pulse() if self._presence else ()

    def close(self) -> tuple[Problem, ...]:
        """Say that the work is done. A state that is in the journal but could not be saved is found at the next start."""
        with self._threads:
            said = () if self.read_only else self._session.close(self._digest)
            if self._presence:
                self._presence.leave()
            self._presence = None
            return said
