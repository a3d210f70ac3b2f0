"""From a point in a printed line to a place in the text that was typed."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from app.layout.page import Page, TextItem
from app.model.notation import parse, write
from app.model.richtext import Paragraph, ParagraphKind, RichText, Run
from app.text.glyphs import Glyph, GlyphRun, Line
from app.text.typographer import typograph
from widgets.preview.carets import Spot, caret, letters, split_at, spot, unmarked
from widgets.preview.geometry import along


def line(text: str, width: float = 10.0) -> Line:
    glyphs = tuple(Glyph(1, i * width, width, sign) for i, sign in enumerate(text))
    run = GlyphRun("body", 10, "#000000", 0, width * len(text), glyphs, text)
    return Line(0, run.width, (run,), text)


def printed(*texts: str, origin: str = "sections/a/lead", group: str = "g") -> Page:
    return Page(500, 500, tuple(TextItem(20, 20 + 14 * i, line(text), origin, group=group) for i, text in enumerate(texts)))


def at(page: Page, number: int, letter: float) -> Spot:
    item = page.items[number]
    assert isinstance(item, TextItem)
    return spot(page, item, 10 * letter)


def test_a_click_between_letters_means_the_nearer_gap() -> None:
    item = TextItem(20, 20, line("June sells"), "title")
    assert split_at(item, 21.0) == ("Ju", "ne sells")
    assert split_at(item, 27.0) == ("Jun", "e sells")
    assert split_at(item, -50.0) == ("", "June sells")
    assert split_at(item, 900.0) == ("June sells", "")


def test_what_the_typographer_changed_does_not_mislead() -> None:
    typed = 'На "Тихой гавани" - девять домов...'
    page = printed(typograph(typed, "ru"))
    shown = typograph(typed, "ru")
    place = shown.index("девять") + 3
    assert typed[caret(typed, at(page, 0, place)) :].startswith("ять домов")


def test_the_end_of_a_word_is_behind_its_last_letter_and_not_behind_the_space() -> None:
    typed = "One  two   three"
    page = printed("One two", "three")
    assert caret(typed, at(page, 0, 3)) == 3
    assert caret(typed, at(page, 0, 4)) == 5
    assert caret(typed, at(page, 1, 0)) == typed.index("three")
    assert caret(typed, at(page, 1, 5)) == len(typed)


def test_capitals_of_the_brandbook_are_found_as_they_were_typed() -> None:
    assert caret("Коммерческое предложение", at(printed("КОММЕРЧЕСКОЕ ПРЕДЛОЖЕНИЕ"), 0, 13)) == 13


def test_in_rich_text_the_paragraph_that_was_clicked_is_searched() -> None:
    typed = "# Terms\n\n1. Pay [half](https://half.example/pay) now\n2. Pay the **rest** later"
    page = printed("Pay half now", origin="sections/a/text/paragraphs/1")
    assert typed[caret(typed, at(page, 0, 9)) :].startswith("now")
    assert typed[caret(typed, at(page, 0, 4)) :].startswith("half](")
    page = printed("Pay the rest later", origin="sections/a/text/paragraphs/2")
    assert typed[caret(typed, at(page, 0, 8)) :].startswith("rest** later")
    assert typed[caret(typed, at(page, 0, 13)) :].startswith("later")


def test_where_something_else_is_printed_around_it_the_neighbourhood_tells() -> None:
    page = printed("№ P-118 · Tallinn")
    assert caret("P-118", at(page, 0, 4)) == 2
    assert caret("24", at(printed("24 h"), 0, 1)) == 1
    assert caret("—", at(printed("nothing alike"), 0, 3)) == 1


def test_a_value_in_the_place_of_a_merge_field_does_not_mislead() -> None:
    typed = "Dear {client.name}, we saw the harbour on Thursday and liked it"
    page = printed("Dear Quiet Harbour Homes, we saw", "the harbour on Thursday and liked it")
    assert typed[caret(typed, at(page, 1, 15)) :].startswith("Thursday")


def test_along_a_turned_line_distances_count_from_its_start() -> None:
    item = TextItem(100, 150, line("KICKER"), "x", angle=90)
    assert round(along(item, QPointF(100, 130))) == 20
    assert split_at(item, along(item, QPointF(99, 120)))[0] == "KIC"


WORDS = st.lists(st.text("abcdeжизньё123", min_size=1, max_size=7), min_size=1, max_size=6)
KINDS = st.sampled_from(list(ParagraphKind))
MADE = st.lists(st.tuples(WORDS, KINDS, st.booleans()), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(MADE, st.data())
def test_every_word_of_every_paragraph_is_found_in_the_notation(
    made: list[tuple[list[str], ParagraphKind, bool]], data: st.DataObject
) -> None:
    text = RichText(tuple(Paragraph((Run(" ".join(words), strong=strong),), kind, 1) for words, kind, strong in made))
    typed = write(parse(write(text)))
    number = data.draw(st.integers(0, len(made) - 1))
    words = made[number][0]
    place = data.draw(st.integers(0, len(words) - 1))
    page = printed(" ".join(words), origin=f"sections/a/text/paragraphs/{number}")
    start = len(" ".join(words[:place])) + bool(place)
    assert typed[caret(typed, at(page, 0, start)) :].startswith(words[place])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_too_odd(text: str) -> None:
    kept, places = letters(text)
    assert len(kept) == len(places)
    assert len(unmarked(text)) == len(text)
    assert 0 <= caret(text, Spot("ab", "cd", ends=True, paragraph=0)) <= len(text)
