"""Filling columns: nothing is lost, nothing overflows, nothing that belongs together is torn apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.layout.blocks import Block, TextBlock, text_lines
from app.layout.flow import advance, balanced, columns, fill
from app.text.glyphs import Line

STEP = 10.0


def lines(count: int) -> TextBlock:
    """Return a paragraph of so many lines."""
    return text_lines(tuple(Line(0, 10, (), str(i)) for i in range(count)), STEP)


def solid(height: int, *, keep: bool = False, before: int = 0) -> Block:
    """Return a block that cannot be divided."""
    return Block(height * STEP, lambda out, x, y: None, before * STEP, keep)


blocks = st.lists(
    st.one_of(
        st.builds(lambda n, b: replace(lines(n), before=b * STEP), st.integers(1, 30), st.integers(0, 2)),
        st.builds(lambda h, k, b: solid(h, keep=k, before=b), st.integers(1, 6), st.booleans(), st.integers(0, 2)),
    ),
    min_size=1,
    max_size=25,
)


def flow(content: list[Block], room: float) -> list[list[Block]]:
    """Fill columns until everything is placed."""
    out = []
    rest: tuple[Block, ...] = tuple(content)
    while rest:
        filled = fill(rest, room)
        assert filled.placed, "every column takes something"
        out.append([block for block, _ in filled.placed])
        rest = filled.rest
    return out


@given(blocks, st.integers(8, 40))
def test_every_line_is_placed_once_and_in_order(content: list[Block], rows: int) -> None:
    def words(block: Block) -> list[str]:
        return [line.text for line in block.lines] if isinstance(block, TextBlock) else [f"solid {block.height}"]

    placed = [word for column in flow(content, rows * STEP) for block in column for word in words(block)]
    assert placed == [word for block in content for word in words(block)]


@given(blocks, st.integers(8, 40))
def test_a_column_is_never_overfull_unless_one_block_alone_is(content: list[Block], rows: int) -> None:
    rest: tuple[Block, ...] = tuple(content)
    while rest:
        filled = fill(rest, rows * STEP)
        tallest = max(block.height for block, _ in filled.placed)
        assert filled.used <= rows * STEP + 1e-6 or tallest > rows * STEP
        rest = filled.rest


@given(st.integers(4, 60), st.integers(5, 20))
def test_no_widow_and_no_orphan(count: int, rows: int) -> None:
    for column in flow([lines(count)], rows * STEP):
        for block in column:
            assert isinstance(block, TextBlock)
            assert len(block.lines) >= 2


def test_a_heading_goes_with_what_it_heads() -> None:
    pages = flow([solid(8), solid(1, keep=True), lines(6)], 10 * STEP)
    assert [len(page) for page in pages] == [1, 2]


def test_a_heading_takes_the_first_two_lines_where_they_fit() -> None:
    first = fill([solid(6), solid(1, keep=True), lines(6)], 10 * STEP)
    assert len(first.placed) == 3
    assert isinstance(first.rest[0], TextBlock)
    assert len(first.rest[0].lines) == 3


def test_space_before_a_block_vanishes_at_the_top_of_a_column() -> None:
    filled = fill([solid(2, before=3), solid(2, before=3)], 100)
    assert [y for _, y in filled.placed] == [0.0, 5 * STEP]


def test_what_is_bound_to_more_than_fits_keeps_its_distance_from_what_repeats() -> None:
    """A rule that opens a section does not strike through the line that is carried forward above it."""
    bound = [solid(2, keep=True, before=1), solid(2, keep=True), solid(4)]
    filled = advance([solid(3)], bound, 9 * STEP)
    assert [y for _, y in filled.placed] == [0.0, 4 * STEP, 6 * STEP]
    assert filled.rest == (bound[2],)


@given(st.integers(4, 120), st.integers(2, 3))
def test_balanced_columns_are_about_equally_long(count: int, wanted: int) -> None:
    filled, rest = balanced([lines(count)], 200 * STEP, wanted, STEP)
    assert not rest
    heights = [column.used for column in filled]
    if count >= 4 * wanted:
        assert max(heights) - min(heights) <= 3 * STEP


def test_columns_hand_the_rest_to_the_next_page() -> None:
    filled, rest = columns([lines(50)], 20 * STEP, 2)
    assert [column.used for column in filled] == [20 * STEP, 20 * STEP]
    assert isinstance(rest[0], TextBlock)
    assert len(rest[0].lines) == 10
