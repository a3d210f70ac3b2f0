"""Pictures of the pages of a PDF, by pdfium: the same for the preview, for lists, and for cards."""

import ctypes
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2.raw as pdfium
from PySide6.QtGui import QImage

WHITE = 0xFFFFFFFF
_one_at_a_time = threading.Lock()
"""pdfium may not be used by two threads at once, and every window has a worker of its own."""


def raster(pdf: bytes, places: Sequence[tuple[int, int]]) -> list[QImage]:
    """Make pictures of pages of a PDF: (index, width in pixels) each. Raises ValueError for what is no PDF.

    Python's lock is free while pdfium draws, 20 to 400 ms a page, so that the window goes on. QtPdf would keep it; and what lets
    it go there, a renderer with signals in a thread of its own, waits for ever now and then: Qt's lock over all signals and
    Python's are taken in another order by the thread of the window, which destroys widgets.
    """
    with _one_at_a_time, _document(pdf) as document:
        return [_picture(document, index, width) for index, width in places]


@contextmanager
def _document(pdf: bytes) -> Iterator[pdfium.FPDF_DOCUMENT]:
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    if not document:
        raise ValueError(f"pdfium cannot read the pages: error {pdfium.FPDF_GetLastError()}")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _picture(document: pdfium.FPDF_DOCUMENT, index: int, width: int) -> QImage:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError(f"pdfium cannot read page {index}: error {pdfium.FPDF_GetLastError()}")
    try:
        across, down = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        height = max(1, round(width * down / max(across, 1.0)))
        paper = QImage(width, height, QImage.Format.Format_RGB32)
        paper.fill(WHITE)
        _draw(page, paper)
        return paper
    finally:
        pdfium.FPDF_ClosePage(page)


def _draw(page: pdfium.FPDF_PAGE, paper: QImage) -> None:
    """Draw a page onto its paper: into the memory of the picture itself."""
    memory = ctypes.addressof(ctypes.c_char.from_buffer(paper.bits()))
    width, height = paper.width(), paper.height()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRx, ctypes.c_void_p(memory), paper.bytesPerLine())
    try:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
