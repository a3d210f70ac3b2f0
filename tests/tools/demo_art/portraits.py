"""Draws the eight portraits: ``python -m tests.tools.demo_art.portraits [name ...] [--draft]``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

from tests.tools.demo_art import bust as busts
from tests.tools.demo_art.bust import KEY, Lit, Person, hair_solid, head_grid, see, tone, united
from tests.tools.demo_art.groom import grow, paint, seeds_on
from tests.tools.demo_art.marks import Face, definitions, earrings, glasses, marks
from tests.tools.demo_art.people import PEOPLE
from tests.tools.demo_art.solid import Camera, Solid
from tests.tools.demo_art.stage import grained, photograph, save
from tests.tools.demo_art.tones import picture, ramp, smooth

Floats = NDArray[np.float64]
WIDTH, HEIGHT, ZOOM = 900, 1200, 1.27


def camera(scale: float) -> Camera:
    """The portrait camera, ``scale`` pixels to a pixel of the finished picture."""
    return Camera(450 - 450 / ZOOM, 456 - 456 / ZOOM, 1 / (ZOOM * scale), round(WIDTH * scale), round(HEIGHT * scale))


def hair_image(person: Person, bare: Lit, hair: Lit | None, which: NDArray[np.intp]) -> QImage:
    """The hair and beard on a clear ground."""
    cam = bare.seen.camera
    base = np.zeros((cam.rows, cam.columns, 4), np.uint8)
    if hair is not None:
        front = smooth(3, 12, hair.seen.depth - bare.seen.depth) * hair.seen.mask
        colours = ramp(person.fibre.stops, np.clip(tone(hair, 0.2) * 0.55, 0, 1))
        base = np.asarray(picture(colours, front)).copy()
    image = QImage(base.data, cam.columns, cam.rows, cam.columns * 4, QImage.Format.Format_RGBA8888).convertToFormat(
        QImage.Format.Format_ARGB32_Premultiplied
    )
    rng = np.random.default_rng(sum(map(ord, person.name)))
    body = united(busts.body_solids(person))
    volume = hair_solid(person)
    for tuft in person.tufts:
        ground: Solid = volume if tuft.solid and volume else body
        on = hair if tuft.solid and hair else bare
        weight = np.ones(on.seen.mask.shape)
        if tuft.where:
            weight = tuft.where(*head_grid(person, on.seen))
        if on is bare:
            weight = weight * (which == 0)
        elif tuft.comb.curl:  # curls stand off far: rooted in the thin rim of the hair they would scatter over the forehead
            weight = weight * smooth(3, 10, on.seen.depth - bare.seen.depth)
        seeds = seeds_on(on.seen, weight, tuft.comb.count, rng)
        strands = grow(ground, seeds, tuft.flow, tuft.comb, rng)
        paint(
            image, strands, tuft.comb, person.fibre, cam, KEY, open_sampler(on), bare.seen, tuft.rise if tuft.solid else (-8, -4)
        )
    return image


def open_sampler(surface: Lit) -> Callable[[Floats], Floats]:
    """How much key light reaches points, read from the light of the seen surface."""
    field = np.where(surface.seen.mask, surface.key * (0.35 + 0.65 * surface.nook), 0.6)
    c = surface.seen.camera

    def at(lines: Floats) -> Floats:
        px, py = c.pixels(lines[..., 0], lines[..., 1])
        out: Floats = field[np.clip(py.astype(int), 0, c.rows - 1), np.clip(px.astype(int), 0, c.columns - 1)].astype(float)
        return out

    return at


def compose(person: Person, folder: Path, scale: float) -> Image.Image:
    """All layers of a portrait in one picture."""
    cam = camera(scale)
    bare, hair, which = see(person, cam)
    colours, cover = busts.body_picture(person, bare, which)
    picture(colours, cover).save(folder / "body.png")
    hair_image(person, bare, hair, which).save(str(folder / "hair.png"))
    w, h = cam.columns * cam.step, cam.rows * cam.step
    box = f'x="{cam.left}" y="{cam.top}" width="{w}" height="{h}"'
    light, mid, dark = person.backdrop
    face = Face(person.skull)
    svg = f"""<!doctype html><body style="margin:0;background:{mid}"><svg xmlns="http://www.w3.org/2000/svg" style="display:block"
      width="{cam.columns}" height="{cam.rows}" viewBox="{cam.left} {cam.top} {w} {h}">
      <defs>{definitions(person.features)}
      <radialGradient id="wall" gradientUnits="userSpaceOnUse" cx="640" cy="520" r="760"><stop offset="0" stop-color="{light}"/>
      <stop offset=".45" stop-color="{mid}"/><stop offset="1" stop-color="{dark}"/></radialGradient></defs>
      <rect {box} fill="url(#wall)"/>
      <image href="body.png" {box} preserveAspectRatio="none"/>
      {marks(face, person.features)}
      {earrings(face, *person.earrings) if person.earrings else ""}
      {glasses(face, person.glasses) if person.glasses else ""}
      <image href="hair.png" {box} preserveAspectRatio="none"/>
    </svg></body>"""
    page = folder / "page.html"
    page.write_text(svg, encoding="utf-8")
    return photograph(page, cam.columns, cam.rows)


def main(arguments: list[str]) -> None:
    """Draw the named people, or all; ``--draft`` saves a PNG into the temporary folder, smaller with ``--half``."""
    draft = "--draft" in arguments
    names = [a for a in arguments if not a.startswith("-")] or list(PEOPLE)
    for name in names:
        with tempfile.TemporaryDirectory() as folder:
            image = compose(PEOPLE[name](), Path(folder), (0.6 if "--half" in arguments else 1.0) if draft else 1.3)
        if draft:
            image.save(Path(tempfile.gettempdir()) / f"draft-{name}.png")
            continue
        finished = grained(image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS), 0.015, sum(map(ord, name)))
        save(finished, f"person-{name}.jpg")


if __name__ == "__main__":
    main(sys.argv[1:])
