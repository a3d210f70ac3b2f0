"""Brandbooks on other papers than the one they were drawn for."""

from pathlib import Path

import pytest

from app.brand.load import load_brand
from app.brand.tokens import Brand
from app.brand.units import MM
from app.pipeline import ASSETS, BRANDBOOKS
from tests import brandbooks

NAMES = sorted(path.parent.name for path in BRANDBOOKS.glob("*/brandbook.toml"))


def on(place: Path, name: str, paper: str, orientation: str) -> Brand:
    """Return a brand on a paper."""
    folder = brandbooks.changed(place, name, {"page": {"format": paper, "orientation": orientation}})
    brand = load_brand(folder / name, ASSETS).brand
    assert brand is not None
    return brand


@pytest.mark.parametrize("name", NAMES)
def test_large_type_shrinks_with_the_paper_and_text_stays_readable(name: str, tmp_path: Path) -> None:
    whole = load_brand(BRANDBOOKS / name, ASSETS).brand
    small = on(tmp_path, name, "A5", "upright")
    assert whole is not None
    assert small.styles["title"].size == pytest.approx(whole.styles["title"].size * 0.707, rel=0.02)
    for style, token in whole.styles.items():
        assert small.styles[style].size >= min(token.size, 10.4)
        assert list(small.styles[style].sizes) == sorted(set(small.styles[style].sizes), reverse=True)
        tight = token.leading / token.size
        assert small.styles[style].leading / small.styles[style].size >= tight * 0.9


@pytest.mark.parametrize("name", NAMES)
def test_margins_shrink_less_than_the_paper(name: str, tmp_path: Path) -> None:
    whole = load_brand(BRANDBOOKS / name, ASSETS).brand
    small = on(tmp_path, name, "A5", "upright")
    assert whole is not None
    for side in ("top", "bottom", "left", "right"):
        assert 0.707 < getattr(small.page, side) / getattr(whole.page, side) < 1


@pytest.mark.parametrize(("paper", "orientation"), [("Letter", "upright"), ("A4", "lying"), ("A4", "upright")])
def test_papers_of_about_the_same_size_change_nothing(paper: str, orientation: str, tmp_path: Path) -> None:
    whole = load_brand(BRANDBOOKS / "kurs", ASSETS).brand
    other = on(tmp_path, "kurs", paper, orientation)
    assert whole is not None
    assert other.styles == whole.styles
    assert other.page.left == pytest.approx(15 * MM)
