"""Signed distance shapes for modelling a bust, and the marching that looks at them and lights them.

Lengths are output pixels of a 900 x 1200 picture; x runs right, y down, z towards the viewer. Shapes are functions from a
``Points`` (three float32 arrays) to distances; formulas after Inigo Quilez, "Distance functions" and "Smooth minimum".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Points = tuple[Array, Array, Array]
Vec = tuple[float, float, float]
Solid = Callable[[Points], Array]


def ball(p: Points, centre: Vec, radius: float) -> Array:
    """Distance to a sphere."""
    return np.sqrt((p[0] - centre[0]) ** 2 + (p[1] - centre[1]) ** 2 + (p[2] - centre[2]) ** 2) - np.float32(radius)


def egg(p: Points, centre: Vec, radii: Vec) -> Array:
    """Near distance to an ellipsoid with half axes ``radii``."""
    x, y, z = ((p[i] - centre[i]) / radii[i] for i in range(3))
    k0 = np.sqrt(x * x + y * y + z * z)
    k1 = np.sqrt((x / radii[0]) ** 2 + (y / radii[1]) ** 2 + (z / radii[2]) ** 2)
    return (k0 * (k0 - 1) / np.maximum(k1, 1e-6)).astype(np.float32)


def limb(p: Points, a: Vec, b: Vec, ra: float, rb: float) -> Array:
    """Near distance to a tapering capsule from ``a`` (radius ``ra``) to ``b`` (radius ``rb``)."""
    ba = [b[i] - a[i] for i in range(3)]
    pa = [p[i] - a[i] for i in range(3)]
    long = sum(v * v for v in ba)
    h = np.clip((pa[0] * ba[0] + pa[1] * ba[1] + pa[2] * ba[2]) / long, 0, 1)
    d2 = sum((pa[i] - ba[i] * h) ** 2 for i in range(3))
    return (np.sqrt(d2) - (ra + (rb - ra) * h)).astype(np.float32)


def join(a: Array, b: Array, k: float) -> Array:
    """Union with a fillet about ``k`` wide."""
    h = np.maximum(k - np.abs(a - b), 0) / k
    return np.minimum(a, b) - h * h * np.float32(k * 0.25)


def carve(a: Array, b: Array, k: float) -> Array:
    """``a`` without ``b``, the edge rounded over ``k``."""
    h = np.maximum(k - np.abs(a + b), 0) / k
    return np.maximum(a, -b) + h * h * np.float32(k * 0.25)


def turned(p: Points, matrix: NDArray[np.float64], pivot: Vec) -> Points:
    """The points in the frame of a body that was turned by ``matrix`` about ``pivot``."""
    q = [p[i] - pivot[i] for i in range(3)]
    x, y, z = (sum(matrix[j][i] * q[j] for j in range(3)) + pivot[i] for i in range(3))
    return np.float32(1) * x, np.float32(1) * y, np.float32(1) * z


def turning(yaw: float, pitch: float, roll: float) -> NDArray[np.float64]:
    """Rotation by degrees: ``yaw`` to image right, ``pitch`` nods down, ``roll`` tilts clockwise."""
    a, b, c = np.radians([yaw, pitch, roll])
    about_y = np.array([[np.cos(a), 0, np.sin(a)], [0, 1, 0], [-np.sin(a), 0, np.cos(a)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(b), np.sin(b)], [0, -np.sin(b), np.cos(b)]])
    about_z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    out: NDArray[np.float64] = about_z @ about_x @ about_y
    return out


@dataclass(frozen=True)
class Camera:
    """A window of the world at right angles to z: its upper left corner, and the world size of one pixel."""

    left: float
    top: float
    step: float
    columns: int
    rows: int

    def pixels(self, x: NDArray[np.floating], y: NDArray[np.floating]) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
        """Where world points lie in the picture, in pixels."""
        return (x - self.left) / self.step, (y - self.top) / self.step


@dataclass(frozen=True)
class Look:
    """What a camera sees: a mask, the depth and the unit normals (rows x columns x 3)."""

    camera: Camera
    mask: NDArray[np.bool_]
    depth: Array
    normal: Array


def look(solid: Solid, camera: Camera, near: float = 330, far: float = -330) -> Look:
    """March parallel rays along -z onto ``solid``, one for every pixel of the camera, starting where a coarse look met it."""
    coarse = Camera(camera.left, camera.top, camera.step * 6, -(-camera.columns // 6), -(-camera.rows // 6))
    z = _march(solid, coarse, np.full((coarse.rows, coarse.columns), near, np.float32), far)
    padded = np.pad(z, 2, constant_values=far)
    wide = np.max([padded[i : i + z.shape[0], j : j + z.shape[1]] for i in range(5) for j in range(5)], axis=0)
    start = np.where(wide > far, np.minimum(wide + 24, near), far - 1).repeat(6, 0).repeat(6, 1)
    depth = _march(solid, camera, start[: camera.rows, : camera.columns].astype(np.float32), far)
    hit = (depth > far).ravel()
    x, y = (a.ravel() for a in _grid(camera))
    normal = np.zeros((hit.size, 3), np.float32)
    normal[hit] = normals(solid, (x[hit], y[hit], depth.ravel()[hit]))
    return Look(camera, hit.reshape(depth.shape), depth, normal.reshape(*depth.shape, 3))


def _grid(camera: Camera) -> tuple[Array, Array]:
    """World x and y of the pixels' centres."""
    xs = (np.arange(camera.columns) + 0.5) * camera.step + camera.left
    ys = (np.arange(camera.rows) + 0.5) * camera.step + camera.top
    x, y = np.meshgrid(xs, ys)
    return x.astype(np.float32), y.astype(np.float32)


def _march(solid: Solid, camera: Camera, start: Array, far: float) -> Array:
    """The depth of the surface under every pixel, ``far`` where there is none."""
    x, y = (a.ravel() for a in _grid(camera))
    z = start.ravel().copy()
    alive = np.flatnonzero(z > far)
    hit = np.zeros(z.size, bool)
    for _ in range(120):
        d = solid((x[alive], y[alive], z[alive]))
        z[alive] -= d * np.float32(0.85)
        touching = d < 0.3
        hit[alive[touching]] = True
        alive = alive[~touching & (z[alive] > far)]
        if not alive.size:
            break
    hit[alive] = True
    return np.where(hit, z, far).reshape(start.shape).astype(np.float32)


def normals(solid: Solid, p: Points, reach: float = 1.2) -> Array:
    """Unit gradients of the distance at ``p`` by central differences over ``reach``."""
    e = np.float32(reach)
    g = np.stack(
        [
            solid((p[0] + e, p[1], p[2])) - solid((p[0] - e, p[1], p[2])),
            solid((p[0], p[1] + e, p[2])) - solid((p[0], p[1] - e, p[2])),
            solid((p[0], p[1], p[2] + e)) - solid((p[0], p[1], p[2] - e)),
        ],
        axis=1,
    )
    return (g / np.maximum(np.linalg.norm(g, axis=1, keepdims=True), 1e-6)).astype(np.float32)


def points_of(seen: Look) -> Points:
    """The seen surface as points."""
    rows, cols = np.nonzero(seen.mask)
    c = seen.camera
    x, y = (cols + 0.5) * c.step + c.left, (rows + 0.5) * c.step + c.top
    return x.astype(np.float32), y.astype(np.float32), seen.depth[seen.mask]


def shade(solid: Solid, seen: Look, light: Vec, softness: float = 5.0) -> Array:
    """How much of ``light`` (a unit vector towards it) each seen point gets past other forms, 0 to 1."""
    p, n = points_of(seen), seen.normal[seen.mask]
    open_ = np.ones(p[0].size, np.float32)
    travel = np.full(p[0].size, 6, np.float32)
    start = [p[i] + n[:, i] * np.float32(2.5) for i in range(3)]
    alive = np.arange(p[0].size)
    for _ in range(34):
        at: Points = tuple(start[i][alive] + travel[alive] * np.float32(light[i]) for i in range(3))  # type: ignore[assignment]
        d = solid(at)
        open_[alive] = np.minimum(open_[alive], np.clip(0.5 + 0.5 * softness * d / travel[alive], 0, 1))
        travel[alive] += np.clip(d * 0.8, 4, 40)
        alive = alive[(travel[alive] < 420) & (open_[alive] > 0.004)]
        if not alive.size:
            break
    out = np.zeros(seen.mask.shape, np.float32)
    out[seen.mask] = open_ * open_ * (3 - 2 * open_)
    return out


def nooks(solid: Solid, seen: Look, reach: float = 46) -> Array:
    """Ambient openness, 1 in the open and towards 0 in folds, by five taps along the normal."""
    p, n = points_of(seen), seen.normal[seen.mask]
    closed = np.zeros(p[0].size, np.float32)
    weight = 1.0
    for tap in np.linspace(reach * 0.12, reach, 5):
        d = solid(tuple(p[i] + n[:, i] * np.float32(tap) for i in range(3)))  # type: ignore[arg-type]
        closed += np.float32(weight) * np.clip(tap - d, 0, None) / np.float32(tap)
        weight *= 0.75
    out = np.ones(seen.mask.shape, np.float32)
    out[seen.mask] = np.clip(1 - closed * np.float32(0.42), 0, 1)
    return out
