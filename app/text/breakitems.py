"""What line breaking works on: widths and places to break, without a letter of text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

NO_BREAK = float("inf")
"""The penalty of a place where a line must not end."""


@dataclass(frozen=True, slots=True)
class Inner:
    """A place to break inside an atom: the width of the atom before it (hyphen included) and after it, in points."""

    offset: int
    before: float
    after: float
    penalty: float
    hyphen: bool


@dataclass(slots=True)
class Items:
    """The paragraph as widths in points, in lists of one entry an atom.

    `gaps` follow their atoms (0 after the last), `penalties` are for breaking there (NO_BREAK forbids it). `trails` is
    what an atom's width loses at a line end (tracking, hanging punctuation), `leads` what it loses at a line start.
    `inner` gives the places inside an atom, in order; `cut` forces one: as much of the atom from an offset as fits into
    a room, None where there is only one cluster left.
    """

    widths: list[float]
    gaps: list[float]
    stretches: list[float]
    shrinks: list[float]
    penalties: list[float]
    trails: list[float]
    leads: list[float]
    inner: Callable[[int], Sequence[Inner]]
    cut: Callable[[int, int, float], Inner | None]


@dataclass(frozen=True, slots=True)
class Break:
    """A line ends after this atom, or inside it."""

    atom: int
    inner: Inner | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """The widths of the lines: `width(line)` in points; from line `settled` on all are equal.

    `ragged` is the stretch of a line's end in points, 0 for justified text.
    """

    width: Callable[[int], float]
    settled: int = 0
    ragged: float = 0.0
