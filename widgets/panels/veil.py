"""What lies over the window while files are dragged over it: it says what dropping will do."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.look.look import Look, face


class Veil(QWidget):
    """A frame with `words`; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._over, self.words = look, parent, ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def invite(self, words: str) -> None:
        """Lie over everything and say this."""
        if words != self.words:
            self.words = words
            self.update()
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._look.color("window", 0.72))
        painter.setPen(QPen(self._look.color("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(12, 12, -12, -12), 12, 12)
        painter.setFont(face(18, QFont.Weight.DemiBold))
        words = QRectF(painter.fontMetrics().boundingRect(self.words)).adjusted(-28, -14, 28, 14)
        words.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(self._look.color("accent-line"), 1))
        painter.setBrush(self._look.color("raised"))
        painter.drawRoundedRect(words, 10, 10)
        painter.setPen(self._look.color("accent"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
