"""The pages on a desk, as large as one likes; a click on a page leads to what it shows, a double click edits it there."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QGestureEvent, QPinchGesture, QWidget

from app.layout.page import LinkItem
from widgets.look.look import Look
from widgets.preview.arrangement import GAP, Arrangement, arrange, fitting
from widgets.preview.drawing import Drawing, extent
from widgets.preview.geometry import Hit, boxes_of, frames, is_in_chrome, link_at, under
from widgets.preview.pages import Pages
from widgets.words import tr

FULL_SIZE = 96 / 72
"""Pixels a point at 100 %."""
SMALLEST, LARGEST = 0.1, 6.0
STEP = 1.2
FIT_WIDTH, FIT_PAGE, FREE = "width", "page", "free"
_PAGE_STEPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Space: 1}
_LINE_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}


class PageView(QAbstractScrollArea):
    """Shows the pages. `clicked` and `opened` bring the Hit of a click and of a double click or Enter, `pointed` what the
    pointer is over; `zoomed` brings the new scale, `turned` the page on view, `moved` tells that the pages lie elsewhere now.
    """

    clicked = Signal(object)
    opened = Signal(object)
    pointed = Signal(object, object)
    zoomed = Signal(float)
    turned = Signal(int)
    moved = Signal()

    def __init__(self, pages: Pages, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.fit, self.scale, self.two_up = FIT_WIDTH, 1.0, False
        self.marked, self.current = "", -1
        self.drawing = Drawing(pages, look)
        self._lying = Arrangement()
        self._paper = (0.0, 0.0)
        self._again = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setMinimumWidth(220)
        pages.laid_out.connect(self._laid_out)
        pages.printed.connect(self._printed)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.moved.emit())
        self._arrange()

    def sizeHint(self) -> QSize:
        """Ask for room for an upright page."""
        return QSize(480, 640)

    # what is where -------------------------------------------------------------------------------------------------

    def page_rect(self, index: int) -> QRectF:
        """Return where a page stands in the viewport now."""
        return self._lying.boxes[index].translated(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def box_rect(self, index: int, box: QRectF) -> QRectF:
        """Return where a part of a page stands in the viewport now."""
        return QRectF(self.page_rect(index).topLeft() + box.topLeft() * self.scale, box.size() * self.scale)

    def visible(self) -> list[int]:
        """Return the indices of the pages that are on the screen."""
        top = self.verticalScrollBar().value()
        port = QRectF(self.viewport().rect())
        found = self._lying.between(top, top + self.viewport().height())
        return [index for index in found if self.page_rect(index).intersects(port)]

    def hit_at(self, position: QPointF) -> Hit | None:
        """Return what is under a point of the viewport; None beside the pages."""
        for index in self.visible():
            rect = self.page_rect(index)
            if rect.contains(position):
                page, point = self._pages.pages[index], (position - rect.topLeft()) / self.scale
                item = under(page, point)
                return Hit(index, page, point, str(getattr(item, "origin", "")), item)
        return None

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

    def set_two_up(self, two_up: bool) -> None:
        """Lay two pages beside each other as in a book, or one below the other."""
        current = self.current
        self.two_up = two_up
        self._arrange()
        self._fit()
        self.show_page(current)
        self._scrolled()

    def mark(self, path: str) -> bool:
        """Frame what shows this part of the proposal, and bring it into view, unless it is. Return whether anything does.

        A title stands on its page, not in the running head of the page that is looked at.
        """
        self.marked = path
        self.viewport().update()
        seen, pages, second = self.visible(), self._pages.pages, None
        for index in sorted(range(len(pages)), key=lambda index: index not in seen):
            found = frames(boxes_of(pages[index], path))
            if found and not is_in_chrome(pages[index], path):
                self.show_box(index, found[0])
                return True
            second = second or (found and (index, found[0]))
        if second:
            self.show_box(*second)
        return bool(second)

    def marked_hit(self) -> Hit | None:
        """Return the thing that is framed, on the page that is looked at or the first that shows it."""
        pages = self._pages.pages
        order = sorted(range(len(pages)), key=lambda index: (index != self.current, index not in self.visible(), index))
        for index in order:
            for box in boxes_of(pages[index], self.marked):
                item = under(pages[index], box.center())
                return Hit(index, pages[index], box.center(), str(getattr(item, "origin", self.marked)), item)
        return None

    def show_page(self, index: int) -> None:
        """Bring the top of a page into view."""
        if 0 <= index < len(self._lying.boxes):
            self.verticalScrollBar().setValue(round(self._lying.boxes[index].top() - GAP))

    def show_box(self, index: int, box: QRectF) -> None:
        """Scroll as little as possible to bring a part of a page into view."""
        shown = self.box_rect(index, box)
        port = self.viewport().rect()
        if shown.top() < 0 or shown.bottom() > port.height():
            wanted = shown.top() - (GAP if shown.height() > port.height() else (port.height() - shown.height()) / 2)
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + wanted))
        if shown.left() < 0 or shown.right() > port.width():
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + shown.left() - GAP))

    def held(self) -> tuple[int, QPointF] | None:
        """Return what lies at the upper edge: a page, and a point on it; None without pages."""
        return self._held(QPointF(self.viewport().width() / 2, 0))

    def hold(self, place: tuple[int, QPointF]) -> None:
        """Bring a point of a page to the upper edge."""
        index, point = place
        if index < len(self._lying.boxes):
            self.verticalScrollBar().setValue(round(self._lying.boxes[index].top() + point.y() * self.scale))

    # keeping up ----------------------------------------------------------------------------------------------------

    def _laid_out(self) -> None:
        self.drawing.hover(None)
        page, pages = self.current, self._pages.pages
        paper = (pages[0].width, pages[0].height) if pages else self._paper
        other, self._paper = self._paper not in ((0.0, 0.0), paper), paper
        self._arrange()
        self._fit()
        self._scrolled()
        if other and 0 <= page < len(pages):
            self.show_page(page)  # another brandbook's paper: as far down lies another page

    def _printed(self) -> None:
        """Draw the pages again of which another picture is there than the one that was drawn."""
        for index in self.visible():
            if self.drawing.is_outdated(index):
                self.viewport().update(extent(self.page_rect(index)))

    def _fit(self) -> None:
        pages = self._pages.pages
        if not pages or self.fit == FREE:
            self._arrange()
            return
        port = self.viewport().size()
        scale = fitting(pages, (port.width(), port.height()), two_up=self.two_up, whole=self.fit == FIT_PAGE)
        self._rescale(max(SMALLEST, scale), None)

    def _rescale(self, scale: float, anchor: QPointF | None) -> None:
        anchor = anchor or QPointF(self.viewport().width() / 2, 0)
        before, down, across = self.scale, self.verticalScrollBar(), self.horizontalScrollBar()
        held = self._held(anchor)
        self.scale = scale
        self._arrange()
        if before != scale:
            if held is not None:
                index, point = held
                place = self._lying.boxes[index].topLeft() + point * scale
                down.setValue(round(place.y() - anchor.y()))
                across.setValue(round(place.x() - anchor.x()))
            self.zoomed.emit(scale)
        self._scrolled()

    def _held(self, anchor: QPointF) -> tuple[int, QPointF] | None:
        """Return the page nearest to a point of the viewport, and the place on it in points."""
        shown = self.visible()
        if not shown:
            return None
        index = min(shown, key=lambda one: _away(self.page_rect(one), anchor))
        return index, (anchor - self.page_rect(index).topLeft()) / self.scale

    def _arrange(self) -> None:
        port = self.viewport().size()
        self._lying = arrange(self._pages.pages, self.scale, port.width(), two_up=self.two_up)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(self._lying.height - port.height())))
        down.setPageStep(port.height())
        down.setSingleStep(48)
        across.setRange(0, max(0, round(self._lying.width - port.width())))
        across.setPageStep(port.width())
        self.viewport().update()

    def _scrolled(self) -> None:
        visible = self.visible()
        self._pages.look_at(visible, self.scale * self.devicePixelRatioF())
        middle = QPointF(self.viewport().width() / 2, self.viewport().height() / 2)
        current = min(visible, key=lambda i: abs(self.page_rect(i).center().y() - middle.y()), default=-1)
        if current != self.current:
            self.current = current
            self.turned.emit(current)
        self.moved.emit()
        self.viewport().update()

    # events --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages fitted."""
        super().resizeEvent(event)
        self._fit()
        self._scrolled()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the focus no more."""
        super().focusOutEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(self.scale * STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touchpad or on the screen."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(self.scale * (1 + event.value()), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom(self.scale * pinch.scaleFactor(), QPointF(self.viewport().mapFromGlobal(pinch.centerPoint())))
            return True
        if event.type() is QEvent.Type.Leave:
            self._point(None, None)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with the arrow and page keys, edit what is framed with Enter and F2."""
        key, bar = Qt.Key(event.key()), self.verticalScrollBar()
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_page(0 if key is Qt.Key.Key_Home else len(self._lying.boxes) - 1)
        elif key in _PAGE_STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            back = key is Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.turn(-1 if back else _PAGE_STEPS[key])
        elif key in _LINE_STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar.setValue(bar.value() + _LINE_STEPS[key] * bar.singleStep())
        elif key in _LINE_STEPS:
            self._step_to_thing(_LINE_STEPS[key])
        elif key in _OPENS and (found := self.marked_hit()) is not None:
            self.opened.emit(found)
        else:
            super().keyPressEvent(event)

    def turn(self, by: int) -> None:
        """Go so many pages on, or spreads where two lie beside each other."""
        row = self._lying.row_of(self.current) + by
        if self._lying.rows:
            self.show_page(self._lying.rows[min(max(row, 0), len(self._lying.rows) - 1)][0])

    def _step_to_thing(self, by: int) -> None:
        """Frame the next thing on the page that is looked at, or the one before."""
        if self.current < 0:
            return
        page = self._pages.pages[self.current]
        origins = list(dict.fromkeys(origin for item in page.items if (origin := getattr(item, "origin", ""))))
        if origins:
            at = origins.index(self.marked) + by if self.marked in origins else 0 if by > 0 else len(origins) - 1
            self.marked = origins[at % len(origins)]
            self.drawing.hover(None)
            self.show_box(self.current, frames(boxes_of(page, self.marked))[0])
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Frame what a click would lead to."""
        found = self.hit_at(event.position())
        self._point(found, link_at(found.page, found.point) if found else None)

    def _point(self, found: Hit | None, link: LinkItem | None) -> None:
        cursor = self.drawing.hover(found)
        self.viewport().setCursor(cursor)
        self.pointed.emit(found, link)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._again = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lead to the field of what was clicked; beside everything, to the page's section."""
        found, again = self.hit_at(event.position()), self._again
        self._again = False
        if event.button() is Qt.MouseButton.LeftButton and found is not None and not again:
            self.clicked.emit(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what was clicked, where it stands."""
        found = self.hit_at(event.position())
        self._again = True
        if event.button() is Qt.MouseButton.LeftButton and found is not None and found.origin:
            self.opened.emit(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages on the screen."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        self.drawing.ground(painter, self.viewport().rect())
        for index in self.visible():
            self.drawing.page(painter, index, self.page_rect(index), self.scale, self.marked)
        self.drawing.label(painter, self)
        if not self._pages.pages:
            words = tr("Setting the pages…") if self._pages.waiting else tr("No pages yet. Add a cover, a letter, a story.")
            self.drawing.words(painter, self.viewport().rect(), words)
        if self.hasFocus():
            self.drawing.focus(painter, self.viewport().rect())


def _away(rect: QRectF, point: QPointF) -> float:
    """Return how far a point is from a rectangle."""
    across = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    down = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return across + down
