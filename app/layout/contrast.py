"""Contrast as readers see it, and the light of colours, after WCAG 2.2."""

from functools import lru_cache

from app.brand import units

READABLE = 4.5
"""The least contrast of type of any size, WCAG 2.2, 1.4.3."""


def linear(value: float) -> float:
    """Return the light of an sRGB channel, both 0…1 (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def encoded(light: float) -> float:
    """Return the sRGB channel that gives so much light, both 0…1."""
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


@lru_cache(1024)
def channels(color: str) -> tuple[float, float, float]:
    """Return red, green and blue of `#rrggbb`, 0…1."""
    return int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255


@lru_cache(1024)
def luminance(color: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 for black to 1 for white."""
    return units.luminance(color)


def contrast(one: float, other: float) -> float:
    """Return the contrast ratio of two luminances, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
