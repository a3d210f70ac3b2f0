"""The weakest soft gradient that gives every place beneath type the darkness, or the lightness, that it needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, floor, radians, sin
from typing import NamedTuple

from app.layout.ground import Zone
from app.layout.page import GradientItem

STEPS = 28
"""A gradient is described at so many places along its axis."""
STRAIGHT = 0.00025
"""Stops that are off the line between their neighbours by less are left out."""
SHORTEST_FADE, LONGEST_FADE = 0.12, 0.4
"""How much of the axis a shade takes to vanish, a weak one and one that covers wholly."""
DIRECTIONS = ((90.0, False), (270.0, False), (0.0, False), (180.0, False), (45.0, False), (135.0, False), (225.0, False),
              (315.0, False), (90.0, True), (0.0, True))  # fmt: skip
"""From where light is taken, as angles of the gradient: from an edge or a corner, or from within, fading to both sides."""
KEPT = 0.25
"""How much the shade on a picture's subject counts, against the mean of the whole."""
SLANT, BAND = 1.1, 1.25
"""A shade from a corner or from within has to save so much against one from an edge, which looks more natural."""


class Need(NamedTuple):
    """A rectangle that needs so much opacity, 0…1."""

    zone: Zone
    share: float


def weakest(frame: Zone, needs: Sequence[Need], color: str, keep: tuple[float, float] | None = None) -> GradientItem | None:
    """Return the gradient over a picture's frame that meets all needs and otherwise covers as little as can be.

    `keep` is a place on the page that should stay as light as it is. Returns None where nothing is needed.
    """
    needs = [need for need in needs if need.share > 0]
    if not needs:
        return None
    best: tuple[float, GradientItem] | None = None
    for angle, within in DIRECTIONS:
        axis = _Axis.of(frame, angle)
        profile = _profile(axis, needs, within=within)
        mean = sum(value * area for value, area in zip(profile, _areas(frame, angle), strict=True))
        cost = mean * (BAND if within else SLANT if angle % 90 else 1.0)
        if keep:
            cost += profile[axis.step(*keep)] * KEPT
        if best is None or cost < best[0] - 1e-9:
            stops = _stops(profile)
            best = cost, GradientItem(frame[0], frame[1], frame[2] - frame[0], frame[3] - frame[1], color, stops, angle)
    return best[1] if best else None


@dataclass(frozen=True, slots=True)
class _Axis:
    """The axis of a gradient over a rectangle."""

    frame: Zone
    across: float
    down: float
    length: float

    @classmethod
    def of(cls, frame: Zone, angle: float) -> "_Axis":
        across, down = cos(radians(angle)), sin(radians(angle))
        length = abs((frame[2] - frame[0]) * across) + abs((frame[3] - frame[1]) * down)
        return cls(frame, across / length, down / length, length)

    def at(self, x: float, y: float) -> float:
        """Return how far along the axis a place is, 0…1."""
        left, top, right, bottom = self.frame
        return 0.5 + (x - (left + right) / 2) * self.across + (y - (top + bottom) / 2) * self.down

    def reach(self, zone: Zone) -> tuple[float, float]:
        """Return from where to where on the axis a rectangle reaches."""
        middle = self.at((zone[0] + zone[2]) / 2, (zone[1] + zone[3]) / 2)
        half = (abs((zone[2] - zone[0]) * self.across) + abs((zone[3] - zone[1]) * self.down)) / 2
        return middle - half, middle + half

    def step(self, x: float, y: float) -> int:
        """Return the step of a place."""
        return round(min(max(self.at(x, y), 0.0), 1.0) * STEPS)


@lru_cache(64)
def _areas(frame: Zone, angle: float, parts: int = 12) -> tuple[float, ...]:
    """Return which part of a rectangle's area each step of the axis has."""
    axis = _Axis.of(frame, angle)
    left, top, right, bottom = frame
    areas = [0.0] * (STEPS + 1)
    for down in range(parts):
        for across in range(parts):
            x, y = left + (right - left) * (across + 0.5) / parts, top + (bottom - top) * (down + 0.5) / parts
            areas[axis.step(x, y)] += 1 / parts**2
    return tuple(areas)


def _profile(axis: _Axis, needs: Sequence[Need], *, within: bool) -> list[float]:
    """Return the opacity at every step: what is needed there, and soft ends."""
    spans: dict[tuple[int, int], float] = {}
    for need in needs:
        start, end = axis.reach(need.zone)
        first = max(floor(start * STEPS + 1e-6), 0) if within else 0
        span = first, min(ceil(end * STEPS - 1e-6), STEPS)
        if need.share > spans.get(span, 0.0):
            spans[span] = need.share
    strongest = max(spans.values())
    fade = (SHORTEST_FADE + (LONGEST_FADE - SHORTEST_FADE) * strongest) * STEPS
    eased = [_ease(away / fade) for away in range(STEPS + 1)]
    profile = [0.0] * (STEPS + 1)
    for (first, last), share in sorted(spans.items(), key=lambda span: -span[1]):
        if profile[first] >= share and min(profile[first : last + 1]) >= share:
            continue
        for step in range(STEPS + 1):
            value = share * eased[max(first - step, step - last, 0)]
            profile[step] = max(profile[step], value)
    return profile


def _ease(away: float) -> float:
    """Return what is left of a shade that fades softly at both its ends: 1 at 0, 0 from 1 on."""
    left = max(1.0 - away, 0.0)
    return left * left * (3 - 2 * left)


def _stops(profile: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return the profile as stops, without those that lie on the line between their neighbours; opacity is rounded up."""
    points = [(step / STEPS, min(ceil(value * 10_000) / 10_000, 1.0)) for step, value in enumerate(profile)]
    turns = [
        point
        for before, (point, after) in zip(points, pairwise(points[1:]), strict=False)
        if abs(before[1] + after[1] - 2 * point[1]) > STRAIGHT
    ]
    return (points[0], *turns, points[-1])
