"""References: works among others and on pages of their own, in every brand."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PIL import Image

from app.brand.units import contrast
from app.layout.page import BoxItem, Document, LinkItem, Page, PictureItem
from app.model.picture import Frame, Picture
from app.model.proposal import Proposal
from app.model.reference import Display, Origin, Permission, Reference
from app.model.sections import References
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
UPRIGHT = tuple(brand for brand in BRANDS if brand != "ekran")
SENTENCE = samples.TEXTS["en"]["sentence"]
NAMES = ("wide", "upright", "square", "site", "screen")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with pictures of many shapes, among them a plain one and screens."""
    place = tmp_path_factory.mktemp("works")
    samples.pictures(place)
    for name, size in (("site", (720, 1400)), ("screen", (300, 650)), ("calm", (600, 850)), ("calm-wide", (960, 540))):
        Image.new("RGB", size, (60, 70, 80)).save(place / "pictures" / f"{name}.jpg", quality=80)
    noise = Image.effect_noise((600, 850), 120).convert("RGB")
    noise.save(place / "pictures" / "restless.jpg", quality=80)
    return place


def pictures(*names: str, frame: Frame = Frame.NONE, caption: str = "", **changes: float) -> tuple[Picture, ...]:
    """Return pictures by the names of their files."""
    made = (Picture(file=f"pictures/{name}.jpg", alt=name, frame=frame, caption=caption) for name in names)
    return tuple(replace(picture, **changes) for picture in made)  # type: ignore[arg-type]


def work(number: int, display: Display, shown: tuple[Picture, ...], why: str = SENTENCE, **changes: object) -> Reference:
    """Return a work."""
    made = Reference(
        id=f"w{number}", title=f"Work {number}", client="Client", year="2025", why=why, pictures=shown, display=display,
        link="https://works.example/a",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def proposal(brand: str, *works: Reference, language: str = "en", lead: str = "") -> Proposal:
    """Return a proposal of nothing but references."""
    section = References(id="works", title="Works", lead=lead, items=works)
    return replace(samples.proposal(language, brand), sections=(section,))


def laid(brand: str, folder: Path, *works: Reference, language: str = "en", lead: str = "") -> Document:
    """Lay out works."""
    return PIPELINE.lay_out(proposal(brand, *works, language=language, lead=lead), folder).document


def shown(pages: Sequence[Page], number: int) -> list[PictureItem]:
    """Return the pictures of a work."""
    origin = f"sections/works/items/w{number}/"
    return [item for page in pages for item in page.items if isinstance(item, PictureItem) and item.origin.startswith(origin)]


def page_of(document: Document, number: int) -> int:
    """Return the page on which a work's title stands large, the last one that has it."""
    origin = f"sections/works/items/w{number}/title"
    return max(i for i, page in enumerate(document.pages) if any(item.origin == origin for item in lines(page)))


def said(pages: Sequence[Page]) -> str:
    """Return the text of pages in one line."""
    text = " ".join(item.line.text for page in pages for item in lines(page))
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "").split())


def overlap(one: PictureItem, other: PictureItem) -> bool:
    """Tell whether two pictures cover each other."""
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 0.01 and down > 0.01


def nothing_is_wrong(document: Document) -> None:
    """Fail where text leaves the page or stands on other text, or pictures overlap or run below their page."""
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for page in document.pages:
        found = [item for item in page.items if isinstance(item, PictureItem)]
        for i, one in enumerate(found):
            assert one.width > 20
            assert one.height > 20
            assert one.y >= -9
            assert one.y + one.height <= page.height + 9
            assert not [other.file for other in found[i + 1 :] if overlap(one, other)], one.origin


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize(("display", "frame"), list(product(Display, Frame)))
@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 12])
def test_any_display_takes_any_number_of_pictures_in_any_frame(
    brand: str, display: Display, frame: Frame, count: int, folder: Path
) -> None:
    names = [NAMES[i % len(NAMES)] for i in range(count)]
    found = tuple(replace(one, caption=f"Caption {i}") for i, one in enumerate(pictures(*names, frame=frame)))
    others = (work(0, Display.GALLERY, pictures("wide")), work(2, Display.GALLERY, pictures("upright")))
    for works in ((work(1, display, found),), (others[0], work(1, display, found), others[1])):
        document = laid(brand, folder, *works, lead=SENTENCE)
        nothing_is_wrong(document)
        origins = {item.origin for item in shown(document.pages, 1)}
        if display in (Display.MOSAIC, Display.BEFORE_AFTER):
            assert len(origins) == count, "no picture is lost"
        elif count:
            assert "sections/works/items/w1/pictures/0" in origins
        assert "Work 1" in said(document.pages)
        assert "Client · 2025" in said(document.pages)


@pytest.mark.parametrize("brand", BRANDS)
def test_works_keep_their_order(brand: str, folder: Path) -> None:
    displays = [Display.GALLERY, Display.GALLERY, Display.SPREAD, Display.GALLERY, Display.MOSAIC, Display.BEFORE_AFTER]
    works = [work(i, display, pictures("wide", "upright", "square")) for i, display in enumerate(displays)]
    document = laid(brand, folder, *works)
    places = [page_of(document, i) for i in range(len(works))]
    assert places == sorted(places)
    for i in (2, 4, 5):
        assert places.count(places[i]) == 1, "a work of its own shares its page with no other"


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("display", Display)
def test_a_work_that_may_not_be_shown_is_nowhere(brand: str, display: Display, folder: Path) -> None:
    refused = work(1, display, pictures("wide", "square"), title="Secret", permission=Permission.REFUSED)
    document = laid(brand, folder, work(0, Display.GALLERY, pictures("wide")), refused)
    assert "Secret" not in said(document.pages)
    assert not shown(document.pages, 1)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("display", Display)
def test_the_authors_of_other_peoples_work_are_named(brand: str, display: Display, folder: Path) -> None:
    theirs = work(1, display, pictures("wide", "square"), origin=Origin.THIRD_PARTY, credit="Bureau Sever")
    assert "by Bureau Sever" in said(laid(brand, folder, work(0, Display.GALLERY, pictures("wide")), theirs).pages)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("display", Display)
def test_a_click_on_a_work_leads_to_where_it_can_be_seen(brand: str, display: Display, folder: Path) -> None:
    document = laid(brand, folder, work(1, display, pictures("wide", "square")))
    found = [item for page in document.pages for item in page.items if isinstance(item, LinkItem) and item.url.endswith("/a")]
    assert found


@pytest.mark.parametrize("brand", BRANDS)
def test_works_of_their_own_are_in_the_outline_below_their_section(brand: str, folder: Path) -> None:
    works = [work(0, Display.GALLERY, pictures("wide")), work(1, Display.SPREAD, pictures("calm"))]
    marks = [mark for page in laid(brand, folder, *works).pages for mark in page.bookmarks]
    assert [(mark.title, mark.level) for mark in marks] == [("Works", 0), ("Work 1", 1)]


def test_a_calm_picture_of_the_pages_shape_runs_to_every_edge(folder: Path) -> None:
    document = laid("kurs", folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.SPREAD, pictures("calm")))
    (picture,) = shown(document.pages, 1)
    page = document.pages[-1]
    assert picture.x < 0
    assert picture.y < 0
    assert picture.x + picture.width > page.width
    assert picture.y + picture.height > page.height


def test_words_do_not_stand_on_a_restless_picture(folder: Path) -> None:
    document = laid("kurs", folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.SPREAD, pictures("restless")))
    (picture,) = shown(document.pages, 1)
    assert min(item.y for item in lines(document.pages[-1])) > picture.y + picture.height


@pytest.mark.parametrize("brand", UPRIGHT)
def test_a_wide_picture_stands_above_the_words_and_loses_little(brand: str, folder: Path) -> None:
    document = laid(brand, folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.SPREAD, pictures("wide")))
    (picture,) = shown(document.pages, 1)
    share = picture.width / picture.height / 1.6
    assert min(share, 1 / share) >= 0.69
    titles = [item for item in lines(document.pages[-1]) if item.origin.endswith("w1/title")]
    assert min(item.y for item in titles) > picture.y + picture.height


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("names", [("wide", "calm-wide"), ("upright", "calm"), ("wide", "upright"), ("site", "site")])
@pytest.mark.parametrize("frame", Frame)
def test_before_and_after_are_of_one_size_and_named(brand: str, names: tuple[str, str], frame: Frame, folder: Path) -> None:
    document = laid(
        brand, folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.BEFORE_AFTER, pictures(*names, frame=frame))
    )
    one, other = shown(document.pages, 1)
    assert (one.width, one.height) == pytest.approx((other.width, other.height))
    assert one.origin.endswith("pictures/0")
    beside = abs(one.y - other.y) < 0.01
    assert (one.x < other.x) if beside else (one.x == pytest.approx(other.x) and one.y < other.y)
    assert "Before" in said(document.pages)
    assert "After" in said(document.pages)


@pytest.mark.parametrize("brand", UPRIGHT)
def test_upright_pictures_are_compared_side_by_side_and_wide_ones_above_each_other(brand: str, folder: Path) -> None:
    first = work(0, Display.GALLERY, pictures("wide"))
    upright = laid(brand, folder, first, work(1, Display.BEFORE_AFTER, pictures("upright", "upright")))
    wide = laid(brand, folder, first, work(1, Display.BEFORE_AFTER, pictures("calm-wide", "calm-wide")))
    assert len({item.y for item in shown(upright.pages, 1)}) == 1
    assert len({item.x for item in shown(wide.pages, 1)}) == 1


@pytest.mark.parametrize("brand", BRANDS)
def test_before_and_after_speak_the_documents_language(brand: str, folder: Path) -> None:
    text = said(laid(brand, folder, work(1, Display.BEFORE_AFTER, pictures("wide", "wide")), language="ru").pages)
    assert "До" in text
    assert "После" in text


@pytest.mark.parametrize("brand", BRANDS)
def test_captions_are_keyed_to_their_pictures_by_numbers(brand: str, folder: Path) -> None:
    found = tuple(replace(one, caption=f"Seen {i}") for i, one in enumerate(pictures("wide", "upright", "square"), 1))
    document = laid(brand, folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.MOSAIC, found))
    text = said(document.pages)
    for i in (1, 2, 3):
        assert f"{i} Seen {i}" in text


@pytest.mark.parametrize("brand", BRANDS)
def test_a_caption_that_all_pictures_share_is_printed_once_and_without_numbers(brand: str, folder: Path) -> None:
    found = pictures("wide", "upright", "square", caption="Photographs: Peter Linde")
    document = laid(brand, folder, work(0, Display.GALLERY, pictures("wide")), work(1, Display.MOSAIC, found))
    page = document.pages[page_of(document, 1)]
    assert said([page]).count("Photographs: Peter Linde") == 1
    on_pictures = [
        item.line.text
        for item in lines(page)
        for one in shown([page], 1)
        if one.x < item.x < one.x + one.width and one.y + 40 < item.y < one.y + one.height
    ]
    assert not on_pictures


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("display", Display)
def test_what_is_too_long_for_the_page_goes_on_overleaf(brand: str, display: Display, folder: Path) -> None:
    words = " ".join(f"word{i}" for i in range(1500))
    works = [work(i, display, pictures("wide", "square"), why=words) for i in range(3)]
    document = laid(brand, folder, *works, lead=SENTENCE * 3)
    text_stays_on_the_page(document)
    text_stands_apart(document)
    text = said(document.pages).replace("- ", "")
    for i in (0, 700, 1499):
        assert text.count(f"word{i}") >= 3
    assert len(shown(document.pages, 1)) >= 1


def test_words_that_go_on_overleaf_can_be_read_there(folder: Path) -> None:
    """A spread's words are white on black: the page on which they go on is black as well."""
    words = " ".join(f"word{i}" for i in range(1500))
    works = [work(0, Display.GALLERY, pictures("wide")), work(1, Display.SPREAD, pictures("wide"), why=words)]
    found = PIPELINE.lay_out(proposal("kurs", *works), folder)
    last = found.document.pages[-1]
    ground = next(item for item in last.items if isinstance(item, BoxItem) and item.width > last.width)
    assert "word1499" in said([last])
    for item in lines(last):
        assert contrast(item.line.runs[0].color, ground.fill) >= 4.5


@pytest.mark.parametrize("brand", BRANDS)
def test_a_work_without_a_picture_is_told_in_words(brand: str, folder: Path) -> None:
    lost = pictures("nowhere", "nothing")
    for display in Display:
        document = laid(brand, folder, work(1, display, lost))
        assert "Work 1" in said(document.pages)
        assert not shown(document.pages, 1)
        nothing_is_wrong(document)


@pytest.mark.parametrize("brand", BRANDS)
def test_a_gallery_cell_without_a_picture_is_a_quiet_ground(brand: str, folder: Path) -> None:
    works = [work(i, Display.GALLERY, pictures("wide") if i != 3 else ()) for i in range(5)]
    document = laid(brand, folder, *works)
    grounds = [
        item
        for page in document.pages
        for item in page.items
        if isinstance(item, BoxItem) and item.origin == "sections/works/items/w3/pictures"
    ]
    assert len(grounds) == 1
    assert grounds[0].height > 40


@pytest.mark.parametrize("brand", BRANDS)
def test_many_works_are_all_there(brand: str, folder: Path) -> None:
    works = [work(i, tuple(Display)[i % 4], pictures("wide", "upright", "screen")) for i in range(25)]
    document = laid(brand, folder, *works, lead=SENTENCE)
    nothing_is_wrong(document)
    text = said(document.pages)
    assert all(f"Work {i}" in text for i in range(25))


@pytest.mark.parametrize("brand", BRANDS)
def test_no_works_leave_the_title_alone(brand: str, folder: Path) -> None:
    document = laid(brand, folder)
    assert len(document.pages) == 1
    assert "Works" in said(document.pages)


@pytest.mark.parametrize("brand", BRANDS)
def test_words_stand_on_the_baseline_grid(brand: str, folder: Path) -> None:
    works = [work(i, display, pictures("wide", "upright")) for i, display in enumerate(Display)]
    found = PIPELINE.lay_out(proposal(brand, *works), folder)
    step, top = found.brand.grid.baseline, found.brand.page.top
    checked = 0
    for page in found.document.pages:
        for item in lines(page):
            if item.origin.endswith(("/why", "/credit")):
                offset = (item.y - top) / step * 4
                assert abs(offset - round(offset)) < 0.01, (item.origin, item.line.text)
                checked += 1
    assert checked > 4


@pytest.mark.parametrize(
    ("brand", "paper", "orientation"), [("kurs", "A5", "upright"), ("salon", "A5", "lying"), ("ekran", "square", "upright")]
)
def test_works_stand_on_other_papers_too(brand: str, paper: str, orientation: str, folder: Path, tmp_path: Path) -> None:
    books = brandbooks.changed(tmp_path, brand, {"page": {"format": paper, "orientation": orientation}})
    works = [work(i, tuple(Display)[i % 4], pictures("wide", "upright", "square", frame=tuple(Frame)[i % 3])) for i in range(12)]
    document = Pipeline(brandbooks=(books,)).lay_out(proposal(brand, *works, lead=SENTENCE), folder).document
    nothing_is_wrong(document)
