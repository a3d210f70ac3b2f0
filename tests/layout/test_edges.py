"""What stands beyond the edge of the paper is left away and told; sheets that an edit left alone are looked at once."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import app.layout.edges
from app.layout.edges import Edges, within
from app.layout.page import TextItem
from app.layout.scene import Sheet
from app.model.path import put
from app.pipeline import Pipeline
from app.problems import Problem
from tests import samples
from tests.layout.papers import sheet

EMPTY = sheet("kurs", None)
HEIGHT = EMPTY.scene.brand.page.height


def lined(*places: float) -> Sheet:
    """Return a sheet with lines at these heights."""
    line = EMPTY.scene.setter.line("cell", "Слово")
    return replace(EMPTY, items=[TextItem(50.0, y, line, f"text/{y}") for y in places])


@given(st.lists(st.tuples(st.sampled_from((300.0, 5.0, HEIGHT + 50.0, HEIGHT - 40.0)), st.booleans()), max_size=8))
def test_one_layout_after_another_finds_what_a_look_at_every_sheet_would(edits: list[tuple[float, bool]]) -> None:
    edges, sheets = Edges(), [lined(200.0), lined(-20.0, 300.0), lined(HEIGHT + 9)]
    for y, drops in edits:
        sheets = [lined(y), *sheets[: 3 - drops]]
        told: list[Problem] = []
        anew: list[Problem] = []
        found = edges.within(sheets, told)
        assert [one.items for one in found] == [within(one, anew).items for one in sheets]
        assert set(told) == set(anew)


def test_a_sheet_that_an_edit_left_alone_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = Mock(side_effect=within)
    monkeypatch.setattr(app.layout.edges, "within", looks)
    edges, sheets = Edges(), [lined(200.0), lined(-20.0)]
    first, again = list[Problem](), list[Problem]()
    before = edges.within(sheets, first)
    after = edges.within([*sheets, lined(300.0)], again)
    assert looks.call_count == 3
    assert all(old is new for old, new in zip(before, after, strict=False))
    assert [one.code for one in first] == [one.code for one in again] == ["text-off-page"]


def test_an_edit_of_an_estimate_looks_at_the_pages_that_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples.pictures(tmp_path)
    pipeline, looks = Pipeline(), Mock(side_effect=within)
    proposal = replace(samples.proposal("ru", "kurs"), estimate=samples.estimate("ru", 30, 2, 3))
    pages = [page for page in pipeline.lay_out(proposal, tmp_path).document.pages if page.section == "estimate"]
    monkeypatch.setattr(app.layout.edges, "within", looks)
    pipeline.lay_out(put(proposal, "estimate/sections/s3/items/i0/title", "Дело"), tmp_path)
    assert looks.call_count < len(pages)
