"""The button of the PDF. A click exports it; who drags it takes the PDF along, into a letter or onto the desktop."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton


class ExportButton(QPushButton):
    """`dragged` tells that somebody pulls at it instead of clicking it."""

    dragged = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setObjectName("primary")
        self._from: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or a drag."""
        self._from = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """From a certain way on it is no click any more."""
        super().mouseMoveEvent(event)
        if self._from is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._from = None
            self.setDown(False)
            self.dragged.emit()
