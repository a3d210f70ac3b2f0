"""What a gradient does to the light beneath it. The sums are those of `app.pdf.gradients`: sRGB values are mixed."""

from bisect import bisect
from collections.abc import Sequence
from math import cos, radians, sin

from app.layout.contrast import channels, encoded, linear
from app.layout.ground import Zone
from app.layout.page import GradientItem

Bounds = tuple[float, float]
"""The least and the greatest of something."""
NEAR = 1e-6


def lightest(light: float, share: float, color: str) -> float:
    """Return the most light that a place of any colour and so much light can have under a colour of this opacity.

    The sRGB curve makes mixing concave in every channel's light, so that of all colours of one luminance the grey keeps most.
    """
    return linear(encoded(light) * (1 - share) + max(channels(color)) * share)


def darkest(light: float, share: float, color: str) -> float:
    """Return the least light that a place of any colour and so much light can have under a colour of this opacity.

    Of all colours of one luminance the pure ones, whose channels are full or empty, keep least: the chord of the curve.
    """
    least = min(channels(color)) * share
    empty, full = linear(least), linear(1 - share + least)
    return empty + light * (full - empty)


class Veil:
    """A gradient as something that is looked up often: its least and its greatest opacity over rectangles."""

    def __init__(self, item: GradientItem) -> None:
        self.color = item.color
        self._frame = (item.x, item.y, item.x + item.width, item.y + item.height)
        turn = radians(item.angle)
        length = abs(item.width * cos(turn)) + abs(item.height * sin(turn))
        self._across, self._down = cos(turn) / length, sin(turn) / length
        self._start = 0.5 - (item.x + item.width / 2) * self._across - (item.y + item.height / 2) * self._down
        self._places = [at for at, _ in item.stops]
        self._values = [value for _, value in item.stops]

    def shares(self, zone: Zone) -> Bounds:
        """Return the least and the greatest opacity over a rectangle; where the gradient ends within it, the least is none."""
        left, top, right, bottom = zone
        frame = self._frame
        if left >= frame[2] or right <= frame[0] or top >= frame[3] or bottom <= frame[1]:
            return 0.0, 0.0
        middle = self._start + (left + right) / 2 * self._across + (top + bottom) / 2 * self._down
        half = abs((right - left) / 2 * self._across) + abs((bottom - top) / 2 * self._down)
        values = [self._at(middle - half), self._at(middle + half)]
        values += self._values[bisect(self._places, middle - half) : bisect(self._places, middle + half)]
        inside = left > frame[0] - NEAR and top > frame[1] - NEAR and right < frame[2] + NEAR and bottom < frame[3] + NEAR
        return min(values) if inside else 0.0, max(values)

    def _at(self, place: float) -> float:
        places, values = self._places, self._values
        after = bisect(places, place)
        if after == 0 or after == len(places):
            return values[min(after, len(values) - 1)]
        start, end = places[after - 1], places[after]
        return values[after - 1] + (values[after] - values[after - 1]) * (place - start) / (end - start)


def under(low: float, high: float, spread: float, veils: Sequence[Veil], zone: Zone) -> tuple[float, float, float]:
    """Return the least and the greatest luminance of a rectangle, and what is left of its contrast, beneath these gradients."""
    for veil in veils:
        least, most = veil.shares(zone)
        if most > 0:
            high = max(lightest(high, least, veil.color), lightest(high, most, veil.color))
            low = min(darkest(low, least, veil.color), darkest(low, most, veil.color))
            spread *= 1 - least
    return low, high, spread


def needed_dark(light: float, most: float, color: str) -> float:
    """Return the opacity at which a dark colour brings any place of so much light down to `most`; above 1 where none does."""
    value, wanted, floor = encoded(light), encoded(most), max(channels(color))
    if value <= wanted:
        return 0.0
    return (value - wanted) / (value - floor) if wanted > floor else 2.0


def needed_light(light: float, least: float, color: str) -> float:
    """Return the opacity at which a light colour brings any place of so much light up to `least`; above 1 where none does."""
    if light >= least:
        return 0.0
    if darkest(light, 1.0, color) < least:
        return 2.0
    low, high = 0.0, 1.0
    for _ in range(16):
        middle = (low + high) / 2
        low, high = (middle, high) if darkest(light, middle, color) < least else (low, middle)
    return high
