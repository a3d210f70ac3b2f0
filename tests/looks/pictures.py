"""The pictures of the sample: simple, drawn on the spot, and the same on every machine."""

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

SKY, HAZE, SEA, SAND = (228, 178, 148), (250, 226, 196), (52, 84, 110), (214, 196, 170)
TOWER, LAMP, SKIN, HAIR, COAT = (70, 52, 60), (255, 206, 92), (226, 178, 150), (66, 44, 36), (38, 70, 104)


def draw_all(folder: Path) -> None:
    """Put the pictures that the sample names into `folder`/pictures."""
    place = folder / "pictures"
    place.mkdir(parents=True, exist_ok=True)
    for name, data in _drawn().items():
        (place / f"{name}.jpg").write_bytes(data)


@cache
def _drawn() -> dict[str, bytes]:
    pictures = {"shore": shore(), "tower": tower(), "site": site(), "sheet": sheet(), "phone": phone()}
    pictures |= {f"person{i}": person(ground) for i, ground in enumerate(((196, 150, 120), (120, 150, 160), (150, 140, 180)))}
    files = {}
    for name, picture in pictures.items():
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=90)
        files[name] = file.getvalue()
    return files


def _fade(size: tuple[int, int], top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Image.Image:
    """Return an even transition from one colour to another."""
    strip = Image.new("RGB", (1, 2))
    strip.putdata([top, bottom])
    return strip.resize(size, Image.Resampling.BILINEAR)


def shore() -> Image.Image:
    """A wide landscape: sky, a low sun, the sea and a pier."""
    picture = _fade((1200, 800), SKY, HAZE)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 330, 900, 470), fill=LAMP)
    draw.rectangle((0, 470, 1200, 800), fill=SEA)
    for i in range(7):
        draw.rectangle((560 + 90 * i, 520 + 34 * i, 580 + 90 * i, 800), fill=TOWER)
    draw.polygon([(540, 505), (1200, 700), (1200, 740), (540, 525)], fill=TOWER)
    return picture


def tower() -> Image.Image:
    """An upright landscape: a lighthouse before a dusky sky."""
    picture = _fade((800, 1100), SEA, SKY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 900, 800, 1100), fill=SAND)
    draw.polygon([(330, 920), (360, 320), (440, 320), (470, 920)], fill=(240, 236, 228))
    draw.rectangle((350, 240, 450, 320), fill=LAMP)
    for y in (440, 600, 760):
        draw.rectangle((340, y, 460, y + 60), fill=(178, 52, 40))
    return picture


def person(ground: tuple[int, int, int]) -> Image.Image:
    """Head and shoulders before a plain ground."""
    picture = Image.new("RGB", (600, 800), ground)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((60, 560, 540, 1100), fill=COAT)
    draw.rectangle((250, 440, 350, 600), fill=SKIN)
    draw.ellipse((180, 130, 420, 430), fill=HAIR)
    draw.ellipse((205, 190, 395, 480), fill=SKIN)
    return picture


def site() -> Image.Image:
    """The page of a website: a bar, a picture and three cards."""
    picture = Image.new("RGB", (1000, 760), (250, 246, 238))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((40, 30, 960, 70), fill=(220, 212, 198))
    draw.rectangle((40, 100, 960, 440), fill=(46, 108, 70))
    draw.ellipse((640, 150, 880, 390), fill=(232, 140, 60))
    for i in range(3):
        draw.rectangle((40 + 312 * i, 470, 332 + 312 * i, 720), fill=(216, 228, 236))
    return picture


def sheet() -> Image.Image:
    """The page of an older website: a table of lines."""
    picture = Image.new("RGB", (1000, 760), (255, 255, 255))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 1000, 90), fill=(186, 200, 160))
    for i in range(15):
        draw.rectangle((60, 130 + 40 * i, 940, 132 + 40 * i), fill=(120, 130, 110))
        draw.rectangle((80, 146 + 40 * i, 420 + 37 * (i % 4), 156 + 40 * i), fill=(90, 90, 90))
    return picture


def phone() -> Image.Image:
    """The screen of a telephone."""
    picture = _fade((460, 1000), (150, 200, 250), (240, 246, 252))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((110, 200, 350, 440), fill=(40, 110, 210))
    for i in range(3):
        draw.rectangle((40, 540 + 140 * i, 420, 650 + 140 * i), fill=(255, 255, 255))
    return picture
