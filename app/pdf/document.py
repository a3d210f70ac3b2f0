"""Pages into the bytes of a PDF."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.layout.page import Document, Page
from app.pdf.canvas import Painted, Sheet
from app.pdf.finish import Finish, finish
from app.pdf.fonts import FontCabinet
from app.pdf.forms import Fields
from app.pdf.ink import Ink
from app.pdf.lab import Lab
from app.pdf.links import Links, page_key
from app.pdf.marks import Marks
from app.pdf.outline import Outline, jumps
from app.pdf.painter import Painter
from app.pdf.photos import Photos
from app.pdf.pictures import PictureSource, darkroom
from app.pdf.text import TextTools
from app.problems import Problem, error, problem
from app.text.fonts import FontBook

Watch = Callable[[float], None]
"""Is told how much of the pages is painted, 0 to 1. What it raises calls the writing off."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is written.

    `dpi` is the resolution of its pictures, and one below `least_dpi` is reported as soft; `pages` the indexes of the
    pages to write (None: all of them), `cache` the
    folder that keeps prepared pictures. `tagged` adds the structure for those who have the document read to them. `bleed` is
    how many points beyond the trimmed page are kept for a printer's knife, `crop_marks` shows the printer
    where to cut. An `archive` is PDF/A-2b. `fields` can be filled in; without it what they hold is painted. A `password`
    opens the document; two files that have one are never equal, because its encryption draws new keys each time, and an
    archive cannot have one. `watch` follows the painting.
    """

    dpi: int = 220
    least_dpi: int = 150
    pages: tuple[int, ...] | None = None
    compress: bool = True
    tagged: bool = True
    cache: Path | None = None
    bleed: float = 0.0
    crop_marks: bool = False
    archive: bool = False
    fields: bool = False
    password: str = field(default="", repr=False)
    watch: Watch | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF and what was wrong with what it was made from."""

    pdf: bytes
    problems: tuple[Problem, ...]


def write(
    document: Document, book: FontBook, pictures: PictureSource, *, options: Options = Options(), lab: Lab | None = None
) -> Written:
    """Paint a document. Equal input gives equal bytes, unless there is a password.

    A `lab` that has begun with the pictures, at the same resolution, is closed when all are made.
    Raises NoFontError if there is text and the book has no font that can be loaded.
    """
    chosen = _chosen(document, options)
    if not chosen:
        return Written(b"", (error("document-without-pages"),))
    if options.archive and options.password:
        return Written(b"", (error("archive-with-password"),))
    with lab or Lab(darkroom(options.cache), pictures, options.dpi) as prints:
        painted, order, found = _painted(document, chosen, book, Photos(prints, options.least_dpi), options)
    pdf = finish(painted, order)
    if options.archive:
        from app.pdf.archive import check

        found = (*found, *check(pdf))
    return Written(pdf, found)


def _painted(
    document: Document, chosen: tuple[int, ...], book: FontBook, photos: Photos, options: Options
) -> tuple[Painted, Finish, tuple[Problem, ...]]:
    """Paint the chosen pages on one canvas; return them, what is left to be done, and what was wrong."""
    sheet = Sheet(compress=options.compress, tagged=options.tagged)
    links, marks, outline = Links(chosen), Marks(options.tagged), Outline(sheet)
    pages = tuple(document.pages[index] for index in chosen)
    fields = Fields(book, pages, fillable=options.fields)
    photos.prepare(pages)
    cabinet = FontCabinet(book)
    cabinet.serve(sheet)
    painter = Painter(TextTools(cabinet, links, marks), photos, links, marks, fields)
    for count, (index, page) in enumerate(zip(chosen, pages, strict=True), 1):
        _paint(page, index, sheet, painter, outline)
        if options.watch is not None:
            options.watch(count / len(pages))
    order = Finish(
        document.info,
        pages,
        tuple(marks.all),
        outline=len(outline) > 0,
        compress=options.compress,
        bleed=options.bleed,
        crop_marks=options.crop_marks,
        password=options.password,
        archive=options.archive,
        form=fields.form(),
    )
    return sheet.finished(), order, (*_outline_problems(document), *photos.problems, *links.problems)


def _chosen(document: Document, options: Options) -> tuple[int, ...]:
    count = len(document.pages)
    if options.pages is None:
        return tuple(range(count))
    return tuple(index for index in options.pages if 0 <= index < count)


def _paint(page: Page, index: int, sheet: Sheet, painter: Painter, outline: Outline) -> None:
    sheet.setPageSize((page.width, page.height))
    sheet.bookmarkPage(page_key(index), fit="XYZ", left=0, top=page.height, zoom=0)
    outline.add(page)
    painter.paint(page, Ink(sheet, page.height))
    sheet.showPage()


def _outline_problems(document: Document) -> list[Problem]:
    return [problem("outline-level-jump", title=bookmark.title, level=bookmark.level) for bookmark in jumps(document.pages)]
