"""Photographs take few bytes and keep what the eye sees."""

from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from app.pdf.print import encode
from app.pdf.quality import tables
from tests.bench.likeness import likeness
from tests.pdf.test_pictures import photo

USUAL_QUALITY = 85


def grainy(blur, contrast=40):
    noise = Image.effect_noise((800, 600), contrast).filter(ImageFilter.GaussianBlur(blur))
    return Image.blend(photo(800, 600), noise.convert("RGB"), 0.3)


@pytest.mark.parametrize(("blur", "contrast"), [(0.6, 20), (1, 20), (2, 20), (2, 80), (5, 40)])
def test_a_photograph_is_a_fifth_smaller_than_a_camera_keeps_it_and_looks_the_same(blur, contrast):
    picture = grainy(blur, contrast)
    usual = BytesIO()
    picture.save(usual, "JPEG", quality=USUAL_QUALITY)
    own = encode(picture, False, picture.size).color.data
    assert len(own) < 0.8 * usual.tell()
    grey = picture.convert("L")
    loss = likeness(grey, Image.open(usual).convert("L")) - likeness(grey, Image.open(BytesIO(own)).convert("L"))
    assert loss < 0.01


def test_a_sky_does_not_show_steps():
    """The slowest waves of a smooth picture are kept as finely as at a high quality."""
    sky = Image.linear_gradient("L").resize((900, 900), Image.Resampling.BICUBIC)
    shown = Image.open(BytesIO(encode(sky, False, sky.size).color.data))
    worst = max(abs(a - b) for a, b in zip(sky.tobytes(), shown.tobytes(), strict=True))
    assert worst <= 3


def test_coarser_steps_are_for_grain():
    assert max(tables(grainy(0.6, 80))[0]) > max(tables(grainy(6))[0])


def test_a_grey_photograph_has_one_table():
    assert len(tables(grainy(1).convert("L"))) == 1
