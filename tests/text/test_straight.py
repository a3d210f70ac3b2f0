"""Lines that are set in one go stand as they would have, glyph for glyph, had they gone all the way through line breaking."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import app.text.oneline
import app.text.paragraph
from app.text.fonts import FontBook
from app.text.glyphs import Composed, Line
from app.text.paragraph import compose, line
from app.text.style import Align, Caps, CharStyle, FaceSource, ParagraphStyle, Span
from tests.text.conftest import FONTS

BOOK = FontBook({"serif": FaceSource(str(FONTS / "literata" / "Literata_400Regular.ttf"))})
"""Shared by all examples, for a face takes longer to load than a line to set."""

WORDS = (
    "Итого",
    "1",
    "234\u00a0567,90\u00a0₽",
    "«да».",
    "—",
    "fi-fl",
    "об\u00adщий",
    "a\u200bb",
    "AVA",
    "😀",
    "за\u0301мок",
    "\n",
    "",
)
TEXTS = st.tuples(st.sampled_from((" ", "\u00a0")), st.lists(st.sampled_from(WORDS), max_size=5)).map(
    lambda it: it[0].join(it[1])
)
STYLES = st.builds(
    CharStyle,
    st.just(("serif",)),
    st.sampled_from((7.5, 9.0, 72.0)),
    features=st.sampled_from(((), ("tnum",), ("onum", "-kern"))),
    tracking=st.sampled_from((0.0, -40.0, 25.0)),
    caps=st.sampled_from(Caps),
    rise=st.sampled_from((0.0, 3.0)),
    underline=st.booleans(),
)


def long_way(spans: tuple[Span, ...], width: float, style: ParagraphStyle, book: FontBook) -> tuple[Line, Composed]:
    """Set spans as a line and as a paragraph by atoms and rows."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (app.text.oneline, app.text.paragraph):
            patch.setattr(module, "straight", lambda *_: None)
        book.paragraphs = type(book.paragraphs)(1)
        return line(spans, book, style.language), compose(spans, width, style, book)


def both_alike(spans: tuple[Span, ...], width: float, style: ParagraphStyle, book: FontBook) -> bool:
    """Tell whether the short way leads to the very same glyphs, to the last bit of their places."""
    there = long_way(spans, width, style, book)
    book.paragraphs = type(book.paragraphs)(1)
    return repr((line(spans, book, style.language), compose(spans, width, style, book))) == repr(there)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    TEXTS,
    STYLES,
    st.builds(
        ParagraphStyle,
        st.just(12.0),
        align=st.sampled_from(Align),
        balance=st.booleans(),
        hang=st.booleans(),
        typograph=st.booleans(),
        first_indent=st.sampled_from((0.0, 9.0)),
        indent=st.sampled_from((0.0, 5.0)),
        max_lines=st.sampled_from((0, 1, 2)),
    ),
    st.sampled_from((1.0, 40.0, 90.0, 900.0)),
)
def test_whatever_is_typed_is_set_as_by_line_breaking(text: str, char: CharStyle, style: ParagraphStyle, width: float) -> None:
    assert both_alike((Span(text, char),), width, style, BOOK)


@given(st.sampled_from(("Итого", "12\u00a0000\u00a0₽", "«да».")), st.floats(-0.01, 0.01), STYLES, st.sampled_from(Align))
@settings(deadline=None)
def test_where_a_line_hardly_fits_its_column_it_is_set_as_by_line_breaking(
    word: str, off: float, char: CharStyle, align: Align
) -> None:
    spans = (Span(f"{word} {word}", char),)
    width = max(line(spans, BOOK).width + off, 1.0)
    for room in (width, width + char.tracking * char.size / 1000):
        assert both_alike(spans, max(room, 1.0), ParagraphStyle(12.0, align=align, hang=True), BOOK)
