"""Somebody who has the document read aloud meets headings, paragraphs, lists, tables, figures and links, in order."""

import pikepdf
import pytest
from PIL import Image

from app.layout.page import BoxItem, Document, LinkItem, Page, PictureItem, Tag
from app.pdf.elements import Element, arrange
from app.pdf.marks import Mark
from app.text.style import CharStyle, Span
from tests.pdf.looking import INFO, document, paragraph, pdf, written

STYLE = CharStyle(("inter",), 10)


def told(mark_or_element):
    """Write a tree as nested tuples; contents as their number."""
    if isinstance(mark_or_element, Mark):
        return mark_or_element.mcid
    return (mark_or_element.tag, *[told(kid) for kid in mark_or_element.kids])


def tree(thing):
    """Write a structure tree of a PDF as nested tuples; contents as their number."""
    if not isinstance(thing, pikepdf.Dictionary):
        return int(thing)
    if thing.get("/Type") == "/OBJR":
        return "annotation"
    if thing.get("/Type") == "/MCR":
        return int(thing.MCID)
    kids = thing.get("/K", [])
    return (str(thing.S)[1:], *[tree(kid) for kid in (kids if isinstance(kids, pikepdf.Array) else [kids])])


def test_lines_of_a_paragraph_are_one_paragraph_even_across_pages():
    marks = tuple(Mark(page, mcid, "P", "p1") for page, mcid in ((0, 0), (0, 1), (1, 0)))
    assert told(arrange(marks)) == ("Document", ("P", 0, 1, 0))


def test_cells_stand_in_rows_and_rows_in_their_table():
    groups = ["t/r0/c0", "t/r0/c1", "t/r1/c0", "t/r1/c1", "t/r1/c1"]
    marks = tuple(Mark(0, place, "TH" if place < 2 else "TD", group) for place, group in enumerate(groups))
    arranged = arrange(marks)
    assert told(arranged) == ("Document", ("Table", ("TR", ("TH", 0), ("TH", 1)), ("TR", ("TD", 2), ("TD", 3, 4))))
    assert [head.scope for head in arranged.kids[0].kids[0].kids] == ["Column", "Column"]


def test_a_heading_row_printed_again_on_the_next_page_is_a_row_of_its_own():
    groups = [
        (0, "TH", "t/h/a"),
        (0, "TH", "t/h/b"),
        (0, "TD", "t/1/a"),
        (1, "TH", "t/h/a"),
        (1, "TH", "t/h/b"),
        (1, "TD", "t/2/a"),
    ]
    marks = tuple(Mark(page, place, tag, group) for place, (page, tag, group) in enumerate(groups))
    head, again = ("TR", ("TH", 0), ("TH", 1)), ("TR", ("TH", 3), ("TH", 4))
    assert told(arrange(marks)) == ("Document", ("Table", head, ("TR", ("TD", 2)), again, ("TR", ("TD", 5))))


def test_rows_that_name_no_table_make_one_until_the_next_heading():
    groups = [("H2", "h1"), ("TH", "s1#head#0"), ("TH", "s1#head#1"), ("TD", "s1/a#0"), ("TD", "s1/a#1"), ("TD", "s1/a#0")]
    groups += [("P", "aside"), ("TD", "s1/b#0"), ("H2", "h2"), ("TD", "s2/a#0")]
    marks = tuple(Mark(0, place, tag, group) for place, (tag, group) in enumerate(groups))
    rows = ("TR", ("TH", 1), ("TH", 2)), ("TR", ("TD", 3, 5), ("TD", 4)), ("TR", ("TD", 7))
    assert told(arrange(marks)) == (
        "Document",
        ("H2", 0),
        ("Table", *rows),
        ("P", 6),
        ("H2", 8),
        ("Table", ("TR", ("TD", 9))),
    )


def test_the_same_words_at_two_places_are_two_paragraphs():
    marks = Mark(0, 0, "P", "client"), Mark(0, 1, "H1", "title"), Mark(1, 0, "P", "client"), Mark(1, 1, "P", "client")
    assert told(arrange(marks)) == ("Document", ("P", 0), ("H1", 1), ("P", 0, 1))


def test_a_figure_beside_a_paragraph_does_not_cut_it():
    marks = Mark(0, 0, "P", "p"), Mark(0, 1, "Figure", alt="Порт"), Mark(0, 2, "P", "p")
    assert told(arrange(marks)) == ("Document", ("P", 0, 2), ("Figure", 1))


def test_lists_with_a_paragraph_between_are_two():
    marks = Mark(0, 0, "LI", "l/1"), Mark(0, 1, "P", "p"), Mark(0, 2, "LI", "l/2")
    assert told(arrange(marks)) == ("Document", ("L", ("LI", ("LBody", 0))), ("P", 1), ("L", ("LI", ("LBody", 2))))


def test_a_heading_at_the_start_of_a_row_heads_the_row():
    marks = (Mark(0, 0, "TH", "t/r1/c0"), Mark(0, 1, "TD", "t/r1/c1"))
    head = arrange(marks).kids[0].kids[0].kids[0]
    assert isinstance(head, Element)
    assert head.scope == "Row"


def test_items_stand_in_their_list():
    marks = tuple(Mark(0, place, "LI", group) for place, group in enumerate(["l/1", "l/1", "l/2", "m/1"]))
    assert told(arrange(marks)) == (
        "Document",
        ("L", ("LI", ("LBody", 0, 1)), ("LI", ("LBody", 2))),
        ("L", ("LI", ("LBody", 3))),
    )


def test_entries_of_the_contents_stand_together_and_lead_on_by_their_links():
    marks = (
        Mark(0, 0, "H1", "h"),
        Mark(0, 1, "TOCI", "e1"),
        Mark(0, 2, "TOCI", "e1"),
        Mark(0, -1, "TOCI", "e1", link=9),
        Mark(0, -1, "TOCI", "e2", link=10),
        Mark(0, 3, "TOCI", "e2"),
        Mark(0, 4, "P", "facts"),
        Mark(1, 0, "TOCI", "e3"),
        Mark(1, 1, "H1", "next"),
        Mark(1, 2, "TOCI", "e1"),
    )
    first = ("TOCI", ("Reference", ("Link", 1, 2, -1)))
    second = ("TOCI", ("Reference", ("Link", -1, 3)))
    assert told(arrange(marks)) == (
        "Document",
        ("H1", 0),
        ("TOC", first, second, ("TOCI", 0)),
        ("P", 4),
        ("H1", 1),
        ("TOC", ("TOCI", 2)),
    )


def test_the_place_to_click_belongs_to_the_entry_that_it_covers(book):
    entries = [*paragraph(book, "Смета", tag=Tag.TOCI, group="e1"), *paragraph(book, "5", tag=Tag.TOCI, group="e1", at=(200, 60))]
    entries += paragraph(book, "Команда", tag=Tag.TOCI, group="e2", at=(40, 80))
    links = LinkItem(40, 45, 200, 15.0, page=1), LinkItem(40, 60, 200, 20, page=1), LinkItem(40, 200, 50, 20, page=1)
    shown = Document((Page(400, 600, (*entries, *links)), Page(400, 600, ())), INFO)
    with pdf(written(shown, book)) as opened:
        first = ("TOCI", ("Reference", ("Link", 0, 1, "annotation")))
        second = ("TOCI", ("Reference", ("Link", 2, "annotation")))
        assert tree(opened.Root.StructTreeRoot.K) == ("Document", ("TOC", first, second), ("Link", "annotation"))


def test_figures_carry_what_is_seen_on_them(book, tmp_path):
    Image.new("RGB", (300, 300), "red").save(tmp_path / "a.png")
    items = PictureItem(0, 0, 50, 50, "a.png", alt="Анна у доски"), PictureItem(0, 60, 50, 50, "a.png")
    with pdf(written(document(*items), book, tmp_path)) as opened:
        root = opened.Root.StructTreeRoot.K
        assert tree(root) == ("Document", ("Figure", 0))
        assert str(root.K.Alt) == "Анна у доски"
        assert opened.pages[0].Contents.read_bytes().count(b"/Artifact BMC") == 1


def test_a_document_is_marked_and_every_piece_of_it_has_an_owner(book):
    link = [Span("Наш ", STYLE), Span("сайт", STYLE, link="https://example.com"), Span(" здесь", STYLE)]
    items = (
        BoxItem(0, 0, 400, 600, fill="#eeeeee"),
        *paragraph(book, "Смета", tag=Tag.H1, group="h"),
        *paragraph(book, "Высококвалифицированные специалисты", width=90, at=(40, 100), group="p"),
        *paragraph(book, link, at=(40, 300), group="q"),
        *paragraph(book, "12", tag=Tag.ARTIFACT, at=(40, 500)),
        LinkItem(0, 0, 9, 9, page=0),
    )
    with pdf(written(document(*items), book)) as opened:
        assert opened.Root.MarkInfo.Marked
        root = opened.Root.StructTreeRoot
        shape = tree(root.K)
        assert [kid[0] for kid in shape[1:]] == ["H1", "P", "P", "Link"]
        assert shape[3] == ("P", 5, ("Link", 6, "annotation"), 7)
        numbers = list(root.ParentTree.Nums)
        owners = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
        page = opened.pages[0].obj
        content = page.Contents.read_bytes()
        assert len(owners[int(page.StructParents)]) == content.count(b"/MCID")
        for annotation in page.Annots:
            assert owners[int(annotation.StructParent)].S == "/Link"
        assert content.count(b"EMC") == content.count(b"BDC") + content.count(b"BMC")


def test_a_soft_hyphen_is_read_as_one(book):
    items = paragraph(book, "Высококвалифицированные специалисты", width=90)
    with pdf(written(document(*items), book)) as opened:
        spans = [thing for thing in opened.objects if hasattr(thing, "keys") and thing.get("/S") == "/Span"]
        assert spans
        assert {str(span.ActualText) for span in spans} == {"\u00ad"}


def test_a_paragraph_on_two_pages_is_read_as_one(book):
    first, second, *_ = paragraph(book, "Одна строка и ещё одна строка", width=60)
    pages = Page(400, 600, (first,)), Page(400, 600, (second,))
    with pdf(written(Document(pages, INFO), book)) as opened:
        paragraph_ = opened.Root.StructTreeRoot.K.K
        assert paragraph_.S == "/P"
        assert paragraph_.K[1].Pg.objgen == opened.pages[1].obj.objgen


def test_lines_of_a_paragraph_are_read_with_a_space_between(book):
    """The lines end with a space that nobody sees; a voice would run the words together without it."""
    import pypdfium2

    items = paragraph(book, "Одна строка и ещё одна строка", width=60)
    made = written(document(*items), book)
    with pypdfium2.PdfDocument(made.pdf) as opened:
        assert opened[0].get_textpage().get_text_range().count(" ") >= 1
    with pdf(made) as opened:
        use = opened.pages[0].Resources.Font.F1
        assert b"<0020>" in use.ToUnicode.read_bytes()
        space = f"<{book.face('inter').font.get_nominal_glyph(32):04X}>Tj".encode()
        assert opened.pages[0].Contents.read_bytes().count(space) == len(items)


def test_a_line_without_a_group_is_one_paragraph_whatever_links_are_in_it(book):
    spans = [Span("Наш ", STYLE), Span("сайт", STYLE, link="https://example.com"), Span(" и адрес", STYLE)]
    items = (*paragraph(book, spans, group=""), *paragraph(book, "Другой", group="", at=(40, 200)))
    with pdf(written(document(*items), book)) as opened:
        assert tree(opened.Root.StructTreeRoot.K) == ("Document", ("P", 0, ("Link", 1, "annotation"), 2), ("P", 3))


def test_an_untagged_document_has_no_marks(book):
    with pdf(written(document(*paragraph(book, "Смета")), book, tagged=False)) as opened:
        assert "/StructTreeRoot" not in opened.Root
        assert b"BDC" not in opened.pages[0].Contents.read_bytes()


@pytest.mark.parametrize("tag", [Tag.CAPTION, Tag.QUOTE, Tag.H2, Tag.H3])
def test_roles_are_those_of_the_standard(book, tag):
    with pdf(written(document(*paragraph(book, "Текст", tag=tag)), book)) as opened:
        assert tree(opened.Root.StructTreeRoot.K) == ("Document", (tag.value, 0))
