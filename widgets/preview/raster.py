"""Pictures of the pages of a PDF, by QtPdf."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QSize, QThread
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer


def raster(pdf: bytes, places: Sequence[tuple[int, int]]) -> list[QImage]:
    """Make pictures of pages of a PDF: (index, width in pixels) each. Raises ValueError for what is no PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[call-overload]
    document.load(buffer)
    drawer = _Drawer(document)
    try:
        if document.status() is not QPdfDocument.Status.Ready:
            raise ValueError(f"QtPdf cannot read the pages: {document.error().name}")
        return [_picture(drawer, index, width) for index, width in places]
    finally:
        drawer.end()
        document.close()
        buffer.close()


class _Drawer:
    """Draws pages, and lets the window's thread go on meanwhile.

    WORKAROUND: `QPdfDocument.render` keeps Python's lock as long as it draws, 20 to 400 ms a page, and the window stands still
    with it. A `QPdfPageRenderer` draws in the event loop of this thread, for which PySide lets the lock go. The window's own
    thread cannot do anything else meanwhile, so that it draws without a loop: that would take other events.
    """

    def __init__(self, document: QPdfDocument) -> None:
        self.document = document
        self._loop = None if QThread.isMainThread() else QEventLoop()
        self._drawn = QImage()
        if self._loop is not None:
            self._renderer = QPdfPageRenderer()
            self._renderer.setDocument(document)
            self._renderer.pageRendered.connect(self._take)

    def draw(self, index: int, size: QSize) -> QImage:
        """Return the picture of a page, without its paper."""
        if self._loop is None or not self._renderer.requestPage(index, size):
            return self.document.render(index, size)
        self._loop.exec()
        return self._drawn

    def end(self) -> None:
        """Let the document go."""
        if self._loop is not None:
            # Its signal is not disconnected by hand: PySide now and then fails to find it, and it goes with the renderer.
            self._renderer.setDocument(None)  # type: ignore[arg-type]

    def _take(self, _index: int, _size: QSize, drawn: QImage) -> None:
        self._drawn = drawn
        if self._loop is not None:
            self._loop.quit()


def _picture(drawer: _Drawer, index: int, width: int) -> QImage:
    size = drawer.document.pagePointSize(index)
    height = max(1, round(width * size.height() / max(size.width(), 1.0)))
    drawn = drawer.draw(index, QSize(width, height))
    paper = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
