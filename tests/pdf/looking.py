"""Make small documents, and look into the PDFs that come of them."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2

from app.layout.page import Document, DocumentInfo, Item, Page, Tag, TextItem
from app.pdf.document import Options, Written, write
from app.pdf.pictures import FolderPictures
from app.text.fonts import FontBook
from app.text.paragraph import compose
from app.text.style import CharStyle, ParagraphStyle, Span

INFO = DocumentInfo("Предложение «Ёлка»", "Студия", "Смета", "ru", "2026-02-03", ("смета", "дизайн"))
BODY = CharStyle(("inter",), 10)
SETTING = ParagraphStyle(14, language="ru", typograph=False)
NOWHERE = FolderPictures({})


def paragraph(
    book: FontBook,
    text: str | list[Span],
    *,
    at: tuple[float, float] = (40, 60),
    width: float = 300,
    style: CharStyle = BODY,
    setting: ParagraphStyle = SETTING,
    tag: Tag = Tag.P,
    group: str = "p1",
) -> tuple[TextItem, ...]:
    """Set a paragraph whose first baseline stands at `at`."""
    spans = [Span(text, style)] if isinstance(text, str) else text
    lines = compose(spans, width, setting, book).lines
    return tuple(
        TextItem(at[0], at[1] + place * setting.leading, line, origin="x", tag=tag, group=group)
        for place, line in enumerate(lines)
    )


def document(*items: Item, width: float = 400, height: float = 600) -> Document:
    """Return a document of one page."""
    return Document((Page(width, height, tuple(items)),), INFO)


def written(document: Document, book: FontBook, folder: Path | None = None, **options: object) -> Written:
    """Write a document, its pictures being in `folder`."""
    source = FolderPictures({"proposal": folder, "brand": folder}) if folder else NOWHERE
    return write(document, book, source, options=Options(**options))


def pdf(written: Written) -> pikepdf.Pdf:
    """Open what was written."""
    return pikepdf.Pdf.open(BytesIO(written.pdf))


def text(written: Written, page: int = 0) -> str:
    """Return what a reader copies from a page."""
    with pypdfium2.PdfDocument(written.pdf) as opened:
        return opened[page].get_textpage().get_text_bounded()


def raster(written: Written, page: int = 0, scale: float = 1):
    """Return a page as a picture."""
    with pypdfium2.PdfDocument(written.pdf) as opened:
        return opened[page].render(scale=scale).to_pil().convert("RGB")
