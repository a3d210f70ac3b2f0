"""The drawn marks of a face over its modelled skin: eyes, brows, lips, nostrils, glasses, as SVG in world units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.tools.demo_art.head import Skull, head, mouth_height, to_world

Floats = NDArray[np.float64]
Dots = list[tuple[float, float]]
EYE = 1.13


@dataclass(frozen=True)
class Features:
    """How a face is drawn; colours as ``#rrggbb``, sizes as factors around 1."""

    iris: str = "#6b4a2c"
    iris_deep: str = "#2a1a10"
    line: str = "#2b1712"
    brow: str = "#3a251b"
    brow_thick: float = 1.0
    brow_arch: float = 1.0
    lip: str = "#c4736a"
    lip_cover: float = 0.5
    eye_open: float = 1.0
    eye_tilt: float = 2.0
    crease: float = 0.5
    lashes: float = 0.4
    teeth: bool = False
    freckles: int = 0


class Face:
    """Lays frontal drawings on the surface of a posed head."""

    _LEFT, _TOP, _STEP = -136.0, -120.0, 2.0

    def __init__(self, skull: Skull) -> None:
        self.skull = skull
        xs, ys = np.arange(self._LEFT, 137, self._STEP), np.arange(self._TOP, 250, self._STEP)
        x, y = (g.ravel().astype(np.float32) for g in np.meshgrid(xs, ys))
        z = np.full_like(x, 260)
        for _ in range(90):
            z -= head((x, y, z), skull) * np.float32(0.7)
        self._depth = np.maximum(z, -60).reshape(ys.size, xs.size)

    def _height(self, x: Floats, y: Floats) -> Floats:
        """How far forward the face lies at the points, between the grid's four nearest."""
        col = np.clip((x - self._LEFT) / self._STEP, 0, self._depth.shape[1] - 1.001)
        row = np.clip((y - self._TOP) / self._STEP, 0, self._depth.shape[0] - 1.001)
        c, r = col.astype(int), row.astype(int)
        u, v = col - c, row - r
        d = self._depth
        out: Floats = (d[r, c] * (1 - u) + d[r, c + 1] * u) * (1 - v) + (d[r + 1, c] * (1 - u) + d[r + 1, c + 1] * u) * v
        return out

    def lay(self, dots: Dots, lift: float = 0.0) -> Floats:
        """World x and y of points given as seen from the front (middle of the eyes at nought)."""
        own = np.array(dots, float)
        z = self._height(own[:, 0], own[:, 1])
        return to_world(np.column_stack([own, z + lift]), self.skull)[:, :2]

    def point(self, x: float, y: float, z: float) -> Floats:
        """World x and y of one point of the head's own space."""
        return to_world(np.array([[x, y, z]], float), self.skull)[0, :2]


def path(points: Floats, closed: bool = False) -> str:
    """An SVG path running smoothly through the points (Catmull-Rom as cubic curves)."""
    p = np.concatenate([points[-1:], points, points[:2]]) if closed else np.concatenate([points[:1], points, points[-1:]])
    out = [f"M{p[1][0]:.2f} {p[1][1]:.2f}"]
    for i in range(1, len(p) - 2):
        c1, c2 = p[i] + (p[i + 1] - p[i - 1]) / 6, p[i + 1] - (p[i + 2] - p[i]) / 6
        out.append(f"C{c1[0]:.2f} {c1[1]:.2f} {c2[0]:.2f} {c2[1]:.2f} {p[i + 1][0]:.2f} {p[i + 1][1]:.2f}")
    return "".join(out) + ("Z" if closed else "")


def sliver(points: Floats, widths: list[float]) -> str:
    """A closed path along the points, as wide as ``widths`` say at each of them: a stroke of a brush."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-6)
    off = np.stack([along[:, 1], -along[:, 0]], axis=1) * np.array(widths)[:, None] / 2
    upper, lower = path(points + off), path((points - off)[::-1])
    return upper + "L" + lower[1:] + "Z"


def moved(points: Floats, right: float, down: float) -> Floats:
    """The points moved by so much."""
    return points + np.array([right, down])


def mirrored(dots: Dots, side: int, dx: float = 0, dy: float = 0) -> Dots:
    """The dots for one side of the face: +1 as given, -1 mirrored, moved by ``dx`` outwards and ``dy`` down."""
    return [(side * (x + dx), y + dy) for x, y in dots]


def eye_lines(f: Features) -> tuple[Dots, Dots]:
    """The upper and the lower lid's edge, from the inner to the outer corner, about the eye's centre."""
    o, t = f.eye_open, f.eye_tilt
    upper = [(-28.0, 6.5), (-21, -3.5 * o), (-10, -10.5 * o), (3, -12.5 * o), (16, -10 * o), (25, -5 * o - t * 0.5), (31, 1 - t)]
    lower = [(-28.0, 6.5), (-18, 9.5), (-4, 11.5), (10, 10.8), (22, 6.5 - t * 0.4), (31, 1 - t)]
    return [(x * EYE, y * EYE) for x, y in upper], [(x * EYE, y * EYE) for x, y in lower]


def eye(face: Face, f: Features, side: int) -> str:
    """One eye: white, iris, gleams, lids and lashes."""
    upper_dots, lower_dots = eye_lines(f)
    upper, lower = (face.lay(mirrored(d, side, 65, 3)) for d in (upper_dots, lower_dots))
    opening = path(upper) + "L" + path(lower[::-1])[1:] + "Z"
    ball, name = face.point(side * 65, 0.5, 84), f"eye{side}"
    inner = face.lay(mirrored([(-24.5, 5.5)], side, 65, 3))[0]
    lash = [0.6, 2.0, 3.2, 3.8, 4.0, 4.2 + f.lashes * 2, 2.2]
    crease = face.lay(mirrored([(x, y - 8.5 - 2.0 * (1 - abs(x) / 30)) for x, y in upper_dots[1:]], side, 65, 3))
    under = face.lay(mirrored([(x, y + 1.2) for x, y in lower_dots], side, 65, 3))
    bag = face.lay(mirrored([(x * 0.8 - 2, y + 11) for x, y in lower_dots[:-1]], side, 65, 3))
    ix, iy = ball
    return f"""
    <clipPath id="{name}"><path d="{opening}"/></clipPath>
    <path d="{path(bag)}" fill="none" stroke="{f.line}" stroke-width="2.4" opacity=".13" filter="url(#soft2)"
      stroke-linecap="round"/>
    <g clip-path="url(#{name})">
      <path d="{opening}" fill="#f3ece6"/>
      <circle cx="{inner[0]}" cy="{inner[1]}" r="5" fill="#d98f83" filter="url(#soft1)"/>
      <path d="{opening}" fill="none" stroke="#8a6a64" stroke-width="9" opacity=".42" filter="url(#soft2)"/>
      <circle cx="{ix}" cy="{iy}" r="15.2" fill="{f.iris_deep}"/>
      <circle cx="{ix}" cy="{iy}" r="13.9" fill="url(#iris)"/>
      <g transform="translate({ix} {iy}) scale(1.12)">{_rays(f)}</g>
      <circle cx="{ix}" cy="{iy}" r="14.5" fill="none" stroke="{f.iris_deep}" stroke-width="1.9" opacity=".75"/>
      <circle cx="{ix}" cy="{iy}" r="6.3" fill="#0d0808"/>
      <path d="{sliver(moved(upper, 0, 3.5), [5.0] * 7)}" fill="#1c0d0a" opacity=".5" filter="url(#soft2)"/>
      <path d="M{ix - 9} {iy + 7}Q{ix} {iy + 13} {ix + 9} {iy + 5}" stroke="#fff" stroke-width="2.2" fill="none"
        opacity=".22" filter="url(#soft1)"/>
      <rect x="{ix - 8.2}" y="{iy - 8.6}" width="6.4" height="7" rx="2" fill="#fff" opacity=".97"/>
      <circle cx="{ix + 5.2}" cy="{iy + 4.4}" r="1.5" fill="#fff" opacity=".55"/>
    </g>
    <path d="{path(under)}" fill="none" stroke="#f6d9c9" stroke-width="1.5" opacity=".5"/>
    <path d="{path(moved(under, 0, 1.6))}" fill="none" stroke="{f.line}" stroke-width="1.3" opacity=".4" filter="url(#soft05)"/>
    <path d="{sliver(moved(upper, 0, -1), lash)}" fill="{f.line}"/>
    <path d="{sliver(crease, [0.8, 2.2, 2.8, 2.8, 2.2, 0.8])}" fill="{f.line}" opacity="{f.crease}" filter="url(#soft05)"/>
    {_lashes(face, f, side, upper_dots)}"""


def _rays(f: Features) -> str:
    """The fine spokes of an iris."""
    rng = np.random.default_rng(4)
    spokes = []
    for a in np.linspace(0, 6.28, 44, endpoint=False) + rng.normal(0, 0.05, 44):
        r0, r1 = rng.uniform(5.5, 7), rng.uniform(9, 12)
        spokes.append(f"M{r0 * np.cos(a):.2f} {r0 * np.sin(a):.2f}L{r1 * np.cos(a):.2f} {r1 * np.sin(a):.2f}")
    return f'<path d="{"".join(spokes)}" stroke="#fff" stroke-width=".5" opacity=".22"/>'


def _lashes(face: Face, f: Features, side: int, upper: Dots) -> str:
    """A few lashes swept outwards from the outer end of the upper lid."""
    if f.lashes <= 0.45:
        return ""
    out = []
    for k, long in ((4.1, 6.0), (4.7, 7.5), (5.2, 9.0), (5.7, 10.0)):
        i, part = int(k), k - int(k)
        x = upper[i][0] + (upper[i + 1][0] - upper[i][0]) * part
        y = upper[i][1] + (upper[i + 1][1] - upper[i][1]) * part
        reach = long * f.lashes
        dots = mirrored([(x - 3, y), (x + reach * 0.5, y - reach * 0.42), (x + reach * 1.0, y - reach * 0.95)], side, 65, 2)
        out.append(f'<path d="{sliver(face.lay(dots), [2.6, 1.7, 0.3])}" fill="{f.line}"/>')
    return "".join(out)


def brow(face: Face, f: Features, side: int) -> str:
    """One eyebrow of many short hairs over a soft ground."""
    rng = np.random.default_rng(11 + side)
    a = f.brow_arch
    spine = np.array([(29, -31), (46, -35 - 2 * a), (64, -37 - 5 * a), (82, -36 - 5 * a), (98, -29 - 2 * a), (109, -21)])
    thick = np.array([10.5, 12, 11, 9, 6, 2]) * f.brow_thick
    ground = face.lay([(side * x, y) for x, y in spine])
    out = [f'<path d="{sliver(ground, list(thick * 0.8))}" fill="{f.brow}" opacity=".5" filter="url(#soft2)"/>']
    for k in np.sort(rng.uniform(0, 4.9, 260)):
        i, part = int(k), k - int(k)
        x, y = spine[i] * (1 - part) + spine[i + 1] * part
        wide = thick[i] * (1 - part) + thick[i + 1] * part
        off = rng.uniform(-0.5, 0.5)
        lean = np.interp(k, [0, 1.2, 3, 5], [1.25, 0.7, 0.15, -0.4]) - off * 0.35
        long = rng.uniform(7, 11) * np.interp(k, [0, 1, 5], [0.7, 1.0, 0.8])
        y0, dx, dy = y + off * wide, np.cos(lean) * long, -np.sin(lean) * long * 0.8
        dots = [(side * x, y0), (side * (x + dx * 0.5), y0 + dy * 0.62), (side * (x + dx), y0 + dy)]
        dense = rng.uniform(0.4, 0.85) * min(1, 0.45 + k)
        out.append(f'<path d="{sliver(face.lay(dots), [1.2, 1.1, 0.2])}" fill="{f.brow}" opacity="{dense:.2f}"/>')
    return "".join(out)


def _both(right: Dots) -> Dots:
    """A line from the left corner to the right one, given its right half from the middle outwards."""
    return [(-x, y) for x, y in right[:0:-1]] + right


def mouth(face: Face, f: Features) -> str:
    """Lips tinted over the modelled ones, the line between them or the teeth, and the gleam of the lower lip."""
    s = face.skull
    y, lift, full = mouth_height(s), 7 * s.smile, s.lips
    top = face.lay(_both([(0, y - 11 * full), (10, y - 15 * full), (28, y - 10 * full), (50, y - lift)]))
    drop = 11.0 if f.teeth else 0.0
    low = face.lay(
        _both(
            [
                (0, y + 20 * full + drop),
                (17, y + 18.5 * full - lift * 0.1 + drop * 0.85),
                (35, y + 9.5 * full - lift * 0.45 + drop * 0.45),
                (50, y - lift),
            ]
        )
    )
    edge = [(0, y + 0.8), (9, y + 1.4), (24, y + 0.6 - lift * 0.1), (39, y - 1 - lift * 0.42), (51, y - lift)]
    upper = face.lay(_both(edge))
    under = face.lay(_both([(x, v + drop * max(0, 1 - (x / 49) ** 2) ** 0.9) for x, v in edge]))
    lips = path(top) + "L" + path(low[::-1])[1:] + "Z"
    upper_lip = path(top) + "L" + path(upper[::-1])[1:] + "Z"
    gleam = face.lay([(-18, y + 9 * full + drop * 0.7), (-6, y + 10.5 * full + drop * 0.7), (7, y + 10 * full + drop * 0.7)])
    line = sliver(upper, [2.6, 2.2, 2.0, 2.4, 2.8, 2.4, 2.0, 2.2, 2.6])
    return f"""
    <path d="{lips}" fill="{f.lip}" opacity="{f.lip_cover}" style="mix-blend-mode:multiply" filter="url(#soft1)"/>
    <path d="{lips}" fill="{f.lip}" opacity="{f.lip_cover * 0.5}" filter="url(#soft1)"/>
    <path d="{upper_lip}" fill="#5a201e" opacity=".22" filter="url(#soft1)"/>
    {_teeth(upper, under) if f.teeth else ""}
    <path d="{line}" fill="#4a1a18" opacity=".85" filter="url(#soft05)"/>
    <path d="{sliver(gleam, [0.6, 3.6, 0.6])}" fill="#fff1e8" opacity=".5" filter="url(#soft1)"/>
    <path d="{sliver(moved(low, 0, 3.5), [0.1, 2, 6, 8, 6, 2, 0.1])}" fill="{f.line}" opacity=".16" filter="url(#soft2)"/>
    {"".join(_corner(face, c, y, lift, f) for c in (-1, 1))}"""


def _corner(face: Face, side: int, y: float, lift: float, f: Features) -> str:
    """The tuck at the corner of a smile."""
    dots = mirrored([(49, y - lift + 1), (54, y - lift - 2.5), (57, y - lift - 6)], side)
    return f'<path d="{sliver(face.lay(dots), [0.8, 2.6, 0.4])}" fill="{f.line}" opacity=".24" filter="url(#soft1)"/>'


def _teeth(upper: Floats, under: Floats) -> str:
    """A row of teeth seen between smiling lips."""
    gap = path(upper) + "L" + path(under[::-1])[1:] + "Z"
    return f"""<clipPath id="gap"><path d="{gap}"/></clipPath><g clip-path="url(#gap)">
      <path d="{gap}" fill="#efe5da"/>
      <path d="{sliver(moved(upper, 0, 2), [3.0] * 9)}" fill="#7a4a44" opacity=".4" filter="url(#soft1)"/>
      <circle cx="{upper[0][0]}" cy="{upper[0][1]}" r="17" fill="#4a1f1c" opacity=".75" filter="url(#soft2)"/>
      <circle cx="{upper[-1][0]}" cy="{upper[-1][1]}" r="17" fill="#4a1f1c" opacity=".75" filter="url(#soft2)"/>
    </g><path d="{path(under)}" fill="none" stroke="#6d2f2b" stroke-width="1.3" opacity=".6"/>"""


def nose(face: Face, f: Features) -> str:
    """Nostrils and the line under the tip."""
    s = face.skull
    low, wide = 84 + s.nose_long, s.nose_wide
    out = []
    for side in (-1, 1):
        hole = mirrored([(5 * wide, low + 19), (11 * wide, low + 16.5), (17 * wide, low + 16.5), (20 * wide, low + 19)], side)
        out.append(f'<path d="{sliver(face.lay(hole), [1.5, 5, 5, 1.5])}" fill="#3a1512" opacity=".62" filter="url(#soft1)"/>')
        wing = mirrored([(29 * wide, low - 9), (36 * wide, low + 1), (35 * wide, low + 11), (29 * wide, low + 18)], side)
        out.append(
            f'<path d="{sliver(face.lay(wing), [0.6, 3.0, 3.4, 0.6])}" fill="#7a2f22" opacity=".34" filter="url(#soft1)"/>'
        )
    return "".join(out)


def freckles(face: Face, f: Features) -> str:
    """Freckles over nose and cheeks."""
    rng = np.random.default_rng(7)
    out = []
    for _ in range(f.freckles):
        x, y = rng.normal(0, 52), rng.normal(52, 20)
        px, py = face.lay([(float(np.clip(x, -105, 105)), float(np.clip(y, 12, 110)))])[0]
        out.append(
            f'<circle cx="{px:.1f}" cy="{py:.1f}" r="{rng.uniform(0.7, 1.9):.2f}" opacity="{rng.uniform(0.15, 0.42):.2f}"/>'
        )
    return f'<g fill="#a5562f" filter="url(#soft05)">{"".join(out)}</g>'


@dataclass(frozen=True)
class Glasses:
    """A pair of glasses: half sizes of a lens, how square it is (2 is round), the frame's strength and colours."""

    wide: float = 45
    tall: float = 41
    square: float = 2.3
    strong: float = 6.0
    frame: str = "#4a2c1c"
    gleam: str = "#c08a5a"


def glasses(face: Face, g: Glasses) -> str:
    """Glasses before the eyes, with their shadow on the skin."""

    def at(x: float, y: float) -> Floats:
        return face.point(x, y, 140 - 0.0030 * x * x)

    angle = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    rims, lenses, gleams = [], [], []
    for side in (-1, 1):
        power = 2 / g.square
        xs = np.sign(np.cos(angle)) * np.abs(np.cos(angle)) ** power * g.wide
        ys = np.sign(np.sin(angle)) * np.abs(np.sin(angle)) ** power * g.tall
        ring = np.array([at(side * 66 + x, 10 + y * (1 - 0.10 * side * x / g.wide * side)) for x, y in zip(xs, ys, strict=True)])
        rims.append(path(ring, closed=True))
        lenses.append(f'<path d="{rims[-1]}" fill="url(#lens)"/>')
        gleams.append(path(moved(ring[36:48], 0.8, 1.2)))
    bridge = np.array([at(x, y) for x, y in ((-24, 2), (-12, -5), (0, -7), (12, -5), (24, 2))])
    arms = ""
    for side in (-1, 1):
        arm = np.array([at(side * (66 + g.wide - 1), -4), face.point(side * 132, -2, 40), face.point(side * 150, 2, -30)])
        arms += f'<path d="{sliver(arm, [g.strong * 1.3, g.strong * 1.1, g.strong * 0.8])}" fill="{g.frame}"/>'
    lines = "".join(f'<path d="{r}"/>' for r in [*rims, path(bridge)])
    shine = "".join(f'<path d="{r}"/>' for r in gleams)
    return f"""<linearGradient id="lens" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#fff" stop-opacity=".20"/>
      <stop offset=".38" stop-color="#fff" stop-opacity=".03"/><stop offset="1" stop-color="#bcd4e6" stop-opacity=".10"/>
      </linearGradient>
      <g fill="none" stroke="#3a1a14" stroke-width="{g.strong + 2}" opacity=".42" transform="translate(7 13)" filter="url(#soft3)"
        style="mix-blend-mode:multiply">{lines}</g>{arms}{"".join(lenses)}
      <g fill="none" stroke="{g.frame}" stroke-width="{g.strong}" stroke-linejoin="round">{lines}</g>
      <g fill="none" stroke="{g.gleam}" stroke-width="{g.strong * 0.32}" stroke-linecap="round" opacity=".85">{shine}</g>"""


def earrings(face: Face, colour: str, gleam: str, size: float, drop: float = 0) -> str:
    """A stud or, with ``drop``, a hanging ring at each ear."""
    out = []
    for side in (-1, 1):
        x, y = face.point(side * 147, 82, -22)
        shape = (
            f'<circle cx="{x}" cy="{y + drop + size}" r="{size}" fill="none" stroke="{colour}" stroke-width="{size * 0.24}"/>'
            f'<path d="M{x - size} {y + drop + size}A{size} {size} 0 0 1 {x} {y + drop}" fill="none" stroke="{gleam}"'
            f' stroke-width="{size * 0.12}" stroke-linecap="round"/>'
            if drop
            else f'<circle cx="{x}" cy="{y}" r="{size}" fill="{colour}"/>'
            f'<circle cx="{x - size * 0.3}" cy="{y - size * 0.35}" r="{size * 0.34}" fill="{gleam}"/>'
        )
        out.append(shape)
    return "".join(out)


def definitions(f: Features) -> str:
    """Filters and gradients that the marks use."""
    blurs = "".join(
        f'<filter id="soft{n}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="{v}"/></filter>'
        for n, v in (("05", 0.5), ("1", 1.2), ("2", 2.6), ("3", 5), ("4", 10))
    )
    return f"""{blurs}<radialGradient id="iris" cx=".5" cy=".62" r=".62"><stop offset=".2" stop-color="{f.iris}"/>
      <stop offset=".7" stop-color="{f.iris}"/><stop offset="1" stop-color="{f.iris_deep}"/></radialGradient>"""


def marks(face: Face, f: Features) -> str:
    """All the marks of a face."""
    parts = [freckles(face, f) if f.freckles else "", nose(face, f), mouth(face, f)]
    parts += [eye(face, f, side) + brow(face, f, side) for side in (-1, 1)]
    return "".join(parts)
