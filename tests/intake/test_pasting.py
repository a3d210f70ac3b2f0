"""What is pasted from other programs becomes paragraphs, headings, lists, quotes, strong, emphasis and links, nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.intake.pasting import MOST_CHARACTERS, rich_from_html
from app.model.notation import parse, write

PASTED = Path(__file__).parent / "pasted"


def notation(html: str) -> str:
    found = rich_from_html(html)
    return write(found) if found else ""


def pasted(name: str) -> str:
    return notation((PASTED / name).read_text("utf-8"))


def test_from_word() -> None:
    assert pasted("word.html") == (
        "# Зачем это нужно\n\n"
        "Мы **прочитали** все *интервью*, бюджет 1\u00a0200\u00a0000 ₽ и [сайт](https://blesna.ru/a).\n\n"
        "- Первое\n"
        "- Второе **важное**\n\n"
        "1. Раз\n"
        "2. Два\n\n"
        "> *Дом на причале*\n\n"
        "Файл и код"
    )


def test_from_google_docs() -> None:
    assert pasted("google.html") == (
        "# Our approach\n\n"
        "We read **every interview** and went to *the port*, see [the notes](https://blesna.ru/?a=1&b=2).\n\n"
        "- One\n"
        "- Two\n\n"
        "1. First\n"
        "2. Second"
    )


def test_from_libreoffice() -> None:
    assert pasted("libreoffice.html") == (
        "# Заголовок\n\n"
        "Абзац с **полужирным** и *курсивом*,\nвторая строка.\n\n"
        "- раз\n"
        "- два\n\n"
        "> Сказано\n\n"
        "[ссылка](https://blesna.ru/)"
    )


def test_from_a_web_page() -> None:
    assert pasted("web.html") == (
        "# News of the day\n\n"
        "First paragraph\nsecond line\n\n"
        "Third <b>not bold</b> and \\*stars\\*\n\n"
        "**Bold by class**\n\n"
        "Text **strong *both*** **six** end\n\n"
        "- a\n"
        "- b\n\n"
        "1. c\n\n"
        "Left — Right\n\n"
        "[up](https://example.org/x)"
    )


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x", "//a.b", "JaVaScRiPt:x"]
)
def test_links_that_lead_elsewhere_than_to_the_web_are_dropped(link: str) -> None:
    assert notation(f'<p>см. <a href="{link}">тут</a></p>') == "см. тут"


SAFE = "https://eur03.safelinks.protection.outlook.com"


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        (
            "https://www.google.com/url?q=https://blesna.ru/a?b%3D1%26c%3D2&sa=D&source=editors&ust=1",
            "https://blesna.ru/a?b=1&c=2",
        ),
        ("http://google.co.uk/url?sa=t&url=https%3A%2F%2Fblesna.ru%2F%25D1%258F", "https://blesna.ru/%D1%8F"),
        (f"{SAFE}/?url=https%3A%2F%2Fblesna.ru%2Fa&data=05%7C02&reserved=0", "https://blesna.ru/a"),
        (f"{SAFE}/ap/x-1/?url=mailto%3Aanna%40blesna.ru", "mailto:anna@blesna.ru"),
        (f"{SAFE}/?url=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fblesna.ru", "https://blesna.ru"),
        ("https://www.google.com/url?q=https://en.wikipedia.org/wiki/A_(b)", "https://en.wikipedia.org/wiki/A_%28b%29"),
        ("https://www.google.com/url?q=javascript:alert(1)", ""),
        ("https://www.google.com/search?q=https://blesna.ru", "https://www.google.com/search?q=https://blesna.ru"),
        ("https://google.com.evil.org/url?q=https://blesna.ru", "https://google.com.evil.org/url?q=https://blesna.ru"),
        ("https://safelinks.example.org/?url=https://blesna.ru", "https://safelinks.example.org/?url=https://blesna.ru"),
        ("https://[::1/url?q=x", "https://[::1/url?q=x"),
    ],
)
def test_a_link_leads_where_it_was_meant_to_and_not_by_way_of_google_or_outlook(link: str, meant: str) -> None:
    assert notation(f'<p>см. <a href="{link}">тут</a></p>') == (f"см. [тут]({meant})" if meant else "см. тут")


def test_an_address_with_its_target_inside_may_be_longer_than_a_link() -> None:
    assert notation(f'<p><a href="{SAFE}/?url=https%3A%2F%2Fblesna.ru&data={"x" * 3000}">a</a></p>') == "[a](https://blesna.ru)"


def test_a_row_of_a_table_is_one_line_however_its_cells_are_written() -> None:
    row = "<tr><td><p class=MsoNormal>{}<o:p></o:p></p></td><td><p>{}</p></td></tr>"
    assert notation(f"<table>{row.format('Этап', 'Неделя')}{row.format('<b>Дизайн</b>', '4')}</table>") == (
        "Этап — Неделя\n\n**Дизайн** — 4"
    )
    assert notation("<table><tr><td>a<td>b<tr><td>c<td></table>") == "a — b\n\nc"
    columns = "<table><tr><td><p>One</p><p>Two</p></td><td><p>Three</p></td></tr></table>"
    assert notation(columns) == "One\n\nTwo\n\nThree", "the columns of a page are no row of figures"


def test_what_was_struck_out_of_a_draft_stays_out() -> None:
    assert notation("<p>Цена <del cite='mailto:a'>100</del><ins>120</ins> ₽</p>") == "Цена 120 ₽"


def test_powers_stay_powers() -> None:
    assert notation("<p>10<sup>6</sup> и 54 м<sup>2</sup>, H<sub>2</sub>O</p>") == "10⁶ и 54 м², H2O"


def test_an_unclosed_page_keeps_its_words() -> None:
    assert notation("<head><title>x<body><p>раз<p>два<ul><li>три<li>четыре") == "раз\n\nдва\n\n- три\n- четыре"


def test_what_is_too_large_or_empty_is_left_to_the_plain_text() -> None:
    assert rich_from_html("<p>" + "я" * MOST_CHARACTERS) is None
    assert rich_from_html("<p>&nbsp;</p><img src=x>") is None
    assert rich_from_html("") is None


def test_what_is_nested_absurdly_deep_is_read_all_the_same() -> None:
    assert notation("<div><b>" * 20_000 + "слово") == "**слово**"
    assert notation("<ul><li>" * 20_000 + "слово") == "- слово"


def test_a_thousand_list_signs_do_not_take_long() -> None:
    assert len(notation("<p class=MsoListParagraph>" + "· " * 20_000 + "x</p>")) > 1000


TAGS = [
    "<p>", "</p>", "<b>", "</b>", "<i>", "<ul>", "</ul>", "<ol>", "<li>", "</li>", "<h1>", "</h1>", "<br>", "<blockquote>",
    "<a href='https://a.b'>", "</a>", "<td>", "<style>", "</style>", "<![if x]>", "<![endif]>", "<!--", "-->", "<div", "&nbsp;",
    "&#0;", "слово", " ", "* ", "1. ", "\\", "<span style='mso-list:Ignore'>",
]  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=30).map("".join) | st.text(max_size=60))
def test_any_html_becomes_a_text_that_can_be_typed(html: str) -> None:
    found = rich_from_html(html)
    if found:
        assert parse(write(found)).text.split() == found.text.split()
