"""Small pages beside each other, in the sizes that they have to one another."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.brands.samples import Sheet
from widgets.look.look import Look
from widgets.words import tr

UPRIGHT = 297 / 210
EDGE = 4


class SmallPages(QWidget):
    """A row of pages `height` pixels high, or higher where it `grows`, if the width has room; empty until they are painted."""

    def __init__(self, look: Look, sheets: tuple[Sheet, ...], height: int, gap: int = 8, *, grows: bool = False) -> None:
        super().__init__()
        self._look, self._sheets, self._height, self._gap = look, sheets, height, gap
        self._images: dict[Sheet, QImage] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed)
        if grows:
            self.setMinimumHeight(height)
        else:
            self.setFixedHeight(height)
        self.setAccessibleName(tr("Pages in this brandbook"))

    @property
    def images(self) -> dict[Sheet, QImage]:
        """What is shown."""
        return self._images

    def show_images(self, images: dict[Sheet, QImage]) -> None:
        """Show pages; nothing keeps those that were there."""
        if images:
            self._images = images
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the width of upright pages."""
        return QSize(round(len(self._sheets) * (self._height / UPRIGHT + self._gap)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages, each with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shown = [self._images.get(sheet) for sheet in self._sheets]
        ratios = [image.width() / image.height() if image is not None else 1 / UPRIGHT for image in shown]
        room = self.width() - self._gap * (len(shown) - 1) - 1
        height = min(float(self.height() - 1), room / sum(ratios))
        x = 0.5
        for image, ratio in zip(shown, ratios, strict=True):
            box = QRectF(x, 0.5, height * ratio, height)
            if image is None:
                painter.fillRect(box, self._look.color("sunken"))
            else:
                painter.drawImage(box, image)
            painter.setPen(QPen(self._look.color("page-edge"), 1))
            painter.drawRect(box)
            x += box.width() + self._gap
