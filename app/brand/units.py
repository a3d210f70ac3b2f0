"""Units and colours as people write them in a brandbook."""

import re

MM = 72 / 25.4
"""Points in a millimetre."""

FORMATS_MM = {
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "square": (210.0, 210.0),
    "16:9": (187.3125, 333.0),
}
"""Upright sizes in millimetres; `lying` swaps them. ISO 216, ANSI/ASME Y14.1; 16:9 is as wide as a 13.1-inch screen."""

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


def is_color(text: object) -> bool:
    """Tell whether something is a colour such as #FF4B1F."""
    return isinstance(text, str) and _COLOR.fullmatch(text) is not None


def luminance(color: str) -> float:
    """Return the relative luminance of a colour, 0…1 (WCAG 2.2)."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1…21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
