"""Clothes: shells around the body, cut by outlines seen from the front. Outlines are (x, y) from the body's middle line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from tests.tools.demo_art.head import BODY_Y, ORIGIN, Skull, neck, trunk
from tests.tools.demo_art.solid import Array, Points, join, limb

Outline = list[tuple[float, float]]


def inside(x: Array, y: Array, outline: Outline) -> Array:
    """Signed distance to a polygon, after Inigo Quilez, "2D distance functions"."""
    d = np.full_like(x, 1e9)
    sign = np.ones_like(x)
    for (ax, ay), (bx, by) in zip(outline, [outline[-1], *outline[:-1]], strict=True):
        ex, ey, wx, wy = bx - ax, by - ay, x - ax, y - ay
        h = np.clip((wx * ex + wy * ey) / (ex * ex + ey * ey), 0, 1)
        d = np.minimum(d, (wx - ex * h) ** 2 + (wy - ey * h) ** 2)
        a, b, c = y >= ay, y < by, ex * wy > ey * wx
        sign = np.where((a & b & c) | (~a & ~b & ~c), -sign, sign)
    return (np.sqrt(d) * sign).astype(np.float32)


@dataclass(frozen=True)
class Piece:
    """A part of a garment: how far off the body, how thick, its outline and whether that is mirrored."""

    offset: float
    thick: float
    outline: Outline
    mirrored: bool = True
    front_only: bool = False
    soft: float = 3.0


def local(p: Points) -> Points:
    """World points from the middle of the body."""
    return p[0] - np.float32(ORIGIN[0]), p[1] - np.float32(BODY_Y), p[2]


def torso(p: Points, s: Skull) -> Array:
    """The dressed body with a few soft wrinkles."""
    x, y, _ = local(p)
    folds = np.sin(x * 0.021 + y * 0.034) * np.sin(x * 0.047 - y * 0.018 + 1.3) * 1.5
    folds += np.sin(np.abs(x) * 0.030 - y * 0.046 + 0.4) * np.exp(-(((np.abs(x) - 225) / 70) ** 2) - ((y - 600) / 130) ** 2) * 3
    return (trunk(p, s) - folds.astype(np.float32)).astype(np.float32)


def piece(p: Points, s: Skull, part: Piece, body: Callable[[Points, Skull], Array]) -> Array:
    """Distance to one piece of cloth around ``body``."""
    x, y, z = local(p)
    around = np.abs(body(p, s) - np.float32(part.offset)) - np.float32(part.thick)
    cut = inside(np.abs(x) if part.mirrored else x, y, part.outline)
    d = np.maximum(around, cut)
    if part.front_only:
        d = np.maximum(d, -(z + 60))
    return d - np.float32(part.soft * 0.3)


def roll_neck(p: Points, s: Skull) -> Array:
    """A folded high collar."""
    x, y, z = local(p)
    wide = s.neck
    q: Points = (x, y + 0.16 * z, z)
    tube = limb(q, (0, 288, -62), (0, 372, -72), 90 * wide, 104 * wide)
    tube = np.maximum(tube, -(q[1] - 268))
    rim = _ring(q, 300, -62, 84 * wide, 21)
    ribs = np.sin(np.arctan2(x, z + 62) * 56) * 0.9
    return join(tube, rim, 14) - ribs.astype(np.float32)


def crew_neck(p: Points, s: Skull, y: float = 372, wide: float = 104, thick: float = 10) -> Array:
    """The ribbed band around the opening of a T-shirt or a jumper."""
    lx, ly, z = local(p)
    q: Points = (lx, ly - 0.30 * (z + 60), z)
    return _ring(q, y, -52, wide * s.neck, thick, flat=0.8)


def hood(p: Points, s: Skull) -> Array:
    """A hood lying on the shoulders behind the neck, closing in a V before it."""
    lx, ly, z = local(p)
    q: Points = (np.sqrt(lx * lx + 16), ly - 0.62 * (z + 60) - 6 * np.sin(lx / 30), z)
    d = _ring(q, 338, -66, 118, 25, flat=0.9)
    fold = _ring((q[0], q[1] + 0.2 * z, q[2]), 372, -74, 134, 17, flat=0.88)
    return join(d, fold, 14)


def cords(p: Points, s: Skull) -> Array:
    """The two cords of a hood."""
    lx, ly, z = local(p)
    q: Points = (np.abs(lx), ly, z)
    d = limb(q, (26, 420, 52), (36, 520, 66), 4.2, 4.2)
    return np.minimum(d, limb(q, (36, 520, 66), (36, 540, 66), 5.6, 5.6))


def _ring(q: Points, y: float, z: float, radius: float, thick: float, flat: float = 1.0) -> Array:
    """A torus around the neck."""
    flatly = np.sqrt(q[0] ** 2 + ((q[2] - z) / flat) ** 2) - radius
    return (np.sqrt(flatly**2 + (q[1] - y) ** 2) - thick).astype(np.float32)


def nape(p: Points, s: Skull) -> Array:
    """The neck as the body that collars stand around."""
    return neck(p, s)


def band(p: Points, s: Skull) -> Array:
    """Neck and shoulders in one, for collars and lapels to lie on."""
    return join(neck(p, s), trunk(p, s), 40)


def opened(p: Points, s: Skull, outline: Outline) -> Array:
    """The dressed body with an opening cut out at the front."""
    x, y, z = local(p)
    hole = inside(np.abs(x), y, outline)
    return np.maximum(torso(p, s), -np.maximum(hole, -(z + 70)))


OPEN_COLLAR: Outline = [(0, 300), (74, 312), (56, 380), (32, 428), (0, 478)]
LEAF: Outline = [(80, 292), (104, 322), (122, 396), (104, 482), (62, 462), (20, 452), (42, 408), (64, 356)]
CLOSED_LEAF: Outline = [(88, 306), (104, 330), (104, 386), (66, 450), (34, 420), (3, 396), (30, 374), (62, 346)]
COAT: Outline = [(66, 300), (520, 300), (520, 1000), (8, 1000), (8, 690), (52, 500), (92, 380)]
LAPEL: Outline = [(92, 338), (122, 372), (170, 462), (140, 486), (176, 506), (40, 712), (6, 700), (50, 500), (84, 400)]
OVERSHIRT: Outline = [(84, 300), (520, 300), (520, 1000), (66, 1000), (70, 560), (78, 440)]
BIG_LEAF: Outline = [(86, 300), (112, 326), (140, 398), (126, 486), (90, 452), (74, 424), (74, 370)]


def shirt(p: Points, s: Skull) -> Array:
    """A shirt with an open collar."""
    d = opened(p, s, OPEN_COLLAR)
    d = np.minimum(d, piece(p, s, Piece(3, 2, [(0, 470), (15, 452), (15, 1000), (0, 1000)]), torso))
    return np.minimum(d, piece(p, s, Piece(15, 4, LEAF, front_only=True), band))


def _covered(p: Points, s: Skull, y: float, off: float) -> Array:
    """The body below a neckline at height ``y``, ``off`` thick."""
    _, ly, z = local(p)
    return np.maximum(neck(p, s) - np.float32(off), y - (ly - 0.30 * (z + 60)))


def tee(p: Points, s: Skull) -> Array:
    """A T-shirt thin enough to be worn under something else."""
    return join(_covered(p, s, 366, 5), crew_neck(p, s, 366, 96, 6), 5)


def crew(p: Points, s: Skull) -> Array:
    """A jumper with a round neck."""
    body = join(torso(p, s), _covered(p, s, 372, 9), 12)
    return join(body, crew_neck(p, s, 370, 102, 10), 5)


def buttons(p: Points, s: Skull) -> Array:
    """The buttons of a shirt front."""
    x, y, _ = local(p)
    row = (y - 548) - 74 * np.round((y - 548) / 74)
    disc = np.sqrt(x * x + row * row) - np.float32(6.5)
    return np.maximum(np.maximum(np.abs(torso(p, s) - np.float32(7)) - np.float32(2), disc), 500 - y)


def tied_collar(p: Points, s: Skull) -> Array:
    """The collar of a buttoned shirt seen above a jumper."""
    return piece(p, s, Piece(17, 4, CLOSED_LEAF, front_only=True), band)


def blazer(p: Points, s: Skull) -> Array:
    """An open jacket with notched lapels."""
    body = piece(p, s, Piece(13, 6, COAT, soft=4), torso)
    return np.minimum(body, piece(p, s, Piece(23, 4, LAPEL, front_only=True), torso))


def overshirt(p: Points, s: Skull) -> Array:
    """A shirt worn open over another."""
    body = piece(p, s, Piece(11, 6, OVERSHIRT, soft=4), torso)
    return np.minimum(body, piece(p, s, Piece(22, 5, BIG_LEAF, front_only=True), band))


def hoodie(p: Points, s: Skull) -> Array:
    """A hooded sweatshirt."""
    return join(torso(p, s), hood(p, s), 24)
