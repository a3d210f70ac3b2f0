"""Pages for the eye: the ink of an exported document, on its way to a screen and nowhere else.

Nothing is written that only readers of a file need, no last pass follows, and fonts are kept from one call to the next.
"""

from collections.abc import Sequence
from pathlib import Path

from app.layout.page import Document
from app.pdf.canvas import Sheet
from app.pdf.fonts import FontCabinet
from app.pdf.forms import Fields
from app.pdf.heap import keep_pages
from app.pdf.ink import Ink
from app.pdf.lab import Lab
from app.pdf.links import Links
from app.pdf.marks import Marks
from app.pdf.painter import Painter
from app.pdf.photos import Photos
from app.pdf.pictures import PictureSource, darkroom
from app.pdf.text import TextTools


def show(
    document: Document, indexes: Sequence[int], cabinet: FontCabinet, pictures: PictureSource, dpi: int, cache: Path | None
) -> bytes:
    """Return a PDF of the pages with these indexes; those that there are not are left out, and without any there is none.

    The bytes depend on what the cabinet has served before, what is seen does not. Raises NoFontError if there is text and no
    font that can be loaded.
    """
    pages = [document.pages[index] for index in indexes if 0 <= index < len(document.pages)]
    if not pages:
        return b""
    keep_pages()
    sheet = Sheet(compress=False, tagged=False, eye=True)
    cabinet.serve(sheet)
    links, marks, fields = Links((), enabled=False), Marks(enabled=False), Fields(cabinet.book, pages, fillable=False)
    with Lab(darkroom(cache), pictures, dpi) as prints:
        photos = Photos(prints, 0)
        photos.prepare(pages)
        painter = Painter(TextTools(cabinet, links, marks), photos, links, marks, fields)
        for page in pages:
            sheet.setPageSize((page.width, page.height))
            painter.paint(page, Ink(sheet, page.height))
            sheet.showPage()
    return sheet.finished().pdf
