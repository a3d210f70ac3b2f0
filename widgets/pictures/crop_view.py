"""A picture in large: its focus is dragged, what a place shows of it stands out from what is cut off."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model.picture import MOST_ZOOM, Picture
from widgets.look.look import Look
from widgets.pictures.crop_steps import DRAG, MOVE, ZOOM
from widgets.pictures.uses import Use, aimed, cropped, nudged
from widgets.words import tr

STEP, LEAP = 0.01, 0.1
NEARER = 1.1
"""One step of the wheel or of a key."""
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
ZOOM_KEYS = {Qt.Key.Key_Plus: NEARER, Qt.Key.Key_Equal: NEARER, Qt.Key.Key_Minus: 1 / NEARER}
LEAST = QSize(420, 340)
VEIL = QColor(0, 0, 0, 140)


def steered(event: QKeyEvent, picture: Picture) -> Picture | None:
    """Return what a key makes of a picture's crop: arrows move the focus, farther with Shift, + and - look nearer or farther."""
    key = Qt.Key(event.key())
    if key in ARROWS:
        far = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        return nudged(picture, ARROWS[key][0] * far, ARROWS[key][1] * far)
    if key in ZOOM_KEYS:
        return zoomed(picture, picture.zoom * ZOOM_KEYS[key])
    return None


def zoomed(picture: Picture, zoom: float) -> Picture:
    """Return a picture looked at from nearer or farther."""
    return replace(picture, zoom=min(max(round(zoom, 3), 1.0), MOST_ZOOM))


def turned(event: QWheelEvent, picture: Picture) -> Picture:
    """Return what the wheel makes of a picture."""
    return zoomed(picture, picture.zoom * NEARER ** (event.angleDelta().y() / 120))


class CropView(QWidget):
    """Shows a picture and its crop in one place. `changed` brings the picture with another focus or zoom, and the gesture that
    this is part of (see `widgets.pictures.crop_steps`); `settled` tells that the mouse button was let go.
    """

    changed = Signal(object, str)
    settled = Signal()

    def __init__(self, look: Look, picture: Picture) -> None:
        super().__init__()
        self._look, self._picture = look, picture
        self._image: QImage | None = None
        self._use = Use(1.0)
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("The picture and its point of interest"))
        self.setAccessibleDescription(
            tr("Arrows move the point, with Shift farther; plus and minus look nearer or from farther away")
        )

    def show_picture(self, picture: Picture, image: QImage | None, use: Use) -> None:
        """Show a picture as it is cropped for a place."""
        self._picture, self._image, self._use = picture, image, use
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture stands in the view."""
        room = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        if self._image is None:
            return room
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(room.center().x() - size.width() / 2, room.center().y() - size.height() / 2, size.width(), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the point where the click was."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._aim(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the point."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._aim(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the point there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look nearer, or from farther away."""
        self.changed.emit(turned(event, self._picture), ZOOM)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the point, look nearer."""
        changed = steered(event, self._picture)
        if changed is None:
            super().keyPressEvent(event)
        else:
            self.changed.emit(changed, MOVE if event.key() in ARROWS else ZOOM)

    def _aim(self, at: QPointF) -> None:
        box = self.picture_rect()
        if self._image is not None and not box.isEmpty():
            moved = aimed(self._picture, (at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height())
            self.changed.emit(moved, DRAG)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, dark where it is cut off, and a ring on its point."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = self.picture_rect()
        if self._image is None:
            painter.fillRect(box, self._look.color("sunken"))
            painter.setPen(self._look.color("secondary"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("The picture is being loaded…"))
        else:
            painter.drawImage(box, self._image)
            self._paint_crop(painter, box)
            paint_point(painter, box, self._picture)
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 4, 4)

    def _paint_crop(self, painter: QPainter, box: QRectF) -> None:
        assert self._image is not None
        scale = box.width() / self._image.width()
        part = cropped(self._image.size(), self._picture, self._use)
        kept = QRectF(box.x() + part.x() * scale, box.y() + part.y() * scale, part.width() * scale, part.height() * scale)
        window, around = QPainterPath(), QPainterPath()
        if self._use.is_round:
            window.addEllipse(kept)
        else:
            window.addRect(kept)
        around.addRect(box)
        painter.fillPath(around.subtracted(window), VEIL)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(Qt.GlobalColor.white, 1.5))
        painter.drawPath(window)


def paint_point(painter: QPainter, box: QRectF, picture: Picture) -> None:
    """Draw a ring on the focus of a picture that stands in a box."""
    point = QPointF(box.left() + picture.focus_x * box.width(), box.top() + picture.focus_y * box.height())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(Qt.GlobalColor.black, 4))
    painter.setOpacity(0.35)
    painter.drawEllipse(point, 9, 9)
    painter.setOpacity(1.0)
    painter.setPen(QPen(Qt.GlobalColor.white, 2))
    painter.drawEllipse(point, 9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawEllipse(point, 2, 2)
