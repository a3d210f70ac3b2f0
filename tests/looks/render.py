"""Renders the sample in a book: one layout and one painting for all of its pages."""

import tempfile
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from app.layout.page import Page
from app.pipeline import Pipeline
from tests.brandbooks import changed
from tests.looks import pictures, sample
from tests.looks.books import Book
from tests.looks.plates import DPI, SAMPLES

GOLDEN = Path(__file__).parents[1] / "golden" / "looks"
SCALE = DPI * SAMPLES / 72


def pages(
    book: Book,
    only: Collection[str] = (),
    change: Callable[[Page], Page] | None = None,
    paint: Callable[[pypdfium2.PdfPage], Image.Image] | None = None,
) -> dict[str, Image.Image]:
    """Return every page of the sample in a book, painted for `plate`, by the name of its golden file without ending.

    `only` names sections; `change` may alter a page before it is written, and `paint` paints in another way than usual.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        pictures.draw_all(folder)
        pipeline = Pipeline([changed(folder, book.brand, book.tables)]) if book.changed else Pipeline()
        laid = pipeline.lay_out(sample.proposal(book.brand, only or book.changed), folder)
        if change:
            altered = tuple(change(page) for page in laid.document.pages)
            laid = replace(laid, document=replace(laid.document, pages=altered))
        pdf = pipeline.paint(laid, folder)
    names = _names(book, [page.section for page in laid.document.pages])
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {name: (paint or usual)(page) for name, page in zip(names, document, strict=True)}
    finally:
        document.close()


def usual(page: pypdfium2.PdfPage) -> Image.Image:
    """Paint a page as large as `plate` wants it."""
    return page.render(scale=SCALE).to_pil().convert("RGB")


def _names(book: Book, sections: list[str]) -> list[str]:
    """Name pages by their looks; those of a section that has several are numbered."""
    counts, seen = Counter(sections), Counter[str]()
    names = []
    for section in sections:
        seen[section] += 1
        names.append(book.look(section) + (f"-{seen[section]}" if counts[section] > 1 else ""))
    return names
