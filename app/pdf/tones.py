"""Measures how light a picture is, place by place, as quickly as it can be decoded."""

from functools import lru_cache
from math import log2, sqrt
from pathlib import Path

from PIL import Image, ImageChops

from app.layout.contrast import linear
from app.layout.tones import Plane, Tones
from app.pdf.develop import plain, srgb, swaps
from app.pdf.large import decoded
from app.pdf.openpicture import opened, orientation, upright_size
from app.pdf.risk import bearable
from app.pdf.shrink import ShrinkError
from app.pdf.unusable import PictureError

SHORT, LONG = 40, 120
"""Cells along the shorter side of a picture, and the most along its longer one."""
SAMPLES = 8
"""Pixels that are looked at across and down a cell."""
LEAST_SIDE = 480
"""A JPEG is decoded at the smallest size whose shorter side has so many pixels."""


def measure(path: Path) -> Tones | None:
    """Measure a picture file; None where it cannot be read. The picture's file may be anything, as everywhere."""
    try:
        with opened(path) as image:
            bearable(path, image)
            return _measured(image, path)
    except (PictureError, ShrinkError):
        return None


def _measured(image: Image.Image, path: Path) -> Tones:
    turn = orientation(image)
    profile = image.info.get("icc_profile")
    full = image.size
    share = LEAST_SIDE / max(min(full), 1)
    if image.format == "JPEG":
        image.draft(None, (int(full[0] * share), int(full[1] * share)))
    image = decoded(image, path, share)
    columns, rows = _cells(upright_size(image))
    across, down = (rows, columns) if turn is not None and swaps(turn) else (columns, rows)
    reduced = max(full[0] / image.size[0], 1.0)
    small = plain(image.resize((across * SAMPLES, down * SAMPLES), Image.Resampling.NEAREST))
    if turn is not None:
        small = small.transpose(turn)
    white, black = (srgb(_flat(small, ground), profile) for ground in ("#ffffff", "#000000"))
    bands = (_light(white), _light(black), white.convert("L"), black.convert("L"))
    low, high = _extremes(Image.merge("CMYK", bands), (columns, rows))
    gain = _gain(reduced)
    # Luminances were rounded when they were made linear; greys are what they are.
    light = _plane(bands[:2], low[1], high[0], gain, slack=1)
    return Tones(columns, rows, light, _plane(bands[2:], low[3], high[2], gain, slack=0))


def _cells(size: tuple[int, int]) -> tuple[int, int]:
    """Return how many cells there are across and down: nearly square ones."""
    width, height = size
    if width <= height:
        return SHORT, min(max(round(SHORT * height / width), SHORT), LONG)
    return min(max(round(SHORT * width / height), SHORT), LONG), SHORT


def _flat(picture: Image.Image, ground: str) -> Image.Image:
    """Return a picture over a ground where anything shows through it."""
    if picture.mode not in {"LA", "RGBA"}:
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, ground), picture.convert("RGBA")).convert("RGB")


def _light(picture: Image.Image) -> Image.Image:
    """Return the relative luminances of an sRGB picture, linear in light."""
    if picture.mode == "L":
        return picture.point(_curve())
    bands = [band.point(_curve()) for band in picture.split()]
    return Image.merge("RGB", bands).convert("L", (0.2126, 0.7152, 0.0722, 0.0))


@lru_cache(maxsize=1)
def _curve() -> list[int]:
    return [round(linear(value / 255) * 255) for value in range(256)]


def _extremes(bands: Image.Image, cells: tuple[int, int]) -> tuple[tuple[Image.Image, ...], tuple[Image.Image, ...]]:
    """Return the second darkest and the second lightest sample of every cell, band by band; what is beyond them is less than
    two in a hundred. Found as in a tournament: the n-th samples of all cells are one small picture.
    """
    dark = dark_second = light = light_second = _samples(bands, cells, 0)
    for sample in range(1, SAMPLES * SAMPLES):
        one = _samples(bands, cells, sample)
        loser, dark = ImageChops.lighter(dark, one), ImageChops.darker(dark, one)
        dark_second = loser if sample == 1 else ImageChops.darker(dark_second, loser)
        loser, light = ImageChops.darker(light, one), ImageChops.lighter(light, one)
        light_second = loser if sample == 1 else ImageChops.lighter(light_second, loser)
    return dark_second.split(), light_second.split()


def _samples(bands: Image.Image, cells: tuple[int, int], sample: int) -> Image.Image:
    """Return one sample of every cell."""
    down, across = divmod(sample, SAMPLES)
    place = (SAMPLES, 0, across - SAMPLES / 2 + 0.5, 0, SAMPLES, down - SAMPLES / 2 + 0.5)
    return bands.transform(cells, Image.Transform.AFFINE, place, Image.Resampling.NEAREST)


def _plane(pair: tuple[Image.Image, ...], low: Image.Image, high: Image.Image, gain: float, slack: int) -> Plane:
    """Return a plane from the samples over white and over black, for the ground may be either where something shows through."""
    middle = ImageChops.blend(pair[0], pair[1], 0.5).resize(low.size, Image.Resampling.BOX)
    more = [min(round(value * gain) + slack, 255) for value in range(256)]
    below, above = ImageChops.subtract(middle, low).point(more), ImageChops.subtract(high, middle).point(more)
    return Plane(ImageChops.subtract(middle, below).tobytes(), middle.tobytes(), ImageChops.add(middle, above).tobytes())


def _gain(reduced: float) -> float:
    """Return how much greater contrasts are in a picture that was decoded so many times smaller.

    Photographs have about the same contrast in every octave of detail (Field 1987, a spectrum of 1/f²), so that its square
    grows with the octaves: those within a cell, and one or two of those lost that still are printed.
    """
    octaves = log2(SAMPLES) + 1
    return sqrt((octaves + min(log2(reduced), 2.0)) / octaves)
