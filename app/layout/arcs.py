"""Parts of rings as closed paths of Bézier curves."""

import math
from collections.abc import Iterator

Command = tuple[str | float, ...]

QUARTER = math.pi / 2
"""A curve spans no more than this, so that it departs from the circle by less than 0.03 percent of the radius."""


def band(cx: float, cy: float, outer: float, inner: float, start: float, end: float) -> tuple[Command, ...]:
    """Return the part of a ring between two angles, in radians clockwise from the top."""
    x, y = at(cx, cy, outer, start)
    commands: list[Command] = [("M", x, y), *_curves(cx, cy, outer, start, end)]
    x, y = at(cx, cy, inner, end)
    commands += [("L", x, y), *_curves(cx, cy, inner, end, start), ("Z",)]
    return tuple(commands)


def at(cx: float, cy: float, radius: float, angle: float) -> tuple[float, float]:
    """Return the point of a circle at an angle clockwise from the top, y downwards."""
    return cx + radius * math.sin(angle), cy - radius * math.cos(angle)


def _curves(cx: float, cy: float, radius: float, start: float, end: float) -> Iterator[Command]:
    """Yield the curves from one angle to another. The arms are 4/3·tan(θ/4) radii long for a curve of θ."""
    pieces = max(math.ceil(abs(end - start) / QUARTER - 1e-9), 1)
    step = (end - start) / pieces
    arm = 4 / 3 * math.tan(step / 4) * radius
    for i in range(pieces):
        first, last = start + i * step, start + (i + 1) * step
        x1, y1 = at(cx, cy, radius, first)
        x2, y2 = at(cx, cy, radius, last)
        yield (
            "C",
            x1 + arm * math.cos(first),
            y1 + arm * math.sin(first),
            x2 - arm * math.cos(last),
            y2 - arm * math.sin(last),
            x2,
            y2,
        )
