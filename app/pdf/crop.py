"""Which part of a picture is seen in a rectangle, and how many pixels that needs."""

from dataclasses import dataclass
from math import ceil

from app.layout.crop import seen
from app.layout.page import Treatment


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture as a page needs it: the rectangle in points, what must stay in sight, its colours, and dots an inch."""

    width: float
    height: float
    focus_x: float = 0.5
    focus_y: float = 0.5
    fit: bool = False
    treatment: Treatment = Treatment.NONE
    duotone: tuple[str, str] = ("#000000", "#ffffff")
    dpi: int = 220
    zoom: float = 1.0


@dataclass(frozen=True, slots=True)
class Crop:
    """The visible part of an upright picture in its pixels, and the size it is to be stored at."""

    left: float
    top: float
    width: float
    height: float
    pixels: tuple[int, int]

    def box(self) -> tuple[float, float, float, float]:
        """Return left, top, right, bottom."""
        return self.left, self.top, self.left + self.width, self.top + self.height


def placed(size: tuple[int, int], wanted: Wanted) -> tuple[float, float]:
    """Return the size in points that the picture takes in its rectangle: all of it, or less when it has to `fit`."""
    if not wanted.fit:
        return wanted.width, wanted.height
    scale = min(wanted.width / size[0], wanted.height / size[1])
    return size[0] * scale, size[1] * scale


def crop(size: tuple[int, int], wanted: Wanted) -> Crop:
    """Return what is seen of an upright picture of this size: as much as possible, its focus as near the middle as possible."""
    focus = wanted.focus_x, wanted.focus_y
    left, top, width, height = seen(size, (wanted.width, wanted.height), focus, fit=wanted.fit, zoom=wanted.zoom)
    return Crop(left, top, width, height, _pixels(width, height, placed(size, wanted), wanted.dpi))


def resolution(seen: Crop, wanted: Wanted, size: tuple[int, int]) -> float:
    """Return the dots an inch that the picture itself has at its printed size."""
    return seen.width / (placed(size, wanted)[0] / 72)


def _pixels(seen_width: float, seen_height: float, printed: tuple[float, float], dpi: int) -> tuple[int, int]:
    """Return the size to store: dpi at the printed size, but never more than there is."""
    share = min(1.0, printed[0] / 72 * dpi / seen_width)
    return max(1, ceil(seen_width * share - 1e-6)), max(1, ceil(seen_height * share - 1e-6))
