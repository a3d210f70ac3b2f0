"""Pictures stand on the page as they are meant to, and a missing one is told and seen."""

import pytest
from PIL import Image

from app.layout.page import Document, Page, PictureItem, Treatment
from tests.pdf.looking import INFO, document, pdf, raster, written
from tests.pdf.test_pictures import BLUE, GREEN, RED, near, photo


@pytest.fixture
def folder(tmp_path):
    photo(1600, 1000).save(tmp_path / "a.jpg", quality=95)
    (tmp_path / "same.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    return tmp_path


def images(opened):
    return [thing for thing in opened.objects if hasattr(thing, "keys") and thing.get("/Subtype") == "/Image"]


def test_a_picture_fills_its_rectangle_without_distortion(book, folder):
    made = written(document(PictureItem(50, 100, 160, 100, "a.jpg")), book, folder)
    assert made.problems == ()
    picture = raster(made)
    assert near(picture.getpixel((52, 102)), RED)
    assert near(picture.getpixel((207, 197)), BLUE)
    assert picture.getpixel((48, 150)) == (255, 255, 255)
    assert picture.getpixel((120, 202)) == (255, 255, 255)


def test_fit_shows_all_of_it_in_the_middle(book, folder):
    picture = raster(written(document(PictureItem(0, 0, 160, 200, "a.jpg", fit=True)), book, folder))
    assert picture.getpixel((80, 40)) == (255, 255, 255)
    assert near(picture.getpixel((10, 100)), RED)
    assert near(picture.getpixel((150, 100)), BLUE)
    assert picture.getpixel((80, 160)) == (255, 255, 255)


@pytest.mark.parametrize(("focus", "color"), [(0.0, RED), (1.0, BLUE)])
def test_the_focus_stays_in_sight(book, folder, focus, color):
    picture = raster(written(document(PictureItem(0, 0, 40, 100, "a.jpg", focus_x=focus)), book, folder))
    assert near(picture.getpixel((20, 50)), color)


@pytest.mark.parametrize(("zoom", "corner"), [(1.0, BLUE), (2.5, RED)])
def test_zoom_shows_less_of_it_around_its_focus(book, folder, zoom, corner):
    picture = raster(written(document(PictureItem(0, 0, 160, 100, "a.jpg", focus_x=0.1, zoom=zoom)), book, folder))
    assert near(picture.getpixel((156, 50)), corner)


def test_a_picture_seen_from_near_has_fewer_dots_an_inch(book, folder):
    found = written(document(PictureItem(0, 0, 400, 250, "a.jpg", zoom=4.0)), book, folder).problems
    assert [(one.code, dict(one.facts)["dpi"]) for one in found] == [("picture-low-resolution", "72")]


def test_a_round_picture_has_no_corners(book, folder):
    picture = raster(written(document(PictureItem(0, 0, 100, 100, "a.jpg", shape="circle", focus_x=0)), book, folder))
    assert picture.getpixel((3, 3)) == (255, 255, 255)
    assert near(picture.getpixel((50, 50)), RED)


def test_round_corners_are_cut(book, folder):
    picture = raster(written(document(PictureItem(0, 0, 100, 100, "a.jpg", radius=20, focus_x=0)), book, folder))
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert near(picture.getpixel((30, 2)), RED)


def test_a_screen_below_a_bar_is_round_at_its_foot_alone(book, folder):
    item = PictureItem(0, 0, 100, 100, "a.jpg", radius=20, corners="foot", focus_x=0)
    picture = raster(written(document(item), book, folder))
    assert near(picture.getpixel((2, 2)), RED)
    assert near(picture.getpixel((97, 2)), BLUE)
    assert picture.getpixel((2, 97)) == picture.getpixel((97, 97)) == (255, 255, 255)
    assert picture.getpixel((50, 97)) != (255, 255, 255)


def test_the_same_picture_at_the_same_size_is_stored_once_even_under_two_names(book, folder):
    items = PictureItem(0, 0, 80, 50, "a.jpg"), PictureItem(0, 100, 80, 50, "a.jpg"), PictureItem(0, 200, 80, 50, "same.jpg")
    pages = (Page(400, 600, items), Page(400, 600, items))
    with pdf(written(Document(pages, INFO), book, folder)) as opened:
        assert len(images(opened)) == 1


def test_the_colours_of_a_treatment_reach_the_page(book, folder):
    item = PictureItem(0, 0, 160, 100, "a.jpg", treatment=Treatment.DUOTONE, duotone=("#000000", "#00ff00"))
    red, green, blue = raster(written(document(item), book, folder)).getpixel((20, 50))
    assert max(red, blue) < 20 < green


def test_transparent_parts_show_the_page(book, folder):
    Image.new("RGBA", (200, 200), (*GREEN, 0)).save(folder / "clear.png")
    picture = raster(written(document(PictureItem(0, 0, 100, 100, "clear.png")), book, folder))
    assert picture.getpixel((50, 50)) == (255, 255, 255)


@pytest.mark.parametrize(("name", "code"), [("gone.jpg", "picture-missing"), ("../a.jpg", "picture-outside")])
def test_a_picture_that_cannot_be_had_is_told_where_it_is_missed(book, folder, name, code):
    made = written(document(PictureItem(0, 0, 100, 100, name, origin="cover/picture")), book, folder)
    assert [(found.code, found.where) for found in made.problems] == [(code, "cover/picture")]
    picture = raster(made)
    assert picture.getpixel((50, 20)) == (0xEC, 0xEC, 0xEC)
    assert picture.getpixel((50, 50)) != (0xEC, 0xEC, 0xEC), "the cross"


def test_a_picture_too_coarse_for_print_is_told_with_its_dots(book, folder):
    photo(100, 60).save(folder / "small.jpg")
    made = written(document(PictureItem(0, 0, 200, 120, "small.jpg", origin="team/anna")), book, folder)
    [found] = made.problems
    assert (found.code, found.where, found.fact("dpi")) == ("picture-low-resolution", "team/anna", "36")


@pytest.mark.parametrize("size", [0.0, -5.0, 5e-324, 0.004])
def test_a_picture_without_any_room_is_not_painted(book, folder, size):
    made = written(document(PictureItem(0, 0, size, 100, "a.jpg"), PictureItem(0, 0, 100, size, "gone.jpg")), book, folder)
    assert made.problems == ()
    with pdf(made) as opened:
        assert images(opened) == []


def test_prepared_pictures_are_kept_in_the_cache_folder(book, folder, tmp_path):
    shown = document(PictureItem(0, 0, 100, 100, "a.jpg"))
    first = written(shown, book, folder, cache=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert written(shown, book, folder, cache=tmp_path / "cache").pdf == first.pdf
