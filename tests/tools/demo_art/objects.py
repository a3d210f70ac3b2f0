"""Small things modelled and lit for the mock-ups: food, a loaf, a toy whale. Each lives in a cube from -100 to 100."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.tools.demo_art.solid import Array, Camera, Points, ball, carve, egg, join, limb, look, nooks, shade, turned, turning
from tests.tools.demo_art.tones import picture, ramp

Floats = NDArray[np.float64]
Form = Callable[[Points], Array]
LIGHT = np.array([-0.55, -0.66, 0.52]) / np.linalg.norm([-0.55, -0.66, 0.52])


@dataclass(frozen=True)
class Part:
    """A form with its colours from shade to light and its shine; ``speckle`` roughens the colour."""

    form: Form
    colours: tuple[str, str, str, str]
    shine: float = 0.3
    tight: float = 40
    speckle: float = 0.0


def colours_of(part: Part, light: Floats) -> Floats:
    """The part's colours at the places ``light``."""
    deep, dark, mid, bright = part.colours
    return ramp([(0, deep), (0.3, dark), (0.62, mid), (1, bright)], np.clip(light, 0, 1))


def render(parts: list[Part], size: int, yaw: float = 0, pitch: float = 14, roll: float = 0, oversample: int = 2) -> Image.Image:
    """The parts on a clear ground, ``size`` pixels square, seen a little from above."""
    matrix = turning(yaw, pitch, roll)
    forms: list[Form] = [(lambda p, f=part.form: f(turned(p, matrix, (0, 0, 0)))) for part in parts]

    def whole(p: Points) -> Array:
        return np.minimum.reduce([f(p) for f in forms])

    n = size * oversample
    seen = look(whole, Camera(-112, -112, 224 / n, n, n), near=160, far=-160)
    light = shade(whole, seen, (float(LIGHT[0]), float(LIGHT[1]), float(LIGHT[2])), 4.0)
    nook = nooks(whole, seen, 26)
    normal = seen.normal.astype(float)
    lit = np.clip((normal @ LIGHT + 0.2) / 1.2, 0, 1) * (0.1 + 0.9 * light)
    fill = np.clip(normal @ np.array([0.6, -0.1, 0.75]) * 0.5 + 0.5, 0, 1)
    tone = (0.16 + 0.22 * fill + 0.62 * lit) * (0.45 + 0.55 * nook)
    half = LIGHT + np.array([0, 0, 1])
    gleam = np.clip(normal @ (half / np.linalg.norm(half)), 0, 1)
    rows, cols = np.nonzero(seen.mask)
    step = 224 / n
    at: Points = ((cols * step - 112).astype(np.float32), (rows * step - 112).astype(np.float32), seen.depth[seen.mask])
    which = np.argmin(np.stack([f(at) for f in forms]), axis=0)
    out = np.zeros((n, n, 3))
    flat = np.zeros((which.size, 3))
    noise = np.random.default_rng(3).normal(0, 1, which.size)
    for i, part in enumerate(parts):
        here = which == i
        place = tone[seen.mask][here] + noise[here] * part.speckle
        shine = part.shine * gleam[seen.mask][here] ** part.tight * light[seen.mask][here]
        flat[here] = 1 - (1 - colours_of(part, place)) * (1 - np.clip(shine, 0, 1)[:, None])
    out[seen.mask] = flat
    return picture(out, seen.mask.astype(float)).resize((size, size), Image.Resampling.LANCZOS)


def _lobed(p: Points, centre: tuple[float, float, float], radii: tuple[float, float, float], count: int, depth: float) -> Array:
    """An egg with ``count`` ribs around its upright axis and dimples at both ends."""
    turn = np.arctan2(p[0] - centre[0], p[2] - centre[2])
    ring = np.sqrt((p[0] - centre[0]) ** 2 + (p[2] - centre[2]) ** 2)
    ribs = depth * np.abs(np.cos(turn * count / 2)) * np.clip(ring / radii[0], 0, 1)
    dimple = 0.5 * radii[1] * np.exp(-((ring / (radii[0] * 0.42)) ** 2))
    body = egg(p, centre, radii)
    return ((body - ribs + dimple * np.clip(np.abs(p[1] - centre[1]) / radii[1], 0, 1) * 0.8) * 0.7).astype(np.float32)


def _leaves(count: int, y: float, reach: float, droop: float) -> Form:
    """A star of slender leaves."""

    def form(p: Points) -> Array:
        d = np.full_like(p[0], 1e3)
        for i in range(count):
            a = 6.2832 * i / count + 0.4
            tip = (float(np.sin(a) * reach), y + droop, float(np.cos(a) * reach))
            d = join(d, limb(p, (0, y, 0), tip, 7, 1.5), 5)
        return join(d, limb(p, (0, y, 0), (6, y - 22, 2), 5, 4), 6)

    return form


RED = ("#4a0808", "#9c1b12", "#dd3c22", "#ff7a52")
LEAF = ("#0f2a10", "#2c5a20", "#58913a", "#a3cc74")


def tomato() -> list[Part]:
    """A ribbed tomato with its green star."""
    return [Part(lambda p: _lobed(p, (0, 14, 0), (76, 62, 76), 6, 6), RED, 0.75, 60), Part(_leaves(6, -34, 46, 4), LEAF, 0.15)]


def pumpkin() -> list[Part]:
    """A round pumpkin with a dry stalk."""
    body = Part(lambda p: _lobed(p, (0, 18, 0), (86, 62, 86), 10, 11), ("#4a1d05", "#a8500f", "#e8862a", "#ffbf6b"), 0.3, 26)
    stalk = Part(
        lambda p: join(limb(p, (0, -26, 0), (8, -58, 8), 11, 8), limb(p, (8, -58, 8), (22, -72, 10), 8, 10), 8),
        ("#20240c", "#4c5520", "#848b43", "#bcc07c"),
        0.1,
    )
    return [body, stalk]


def eggs() -> list[Part]:
    """Three eggs, two brown and a white one."""
    warm = ("#5b2e18", "#a9663c", "#dba478", "#f8d8b8")
    white = ("#6b5d54", "#b3a497", "#ece2d6", "#ffffff")

    def lay(x: float, y: float, z: float, turn: float) -> Form:
        m = turning(0, 0, turn)

        def form(p: Points) -> Array:
            q = turned(p, m, (x, y, z))
            wide = 1 + 0.0045 * (q[1] - y)
            return (egg(((q[0] - x) / wide + x, q[1], (q[2] - z) / wide + z), (x, y, z), (36, 47, 36)) * 0.8).astype(np.float32)

        return form

    return [
        Part(lay(-42, 26, 8, -24), warm, 0.25, 18),
        Part(lay(40, 30, 14, 30), white, 0.25, 18),
        Part(lay(2, -20, -22, 6), warm, 0.25, 18),
    ]


def milk() -> list[Part]:
    """A bottle of milk with a foil cap and a label band."""

    def bottle(p: Points) -> Array:
        foot = np.maximum(limb(p, (0, -14, 0), (0, 92, 0), 38, 39), p[1] - np.float32(86)) - np.float32(3)
        return join(foot, limb(p, (0, -78, 0), (0, -40, 0), 17, 19), 34)

    def band(p: Points) -> Array:
        return np.maximum(bottle(p) - np.float32(1.2), np.abs(p[1] - 34) - np.float32(26))

    def cap(p: Points) -> Array:
        return np.maximum(np.sqrt(p[0] ** 2 + p[2] ** 2) - np.float32(21), np.abs(p[1] + 92) - np.float32(9)) - np.float32(2)

    return [
        Part(bottle, ("#7f7f8c", "#b9bcc6", "#eceef0", "#ffffff"), 0.8, 70),
        Part(band, ("#0d2a4a", "#1d4d82", "#3a7cc0", "#8fbfee"), 0.3),
        Part(cap, ("#0d2a4a", "#245a92", "#4a8ed2", "#a9d2f6"), 0.7, 30),
    ]


def honey() -> list[Part]:
    """A jar of honey under a cloth lid."""

    def jar(p: Points) -> Array:
        return np.maximum(np.sqrt(p[0] ** 2 + p[2] ** 2) - np.float32(52), np.abs(p[1] - 22) - np.float32(46)) - np.float32(12)

    def lid(p: Points) -> Array:
        return np.maximum(np.sqrt(p[0] ** 2 + p[2] ** 2) - np.float32(54), np.abs(p[1] + 52) - np.float32(12)) - np.float32(5)

    def label(p: Points) -> Array:
        return np.maximum(jar(p) - np.float32(1), np.maximum(np.abs(p[0]) - np.float32(34), np.abs(p[1] - 26) - np.float32(26)))

    return [
        Part(jar, ("#4a1f02", "#a85a08", "#eb9a1e", "#ffdc84"), 0.8, 50),
        Part(lid, ("#3b2a1a", "#7d5d3c", "#c8a06c", "#f0d7a8"), 0.2),
        Part(label, ("#8a7a5e", "#cdbb98", "#f6ead0", "#fffaf0"), 0.1),
    ]


def cheese() -> list[Part]:
    """A wedge of cheese with holes."""

    def wedge(p: Points) -> Array:
        x, y, z = p[0] + np.float32(14), p[1], p[2] + np.float32(10)
        d = np.maximum(np.abs(y - 22) - np.float32(30), x * np.float32(0.34) - z * np.float32(0.94) - np.float32(22))
        d = np.maximum(d, -x * np.float32(0.5) + z * np.float32(0.87) - np.float32(34))
        d = np.maximum(d, np.sqrt((x + 84) ** 2 + z * z) - np.float32(156)) - np.float32(4)
        for hole in ((-20, 10, 26, 13), (26, 34, 52, 15), (54, 6, 62, 9), (-48, 40, 10, 9), (2, -14, 6, 12), (44, -14, 18, 14)):
            d = carve(d, ball((x, y, z), hole[:3], hole[3]), 3)
        return d

    return [Part(wedge, ("#6b3f06", "#bd7f17", "#f0bd45", "#ffe79b"), 0.3, 24)]


def carrots() -> list[Part]:
    """Two carrots with their greens."""

    def root(p: Points) -> Array:
        d = limb(p, (-18, -26, 0), (-42, 88, 0), 22, 4)
        d = np.minimum(d, limb(p, (24, -30, 12), (44, 84, 12), 21, 4))
        return d - (0.9 * np.sin(p[1] * 0.55 + np.sin(p[1] * 0.19) * 3)).astype(np.float32)

    def greens(p: Points) -> Array:
        d = np.full_like(p[0], 1e3)
        for i in range(11):
            a = (i - 5) * 0.17
            root_x = -18 if i % 2 else 24
            tip = (root_x * 0.8 + 70 * float(np.sin(a)), -48 - 46 * float(np.cos(a)), 16.0 * float(np.sin(i * 2.1)))
            d = join(d, limb(p, (root_x, -44, 6), tip, 3.4, 2.6), 4)
            d = np.minimum(d, egg(p, tip, (9, 13, 6)))
        return d

    return [Part(root, ("#5a1c03", "#b94d0b", "#f2802a", "#ffb873"), 0.35, 30), Part(greens, LEAF, 0.1)]


def apple() -> list[Part]:
    """An apple with a leaf."""

    def body(p: Points) -> Array:
        return _lobed(p, (0, 14, 0), (72, 66, 72), 5, 3)

    def stalk(p: Points) -> Array:
        return limb(p, (0, -24, 0), (9, -64, 4), 4, 4.6)

    def leaf(p: Points) -> Array:
        return egg(turned(p, turning(20, 20, -28), (38, -54, 6)), (38, -54, 6), (34, 5, 15))

    return [
        Part(body, ("#2f3a06", "#7c9114", "#b9cf3e", "#eaf59c"), 0.7, 60),
        Part(stalk, ("#1d0f06", "#472a14", "#7a5230", "#b48a5c"), 0.1),
        Part(leaf, LEAF, 0.3),
    ]


def loaf() -> list[Part]:
    """A round rye loaf, scored across and floured."""

    def dome(p: Points) -> Array:
        d = egg(p, (0, 20, 0), (98, 64, 86))
        d = np.maximum(d, p[1] - np.float32(54)) - np.float32(3)
        rough = np.sin(p[0] * 0.31 + p[2] * 0.17) * np.sin(p[2] * 0.29 - p[1] * 0.23) * 0.9
        return d - rough.astype(np.float32)

    def crust(p: Points) -> Array:
        skin, cuts = dome(p), np.full_like(p[0], 1e3)
        for x in (-60, -30, 0, 30, 60):
            wide = 8.5 - 0.07 * abs(x)
            cuts = np.minimum(cuts, np.abs(p[0] - x - 0.30 * p[2] - 7 * np.sin(p[2] * 0.03)) - np.float32(wide))
        cuts = np.maximum(np.maximum(cuts, p[1] - np.float32(6)), -(skin + 10))
        return carve(skin, cuts, 7) * np.float32(0.7)

    def inner(p: Points) -> Array:
        return dome(p) + np.float32(8.5)

    return [
        Part(crust, ("#1d0b05", "#532913", "#97562a", "#e0a868"), 0.25, 18, 0.035),
        Part(inner, ("#7a4a24", "#c4935c", "#edd5aa", "#fff4dc"), 0, 10, 0.05),
    ]


def whale() -> list[Part]:
    """A friendly toy whale with a white belly."""

    def body(p: Points) -> Array:
        d = egg(p, (-28, 12, 0), (74, 52, 58))
        d = join(d, limb(p, (30, 16, 0), (62, -8, 0), 28, 11), 40)
        for turn, x, y in ((-58, 50, -32), (16, 82, -24)):
            d = join(d, egg(turned(p, turning(0, 0, turn), (x, y, 0)), (x, y, 0), (29, 14, 11)), 14)
        d = join(d, egg(turned(p, turning(0, 0, 38), (-2, 46, 56)), (-2, 46, 56), (31, 9, 17)), 12)
        return carve(d, limb(p, (-88, 28, 34), (-42, 36, 66), 1.6, 1.6), 4)

    def belly(p: Points) -> Array:
        return np.maximum(body(p) - np.float32(0.8), -(p[1] - 36 - (p[0] + 20) * 0.10))

    def eye(p: Points) -> Array:
        return ball(p, (-56, 8, 46), 8.5)

    def cheek(p: Points) -> Array:
        return np.maximum(body(p) - np.float32(0.6), ball(p, (-42, 27, 58), 10))

    def water(p: Points) -> Array:
        return np.minimum(limb(p, (-22, -42, 0), (-36, -86, 0), 5, 8), limb(p, (-22, -42, 0), (-2, -84, 0), 5, 8))

    return [
        Part(body, ("#0b2b66", "#2160b8", "#4a93ea", "#a9d6ff"), 0.5, 40),
        Part(belly, ("#7f93b8", "#c3d3ea", "#f1f6fd", "#ffffff"), 0.2),
        Part(eye, ("#050a14", "#0a1424", "#14223a", "#30466a"), 1.0, 90),
        Part(cheek, ("#a3485a", "#e07d8a", "#ff9fa8", "#ffc4c8"), 0.2),
        Part(water, ("#5aa6e6", "#8cc8f4", "#bfe4ff", "#ffffff"), 0.5),
    ]


OBJECTS: dict[str, Callable[[], list[Part]]] = {
    f.__name__: f for f in (tomato, pumpkin, eggs, milk, honey, cheese, carrots, apple, loaf, whale)
}
