"""What a brandbook drawn for one paper becomes on a smaller one: large type and margins shrink, text is still read."""

import math
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from app.brand.tokens import PageFormat, StyleToken

READ = 10.5
"""Type of so many points or less is there to be read, not to be looked at; nothing larger becomes smaller than this."""
DISPLAY = 16.0
"""Type of so many points is set as headlines are:"""
DISPLAY_PARTS, TEXT_PARTS = 2, 4
"""its lines are half baseline steps apart, those of smaller type quarters; neither stands closer than one step."""
STEP_DOWN = 0.96
"""A size is so many times the one before it at most."""
ALIKE = 0.95
"""Papers that differ by less are one."""


def shrinkage(width: float, height: float, drawn: tuple[float, float]) -> float:
    """Return how much smaller a page is than the one that its brandbook was drawn for, as a ratio of lengths, 1 at most."""
    ratio = math.sqrt(width * height / (drawn[0] * drawn[1]))
    return 1.0 if ratio > ALIKE else ratio


def on_paper(page: PageFormat, scale: float) -> PageFormat:
    """Return the page with narrower margins: between as wide as they were drawn and as small as the page has become."""
    ratio = math.sqrt(scale)
    return replace(page, top=page.top * ratio, bottom=page.bottom * ratio, left=page.left * ratio, right=page.right * ratio)


def scaled(styles: Mapping[str, StyleToken], scale: float) -> Mapping[str, StyleToken]:
    """Return the styles with their large type as much smaller as the page is."""
    return styles if scale >= 1.0 else {name: _scaled(style, scale) for name, style in styles.items()}


def _scaled(style: StyleToken, scale: float) -> StyleToken:
    if style.size <= READ:
        return style
    size, *rest = (_size(size, scale) for size in (style.size, *style.sizes))
    # Sizes that are hardly smaller than the ones before them are not worth trying.
    sizes = [small for before, small in pairwise((size, *rest)) if small <= before * STEP_DOWN]
    parts = DISPLAY_PARTS if style.size >= DISPLAY else TEXT_PARTS
    leading = max(math.ceil(style.leading * size / style.size * parts - 0.2) / parts, 1.0)
    return replace(style, size=size, sizes=tuple(sizes), leading=min(leading, style.leading))


def _size(size: float, scale: float) -> float:
    return max(round(size * scale, 1), min(size, READ))
