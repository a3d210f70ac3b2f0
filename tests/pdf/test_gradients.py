"""A gradient darkens a picture little by little, and survives the last pass over the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import BoxItem, GradientItem
from app.pdf.gradients import axis, tidy
from tests.pdf.looking import document, pdf, raster, written

SHADE = GradientItem(0, 0, 100, 100, "#000000", ((0.0, 0.0), (1.0, 1.0)))


def column(picture, x, ys):
    return [picture.getpixel((x, y))[0] for y in ys]


def test_it_runs_from_top_to_bottom_by_default(book):
    picture = raster(written(document(SHADE), book))
    tones = column(picture, 50, (2, 50, 97))
    assert tones[0] > 245
    assert tones[1] == pytest.approx(127, abs=4)
    assert tones[2] < 12


def test_at_angle_0_it_runs_from_left_to_right(book):
    turned = GradientItem(0, 0, 100, 100, "#000000", ((0.0, 0.0), (1.0, 1.0)), angle=0)
    picture = raster(written(document(turned), book))
    assert picture.getpixel((2, 50))[0] > 245
    assert picture.getpixel((97, 50))[0] < 12
    assert picture.getpixel((50, 10)) == picture.getpixel((50, 90))


def test_stops_between_hold_their_places(book):
    item = GradientItem(0, 0, 100, 100, "#000000", ((0.0, 0.0), (0.6, 0.0), (0.61, 0.8), (1.0, 0.8)))
    tones = column(raster(written(document(item), book)), 50, (5, 55, 65, 95))
    assert tones[:2] == [255, 255]
    assert tones[2:] == pytest.approx([51, 51], abs=3)


def test_only_its_own_rectangle_is_touched_and_what_follows_is_opaque(book):
    items = SHADE, BoxItem(200, 0, 50, 50, fill="#000000"), GradientItem(300, 300, 50, 50, "#ff0000", ((0.0, 0.5),))
    picture = raster(written(document(*items), book))
    assert picture.getpixel((150, 90)) == (255, 255, 255)
    assert picture.getpixel((225, 25)) == (0, 0, 0)
    assert picture.getpixel((325, 325))[1] == pytest.approx(127, abs=2)
    assert picture.getpixel((325, 325))[0] == 255


def test_equal_gradients_share_their_mask(book):
    with pdf(written(document(SHADE, SHADE, BoxItem(0, 0, 9, 9, fill="#000000")), book)) as opened:
        masks = [thing for thing in opened.objects if hasattr(thing, "keys") and thing.get("/S") == "/Luminosity"]
        assert len(masks) == 1


@given(st.lists(st.tuples(st.floats(-1, 2), st.floats(-1, 2)), max_size=6))
def test_stops_are_brought_into_order(stops):
    made = tidy(tuple(stops))
    if not stops:
        assert made == ()
        return
    assert made[0][0] == 0
    assert made[-1][0] == 1
    assert list(made) == sorted(made, key=lambda stop: stop[0])
    assert all(0 <= value <= 1 for _, value in made)


def test_a_slanting_axis_reaches_the_corners():
    x1, y1, x2, y2 = axis(GradientItem(0, 0, 100, 100, "#000000", (), angle=45), 0)
    assert (x1, y1, x2, y2) == pytest.approx((0, 100, 100, 0))
