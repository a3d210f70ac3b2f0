"""What is done with revisions that were sent: looking at them, handing them over, working on from one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from app.edits.status import gone_back
from app.i18n import phrase
from app.model.proposal import Proposal
from app.problems import Problem, Severity
from app.store.revisions import FOLDER as REVISIONS
from app.store.revisions import PDF
from widgets.life.history import HistoryDialog, Ways
from widgets.life.home import Home
from widgets.life.sending import Sending
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr


class Revisions(QObject):
    """Shows the history, and says where somebody looks at a revision that it cannot be changed. `dialog` is what is shown."""

    def __init__(self, home: Home, sending: Sending) -> None:
        super().__init__(home.owner)
        self._home, self._sending = home, sending
        self._resumes: int | None = None
        self.dialog: HistoryDialog | None = None
        home.desk.session.changed.connect(self._opened)

    def show(self) -> None:
        """Show the history of the open proposal."""
        folder = self._home.desk.session.folder
        if folder is None or self.dialog is not None:
            return
        ways = Ways(
            lambda one: self.open_file(one.folder / PDF),
            lambda one: self.open_file(one.folder),
            lambda one: self._sending.hand_over(one.folder / PDF, self._home.desk.session.proposal),
            lambda one: self.resume(one.number),
        )
        self.dialog = HistoryDialog(self._home.owner, self._home.desk, folder, ways)
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def open_file(self, path: Path) -> None:
        """Show a file or a folder with whatever the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def resume(self, number: int) -> None:
        """Let the open proposal say what a revision said, as an edit that can be undone; its pictures come along."""
        session, desk = self._home.desk.session, self._home.desk
        folder = session.folder
        if folder is None:
            return

        def work(_: object) -> tuple[Proposal | None, tuple[Problem, ...]]:
            from app.store.inserting import carried
            from app.store.revisions import revision_folder
            from app.store.source import read_source

            place = revision_folder(folder, number)
            read = read_source(place, desk.workspace.disk)
            if read.proposal is None:
                return None, read.problems
            copy = carried(read.proposal, place, folder, desk.workspace.disk)
            return copy.value, copy.problems

        def done(found: tuple[Proposal | None, tuple[Problem, ...]]) -> None:
            earlier, problems = found
            if earlier is not None and session.folder == folder:
                session.settle()
                session.edit(gone_back(session.proposal, earlier), say(phrase("Work on from revision {n}"), n=str(number)))
            if notice := of_problems(problems):
                self._home.tell(notice)

        desk.jobs.start(work, done, lambda error: self._home.tell(of_failure(error)))

    # a revision that is looked at itself -----------------------------------------------------------------------------

    def _opened(self, change: Change) -> None:
        session = self._home.desk.session
        if change.kind is not Kind.OPENED or session.folder is None:
            return
        wanted, self._resumes = self._resumes, None
        if wanted is not None and not session.read_only:
            self.resume(wanted)
            return
        number = revision_of(session.folder)
        if number is not None:
            text = tr("This is revision {n} as it was sent; it stays as it is.", n=number)
            deed = Deed(tr("Work on from this one"), partial(self._leave_for, session.folder, number))
            notice = Notice(Severity.INFO, text, deeds=(deed,))
            QTimer.singleShot(0, self, lambda: self._home.tell(notice))  # whoever opens a proposal clears the banner

    def _leave_for(self, folder: Path, number: int) -> None:
        """Open the proposal that a revision is of, and go on from there."""
        self._resumes = number
        self._home.documents.open(str(folder.parents[1]))


def revision_of(folder: Path) -> int | None:
    """Return which revision a folder holds by its name, None where it is that of a proposal."""
    frozen = folder.parent.name == REVISIONS and folder.name.isascii() and folder.name.isdecimal()
    return int(folder.name) if frozen else None
