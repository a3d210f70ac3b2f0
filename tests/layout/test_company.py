"""What ends a text, such as a signature, stands on a page with text, and no page is added for want of a line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.blocks import Block, TextBlock
from app.layout.company import ALONG, in_company, leadings, tightest
from app.layout.flow import Filled
from tests.layout import papers
from tests.layout.test_flow import STEP, lines, solid

paragraphs = st.lists(
    st.builds(lambda n, b: replace(lines(n), before=b * STEP), st.integers(2, 30), st.integers(0, 2)), max_size=12
)


def words(pages: list[Filled]) -> list[str]:
    """Return the lines on pages."""
    return [line.text for page in pages for block, _ in page.placed if isinstance(block, TextBlock) for line in block.lines]


@given(paragraphs, st.integers(1, 15), st.integers(20, 50), st.integers(0, 50))
def test_no_line_is_lost_and_the_end_has_room(content: list[TextBlock], tail: int, rows: int, first: int) -> None:
    pages = in_company(content, tail * STEP, lambda page: (rows if page else min(first, rows)) * STEP, STEP)
    assert words(pages) == [line.text for block in content for line in block.lines]
    assert pages[-1].used + tail * STEP <= rows * STEP + 1e-6


@given(st.integers(10, 200), st.integers(1, 10), st.integers(25, 50))
def test_a_signature_takes_lines_along(count: int, tail: int, rows: int) -> None:
    pages = in_company([lines(count)], tail * STEP, lambda _: rows * STEP, STEP)
    assert all(page.placed for page in pages)
    assert len(pages) == 1 or len(words(pages[-1:])) >= ALONG


def test_a_heading_does_not_stay_behind_its_text() -> None:
    pages = in_company([lines(14), solid(1, keep=True), solid(4)], 5 * STEP, lambda _: 20 * STEP, STEP)
    assert len(pages) == 2
    assert [block.keep for block, _ in pages[1].placed] == [True, False]


def test_without_any_text_the_end_begins_where_it_has_room() -> None:
    assert len(in_company([], 5 * STEP, lambda _: 20 * STEP, STEP)) == 1
    assert len(in_company([], 15 * STEP, lambda page: (20 if page else 10) * STEP, STEP)) == 2
    assert len(in_company([], 30 * STEP, lambda _: 20 * STEP, STEP)) == 2


@pytest.mark.parametrize("brand", papers.PIPELINE.brandbooks())
def test_lines_move_together_only_if_that_saves_a_page(brand: str) -> None:
    scene = papers.sheet(brand, None).scene
    own, *tighter = leadings(scene, "letter")
    assert own == scene.setter.token("letter").leading * scene.grid.step
    assert tighter == sorted(tighter, reverse=True)
    assert all(leading >= 1.2 * scene.setter.token("letter").size for leading in tighter)
    seen: list[float] = []

    def make(count: int, leading: float) -> list[Block]:
        seen.append(leading)
        return [Block(leading, lambda out, x, y: None) for _ in range(count)]

    room = 20 * own
    assert len(tightest(scene, "letter", lambda leading: make(15, leading), 3 * own, lambda _: room)) == 1
    assert seen == [own]
    assert len(tightest(scene, "letter", lambda leading: make(21, leading), 0.0, lambda _: room)) == 1
    assert len(tightest(scene, "letter", lambda leading: make(39, leading), 0.0, lambda _: room)) == 2
