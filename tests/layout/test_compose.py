"""Sections that an edit did not touch keep their pages; the others are laid out anew."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.layout.stretches import LENGTH
from app.model.path import put
from app.model.proposal import Proposal
from app.pipeline import Pipeline
from tests import samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the pictures of the samples."""
    samples.pictures(tmp_path)
    return tmp_path


def test_pages_that_an_edit_does_not_touch_are_the_very_same(folder: Path) -> None:
    pipeline = Pipeline()
    before = samples.proposal("en", "kurs")
    after = put(before, "estimate/sections/s0/items/i0/title", "Something else")
    old = pipeline.lay_out(before, folder).document.pages
    new = pipeline.lay_out(after, folder).document.pages
    same = {page.section for one, page in zip(old, new, strict=True) if one is page}
    assert same >= {"cover", "letter", "story", "team", "references", "terms"}
    # Packages are told apart by their items.
    touched = [page for one, page in zip(old, new, strict=True) if one is not page and page.section != "packages"]
    assert {page.section for page in touched} == {"estimate"}
    assert len(touched) < len([page for page in new if page.section == "estimate"])


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", "Another title"),
        ("number", "77"),
        ("client/name", "Another client"),
        ("contact/name", "Another reader"),
        ("studio/name", "Another studio"),
        ("people/p0/name", "Another Person"),
        ("estimate/sections/s1/title", "Another section"),
        ("estimate/hours_a_day", 6),
        ("sections/story/quote", "Other words"),
        ("sections/terms/title", "Other terms"),
        ("manager", "p1"),
    ],
)
def test_an_edit_changes_the_pages_exactly_as_starting_anew_would(folder: Path, path: str, value: object) -> None:
    pipeline = Pipeline()
    before = samples.proposal("ru", "salon")
    after = put(before, path, value)
    pipeline.lay_out(before, folder)
    assert pipeline.lay_out(after, folder).document == Pipeline().lay_out(after, folder).document
    assert pipeline.lay_out(before, folder).document == Pipeline().lay_out(before, folder).document


def _edits(proposal: Proposal) -> Iterator[Proposal]:
    """Yield what somebody makes of an estimate, one edit after another: rows, their order, undo and redo."""
    for quantity in ("3", "12.5", "3"):
        yield put(proposal, "estimate/sections/s0/items/i0/quantity", Decimal(quantity))
    renamed = put(
        proposal, "estimate/sections/s0/items/i1/title", "Очень длинное название работы, которое займёт две строки " * 2
    )
    yield renamed
    part = renamed.estimate.sections[0]
    for items in (part.items[::-1], part.items[1:], (), part.items, part.items[:1]):
        yield put(renamed, f"estimate/sections/{part.id}/items", items)
    yield proposal
    yield replace(proposal, estimate=replace(proposal.estimate, sections=proposal.estimate.sections[::-1]))
    yield put(proposal, "estimate/sections/s1/items/i0/rate", Decimal("999.99"))


@pytest.mark.parametrize("brand", ["kurs", "ekran"])
def test_one_edit_after_another_leads_to_the_pages_of_a_start_anew(folder: Path, brand: str) -> None:
    pipeline = Pipeline()
    for edited in _edits(samples.proposal("ru", brand)):
        found = pipeline.lay_out(edited, folder)
        anew = Pipeline().lay_out(edited, folder)
        assert found.document == anew.document
        assert found.problems == anew.problems


def test_a_picture_that_comes_back_is_seen(folder: Path) -> None:
    pipeline = Pipeline()
    proposal = samples.proposal("en", "kurs")
    away = folder / "pictures" / "wide.jpg"
    data = away.read_bytes()
    away.unlink()
    without = pipeline.lay_out(proposal, folder).document
    away.write_bytes(data)
    assert pipeline.lay_out(proposal, folder).document != without


def test_letters_that_no_face_has_are_reported_each_time(folder: Path) -> None:
    pipeline = Pipeline()
    proposal = replace(samples.proposal("en", "kurs"), title="漢字")
    for _ in range(2):
        found = [one for one in pipeline.lay_out(proposal, folder).problems if one.code == "text-missing-glyphs"]
        assert found
        assert "漢" in found[0].fact("characters")


def _long(brand: str) -> Proposal:
    """Return a proposal with more sections than are looked up together, twice over."""
    return replace(samples.proposal("ru", brand), estimate=samples.estimate("ru", 2 * LENGTH + 5, 2, 3))


def _edits_of_many(proposal: Proposal) -> Iterator[Proposal]:
    """Yield what somebody makes of a long estimate: in each stretch of sections, and between them."""
    parts = proposal.estimate.sections
    for place in (0, LENGTH - 1, LENGTH, LENGTH + 1, len(parts) - 1):
        yield put(proposal, f"estimate/sections/{parts[place].id}/items/i0/title", "Другое дело " * (1 + 9 * (place == LENGTH)))
    yield put(proposal, "estimate/sections/s9/items/i1/rate", Decimal("1234567.89"))
    yield put(proposal, "estimate/sections", (parts[-1], *parts[:-1]))
    yield put(proposal, "estimate/sections", parts[: LENGTH + 1])
    yield put(proposal, "estimate/sections", tuple(replace(part, level=1 + i % 3 % 2) for i, part in enumerate(parts)))
    yield put(proposal, "people/p0/name", "Another Person")
    yield proposal


@pytest.mark.parametrize("brand", ["kurs", "ekran"])
def test_edits_in_a_long_estimate_lead_to_the_pages_of_a_start_anew(folder: Path, brand: str) -> None:
    pipeline, proposal = Pipeline(), _long(brand)
    pipeline.lay_out(proposal, folder)
    for edited in _edits_of_many(proposal):
        assert pipeline.lay_out(edited, folder).document == Pipeline().lay_out(edited, folder).document


def test_an_edit_in_a_long_estimate_leaves_the_pages_of_other_sections_the_very_same(folder: Path) -> None:
    pipeline, proposal = Pipeline(), _long("kurs")
    old = pipeline.lay_out(proposal, folder).document.pages
    new = pipeline.lay_out(put(proposal, f"estimate/sections/s{LENGTH + 2}/items/i0/title", "Дело"), folder).document.pages
    touched = [page for one, page in zip(old, new, strict=True) if one is not page and page.section == "estimate"]
    assert 0 < len(touched) <= 2
