"""What becomes of a picture's tones in print: its own colours, greys, or two inks."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from app.layout.contrast import channels, linear
from app.layout.page import PictureItem, Treatment
from app.layout.tones import Plane

NEARLY_ALL = 0.99
"""Greys are stretched until half a percent of the pixels is cut at either end; of cells, so many are in between."""


@dataclass(frozen=True)
class InkTable:
    """The luminance of each of the 256 values of a plane. `colored` pictures have their own luminances.

    Greys are stretched to their full range; how far is only nearly known from the cells, so `dark` and `light` are the least
    and the most that a grey can come to.
    """

    colored: bool
    luminances: tuple[float, ...]
    dark: bytes = bytes(range(256))
    light: bytes = bytes(range(256))

    @classmethod
    def plain(cls) -> "InkTable":
        """Return the table of a picture in its own colours."""
        return _plain()

    @classmethod
    def of(cls, item: PictureItem, greys: Plane) -> "InkTable":
        """Return the table of a picture in greys or in two inks, whose seen part has these greys."""
        black, white = item.duotone if item.treatment is Treatment.DUOTONE else ("#000000", "#ffffff")
        return cls(False, _mixed(black, white), *_stretches(greys))

    def printed(self, plane: Plane) -> Plane:
        """Return a plane as it is printed."""
        if self.colored:
            return plane
        return Plane(plane.darkest.translate(self.dark), plane.middle.translate(self.light), plane.lightest.translate(self.light))

    def bounds(self, low: int, high: int) -> tuple[float, float]:
        """Return the least and the greatest luminance of printed values between two."""
        if self.colored:
            return self.luminances[low], self.luminances[high]
        found = self._known.get((low, high))
        if found is None:
            between = self.luminances[min(low, high) : max(low, high) + 1]
            found = self._known[low, high] = (min(between), max(between))
        return found

    @cached_property
    def _known(self) -> dict[tuple[int, int], tuple[float, float]]:
        return {}


@lru_cache(1)
def _plain() -> InkTable:
    return InkTable(True, tuple(value / 255 for value in range(256)))


@lru_cache(16)
def _mixed(black: str, white: str) -> tuple[float, ...]:
    pairs = tuple(zip(channels(black), channels(white), strict=True))
    found = []
    for value in range(256):
        red, green, blue = (dark + (light - dark) * value / 255 for dark, light in pairs)
        found.append(0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue))
    return tuple(found)


def _stretches(greys: Plane) -> tuple[bytes, bytes]:
    """Return, for every grey, the darkest and the lightest that it can become."""
    darkest, lightest = min(greys.darkest), max(greys.lightest)
    if darkest == lightest:
        return bytes(range(256)), bytes(range(256))
    middles = sorted(greys.middle)
    last = len(middles) - 1
    dark = _stretch(middles[last - int(last * NEARLY_ALL)], lightest, 0)
    return dark, _stretch(darkest, middles[int(last * NEARLY_ALL)], 255)


def _stretch(low: int, high: int, otherwise: int) -> bytes:
    if high <= low:
        return bytes((otherwise,)) * 256
    return bytes(round(min(max((value - low) / (high - low), 0.0), 1.0) * 255) for value in range(256))
