"""The line below the panes: what is saved, what is being done and what is wrong."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.i18n import phrase
from widgets.desk import Desk
from widgets.exports import Exports
from widgets.keeping import Keeping, Kept
from widgets.look.parts import label, row, styled, tool
from widgets.look.scale import px
from widgets.panels.export_strip import ExportStrip
from widgets.pictures.strip import IntakeStrip
from widgets.session import Change
from widgets.table_exports import TableExports
from widgets.words import tr, tr_plural

SAID = {
    Kept.SAVED: phrase("Saved"),
    Kept.UNSAVED: phrase("Editing…"),
    Kept.SAVING: phrase("Saving…"),
    Kept.FAILED: phrase("Not saved"),
    Kept.READ_ONLY: phrase("For reading only"),
}
"""How it stands with what is seen and what is on the disk."""


class StatusBar(QWidget):
    """Whether all is saved, whether something is being done, and what is wrong."""

    def __init__(self, desk: Desk, keeping: Keeping, show_problems: QAction, exports: Exports, tables: TableExports) -> None:
        super().__init__()
        styled(self, "statusbar")
        self._desk, self._keeping = desk, keeping
        self.setFixedHeight(px(32))
        self._saved, self._busy = label("", "small"), label("", "small")
        self._problems = tool(desk.look, "check", tr("What is wrong"), show_problems.trigger, 16)
        self._problems.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        across = row(self, (16, 0, 8, 0), gap=16)
        across.addWidget(self._saved)
        across.addWidget(self._busy)
        across.addStretch(1)
        across.addWidget(IntakeStrip(desk.media.intake))
        across.addWidget(ExportStrip(exports))
        across.addWidget(ExportStrip(tables))
        across.addWidget(self._problems)
        desk.session.changed.connect(self._changed)
        desk.jobs.busy_changed.connect(self._show_busy)
        keeping.changed.connect(self._show)
        self._show()
        self._show_busy(desk.jobs.busy)
        self.count(0, 0)

    def count(self, errors: int, problems: int) -> None:
        """Say how much is wrong."""
        icon, color = ("error", "error") if errors else ("problems", "warning") if problems else ("check", "success")
        self._problems.setIcon(self._desk.look.icon(icon, color))
        self._problems.setText(tr_plural("{n} problem", "{n} problems", problems) if problems else tr("No problems"))

    def _show(self) -> None:
        session = self._desk.session
        self._problems.setVisible(session.is_open)
        self._saved.setText(tr(SAID[self._keeping.state]) if session.is_open else "")

    def _changed(self, change: Change) -> None:
        self._show()

    def _show_busy(self, busy: bool) -> None:
        self._busy.setText(tr("Working…") if busy else "")
