"""Text in columns."""

from hypothesis import given
from hypothesis import strategies as st

from app.commands.tables import aligned, shortened, width

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Mn", "Me"]), max_size=12)


def test_columns_stand_under_each_other_numbers_flush_right() -> None:
    assert aligned([("Дизайн", "12 ч"), ("План", "8 ч")], [False, True]) == ["Дизайн  12 ч", "План     8 ч"]


def test_a_row_of_one_cell_runs_over_the_columns() -> None:
    assert aligned([("A very long heading",), ("a", "b"), ("",)], [False, True]) == ["A very long heading", "a  b", ""]


def test_wide_characters_take_two_cells() -> None:
    assert width("設計") == 4
    assert width("й") == 1


@given(st.lists(st.tuples(words, words), min_size=1, max_size=6))
def test_the_last_column_ends_at_one_edge(rows: list[tuple[str, str]]) -> None:
    lines = aligned([(first, second + "|") for first, second in rows], [False, True])
    assert len({width(line) for line in lines}) == 1


@given(st.text(max_size=40), st.integers(1, 20))
def test_a_shortened_text_is_one_line_of_that_length_at_most(text: str, longest: int) -> None:
    short = shortened(text, longest)
    assert "\n" not in short
    assert width(short) <= longest or short.endswith("…")


def test_what_is_short_stays() -> None:
    assert shortened("a  b\nc", 10) == "a b c"
    assert shortened("0123456789", 5) == "0123…"
