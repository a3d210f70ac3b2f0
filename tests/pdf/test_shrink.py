"""Photographs are scaled while they are decoded, and every pixel stands where exact arithmetic puts it."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFilter, ImageStat

from app.pdf.crop import Wanted
from app.pdf.pictures import Darkroom
from app.pdf.shrink import OFF, Part, ShrinkError, reduction, shrunk, span
from app.pdf.unusable import PictureError
from tests.pdf.test_pictures import photo


@pytest.fixture(scope="module")
def grain(tmp_path_factory):
    """A picture in which half a pixel makes a difference."""
    path = tmp_path_factory.mktemp("grain") / "a.jpg"
    Image.effect_noise((900, 700), 90).filter(ImageFilter.GaussianBlur(0.7)).convert("RGB").save(path, quality=95)
    return path


@pytest.mark.parametrize(
    "part",
    [
        Part(0, 0, 900, 700, (563, 438)),
        Part(31.37, 12.8, 640.5, 400.25, (400, 250)),
        Part(259.63, 299.75, 640.37, 400.25, (300, 188)),
        Part(450.5, 0, 90, 700, (60, 467)),
        Part(100.2, 100.7, 300, 200, (41, 27)),
    ],
)
def test_parts_are_the_same_as_those_of_an_exact_but_slow_filter(grain, part):
    with Image.open(grain) as image:
        by = reduction(part.scale)
        image.draft(None, (900 // by, 700 // by))
        image.load()
        across, down = image.width / 900, image.height / 700
        box = (part.left * across, part.top * down, (part.left + part.width) * across, (part.top + part.height) * down)
        exact = image.resize(part.pixels, Image.Resampling.LANCZOS, box=box)
        shifted = image.resize(part.pixels, Image.Resampling.LANCZOS, box=tuple(edge * 0.999 for edge in box))
    [made] = shrunk(grain, (900, 700), [part])
    assert made.size == part.pixels

    def off(other):
        return ImageStat.Stat(ImageChops.difference(made, other)).rms[0]

    assert off(exact) < 6
    assert off(exact) < off(shifted)


def test_several_parts_of_one_file_are_those_that_were_asked_for(grain):
    parts = [Part(0, 0, 900, 700, (90, 70)), Part(200, 100, 300, 300, (30, 30))]
    both = shrunk(grain, (900, 700), parts)
    assert [picture.size for picture in both] == [(90, 70), (30, 30)]
    for picture, part in zip(both, parts, strict=True):
        assert ImageStat.Stat(ImageChops.difference(picture, shrunk(grain, (900, 700), [part])[0])).rms[0] < 12


@given(limit=st.integers(1, 9000), start=st.floats(0, 1), length=st.floats(0.001, 1), share=st.floats(0.01, 1), end=st.booleans())
def test_a_span_has_all_pixels_that_are_asked_for_and_lies_in_the_picture(limit, start, length, share, end):
    seen = max(limit * length, 1.0)
    first = limit - seen if end else (limit - seen) * start
    pixels = max(1, int(seen * share))
    try:
        found = span(first, seen, pixels, limit)
    except ShrinkError:
        return
    step = seen / pixels
    scaled = int(found.count / step + 0.5)
    begin = found.first - (scaled * step - found.count) / 2
    assert 0 <= found.first <= found.first + found.count <= limit
    assert found.skipped + pixels <= scaled
    assert abs(begin + found.skipped * step - first) <= OFF * step + 1e-9


def test_a_file_that_was_cut_off_is_refused(tmp_path):
    out = BytesIO()
    photo(1200, 900).save(out, "JPEG", quality=95)
    (tmp_path / "cut.jpg").write_bytes(out.getvalue()[: len(out.getvalue()) // 2])
    with pytest.raises(ShrinkError):
        shrunk(tmp_path / "cut.jpg", (1200, 900), [Part(0, 0, 1200, 900, (300, 225))])
    with pytest.raises(PictureError) as caught:
        Darkroom().print(tmp_path / "cut.jpg", Wanted(120, 90))
    assert caught.value.problem.code == "picture-damaged"


def test_a_name_of_any_letters_is_found(tmp_path):
    """libvips takes what stands in brackets behind a name for options, and Pillow does not."""
    path = tmp_path / "фото [1] 100% ü\U0001f4f7.jpg"
    photo().save(path, quality=95)
    assert Darkroom().print(path, Wanted(60, 40)).color.width > 0
    assert shrunk(path, (600, 400), [Part(0, 0, 600, 400, (60, 40))])[0].size == (60, 40)


def test_a_camera_file_with_a_preview_behind_it_is_a_photograph(tmp_path):
    photo().save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[photo(60, 40)], quality=95)
    with Image.open(tmp_path / "a.jpg") as image:
        assert image.format == "MPO"
    made = Darkroom().print(tmp_path / "a.jpg", Wanted(60, 40))
    assert made.full == (600, 400)
    assert made.color.jpeg
