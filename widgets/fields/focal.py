"""A picture with the point that survives every crop; a click or the arrow keys move it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.look.look import Look

STEP, FAR = 0.02, 5
_ARROWS = {Qt.Key.Key_Left: (-STEP, 0), Qt.Key.Key_Right: (STEP, 0), Qt.Key.Key_Up: (0, -STEP), Qt.Key.Key_Down: (0, STEP)}


class FocalView(QWidget):
    """Shows a picture, as large as fits into a box. `focused` brings the point as fractions of the picture's width and height,
    `opened` asks for the large view.
    """

    focused = Signal(float, float)
    opened = Signal()

    def __init__(self, look: Look, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._point = self._before = QPointF(0.5, 0.5)
        self._room = size
        self.setFixedSize(size)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def show_picture(self, image: QImage | None, x: float, y: float) -> None:
        """Show a picture and its point."""
        self._image, self._point = image, QPointF(x, y)
        inner = self._room - QSize(4, 4)
        fitting = image.size().scaled(inner, Qt.AspectRatioMode.KeepAspectRatio) if image is not None else inner
        self.setFixedSize(fitting + QSize(4, 4))
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture stands in the box."""
        return QRectF(self.rect()).adjusted(2, 2, -2, -2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the point where the click was."""
        if event.button() is Qt.MouseButton.LeftButton and self._image is not None:
            self._before = self._point
            self._aim(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the point."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._image is not None:
            self._aim(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the large view; the first of the two clicks was not meant for the point."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._move(self._before.x(), self._before.y())
        self.opened.emit()

    def _aim(self, at: QPointF) -> None:
        box = self.picture_rect()
        self._move((at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point a little, or farther with Shift; Enter asks for the large view."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            times = FAR if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._move(self._point.x() + step[0] * times, self._point.y() + step[1] * times)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _move(self, x: float, y: float) -> None:
        self.focused.emit(min(max(round(x, 3), 0.0), 1.0), min(max(round(y, 3), 0.0), 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture with a ring on its point."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = self.picture_rect()
        around = QPainterPath()
        around.addRoundedRect(box, 6, 6)
        painter.setClipPath(around)
        if self._image is None:
            painter.fillRect(box, self._look.color("sunken"))
        else:
            painter.drawImage(box, self._image)
            self._paint_point(painter, box)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)

    def _paint_point(self, painter: QPainter, box: QRectF) -> None:
        point = QPointF(box.left() + self._point.x() * box.width(), box.top() + self._point.y() * box.height())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.black, 4, Qt.PenStyle.SolidLine))
        painter.setOpacity(0.35)
        painter.drawEllipse(point, 8, 8)
        painter.setOpacity(1.0)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.drawEllipse(point, 8, 8)
        painter.setBrush(Qt.GlobalColor.white)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(point, 2, 2)
