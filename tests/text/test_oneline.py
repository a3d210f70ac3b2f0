"""Single lines and sizes that fit."""

import pytest

from app.text.fonts import FontBook
from app.text.paragraph import fit_size, line, measure, missing
from app.text.style import CharStyle, Span

HEAD = CharStyle(("display",), 40, tracking=-20)


def test_a_line_is_as_wide_as_it_measures(book: FontBook, body: CharStyle) -> None:
    made = line([Span("Итого 120 000 ₽", body)], book, "ru")
    assert made.width == pytest.approx(measure("Итого 120 000 ₽", body, book))
    assert (made.x, made.text, made.joined, made.hard_break) == (0, "Итого 120 000 ₽", False, False)


def test_a_line_never_breaks(book: FontBook, body: CharStyle) -> None:
    assert line([Span("раз\nдва " * 200, body)], book).text == ("раз два " * 200).strip()


def test_an_empty_line_has_no_width(book: FontBook, body: CharStyle) -> None:
    assert measure("", body, book) == 0
    assert line([], book).runs == ()


def test_the_typographer_is_run_on_request(book: FontBook, body: CharStyle) -> None:
    assert line([Span('"Да"', body)], book, "ru").text == '"Да"'
    assert line([Span('"Да"', body)], book, "ru", typograph=True).text == "«Да»"
    assert measure("5 - 6", body, book, "ru", typograph=True) > measure("5 - 6", body, book, "ru")


def test_tabular_figures_are_of_one_width(book: FontBook) -> None:
    style = CharStyle(("sans",), 10, features=("tnum",))
    assert measure("111 111", style, book) == pytest.approx(measure("888 888", style, book))


def test_a_headline_gets_the_largest_size_that_fits(book: FontBook) -> None:
    sizes = [24, 32, 40, 56, 72, 96]
    text = "Сайт для нового бренда"
    found = [fit_size(text, HEAD, 400, lines, sizes, book, "ru") for lines in (1, 2, 3)]
    assert found == sorted(found)
    assert found[0] < found[2]
    for lines, size in zip((1, 2, 3), found, strict=True):
        for larger in sizes:
            if larger > size:
                assert fit_size(text, HEAD, 400, lines, [larger, 1], book, "ru") == 1


def test_a_headline_is_never_fitted_by_breaking_a_word(book: FontBook) -> None:
    size = fit_size("Проектирование", HEAD, 300, 5, [20, 30, 40, 60], book, "ru")
    assert measure("Проектирование", CharStyle(("display",), size, tracking=-20), book) <= 300


def test_a_size_that_a_headline_does_not_fit_is_the_smallest(book: FontBook) -> None:
    assert fit_size("Проектирование", HEAD, 20, 1, [40, 30], book) == 30
    with pytest.raises(ValueError, match="empty"):
        fit_size("Сайт", HEAD, 20, 1, [], book)


def test_characters_that_no_face_has_can_be_asked_for(book: FontBook, body: CharStyle) -> None:
    assert missing([Span("да 漢\n😀", body), Span("漢", body)], book) == "漢😀"
    assert missing([Span("Смета на 12 ₽", body)], book) == ""
