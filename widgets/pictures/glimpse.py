"""A small view of a picture as one place on the pages shows it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from app.model.picture import Picture
from widgets.look.look import Look, face
from widgets.look.scale import grown, magnified
from widgets.pictures.uses import Use, cropped
from widgets.words import tr

ROOM = QSize(132, 104)
WORDS = 36


class Glimpse(QAbstractButton):
    """Pressed, its crop is outlined in the large view."""

    def __init__(self, look: Look, use: Use) -> None:
        super().__init__()
        self._look, self.use = look, use
        self._picture: Picture | None = None
        self._image: QImage | None = None
        self._dots, self._least = 0, 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(grown(QSize(ROOM.width() + 8, ROOM.height() + WORDS + 8)))

    def show_picture(self, picture: Picture, image: QImage | None, dots: int, least: int) -> None:
        """Show a picture, which has so many dots an inch there; 0 is not known."""
        self._picture, self._image, self._dots, self._least = picture, image, dots, least
        self.setAccessibleName(f"{self.use.words}, {self._told()}" if dots else self.use.words)
        self.update()

    @property
    def is_soft(self) -> bool:
        """Whether the picture has too few dots there."""
        return 0 < self._dots < self._least

    def _told(self) -> str:
        if self.is_soft:
            return tr("{dots} dots an inch: soft", dots=self._dots)
        return tr("{dots} dots an inch", dots=self._dots) if self._dots else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen, and what the place is called below."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        with magnified(painter, self.rect()):
            self._paint(painter, self._box())

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        shape = QPainterPath()
        if self.use.is_round:
            shape.addEllipse(box)
        else:
            shape.addRoundedRect(box, 3, 3)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(box, self._look.color("sunken"))
        if self._image is not None and self._picture is not None:
            painter.drawImage(box, self._image, cropped(self._image.size(), self._picture, self.use))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2 if self.hasFocus() else 1.5))
            painter.drawPath(shape)
        self._paint_words(painter)

    def _box(self) -> QRectF:
        width = min(ROOM.width(), ROOM.height() * self.use.aspect)
        height = width / self.use.aspect
        return QRectF(4 + (ROOM.width() - width) / 2, 4 + (ROOM.height() - height) / 2, width, height)

    def _paint_words(self, painter: QPainter) -> None:
        line = QRectF(0, ROOM.height() + 10, ROOM.width() + 8, 16)
        painter.setFont(face(12))
        painter.setPen(self._look.color("text" if self.isChecked() else "secondary"))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self.use.words)
        told = self._told()
        if told:
            painter.setFont(face(11))
            painter.setPen(self._look.color("warning" if self.is_soft else "secondary"))
            painter.drawText(line.translated(0, 16), Qt.AlignmentFlag.AlignCenter, told)
