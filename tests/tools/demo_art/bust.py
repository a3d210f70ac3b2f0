"""A person's head, clothes and hair turned into painted layers under one studio light."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.tools.demo_art import head as skulls
from tests.tools.demo_art.groom import Comb, Fibre
from tests.tools.demo_art.head import Skull
from tests.tools.demo_art.marks import Features, Glasses
from tests.tools.demo_art.solid import Array, Camera, Look, Points, Solid, join, look, nooks, points_of, shade
from tests.tools.demo_art.tones import mixed, ramp, rgb, smooth

Floats = NDArray[np.float64]
Stops = list[tuple[float, str]]


def unit(v: tuple[float, float, float]) -> Floats:
    """The direction of ``v``."""
    out: Floats = np.array(v) / np.linalg.norm(v)
    return out


KEY = unit((-0.70, -0.46, 0.58))
FILL = unit((0.62, -0.10, 0.75))
RIM = unit((0.93, -0.30, -0.42))


@dataclass(frozen=True)
class Cloth:
    """One garment: its solid and its colours from shade to light; ``ribs`` draws knitted lines so many to the picture."""

    solid: Callable[[Points, Skull], Array]
    stops: Stops
    ribs: float = 0


@dataclass(frozen=True)
class Tuft:
    """A growth of hair: where it is rooted (a solid of its own, or the skin where ``where`` says), how it flows and is cut."""

    flow: Callable[[Floats], Floats]
    comb: Comb
    solid: Callable[[Points], Array] | None = None
    where: Callable[[Floats, Floats, Floats], Floats] | None = None
    rise: tuple[float, float] = (1, 10)


@dataclass(frozen=True)
class Person:
    """Everything that tells one portrait from another."""

    name: str
    skull: Skull
    skin: Stops
    features: Features
    fibre: Fibre
    cloths: list[Cloth]
    tufts: list[Tuft]
    backdrop: tuple[str, str, str]
    rim: str = "#9fb8d8"
    blush: float = 1.0
    shadow_of_beard: float = 0.0
    glasses: Glasses | None = None
    earrings: tuple[str, str, float, float] | None = None


@dataclass(frozen=True)
class Lit:
    """A seen surface with the light that falls on it."""

    seen: Look
    key: Array
    nook: Array


def hair_solid(person: Person) -> Solid | None:
    """The volume of the hair in the world, or nothing for a bald head."""
    solids = [t.solid for t in person.tufts if t.solid]
    if not solids:
        return None

    def solid(p: Points) -> Array:
        q = skulls.to_head(p, person.skull)
        d = solids[0](q)
        for more in solids[1:]:
            d = join(d, more(q), 8)
        return d

    return solid


def body_solids(person: Person) -> list[Solid]:
    """Skin first, then each garment."""
    s = person.skull

    def skin(p: Points) -> Array:
        return skulls.bust(p, s)

    return [skin, *[(lambda p, c=c: c.solid(p, s)) for c in person.cloths]]


def united(solids: list[Solid]) -> Solid:
    """The union of the solids."""
    return lambda p: np.minimum.reduce([s(p) for s in solids])


def lit(solid: Solid, seen: Look, blockers: Solid, softness: float = 5.0) -> Lit:
    """The key light and the nooks of ``seen``, other forms getting in the way of the light."""
    direction = (float(KEY[0]), float(KEY[1]), float(KEY[2]))
    return Lit(seen, shade(blockers, seen, direction, softness), nooks(solid, seen))


def tone(surface: Lit, wrap: float = 0.12) -> Floats:
    """The place on a colour ramp of every pixel: 0 in the deepest shade, 1 in full light."""
    n = surface.seen.normal.astype(float)
    facing = (n @ KEY + wrap) / (1 + wrap)
    key = np.clip(facing, 0, 1) ** 0.9 * (0.06 + 0.94 * surface.key)
    fill = np.clip(n @ FILL * 0.5 + 0.5, 0, 1)
    out: Floats = (0.12 + 0.17 * fill + 0.70 * key) * (0.42 + 0.58 * surface.nook)
    return out


def gloss(surface: Lit, power: float) -> Floats:
    """The mirror gleam of the key light."""
    half = unit(tuple(KEY + np.array([0, 0, 1])))  # type: ignore[arg-type]
    out: Floats = np.clip(surface.seen.normal.astype(float) @ half, 0, 1) ** power * surface.key
    return out


def edge(surface: Lit) -> Floats:
    """The cool light grazing the far side from behind."""
    n = surface.seen.normal.astype(float)
    grazing = (1 - np.clip(n[..., 2], 0, 1)) ** 2.2
    out: Floats = np.clip(n @ RIM + 0.25, 0, 1) * grazing * (0.4 + 0.6 * surface.nook)
    return out


def skin_colours(person: Person, surface: Lit) -> Floats:
    """The painted skin: ramp, blushes, gleam and rim."""
    out = ramp(person.skin, np.clip(tone(surface), 0, 1))
    x, y, z = head_grid(person, surface.seen)
    for (cx, cy, wide, tall), amount in (
        ((86, 64, 40, 30), 0.30),
        ((0, 92, 24, 17), 0.22),
        ((150, 30, 20, 60), 0.28),
        ((0, 205, 36, 22), 0.10),
    ):
        spot = np.exp(-(((np.abs(x) - cx) / wide) ** 2) - ((y - cy) / tall) ** 2) * amount * person.blush
        out = mixed(out, out * np.array([1.0, 0.70, 0.66]), np.clip(spot, 0, 1))
    under = np.exp(-(((np.abs(x) - 62) / 26) ** 2) - ((y - 20) / 9) ** 2) * 0.22
    out = mixed(out, out * np.array([0.82, 0.74, 0.80]), under)
    if person.shadow_of_beard:
        zone = beard_zone(x, y, z) * person.shadow_of_beard
        out = mixed(out, out * np.array([0.66, 0.66, 0.70]), zone)
    shine = gloss(surface, 22) * 0.16 + gloss(surface, 90) * 0.16
    out = 1 - (1 - out) * (1 - shine[..., None] * np.array([1.0, 0.93, 0.86]))
    return 1 - (1 - out) * (1 - (edge(surface) * 0.55)[..., None] * rgb(person.rim))


def beard_zone(x: Floats, y: Floats, z: Floats) -> Floats:
    """Where a beard grows, 0 to 1, over points of the head's own space."""
    ax = np.abs(x)
    line = np.interp(ax, [0, 36, 58, 84, 108, 122, 131, 138], [110, 114, 127, 126, 104, 60, 0, -40])
    low = smooth(-4, 16, y - line)
    lips = np.exp(-((ax / 50) ** 4) - ((y - 147) / 19) ** 4)
    soul = np.exp(-(((ax - 20) / 10) ** 2) - ((y - 176) / 9) ** 2) * 0.7
    below = 1 - smooth(206, 236, y + 0.2 * ax + np.clip(40 - z, 0, 70) * 0.6)
    back = smooth(-30, -8, z) * (1 - smooth(134, 141, ax))
    return np.clip(low * (1 - lips) * (1 - soul) * below * back, 0, 1)


def cloth_colours(cloth: Cloth, surface: Lit, rim: str) -> Floats:
    """A garment's colours with its knit and its rim."""
    place = tone(surface, 0.25)
    if cloth.ribs:
        c = surface.seen.camera
        across = np.arange(c.columns) * c.step + c.left
        down = np.arange(c.rows) * c.step + c.top
        stitch = np.sin(across[None, :] * cloth.ribs + 0.4 * np.sin(down[:, None] * cloth.ribs * 1.2))
        place = place + 0.030 * stitch * np.clip(place, 0.1, 1)
    out = ramp(cloth.stops, np.clip(place, 0, 1))
    return 1 - (1 - out) * (1 - (edge(surface) * 0.35)[..., None] * rgb(rim))


def head_grid(person: Person, seen: Look) -> tuple[Floats, Floats, Floats]:
    """The head's own coordinates of every seen pixel; far away where nothing is seen."""
    q = skulls.to_head(points_of(seen), person.skull)
    grids = []
    for part in q:
        g = np.full(seen.mask.shape, 9999.0)
        g[seen.mask] = part
        grids.append(g)
    return grids[0], grids[1], grids[2]


def see(person: Person, camera: Camera) -> tuple[Lit, Lit | None, NDArray[np.intp]]:
    """The body and the hair under the light, and which solid (0 skin, 1.. garments) each body pixel shows."""
    solids = body_solids(person)
    body, hair = united(solids), hair_solid(person)
    seen = look(body, camera)
    blockers = united([body, hair]) if hair else body
    bare = lit(body, seen, blockers)
    at = points_of(seen)
    which = np.zeros(seen.mask.shape, np.intp)
    which[seen.mask] = np.argmin(np.stack([s(at) for s in solids]), axis=0)
    if hair is None:
        return bare, None, which
    seen_hair = look(hair, camera)
    return bare, lit(hair, seen_hair, blockers, 3.0), which


def body_picture(person: Person, bare: Lit, which: NDArray[np.intp]) -> tuple[Floats, Floats]:
    """Colours and cover of skin and clothes."""
    out = skin_colours(person, bare)
    for i, cloth in enumerate(person.cloths, start=1):
        here = which == i
        if here.any():
            out[here] = cloth_colours(cloth, bare, person.rim)[here]
    return out, bare.seen.mask.astype(float)
