"""Screens in browser windows and telephones: whole, undistorted, in the brand's tones."""

from dataclasses import replace
from itertools import pairwise

import pytest

from app.brand.units import contrast, luminance
from app.layout.frames import Clear, Shown, framed, host, ink_on_ground, seen
from app.layout.page import BoxItem, Item, PictureItem, ShadowItem, TextItem
from app.layout.scene import Scene
from app.model.picture import Frame, Picture
from tests.layout.papers import PIPELINE, KnownPictures, sheet

BRANDS = PIPELINE.brandbooks()
ORIGIN = "sections/references/items/r0/pictures/0"
SITE, LONG, SCREEN, LYING = (1440, 900), (1440, 6000), (1170, 2532), (2532, 1170)


def scene(brand: str, size: tuple[int, int]) -> Scene:
    """Return the scene of a brand in which every picture has one size."""
    return replace(sheet(brand, None).scene, sizes=KnownPictures(size, {"a.jpg": None}))


def shown(items: list[Item]) -> list[PictureItem]:
    """Return the pictures among some items."""
    return [item for item in items if isinstance(item, PictureItem)]


def screen(frame: Frame, **changes: float) -> Picture:
    """Return a picture in a frame."""
    return Picture(file="a.jpg", alt="A screen", frame=frame, **changes)  # type: ignore[arg-type]


def inside(item: PictureItem, x: float, y: float, width: float, height: float) -> bool:
    """Tell whether a picture lies within a rectangle."""
    return item.x >= x and item.y >= y and item.x + item.width <= x + width and item.y + item.height <= y + height


@pytest.mark.parametrize("brand", BRANDS)
def test_a_picture_without_a_frame_fills_its_place(brand: str) -> None:
    items = framed(scene(brand, SITE), screen(Frame.NONE, focus_x=0.2), 10, 20, 300, 200, ORIGIN)
    assert len(items) == 1
    (picture,) = shown(items)
    assert (picture.x, picture.y, picture.width, picture.height, picture.focus_x) == (10, 20, 300, 200, 0.2)
    assert (picture.origin, picture.alt) == (ORIGIN, "A screen")


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("frame", [Frame.BROWSER, Frame.PHONE])
def test_a_framed_picture_whose_file_is_missing_is_told_as_any_other(brand: str, frame: Frame) -> None:
    lost = replace(screen(frame), file="lost.jpg")
    items = framed(scene(brand, SITE), lost, 10, 20, 300, 200, ORIGIN)
    assert [(item.file, item.width) for item in shown(items)] == [("lost.jpg", 300)]
    assert len(items) == 1


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("place", [(300, 205), (300, 400), (520, 200), (160, 110), (900, 480)])
@pytest.mark.parametrize("size", [SITE, LONG])
def test_a_window_has_a_bar_above_its_screen_and_stays_in_its_place(
    brand: str, place: tuple[int, int], size: tuple[int, int]
) -> None:
    items = framed(scene(brand, size), screen(Frame.BROWSER), 20, 30, *place, ORIGIN, link="https://www.noon.example/garden")
    (picture,) = shown(items)
    assert inside(picture, 20, 30 + 6, *place)
    assert picture.corners == "foot"
    assert picture.focus_y == 0, "a page is seen from its head"
    shadow = next(item for item in items if isinstance(item, ShadowItem))
    assert shadow.height > picture.height
    assert shadow.width == pytest.approx(picture.width)
    assert items.index(shadow) < items.index(picture)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_window_shows_the_greater_part_of_its_screen(brand: str) -> None:
    for place in ((300, 205), (300, 400), (520, 200), (160, 110)):
        (picture,) = shown(framed(scene(brand, SITE), screen(Frame.BROWSER), 20, 30, *place, ORIGIN))
        share = (picture.width / picture.height) / (SITE[0] / SITE[1])
        assert min(share, 1 / share) >= 0.64, place


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("frame", [Frame.BROWSER, Frame.PHONE])
def test_a_focus_that_was_chosen_is_kept(brand: str, frame: Frame) -> None:
    (picture,) = shown(framed(scene(brand, LONG), screen(frame, focus_y=0.6), 20, 30, 300, 220, ORIGIN))
    assert picture.focus_y == 0.6


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("size", [SCREEN, LYING])
def test_a_telephone_shows_its_whole_screen_undistorted(brand: str, size: tuple[int, int]) -> None:
    (picture,) = shown(framed(scene(brand, size), screen(Frame.PHONE), 0, 0, 500, 300, ORIGIN))
    assert picture.width / picture.height == pytest.approx(size[0] / size[1], rel=0.03)
    assert inside(picture, 0, 0, 500, 300)
    assert picture.x + picture.width / 2 == pytest.approx(250), "it stands in the middle of its place"


@pytest.mark.parametrize("brand", BRANDS)
def test_a_telephone_stands_on_a_ground_that_covers_its_place(brand: str) -> None:
    items = framed(scene(brand, SCREEN), screen(Frame.PHONE), 5, 6, 500, 300, ORIGIN)
    ground = items[0]
    assert isinstance(ground, BoxItem)
    assert (ground.x, ground.y, ground.width, ground.height) == (5, 6, 500, 300)
    (picture,) = shown(items)
    assert picture.y - ground.y > 15, "there is air above it"


@pytest.mark.parametrize("brand", BRANDS)
def test_telephones_of_one_work_stand_beside_each_other(brand: str) -> None:
    further = [Shown(screen(Frame.PHONE), f"{ORIGIN}/{i}") for i in range(2)]
    pictures = shown(framed(scene(brand, SCREEN), screen(Frame.PHONE), 0, 0, 520, 300, ORIGIN, beside=further))
    assert [item.origin for item in pictures] == [ORIGIN, f"{ORIGIN}/0", f"{ORIGIN}/1"]
    assert len({round(item.y, 3) for item in pictures}) == len({round(item.height, 3) for item in pictures}) == 1
    for one, other in pairwise(pictures):
        assert other.x - (one.x + one.width) > one.width * 0.15
    assert pictures[0].x == pytest.approx(520 - pictures[-1].x - pictures[-1].width)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_narrow_place_shows_one_telephone_rather_than_tiny_ones(brand: str) -> None:
    further = [Shown(screen(Frame.PHONE), f"{ORIGIN}/{i}") for i in range(4)]
    assert len(shown(framed(scene(brand, SCREEN), screen(Frame.PHONE), 0, 0, 150, 300, ORIGIN, beside=further))) == 1


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("frame", [Frame.BROWSER, Frame.PHONE])
def test_devices_keep_clear_of_what_is_covered(brand: str, frame: Frame) -> None:
    items = framed(scene(brand, SITE), screen(frame), 0, 0, 900, 500, ORIGIN, clear=Clear(400, 50, 8, 60))
    (picture,) = shown(items)
    assert inside(picture, 400, 50, 492, 390)


@pytest.mark.parametrize("brand", BRANDS)
def test_the_address_line_says_the_host_of_the_work(brand: str) -> None:
    items = framed(scene(brand, SITE), screen(Frame.BROWSER), 20, 30, 400, 270, ORIGIN, link="https://www.noon.example/a?b")
    assert [item.line.text for item in items if isinstance(item, TextItem)] == ["noon.example"]
    small = framed(scene(brand, SITE), screen(Frame.BROWSER), 20, 30, 90, 60, ORIGIN, link="https://noon.example")
    assert not [item for item in small if isinstance(item, TextItem)], "nothing that nobody could read"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://www.noon.example/works", "noon.example"),
        ("noon.example/works", "noon.example"),
        ("https://тихая-гавань.рф/", "тихая-гавань.рф"),
        ("javascript:alert(1)", ""),
        ("https://[broken", ""),
        ("", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_the_host_of_a_link(link: str, expected: str) -> None:
    assert host(link) == expected


@pytest.mark.parametrize("brand", BRANDS)
def test_captions_on_the_ground_can_be_read(brand: str) -> None:
    one = scene(brand, SITE)
    ground = one.brand.color(one.brand.masters["references"].text("ground", "wash"))
    assert contrast(one.brand.color(ink_on_ground(one)), ground) >= 4.5


def test_windows_are_light_on_light_paper_and_dark_on_dark() -> None:
    def bar(brand: str) -> float:
        items = framed(scene(brand, SITE), screen(Frame.BROWSER), 20, 30, 400, 270, ORIGIN)
        box = next(item for item in items if isinstance(item, BoxItem) and item.radius and item.origin == ORIGIN and item.fill)
        return luminance(box.fill)

    assert bar("salon") > 0.7
    assert bar("kurs") > 0.7
    assert bar("ekran") < 0.1


@pytest.mark.parametrize("brand", BRANDS)
def test_the_place_that_a_screen_wants_is_never_extreme(brand: str) -> None:
    for size in (SITE, LONG, SCREEN, LYING, (10, 5000), (5000, 10)):
        for frame in (Frame.BROWSER, Frame.PHONE):
            assert 0.6 <= seen(scene(brand, size), screen(frame)) <= 2.2
