"""Paragraphs are broken into lines that lose nothing and fit their column."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.clean import clean
from app.text.fonts import FontBook
from app.text.glyphs import Composed
from app.text.paragraph import LineWidths, compose
from app.text.style import Align, Caps, CharStyle, FaceSource, ParagraphStyle, Span
from app.text.typographer import typograph
from tests.text.conftest import FONTS

TEXT = (
    "Мы проектируем сайты, бренды и сервисы, которые помогают компаниям расти. В этом предложении вы найдёте "
    "состав работ, смету, сроки и команду проекта. Каждый этап заканчивается понятным результатом."
)
BODY = CharStyle(("serif", "sans"), 10)
BOOK = FontBook(
    {
        "serif": FaceSource(str(FONTS / "literata" / "Literata_400Regular.ttf")),
        "sans": FaceSource(str(FONTS / "inter" / "Inter_400Regular.ttf")),
    }
)


def plain(**changes: object) -> ParagraphStyle:
    return ParagraphStyle(**{"leading": 13.0, "language": "ru", "typograph": False, **changes})


def read(composed: Composed) -> str:
    """The text that a reader copies from the lines."""
    out = ""
    for line in composed.lines:
        out += line.text + ("" if line.joined else "\n" if line.hard_break else " ")
    return out.strip()


def texts(composed: Composed) -> list[str]:
    return [line.text for line in composed.lines]


def same(text: str) -> str:
    """Text as it must come out: clean, without marks for breaking, without spaces at line ends."""
    text = re.sub("[\u00ad\u200b\u2060]", "", clean(text))
    return "\n".join(re.sub("[ \u00a0]+", " ", line).strip(" ") for line in text.split("\n")).strip()


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("width", [40, 150, 400])
def test_all_words_come_out_in_their_order(align: Align, width: float) -> None:
    composed = compose([Span(TEXT, BODY)], width, plain(align=align), BOOK)
    assert read(composed) == TEXT


def test_justified_lines_fill_the_column_but_for_the_last(book: FontBook, body: CharStyle) -> None:
    composed = compose([Span(TEXT, body)], 300, ParagraphStyle(13, "ru", Align.JUSTIFY), book)
    assert all(line.width == pytest.approx(300) for line in composed.lines[:-1])
    assert composed.lines[-1].width < 300


def test_justified_spaces_stay_real_spaces(book: FontBook, body: CharStyle) -> None:
    composed = compose([Span(TEXT, body)], 300, ParagraphStyle(13, "ru", Align.JUSTIFY), book)
    line = composed.lines[0]
    spaces = [glyph for glyph in line.runs[0].glyphs if glyph.text in (" ", "\u00a0")]
    assert len(spaces) == line.text.count(" ") + line.text.count("\u00a0") > 2
    assert len({round(space.advance, 6) for space in spaces}) == 1
    assert spaces[0].gid == book.face("serif").font.get_nominal_glyph(0x20)


def test_spaces_inside_a_number_do_not_stretch() -> None:
    """The same line, justified and not: word spaces differ, those between the digits do not."""
    text = "Стоимость 1 250 000 ₽ предусмотренных"

    def spaces(align: Align) -> tuple[list[float], list[float]]:
        composed = compose([Span(text, BODY)], 135, ParagraphStyle(13, "ru", align, hyphenate=False), BOOK)
        glyphs = composed.lines[0].runs[0].glyphs
        assert composed.lines[0].text == "Стоимость 1\u00a0250\u00a0000\u00a0₽"
        found = [(before.text.isdigit(), glyph.advance) for before, glyph in pairwise(glyphs) if glyph.text.isspace()]
        return [advance for digit, advance in found if digit], [advance for digit, advance in found if not digit]

    (inside, between), (inside_justified, between_justified) = spaces(Align.LEFT), spaces(Align.JUSTIFY)
    assert len(inside) == 3
    spread = 0.03 * BODY.size
    assert all(-0.01 < b - a < spread + 0.01 for a, b in zip(inside, inside_justified, strict=True))
    assert between_justified[0] - between[0] > 1


def test_a_word_space_is_never_torn_wide_open() -> None:
    composed = compose(
        [Span("Нечеловеколюбивый бр Нечеловеколюбивый", BODY)], 130, plain(align=Align.JUSTIFY, hyphenate=False), BOOK
    )
    assert all(glyph.advance <= 7.01 for line in composed.lines for run in line.runs for glyph in run.glyphs if glyph.text == " ")


def test_letters_of_a_loose_line_are_spread_by_less_than_can_be_seen() -> None:
    spans = [Span("Мы проектируем сайты и бренды", BODY)]
    loose = compose(spans, 118, plain(align=Align.JUSTIFY, hyphenate=False), BOOK).lines[0]
    tight = compose(spans, 118, plain(hyphenate=False), BOOK).lines[0]
    assert loose.text == tight.text == "Мы проектируем"
    letters = [b.advance - a.advance for a, b in zip(tight.runs[0].glyphs, loose.runs[0].glyphs, strict=True) if a.text != " "]
    assert all(0 < letter <= 0.3001 for letter in letters[:-1])
    assert letters[-1] == pytest.approx(0)


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0), (Align.RIGHT, 1), (Align.CENTER, 0.5)])
def test_lines_stand_where_they_are_aligned(align: Align, share: float) -> None:
    for line in compose([Span(TEXT, BODY)], 200, plain(align=align), BOOK).lines:
        assert line.x == pytest.approx((200 - line.width) * share)


def test_a_hyphen_at_a_line_end_is_seen_but_not_read() -> None:
    composed = compose([Span("Взаимодействие предусматривается", BODY)], 90, plain(), BOOK)
    joined = [line for line in composed.lines if line.joined]
    assert joined
    assert read(composed) == "Взаимодействие предусматривается"
    last = joined[0].runs[-1].glyphs[-1]
    assert (last.text, last.gid) == ("", BOOK.face("serif").font.get_nominal_glyph(ord("-")))


def test_a_hyphen_of_the_word_itself_is_read() -> None:
    composed = compose([Span("дизайн-система", BODY)], 55, plain(hyphenate=False), BOOK)
    assert texts(composed) == ["дизайн-", "система"]
    assert composed.lines[0].joined


def test_words_are_not_hyphenated_where_hyphenation_is_off() -> None:
    composed = compose([Span(TEXT, BODY)], 110, plain(hyphenate=False), BOOK)
    assert not any(line.joined for line in composed.lines)


def test_a_newline_ends_a_line_and_an_empty_line_stays() -> None:
    composed = compose([Span("раз\n\nдва ", BODY)], 100, plain(), BOOK)
    assert [(line.text, line.hard_break) for line in composed.lines] == [("раз", True), ("", True), ("два", False)]


def test_a_line_before_a_newline_is_not_stretched() -> None:
    composed = compose([Span("раз два\nтри", BODY)], 200, plain(align=Align.JUSTIFY), BOOK)
    assert composed.lines[0].width < 60


def test_nothing_makes_no_lines() -> None:
    for spans in ([], [Span("", BODY)], [Span(" \n \u00ad", BODY)][:1]):
        composed = compose(spans, 100, plain(), BOOK)
        assert read(composed) == ""
    assert compose([], 100, plain(), BOOK).lines == ()
    assert compose([], 100, plain(), BOOK).height == 0


def test_no_break_spaces_hold_and_stretch() -> None:
    text = "Стоимость\u00a0работ двенадцать\u00a0рублей"
    lines = texts(compose([Span(text, BODY)], 110, plain(hyphenate=False), BOOK))
    assert lines == ["Стоимость\u00a0работ", "двенадцать\u00a0рублей"]
    assert texts(compose([Span("1\u202f000\u202f000 ₽", BODY)], 45, plain(), BOOK))[-1] == "₽"


def test_the_typographer_runs_first_unless_it_is_told_not_to() -> None:
    assert texts(compose([Span('"Да" - в', BODY)], 200, ParagraphStyle(13, "ru"), BOOK)) == ["«Да»\u00a0— в"]
    assert texts(compose([Span('"Да" - в', BODY)], 200, plain(), BOOK)) == ['"Да" - в']


def test_a_word_in_two_styles_is_one_word() -> None:
    bold = CharStyle(("sans",), 10, color="#ff0000")
    composed = compose([Span("предусмо", BODY), Span("трено", bold, link="https://a.ru")], 400, plain(), BOOK)
    runs = composed.lines[0].runs
    assert [(run.text, run.face, run.color, run.link) for run in runs] == [
        ("предусмо", "serif", "#000000", ""),
        ("трено", "sans", "#ff0000", "https://a.ru"),
    ]
    narrow = compose([Span("предусмо", BODY), Span("трено", bold)], 50, plain(), BOOK)
    assert read(narrow) == "предусмотрено"
    assert all(line.joined for line in narrow.lines[:-1])


def test_rise_and_underline_reach_the_runs() -> None:
    note = CharStyle(("serif",), 6, rise=4, underline=True)
    run = compose([Span("м", BODY), Span("2", note)], 100, plain(), BOOK).lines[0].runs[1]
    assert (run.size, run.rise, run.underline) == (6, 4, True)


def test_indents_move_lines_and_narrow_them() -> None:
    composed = compose([Span(TEXT, BODY)], 200, plain(indent=20, first_indent=15, align=Align.JUSTIFY), BOOK)
    assert [round(line.x, 3) for line in composed.lines[:3]] == [35, 20, 20]
    assert all(line.x + line.width <= 200.01 for line in composed.lines)


def test_the_first_line_may_be_shorter() -> None:
    composed = compose([Span(TEXT, BODY)], 200, plain(), BOOK, first_width=80)
    assert composed.lines[0].width <= 80
    assert composed.lines[1].width > 120


def test_lines_flow_beside_a_drop_cap() -> None:
    for widths in (LineWidths((150.0, 150.0), 260.0), lambda line: 150.0 if line < 2 else 260.0):
        composed = compose([Span(TEXT, BODY)], 260, plain(align=Align.JUSTIFY), BOOK, widths=widths)
        assert [line.width <= 150.01 for line in composed.lines[:3]] == [True, True, False]
        assert composed.lines[2].width == pytest.approx(260)


def test_a_text_that_may_not_take_more_lines_ends_with_an_ellipsis() -> None:
    composed = compose([Span(TEXT, BODY)], 200, plain(max_lines=2), BOOK)
    assert len(composed.lines) == 2
    assert composed.truncated
    assert composed.lines[-1].text.endswith("…")
    assert composed.lines[-1].width <= 200
    assert TEXT.startswith(read(composed)[:-1])
    assert not compose([Span("Коротко", BODY)], 200, plain(max_lines=2), BOOK).truncated


def test_the_ellipsis_replaces_what_hangs_loose() -> None:
    composed = compose([Span("Раз, два\nтри", BODY)], 200, plain(max_lines=1), BOOK)
    assert texts(composed) == ["Раз, два…"]
    assert texts(compose([Span("Раз,\nтри", BODY)], 200, plain(max_lines=1), BOOK)) == ["Раз…"]
    narrow = compose([Span("Взаимодействие и т. д.", BODY)], 45, plain(max_lines=1), BOOK)
    assert narrow.lines[0].text.endswith("…")
    assert narrow.lines[0].width <= 45


def test_punctuation_hangs_into_the_margin() -> None:
    text = "«Раз», — сказал он. " * 8
    straight = compose([Span(text, BODY)], 150, plain(align=Align.JUSTIFY), BOOK)
    hung = compose([Span(text, BODY)], 150, plain(align=Align.JUSTIFY, hang=True), BOOK)
    assert all(line.x == 0 and line.width <= 150.01 for line in straight.lines)
    assert any(line.x < 0 for line in hung.lines if line.text.startswith("«"))
    assert any(line.x + line.width > 150.5 for line in hung.lines[:-1])
    assert all(line.x > -5 and line.x + line.width < 156 for line in hung.lines)
    assert not hung.overfull
    assert read(hung) == text.strip()


def test_the_lines_of_a_headline_are_about_equally_long() -> None:
    head = CharStyle(("sans",), 30, tracking=-20)
    composed = compose([Span("Проектирование и разработка сайта", head)], 380, plain(balance=True), BOOK)
    first, second = composed.lines
    assert abs(first.width - second.width) < 60
    assert compose([Span("Сайт", head)], 380, plain(balance=True), BOOK).lines[0].text == "Сайт"


def test_a_headline_is_hyphenated_only_if_a_word_is_wider_than_the_column() -> None:
    head = CharStyle(("sans",), 30)
    wide = compose([Span("Проектирование и разработка", head)], 300, plain(balance=True), BOOK)
    assert not any(line.joined for line in wide.lines)
    narrow = compose([Span("Проектирование и разработка", head)], 200, plain(balance=True), BOOK)
    assert sum(line.joined for line in narrow.lines) == 1
    assert not narrow.overfull


def test_a_word_too_wide_is_broken_at_a_syllable_even_without_hyphenation() -> None:
    composed = compose([Span("Проектирование", BODY)], 50, plain(hyphenate=False), BOOK)
    assert read(composed) == "Проектирование"
    assert composed.lines[0].runs[-1].glyphs[-1].text == ""


def test_only_a_letter_wider_than_the_column_is_overfull() -> None:
    assert compose([Span("Ш", CharStyle(("serif",), 100))], 50, plain(), BOOK).overfull
    assert not compose([Span("Щ" * 50, BODY)], 50, plain(), BOOK).overfull


def test_letters_that_no_face_has_are_named() -> None:
    assert compose([Span("да 😀漢😀", BODY)], 200, plain(), BOOK).missing == "漢😀"


def test_small_capitals_and_capitals_are_broken_like_words() -> None:
    for caps, read_as in ((Caps.SMALL, TEXT), (Caps.UPPER, TEXT.upper())):
        composed = compose([Span(TEXT, CharStyle(("sans",), 10, caps=caps, tracking=60))], 150, plain(), BOOK)
        assert read(composed) == read_as
        assert not composed.overfull


def test_a_paragraph_is_composed_once() -> None:
    first = compose([Span(TEXT, BODY)], 201, plain(), BOOK)
    assert compose([Span(TEXT, BODY)], 201, plain(), BOOK) is first
    assert compose([Span(TEXT, BODY)], 202, plain(), BOOK) is not first


def test_type_without_size_or_column_without_width_is_survived() -> None:
    assert read(compose([Span("Смета", CharStyle(("serif",), 0))], 100, plain(), BOOK)) == "Смета"
    assert read(compose([Span("Смета", BODY)], -5, plain(), BOOK)) == "Смета"


WORDS = st.sampled_from(
    [*TEXT.split(), "—", "и", "a", "«Ромашка»,", "дизайн-система", "https://example.com/a/b?c=d", "e-mail", "Straße", "office",
     "їжачок", "ПРОДОЛЖЕНИЕ", "😀", "слово\u00adслово", "раз\u200bдва", "до\u2060до", "за́мок", "№\u00a05", "ы" * 70, "1 250 000",
     "\n",
     "\n\n"]
)  # fmt: skip
STYLES = st.sampled_from(
    [
        BODY,
        CharStyle(("sans",), 10),
        CharStyle(("sans",), 14, tracking=40),
        CharStyle(("serif",), 8, caps=Caps.SMALL),
        CharStyle(("serif",), 9, tracking=-30),
    ]
)
SPANS = st.lists(st.builds(Span, st.lists(WORDS, max_size=12).map(" ".join), STYLES), max_size=4)


@settings(max_examples=250, deadline=None)
@given(SPANS, st.integers(30, 400), st.sampled_from(list(Align)), st.booleans(), st.booleans(), st.booleans())
def test_every_text_fits_its_column_and_loses_nothing(
    spans: list[Span], width: int, align: Align, hyphenate: bool, balance: bool, typo: bool
) -> None:
    style = plain(align=align, hyphenate=hyphenate, balance=balance, typograph=typo)
    composed = compose(spans, width, style, BOOK)
    text = "".join(span.text for span in spans)
    if typo:
        text = typograph(clean(text), "ru")
    assert same(read(composed)) == same(text)
    for line in composed.lines:
        assert line.x >= -0.01
        assert composed.overfull or line.x + line.width <= width + 0.01
        assert line.text == "".join(glyph.text for run in line.runs for glyph in run.glyphs)
        assert line.text == line.text.strip(" ")
    assert not composed.overfull


@settings(max_examples=60, deadline=None)
@given(SPANS, st.integers(60, 300), st.integers(1, 4))
def test_no_more_lines_than_allowed(spans: list[Span], width: int, most: int) -> None:
    whole = compose(spans, width, plain(), BOOK)
    cut = compose(spans, width, plain(max_lines=most), BOOK)
    assert len(cut.lines) <= most
    assert cut.truncated == (len(whole.lines) > most)
    assert all(line.width <= width + 0.01 for line in cut.lines)


@given(st.text(max_size=80), st.integers(1, 200))
def test_no_text_however_odd_raises(text: str, width: int) -> None:
    for style in (ParagraphStyle(12, "ru", Align.JUSTIFY, hang=True), ParagraphStyle(12, balance=True, max_lines=2)):
        compose([Span(text, BODY)], width, style, BOOK)


def test_a_word_of_a_hundred_thousand_letters_is_split() -> None:
    composed = compose([Span("ы" * 100_000, BODY)], 400, plain(), BOOK)
    assert read(composed) == "ы" * 100_000
    assert not composed.overfull
