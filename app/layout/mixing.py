"""Colours between the colours of a palette."""

from app.brand.tokens import Brand
from app.brand.units import luminance

DARK = 0.18
"""Grounds of a lower luminance look dark."""


def mix(one: str, other: str, share: float) -> str:
    """Return a colour `share` of the way from one to the other, channel by channel in sRGB."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(first + (last - first) * share):02x}" for first, last in pairs)


def is_dark(brand: Brand) -> bool:
    """Tell whether the brand's pages are dark."""
    return luminance(brand.color("paper")) < DARK
