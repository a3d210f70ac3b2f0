"""The solid of a head and neck, shaped by a ``Skull``: what differs between people's bones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.tools.demo_art.solid import Array, Points, Vec, ball, carve, egg, join, limb, turned, turning

ORIGIN: Vec = (450.0, 452.0, 0.0)
PIVOT: Vec = (450.0, 660.0, -60.0)
BODY_Y = ORIGIN[1] - 60.0


@dataclass(frozen=True)
class Skull:
    """Bones and soft forms; lengths in pixels about the middle of the eyes, others factors around 1."""

    yaw: float = 0
    pitch: float = 0
    roll: float = 0
    width: float = 1.0
    jaw: float = 1.0
    chin: float = 0.0
    chin_width: float = 1.0
    cheek: float = 1.0
    brow: float = 1.0
    nose_long: float = 0.0
    nose_wide: float = 1.0
    nose_out: float = 1.0
    lips: float = 1.0
    smile: float = 1.0
    neck: float = 1.0
    build: float = 1.0
    age: float = 0.0

    @property
    def matrix(self) -> NDArray[np.float64]:
        """The pose of the head."""
        return turning(self.yaw, self.pitch, self.roll)


def to_head(p: Points, s: Skull) -> Points:
    """World points in the head's own frame: the middle between the eyes at nought, facing +z."""
    q = turned(p, s.matrix, PIVOT)
    return (q[0] - ORIGIN[0]) / np.float32(s.width), q[1] - ORIGIN[1], q[2]


def to_world(points: NDArray[np.float64], s: Skull) -> NDArray[np.float64]:
    """Head points (rows of x, y, z) as the camera sees them."""
    shifted = points * np.array([s.width, 1, 1]) + np.array(ORIGIN) - np.array(PIVOT)
    out: NDArray[np.float64] = shifted @ s.matrix.T + np.array(PIVOT)
    return out


def head(p: Points, s: Skull) -> Array:
    """Distance to the head without the neck, in its own frame; both halves are alike."""
    q: Points = (_even(p[0]), p[1], p[2])
    d = egg(q, (0, -62, -48), (154, 176, 186))
    d = join(d, egg(q, (0, -76, 20), (130, 128, 108)), 60)
    d = join(d, egg(q, (0, 40, -14), (138, 128, 112)), 60)
    d = join(d, egg(q, (0, 66, 16), (112, 166, 112)), 50)
    d = join(d, _jaw(q, s), 50)
    d = join(d, egg(q, (84, 62, 66), (44 * s.cheek, 38, 44)), 50)
    d = join(d, egg(q, (60, 96, 84), (40, 44, 36)), 40)
    d = join(d, limb(q, (20, -36, 118), (90, -44, 80), 15, 13), 34 * s.brow)
    d = join(d, egg(q, (0, -34, 106), (26, 26, 26)), 26)
    d = carve(d, egg(q, (64, 4, 150), (36, 22, 44)), 34)
    d = join(d, egg(q, (0, 148, 92), (54, 52, 44)), 34)
    d = join(d, _nose(q, s), 28)
    d = _mouth(d, q, s)
    d = _lids(d, q)
    return join(d, _ear(q), 10)


def _even(x: Array) -> Array:
    """The distance from the middle plane, rounded so that no seam shows."""
    return np.sqrt(x * x + np.float32(16)) - np.float32(1)


def _jaw(q: Points, s: Skull) -> Array:
    """The horseshoe of the jaw and the ball of the chin."""
    low = 186 + s.chin
    d = limb(q, (98 * s.jaw, 98, -12), (32 * s.chin_width, low, 74), 34, 34)
    return join(d, egg(q, (0, low + 14, 90), (40 * s.chin_width, 32, 34)), 36)


def _nose(q: Points, s: Skull) -> Array:
    """Bridge, tip, wings and the hollows of the nostrils."""
    low, out, wide = 84 + s.nose_long, s.nose_out, s.nose_wide
    tip_z = 118 + 44 * out
    d = limb(q, (0, -16, 112), (0, low - 16, tip_z - 8), 10 * wide, 13 * wide)
    d = join(d, egg(q, (0, low, tip_z - 2), (18 * wide, 16, 18)), 16)
    d = join(d, egg(q, (23 * wide, low + 5, tip_z - 25), (13 * wide, 14, 18)), 13)
    d = join(d, limb(q, (0, low + 6, tip_z), (0, low + 22, tip_z - 34), 7, 9), 8)
    return carve(d, egg(q, (11 * wide, low + 18, tip_z - 14), (6 * wide, 6, 10)), 8)


def _mouth(d: Array, q: Points, s: Skull) -> Array:
    """Lips, the line between them, the philtrum, the corners and the smile folds, as relief on the face."""
    y = mouth_height(s)
    lift = 7 * s.smile
    full = s.lips
    relief = 6 * full * _ridge(q, (0, y - 8 * full), (38, y - lift - 2), 7 * full)
    relief += 7.5 * full * _ridge(q, (0, y + 11 * full), (28, y + 8 * full - lift), 8 * full)
    relief -= 4.5 * _ridge(q, (0, y + 1), (50, y - lift), 3.4)
    relief -= 2.6 * _ridge(q, (0, y - 36), (0, y - 20), 5)
    relief -= 2.6 * _ridge(q, (55, y - lift), (60, y - lift + 4), 8)
    relief -= 3.5 * _ridge(q, (0, y + 34), (14, y + 33), 10)
    deep = 1.5 + 1.5 * s.age + 1.0 * (s.smile - 1)
    fold = _ridge(q, (36 * s.nose_wide, 84 + s.nose_long), (76, y - 10), 6, fading=True)
    cheek = _ridge(q, (58 * s.nose_wide, 74 + s.nose_long), (92, y - 24), 15, fading=True)
    relief += deep * (1.6 * cheek - fold)
    return d - relief.astype(np.float32) * np.clip((q[2] - 50) / 40, 0, 1)


def mouth_height(s: Skull) -> float:
    """How far below the eyes the line of the mouth lies."""
    return 148 + s.nose_long * 0.6


def _ridge(q: Points, a: tuple[float, float], b: tuple[float, float], wide: float, fading: bool = False) -> Array:
    """A soft ridge of height 1 along a line of the face as seen from the front, running out at its ends if ``fading``."""
    bx, by = b[0] - a[0], b[1] - a[1]
    px, py = q[0] - a[0], q[1] - a[1]
    along = (px * bx + py * by) / (bx * bx + by * by)
    h = np.clip(along, 0, 1)
    body = np.exp(-((px - bx * h) ** 2 + (py - by * h) ** 2) / (2 * wide * wide))
    if fading:
        body = body * np.exp(-(((along - 0.5) / 0.42) ** 4))
    out: Array = body.astype(np.float32)
    return out


def _lids(d: Array, q: Points) -> Array:
    """The eyeball under its lids with the fold of the upper lid; the eye itself is drawn on top."""
    d = join(d, ball(q, (65, 3, 78), 37), 7)
    lid = carve(ball(q, (65, 2, 77), 41.5), egg(q, (65, 22, 112), (60, 22, 60)), 3)
    return join(d, lid, 4)


def _ear(q: Points) -> Array:
    """An ear: a leaning plate with a rim, a hollow and a lobe."""
    lean: Points = (q[0] + 0.34 * q[2] - 0.04 * q[1], q[1] + 0.14 * q[2], q[2])
    plate = egg(lean, (144, 22, -36), (13, 48, 31))
    plate = carve(plate, egg(lean, (157, 14, -28), (9, 32, 18)), 7)
    plate = join(plate, egg(lean, (146, 22, -14), (8, 13, 7)), 8)
    return join(plate, egg(lean, (141, 62, -26), (9, 16, 14)), 10)


def neck(p: Points, s: Skull) -> Array:
    """Neck, its two slanting muscles, the collar bones and the upper body."""
    q: Points = (_even(p[0] - ORIGIN[0]), p[1] - np.float32(BODY_Y), p[2])
    wide = s.neck
    d = limb(q, (0, 120, -62), (0, 400, -74), 76 * wide, 84 * wide)
    d = join(d, limb(q, (84 * wide, 130, -60), (22, 404, -18), 20, 14), 34)
    d = join(d, trunk(p, s) + np.float32(13), 44)
    d = join(d, limb(q, (30, 410, -32), (220, 402, -80), 11, 11), 30)
    return carve(d, ball(q, (0, 410, 26), 14), 34)


def trunk(p: Points, s: Skull) -> Array:
    """Shoulders, chest and upper arms as clothes cover them."""
    q: Points = (_even(p[0] - ORIGIN[0]) / np.float32(s.build), p[1] - np.float32(BODY_Y), p[2])
    d = limb(q, (44, 376, -92), (300, 478, -104), 60, 84)
    d = join(d, limb(q, (304, 486, -104), (352, 800, -90), 82, 80), 40)
    return join(d, egg(q, (0, 640, -60), (290, 270, 104)), 80)


def bust(p: Points, s: Skull) -> Array:
    """Head, neck and shoulders together."""
    return join(head(to_head(p, s), s) * np.float32(min(1.0, s.width)), neck(p, s), 26)
