"""The pictures of the demo proposal are what layout and print expect of them."""

from pathlib import Path

import pytest
from PIL import Image

PICTURES = Path(__file__).resolve().parents[2] / "assets" / "demo" / "pictures"
PEOPLE = ("anna", "ilya", "vera", "timur", "marta", "gleb", "sofia", "oleg")
SIZES = {f"person-{name}.jpg": (900, 1200) for name in PEOPLE} | {
    "ref-harbor.jpg": (2000, 1400),
    "ref-museum.jpg": (1500, 1900),
    "ref-bakery.jpg": (2000, 1400),
    "ref-clinic.jpg": (2000, 1400),
    "ref-festival.jpg": (1600, 1600),
    "ref-market.jpg": (2000, 1400),
    "screen-market.jpg": (1448, 1150),
    "screen-pricelist.jpg": (1448, 1150),
    "screen-kit-visit.jpg": (686, 1492),
    "screen-kit-home.jpg": (686, 1492),
}


@pytest.mark.parametrize("name", sorted(SIZES))
def test_a_drawn_picture_has_the_promised_size(name: str) -> None:
    """Layout crops by these proportions, so a picture drawn at another size would move heads out of their circles."""
    with Image.open(PICTURES / name) as image:
        assert image.size == SIZES[name]


@pytest.mark.parametrize("name", sorted(SIZES))
def test_a_drawn_picture_is_not_blank(name: str) -> None:
    """A browser that was photographed too early gives one flat colour."""
    with Image.open(PICTURES / name) as image:
        low, high = image.convert("L").getextrema()
    assert high - low > 120


@pytest.mark.parametrize("path", sorted(PICTURES.glob("*.jpg")), ids=lambda path: path.name)
def test_every_picture_is_an_rgb_jpeg_without_metadata(path: Path) -> None:
    """No camera data, comment, thumbnail or foreign colour profile travels with a proposal; no profile means sRGB."""
    with Image.open(path) as image:
        image.load()
        assert (image.format, image.mode) == ("JPEG", "RGB")
        assert not {"exif", "comment", "xmp", "photoshop", "icc_profile", "adobe"} & image.info.keys()


def test_the_drawn_pictures_are_light_enough_to_ship() -> None:
    """Together they stay under seven megabytes."""
    assert sum((PICTURES / name).stat().st_size for name in SIZES) < 7_000_000
