"""What is done with proposals of the list. Everything that touches the disk runs in the worker."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QUndoStack
from shiboken6 import isValid

from app.edits.status import archived, duplicated, marked, renewed, unarchived, unmarked
from app.i18n import phrase
from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import Problem, Severity, stops
from app.sources.drafts import today
from app.store.entries import ProposalEntry
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import Phrase, say, shorten
from widgets.places.done import DoneCommand, take_back
from widgets.places.place import Host
from widgets.places.proposals.telling import STATUS_WORDS, named
from widgets.places.proposals.writing import Edit, Written, added, read, rewritten
from widgets.session import Change, Kind
from widgets.window.holders import said
from widgets.words import tr

Then = Callable[[Proposal], object]
"""What is done once a change is on the disk, with the proposal as it is then."""


Undo = Callable[[], Callable[[], object]]
Turn = Callable[..., object]
"""One way of a change that leads there and back. It is told what notes that, the first time it goes there."""


_ARCHIVED = {
    (True, False): phrase("“{title}” is archived."),
    (False, False): phrase("“{title}” is back on the desk."),
    (True, True): phrase("The copy of “{title}” is archived."),
    (False, True): phrase("The copy of “{title}” is back on the desk."),
}
"""What is told of a proposal that went away or not, and of one that is a copy or not."""


@dataclass(frozen=True)
class Step:
    """A step in the life of a proposal, as somebody wants it noted."""

    status: Status
    by: str
    note: str = ""
    to: str = ""


class ProposalDeeds(QObject):
    """Does it, and notes on `stack` what can be undone. `changed` tells that the list is another one now, and the folder of the
    proposal to choose there.
    """

    changed = Signal(object)

    def __init__(self, host: Host, parent: QObject, stack: QUndoStack | None = None) -> None:
        super().__init__(parent)
        self._host, self._stack = host, stack or QUndoStack(self)
        self._jobs, self._workspace = host.desk.jobs, host.desk.workspace
        self._to_do: tuple[Path, Callable[[], object]] | None = None
        host.desk.session.changed.connect(self._changed)
        host.documents.shown.connect(self._arrived)

    def open(self, entry: ProposalEntry) -> None:
        """Open a proposal in this window."""
        self._host.open(str(entry.folder))

    def open_apart(self, entry: ProposalEntry) -> None:
        """Open a proposal in a window of its own, or bring the one forward that has it."""
        windows = self._host.windows
        if windows is None:
            self.open(entry)
        elif not windows.show(entry.folder):
            windows.open(str(entry.folder))

    def show_folder(self, entry: ProposalEntry) -> None:
        """Show where a proposal lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.folder)))

    # on and off the desk ---------------------------------------------------------------------------------------------

    def turn_archived(self, entry: ProposalEntry) -> None:
        """Take a proposal off the desk, or put it back; undo leads back."""
        away, title = not entry.archived, shorten(named(entry))
        words = phrase("Archive “{title}”") if away else phrase("Put back “{title}”")
        forth, back = self._archiving(entry.folder, title, away), self._archiving(entry.folder, title, not away)
        forth(self._reversible(say(words, title=title), back, forth))

    def _archiving(self, folder: Path, title: str, away: bool, *, copy: bool = False) -> Turn:
        naming = say(phrase("Archive")) if away else say(phrase("Put back on the desk"))

        def turn(undo: Undo | None = None) -> None:
            def told(_: Proposal) -> None:
                self._tell(tr(_ARCHIVED[away, copy], title=title), undo)

            self.rewrite(folder, archived if away else unarchived, naming, told, first=undo is not None)

        return turn

    # there and back --------------------------------------------------------------------------------------------------

    def _reversible(self, words: Phrase, back: Turn, forth: Turn) -> Undo:
        """Return what notes, once a change is made, that it can be undone, and returns what undoes it until more is done."""

        def note() -> Callable[[], object]:
            command = DoneCommand(words, back, forth)
            self._stack.push(command)
            return lambda: take_back(self._stack, command)

        return note

    def _tell(self, text: str, undo: Undo | None, *deeds: Deed) -> None:
        """Say what was done. What is done for the first time is noted, and offered to be undone."""
        undoing = (Deed(tr("Undo"), undo()),) if undo is not None else ()
        self._host.tell(Notice(Severity.INFO, text, deeds=(*deeds, *undoing)))

    # new ones --------------------------------------------------------------------------------------------------------

    def duplicate(self, entry: ProposalEntry) -> None:
        """Make a new draft that says the same; it is chosen in the list. Undo puts it into the archive: its number is given."""
        title = shorten(named(entry))

        def done(folder: Path) -> None:
            open_it = Deed(tr("Open"), lambda: self._host.open(str(folder)))
            back, forth = (self._archiving(folder, title, away, copy=True) for away in (True, False))
            undo = self._reversible(say(phrase("Copy of “{title}”"), title=title), back, forth)
            self._tell(tr("There is a copy of “{title}” now.", title=title), undo, open_it)

        self._again(entry, duplicated, done)

    def renew(self, entry: ProposalEntry) -> None:
        """Make the next proposal to a client who accepted this one, and open it; the banner says what it renews."""

        def done(folder: Path) -> None:
            facts = {"title": shorten(named(entry)), "number": entry.number}
            text = (
                tr("This renews “{title}”, {number}. Its dates are counted from today.", **facts)
                if entry.number
                else tr("This renews “{title}”. Its dates are counted from today.", **facts)
            )
            earlier = Deed(tr("Open the earlier one"), lambda: self._host.open(str(entry.folder)))
            notice = Notice(Severity.INFO, text, deeds=(earlier,))
            self._open_for(folder, lambda: self._host.tell(notice))

        self._again(entry, lambda proposal: renewed(proposal, today()), done)

    def add(self, proposal: Proposal, told: tuple[Problem, ...] = ()) -> None:
        """Take a new proposal into the workspace, and open it."""

        def done(found: tuple[Path | None, tuple[Problem, ...]]) -> None:
            folder, problems = found
            self._say((*told, *problems))
            if folder is not None:
                self._host.open(str(folder))

        self._jobs.start(lambda _: added(self._workspace, Path(), proposal), done, self._failed)

    def _again(self, entry: ProposalEntry, make: Edit, then: Callable[[Path], object]) -> None:
        """Make a new proposal of one that is there, as it is seen where it is open."""
        present = self._present(entry.folder)

        def work() -> tuple[Path | None, tuple[Problem, ...]]:
            found = Written(present) if present is not None else read(self._workspace, entry.folder)
            if found.proposal is None:
                return None, found.problems
            return added(self._workspace, entry.folder, make(found.proposal))

        def done(found: tuple[Path | None, tuple[Problem, ...]]) -> None:
            folder, problems = found
            self._say(problems)
            if folder is not None:
                self._announce(folder)
                then(folder)

        self._jobs.start(lambda _: work(), done, self._failed)

    # how far they are ------------------------------------------------------------------------------------------------

    def mark(self, entry: ProposalEntry, step: Step) -> None:
        """Note what became of a proposal that was sent. A draft is sent from its pages, where it is checked and frozen.

        Undo takes the step out of the history: somebody slipped.
        """
        at, title, before = datetime.datetime.now(datetime.UTC), shorten(named(entry)), entry.status
        words = say(phrase("“{title}”: {status}"), title=title, status=Phrase(STATUS_WORDS[step.status]))
        forth = self._marking(
            entry.folder, title, step.status, lambda proposal: marked(proposal, step.status, step.by, at, step.note)
        )
        back = self._marking(entry.folder, title, before, lambda proposal: unmarked(proposal, before, at))
        forth(self._reversible(words, back, forth))

    def _marking(self, folder: Path, title: str, status: Status, edit: Edit) -> Turn:
        naming = say(phrase("Status: {status}"), status=Phrase(STATUS_WORDS[status]))

        def turn(undo: Undo | None = None) -> None:
            def told(now: Proposal) -> None:
                text = tr("“{title}”: {status}.", title=title, status=tr(STATUS_WORDS[now.status]).lower())
                self._tell(text, undo if now.status is status else None)

            self.rewrite(folder, _or_as_it_is(edit), naming, told, first=undo is not None)

        return turn

    def send(self, entry: ProposalEntry) -> None:
        """Open a draft, and ask there to whom it goes: what leaves the house is looked at first."""
        self._open_for(entry.folder, lambda: self._host.act("send"))

    def _open_for(self, folder: Path, call: Callable[[], object]) -> None:
        """Open a proposal, and do something once it is there."""
        self._to_do = (folder, call)
        self._host.open(str(folder))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._arrived()

    def _arrived(self) -> None:
        """A proposal is open now: the one with which something is to be done, or another one, and then nothing is."""
        wanted, self._to_do = self._to_do, None
        there = self._host.desk.session.folder
        if wanted is not None and there is not None and there.resolve() == wanted[0].resolve():
            QTimer.singleShot(0, self, wanted[1])

    # writing ---------------------------------------------------------------------------------------------------------

    def rewrite(self, folder: Path, edit: Edit, naming: Phrase, then: Then, *, first: bool) -> None:
        """Make one change of a proposal: as an edit that can be undone where it is open here, else through a working copy.

        What can be undone is forgotten where leading back or forth is refused.
        """
        if self._present(folder) is not None:
            session = self._host.desk.session
            edited = edit(session.proposal)
            session.edit(edited, naming)
            self._host.documents.save(lambda: self._done(folder, edited, then))
            return
        workspace, socket, name = self._workspace, self._host.documents.socket, str(naming)

        def done(written: Written) -> None:
            if written.holder is not None:
                self._host.tell(Notice(Severity.WARNING, said(written.holder)))
            self._say(written.problems)
            if written.proposal is not None and not stops(written.problems):
                self._done(folder, written.proposal, then)
            elif not first:
                self._stack.clear()

        self._jobs.start(lambda _: rewritten(workspace, folder, edit, name, socket), done, self._failed)

    def _done(self, folder: Path, now: Proposal, then: Then) -> None:
        self._announce(folder)
        then(now)

    def _announce(self, folder: Path) -> None:
        if isValid(self):  # the window may have been built anew meanwhile
            self.changed.emit(folder)

    def _present(self, folder: Path) -> Proposal | None:
        """Return the proposal as it is open here for work, None where it is not."""
        session = self._host.desk.session
        here = session.folder is not None and session.folder.resolve() == folder.resolve()
        return session.proposal if here and not session.read_only else None

    def _say(self, problems: tuple[Problem, ...]) -> None:
        notice = of_problems(problems)
        if notice is not None:
            self._host.tell(notice)

    def _failed(self, error: Exception) -> None:
        self._host.tell(of_failure(error))


def _or_as_it_is(edit: Edit) -> Edit:
    """Return an edit that leaves a proposal of which something else has become meanwhile: the list shows that."""

    def tried(proposal: Proposal) -> Proposal:
        try:
            return edit(proposal)
        except ValueError:
            return proposal

    return tried
