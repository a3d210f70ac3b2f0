"""Colours that are worked out from others: mixed, or as much darker or lighter as it takes to be read; the hue stays."""

import colorsys
from collections.abc import Iterable

from app.brand.units import contrast

TEXT = 4.5
"""The contrast that small text needs (WCAG 2.2, success criterion 1.4.3)."""
GRAPHIC = 3.0
"""That of signs and of rules with a meaning (WCAG 2.2, success criterion 1.4.11)."""
BLACK, WHITE = "#000000", "#FFFFFF"
_STEPS = 200


def rgb(color: str) -> tuple[int, int, int]:
    """Return the channels of a colour `#rrggbb`, 0 to 255."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def written(red: float, green: float, blue: float) -> str:
    """Return channels of 0 to 255 as `#RRGGBB`."""
    return "#{:02X}{:02X}{:02X}".format(*(min(max(round(channel), 0), 255) for channel in (red, green, blue)))


def mix(one: str, other: str, share: float) -> str:
    """Return `one` with so much of `other` in it, 0 to 1."""
    red, green, blue = (a + (b - a) * share for a, b in zip(rgb(one), rgb(other), strict=True))
    return written(red, green, blue)


def hls(color: str) -> tuple[float, float, float]:
    """Return hue, lightness and saturation, each 0 to 1."""
    red, green, blue = (channel / 255 for channel in rgb(color))
    return colorsys.rgb_to_hls(red, green, blue)


def at_lightness(color: str, lightness: float) -> str:
    """Return a colour as light as is told, its hue and saturation as they are."""
    hue, _, saturation = hls(color)
    red, green, blue = colorsys.hls_to_rgb(hue, min(max(lightness, 0.0), 1.0), saturation)
    return written(red * 255, green * 255, blue * 255)


def least(color: str, grounds: Iterable[str]) -> float:
    """Return the least contrast of a colour to several grounds."""
    return min(contrast(color, ground) for ground in grounds)


def legible(color: str, grounds: Iterable[str], wanted: float = TEXT, *, lighter: bool | None = None) -> str:
    """Return a colour changed in its lightness alone, as little as it takes for the contrast that is wanted to every ground.

    It becomes `lighter` or darker as told, else whichever leads there first. Where nothing does, the colour at that end comes.
    """
    grounds = tuple(grounds)
    if least(color, grounds) >= wanted:
        return color
    start = hls(color)[1]
    for step in range(1, _STEPS + 1):
        for up in (False, True) if lighter is None else (lighter,):
            found = at_lightness(color, start + ((1 - start) if up else -start) * step / _STEPS)
            if least(found, grounds) >= wanted:
                return found
    return WHITE if lighter or (lighter is None and least(WHITE, grounds) > least(BLACK, grounds)) else BLACK


def readable_on(ground: str, offered: Iterable[str]) -> str:
    """Return the first of the colours that text can have on a ground, else black or white: one of these always can."""
    for color in offered:
        if contrast(color, ground) >= TEXT:
            return color
    return max((BLACK, WHITE), key=lambda color: contrast(color, ground))


def apart(one: str, other: str) -> float:
    """Return how different two colours look, 0 to 1: a weighted distance of their channels."""
    red, green, blue = (abs(a - b) / 255 for a, b in zip(rgb(one), rgb(other), strict=True))
    return 0.3 * red + 0.5 * green + 0.2 * blue
