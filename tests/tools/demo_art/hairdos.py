"""Hair styles: volumes in the head's own space and the ways that hair flows over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.tools.demo_art.bust import Tuft, beard_zone
from tests.tools.demo_art.groom import Comb
from tests.tools.demo_art.head import ORIGIN, PIVOT, Skull
from tests.tools.demo_art.solid import Array, Points, Vec, ball, carve, egg, join, limb

Floats = NDArray[np.float64]
Way = Callable[[Floats, Floats, Floats], tuple[Floats, Floats, Floats]]


def flowing(skull: Skull, way: Way) -> Callable[[Floats], Floats]:
    """A flow of the head's own space turned with the head."""

    def flow(at: Floats) -> Floats:
        own = (at - np.array(PIVOT)) @ skull.matrix + np.array(PIVOT) - np.array(ORIGIN)
        v = np.stack(np.broadcast_arrays(*way(own[:, 0] / skull.width, own[:, 1], own[:, 2])), axis=1).astype(float)
        out: Floats = v @ skull.matrix.T
        return out

    return flow


def sides(p: Points) -> Points:
    """The points folded onto the right half."""
    return np.sqrt(p[0] ** 2 + np.float32(9)), p[1], p[2]


def long_waves(skull: Skull, part: float = 34, low: float = 390) -> list[Tuft]:
    """Hair to below the shoulders, parted at the side, in loose waves."""

    def solid(p: Points) -> Array:
        q = sides(p)
        wave = 9 * np.sin(p[1] / 36 + 0.9) * np.clip((p[1] + 20) / 90, 0, 1)
        sway: Points = (q[0] + wave, q[1], q[2])
        d = egg(q, (0, -78, -46), (165, 188, 200))
        d = join(d, egg((p[0] - np.float32(part), p[1], p[2]), (-70, -196, 44), (88, 38, 84)), 60)
        d = join(d, egg((p[0] - np.float32(part), p[1], p[2]), (44, -196, 40), (72, 34, 84)), 60)
        d = join(d, limb(q, (92, -140, 44), (140, 0, 14), 36, 32), 40)
        d = carve(d, egg(p, (part * 0.3, 48, 196), (108, 196, 180)), 34)
        d = join(d, limb(sway, (140, 0, 6), (160, 150, -30), 33, 46), 30)
        d = join(d, limb(sway, (160, 150, -30), (128, low, -96), 46, 40), 36)
        return join(d, egg(q, (0, 140, -118), (140, 220, 54)), 50)

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        away = np.tanh((x - part) / 14)
        crown = np.clip((-y - 70) / 110, 0, 1.2)
        inward = np.clip((y - 150) / 120, 0, 1) * 0.55
        return away * crown - np.sign(x) * inward, 1 - 0.72 * np.clip(crown, 0, 1), 0.1 * np.ones_like(x)

    comb = Comb(count=16000, long=210, steps=26, wave=6, wave_long=118, clump=0.5, locks=150, lift=2.5, stray=0.05, width=1.15)
    return [Tuft(flowing(skull, way), comb, solid)]


def short_back(
    skull: Skull, quiff: float = 1.0, part: float = -48, grey: float = 0.0, temple: float = 0.0, line: float = 164
) -> list[Tuft]:
    """A man's short cut, combed back and over from a side parting."""

    def solid(p: Points) -> Array:
        q = sides(p)
        d = egg(q, (0, -74, -50), (157, 182, 194))
        d = join(d, egg(p, (8, -196, 56), (98, 34 * quiff, 66)), 46)
        d = carve(d, egg(q, (0, 22, 186), (122 + temple, line, 176)), 26)
        d = join(d, egg(q, (134 + temple * 0.2, -52, 6), (22, 86, 44)), 18)
        return np.maximum(d, (p[1] - 30 - 0.25 * p[2]).astype(np.float32))

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        side = np.clip((np.abs(x) - 110) / 40, 0, 1)
        sweep = np.where(x > part, 0.85, -0.5)
        return sweep * (1 - side), -0.45 * (1 - side) + 1.0 * side, -0.85 + 0.1 * side

    comb = Comb(count=15000, long=64, steps=14, clump=0.45, locks=260, lift=3.0, stray=0.10, width=1.05, grey=grey)
    return [Tuft(flowing(skull, way), comb, solid)]


def beard(skull: Skull, count: int = 9000, long: float = 24, lift: float = 2.6, grey: float = 0.1, width: float = 0.95) -> Tuft:
    """A beard rooted in the skin."""

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        lip = np.clip(1 - np.abs(y - 126) / 16, 0, 1) * np.clip(1 - np.abs(x) / 70, 0, 1)
        return np.sign(x) * (1.5 * lip) - 0.25 * np.sign(x) * (1 - lip), 1 - 0.7 * lip, 0.5 * np.ones_like(x)

    comb = Comb(
        count=count,
        long=long,
        steps=6,
        clump=0.25,
        locks=260,
        lift=lift,
        stray=0.16,
        width=width,
        grey=grey,
        opacity=0.8,
        shine=0.25,
        backward=0.1,
    )
    return Tuft(flowing(skull, way), comb, None, beard_zone)


def stubble(skull: Skull, count: int = 2600) -> Tuft:
    """A shadow of short hairs."""
    tuft = beard(skull, count, 7, 1.2, 0.0, 0.9)
    return Tuft(tuft.flow, Comb(**{**tuft.comb.__dict__, "opacity": 0.38, "steps": 4, "clump": 0.0}), None, beard_zone)


def lumps(p: Points, centre: Vec, radii: Vec, count: int, size: float, seed: int) -> Array:
    """Balls of about ``size`` spread evenly over an ellipsoid and melted together."""
    rng = np.random.default_rng(seed)
    d = egg(p, centre, radii)
    for i in range(count):
        y = 1 - 2 * (i + 0.5) / count
        turn, r = i * 2.399963, np.sqrt(1 - y * y)
        way = np.array([np.cos(turn) * r, y, np.sin(turn) * r]) + rng.normal(0, 0.05, 3)
        if way[2] < -0.55:
            continue
        at = np.array(centre) + way * np.array(radii)
        d = join(d, ball(p, (float(at[0]), float(at[1]), float(at[2])), size * float(rng.uniform(0.78, 1.2))), 7)
    return d


def pixie(skull: Skull) -> list[Tuft]:
    """A short cut with a swept fringe, close at the nape and tucked before the ears."""

    def solid(p: Points) -> Array:
        q = sides(p)
        d = egg(q, (0, -80, -50), (163, 186, 198))
        d = join(d, egg(p, (-34, -176, 66), (104, 52, 72)), 50)
        d = carve(d, egg(p, (30, 52, 206), (110, 170, 184)), 24)
        d = join(d, egg(q, (137, -22, 8), (26, 104, 50)), 24)
        return np.maximum(d, (p[1] - 92 - 0.3 * p[2]).astype(np.float32))

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        side = np.clip((np.abs(x) - 96) / 40, 0, 1)
        return np.where(x < 62, -0.95, 0.9) * (1 - side) + 0.12 * -np.sign(x) * side, 0.42 * (1 - side) + side, 0.42 * (1 - side)

    comb = Comb(count=17000, long=120, steps=20, clump=0.5, locks=170, lift=2.6, stray=0.06, width=1.1, shine=0.6)
    return [Tuft(flowing(skull, way), comb, solid)]


def gathered(skull: Skull, part: float = -30) -> list[Tuft]:
    """Hair drawn back from a side parting into a knot at the nape, with one grey streak."""

    def solid(p: Points) -> Array:
        q = sides(p)
        d = egg(q, (0, -76, -50), (160, 182, 194))
        d = join(d, egg(p, (part + 66, -186, 40), (70, 36, 80)), 40)
        d = join(d, egg(p, (part - 50, -186, 40), (60, 30, 80)), 40)
        d = carve(d, egg(p, (part * 0.15, 30, 192), (120, 166, 180)), 32)
        d = join(d, egg(q, (138, -44, -8), (22, 84, 46)), 22)
        d = np.maximum(d, (p[1] - 40 - 0.4 * p[2]).astype(np.float32))
        return join(d, egg(p, (66, 118, -140), (96, 78, 60)), 12)

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        away = np.tanh((x - part) / 10)
        side = np.clip((np.abs(x) - 80) / 60, 0, 1)
        return away * 0.9 * (1 - 0.7 * side), 0.42 + 0.25 * side, -0.55 - 0.4 * side

    def grey_zone(x: Floats, y: Floats, z: Floats) -> Floats:
        return np.exp(-(((z - 74 - (x - part) * 0.25) / 11) ** 2)) * (x < part - 4) * (x > -150) * (y < -40)

    comb = Comb(count=15000, long=140, steps=20, clump=0.5, locks=160, lift=2.0, stray=0.05, width=1.1, shine=0.6, grey=0.02)
    grey = Comb(**{**comb.__dict__, "count": 1000, "grey": 1.0, "locks": 20, "lift": 4.0})
    return [Tuft(flowing(skull, way), comb, solid), Tuft(flowing(skull, way), grey, solid, grey_zone)]


@dataclass(frozen=True)
class Heap:
    """A cloud of curls: an ellipsoid covered with lumps."""

    centre: Vec
    radii: Vec
    count: int
    size: float


def curls(skull: Skull, heap: Heap, window: tuple[Vec, Vec], comb: Comb, floor: float | None = None) -> list[Tuft]:
    """Curly hair heaped up around a face window, cut off at ``floor`` if given."""

    def solid(p: Points) -> Array:
        q = sides(p)
        d = egg(q, (0, -76, -46), (166, 182, 190))
        d = join(d, lumps(p, heap.centre, heap.radii, heap.count, heap.size, 5), 14)
        d = carve(d, egg(p, *window), 26)
        return d if floor is None else np.maximum(d, (p[1] - floor - 0.3 * p[2]).astype(np.float32))

    def way(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
        return 0.5 * np.sin(y / 29 + z / 37) + x / 260, 0.7 + 0.5 * np.sin(x / 33), 0.5 * np.cos(x / 27 + y / 41)

    return [Tuft(flowing(skull, way), comb, solid, rise=(6, 17))]
