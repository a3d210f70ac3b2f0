"""What is drawn again and again just so: drawn once into a picture of its own, which the next time is only laid down."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from widgets.look.icons import pixels_a_point
from widgets.look.scale import magnification

MOST_BYTES = 40_000_000
"""What a large screen full of cards takes with two pixels a point, and again as much."""
BYTES_A_PIXEL = 4


class Stamps:
    """Pictures by what they show; those that were not looked at for longest go once they take more than `most` bytes."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._bytes = most, 0
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def lay(self, painter: QPainter, box: QRect, shows: Hashable, draw: Callable[[QPainter, QRect], None]) -> None:
        """Lay down what `draw` draws into a box whose corner is the origin; `shows` is all that it depends on but its size."""
        ratio = pixels_a_point(painter) * magnification()  # as sharp as it is seen
        key = shows, box.width(), box.height(), ratio
        found = self._kept.get(key)
        if found is None:
            found = self._keep(key, _drawn(box.size(), ratio, draw))
        else:
            self._kept.move_to_end(key)
        is_smooth = painter.testRenderHint(_SMOOTH)
        painter.setRenderHint(_SMOOTH, False)  # pixel for pixel: smoothing would only take longer
        painter.drawPixmap(box.topLeft(), found)
        painter.setRenderHint(_SMOOTH, is_smooth)

    def _keep(self, key: Hashable, made: QPixmap) -> QPixmap:
        self._kept[key] = made
        self._bytes += _size(made)
        while self._bytes > self._most and len(self._kept) > 1:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        return made


_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform


def _drawn(size: QSize, ratio: float, draw: Callable[[QPainter, QRect], None]) -> QPixmap:
    made = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | _SMOOTH)
    draw(painter, QRect(0, 0, size.width(), size.height()))
    painter.end()
    return made


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * BYTES_A_PIXEL
