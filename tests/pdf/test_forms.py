"""Fields of a proposal can be filled in with Russian letters, and look on paper as they would when filled in."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from pypdfium2 import raw

from app.layout.page import Document, FieldItem, Page
from app.pdf.formcodes import codes_for, glyph_name, standard_codes
from app.text.fonts import FontBook
from app.text.style import FaceSource
from tests.pdf.fontmaking import cff_font
from tests.pdf.looking import INFO, document, paragraph, pdf, raster, text, written
from tests.pdf.test_structure import tree

TYPED = "Щука Ёж № 5 € — «ау», „ой“…"
EMPTY = FieldItem(20, 60, 260, 20, "place", "Заказчик: место", size=12)
FILLED = FieldItem(20, 20, 260, 20, "name", "Заказчик: имя", TYPED, 12)
NOTE = FieldItem(20, 100, 150, 60, "note", "Комментарий", "Съешь же ещё этих мягких французских булок", 12, multiline=True)


@contextmanager
def filled_in(pdf_bytes: bytes, name: str, typed: str) -> Iterator[bytes]:
    """Click into a field as a reader does, type, leave it, and give the file that the viewer saves."""
    with pikepdf.Pdf.open(BytesIO(pdf_bytes)) as opened:
        [box] = [annotation.Rect for annotation in opened.pages[0].Annots if str(annotation.T) == name]
        x, y = float(box[0] + box[2]) / 2, float(box[1] + box[3]) / 2
    with pypdfium2.PdfDocument(pdf_bytes) as opened:
        opened.init_forms()
        page, form = opened[0], opened.formenv.raw
        raw.FORM_OnAfterLoadPage(page.raw, form)
        raw.FORM_OnLButtonDown(form, page.raw, 0, x, y)
        raw.FORM_OnLButtonUp(form, page.raw, 0, x, y)
        raw.FORM_SelectAllText(form, page.raw)
        for letter in typed:
            raw.FORM_OnChar(form, page.raw, ord(letter), 0)
        raw.FORM_ForceToKillFocus(form)
        saved = BytesIO()
        opened.save(saved)
        page.close()
    yield saved.getvalue()


def seen(pdf_bytes: bytes, scale: float = 2) -> Image.Image:
    with pypdfium2.PdfDocument(pdf_bytes) as opened:
        opened.init_forms()
        return opened[0].render(scale=scale, may_draw_forms=True).to_pil().convert("L")


def row(picture: Image.Image, item: FieldItem, scale: float = 2) -> Image.Image:
    box = item.x - 3, item.y, item.x + item.width + 3, item.y + item.height
    return picture.crop(tuple(round(edge * scale) for edge in box))


@pytest.fixture(scope="module", params=["inter", "literata"])
def form(request, book):
    items = (FieldItem(20, 20, 260, 20, "name", "Заказчик: имя", TYPED, 12, face=request.param), EMPTY, NOTE)
    return written(document(*items, width=300, height=200), book, fields=True)


def test_what_is_typed_looks_exactly_like_what_was_filled_in_before(form):
    with filled_in(form.pdf, "place", TYPED) as saved:
        picture = seen(saved)
    before, typed = row(picture, FILLED), row(picture, EMPTY)
    assert ImageChops.difference(before, typed).getbbox() is None
    assert before.getextrema()[0] < 60


def test_what_is_typed_on_several_lines_stands_where_it_was_filled_in_before(form):
    """Another text is typed first: a viewer does not redraw what has not changed."""
    before = row(seen(form.pdf), NOTE)
    with filled_in(form.pdf, "note", "нет") as other, filled_in(other, "note", NOTE.value) as saved:
        assert ImageChops.difference(before, row(seen(saved), NOTE)).getbbox() is None


def test_what_is_typed_is_kept_and_can_be_copied(form):
    with filled_in(form.pdf, "place", TYPED) as saved, pikepdf.Pdf.open(BytesIO(saved)) as opened:
        values = {str(field.T): str(field.get("/V", "")) for field in opened.Root.AcroForm.Fields}
    assert values == {"name": TYPED, "place": TYPED, "note": NOTE.value}


def test_fields_say_what_they_are_for_and_stand_in_the_structure(book):
    items = (*paragraph(book, "Имя", at=(20, 15)), FILLED, *paragraph(book, "Место", at=(20, 55), group="p2"), EMPTY, NOTE)
    with pdf(written(document(*items), book, fields=True)) as opened:
        assert opened.check_pdf_syntax() == []
        kept = opened.Root.AcroForm
        assert [(str(field.T), str(field.TU)) for field in kept.Fields] == [
            ("name", "Заказчик: имя"),
            ("place", "Заказчик: место"),
            ("note", "Комментарий"),
        ]
        assert not kept.NeedAppearances
        assert all(field.FT == "/Tx" and "/N" in field.AP for field in kept.Fields)
        assert [int(field.get("/Ff", 0)) for field in kept.Fields] == [0, 0, 1 << 12]
        forms = ("Form", "annotation")
        assert tree(opened.Root.StructTreeRoot.K) == ("Document", ("P", 0), forms, ("P", 1), forms, forms)
        assert opened.pages[0].obj.Tabs == "/S"
        numbers = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip([int(key) for key in numbers[::2]], numbers[1::2], strict=True))
        assert all(owners[int(field.StructParent)].S == "/Form" for field in kept.Fields)


def test_the_font_of_the_fields_is_an_embedded_subset_with_every_letter(form):
    with pdf(form) as opened:
        [font] = opened.Root.AcroForm.DR.Font.values()
        assert str(font.BaseFont)[7] == "+"
        assert "/FontFile2" in font.FontDescriptor
        meanings = font.ToUnicode.read_bytes()
        for letter in "АЯаяЁёЇґAz09№€₽«»“”—…":
            assert f"<{ord(letter):04X}>".encode() in meanings
        assert min(int(width) for code, width in enumerate(font.Widths, int(font.FirstChar)) if code >= 0xC0) > 100


def test_names_are_unique_and_are_no_paths(book):
    items = [FieldItem(20, place * 30, 100, 20, name, "") for place, name in enumerate(["a", "a", "b.c", "", "a"])]
    with pdf(written(document(*items), book, fields=True)) as opened:
        assert [str(field.T) for field in opened.Root.AcroForm.Fields] == ["a", "a-2", "b-c", "field", "a-3"]


def test_on_paper_there_is_text_where_the_field_would_have_it(book):
    shown = document(FILLED, EMPTY, NOTE, width=300, height=200)
    printed = written(shown, book)
    with pdf(printed) as opened:
        assert "/AcroForm" not in opened.Root
        assert "/Annots" not in opened.pages[0].obj
        assert tree(opened.Root.StructTreeRoot.K)[1][0] == "P"
    assert text(printed).split() == [*TYPED.split(), *NOTE.value.split()]
    paper, screen = raster(printed, scale=2).convert("L"), seen(written(shown, book, fields=True).pdf)
    for item in (FILLED, NOTE):
        one, other = (ImageChops.invert(row(picture, item)).getbbox() for picture in (paper, screen))
        assert one[1::2] == other[1::2]
        assert all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))
    assert row(paper, EMPTY).getextrema() == (255, 255)


def test_an_archive_with_filled_fields_passes_its_check(book):
    assert written(document(FILLED, NOTE), book, archive=True).problems == ()


def test_a_document_without_fields_needs_no_font():
    assert written(document(), FontBook({}), fields=True).problems == ()


def test_a_face_that_viewers_cannot_type_in_is_replaced_by_one_of_the_book(book, tmp_path):
    made = cff_font(tmp_path / "a.otf")
    both = FontBook({"cff": FaceSource(str(made)), "inter": book.sources["inter"]})
    item = FieldItem(20, 20, 260, 20, "name", "", "АБВ", face="cff")
    with pdf(written(document(item), both, fields=True)) as opened:
        [font] = opened.Root.AcroForm.DR.Font.values()
        assert str(font.BaseFont).endswith("+Inter-Regular")
    alone = written(document(item), FontBook({"cff": FaceSource(str(made))}), fields=True)
    assert text(alone) == "АБВ"
    with pdf(alone) as opened:
        assert "/AcroForm" not in opened.Root


def test_the_same_form_is_the_same_file(book):
    pages = (Page(300, 200, (FILLED, NOTE)), Page(300, 200, (EMPTY,)))
    first, again = (written(Document(pages, INFO), book, fields=True).pdf for _ in range(2))
    assert first == again


def test_letters_of_other_alphabets_take_the_place_of_those_that_nobody_needs():
    codes = codes_for(["João Ćosić Њ"])
    letters = set(codes.values())
    assert letters >= set("JoãoĆć Њ")
    assert letters >= set("АБЯабяЁё№€₽ІіЇїЄєҐґЎў")
    assert len(letters) == len(codes)


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("А", "afii10017"),
        ("Е", "afii10022"),
        ("Ж", "afii10024"),
        ("Я", "afii10049"),
        ("Ё", "afii10023"),
        ("а", "afii10065"),
        ("ж", "afii10072"),
        ("я", "afii10097"),
        ("ё", "afii10071"),
        ("№", "afii61352"),
        ("€", "Euro"),
        ("₽", "uni20BD"),
        ("«", "guillemotleft"),
        ("—", "emdash"),
    ],
)
def test_letters_have_the_names_that_viewers_know(letter, name):
    code = next(code for code, other in standard_codes().items() if other == letter)
    assert glyph_name(code, letter) == name


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_values_have_codes_for_each_letter_but_one(values):
    codes = codes_for(values)
    assert len(set(codes.values())) == len(codes) == len(standard_codes())
    assert all(0x20 <= code <= 0xFF for code in codes)
