"""Soft shadows as they look when the page is rendered."""

from app.layout.page import BoxItem, ShadowItem
from tests.pdf.looking import document, pdf, raster, written

CARD = BoxItem(100, 100, 100, 100, fill="#ffffff")
SHADOW = ShadowItem(100, 100, 100, 100, blur=20, dy=0, opacity=0.5)


def test_it_is_darkest_at_the_edge_and_fades_to_nothing(book):
    picture = raster(written(document(SHADOW, CARD), book))
    tones = [picture.getpixel((x, 150))[0] for x in (202, 208, 215, 232)]
    assert tones[0] < tones[1] < tones[2] < tones[3]
    assert 170 < tones[0] < 225
    assert tones[3] > 252
    assert picture.getpixel((150, 150)) == (255, 255, 255)


def test_it_falls_below_what_casts_it(book):
    fallen = ShadowItem(100, 100, 100, 100, blur=12, dy=10, opacity=0.5)
    picture = raster(written(document(fallen, CARD), book))
    assert picture.getpixel((150, 203))[0] < picture.getpixel((150, 97))[0]


def test_equal_shadows_share_one_picture(book):
    made = written(document(SHADOW, ShadowItem(100, 300, 100, 100, blur=20, dy=0, opacity=0.5)), book)
    with pdf(made) as opened:
        assert len(opened.pages[0].get_images()) == 1


def test_a_rectangle_without_extent_casts_none(book):
    with pdf(written(document(ShadowItem(0, 0, 0, 40)), book)) as opened:
        assert len(opened.pages[0].get_images()) == 0
