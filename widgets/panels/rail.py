"""The rail at the left edge of the window: the places one can be in, always in sight."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from widgets.look.parts import column, plain_tip, rule, styled
from widgets.look.scale import factor, px
from widgets.places.place import RECORD_MIME
from widgets.words import tr

WIDTH = 92
ICON = QSize(20, 20)
HELD = 500
"""Milliseconds: who comes by only is not led away."""


class PlaceButton(QToolButton):
    """Leads to a place. Something of the library that is held over it for a moment is taken along."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._held = QTimer(self, singleShot=True, interval=HELD)
        self._held.timeout.connect(self.click)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Wait whether it stays."""
        if event.mimeData().hasFormat(RECORD_MIME):
            event.acceptProposedAction()
            self._held.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It only came by."""
        self._held.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing is dropped here: go there at once."""
        event.ignore()
        self._held.stop()
        self.click()


class Rail(QWidget):
    """A button for each place; the one of the place that is looked at is pressed."""

    def __init__(self, proposal: QAction, places: Iterable[QAction], below: Iterable[QAction] = ()) -> None:
        super().__init__()
        styled(self, "rail")
        self.setMinimumWidth(px(WIDTH))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)  # wider where letters are larger
        self.setAccessibleName(tr("Places"))
        self._box: QVBoxLayout = column(self, (6, 8, 6, 8), gap=4)
        self.buttons = {action.objectName(): self._add(action) for action in places}
        self._rule = rule()
        self._box.addSpacing(4)
        self._box.addWidget(self._rule)
        self._box.addSpacing(4)
        self.buttons[proposal.objectName()] = self._add(proposal)
        self._box.addStretch(1)
        for action in below:
            self.buttons[action.objectName()] = self._add(action)

    def show_place(self, name: str, *, is_open: bool) -> None:
        """Press the button of a place; that of the open proposal is there only while one is open."""
        for own, button in self.buttons.items():
            button.setChecked(own == f"place-{name}")
        self.buttons["place-proposal"].setVisible(is_open)
        self._rule.setVisible(is_open)

    def _add(self, action: QAction) -> QToolButton:
        button = PlaceButton()
        button.setObjectName("place")
        button.setText(action.text().replace("&", ""))
        button.setIcon(action.icon())
        button.setIconSize(ICON * factor())
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(plain_tip(f"{button.text()}  {action.shortcut().toString()}".strip()))
        button.setAccessibleName(button.text())
        button.clicked.connect(lambda _checked=False: self._press(button, action))
        self._box.addWidget(button)
        return button

    def _press(self, button: QToolButton, action: QAction) -> None:
        """A pressed button stays pressed; the window tells which one is, by `show_place`."""
        button.setChecked(True)
        action.trigger()
