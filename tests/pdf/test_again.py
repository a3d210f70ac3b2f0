"""What was painted before is painted again without being thought through again, and comes out the same."""

from app.layout.page import Document, Page
from app.pdf import lineend, showing
from tests.pdf.looking import INFO, document, paragraph, text, written

WORDS = "На\u00a0первой странице 12\u00a0% «тихой гавани» — и\u00a0переносы в\u00a0достопримечательностях и\u00a0благоустройстве"


def forget():
    showing._shown.clear()
    showing._alike.clear()
    lineend._ended.clear()


def test_a_document_is_the_same_whether_it_is_painted_first_or_again(book):
    shown = document(*paragraph(book, WORDS, width=120))
    forget()
    first = written(shown, book)
    for _ in range(3):
        assert written(shown, book).pdf == first.pdf
    forget()
    assert written(shown, book).pdf == first.pdf


def test_a_page_is_the_same_whatever_was_painted_in_front_of_it(book):
    """A glyph for two texts has other codes in other documents: here the spaces come the other way round."""
    here, there = paragraph(book, "a b\u00a0c d"), paragraph(book, "c\u00a0d a b", at=(40, 90))
    page, other = Page(400, 600, here), Page(400, 600, there)
    for pages in ((page, other), (other, page), (page,), (other,)):
        shown = Document(pages, INFO)
        forget()
        alone = written(shown, book)
        for _ in range(3):
            written(Document((other, page, other), INFO), book)
        assert written(shown, book).pdf == alone.pdf
    assert text(written(Document((other, page), INFO), book), 1).strip() == "a b\u00a0c d"


def test_memory_of_what_was_shown_has_an_end(book, monkeypatch):
    monkeypatch.setattr(showing, "MOST_SHOWN", 3)
    monkeypatch.setattr(lineend, "MOST_ENDED", 3)
    forget()
    shown = document(*paragraph(book, WORDS * 4, width=120))
    first = written(shown, book)
    written(shown, book)
    assert len(showing._shown) <= 3
    assert len(lineend._ended) <= 3
    assert written(shown, book).pdf == first.pdf
