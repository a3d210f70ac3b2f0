"""Every brand on other papers than its own: smaller, square, lying, American."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from app.layout.page import Document, Page, PictureItem
from app.layout.suited import LYING, UPRIGHT, suited
from app.model.sections import EstimatePages
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

PAPERS = [("A5", "upright"), ("Letter", "upright"), ("square", "upright"), ("A4", "lying"), ("16:9", "upright"), ("A5", "lying")]
CASES = [(brand, *paper) for brand in Pipeline().brandbooks() for paper in PAPERS]

Case = tuple[str, str, str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    folder = tmp_path_factory.mktemp("samples")
    samples.pictures(folder)
    return folder


@cache
def pipeline(case: Case, place: Path) -> Pipeline:
    """Return a pipeline for a brand on another paper."""
    brand, paper, orientation = case
    target = place / f"{brand}-{paper.replace(':', 'x')}-{orientation}"
    return Pipeline(brandbooks=(brandbooks.changed(target, brand, {"page": {"format": paper, "orientation": orientation}}),))


@cache
def laid(case: Case, length: int, place: Path) -> Document:
    """Lay out a sample on another paper, once."""
    sample = samples.proposal("ru", case[0], length=length, items=7 if length else 1, sections=3, people=4)
    sections = tuple(
        replace(section, summary=bool(length)) if isinstance(section, EstimatePages) else section for section in sample.sections
    )
    return pipeline(case, place).lay_out(replace(sample, sections=sections), place).document


def said(page: Page) -> list[str]:
    """Return what a page says besides its running header and its folio."""
    return [item.line.text for item in lines(page) if item.origin not in ("", "title", "number", "studio/name")]


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("length", [0, 2])
def test_a_proposal_keeps_its_order_on_any_paper(case: Case, length: int, place: Path) -> None:
    document = laid(case, length, place)
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for page in document.pages:
        assert all(item.width > 8 and item.height > 8 for item in page.items if isinstance(item, PictureItem))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_words_of_the_estimate_are_not_broken_into_letters(case: Case, place: Path) -> None:
    document = laid(case, 2, place)
    titles = [
        item.line.text.strip()
        for page in document.pages
        for item in lines(page)
        if item.origin.startswith("estimate/sections") and item.origin.endswith("/title")
    ]
    assert titles
    assert sum(len(text) for text in titles) / len(titles) > 6


@pytest.mark.parametrize("case", CASES, ids=str)
def test_nobody_who_does_the_work_is_cut_short(case: Case, place: Path) -> None:
    for page in laid(case, 2, place).pages:
        names = [item.line.text for item in lines(page) if item.origin.startswith("people/")]
        assert not [name for name in names if name.endswith("…")]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_signatures_stand_with_what_they_sign(case: Case, place: Path) -> None:
    document = laid(case, 2, place)
    for section in ("letter", "acceptance"):
        pages = [page for page in document.pages if page.section == section]
        for page in pages:
            text = [item for item in lines(page) if item.origin.startswith(f"sections/{section}/text")]
            assert len(text) >= 2, section
        assert len(pages) <= 3, section


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_page_is_for_a_leftover_line(case: Case, place: Path) -> None:
    for number, page in enumerate(laid(case, 2, place).pages, 1):
        assert len(said(page)) > 2 or any(isinstance(item, PictureItem) for item in page.items), number


@pytest.mark.parametrize("case", CASES, ids=str)
def test_variants_suit_the_paper(case: Case, place: Path) -> None:
    brand = pipeline(case, place).brand(case[0]).brand
    assert brand is not None
    foreign = LYING if brand.page.width > brand.page.height else UPRIGHT
    for kind, master in suited(brand).masters.items():
        assert master.variant not in foreign.get(kind, {}), kind


@pytest.mark.parametrize("brand", Pipeline().brandbooks())
def test_the_paper_that_a_brand_was_drawn_for_changes_no_variant(brand: str) -> None:
    drawn = Pipeline().brand(brand).brand
    assert drawn is not None
    assert suited(drawn).masters == drawn.masters
