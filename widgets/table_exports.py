"""From the wish for a table of the estimate to its file: how it shall be, where it goes, writing it in the worker."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.model.designation import reference
from app.model.proposal import Proposal
from app.problems import Problem, Severity
from widgets.desk import Desk
from widgets.dialogs.files import ask_table
from widgets.exporting import documents_folder, plain_name
from widgets.exports import size_in_words
from widgets.jobs import Ticket
from widgets.notice import Notice, of_failure, of_problems
from widgets.settings import Settings
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.dialogs.export_table import TableExportDialog
    from widgets.tables.table_choice import TableChoice

LAST = "table/export"
LANE = "table-export"


class TableExports(QObject):
    """Exports the estimate as a table. The signals are those of `widgets.exports.Exports`."""

    begun = Signal(object)
    progressed = Signal(float)
    ended = Signal()
    told = Signal(object)

    def __init__(self, owner: QWidget, desk: Desk, settings: Settings) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._settings = owner, desk, settings
        self.dialog: TableExportDialog | None = None
        self.target: Path | None = None

    def choose(self) -> None:
        """Ask how the table shall be; the file comes next."""
        from app.exchange.view import view_of
        from widgets.dialogs.export_table import TableExportDialog
        from widgets.tables.table_choice import recalled

        if self.dialog is not None or not self._desk.session.is_open:
            return
        kept = bytes(self._settings.bytes(LAST).data())
        self.dialog = TableExportDialog(self._owner, self._desk.look, recalled(kept, view_of(self._desk.session.proposal)))
        self.dialog.decided.connect(self._chosen)
        self.dialog.finished.connect(self._close)
        self.dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _chosen(self, choice: "TableChoice") -> None:
        self._settings.keep(LAST, QByteArray(choice.remembered()))
        proposal = self._desk.session.proposal
        name = plain_name(" ".join(filter(None, (reference(tr, proposal), self._desk.merging.title(), tr("estimate")))))
        target = self.ask_target(self._settings.export_folder or documents_folder(), name, choice.kind.value)
        if target is not None:
            self._settings.export_folder = target.parent
            self.start(target, choice)

    def ask_target(self, folder: Path, name: str, suffix: str) -> Path | None:
        """Ask where the table goes."""
        return ask_table(self._owner, folder, name, suffix)

    def start(self, target: Path, choice: "TableChoice") -> None:
        """Write the estimate of the open proposal as it is now."""
        proposal = self._desk.session.proposal
        self.target = target
        self.begun.emit(target)

        def done(found: tuple[Problem | None, int]) -> None:
            self._end()
            self._tell(target, choice, *found)

        def failed(error: Exception) -> None:
            self._end()
            self.told.emit(of_failure(error))

        self._desk.jobs.start(lambda ticket: _written(ticket, proposal, target, choice), done, failed, lane=LANE)

    @Slot()
    def cancel(self) -> None:
        """Call it off; what stood on the disk before is left as it is."""
        if self.target is not None:
            self._desk.jobs.drop(LANE)
            self._end()
            self.told.emit(Notice(Severity.INFO, tr("The export was called off.")))

    def open_file(self, file: Path) -> None:
        """Show a file with whatever the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

    def _end(self) -> None:
        self.target = None
        self.ended.emit()

    def _tell(self, target: Path, choice: "TableChoice", refused: Problem | None, size: int) -> None:
        if refused is not None:
            self.told.emit(of_problems([refused], tr("Not exported.")))
            return
        said = tr("Exported to {file}, {size}.", file=target.name, size=size_in_words(size))
        self.told.emit(Notice(Severity.INFO, said, file=target))
        if choice.opens:
            self.open_file(target)


def _written(ticket: Ticket, proposal: Proposal, target: Path, choice: "TableChoice") -> tuple[Problem | None, int]:
    """Write a table in the worker; return what prevented it, and its size in bytes."""
    from app.exchange.own import read_own
    from app.i18n import Words
    from app.merge import filled
    from app.store.targets import write_table

    proposal = filled(proposal, Words(proposal.language))
    if choice.sign:
        from app.exchange.flat import text_table

        data = text_table(proposal, choice.view, choice.sign)
    else:
        from app.exchange.workbook import workbook

        data = workbook(proposal, choice.view)
    ticket.check()
    return write_table(target, data, lambda path: read_own(path) is not None), len(data)
