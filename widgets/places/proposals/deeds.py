"""What is done with proposals of the list. Everything that touches the disk runs in the worker."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from app.edits.status import archived, duplicated, marked, renewed, unarchived
from app.i18n import phrase
from app.model.proposal import Proposal
from app.model.status import Status
from app.problems import Problem, Severity, stops
from app.sources.drafts import today
from app.store.entries import ProposalEntry
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import Phrase, say, shorten
from widgets.places.place import Host
from widgets.places.proposals.telling import STATUS_WORDS, named
from widgets.places.proposals.writing import Edit, Written, added, read, rewritten
from widgets.session import Change, Kind
from widgets.window.holders import said
from widgets.words import tr

Then = Callable[[], object]


@dataclass(frozen=True)
class Step:
    """A step in the life of a proposal, as somebody wants it noted."""

    status: Status
    by: str
    note: str = ""
    to: str = ""


class ProposalDeeds(QObject):
    """Does it. `changed` tells that the list is another one now, and the folder of the proposal to choose there."""

    changed = Signal(object)

    def __init__(self, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self._jobs, self._workspace = host.desk.jobs, host.desk.workspace
        self._to_send: Path | None = None
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
        """Take a proposal off the desk, or put it back; the banner offers to undo it."""
        away = not entry.archived
        self._set_archived(entry, away, lambda: self._tell_archived(entry, away))

    def _set_archived(self, entry: ProposalEntry, away: bool, then: Then) -> None:
        naming = say(phrase("Archive")) if away else say(phrase("Put back on the desk"))
        self.rewrite(entry, archived if away else unarchived, naming, then)

    def _tell_archived(self, entry: ProposalEntry, away: bool) -> None:
        title = shorten(named(entry))
        text = tr("“{title}” is archived.", title=title) if away else tr("“{title}” is back on the desk.", title=title)
        undo = Deed(tr("Undo"), lambda: self._set_archived(entry, not away, lambda: None))
        self._host.tell(Notice(Severity.INFO, text, deeds=(undo,)))

    # new ones --------------------------------------------------------------------------------------------------------

    def duplicate(self, entry: ProposalEntry) -> None:
        """Make a new draft that says the same; it is chosen in the list."""

        def done(folder: Path) -> None:
            open_it = Deed(tr("Open"), lambda: self._host.open(str(folder)))
            text = tr("There is a copy of “{title}” now.", title=shorten(named(entry)))
            self._host.tell(Notice(Severity.INFO, text, deeds=(open_it,)))

        self._again(entry, duplicated, done)

    def renew(self, entry: ProposalEntry) -> None:
        """Make the next proposal to a client who accepted this one, and open it."""
        self._again(entry, lambda proposal: renewed(proposal, today()), lambda folder: self._host.open(str(folder)))

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
        present = self._present(entry)

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
        """Note what became of a proposal that was sent. A draft is sent from its pages, where it is checked and frozen."""
        at = datetime.datetime.now(datetime.UTC)

        def edit(proposal: Proposal) -> Proposal:
            try:
                return marked(proposal, step.status, step.by, at, step.note)
            except ValueError:  # something else has marked it meanwhile: the list shows that
                return proposal

        text = tr("“{title}”: {status}.", title=shorten(named(entry)), status=tr(STATUS_WORDS[step.status]).lower())
        naming = say(phrase("Status: {status}"), status=Phrase(STATUS_WORDS[step.status]))
        self.rewrite(entry, edit, naming, lambda: self._host.tell(Notice(Severity.INFO, text)))

    def send(self, entry: ProposalEntry) -> None:
        """Open a draft, and ask there to whom it goes: what leaves the house is looked at first."""
        self._to_send = entry.folder
        self.open(entry)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self._arrived()

    def _arrived(self) -> None:
        """A proposal is open now: the one that is to be sent, or another one, and then nothing is sent."""
        wanted, self._to_send = self._to_send, None
        there = self._host.desk.session.folder
        if wanted is not None and there is not None and there.resolve() == wanted.resolve():
            QTimer.singleShot(0, self, lambda: self._host.act("send"))

    # writing ---------------------------------------------------------------------------------------------------------

    def rewrite(self, entry: ProposalEntry, edit: Edit, naming: Phrase, then: Then) -> None:
        """Make one change of a proposal: as an edit that can be undone where it is open here, else through a working copy."""
        if self._present(entry) is not None:
            session = self._host.desk.session
            session.edit(edit(session.proposal), naming)
            self._host.documents.save(lambda: self._done(entry, then))
            return
        workspace, socket, name = self._workspace, self._host.documents.socket, str(naming)

        def done(written: Written) -> None:
            if written.holder is not None:
                self._host.tell(Notice(Severity.WARNING, said(written.holder)))
                return
            self._say(written.problems)
            if written.proposal is not None and not stops(written.problems):
                self._done(entry, then)

        self._jobs.start(lambda _: rewritten(workspace, entry.folder, edit, name, socket), done, self._failed)

    def _done(self, entry: ProposalEntry, then: Then) -> None:
        self._announce(entry.folder)
        then()

    def _announce(self, folder: Path) -> None:
        if isValid(self):  # the window may have been built anew meanwhile
            self.changed.emit(folder)

    def _present(self, entry: ProposalEntry) -> Proposal | None:
        """Return the proposal as it is open here for work, None where it is not."""
        session = self._host.desk.session
        here = session.folder is not None and session.folder.resolve() == entry.folder.resolve()
        return session.proposal if here and not session.read_only else None

    def _say(self, problems: tuple[Problem, ...]) -> None:
        notice = of_problems(problems)
        if notice is not None:
            self._host.tell(notice)

    def _failed(self, error: Exception) -> None:
        self._host.tell(of_failure(error))
