"""Whole proposals on their pages: every brand, both languages, next to no text and far too much of it."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from app.layout.page import Document, PictureItem
from app.model.estimate import Detail
from app.model.proposal import Proposal
from app.model.sections import EstimatePages, Packages
from app.pipeline import Laid, Pipeline
from app.totals import totals
from tests import samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PIPELINE = Pipeline()
CASES = [
    (brand, language, length, items, sections, people)
    for brand in PIPELINE.brandbooks()
    for language in ("ru", "en")
    for length, items, sections, people in ((0, 1, 1, 1), (2, 7, 4, 5), (12, 40, 6, 9))
]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("samples")
    samples.pictures(place)
    return place


@cache
def laid(case: tuple[str, str, int, int, int, int], folder: Path) -> Laid:
    """Lay out a case, once."""
    brand, language, length, items, sections, people = case
    return PIPELINE.lay_out(
        samples.proposal(language, brand, length=length, items=items, sections=sections, people=people), folder
    )


def words(document: Document) -> str:
    """Return all the text of a document, no-break spaces as plain ones."""
    return "\n".join(item.line.text for page in document.pages for item in lines(page)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_text_leaves_the_page(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    text_stays_on_the_page(laid(case, folder).document)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_text_stands_on_other_text(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    text_stands_apart(laid(case, folder).document)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_running_text_stands_on_the_baseline_grid(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    found = laid(case, folder)
    step, top = found.brand.grid.baseline, found.brand.page.top
    checked = 0
    for page in found.document.pages:
        for item in lines(page):
            if item.origin.startswith("estimate/sections") and "/items/" in item.origin:
                offset = (item.y - top) / step
                assert abs(offset - round(offset)) < 0.01, (item.origin, item.line.text)
                checked += 1
    assert checked > 0


@pytest.mark.parametrize("case", CASES, ids=str)
def test_text_and_pictures_do_not_run_below_the_type_area(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    found = laid(case, folder)
    step = found.brand.grid.baseline
    for number, page in enumerate(found.document.pages[1:], 2):
        body = [item for item in lines(page) if item.origin and not item.line.text.isdecimal()]
        lowest = max((item.y for item in body), default=0.0)
        assert lowest <= page.height - found.brand.page.bottom + 2 * step, number


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nothing_internal_is_on_any_page(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    text = words(laid(case, folder).document)
    assert samples.CANARY not in text
    assert "canary" not in text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_line_item_is_printed_with_its_amount(case: tuple[str, str, int, int, int, int], folder: Path) -> None:
    found = laid(case, folder)
    origins = {item.origin for page in found.document.pages for item in lines(page)}
    for section in found.totals.sections:
        for item in section.items:
            assert f"estimate/sections/{section.id}/items/{item.id}/title" in origins
            assert f"estimate/sections/{section.id}/items/{item.id}/rate" in origins


def _number(text: str) -> Decimal:
    kept = "".join(character for character in text.replace(",", ".") if character.isdecimal() or character == ".")
    return Decimal(kept)


def test_printed_amounts_add_up_to_the_printed_subtotals(folder: Path) -> None:
    found = laid(("kurs", "ru", 2, 7, 4, 5), folder)
    for section in found.totals.sections:
        root = f"estimate/sections/{section.id}"
        counted = {f"{root}/items/{item.id}" for item in section.items if item.counted}
        amounts = Decimal(0)
        subtotal = Decimal(-1)
        for page in found.document.pages:
            for item in lines(page):
                if item.group in {f"{origin}#3" for origin in counted}:
                    amounts += _number(item.line.text)
                elif item.group == f"{root}#sum#3":
                    subtotal = _number(item.line.text)
        assert amounts == subtotal == section.amount


def test_a_section_that_goes_on_repeats_the_head_and_carries_the_sum_forward(folder: Path) -> None:
    found = laid(("kurs", "ru", 12, 40, 6, 9), folder)
    heads = [item for page in found.document.pages for item in lines(page) if item.group == "estimate/sections/s0#head#3"]
    carried = [item for page in found.document.pages for item in lines(page) if item.group == "estimate/sections/s0#carried#3"]
    assert len(heads) >= 2
    assert len(carried) == len(heads) - 1
    assert _number(carried[-1].line.text) < found.totals.section("s0").amount


def test_people_stand_beside_the_section_they_work_on(folder: Path) -> None:
    found = laid(("kurs", "ru", 2, 7, 4, 5), folder)
    page = next(page for page in found.document.pages if any(item.origin == "estimate/sections/s0/title" for item in lines(page)))
    title = next(item for item in lines(page) if item.origin == "estimate/sections/s0/title")
    faces = [item for item in page.items if isinstance(item, PictureItem) and item.shape == "circle"]
    assert faces
    assert any(0 < face.y - title.y < 120 and face.x < title.x + title.line.width for face in faces)


def test_a_hidden_section_leaves_no_trace(folder: Path) -> None:
    whole = samples.proposal("ru", "kurs")
    hidden = replace(whole, sections=tuple(replace(section, hidden=section.id == "team") for section in whole.sections))
    document = PIPELINE.lay_out(hidden, folder).document
    assert not [page for page in document.pages if page.section == "team"]
    assert len(document.pages) < len(PIPELINE.lay_out(whole, folder).document.pages)


@pytest.mark.parametrize("brand", PIPELINE.brandbooks())
def test_the_client_sees_no_more_than_the_account_manager_chose(brand: str, folder: Path) -> None:
    whole = samples.proposal("ru", brand)

    def shown(detail: Detail, hours: bool) -> str:
        sections = tuple(
            replace(section, detail=detail, show_hours=hours) if isinstance(section, EstimatePages | Packages) else section
            for section in whole.sections
        )
        return words(PIPELINE.lay_out(replace(whole, sections=sections), folder).document)

    item = whole.estimate.sections[0].items[0].title
    assert item in shown(Detail.DETAILED, True).replace("\n", " ")
    assert item not in shown(Detail.SECTIONS, True).replace("\n", " ")
    assert "Покупатель 2" in shown(Detail.SECTIONS, True)
    assert "Покупатель 2" not in shown(Detail.TOTALS, True)
    hours = f"{totals(whole.estimate, whole.currency).hours:n} ч"
    assert hours in shown(Detail.DETAILED, True)
    assert hours not in shown(Detail.DETAILED, False)
    assert " ч\n" not in shown(Detail.DETAILED, False)


def test_a_proposal_without_pictures_or_people_is_complete(folder: Path) -> None:
    bare = samples.proposal("en", "salon", people=0)
    bare = replace(bare, manager="", people=())
    document = PIPELINE.lay_out(bare, folder / "nowhere").document
    assert len(document.pages) >= 8
    assert not [
        item for page in document.pages for item in page.items if isinstance(item, PictureItem) and item.shape == "circle"
    ]


def test_the_same_proposal_is_laid_out_the_same_twice(folder: Path) -> None:
    whole: Proposal = samples.proposal("en", "salon")
    assert PIPELINE.lay_out(whole, folder).document == Pipeline().lay_out(whole, folder).document


@pytest.mark.parametrize("letter", "QJДЦЩ")
def test_a_capital_that_reaches_below_its_line_is_no_drop_cap(letter: str) -> None:
    from app.layout.setter import Setter
    from app.model.notation import parse

    brand = PIPELINE.brand("salon").brand
    assert brand is not None
    setter = Setter(brand, PIPELINE._book(brand), "en")
    text = (
        "uiet Harbour is nine houses on the site of a fishing port, and this sentence is long enough to surround a capital. " * 3
    )
    assert setter.drop_cap("body", parse(letter + text).paragraphs[0], 230.0, "") is None
    assert setter.drop_cap("body", parse("T" + text).paragraphs[0], 230.0, "") is not None
