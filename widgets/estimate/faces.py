"""The faces of type of the grid; what was cut and shaped once is drawn again as it is."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

from widgets.look.look import face

_MOST_KEPT = 4000
_NO_LIMIT = 10_000


class Faces:
    """Writes lines of text by the name of their face: text, figures, strong, section, subsection, small."""

    def __init__(self) -> None:
        bold = QFont.Weight.DemiBold
        self._fonts = {
            "text": face(),
            "figures": face(tabular=True),
            "strong": face(weight=bold, tabular=True),
            "section": face(14, bold),
            "subsection": face(13, bold),
            "small": face(11, tabular=True),
        }
        self._measures = {name: QFontMetrics(font) for name, font in self._fonts.items()}
        self._heights = {name: measure.height() for name, measure in self._measures.items()}
        self._kept: dict[tuple[str, str, int], tuple[QStaticText, int]] = {}

    def width(self, name: str, text: str, most: int = _NO_LIMIT) -> int:
        """Return how wide a text is in pixels, cut to a width."""
        return self._shaped(name, text, most)[1]

    def write(self, painter: QPainter, name: str, text: str, box: QRect, *, right: bool = False) -> int:
        """Write a text into the middle of a box, from the left or to the right, cut with an ellipsis. Return its width."""
        shaped, width = self._shaped(name, text, box.width())
        painter.setFont(self._fonts[name])
        left = box.left() + (box.width() - width if right else 0)
        painter.drawStaticText(left, box.top() + (box.height() - self._heights[name]) // 2, shaped)
        return width

    def _shaped(self, name: str, text: str, width: int) -> tuple[QStaticText, int]:
        found = self._kept.get((name, text, width))
        if found is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            measure = self._measures[name]
            short = measure.elidedText(text, Qt.TextElideMode.ElideRight, max(width, 0))
            shaped = QStaticText(short)
            shaped.setTextFormat(Qt.TextFormat.PlainText)
            shaped.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            shaped.prepare(QTransform(), self._fonts[name])
            found = self._kept[name, text, width] = (shaped, measure.horizontalAdvance(short))
        return found
