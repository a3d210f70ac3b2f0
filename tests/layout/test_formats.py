"""Every brand on other papers than its own: smaller, square, lying, American."""

from pathlib import Path

import pytest

from app.layout.page import Document, PictureItem
from app.pipeline import Pipeline
from tests import brandbooks, samples
from tests.layout.checks import lines, text_stands_apart, text_stays_on_the_page

FORMATS = [("A5", "upright"), ("Letter", "upright"), ("square", "upright"), ("A4", "lying"), ("16:9", "upright"), ("A5", "lying")]
CASES = [(brand, *paper) for brand in Pipeline().brandbooks() for paper in FORMATS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pictures of the samples."""
    place = tmp_path_factory.mktemp("samples")
    samples.pictures(place)
    return place


def laid(brand: str, paper: str, orientation: str, length: int, folder: Path, place: Path) -> Document:
    """Lay out a sample on another paper."""
    books = brandbooks.changed(place, brand, {"page": {"format": paper, "orientation": orientation}})
    sample = samples.proposal("ru", brand, length=length, items=7 if length else 1, sections=3, people=4)
    return Pipeline(brandbooks=(books,)).lay_out(sample, folder).document


@pytest.mark.parametrize(("brand", "paper", "orientation"), CASES)
@pytest.mark.parametrize("length", [0, 2])
def test_a_proposal_keeps_its_order_on_any_paper(
    brand: str, paper: str, orientation: str, length: int, folder: Path, tmp_path: Path
) -> None:
    document = laid(brand, paper, orientation, length, folder, tmp_path)
    text_stays_on_the_page(document)
    text_stands_apart(document)
    for page in document.pages:
        assert all(item.width > 8 and item.height > 8 for item in page.items if isinstance(item, PictureItem))


@pytest.mark.parametrize(("brand", "paper", "orientation"), CASES)
def test_words_of_the_estimate_are_not_broken_into_letters(
    brand: str, paper: str, orientation: str, folder: Path, tmp_path: Path
) -> None:
    document = laid(brand, paper, orientation, 2, folder, tmp_path)
    titles = [
        item.line.text.strip()
        for page in document.pages
        for item in lines(page)
        if item.origin.startswith("estimate/sections") and item.origin.endswith("/title")
    ]
    assert titles
    assert sum(len(text) for text in titles) / len(titles) > 6
