"""Pages become a sound PDF that is the same every time."""

from dataclasses import replace

import pytest

from app.layout.page import Bookmark, BoxItem, Document, DocumentInfo, Page
from app.pdf.describe import moment, pdf_date
from tests.pdf.looking import INFO, document, paragraph, pdf, raster, text, written


def test_a_page_of_text_and_a_box_becomes_a_sound_pdf(book):
    made = written(document(BoxItem(0, 0, 400, 600, fill="#fbf7f0"), *paragraph(book, "Коммерческое предложение")), book)
    assert made.problems == ()
    assert text(made) == "Коммерческое предложение"
    with pdf(made) as opened:
        assert opened.check_pdf_syntax() == []
        assert len(opened.pages) == 1
    assert raster(made).getpixel((390, 590)) == (0xFB, 0xF7, 0xF0)


def test_the_same_proposal_gives_the_same_bytes(book):
    shown = document(*paragraph(book, "Смета № 5"))
    assert written(shown, book).pdf == written(shown, book).pdf


def test_no_font_but_the_embedded_ones_is_named(book):
    made = written(document(*paragraph(book, "Смета")), book)
    assert b"Helvetica" not in made.pdf
    with pdf(made) as opened:
        fonts = opened.pages[0].Resources.Font
        assert list(fonts.keys()) == ["/F1"]
        assert str(fonts.F1.BaseFont).endswith("+Inter-Regular")


def test_the_file_says_what_it_is_and_who_made_it_and_nothing_else(book):
    with pdf(written(document(), book)) as opened:
        assert str(opened.docinfo.Title) == INFO.title
        assert str(opened.docinfo.Author) == INFO.author
        assert str(opened.docinfo.Keywords) == "смета, дизайн"
        assert str(opened.docinfo.CreationDate) == "D:20260203000000"
        assert str(opened.docinfo.Producer) == "Blesna"
        assert str(opened.Root.Lang) == "ru"
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == INFO.title
            assert metadata["dc:creator"] == [INFO.author]
            assert metadata["pdf:Producer"] == "Blesna"


def test_titles_with_markup_and_broken_characters_are_written_all_the_same(book):
    wild = 'ООО <Ромашка> & \x00\ud800"Ко" ]]> 😀'
    info = DocumentInfo(wild, wild, wild, "ru", "not a date", (wild,))
    made = written(Document((Page(400, 600, (), label=wild, bookmarks=(Bookmark(wild),)),), info), book)
    sound = 'ООО <Ромашка> & "Ко" ]]> 😀'
    with pdf(made) as opened:
        assert opened.check_pdf_syntax() == []
        assert str(opened.docinfo.Title) == sound
        assert "/CreationDate" not in opened.docinfo
        assert opened.pages[0].label == sound
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == sound
            assert metadata["dc:creator"] == [sound]
        with opened.open_outline() as outline:
            assert [entry.title for entry in outline.root] == [sound]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2026-02-03", "D:20260203000000"),
        ("2026-02-03T14:05:06+03:00", "D:20260203140506+03'00"),
        ("2026-02-03T14:05:06Z", "D:20260203140506+00'00"),
    ],
)
def test_dates_are_written_with_their_zone(date, expected):
    assert pdf_date(moment(date)) == expected


def test_only_the_pages_that_are_asked_for_are_written(book):
    pages = tuple(Page(400, 600, paragraph(book, f"Страница {number}")) for number in range(3))
    made = written(Document(pages, INFO), book, pages=(1,))
    assert text(made) == "Страница 1"
    with pdf(made) as opened:
        assert len(opened.pages) == 1


def test_no_pages_at_all_is_a_problem_and_not_a_broken_file(book):
    made = written(Document((), INFO), book)
    assert made.pdf == b""
    assert [found.code for found in made.problems] == ["document-without-pages"]


def test_for_print_the_page_is_wider_than_it_will_be_cut(book):
    made = written(document(BoxItem(-9, -9, 418, 618, fill="#ff0000")), book, bleed=8.5)
    with pdf(made) as opened:
        page = opened.pages[0].obj
        assert [float(edge) for edge in page.MediaBox] == [-8.5, -8.5, 408.5, 608.5]
        assert [float(edge) for edge in page.TrimBox] == [0, 0, 400, 600]
    picture = raster(made)
    assert picture.size == (417, 617)
    assert picture.getpixel((1, 1)) == picture.getpixel((415, 615)) == (255, 0, 0)


def test_nothing_is_left_of_what_the_writer_puts_in_of_its_own(book):
    with pdf(written(document(*paragraph(book, "Текст")), book)) as opened:
        assert "/Trans" not in opened.pages[0].obj
        assert "/ProcSet" not in opened.pages[0].Resources
    assert b"ReportLab" not in written(document(), book, compress=False).pdf
    assert b"reportlab" not in written(document(), book, compress=False).pdf.lower()


def test_bookmarks_lead_to_their_pages_and_a_level_that_jumps_is_brought_back(book):
    first = Page(400, 600, (), bookmarks=(Bookmark("Предложение", 0), Bookmark("Смета", 1, 100)))
    second = Page(400, 600, (), bookmarks=(Bookmark("Команда", 0), Bookmark("Слишком глубоко", 3)))
    made = written(Document((first, second), INFO), book)
    assert [found.code for found in made.problems] == ["outline-level-jump"]
    with pdf(made) as opened, opened.open_outline() as outline:
        assert [entry.title for entry in outline.root] == ["Предложение", "Команда"]
        assert [entry.title for entry in outline.root[1].children] == ["Слишком глубоко"]
        assert opened.Root.PageMode == "/UseOutlines"


def test_viewers_call_the_pages_what_is_printed_on_them(book):
    labels = ("", "", "3", "4", "А-1")
    pages = tuple(replace(Page(400, 600, ()), label=label) for label in labels)
    with pdf(written(Document(pages, INFO), book)) as opened:
        assert [page.label for page in opened.pages] == ["", "", "3", "4", "А-1"]
