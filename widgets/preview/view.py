"""The pages one below the other, as large as one likes; a click on a page leads to what it shows."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from widgets.look.look import Look
from widgets.preview.geometry import boxes_of, frames, hit
from widgets.preview.pages import Pages
from widgets.words import tr

GAP = 24
FULL_SIZE = 96 / 72
"""Pixels a point at 100 %."""
SMALLEST, LARGEST = 0.1, 6.0
STEP = 1.2
FIT_WIDTH, FIT_PAGE, FREE = "width", "page", "free"


class PageView(QAbstractScrollArea):
    """Shows the pages. `clicked` brings the origin of what was clicked, `zoomed` the new scale, `turned` the page on view."""

    clicked = Signal(str)
    zoomed = Signal(float)
    turned = Signal(int)

    def __init__(self, pages: Pages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._look = pages, look
        self.fit = FIT_WIDTH
        self.scale = 1.0
        self.marked = ""
        self.current = -1
        self._hovered: tuple[int, list[QRectF]] = (-1, [])
        self._tops: list[float] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setMinimumWidth(220)
        pages.laid_out.connect(self._laid_out)
        pages.printed.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Ask for room for an upright page."""
        return QSize(480, 640)

    # what is where -------------------------------------------------------------------------------------------------

    def page_rect(self, index: int) -> QRectF:
        """Return where a page stands in the viewport now."""
        page = self._pages.pages[index]
        width, height = page.width * self.scale, page.height * self.scale
        room = max(self.viewport().width(), self.horizontalScrollBar().maximum() + self.viewport().width())
        left = max(GAP, (room - width) / 2) - self.horizontalScrollBar().value()
        return QRectF(round(left), round(self._tops[index] - self.verticalScrollBar().value()), round(width), round(height))

    def visible(self) -> list[int]:
        """Return the indices of the pages that are on the screen."""
        port = QRectF(self.viewport().rect())
        return [index for index in range(len(self._tops)) if self.page_rect(index).intersects(port)]

    def origin_at(self, position: QPointF) -> tuple[int, str]:
        """Return the page under a point of the viewport and the origin of what it shows there."""
        for index in self.visible():
            rect = self.page_rect(index)
            if rect.contains(position):
                return index, hit(self._pages.pages[index], (position - rect.topLeft()) / self.scale)
        return -1, ""

    # looking -------------------------------------------------------------------------------------------------------

    def zoom(self, scale: float, anchor: QPointF | None = None) -> None:
        """Show the pages at so many pixels a point; what is under the anchor stays where it is."""
        self.fit = FREE
        self._rescale(min(max(scale, SMALLEST), LARGEST), anchor)

    def zoom_in(self) -> None:
        """Show the pages a step larger."""
        self.zoom(self.scale * STEP)

    def zoom_out(self) -> None:
        """Show the pages a step smaller."""
        self.zoom(self.scale / STEP)

    def set_fit(self, fit: str) -> None:
        """Let the pages fill the width, or show a whole page, from now on."""
        self.fit = fit
        self._fit()

    def mark(self, path: str) -> bool:
        """Frame what shows this part of the proposal, and bring it into view. Return whether anything does."""
        self.marked = path
        self.viewport().update()
        for index, page in enumerate(self._pages.pages):
            found = frames(boxes_of(page, path))
            if found:
                self.show_box(index, found[0])
                return True
        return False

    def show_page(self, index: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= index < len(self._tops):
            self.verticalScrollBar().setValue(round(self._tops[index] - GAP))

    def show_box(self, index: int, box: QRectF) -> None:
        """Scroll as little as possible to bring a part of a page into view."""
        top = self.page_rect(index).top() + box.top() * self.scale
        bottom = top + box.height() * self.scale
        port = self.viewport().height()
        if top < 0 or bottom > port:
            wanted = top - (GAP if bottom - top > port else (port - (bottom - top)) / 2)
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + wanted))

    # keeping up ----------------------------------------------------------------------------------------------------

    def _laid_out(self) -> None:
        self._hovered = (-1, [])
        self._arrange()
        self._fit()
        self._scrolled()
        self.viewport().update()

    def _fit(self) -> None:
        pages = self._pages.pages
        if not pages or self.fit == FREE:
            self._arrange()
            return
        port = self.viewport().size()
        wide = (port.width() - 2 * GAP) / max(page.width for page in pages)
        high = (port.height() - 2 * GAP) / max(page.height for page in pages)
        self._rescale(max(SMALLEST, wide if self.fit == FIT_WIDTH else min(wide, high)), None)

    def _rescale(self, scale: float, anchor: QPointF | None) -> None:
        anchor = anchor or QPointF(self.viewport().width() / 2, 0)
        before = self.scale
        bar = self.verticalScrollBar()
        above = sum(1 for top in self._tops if top < bar.value() + anchor.y()) * GAP
        point = (bar.value() + anchor.y() - above) / before
        self.scale = scale
        self._arrange()
        if before != scale:
            bar.setValue(round(point * scale + above - anchor.y()))
            self.zoomed.emit(scale)
        self._scrolled()

    def _arrange(self) -> None:
        self._tops, top = [], float(GAP)
        widest = 0.0
        for page in self._pages.pages:
            self._tops.append(top)
            top += page.height * self.scale + GAP
            widest = max(widest, page.width * self.scale)
        port = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(top - port.height())))
        self.verticalScrollBar().setPageStep(port.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(0, round(widest + 2 * GAP - port.width())))
        self.horizontalScrollBar().setPageStep(port.width())
        self.viewport().update()

    def _scrolled(self) -> None:
        visible = self.visible()
        self._pages.look_at(visible, self.scale * self.devicePixelRatioF())
        middle = self.viewport().height() / 2
        current = min(visible, key=lambda i: abs(self.page_rect(i).center().y() - middle), default=-1)
        if current != self.current:
            self.current = current
            self.turned.emit(current)
        self.viewport().update()

    # events --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages fitted."""
        super().resizeEvent(event)
        self._fit()
        self._scrolled()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self.scale * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with the arrow and page keys."""
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1}
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_page(0 if event.key() == Qt.Key.Key_Home else len(self._tops) - 1)
        elif (step := steps.get(Qt.Key(event.key()))) is not None:
            self.show_page(min(max(self.current + step, 0), len(self._tops) - 1))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame what a click would lead to."""
        index, origin = self.origin_at(event.position())
        boxes = boxes_of(self._pages.pages[index], origin) if origin else []
        self._hovered = (index, frames(boxes))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if origin else Qt.CursorShape.ArrowCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the field of what was clicked; beside everything, to the page's section."""
        index, origin = self.origin_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index >= 0:
            section = self._pages.pages[index].section
            self.clicked.emit(origin or (f"sections/{section}" if section else ""))

    # painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages on the screen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), self._look.color("desk"))
        for index in self.visible():
            self._paint_page(painter, index)
        if not self._pages.pages:
            words = tr("Setting the pages…") if self._pages.waiting else tr("No pages yet. Add a cover, a letter, a story.")
            painter.setPen(self._look.color("secondary"))
            room = self.viewport().rect().adjusted(32, 32, -32, -32)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_page(self, painter: QPainter, index: int) -> None:
        rect = self.page_rect(index)
        for spread, opacity in ((6, 0.02), (4, 0.03), (2, 0.05)):
            painter.fillRect(rect.adjusted(-spread / 2, 1, spread / 2, spread), self._look.color("page-shadow", opacity))
        pictures = self._pages.pictures(index)
        picture: QImage | None = pictures.large or pictures.small
        if picture is None:
            painter.fillRect(rect, QColor("#FFFFFF"))
        else:
            painter.drawImage(rect, picture)
        painter.setPen(QPen(self._look.color("page-edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        for marked in frames(boxes_of(self._pages.pages[index], self.marked)):
            self._frame(painter, rect, marked, 0.06)
        if self._hovered[0] == index:
            for hovered in self._hovered[1]:
                self._frame(painter, rect, hovered, 0.0)

    def _frame(self, painter: QPainter, page: QRectF, box: QRectF, wash: float) -> None:
        around = QRectF(page.topLeft() + box.topLeft() * self.scale, box.size() * self.scale).adjusted(-4, -3, 4, 3)
        painter.setPen(QPen(self._look.color("accent", 0.7), 1.5))
        painter.setBrush(self._look.color("accent", wash) if wash else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around.intersected(page), 3, 3)
