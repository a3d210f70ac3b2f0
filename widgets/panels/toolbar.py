"""The line above the panes: the buttons that are used most, and the name of what is open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from widgets.actions import Actions
from widgets.look.parts import label, plain_tip, row, styled
from widgets.look.scale import px
from widgets.panels.export_button import ExportButton
from widgets.phrases import shorten
from widgets.session import Change
from widgets.words import language, tr

if TYPE_CHECKING:
    from widgets.desk import Desk
    from widgets.life.badge import StatusBadge

MOST_REASONS = 3
"""So many are told by the button; the list of problems has them all."""


class Toolbar(QWidget):
    """The buttons that are used most, and the name of what is open."""

    def __init__(self, desk: "Desk", actions: Actions) -> None:
        super().__init__()
        styled(self, "toolbar")
        self._desk = desk
        self.setFixedHeight(px(48))
        self._title = label("", "strong")
        self._badge: StatusBadge | None = None
        self._has_name = False
        across = self._across = row(self, (12, 0, 12, 0), gap=2)
        for name in ("new", "open", "save"):
            across.addWidget(self._button(actions[name]))
        across.addSpacing(12)
        for name in ("undo", "redo"):
            across.addWidget(self._button(actions[name]))
        across.addStretch(1)
        across.addWidget(self._title)
        across.addStretch(1)
        export = actions["export"]
        self._export = ExportButton(tr("Export PDF…"))
        self.dragged = self._export.dragged
        self._export.clicked.connect(export.trigger)
        export.changed.connect(self._follow_export)
        self._export_action = export
        across.addWidget(self._export)
        self._export.hide()

    def furnish(self, actions: Actions) -> None:
        """Show from now on what is open and how it stands."""
        from widgets.life.badge import StatusBadge

        self._badge = StatusBadge(self._desk, actions)
        place = self._across.indexOf(self._title) + 1
        self._across.insertSpacing(place, 8)
        self._across.insertWidget(place + 1, self._badge)
        self._desk.session.changed.connect(self._changed)
        self._desk.pages.laid_out.connect(self._offer_export)
        self._offer_export()
        self._show()
        self.show_name(self._has_name)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(QSize(px(20), px(20)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _follow_export(self) -> None:
        self._export.setEnabled(self._export_action.isEnabled())

    def _offer_export(self) -> None:
        """Offer the final PDF, or say what forbids it and offer a draft."""
        from app.wording import worded

        forbids = self._desk.pages.forbidding
        self._export.setText(tr("Export a draft…") if forbids else tr("Export PDF…"))
        reasons = "\n".join(worded(found, language()) for found in forbids[:MOST_REASONS])
        told = reasons or self._export_action.shortcut().toString()
        self._export.setToolTip(plain_tip(f"{told}\n{tr('Or drag it into a letter or onto the desktop.')}"))

    def show_name(self, shown: bool) -> None:
        """Show the name of the proposal, or none."""
        self._has_name = shown
        self._title.setVisible(shown)
        if self._badge is not None:
            self._badge.setVisible(shown)
        self._export.setVisible(shown)

    def _changed(self, change: Change) -> None:
        self._show()

    def _show(self) -> None:
        session = self._desk.session
        self._title.setText(shorten(session.proposal.title, 70) if session.is_open else "")
