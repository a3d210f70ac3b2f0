"""Letters that hang from one line and letters that rise from the next."""

import pytest

from app.text.clearance import GAP, least_leading
from app.text.fonts import FontBook
from app.text.glyphs import Line
from app.text.paragraph import compose
from app.text.style import CharStyle, ParagraphStyle, Span

SIZE = 100.0


def lines(book: FontBook, text: str) -> tuple[Line, ...]:
    return compose((Span(text, CharStyle(("display",), SIZE)),), 2000, ParagraphStyle(leading=SIZE), book).lines


def test_a_hanging_letter_above_a_rising_one_needs_room_for_both(book: FontBook) -> None:
    assert least_leading(lines(book, "gy\nlh"), book) > 0.9 * SIZE


def test_letters_that_are_not_above_each_other_need_none(book: FontBook) -> None:
    """A y at the left of one line and an l at the right of the next never meet."""
    apart = least_leading(lines(book, "y...........\naaaaaaaaaal"), book)
    assert apart < least_leading(lines(book, "y\nl"), book) - 0.15 * SIZE


def test_lines_of_small_letters_may_stand_closer_than_those_of_capitals(book: FontBook) -> None:
    small, capitals = (least_leading(lines(book, text), book) for text in ("нос\nсон", "НОС\nСОН"))
    assert small < capitals


def test_marks_above_capitals_count(book: FontBook) -> None:
    assert least_leading(lines(book, "Е\nЙ"), book) > least_leading(lines(book, "Е\nИ"), book)


@pytest.mark.parametrize("text", ["", "один", "пробел\n", " \n "])
def test_one_line_and_empty_ones_need_nothing(book: FontBook, text: str) -> None:
    assert least_leading(lines(book, text), book) == 0.0


def test_there_is_white_between_them(book: FontBook) -> None:
    found = lines(book, "р\nН")
    face = book.face("display")
    depth = -min(face.font.get_glyph_extents(glyph.gid).y_bearing + face.font.get_glyph_extents(glyph.gid).height
                 for glyph in found[0].runs[0].glyphs)  # fmt: skip
    height = face.font.get_glyph_extents(found[1].runs[0].glyphs[0].gid).y_bearing
    assert least_leading(found, book) == pytest.approx((depth + height) / face.upem * SIZE + GAP * SIZE)
