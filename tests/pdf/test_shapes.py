"""Boxes, rules and paths stand where the layout put them, y running downwards from the top."""

import pytest

from app.layout.page import BoxItem, PathItem, RuleItem
from app.pdf.numbers import number, rgb, utf16
from tests.pdf.looking import document, pdf, raster, written

WHITE, RED, BLUE = (255, 255, 255), (255, 0, 0), (0, 0, 255)


def test_a_box_is_where_it_was_put(book):
    picture = raster(written(document(BoxItem(10, 20, 30, 40, fill="#ff0000")), book))
    assert [picture.getpixel(at) for at in ((10, 20), (39, 59), (9, 20), (10, 19), (40, 59), (39, 60))] == [RED] * 2 + [WHITE] * 4


def test_round_corners_are_cut_and_a_radius_too_large_makes_a_circle(book):
    picture = raster(written(document(BoxItem(0, 0, 100, 100, fill="#ff0000", radius=500)), book))
    assert picture.getpixel((2, 2)) == WHITE
    assert picture.getpixel((50, 1)) == RED
    assert picture.getpixel((50, 50)) == RED
    area = sum(picture.getpixel((x, y)) == RED for x in range(100) for y in range(100))
    assert area == pytest.approx(3.1416 * 50 * 50, rel=0.03)


def test_a_stroke_stands_on_the_edge_and_does_not_fill(book):
    picture = raster(written(document(BoxItem(20, 20, 60, 60, stroke="#0000ff", stroke_width=4)), book))
    assert picture.getpixel((19, 50)) == BLUE
    assert picture.getpixel((21, 50)) == BLUE
    assert picture.getpixel((50, 50)) == WHITE


def test_opacity_ends_with_its_box(book):
    items = BoxItem(0, 0, 50, 50, fill="#000000", opacity=0.5), BoxItem(50, 0, 50, 50, fill="#000000")
    picture = raster(written(document(*items), book))
    assert picture.getpixel((25, 25))[0] in range(126, 130)
    assert picture.getpixel((75, 25)) == (0, 0, 0)


@pytest.mark.parametrize("weight", [0.0, 0.01, 0.1, 0.25])
def test_no_rule_is_too_thin_to_print(book, weight):
    with pdf(written(document(RuleItem(0, 10, 100, 10, weight, "#000000")), book)) as opened:
        assert b"0.25 w" in opened.pages[0].Contents.read_bytes()


def test_a_dashed_rule_has_gaps_and_the_next_rule_has_none(book):
    items = RuleItem(0, 10.5, 100, 10.5, 1, "#ff0000", (5, 5)), RuleItem(0, 20.5, 100, 20.5, 1, "#ff0000")
    picture = raster(written(document(*items), book))
    assert [picture.getpixel((x, 10)) for x in (2, 7, 12, 17)] == [RED, WHITE, RED, WHITE]
    assert {picture.getpixel((x, 20)) for x in range(1, 99)} == {RED}


def test_a_path_is_drawn_with_its_curves(book):
    shape = (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("C", 100.0, 100.0, 0.0, 100.0, 0.0, 0.0), ("Z",))
    picture = raster(written(document(PathItem(shape, fill="#ff0000", stroke="#0000ff", stroke_width=2)), book))
    assert picture.getpixel((40, 20)) == RED
    assert picture.getpixel((90, 90)) == WHITE
    assert BLUE in {picture.getpixel((50, 0)), picture.getpixel((50, 1))}


def test_what_has_no_size_or_no_colour_leaves_no_trace(book):
    nothing = (
        BoxItem(0, 0, 0, 10, fill="#000000"),
        BoxItem(0, 0, 9, 9),
        PathItem((), fill="#000000"),
        PathItem((("M", 1.0, 1.0),)),
    )
    with pdf(written(document(*nothing), book, tagged=False)) as opened:
        assert opened.pages[0].Contents.read_bytes().strip() == b""


def test_a_colour_is_set_once_for_all_that_have_it(book):
    boxes = [BoxItem(place, 0, 1, 1, fill="#ff0000") for place in range(9)]
    with pdf(written(document(*boxes), book)) as opened:
        assert opened.pages[0].Contents.read_bytes().count(b" rg") == 1


def test_numbers_are_as_short_as_they_can_be():
    assert [number(value) for value in (0.0, -0.001, 1.0, 10, 100.5, 0.126, -3.10)] == [
        "0",
        "0",
        "1",
        "10",
        "100.5",
        "0.13",
        "-3.1",
    ]
    assert number(1 / 3, 4) == "0.3333"
    assert number(1200, 0) == "1200"


def test_what_is_no_colour_is_refused():
    assert rgb("#ff0080") == "1 0 0.502"
    for wrong in ("", "red", "#fff", "#gggggg", "0x112233"):
        with pytest.raises(ValueError, match=r"colour|invalid literal"):
            rgb(wrong)


def test_text_strings_are_utf16():
    assert utf16("Я😀") == "<FEFF042FD83DDE00>"


@pytest.mark.parametrize(("even_odd", "middle"), [(True, WHITE), (False, RED)])
def test_paths_that_overlap_leave_a_hole_by_the_even_odd_rule(book, even_odd, middle):
    rings = [("M", low, low, "L", high, low, "L", high, high, "L", low, high) for low, high in ((0.0, 90.0), (30.0, 60.0))]
    commands = [(*ring[start : start + 3],) for ring in rings for start in range(0, 12, 3)]
    commands.insert(4, ("Z",))
    item = PathItem((*commands, ("Z",)), fill="#ff0000", even_odd=even_odd)
    picture = raster(written(document(item), book))
    assert picture.getpixel((45, 45)) == middle
    assert picture.getpixel((10, 45)) == RED
