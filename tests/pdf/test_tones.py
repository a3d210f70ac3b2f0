"""How light a picture is, place by place, from files of every kind."""

import random
from pathlib import Path

import pytest
from PIL import Image

from app.layout.tones import Tones
from app.pdf.tones import measure
from app.pdf.toneshelf import ToneShelf, freeze, thaw


def saved(picture: Image.Image, folder: Path, name: str = "a.jpg", **options: object) -> Path:
    path = folder / name
    picture.save(path, **options)
    return path


def measured(path: Path) -> Tones:
    found = measure(path)
    assert found is not None
    return found


def middle(tones: Tones, across: float, down: float) -> int:
    """The middle tone at a place given in shares of width and height."""
    return tones.light.middle[int(down * tones.rows) * tones.columns + int(across * tones.columns)]


def halves(size: tuple[int, int] = (900, 600)) -> Image.Image:
    """White above, black below."""
    picture = Image.new("RGB", size, "white")
    picture.paste("black", (0, size[1] // 2, size[0], size[1]))
    return picture


def test_light_is_relative_luminance(tmp_path: Path) -> None:
    """Pure green is lighter than pure red, and mid grey has a fifth of white's light (WCAG 2.2)."""
    for color, light in (("#00ff00", 0.7152), ("#ff0000", 0.2126), ("#0000ff", 0.0722), ("#808080", 0.2159), ("#ffffff", 1.0)):
        tones = measured(saved(Image.new("RGB", (400, 300), color), tmp_path, "a.png"))
        assert middle(tones, 0.5, 0.5) / 255 == pytest.approx(light, abs=0.006)


def test_every_place_has_its_own_tones(tmp_path: Path) -> None:
    tones = measured(saved(halves(), tmp_path))
    assert middle(tones, 0.5, 0.1) > 250
    assert middle(tones, 0.5, 0.9) < 4
    assert tones.columns / tones.rows == pytest.approx(1.5, abs=0.05)


def test_pictures_are_measured_upright(tmp_path: Path) -> None:
    """A camera held upright says so in EXIF: what is stored at the left is seen at the top."""
    stored = halves().rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6
    tones = measured(saved(stored, tmp_path, exif=exif))
    assert tones.columns > tones.rows
    assert middle(tones, 0.5, 0.1) > 250
    assert middle(tones, 0.5, 0.9) < 4


def test_the_darkest_and_the_lightest_of_a_cell_enclose_its_pixels(tmp_path: Path) -> None:
    """Of a fine chequer all is seen; a few odd pixels among thousands are not."""
    chequer = Image.new("L", (640, 640), 60)
    for x in range(0, 640, 4):
        for y in range(0, 640, 4):
            if (x + y) // 4 % 2:
                chequer.paste(200, (x, y, x + 4, y + 4))
    tones = measured(saved(chequer, tmp_path, "a.png"))
    assert max(tones.grey.darkest) <= 60
    assert min(tones.grey.lightest) >= 200
    dotted = Image.new("L", (3200, 3200), 60)
    chance = random.Random(3)
    for _ in range(200):
        dotted.putpixel((chance.randrange(3200), chance.randrange(3200)), 255)
    assert max(measured(saved(dotted, tmp_path, "b.png")).grey.lightest) <= 66


def test_large_jpegs_are_measured_as_well_as_small_ones(tmp_path: Path) -> None:
    gradient = Image.linear_gradient("L")
    small = measured(saved(gradient.resize((600, 900)), tmp_path, "small.jpg"))
    large = measured(saved(gradient.resize((4000, 6000)), tmp_path, "large.jpg"))
    assert (small.columns, small.rows) == (large.columns, large.rows)
    assert all(abs(one - two) <= 3 for one, two in zip(small.light.middle, large.light.middle, strict=True))


def test_what_shows_through_may_be_on_white_or_on_black(tmp_path: Path) -> None:
    tones = measured(saved(Image.new("RGBA", (300, 300), (128, 128, 128, 0)), tmp_path, "a.png"))
    assert max(tones.light.darkest) == 0
    assert min(tones.light.lightest) == 255


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_kind_can_be_measured(mode: str, tmp_path: Path) -> None:
    picture = halves((400, 400)).convert("L")
    if mode == "I;16":
        data = b"".join(bytes((value, value)) for value in picture.tobytes())
        picture = Image.frombytes(mode, picture.size, data)
    picture = picture.convert(mode)
    name = "a.tif" if mode == "CMYK" else "a.png"
    tones = measured(saved(picture, tmp_path, name))
    assert middle(tones, 0.5, 0.1) > 245
    assert middle(tones, 0.5, 0.9) < 10


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (2000, 20)])
def test_pictures_of_every_shape_can_be_measured(size: tuple[int, int], tmp_path: Path) -> None:
    tones = measured(saved(Image.new("RGB", size, "white"), tmp_path, "a.png"))
    assert min(tones.light.middle) == 255


def test_what_is_no_picture_has_no_tones(tmp_path: Path) -> None:
    for name, data in (("a.jpg", b""), ("b.jpg", b"\xff\xd8nothing"), ("c.jpg", None)):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        assert ToneShelf().of(path) is None
    assert ToneShelf().of(tmp_path) is None


def test_a_picture_that_was_cut_off_has_no_tones(tmp_path: Path) -> None:
    path = saved(halves((2000, 2000)), tmp_path)
    path.write_bytes(path.read_bytes()[:3000])
    assert measure(path) is None


def test_tones_are_kept_on_the_disk_until_the_picture_changes(tmp_path: Path) -> None:
    path, cache = saved(halves(), tmp_path), tmp_path / "cache"
    first = ToneShelf(cache).of(path)
    (kept,) = cache.iterdir()
    marked = Tones(1, 1, *[first.light.__class__(b"\1", b"\2", b"\3")] * 2) if first else None
    assert marked
    kept.write_bytes(freeze(marked))
    assert ToneShelf(cache).of(path) == marked
    saved(Image.new("RGB", (90, 90)), tmp_path)
    assert ToneShelf(cache).of(path) == measure(path)


def test_a_broken_cache_is_measured_over(tmp_path: Path) -> None:
    path, cache = saved(halves(), tmp_path), tmp_path / "cache"
    ToneShelf(cache).of(path)
    (kept,) = cache.iterdir()
    kept.write_bytes(b"rubbish")
    assert ToneShelf(cache).of(path) == measure(path)


def test_a_picture_is_measured_again_only_when_its_file_changed(tmp_path: Path) -> None:
    path, shelf = saved(halves(), tmp_path), ToneShelf()
    shelf.expect(path)
    first = shelf.of(path)
    assert shelf.of(path) is first
    saved(Image.new("RGB", (90, 90)), tmp_path)
    assert shelf.of(path) != first


def test_frozen_tones_come_back(tmp_path: Path) -> None:
    tones = measured(saved(halves(), tmp_path))
    assert thaw(freeze(tones)) == tones
