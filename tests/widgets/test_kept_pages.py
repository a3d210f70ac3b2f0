"""Pictures of pages in brandbooks on the disk: found by what they were drawn from, never in the way."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from app.pipeline import BRANDBOOKS, Pipeline
from app.store.source import write_proposal
from tests.widgets.proposals import small
from widgets.brands import kept
from widgets.brands.kept import KeptPages, state_of
from widgets.brands.samples import Sample
from widgets.brands.variants import chosen_aside, specimen


def picture() -> QImage:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    return image


def test_what_was_kept_is_found_and_what_is_damaged_is_not(qapp: QApplication, tmp_path: Path) -> None:
    pages = KeptPages(tmp_path)
    name = pages.name("one", 300)
    assert pages.find(name) is None
    pages.keep(name, picture())
    found = KeptPages(tmp_path).find(name)
    assert found is not None and found.pixelColor(3, 3).name() == "#336699"
    assert pages.name("one", 301) != name
    (tmp_path / "brand-pages" / f"{name}.png").write_bytes(b"no picture")
    assert pages.find(name) is None


def test_without_a_cache_nothing_is_kept(qapp: QApplication) -> None:
    pages = KeptPages(None)
    pages.keep("name", picture())
    assert pages.find("name") is None


def test_a_disk_that_takes_nothing_is_no_failure(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    KeptPages(tmp_path / "file").keep("name", picture())


def test_what_was_looked_at_longest_ago_goes_when_there_is_too_much(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 6)
    pages = KeptPages(tmp_path)
    for number in range(7):
        pages.keep(str(number), picture())
        os.utime(tmp_path / "brand-pages" / f"{number}.png", (number, number)) if number < 6 else None
    left = sorted(file.stem for file in (tmp_path / "brand-pages").iterdir())
    assert left == ["4", "5", "6"]


def test_another_text_or_another_picture_is_another_page(tmp_path: Path) -> None:
    pipeline = Pipeline((BRANDBOOKS,))
    proposal = small()
    write_proposal(tmp_path, proposal)
    before = state_of(pipeline, "kurs", Sample(proposal, tmp_path), "en", "")
    assert state_of(pipeline, "kurs", Sample(proposal, tmp_path), "en", "") == before
    others = [
        state_of(pipeline, "salon", Sample(proposal, tmp_path), "en", ""),
        state_of(pipeline, "kurs", Sample(replace(proposal, title="Another"), tmp_path), "en", ""),
        state_of(pipeline, "kurs", None, "en", ""),
        state_of(pipeline, "kurs", None, "ru", ""),
        state_of(pipeline, "kurs", None, "en", "Osen"),
    ]
    assert len({before, *others}) == 6


def test_which_variants_are_chosen_does_not_matter_to_pictures_of_all_of_them() -> None:
    brand = Pipeline((BRANDBOOKS,)).brand("kurs").brand
    assert brand is not None
    cover = replace(brand, key="other", masters={**brand.masters, "cover": replace(brand.masters["cover"], variant="split")})
    chrome = replace(brand, masters={**brand.masters, "chrome": replace(brand.masters["chrome"], variant="centred")})
    paler = replace(brand, palette={**brand.palette, "ink": "#444444"})
    assert chosen_aside(cover) == chosen_aside(brand)
    assert len({chosen_aside(brand), chosen_aside(chrome), chosen_aside(paler)}) == 3


def test_a_proposal_without_a_kind_of_page_shows_none_of_it() -> None:
    bare = replace(small(), sections=())
    assert specimen("team", bare) is None and specimen("total", bare) is None
    assert specimen("opener", bare) is not None and specimen("contents", bare) is not None
