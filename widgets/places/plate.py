"""A button that is a plate with words of several kinds on it: as tall as they are, plain or with an edge."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.look.look import Look

RADIUS = 8.0


class Plate(QAbstractButton):
    """Lay words out on it with a layout of its own; they let clicks through. `edged` draws an edge around it, `least` is its
    height where the words need less."""

    def __init__(self, look: Look, name: str, call: Callable[[], object], *, edged: bool = False) -> None:
        super().__init__()
        self._look, self._edged = look, edged
        self.least = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: call())

    def put(self, *parts: QWidget) -> None:
        """Let clicks on these through."""
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def needed(self, width: int) -> int:
        """Return how tall the words are in a width."""
        layout = self.layout()
        if layout is None:
            return 0
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """Ask for the room of the words."""
        layout = self.layout()
        return layout.totalSizeHint() if layout is not None else QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the words are in this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the words are, now that their faces are known."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = max(self.least, self.needed(self.width()))
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        layout = self.layout()
        if layout is not None:
            layout.setGeometry(self.rect())  # it has been asked before there was so much room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Redraw where the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        ground = "accent-wash" if self.isChecked() else "hover" if over else "surface"
        painter.setBrush(self._look.color(ground))
        width = 2.0 if self.hasFocus() else 1.0
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), width))
        elif self._edged:
            painter.setPen(QPen(self._look.color("accent-line" if over or self.isChecked() else "outline"), width))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), RADIUS, RADIUS)
