"""Openers: a number, a title and a sentence, with a picture and without one."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.layout.contrast import contrast, luminance
from app.layout.numerals import roman
from app.layout.page import Page, PictureItem, TextItem
from app.model.picture import Picture
from app.model.sections import Opener
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, size, text_stands_apart, text_stays_on_the_page
from tests.layout.masters.pages import BRANDS, PIPELINE, everything, laid, painted, proposal, said

SENTENCE = samples.TEXTS["en"]["sentence"].strip()
VARIANTS = ("flood", "paper", "framed", "screen")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples, and one that is white all over."""
    place = tmp_path_factory.mktemp("openers")
    samples.pictures(place)
    Image.new("RGB", (900, 900), "#FFFFFF").save(place / "pictures" / "white.png")
    return place


def number(page: Page) -> TextItem:
    """Return the number of an opener."""
    return next(item for item in page.items if isinstance(item, TextItem) and item.origin.endswith("/number") and item.line.runs)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("pictured", [False, True])
def test_an_opener_says_everything_that_was_typed(brand: str, pictured: bool, folder: Path) -> None:
    picture = samples.picture("wide") if pictured else None
    section = Opener(id="o", number="7", kicker="Part seven", title="What we saw", lead=SENTENCE, picture=picture)
    (page,) = laid(proposal(brand, section), folder).document.pages
    for field, text in (("number", "7"), ("kicker", "Part seven"), ("title", "What we saw"), ("lead", SENTENCE)):
        assert said(page, f"sections/o/{field}") == text
    assert [item for item in page.items if isinstance(item, PictureItem)] or not pictured
    assert page.bookmarks[0].title == "What we saw"


@pytest.mark.parametrize("brand", BRANDS)
def test_openers_count_themselves_and_hidden_ones_do_not_count(brand: str) -> None:
    sections = [Opener(id=f"o{i}", title="Part", hidden=i == 1) for i in range(5)]
    pages = laid(proposal(brand, *sections)).document.pages
    counted = [said(page, f"sections/{page.section}/number") for page in pages]
    assert counted == (["I", "II", "III", "IV"] if brand == "salon" else ["1", "2", "3", "4"])


def test_showing_a_hidden_opener_renumbers_the_ones_that_follow() -> None:
    pipeline = Pipeline()
    sections = (Opener(id="a", title="A", hidden=True), Opener(id="b", title="B"))
    assert said(laid(proposal("kurs", *sections), pipeline=pipeline).document.pages[0], "sections/b/number") == "1"
    shown = proposal("kurs", replace(sections[0], hidden=False), sections[1])
    assert said(laid(shown, pipeline=pipeline).document.pages[1], "sections/b/number") == "2"


def test_the_number_is_as_high_as_half_the_page_where_the_brand_wants_it_giant() -> None:
    found = laid(proposal("kurs", Opener(id="o", title="Money")))
    page = found.document.pages[0]
    run = number(page).line.runs[0]
    face = PIPELINE._book(found.brand).face(run.face)
    assert run.size * face.cap_height / face.upem == pytest.approx(page.height / 2, rel=0.05)


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("typed", ["1", "12", "1884", "III", "Part the seventh", "Ёж"])
def test_any_number_fits_between_the_margins(brand: str, typed: str) -> None:
    found = laid(proposal(brand, Opener(id="o", number=typed, title="Money", lead=SENTENCE)))
    item = number(found.document.pages[0])
    assert item.line.text.replace("\N{NO-BREAK SPACE}", " ") == typed
    bearings = size(item) * 0.1
    assert item.x + item.line.x >= found.brand.page.left - bearings
    assert item.x + item.line.width <= found.brand.page.width - found.brand.page.right + bearings


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("pictured", [False, True])
def test_a_lead_that_is_far_too_long_goes_on_to_pages_of_its_own_and_loses_nothing(
    brand: str, pictured: bool, folder: Path
) -> None:
    lead = " ".join(f"{i}. {SENTENCE}" for i in range(40))
    section = Opener(id="o", title="What we saw", lead=lead, picture=samples.picture("wide") if pictured else None)
    document = laid(proposal(brand, section), folder).document
    assert len(document.pages) >= 2
    text = " ".join(said(page, "sections/o/lead") for page in document.pages)
    assert all(f"{i}. We read" in text for i in range(40))
    text_stands_apart(document)


@pytest.mark.parametrize("brand", BRANDS)
def test_an_opener_of_nothing_but_its_number_is_a_page_with_a_name_in_the_outline(brand: str) -> None:
    page = laid(proposal(brand, Opener(id="o"))).document.pages[0]
    assert page.bookmarks[0].title == ("Part I" if brand == "salon" else "Part 1")


@pytest.mark.parametrize("brand", BRANDS)
@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("paper", [("A4", "upright"), ("A5", "upright"), ("16:9", "lying"), ("square", "upright")])
def test_every_variant_stands_on_every_paper(
    brand: str, variant: str, paper: tuple[str, str], folder: Path, tmp_path: Path
) -> None:
    tables: dict[str, dict[str, object]] = {
        "page": {"format": paper[0], "orientation": paper[1]},
        "masters.opener": {"variant": variant},
    }
    pipeline = Pipeline(brandbooks=(brandbooks.changed(tmp_path, brand, tables),))
    sections = (
        Opener(id="a", kicker="Part one", title="Launching the brand of the harbour", lead=SENTENCE),
        Opener(id="b", kicker="Part two", title="Launching the brand", lead=SENTENCE, picture=samples.picture("upright")),
    )
    document = laid(replace(proposal(brand, *sections), title="T", number=""), folder, pipeline).document
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for page, name in zip(document.pages, "ab", strict=True):
        assert said(page, f"sections/{name}/lead") == SENTENCE
        title = next(item for item in lines(page) if item.origin == f"sections/{name}/title")
        assert size(title) > max(size(item) for item in lines(page) if item.origin == f"sections/{name}/lead")


@pytest.mark.parametrize("brand", ["kurs", "ekran"])
@pytest.mark.parametrize("lying", [False, True])
@pytest.mark.parametrize("file", ["pictures/white.png", "pictures/wide.jpg"])
def test_type_over_a_picture_can_be_read(brand: str, lying: bool, file: str, folder: Path, tmp_path: Path) -> None:
    """Every pixel beneath the words has WCAG's 4.5 : 1 against their colour, measured on the printed page."""
    section = Opener(id="o", kicker="Part", title="What we saw", lead=SENTENCE, picture=Picture(file=file))
    page = {"format": "A4", "orientation": "lying" if lying else "upright"}
    pipeline = Pipeline(brandbooks=(brandbooks.changed(tmp_path, brand, {"page": page}),))
    found = laid(proposal(brand, section), folder, pipeline)
    image = painted(found, 0, folder, 0.5, texts=False)
    checked = 0
    for item in found.document.pages[0].items:
        if not isinstance(item, TextItem) or item.origin.split("/")[-1] not in ("number", "kicker", "title", "lead"):
            continue
        run = item.line.runs[0]
        if not lying and item.origin.endswith("/number") and brand == "kurs":
            continue  # it stands on the field of colour above the picture
        box = (item.x + item.line.x, item.y - run.size * 0.7, item.x + item.line.x + item.line.width, item.y)
        part = image.crop(tuple(round(value * 0.5) for value in box))
        for pixel in part.get_flattened_data():
            ratio = contrast(luminance(run.color), luminance("#{:02x}{:02x}{:02x}".format(*pixel)))
            assert ratio >= 4.45, (item.line.text, pixel)
            checked += 1
    assert checked > 500


@pytest.mark.parametrize("brand", BRANDS)
def test_a_picture_that_is_gone_leaves_the_page_of_an_opener_without_one(brand: str, folder: Path) -> None:
    bare = Opener(id="o", title="What we saw", lead=SENTENCE)
    gone = replace(bare, picture=Picture(file="pictures/nowhere.jpg"))
    assert laid(proposal(brand, gone), folder).document == laid(proposal(brand, bare), folder).document


def test_parts_are_named_in_the_language_of_the_document() -> None:
    page = laid(proposal("kurs", Opener(id="o"), language="ru")).document.pages[0]
    assert page.bookmarks[0].title == "Часть 1"
    assert "1" in everything(page)


@pytest.mark.parametrize(("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (1994, "MCMXCIV"), (4000, "4000")])
def test_roman_numerals(number: int, written: str) -> None:
    assert roman(number) == written


@pytest.mark.parametrize("brand", BRANDS)
def test_everything_in_a_frame_stands_in_its_middle(brand: str, tmp_path: Path) -> None:
    """Also in brands whose titles are not centred elsewhere."""
    own = Pipeline(brandbooks=(brandbooks.changed(tmp_path, brand, {"masters.opener": {"variant": "framed"}}),))
    section = Opener(id="o", kicker="Part", title="The price", lead="Hours and people.")
    page = laid(proposal(brand, section), pipeline=own).document.pages[0]
    middles = [item.x + item.line.x + item.line.width / 2 for item in lines(page) if item.origin.startswith("sections/o/")]
    assert len(middles) >= 4
    assert max(middles) - min(middles) < 6


def test_a_lead_with_a_page_of_its_own_is_shown_there(tmp_path: Path) -> None:
    """In its own large type, in the middle of the page, not as a few lines of text at its head."""
    samples.pictures(tmp_path)
    pipeline = Pipeline((brandbooks.changed(tmp_path, "salon", {"page": {"format": "A5"}}),))
    sentence = samples.TEXTS["ru"]["sentence"]
    section = Opener(id="o", title=sentence, lead=sentence * 5, picture=samples.picture("wide"))
    made = replace(samples.proposal("ru", "salon"), sections=(section,))
    document = pipeline.lay_out(made, tmp_path).document
    assert len(document.pages) == 2
    page = document.pages[1]
    lead = [item for item in lines(page) if item.origin == "sections/o/lead"]
    assert min(item.y for item in lead) > page.height * 0.2
    assert max(run.size for item in lead for run in item.line.runs) > 12
