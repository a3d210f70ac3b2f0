"""A record large, over the window, as long as one looks at it: Space or Escape closes it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.library.records import Record, name_of
from widgets.look.look import Look, face
from widgets.places.library.bench import Setting
from widgets.places.library.previews import Previews
from widgets.words import tr

WIDTH = 1200


class Peek(QWidget):
    """Lies over the widget it is given."""

    def __init__(self, look: Look, previews: Previews, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._previews, self._over = look, previews, over
        self._record: Record | None = None
        self._setting = Setting("", "")
        self._back: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Preview"))
        previews.painted.connect(self.update)
        self.hide()

    def look_at(self, record: Record, setting: Setting, back: QWidget) -> None:
        """Show a record; the focus goes `back` afterwards."""
        self._record, self._setting, self._back = record, setting, back
        self.setAccessibleName(tr("Preview of “{title}”", title=name_of(record)))
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, whatever key it is; arrows go on to the next card."""
        self._close()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) and self._back is not None:
            self._back.keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close."""
        self._close()

    def _close(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page in the middle."""
        if self._record is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), self._look.color("desk", 0.96))
        image = self._previews.picture(self._record, self._setting, WIDTH)
        room = QRectF(self.rect()).adjusted(48, 56, -48, -32)
        painter.setFont(face(13, QFont.Weight.DemiBold))
        painter.setPen(self._look.color("text"))
        title = QRectF(room.left(), 16, room.width(), 24)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, name_of(self._record))
        if image is None:
            blank = self._previews.is_blank(self._record, self._setting, WIDTH)
            painter.setPen(self._look.color("secondary"))
            words = tr("There is no page of it yet.") if blank else tr("Setting the page…")
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
            return
        paint_paper(painter, room, image, self._look)


def paint_paper(painter: QPainter, room: QRectF, image: QImage, look: Look) -> None:
    """Draw a page with a soft shadow, as large as fits into the middle of a room."""
    size = QSize(image.size()).scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    paper = QRectF(QPointF(), size.toSizeF())
    paper.moveCenter(room.center())
    painter.setPen(Qt.PenStyle.NoPen)
    for spread, opacity in ((8, 0.04), (4, 0.06)):
        painter.setBrush(look.color("page-shadow", opacity))
        painter.drawRoundedRect(paper.adjusted(-spread, -spread + 4, spread, spread + 4), spread, spread)
    painter.drawImage(paper, image)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.color("page-edge"), 1))
    painter.drawRect(paper.adjusted(-0.5, -0.5, 0.5, 0.5))
