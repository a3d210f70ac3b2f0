"""How light a picture is, place by place: what layout knows of its pixels."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plane:
    """Three values of every cell, 0…255, row by row: its darkest pixels, its middle tone, its lightest pixels.

    A few odd pixels do not count as darkest or lightest.
    """

    darkest: bytes
    middle: bytes
    lightest: bytes


@dataclass(frozen=True, slots=True)
class Tones:
    """A grid of cells over an upright picture.

    `light` holds relative luminances after WCAG, linear in light; `grey` the grey that remains when the colours are taken
    away, which is what a duotone is made from.
    """

    columns: int
    rows: int
    light: Plane
    grey: Plane


_ANYTHING = Plane(b"\x00", b"\x80", b"\xff")
UNKNOWN = Tones(1, 1, _ANYTHING, _ANYTHING)
"""Tones of a picture that cannot be looked into: it may be of any lightness everywhere."""
