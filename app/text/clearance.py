"""How far apart lines must stand for what hangs from one not to touch what rises from the next."""

from collections.abc import Sequence
from itertools import pairwise

from app.text.fonts import FontBook
from app.text.glyphs import Line

GAP = 0.035
"""White between the letters of two lines, as a part of the type size: hardly less than between the letters of one."""

CORNER = 0.06
"""Letters whose boxes overlap sideways by no more than this part of their size have only their corners above each other, and
corners of letters are mostly empty.
"""


def least_leading(lines: Sequence[Line], book: FontBook) -> float:
    """Return the smallest distance of baselines in points at which no letter touches one of the line below."""
    inked = [_inked(line, book) for line in lines]
    least = 0.0
    for upper, lower in pairwise(inked):
        for left, right, _, depth, size in upper:
            for start, end, height, _, other in lower:
                if min(right, end) - max(left, start) > CORNER * max(size, other):
                    least = max(least, depth + height + GAP * max(size, other))
    return least


def hanging(line: Line, book: FontBook) -> float:
    """Return how far the letters of a line reach below its baseline, in points."""
    return max((depth for *_, depth, _ in _inked(line, book)), default=0.0)


def starting(line: Line, book: FontBook) -> float:
    """Return how much white stands before the ink of a line's first letter, in points from the left edge of its column."""
    return min((left for left, *_ in _inked(line, book)), default=line.x)


def _inked(line: Line, book: FontBook) -> list[tuple[float, float, float, float, float]]:
    """Return the left and right edge of every glyph's ink, how far it reaches above and below the baseline, and its size."""
    found = []
    for run in line.runs:
        face = book.face(run.face)
        scale = run.size / face.upem
        for glyph in run.glyphs:
            extents = face.font.get_glyph_extents(glyph.gid)
            if extents is None or not extents.height:
                continue
            left = line.x + run.x + glyph.x + glyph.dx + extents.x_bearing * scale
            height = run.rise + glyph.dy + extents.y_bearing * scale
            found.append((left, left + extents.width * scale, height, -height - extents.height * scale, run.size))
    return found
