"""Two parts side by side where there is room for both, else one below the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

WIDEST = 1080
NARROWEST = 780
"""Pixels that are needed for both."""
SIDES = (312, 400)
"""The narrowest and the widest that the other part becomes."""
SHARE = 0.37


class Beside(QWidget):
    """The main part takes what the other one leaves."""

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self._side = side
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(32)
        self._box.addWidget(main, 1, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is too little room, or enough again."""
        super().resizeEvent(event)
        wide = event.size().width() >= NARROWEST
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        narrowest, widest = SIDES
        side = min(max(round(event.size().width() * SHARE), narrowest), widest)
        self._side.setFixedWidth(side if wide else event.size().width())
        if self._box.direction() != direction:
            self._box.setDirection(direction)
