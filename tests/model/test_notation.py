"""The typed form of rich text: what people type is what they get, and nothing is lost on the way back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.model.notation import parse, write
from app.model.richtext import Paragraph, ParagraphKind, RichText, Run

SIGNS = ["*", "**", "***", "\\", "[", "]", "(", ")", "#", "# ", "- ", "• ", "> ", ">", "1. ", "12) ", ".", "\n", "\n\n", "\r\n"]
SPACES = [" ", "\u00a0", "\t", "\u2003"]
WORDS = ["слово", "x", "1", "[тут](https://a.b/c)", "(https://a.b)", "[a](javascript:x)", "<b>", "&amp;", "_"]
LINKS = ["", "", "https://blesna.ru/a_(b)", "mailto:a@b.c", "javascript:alert(1)"]

pieces = st.lists(st.sampled_from(SIGNS + SPACES + WORDS), max_size=25).map("".join)
plain = st.text(st.characters(codec="utf-8"), max_size=20) | pieces
runs = st.builds(Run, plain, st.booleans(), st.booleans(), st.sampled_from(LINKS))
paragraphs = st.builds(
    lambda runs, kind: Paragraph(tuple(runs), kind, 1 if kind is ParagraphKind.NUMBER else 0),
    st.lists(runs, max_size=5),
    st.sampled_from(ParagraphKind),
)
rich_texts = st.lists(paragraphs, max_size=5).map(lambda found: RichText(tuple(found)))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(paragraph.kind.value, paragraph.text) for paragraph in parse(text).paragraphs]


def only_runs(text: str) -> list[tuple[str, str]]:
    """The runs of the only paragraph, each with its marks: s strong, e emphasis, l link."""
    (paragraph,) = parse(text).paragraphs
    return [(run.text, "s" * run.strong + "e" * run.emphasis + "l" * bool(run.link)) for run in paragraph.runs]


@given(pieces | st.text(max_size=60))
@example("****")
@example("> \n> a")
@example("#тег\nстрока")
@example("**a**\n**- b**")
@example("1\\. a")
@example("\\• a")
@example("*a** **b*")
@example("**a*****b***")
@example("[**a** b](https://x.y)[c](https://x.y)")
def test_writing_and_reading_again_gives_the_same(text: str) -> None:
    once = parse(text)
    assert parse(write(once)) == once


@given(rich_texts)
def test_any_text_keeps_its_words_through_the_notation(text: RichText) -> None:
    """Spaces at line ends may go, words may not, and a second round changes nothing."""
    once = parse(write(text))
    assert "".join(once.text.split()) == "".join(text.text.split())
    assert parse(write(once)) == once


@given(rich_texts)
@example(RichText((Paragraph((Run(" >"),)),)))
@example(RichText((Paragraph((Run("a\n", emphasis=True), Run(" > b"))),)))
@example(RichText((Paragraph((Run("a\n\n"), Run("\n- b", strong=True))),)))
def test_any_text_keeps_its_emphasis_through_the_notation(text: RichText) -> None:
    def marked(text: RichText) -> list[tuple[str, bool, bool]]:
        all_runs = [run for paragraph in text.paragraphs for run in paragraph.runs]
        return [(sign, run.strong, run.emphasis) for run in all_runs for sign in run.text if not sign.isspace()]

    assert marked(parse(write(text))) == marked(text)


def test_paragraphs_are_separated_by_blank_lines_and_a_newline_is_a_line_break() -> None:
    assert kinds("Первый\nабзац\n\n  Второй  ") == [("body", "Первый\nабзац"), ("body", "Второй")]


def test_windows_and_old_mac_newlines_are_newlines() -> None:
    assert kinds("a\r\nb\r\rc") == [("body", "a\nb"), ("body", "c")]


def test_headings_bullets_numbers_and_quotes() -> None:
    text = "# Заголовок\nТекст\n- раз\n* два\n• три\n\n1. первый\n1. второй\n7) третий\n> сказано"
    assert kinds(text) == [
        ("heading", "Заголовок"), ("body", "Текст"), ("bullet", "раз"), ("bullet", "два"), ("bullet", "три"),
        ("number", "первый"), ("number", "второй"), ("number", "третий"), ("quote", "сказано"),
    ]  # fmt: skip
    assert [paragraph.number for paragraph in parse(text).paragraphs][5:8] == [1, 2, 3]


def test_numbering_starts_again_after_another_paragraph() -> None:
    assert [paragraph.number for paragraph in parse("1. a\n2. b\n\nтекст\n\n3. c").paragraphs] == [1, 2, 0, 1]


def test_a_list_pasted_from_a_word_processor_is_a_list() -> None:
    assert kinds("•\tраз\n•\u00a0два\n1.\tтри") == [("bullet", "раз"), ("bullet", "два"), ("number", "три")]


def test_quoted_lines_in_a_row_are_one_quote() -> None:
    assert kinds("> раз\n> два\n>\n> три") == [("quote", "раз\nдва"), ("quote", "три")]


def test_a_hashtag_is_not_a_heading() -> None:
    assert kinds("#брендинг\nи дизайн") == [("body", "#брендинг\nи дизайн")]


def test_a_date_or_a_year_at_the_start_of_a_line_is_no_list() -> None:
    assert kinds("2026. Год\n21.11 сдача\n-5 градусов") == [("body", "2026. Год\n21.11 сдача\n-5 градусов")]


@pytest.mark.parametrize("marker", ["- ", "2. ", "# ", "> ", "  • "])
def test_a_marker_that_waits_for_its_words_is_no_text_yet(marker: str) -> None:
    """Enter after an item begins the next one; who stops there has not written a figure."""
    assert parse(f"1. first\n{marker}") == parse("1. first")
    assert parse(marker) == RichText(())
    assert parse("2.").paragraphs[0].text == "2."


def test_strong_emphasis_and_both() -> None:
    assert only_runs("a **b** *c* ***d***") == [("a ", ""), ("b", "s"), (" ", ""), ("c", "e"), (" ", ""), ("d", "se")]


def test_marks_may_overlap() -> None:
    assert only_runs("**a *b** c*") == [("a ", "s"), ("b", "se"), (" c", "e")]


@pytest.mark.parametrize("text", ["5 * 3 * 2", "**раз", "раз*", "*раз", "****", "a * b*", "2 ** 3", "сноска*", "***"])
def test_a_mark_without_its_partner_is_text(text: str) -> None:
    assert only_runs(text) == [(text, "")]


def test_a_star_between_spaces_does_not_end_an_emphasis() -> None:
    assert only_runs("*3 * 5*") == [("3 * 5", "e")]


def test_a_backslash_takes_the_meaning_away() -> None:
    assert only_runs(r"\*a\* \[b](https://c.d) C:\new") == [(r"*a* [b](https://c.d) C:\new", "")]
    assert kinds("\\# не заголовок\n\\- не список\n1\\. не номер") == [("body", "# не заголовок\n- не список\n1. не номер")]


def test_links_of_known_kinds_are_links() -> None:
    (paragraph,) = parse("[сайт](https://a.b/c?d=e) [почта](mailto:x@y.z) [звонок](tel:+7495)").paragraphs
    assert [run.link for run in paragraph.runs if run.link] == ["https://a.b/c?d=e", "mailto:x@y.z", "tel:+7495"]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//a.b", "../x"])
def test_other_links_are_text(link: str) -> None:
    assert parse(f"[слово]({link})").paragraphs[0].runs == (Run(f"[слово]({link})"),)


def test_words_of_a_link_may_be_marked_and_hold_brackets() -> None:
    assert only_runs(r"[**a** \[b\]](https://c.d)") == [("a", "sl"), (" [b]", "l")]


def test_a_link_with_brackets_in_its_address_survives() -> None:
    written = write(RichText((Paragraph((Run("вики", link="https://a.b/c_(d)"),)),)))
    assert parse(written).paragraphs[0].runs == (Run("вики", link="https://a.b/c_%28d%29"),)


def test_markup_means_itself() -> None:
    text = "OOO <Romashka> Ltd & <img src='/etc/passwd'> a_b_c"
    assert only_runs(text) == [(text, "")]


def test_a_list_of_a_thousand_stays_a_list() -> None:
    text = parse("\n".join(f"1. пункт {n}" for n in range(1100)))
    assert text.paragraphs[-1].number == 1100
    assert parse(write(text)) == text


def test_a_very_long_paragraph_is_read_whole() -> None:
    text = "**a [b c \\* " * 20_000
    assert parse(text).text.count("a [b c *") == 20_000
    assert parse("*a ** [b" * 20_000).text.count("[b") == 20_000


def test_nothing_is_a_text_without_paragraphs() -> None:
    assert not parse(" \n\n\t")
    assert write(RichText()) == ""
