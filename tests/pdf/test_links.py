"""Links lead to the web, to mail, to the telephone and to pages of the document, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.layout.page import Document, LinkItem, Page
from app.layout.urls import clean_url
from app.text.style import CharStyle, Span
from tests.pdf.looking import INFO, document, paragraph, pdf, written

STYLE = CharStyle(("inter",), 10)


def annotations(opened, page=0):
    return list(opened.pages[page].get("/Annots", []))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
        ("HTTPS://Example.com", "https://example.com"),
        ("https://пример.рф/путь к", None),
        ("https://пример.рф/путь", "https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://name:word@example.com/", "https://example.com/"),
        ("https://example.com/a%20b", "https://example.com/a%20b"),
        ("mailto:anna@example.com?subject=Привет", "mailto:anna@example.com?subject=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"),
        ("tel:+7-495-123-45-67", "tel:+7-495-123-45-67"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        ("file:///etc/passwd", None),
        ("data:text/html,x", None),
        ("//example.com", None),
        ("example.com", None),
        ("https://", None),
        ("https://a b.com", None),
        ("https://example.com/\n(x)", None),
        ("https://[", None),
        ("https://example.com:999999", None),
        ("", None),
        ("https://example.com/" + "a" * 3000, None),
    ],
)
def test_addresses_are_written_in_ascii_or_refused(typed, kept):
    assert clean_url(typed) == kept


@given(st.text(max_size=60))
def test_no_text_makes_the_check_fail(typed):
    for text in (typed, "https://" + typed, "mailto:" + typed):
        found = clean_url(text)
        assert found is None or (found.isascii() and found.split(":")[0] in {"http", "https", "mailto", "tel"})


def test_a_link_in_the_text_covers_its_words(book):
    spans = [Span("Смотрите ", STYLE), Span("наш сайт", STYLE, link="https://example.com"), Span(" сейчас", STYLE)]
    items = paragraph(book, spans, at=(40, 100))
    with pdf(written(document(*items), book)) as opened:
        [link] = annotations(opened)
        assert str(link.A.URI) == "https://example.com"
        left, low, right, high = [float(edge) for edge in link.Rect]
    linked = [run for run in items[0].line.runs if run.link]
    assert left == pytest.approx(40 + linked[0].x, abs=0.02)
    assert right == pytest.approx(40 + linked[-1].x + linked[-1].width, abs=0.02)
    assert low < 500 < high


def test_a_link_to_a_page_leads_there(book):
    pages = (Page(400, 600, (LinkItem(10, 10, 50, 20, page=1),)), Page(400, 700, ()))
    with pdf(written(Document(pages, INFO), book)) as opened:
        [link] = annotations(opened)
        target = link.Dest
        assert target[0].objgen == opened.pages[1].obj.objgen
        assert float(target[3]) == 700
        assert [float(edge) for edge in link.Rect] == [10, 570, 60, 590]


def test_a_link_to_a_page_that_is_not_written_is_left_out(book):
    pages = (Page(400, 600, (LinkItem(10, 10, 50, 20, page=1), LinkItem(10, 10, 50, 20, page=7))), Page(400, 600, ()))
    with pdf(written(Document(pages, INFO), book, pages=(0,))) as opened:
        assert annotations(opened) == []


def test_a_dangerous_link_is_left_out_and_told_once(book):
    item = LinkItem(0, 0, 9, 9, url="javascript:alert(1)")
    made = written(document(item, item), book)
    assert [(found.code, found.fact("address")) for found in made.problems] == [("link-refused", "javascript:alert(1)")]
    assert b"alert" not in made.pdf
    with pdf(made) as opened:
        assert annotations(opened) == []


def test_a_page_can_be_named_from_outside(book):
    pages = (Page(400, 600, ()), Page(400, 600, ()))
    with pdf(written(Document(pages, INFO), book)) as opened:
        names = list(opened.Root.Names.Dests.Names)
        assert [str(name) for name in names[::2]] == ["page-1", "page-2"]
