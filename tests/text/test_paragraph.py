"""Paragraphs are broken into lines that lose nothing and fit their column."""

from app.text.fonts import FontBook
from app.text.glyphs import Composed
from app.text.paragraph import compose
from app.text.style import Align, CharStyle, ParagraphStyle, Span

TEXT = (
    "Мы проектируем сайты, бренды и сервисы, которые помогают компаниям расти. В этом предложении вы найдёте "
    "состав работ, смету, сроки и команду проекта. Каждый этап заканчивается понятным результатом."
)


def read(composed: Composed) -> str:
    """The text that a reader copies from the lines."""
    out = ""
    for line in composed.lines:
        out += line.text + ("" if line.joined else "\n" if line.hard_break else " ")
    return out.strip()


def test_all_words_come_out_in_their_order(book: FontBook, body: CharStyle) -> None:
    for align in Align:
        composed = compose([Span(TEXT, body)], 150, ParagraphStyle(13, "ru", align, typograph=False), book)
        assert read(composed) == TEXT


def test_justified_lines_fill_the_column_but_for_the_last(book: FontBook, body: CharStyle) -> None:
    composed = compose([Span(TEXT, body)], 300, ParagraphStyle(13, "ru", Align.JUSTIFY), book)
    assert all(abs(line.width - 300) < 0.01 for line in composed.lines[:-1])
    assert composed.lines[-1].width < 300
