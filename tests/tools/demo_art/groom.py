"""Hair: strands that flow over a solid, lit as thin fibres and painted from back to front.

The light on a fibre follows Kajiya and Kay, "Rendering fur with three dimensional textures" (1989).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from tests.tools.demo_art.solid import Camera, Look, Solid, normals
from tests.tools.demo_art.tones import ramp, smooth

Floats = NDArray[np.float64]
Flow = Callable[[Floats], Floats]


@dataclass(frozen=True)
class Comb:
    """How strands are cut and laid; lengths in world pixels."""

    count: int = 5200
    long: float = 150
    width: float = 1.5
    steps: int = 14
    lift: float = 3.0
    stray: float = 0.16
    clump: float = 0.55
    locks: int = 170
    wave: float = 0.0
    wave_long: float = 60.0
    curl: float = 0.0
    curl_long: float = 34.0
    opacity: float = 0.85
    shine: float = 0.5
    tone_spread: float = 0.11
    grey: float = 0.0
    backward: float = 0.45


@dataclass(frozen=True)
class Strands:
    """Polylines (strand x step x 3) with the normals of what they lie on and a tone of their own."""

    lines: Floats
    normals: Floats
    tone: Floats
    grey: NDArray[np.bool_]


def grow(solid: Solid, seeds: Floats, flow: Flow, comb: Comb, rng: np.random.Generator) -> Strands:
    """Strands through the ``seeds``, following ``flow`` along the solid's surface both ways."""
    comb = replace(comb, locks=min(comb.locks, max(1, len(seeds) // 3)))
    sway = rng.normal(0, comb.stray, (len(seeds), 3))
    step = comb.long / (comb.steps - 1)
    behind = int((comb.steps - 1) * comb.backward)
    length = rng.uniform(0.65, 1.15, len(seeds))[:, None] * step
    back = _walk(solid, seeds, flow, -length, behind, sway)
    ahead = _walk(solid, seeds, flow, length, comb.steps - 1 - behind, sway)
    lines = np.concatenate([back[:, :0:-1], ahead], axis=1)
    lines, lock = _clumped(lines, seeds, comb, rng)
    flat = lines.reshape(-1, 3).astype(np.float32)
    n = normals(solid, (flat[:, 0], flat[:, 1], flat[:, 2]), 3.0).reshape(lines.shape).astype(np.float64)
    lines = lines + n * _rise(comb, lines.shape, rng)
    lines = _bent(lines, n, comb, lock, rng)
    tone = rng.normal(0, comb.tone_spread * 0.6, len(seeds)) + rng.normal(0, comb.tone_spread, comb.locks)[lock]
    return Strands(lines, n, tone, rng.random(len(seeds)) < comb.grey)


def _walk(solid: Solid, seeds: Floats, flow: Flow, length: Floats, steps: int, sway: Floats) -> Floats:
    """Paths of ``steps`` steps from the seeds, kept on the surface; ``length`` below nought walks upstream."""
    at, path = seeds.copy(), [seeds.copy()]
    for _ in range(steps):
        q = (at[:, 0].astype(np.float32), at[:, 1].astype(np.float32), at[:, 2].astype(np.float32))
        n = normals(solid, q, 3.0)
        way = flow(at) + sway
        way -= n * (way * n).sum(1, keepdims=True)
        way /= np.maximum(np.linalg.norm(way, axis=1, keepdims=True), 1e-6)
        at = at + way * length
        q = (at[:, 0].astype(np.float32), at[:, 1].astype(np.float32), at[:, 2].astype(np.float32))
        at = at - n * np.clip(solid(q), -6, 6)[:, None]
        path.append(at.copy())
    return np.stack(path, axis=1)


def _clumped(lines: Floats, seeds: Floats, comb: Comb, rng: np.random.Generator) -> tuple[Floats, NDArray[np.intp]]:
    """Strands drawn towards the leader of their lock, more so at the tips."""
    leaders = rng.choice(len(seeds), comb.locks, replace=False)
    near = np.empty(len(seeds), np.intp)
    for part in np.array_split(np.arange(len(seeds)), max(1, len(seeds) // 2000)):
        gap = ((seeds[part, None] - seeds[leaders][None]) ** 2).sum(2)
        near[part] = gap.argmin(1)
    pull = comb.clump * np.linspace(0.15, 1, lines.shape[1])[None, :, None]
    own = rng.uniform(0.3, 1, len(seeds))[:, None, None]
    return lines + (lines[leaders][near] - lines) * pull * own, near


def _rise(comb: Comb, shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    """How far each point of each strand stands off the surface."""
    height = np.abs(rng.normal(0, comb.lift, shape[0]))[:, None, None]
    out: Floats = height * np.sin(np.linspace(0.3, 2.6, shape[1]))[None, :, None]
    return out


def _bent(lines: Floats, n: Floats, comb: Comb, lock: NDArray[np.intp], rng: np.random.Generator) -> Floats:
    """Waves across the strand and curls around it, in step within a lock."""
    if not comb.wave and not comb.curl:
        return lines
    along = np.gradient(lines, axis=1)
    span = np.linalg.norm(along, axis=2, keepdims=True)
    along = along / np.maximum(span, 1e-6)
    across = np.cross(along, n)
    run = np.cumsum(span, axis=1)
    phase = rng.uniform(0, 6.28, comb.locks)[lock][:, None, None] + rng.normal(0, 0.35, len(lines))[:, None, None]
    turn = rng.choice([-1.0, 1.0], comb.locks)[lock][:, None, None]
    wave = comb.wave * np.sin(run / comb.wave_long * 6.28 + phase * 0.35)
    angle = turn * run / comb.curl_long * 6.28 + phase
    return lines + across * (wave + comb.curl * np.sin(angle)) + n * comb.curl * (0.6 + np.cos(angle))


@dataclass(frozen=True)
class Fibre:
    """The paint of hair: its ramp from shade to light and the colours of its grey and of its gleam."""

    stops: list[tuple[float, str]]
    gleam: str
    grey_stops: list[tuple[float, str]]


def fibre_light(s: Strands, light: Floats, open_: Floats, shine: float) -> tuple[Floats, Floats]:
    """Diffuse light (0 to 1) and gleam of every strand point, ``open_`` being the light that reaches it."""
    t = np.gradient(s.lines, axis=1)
    t /= np.maximum(np.linalg.norm(t, axis=2, keepdims=True), 1e-6)
    half = light + np.array([0, 0, 1])
    half /= np.linalg.norm(half)
    facing = (s.normals * light).sum(2)
    side = np.sqrt(np.clip(1 - (t @ light) ** 2, 0, 1))
    lit = open_ * smooth(-0.25, 1.0, facing) * (0.45 + 0.55 * side)
    fill = 0.10 + 0.16 * np.clip(s.normals[..., 2], 0, 1)
    top = np.sqrt(np.clip(1 - (t @ half) ** 2, 0, 1))
    gleam = shine * top**26 * open_ * smooth(-0.1, 0.7, facing)
    return fill + 0.60 * lit, gleam


def paint(
    image: QImage,
    s: Strands,
    comb: Comb,
    fibre: Fibre,
    camera: Camera,
    light: Floats,
    open_at: Callable[[Floats], Floats],
    behind: Look,
    rise: tuple[float, float],
) -> None:
    """Paint the strands onto ``image``, farthest first.

    A strand comes into view where it rises above the surface ``behind`` by ``rise`` (none, full), which makes a soft hairline.
    """
    diffuse, gleam = fibre_light(s, light, open_at(s.lines), comb.shine)
    place = np.clip(diffuse + s.tone[:, None], 0, 1)
    colour = ramp(fibre.stops, place)
    colour[s.grey] = ramp(fibre.grey_stops, place[s.grey])
    bright = ramp([(0, "#000000"), (1, fibre.gleam)], np.clip(gleam, 0, 1))
    colour = 1 - (1 - colour) * (1 - bright)
    px, py = camera.pixels(s.lines[..., 0], s.lines[..., 1])
    cover = comb.opacity * _cover(s, behind, px, py, rise)
    taper = np.sin(np.linspace(0.25, 3.0, s.lines.shape[1])) ** 0.7
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    for i in np.argsort(s.lines[..., 2].mean(1)):
        for j in range(s.lines.shape[1] - 1):
            if cover[i, j] < 0.03:
                continue
            c = colour[i, j]
            pen.setColor(QColor.fromRgbF(float(c[0]), float(c[1]), float(c[2]), float(cover[i, j])))
            pen.setWidthF(comb.width / camera.step * (0.25 + 0.75 * float(taper[j])))
            painter.setPen(pen)
            painter.drawLine(QPointF(px[i, j], py[i, j]), QPointF(px[i, j + 1], py[i, j + 1]))
    painter.end()


def _cover(s: Strands, behind: Look, px: Floats, py: Floats, rise: tuple[float, float]) -> Floats:
    """How much of each strand point shows: none behind other forms or on the far side of its own."""
    col = np.clip(px.astype(int), 0, behind.camera.columns - 1)
    row = np.clip(py.astype(int), 0, behind.camera.rows - 1)
    above = smooth(rise[0], rise[1], s.lines[..., 2] - behind.depth[row, col])
    return above * smooth(-0.12, 0.12, s.normals[..., 2])


def seeds_on(seen: Look, weight: Floats, count: int, rng: np.random.Generator) -> Floats:
    """Random points of the seen surface, as dense on slopes as on level ground, chosen by ``weight`` (rows x columns)."""
    w = np.where(seen.mask, weight / np.clip(seen.normal[..., 2], 0.4, 1), 0).ravel()
    total = w.sum()
    if total <= 0:
        return np.zeros((0, 3))
    picks = rng.choice(w.size, count, p=w / total)
    rows, cols = np.divmod(picks, seen.camera.columns)
    c = seen.camera
    jitter = rng.uniform(0, 1, (2, count))
    return np.stack(
        [(cols + jitter[0]) * c.step + c.left, (rows + jitter[1]) * c.step + c.top, seen.depth.ravel()[picks]], axis=1
    )
