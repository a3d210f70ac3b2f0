"""Works as slides: what stands on a picture, what below it, and how much of it is seen."""

from pathlib import Path

import pytest
from PIL import Image

from app.layout.page import Document, Page, PictureItem, TextItem
from app.model.picture import Frame
from app.model.reference import Display, Reference
from tests import samples
from tests.layout.checks import lines
from tests.layout.masters.test_references import laid, nothing_is_wrong, page_of, pictures, shown, work

BRAND = "ekran"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with calm pictures, restless ones and a screen."""
    place = tmp_path_factory.mktemp("slides")
    samples.pictures(place)
    for name, size in (("wide", (1000, 700)), ("upright", (600, 800)), ("square", (700, 700))):
        Image.new("RGB", size, (60, 70, 80)).save(place / "pictures" / f"calm-{name}.jpg", quality=80)
        noise = Image.effect_noise(size, 120).convert("RGB")
        noise.save(place / "pictures" / f"restless-{name}.jpg", quality=80)
    Image.new("RGB", (300, 650), (60, 70, 80)).save(place / "pictures" / "screen.jpg", quality=80)
    return place


def gallery(number: int, *names: str, frame: Frame = Frame.NONE) -> Reference:
    """Return a work of a gallery."""
    return work(number, Display.GALLERY, pictures(*names, frame=frame))


def alone(number: int) -> Reference:
    """Return a work that has its own page, between runs of the gallery."""
    return work(number, Display.SPREAD, pictures("calm-wide"))


def words(page: Page, number: int) -> list[TextItem]:
    """Return what is said about a work on a page."""
    return [item for item in lines(page) if item.origin.startswith(f"sections/works/items/w{number}/")]


def on(picture: PictureItem, text: TextItem) -> bool:
    """Tell whether text stands on a picture."""
    inside = picture.x < text.x < picture.x + picture.width
    return inside and picture.y < text.y < picture.y + picture.height


def place(document: Document, number: int) -> tuple[Page, PictureItem]:
    """Return the page and the picture of a work."""
    page = document.pages[page_of(document, number)]
    return page, shown([page], number)[0]


@pytest.mark.parametrize(("other", "below"), [("calm-wide", False), ("restless-wide", True)])
def test_captions_of_a_pair_stand_below_both_where_one_picture_is_restless(other: str, below: bool, folder: Path) -> None:
    names = ("calm-upright", other.replace("wide", "upright")) if not below else ("calm-wide", other)
    document = laid(BRAND, folder, alone(0), gallery(1, names[0]), gallery(2, names[1]))
    nothing_is_wrong(document)
    assert page_of(document, 1) == page_of(document, 2)
    for number in (1, 2):
        page, picture = place(document, number)
        assert all(on(picture, text) is not below for text in words(page, number))


def test_the_titles_of_a_pair_are_level_whatever_is_said_below_them(folder: Path) -> None:
    long = work(2, Display.GALLERY, pictures("restless-wide"), why=samples.TEXTS["en"]["sentence"] * 3)
    document = laid(BRAND, folder, alone(0), gallery(1, "restless-wide"), long)
    pair = [place(document, number)[0] for number in (1, 2)]
    assert pair[0] is pair[1]
    for field in ("title", "why"):
        tops = {min(item.y for item in words(pair[0], number) if item.origin.endswith(field)) for number in (1, 2)}
        assert len({round(top, 2) for top in tops}) == 1


@pytest.mark.parametrize("name", ["restless-square", "restless-upright"])
def test_a_picture_that_a_pair_would_cut_has_a_page_of_its_own(name: str, folder: Path) -> None:
    """And as much room there as its shape takes: nearly all of it is seen."""
    document = laid(BRAND, folder, alone(0), gallery(1, name), gallery(2, "restless-wide"))
    page, picture = place(document, 1)
    assert page_of(document, 1) != page_of(document, 2)
    own = 1.0 if "square" in name else 0.75
    share = own / (picture.width / picture.height)
    assert min(share, 1 / share) > 0.75
    assert not any(on(picture, text) for text in words(page, 1))


def test_telephones_of_a_work_on_its_own_slide_are_nearly_as_high_as_the_page(folder: Path) -> None:
    document = laid(BRAND, folder, alone(0), gallery(1, "screen", "screen", frame=Frame.PHONE))
    page, picture = place(document, 1)
    assert picture.height > 0.6 * page.height
    assert all(item.x + item.line.width < picture.x for item in words(page, 1))
