"""The strip at the left of the grid: chooses whole rows, and drags them to another place."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from widgets.look.look import Look
from widgets.look.scale import px

WIDTH = 18
_EDGE, _STEP = 16, 18


class Dragging(Protocol):
    """What the grid does for the strip."""

    def choose_row(self, number: int, *, further: bool) -> None:
        """Choose a whole row, or all from the one that was chosen first to it."""

    def is_chosen(self, number: int) -> bool:
        """Tell whether a row is chosen as a whole."""

    def can_drag(self, number: int) -> bool:
        """Tell whether a row can be taken elsewhere."""

    def drag_to(self, y: int | None) -> None:
        """Show where dragged rows would stand; None takes the line away."""

    def drop_at(self, y: int) -> None:
        """Put the chosen rows there."""

    def scroll_by(self, pixels: int) -> None:
        """Scroll down, or up where the number is below zero."""


class Gutter(QHeaderView):
    """The strip. Rows are taken by their handles; Escape lets go."""

    def __init__(self, look: Look, grid: Dragging, parent: QWidget, chosen: Callable[[], None]) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._grid, self._chosen = look, grid, chosen
        self._pressed: QPoint | None = None
        self._dragging = False
        self._over = -1
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setFixedWidth(px(WIDTH))
        self.setMouseTracking(True)
        self.setAccessibleName("")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a handle at the row under the pointer, a bar at those that are chosen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.color("surface"))
        first, last = self.logicalIndexAt(event.rect().top()), self.logicalIndexAt(event.rect().bottom())
        for number in range(max(first, 0), (last if last >= 0 else self.count() - 1) + 1):
            box = QRect(0, self.sectionViewportPosition(number), WIDTH, self.sectionSize(number))
            if self._grid.is_chosen(number):
                painter.fillRect(box, self._look.color("accent-wash"))
                painter.fillRect(0, box.top(), 2, box.height(), self._look.color("accent"))
            if number == self._over and self._grid.can_drag(number):
                self._handle(painter, box)

    def _handle(self, painter: QPainter, box: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("tertiary"))
        for x in (6, 11):
            for y in (-6, -1, 4):
                painter.drawEllipse(QRect(x, box.center().y() + y, 3, 3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a row; those that are chosen already can be dragged together."""
        number = self.logicalIndexAt(event.position().toPoint().y())
        if event.button() is not Qt.MouseButton.LeftButton or number < 0:
            return
        further = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if further or not self._grid.is_chosen(number):
            self._grid.choose_row(number, further=further)
        self._chosen()
        self._pressed = event.position().toPoint() if self._grid.can_drag(number) else None
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is chosen, once the pointer has left the place where it was pressed."""
        at = event.position().toPoint()
        over = self.logicalIndexAt(at.y())
        if over != self._over:
            self._over = over
            self.viewport().update()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if self._grid.can_drag(over) else Qt.CursorShape.ArrowCursor)
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if not self._dragging and (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self.grabKeyboard()
        if self._dragging:
            self._scroll(at.y())
            self._grid.drag_to(at.y())

    def _scroll(self, y: int) -> None:
        """Go on at the edges."""
        if y < _EDGE:
            self._grid.scroll_by(-_STEP)
        elif y > self.viewport().height() - _EDGE:
            self._grid.scroll_by(_STEP)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what is dragged."""
        dragged = self._dragging
        self._let_go()
        if dragged:
            self._grid.drop_at(event.position().toPoint().y())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of what is dragged."""
        if event.key() == Qt.Key.Key_Escape and self._dragging:
            self._let_go()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the handle away."""
        self._over = -1
        self.viewport().update()

    def _let_go(self) -> None:
        if self._dragging:
            self.releaseKeyboard()
        self._pressed, self._dragging = None, False
        self._grid.drag_to(None)
