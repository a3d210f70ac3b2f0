"""From a table to the proposal: reading it, asking what was understood and what to do with it, doing that as one edit."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.i18n import phrase
from app.model.estimate import Estimate
from app.model.mapping import TableMapping
from app.problems import Problem, Severity
from app.store.workspace import Workspace
from widgets.desk import Desk
from widgets.documents import Documents
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say, shorten
from widgets.tables.sources import TableSource, pasted
from widgets.tables.taking import Taking, added, replaced
from widgets.words import tr

if TYPE_CHECKING:
    from widgets.dialogs.import_table import Decision, ImportDialog
    from widgets.dialogs.update_estimate import UpdateDialog

Call = Callable[[], object]


class Importing(QObject):
    """Imports estimates. `dialog` is the one that is asked in at the moment, `changes` that in which changes are chosen."""

    def __init__(
        self, owner: QWidget, desk: Desk, documents: Documents, workspace: Workspace, when_kept: Callable[[Call], None]
    ) -> None:
        super().__init__(owner)
        self._owner, self._desk, self._documents, self._workspace = owner, desk, documents, workspace
        self._when_kept = when_kept
        self.dialog: ImportDialog | None = None
        self.changes: UpdateDialog | None = None

    def file(self, file: Path, *, wanted: Taking | None = None) -> None:
        """Ask what to do with a spreadsheet."""
        self.begin(TableSource(file), wanted)

    def clipboard(self) -> bool:
        """Ask what to do with the table on the clipboard; False where there is none."""
        source = pasted(QGuiApplication.clipboard().mimeData())
        if source is not None:
            self.begin(source)
        return source is not None

    def paste(self) -> None:
        """Import the table on the clipboard, or say that there is none."""
        if not self.clipboard():
            text = tr("There is no table on the clipboard. Copy cells in a spreadsheet first.")
            self._documents.told.emit(Notice(Severity.INFO, text))

    def begin(self, source: TableSource, wanted: Taking | None = None) -> None:
        """Show what is understood of a table, and what can be done with it."""
        if self.dialog is not None or self.changes is not None:
            return
        offers = self._offers()
        chosen = wanted if wanted in offers else offers[0]
        jobs, workspace = self._desk.jobs, self._workspace

        def known() -> tuple[TableMapping, ...]:
            # reading tables takes modules that the start does not need
            from widgets.tables.understanding import remembered

            return remembered(workspace.library)

        def show(mappings: Sequence[TableMapping]) -> None:
            from widgets.dialogs.import_table import ImportDialog

            if self.dialog is None:
                self._show(ImportDialog(self._owner, self._desk, source, mappings, offers, chosen))

        jobs.start(lambda _: known(), show, self._failed, lane="table-mappings")

    def _show(self, dialog: "ImportDialog") -> None:
        self.dialog = dialog
        dialog.decided.connect(self._take)
        dialog.finished.connect(self._close)
        dialog.open()

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _offers(self) -> tuple[Taking, ...]:
        session = self._desk.session
        if not session.is_open:
            return (Taking.NEW,)
        if not session.proposal.estimate.sections:
            return (Taking.REPLACE, Taking.NEW)
        return (Taking.UPDATE, Taking.REPLACE, Taking.ADD, Taking.NEW)

    def _take(self, decision: "Decision") -> None:
        self._remember(decision.remember)
        name = self.dialog.source.name if self.dialog else ""
        if decision.taking is Taking.NEW:
            self._when_kept(lambda: self._documents.begin(decision.read, name))
            return
        if decision.taking is Taking.UPDATE:
            self._choose_changes(decision, name)
            return
        session = self._desk.session
        take, title = (
            (added, phrase("Sections from “{file}”"))
            if decision.taking is Taking.ADD
            else (replaced, phrase("Estimate from “{file}”"))
        )
        proposal, problems = take(session.proposal, decision.read, name)
        session.edit(proposal, say(title, file=shorten(name)))
        session.go_to("estimate")
        self._tell(problems)

    def _choose_changes(self, decision: "Decision", name: str) -> None:
        """Show change by change what the table brings; those that are chosen are one edit."""
        from widgets.dialogs.update_estimate import UpdateDialog

        dialog = UpdateDialog(self._owner, self._desk, decision.understood, name)
        before = self._desk.session.proposal

        def take(estimate: Estimate) -> None:
            session = self._desk.session
            if session.proposal is before:
                session.edit(replace(before, estimate=estimate), say(phrase("Changes from “{file}”"), file=shorten(name)))
                session.go_to("estimate")

        dialog.decided.connect(take)
        dialog.finished.connect(self._close_changes)
        self.changes = dialog
        dialog.open()

    def _close_changes(self) -> None:
        if self.changes is not None:
            self.changes.deleteLater()
            self.changes = None

    def _remember(self, mapping: TableMapping | None) -> None:
        """Keep how the columns of a source are understood, for the next table that comes from there."""
        if mapping is not None:
            shelf = self._workspace.library.mappings
            self._desk.jobs.start(lambda _: shelf.put(mapping).problems, self._tell, self._failed)

    def _tell(self, problems: Sequence[Problem]) -> None:
        notice = of_problems(problems)
        if notice is not None:
            self._documents.told.emit(notice)

    def _failed(self, error: Exception) -> None:
        self._documents.told.emit(of_failure(error))
