"""Small pictures of pages in the pixels of the screen, a bounded number of them."""

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

KEPT = 256
"""One is 60 KB on a dense screen: 16 MB of them."""


class Thumbs:
    """Scales each picture once for each size."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, int, int], QPixmap] = OrderedDict()

    def scaled(self, image: QImage, size: QSize, ratio: float) -> QPixmap:
        """Return a picture of a size in points of the screen, `ratio` pixels each."""
        pixels = size * ratio
        key = (image.cacheKey(), pixels.width(), pixels.height())
        found = self._kept.get(key)
        if found is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            found = QPixmap.fromImage(image.scaled(pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
            found.setDevicePixelRatio(ratio)
            self._kept[key] = found
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found
