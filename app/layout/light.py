"""What a gradient does to the light beneath it. The sums are those of `app.pdf.gradients`: sRGB values are mixed."""

from math import cos, radians, sin

from app.layout.contrast import channels, encoded, linear
from app.layout.page import GradientItem

Bounds = tuple[float, float]
"""The least and the greatest luminance of a place, 0…1."""


def along(item: GradientItem, x: float, y: float) -> float:
    """Return how far along a gradient's axis a place is: 0 where it begins, 1 where it ends, as CSS lays the axis."""
    turn = radians(item.angle)
    across, down = cos(turn), sin(turn)
    length = abs(item.width * across) + abs(item.height * down)
    return 0.5 + ((x - item.x - item.width / 2) * across + (y - item.y - item.height / 2) * down) / length


def opacity(item: GradientItem, x: float, y: float) -> float:
    """Return the opacity of a gradient at a place; it ends at its rectangle."""
    outside = x < item.x - 1e-6 or y < item.y - 1e-6 or x > item.x + item.width + 1e-6 or y > item.y + item.height + 1e-6
    if outside or not item.stops:
        return 0.0
    at = along(item, x, y)
    before = item.stops[0]
    if at <= before[0]:
        return before[1]
    for stop in item.stops[1:]:
        if at <= stop[0]:
            share = (at - before[0]) / (stop[0] - before[0]) if stop[0] > before[0] else 1.0
            return before[1] + (stop[1] - before[1]) * share
        before = stop
    return before[1]


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


def under(bounds: Bounds, items: list[GradientItem], zone: tuple[float, float, float, float]) -> Bounds:
    """Return the bounds of a rectangle's luminances beneath these gradients, painted in this order."""
    low, high = bounds
    left, top, right, bottom = zone
    places = ((left, top), (right, top), (left, bottom), (right, bottom), ((left + right) / 2, (top + bottom) / 2))
    for item in items:
        shares = [opacity(item, x, y) for x, y in places]
        least, most = min(shares), max(shares)
        if most > 0:
            high = max(lightest(high, least, item.color), lightest(high, most, item.color))
            low = min(darkest(low, least, item.color), darkest(low, most, item.color))
    return low, high


def veiled(items: list[GradientItem], zone: tuple[float, float, float, float]) -> float:
    """Return how much of a rectangle's own contrast is left at most beneath these gradients, 0…1."""
    left, top, right, bottom = zone
    rest = 1.0
    for item in items:
        rest *= 1 - min(opacity(item, x, y) for x in (left, right) for y in (top, bottom))
    return rest


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
