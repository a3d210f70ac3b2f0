"""A gradient darkens a picture little by little, and survives the last pass over the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import BoxItem, GradientItem
from app.pdf.gradients import axis, samples, tidy
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


def test_equal_gradients_share_their_strip(book):
    other = GradientItem(200, 0, 100, 100, "#000000", SHADE.stops)
    with pdf(written(document(SHADE, other, BoxItem(0, 0, 9, 9, fill="#000000")), book)) as opened:
        [strip] = opened.pages[0].get_images().values()
        assert (int(strip.Width), int(strip.Height)) == (int(strip.SMask.Width), int(strip.SMask.Height)) == (1, 100)


@pytest.mark.parametrize(("angle", "light", "dark"), [(180, (97, 50), (2, 50)), (270, (50, 97), (50, 2)), (45, (3, 3), (96, 96))])
def test_it_runs_in_any_direction(book, angle, light, dark):
    turned = GradientItem(0, 0, 100, 100, "#000000", SHADE.stops, angle=angle)
    picture = raster(written(document(turned), book))
    assert picture.getpixel(light)[0] > 235
    assert picture.getpixel(dark)[0] < 20
    assert picture.getpixel((50, 50))[0] == pytest.approx(127, abs=5)
    assert picture.getpixel((105, 50)) == picture.getpixel((50, 105)) == (255, 255, 255)


def test_a_slanting_one_fills_an_oblong_to_its_corners(book):
    turned = GradientItem(20, 20, 300, 60, "#ff0000", ((0.0, 0.5), (0.1, 1.0), (1.0, 1.0)), angle=30)
    picture = raster(written(document(turned), book))
    corners = [picture.getpixel(place) for place in ((317, 22), (317, 77), (22, 77))]
    assert all(red > 250 and green < 130 for red, green, _ in corners)
    assert picture.getpixel((23, 23))[1] == pytest.approx(112, abs=16)


def test_samples_stand_for_the_middle_of_their_parts():
    assert list(samples(((0.0, 0.0), (1.0, 1.0)), 2)) == [64, 191]
    assert list(samples(((0.0, 0.0), (0.5, 0.0), (0.5, 1.0), (1.0, 1.0)), 4)) == [0, 0, 255, 255]


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
