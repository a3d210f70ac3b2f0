"""Tints of one colour, from full to pale: they stay apart in grey print as well."""

from app.brand.tokens import Brand
from app.brand.units import contrast
from app.layout.mixing import mix

PALEST = 0.8
"""So much paper is in the palest tint."""
READABLE = 4.5
"""A colour with less contrast to the paper leaves too few steps for tints; then they are made of ink."""


def tints(brand: Brand, count: int) -> list[str]:
    """Return so many tints, the strongest first, in equal steps."""
    paper, accent = brand.color("paper"), brand.color("accent")
    full = accent if contrast(accent, paper) >= READABLE else brand.color("ink")
    return [mix(full, paper, PALEST * i / max(count - 1, 1)) for i in range(count)]


def on(brand: Brand, tint: str) -> str:
    """Return the colour of type that reads on a tint: ink or paper, whichever stands out more."""
    return max((brand.color("ink"), brand.color("paper")), key=lambda color: contrast(color, tint))
