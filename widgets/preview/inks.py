"""On what colour a text of the page stands, so that what is typed over it can be read."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

LEAST_CONTRAST = 3.0
STEPS = 12


@dataclass(frozen=True)
class Inks:
    """The colour of the letters and of what they stand on."""

    ink: QColor
    ground: QColor


def inks_of(picture: QImage | None, box: QRectF, ink: QColor) -> Inks:
    """Return the ink and the middle colour of the page around a box, given as fractions of the picture; black or white where
    the ink could not be read on that.
    """
    found = sorted(_around(picture, box), key=lambda color: color.lightnessF()) if picture is not None else []
    ground = found[len(found) // 2] if found else _opposite(ink)
    return Inks(ink, ground if contrast(ink, ground) >= LEAST_CONTRAST else _opposite(ink))


def _around(picture: QImage, box: QRectF) -> list[QColor]:
    """Return the colours along the edge of a box: letters do not reach it."""
    size, found = picture.size(), []
    for step in range(STEPS + 1):
        along = step / STEPS
        for x, y in (
            (box.left() + along * box.width(), box.top()),
            (box.left() + along * box.width(), box.bottom()),
            (box.left(), box.top() + along * box.height()),
            (box.right(), box.top() + along * box.height()),
        ):
            at = (
                min(max(round(x * size.width()), 0), size.width() - 1),
                min(max(round(y * size.height()), 0), size.height() - 1),
            )
            found.append(picture.pixelColor(*at))
    return found


def _opposite(ink: QColor) -> QColor:
    white, black = QColor("#FFFFFF"), QColor("#141414")
    return white if contrast(ink, white) >= contrast(ink, black) else black


def contrast(one: QColor, other: QColor) -> float:
    """Return how well one colour is seen on another, 1 to 21. Source: WCAG 2.2, contrast ratio."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    found = 0.0
    for weight, value in ((0.2126, color.redF()), (0.7152, color.greenF()), (0.0722, color.blueF())):
        found += weight * (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return found
