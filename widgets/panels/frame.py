"""The lines above and below the panes: buttons and the proposal's name; what is saved and what is wrong."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app.i18n import phrase
from app.wording import worded
from widgets.actions import Actions
from widgets.desk import Desk
from widgets.exports import Exports
from widgets.keeping import Keeping, Kept
from widgets.life.badge import StatusBadge
from widgets.look.parts import label, plain_tip, row, styled, tool
from widgets.panels.export_strip import ExportStrip
from widgets.phrases import shorten
from widgets.pictures.strip import IntakeStrip
from widgets.session import Change
from widgets.table_exports import TableExports
from widgets.words import language, tr, tr_plural

SAID = {
    Kept.SAVED: phrase("Saved"),
    Kept.UNSAVED: phrase("Editing…"),
    Kept.SAVING: phrase("Saving…"),
    Kept.FAILED: phrase("Not saved"),
    Kept.READ_ONLY: phrase("For reading only"),
}
"""How it stands with what is seen and what is on the disk."""

MOST_REASONS = 3
"""So many are told by the button; the list of problems has them all."""


class Toolbar(QWidget):
    """The buttons that are used most, and the name of what is open."""

    def __init__(self, desk: Desk, actions: Actions) -> None:
        super().__init__()
        styled(self, "toolbar")
        self._desk = desk
        self.setFixedHeight(48)
        self._title, self._badge = label("", "strong"), StatusBadge(desk, actions)
        across = row(self, (12, 0, 12, 0), gap=2)
        for name in ("new", "open", "save"):
            across.addWidget(self._button(actions[name]))
        across.addSpacing(12)
        for name in ("undo", "redo"):
            across.addWidget(self._button(actions[name]))
        across.addStretch(1)
        across.addWidget(self._title)
        across.addSpacing(8)
        across.addWidget(self._badge)
        across.addStretch(1)
        export = actions["export"]
        self._export = QPushButton(tr("Export PDF"))
        self._export.setObjectName("primary")
        self._export.clicked.connect(export.trigger)
        export.changed.connect(self._follow_export)
        self._export_action = export
        across.addWidget(self._export)
        desk.session.changed.connect(self._changed)
        desk.pages.laid_out.connect(self._offer_export)
        self._offer_export()
        self._show()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(20, 20))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _follow_export(self) -> None:
        self._export.setEnabled(self._export_action.isEnabled())

    def _offer_export(self) -> None:
        """Offer the final PDF, or say what forbids it and offer a draft."""
        forbids = self._desk.pages.forbidding
        self._export.setText(tr("Export a draft…") if forbids else tr("Export PDF"))
        reasons = "\n".join(worded(found, language()) for found in forbids[:MOST_REASONS])
        self._export.setToolTip(plain_tip(reasons) if reasons else self._export_action.shortcut().toString())

    def show_name(self, shown: bool) -> None:
        """Show the name of the proposal, or none."""
        self._title.setVisible(shown)
        self._badge.setVisible(shown)
        self._export.setVisible(shown)

    def _changed(self, change: Change) -> None:
        self._show()

    def _show(self) -> None:
        session = self._desk.session
        self._title.setText(shorten(session.proposal.title, 70) if session.is_open else "")


class StatusBar(QWidget):
    """Whether all is saved, whether something is being done, and what is wrong."""

    def __init__(self, desk: Desk, keeping: Keeping, show_problems: QAction, exports: Exports, tables: TableExports) -> None:
        super().__init__()
        styled(self, "statusbar")
        self._desk, self._keeping = desk, keeping
        self.setFixedHeight(32)
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
