"""After the start: work whose end nobody saw is looked for, and told of."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.edits.status import gone_back
from app.i18n import phrase
from app.problems import Severity
from widgets.desk import Desk
from widgets.documents import Documents
from widgets.notice import Deed, Notice, of_failure, of_problems
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr_plural

if TYPE_CHECKING:
    from app.store.work.recovery import Recovered
    from widgets.dialogs.recovered import RecoveredDialog


class Recovering(QObject):
    """Looks once, in the worker. `dialog` is the list while it is shown."""

    def __init__(self, owner: QWidget, desk: Desk, documents: Documents, tell: Callable[[Notice], None]) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._documents, self._tell = owner, desk, documents, tell
        self._back: Recovered | None = None
        self.found: tuple[Recovered, ...] = ()
        self.dialog: RecoveredDialog | None = None
        desk.session.changed.connect(self._opened)

    def look(self) -> None:
        """Look for what was not closed."""
        workspace = self._desk.workspace

        def work(_: object) -> "tuple[Recovered, ...]":
            from app.store.work.recovery import recover

            return recover(workspace)

        self._desk.jobs.start(work, self._told, lambda error: self._tell(of_failure(error)))

    def _told(self, found: "Sequence[Recovered]") -> None:
        self.found = tuple(found)
        if not found:
            return
        text = tr_plural(
            "{n} proposal was not closed properly; what was saved last is there.",
            "{n} proposals were not closed properly; what was saved last is there.",
            len(found),
        )
        show = Deed(tr_plural("Show it", "Show them", len(found)), self.show)
        self._tell(Notice(Severity.WARNING, text, deeds=(show,)))

    def show(self) -> None:
        """Show the list."""
        from widgets.dialogs.recovered import RecoveredDialog

        self.dialog = RecoveredDialog(self._desk.look, self.found, self._open, self._go_back, self._owner)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _open(self, one: "Recovered") -> None:
        self._documents.open(str(one.folder))

    def _go_back(self, one: "Recovered") -> None:
        """Open it, and go back as an edit that can be undone."""
        self._back = one
        self._documents.open(str(one.folder))

    def _opened(self, change: Change) -> None:
        one, session = self._back, self._desk.session
        if change.kind is not Kind.OPENED or one is None or session.folder != one.folder:
            return
        self._back = None
        workspace = self._desk.workspace

        def work(_: object) -> object:
            from app.store.durable import utc_now
            from app.store.work.versions import Versions

            return Versions(workspace.disk, utc_now).read(one.folder, one.opening)

        def done(read: object) -> None:
            proposal = getattr(read, "proposal", None)
            if proposal is not None and session.folder == one.folder:
                session.edit(gone_back(session.proposal, proposal), say(phrase("Go back to how it was at opening")))
            elif notice := of_problems(getattr(read, "problems", ())):
                self._tell(notice)

        self._desk.jobs.start(work, done, lambda error: self._tell(of_failure(error)))
