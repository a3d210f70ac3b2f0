"""The place for a logo: drop a file, paste a picture, or choose one; what was read of it is shown, with what is wrong."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame
from shiboken6 import isValid

from app.brand.logos import Logo, read_logo
from app.brand.svgwriting import written
from app.wording import worded
from widgets.desk import Desk
from widgets.look.parts import column, label, push, row, tool
from widgets.look.scale import px
from widgets.pictures.offer import PICTURE_SUFFIXES
from widgets.words import language, tr

SUFFIXES = (".svg", *PICTURE_SUFFIXES)
SHOWN = QSize(132, 56)
RATIO = 2


class LogoWell(QFrame):
    """`edited` tells that there is another logo, or none: `logo`."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.logo: Logo | None = None
        self.setObjectName("receiver")
        self.setAcceptDrops(True)
        self._icon = label("")
        self._icon.setPixmap(desk.look.icon("picture", "tertiary").pixmap(QSize(px(20), px(20)), self.devicePixelRatioF()))
        self._words = label(tr("Drop SVG, PNG or JPEG here, or"), "quiet", wrap=True)
        self.choose = push(tr("choose a file…"), self._choose, "link")
        self.remove = tool(desk.look, "remove", tr("Remove the logo"), lambda: self.show_logo(None, tell=True))
        self.complaint = label("", "small", wrap=True)
        card = QFrame()
        card.setObjectName("card")
        box = row(card, (12, 8, 8, 8), gap=8)
        box.addWidget(self._icon)
        box.addWidget(self._words, 1)
        box.addWidget(self.choose)
        box.addWidget(self.remove)
        card.setMinimumHeight(SHOWN.height() + 18)
        outer = column(self, gap=4)
        outer.addWidget(card)
        outer.addWidget(self.complaint)
        self.setFocusProxy(self.choose)
        self.show_logo(None)

    def take(self, source: Path | bytes) -> None:
        """Read a logo, away from the window."""
        self._desk.jobs.start(lambda _: read_logo(source), self._read, lambda _: None, lane="logo")

    def show_logo(self, logo: Logo | None, *, tell: bool = False) -> None:
        """Show what was read, or that there is nothing."""
        usable = logo is not None and logo.usable
        self.logo = logo if usable else None
        picture = glimpse(self.logo) if self.logo is not None else None
        icon = self._desk.look.icon("picture", "tertiary").pixmap(QSize(px(20), px(20)), self.devicePixelRatioF())
        self._icon.setPixmap(picture if picture is not None else icon)
        self._words.setVisible(not usable)
        self.remove.setVisible(usable)
        self.choose.setText(tr("another…") if usable else tr("choose a file…"))
        told = [worded(one, language()) for one in logo.problems[:2]] if logo is not None else []
        self.complaint.setText(" ".join(told))
        self.complaint.setVisible(bool(told))
        if tell:
            self.edited.emit()

    def _read(self, logo: Logo) -> None:
        if not isValid(self):
            return
        if logo.usable or self.logo is None:
            self.show_logo(logo, tell=True)
        else:  # what cannot be used does not take the place of what can
            self.complaint.setText(" ".join(worded(one, language()) for one in logo.problems[:2]))
            self.complaint.setVisible(True)

    def _choose(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        file, _ = QFileDialog.getOpenFileName(self.window(), tr("Choose a logo"), "", f"{tr('Logos')} ({patterns})")
        if file:
            self.take(Path(file))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let what may be a logo come."""
        if _offered(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._mark(True)

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Nothing is over it any more."""
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._mark(False)
        found = _offered(event.mimeData())
        if found is not None:
            event.acceptProposedAction()
            self.take(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what is pasted."""
        found = _offered(QApplication.clipboard().mimeData()) if event.matches(QKeySequence.StandardKey.Paste) else None
        if found is None:
            super().keyPressEvent(event)
        else:
            self.take(found)

    def _mark(self, over: bool) -> None:
        self.setProperty("receiving", over)
        self.style().unpolish(self)
        self.style().polish(self)


def _offered(data: QMimeData | None) -> Path | bytes | None:
    """Return what may be a logo; of files that are none, one all the same: it is said then what a logo can be."""
    if data is None:
        return None
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    logos = [file for file in files if file.suffix.lower() in SUFFIXES]
    if files:
        return next(iter([*logos, *(file for file in files if file.is_file())]), None)
    for kind in ("image/svg+xml", "image/png", "image/jpeg"):
        if data.hasFormat(kind):
            return bytes(data.data(kind).data())
    return None


def glimpse(logo: Logo) -> QPixmap | None:
    """Return a small picture of a logo on a ground that shows it."""
    shown = QPixmap(SHOWN * RATIO)
    shown.setDevicePixelRatio(RATIO)
    pale = _is_pale(logo)
    shown.fill(Qt.GlobalColor.darkGray if pale else Qt.GlobalColor.white)
    painter = QPainter(shown)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    room = QRectF(8, 6, SHOWN.width() - 16, SHOWN.height() - 12)
    if logo.cut is not None:
        image = QImage.fromData(logo.cut.png())
        painter.drawImage(_fitted(room, image.width(), image.height()), image)
    elif logo.drawing is not None:
        content = written(logo.drawing).replace(b"currentColor", _single(logo).encode())
        drawn = QSvgRenderer(content)
        size = drawn.defaultSize()
        drawn.render(painter, _fitted(room, size.width(), size.height()))
    painter.end()
    return shown


def _single(logo: Logo) -> str:
    assert logo.drawing is not None
    return next((shape.fill for shape in logo.drawing.shapes if shape.fill.startswith("#")), "#111111")


def _is_pale(logo: Logo) -> bool:
    if logo.cut is not None:
        return logo.cut.stands_free and all(_light(one.color) for one in logo.cut.colors if one.share > 0.02)
    return logo.drawing is not None and all(_light(shape.fill) for shape in logo.drawing.shapes)


def _light(color: str) -> bool:
    return color.startswith("#") and sum(int(color[i : i + 2], 16) for i in (1, 3, 5)) > 660


def _fitted(room: QRectF, width: float, height: float) -> QRectF:
    scale = min(room.width() / max(width, 1), room.height() / max(height, 1))
    box = QRectF(0, 0, width * scale, height * scale)
    box.moveCenter(room.center())
    return box
