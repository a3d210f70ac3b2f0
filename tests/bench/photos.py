"""Photographs that no camera took: light, shapes, texture and grain, as large and as costly to decode as a camera's.

They are made once for a machine and kept in the folder for temporary files. The same number is always the same picture.
"""

import random
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.bench.places import CACHE

FOLDER = CACHE / "photos-1"
"""The number counts up when the pictures of a number change."""

SHAPES = ((6000, 4000), (4032, 3024), (5472, 3648), (4000, 6000), (3024, 4032), (4096, 4096))
"""12 to 24 megapixels: what telephones and cameras give, lying, upright and square."""

MOTHERS = 40
"""So many pictures are drawn; those after them are different parts of these, encoded anew."""

QUALITY = 92
_OCTAVES = ((6, 0.8), (24, 0.45), (96, 0.3), (384, 0.22), (1536, 0.2), (3000, 0.12))
"""Cells across a layer of noise, and its weight: nature has the less contrast the finer the detail."""


def photos(count: int) -> list[Path]:
    """Return the files of the first `count` photographs; those that are missing are made, by two processes."""
    files = [FOLDER / f"{number:03}.jpg" for number in range(count)]
    missing = [number for number, file in enumerate(files) if not file.is_file()]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for wave in ([n for n in missing if n < MOTHERS], [n for n in missing if n >= MOTHERS]):
        if wave:
            with ProcessPoolExecutor(2) as pool:
                list(pool.map(_make, wave))
    return files


def _make(number: int) -> None:
    picture = _drawn(number) if number < MOTHERS else _part(number)
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, subsampling="4:2:0" if number % 2 else "4:2:2")
    draft = FOLDER / f"{number:03}.tmp"
    draft.write_bytes(out.getvalue())
    draft.replace(FOLDER / f"{number:03}.jpg")


def _drawn(number: int) -> Image.Image:
    chance = random.Random(number)
    size = SHAPES[number % len(SHAPES)]
    light = _noise(chance, size)
    scene = Image.merge("YCbCr", [_ramp(chance, size), *(_soft(chance, size) for _ in "br")]).convert("RGB")
    _shapes(chance, scene)
    scene = scene.filter(ImageFilter.GaussianBlur(2)).convert("YCbCr")
    luma, blue, red = scene.split()
    luma = ImageChops.add(luma, light, scale=1, offset=-128)
    return Image.merge("YCbCr", (ImageChops.add(luma, _grain(chance, size), offset=-8), blue, red))


def _noise(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return noise about 128 that is smooth at large and rough at small scales."""
    total = Image.new("L", size, 128)
    for cells, weight in _OCTAVES:
        across, down = cells, max(2, cells * size[1] // size[0])
        layer = Image.frombytes("L", (across, down), chance.randbytes(across * down)).resize(size, Image.Resampling.BICUBIC)
        total = ImageChops.add(
            total, layer.point([round((value - 128) * weight * 0.5 + 128) for value in range(256)]), offset=-128
        )
    return total


def _grain(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return the grain of a sensor: 0 to 16, about 8."""
    half = size[0] // 2, size[1] // 2
    grain = Image.frombytes("L", half, chance.randbytes(half[0] * half[1])).point([value // 16 for value in range(256)])
    return grain.resize(size, Image.Resampling.BILINEAR)


def _ramp(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L").rotate(chance.choice((0, 90, 180, 270)))
    return ramp.point([40 + value * 150 // 255 for value in range(256)]).resize(size, Image.Resampling.BILINEAR)


def _soft(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    cells = Image.frombytes("L", (5, 5), chance.randbytes(25)).point([96 + value // 4 for value in range(256)])
    return cells.resize(size, Image.Resampling.BICUBIC)


def _shapes(chance: random.Random, scene: Image.Image) -> None:
    """Draw edges: houses, windows, heads, whatever a lens finds."""
    pen = ImageDraw.Draw(scene)
    width, height = scene.size
    for _ in range(60):
        x, y = chance.randrange(width), chance.randrange(height)
        across, down = chance.randrange(60, width // 4), chance.randrange(60, height // 4)
        tone = chance.randrange(30, 190)
        color = tuple(tone + chance.randrange(-30, 40) for _ in "rgb")
        if chance.random() < 0.5:
            pen.ellipse((x, y, x + across, y + down), fill=color)
        else:
            slant = chance.randrange(-200, 200)
            pen.polygon([(x, y), (x + across, y + slant), (x + across + slant, y + down), (x + slant, y + down)], fill=color)


def _part(number: int) -> Image.Image:
    """Return a part of a drawn picture of at least 12 megapixels."""
    chance = random.Random(number)
    large = [
        mother for mother in range(MOTHERS) if SHAPES[mother % len(SHAPES)][0] * SHAPES[mother % len(SHAPES)][1] > 19_000_000
    ]
    with Image.open(FOLDER / f"{large[number % len(large)]:03}.jpg") as mother:
        width, height = mother.width * 4 // 5, mother.height * 4 // 5
        left, top = chance.randrange(mother.width - width), chance.randrange(mother.height - height)
        part = mother.crop((left, top, left + width, top + height))
    return part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if number % 3 == 0 else part
