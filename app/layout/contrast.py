"""Contrast of colours as readers see it: relative luminance and ratio after WCAG 2.2."""

READABLE = 4.5
"""The least contrast of type of any size, WCAG 2.2, 1.4.3."""


def linear(value: float) -> float:
    """Return the light of an sRGB channel, both 0…1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> float:
    """Return the sRGB channel that gives so much light, both 0…1."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def channels(color: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb`, 0…1."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 for black to 1 for white."""
    red, green, blue = channels(color)
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: float, other: float) -> float:
    """Return the contrast ratio of two luminances, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
