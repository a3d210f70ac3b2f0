"""A finished file says which document it is, and says the same for the same content alone."""

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from app.layout.page import Document, DocumentInfo, Page, PictureItem, Tag
from app.pdf.annex import annexed
from app.pdf.saving import identity
from tests.pdf.looking import document, paragraph, pdf, raster, written


def identifiers(made):
    with pdf(made) as opened:
        return [bytes(part) for part in opened.trailer.ID]


def test_a_document_is_known_by_what_it_holds(book):
    first, again = (identifiers(written(document(*paragraph(book, "Смета № 5")), book)) for _ in range(2))
    assert first == again
    assert first[0] == first[1]
    others = [
        identifiers(written(document(*paragraph(book, "Смета № 6")), book)),
        identifiers(written(document(*paragraph(book, "Смета № 5")), book, bleed=8.5)),
        identifiers(written(document(*paragraph(book, "Смета № 5", tag=Tag.H1)), book)),
        identifiers(written(Document((Page(400, 600, ()),), DocumentInfo("Другое", "", "", "ru", "")), book)),
    ]
    assert len({first[1], *[other[1] for other in others]}) == 5


def test_what_is_said_differs_when_only_its_borders_move():
    assert identity([b"ab", b"c"]) != identity([b"a", b"bc"])


def test_a_photograph_comes_through_untouched(book, tmp_path):
    """Large pictures go around ReportLab; their pixels, their place and their number must not change for that."""
    Image.effect_noise((600, 400), 80).convert("RGB").save(tmp_path / "a.jpg", quality=95)
    made = written(document(PictureItem(0, 0, 144, 96, "a.jpg"), PictureItem(0, 100, 144, 96, "a.jpg")), book, tmp_path)
    with pdf(made) as opened:
        [image] = opened.pages[0].get_images().values()
        assert opened.check_pdf_syntax() == []
        assert image.Filter == "/DCTDecode"
        assert len(image.read_raw_bytes()) > 20_000
        with Image.open(BytesIO(image.read_raw_bytes())) as inside:
            inside.load()
    seen = raster(made).convert("L")
    assert seen.getpixel((300, 300)) == 255
    assert len(set(seen.crop((0, 0, 100, 90)).tobytes())) > 50


def test_objects_are_added_behind_a_file_that_has_a_trailer(book):
    made = written(document(*paragraph(book, "Смета")), book).pdf
    with pikepdf.Pdf.open(BytesIO(made)) as opened:
        plain = BytesIO()
        opened.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        size = int(opened.trailer.Size)
    grown = annexed(plain.getvalue(), {size + 1: b"<</A 2>>", size: b"<</A 1>>"})
    with pikepdf.Pdf.open(BytesIO(grown)) as opened:
        assert opened.check_pdf_syntax() == []
        assert [int(opened.get_object(number, 0).A) for number in (size, size + 1)] == [1, 2]


@pytest.mark.parametrize(("pdf_bytes", "objects"), [(b"", {1: b"<<>>"}), (b"%PDF-1.7\nstartxref\n5\n%%EOF", {1: b"<<>>"})])
def test_objects_are_not_added_to_what_is_no_file(pdf_bytes, objects):
    with pytest.raises(ValueError, match="no file"):
        annexed(pdf_bytes, objects)
