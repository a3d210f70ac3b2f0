"""Running headers: what matters least gives way on narrow paper."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.chrome import chrome
from app.layout.page import TextItem
from app.layout.scene import Scene
from tests.layout import papers

SCENES = {brand: papers.sheet(brand, None).scene for brand in papers.PIPELINE.brandbooks()}


def header(scene: Scene, width: float, title: str = "", folio: str = "8") -> dict[str, TextItem]:
    """Return the lines of the running header of a page with a type area so wide, by their origin."""
    grid = replace(scene.grid, right=scene.grid.left + width)
    proposal = replace(scene.proposal, title=title or scene.proposal.title)
    items = chrome(replace(scene, grid=grid, proposal=proposal), folio, "ink")
    return {item.origin: item for item in items if isinstance(item, TextItem)}


@pytest.mark.parametrize("brand", SCENES)
@given(st.floats(150, 900), st.text("abc xyz", min_size=1, max_size=80).filter(str.strip), st.integers(1, 999))
def test_nothing_in_a_running_header_collides_or_leaves_the_measure(brand: str, width: float, title: str, page: int) -> None:
    scene = SCENES[brand]
    lines = sorted(header(scene, width, title, str(page)).values(), key=lambda item: (item.y, item.x))
    for before, after in pairwise(lines):
        assert after.y > before.y or after.x >= before.x + before.line.width + 4
    assert all(
        scene.grid.left - 1 <= item.x and item.x + item.line.width <= scene.grid.left + width + 1
        for item in lines
        if len(item.line.text.split()) > 1
    )


@pytest.mark.parametrize("brand", [brand for brand in SCENES if SCENES[brand].brand.masters["chrome"].variant == "top"])
def test_the_number_gives_way_before_the_subject_and_the_folio_never(brand: str) -> None:
    scene = SCENES[brand]
    wide, narrow = header(scene, 510.0), header(scene, 240.0)
    assert {"studio/name", "title", "number", ""} == wide.keys()
    assert {"studio/name", "title", ""} == narrow.keys()
    assert narrow["title"].line.width > 40
