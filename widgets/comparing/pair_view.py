"""The pages of two states side by side, scrolled together, with what differs marked on them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from widgets.comparing.marks import Mark, Sign
from widgets.comparing.pairing import Pair, paired
from widgets.look.look import Look, face
from widgets.preview.press import Want
from widgets.preview.sheets import Sheets
from widgets.words import tr

GAP, BAR = 24, 4
AHEAD = 3
"""So many rows beyond the edge of the window are made ready."""
SMALLEST, LARGEST, STEP = 0.5, 4.0, 1.2
_COLORS = {Sign.CHANGED: "warning", Sign.GONE: "error", Sign.NEW: "success"}


class PairView(QAbstractScrollArea):
    """Two columns of pages. `turned` brings the number of the change that was gone to and how many there are."""

    turned = Signal(int, int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sides: tuple[Sheets, Sheets] | None = None
        self._marks: tuple[Sequence[Mark], Sequence[Mark]] = ((), ())
        self._rows: list[Pair] = []
        self._tops: list[float] = []
        self._stops: list[tuple[int, float]] = []
        self._stop, self._zoom, self._scale = -1, 1.0, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Pages side by side"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)

    def show_pair(self, old: Sheets, new: Sheets, marks: tuple[Sequence[Mark], Sequence[Mark]]) -> None:
        """Show two states."""
        self.clear()
        self._sides, self._marks = (old, new), marks
        self._rows = paired(old.pages, new.pages)
        for side in (old, new):
            side.ready.connect(self.viewport().update)
        self._stops = self._found_stops()
        self._stop = -1
        self.verticalScrollBar().setValue(0)
        self._arrange()
        self.turned.emit(0, len(self._stops))

    def clear(self) -> None:
        """Show nothing."""
        for side in self._sides or ():
            side.stop()
            side.deleteLater()
        self._sides, self._rows, self._stops = None, [], []
        self._arrange()

    @property
    def changes(self) -> int:
        """How many places differ."""
        return len(self._stops)

    def _found_stops(self) -> list[tuple[int, float]]:
        """Return the rows and heights at which something differs, each once, from top to bottom."""
        rows = ({pair[0]: i for i, pair in enumerate(self._rows)}, {pair[1]: i for i, pair in enumerate(self._rows)})
        found = {
            (rows[side][mark.page], mark.box.top()) for side in (0, 1) for mark in self._marks[side] if mark.page in rows[side]
        }
        for number, pair in enumerate(self._rows):
            if None in pair:
                found.add((number, 0.0))
        stops: list[tuple[int, float]] = []
        for row, top in sorted(found):
            if not stops or stops[-1][0] != row or top - stops[-1][1] > GAP:
                stops.append((row, top))
        return stops

    def step(self, by: int) -> None:
        """Go to the next place that differs, or to the one before."""
        if self._stops:
            self._stop = (self._stop + by) % len(self._stops) if self._stop >= 0 else 0 if by > 0 else len(self._stops) - 1
            row, top = self._stops[self._stop]
            self.verticalScrollBar().setValue(round(self._tops[row] + top * self._scale - self.viewport().height() / 3))
            self.turned.emit(self._stop + 1, len(self._stops))

    def show_mark(self, mark: Mark) -> None:
        """Bring a place on the pages of the newer state into view."""
        row = next((i for i, pair in enumerate(self._rows) if pair[1] == mark.page), -1)
        if row >= 0:
            wanted = self._tops[row] + mark.box.top() * self._scale - self.viewport().height() / 3
            self.verticalScrollBar().setValue(round(wanted))

    def zoom(self, by: float) -> None:
        """Show the pages larger or smaller; at 1 both fill the width."""
        before = self._scale
        self._zoom = min(max(self._zoom * by, SMALLEST), LARGEST)
        place = self.verticalScrollBar().value()
        self._arrange()
        self.verticalScrollBar().setValue(round(place * self._scale / before))

    # where things stand --------------------------------------------------------------------------------------------

    def _column(self) -> float:
        """Return the width of a column in points of the screen."""
        return max(120.0, (self.viewport().width() - 3 * GAP) / 2 * self._zoom)

    def _arrange(self) -> None:
        pages = [page for side in self._sides or () for page in side.pages]
        self._scale = self._column() / max((page.width for page in pages), default=595.0)
        self._tops, top = [], float(GAP)
        for pair in self._rows:
            self._tops.append(top)
            top += self._height(pair) + GAP
        port = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, round(top - port.height())))
        self.verticalScrollBar().setPageStep(port.height())
        self.verticalScrollBar().setSingleStep(48)
        wide = 2 * self._column() + 3 * GAP
        self.horizontalScrollBar().setRange(0, max(0, round(wide - port.width())))
        self.horizontalScrollBar().setPageStep(port.width())
        self._scrolled()

    def _height(self, pair: Pair) -> float:
        assert self._sides is not None
        return max(self._sides[side].pages[index].height for side, index in enumerate(pair) if index is not None) * self._scale

    def page_rect(self, row: int, side: int) -> QRectF:
        """Return where the page of a side stands in the viewport; an empty place of the other's size where it has none."""
        assert self._sides is not None
        index, other = self._rows[row][side], self._rows[row][1 - side]
        page = self._sides[side].pages[index] if index is not None else self._sides[1 - side].pages[other or 0]
        left = GAP + side * (self._column() + GAP) - self.horizontalScrollBar().value()
        top = self._tops[row] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(page.width * self._scale), round(page.height * self._scale))

    def visible(self, beyond: int = 0) -> list[int]:
        """Return the rows that are seen, and so many beyond them."""
        top, port = self.verticalScrollBar().value(), self.viewport().height()
        seen = [i for i, at in enumerate(self._tops) if at < top + port and at + self._height(self._rows[i]) > top]
        if not seen or not beyond:
            return seen
        return [*seen, *range(seen[-1] + 1, min(seen[-1] + 1 + beyond, len(self._rows)))]

    def _scrolled(self) -> None:
        if self._sides is not None:
            for number, side in enumerate(self._sides):
                wants = [self._want(row, number) for row in self.visible(AHEAD)]
                side.prepare([want for want in wants if want is not None])
        self.viewport().update()

    def _want(self, row: int, side: int) -> Want | None:
        index = self._rows[row][side]
        width = max(1, round(self.page_rect(row, side).width() * self.devicePixelRatioF()))
        return Want(index, width) if index is not None else None

    # events --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        self._arrange()

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
            self.zoom(STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from change to change with N and P, along the pages with the usual keys."""
        bar, key = self.verticalScrollBar(), Qt.Key(event.key())
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key is Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_N, Qt.Key.Key_P):
            self.step(1 if key is Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    # painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.color("desk"))
        for row in self.visible():
            for side in (0, 1):
                self._paint(painter, row, side)
        if self.hasFocus():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))

    def _paint(self, painter: QPainter, row: int, side: int) -> None:
        assert self._sides is not None
        rect, index = self.page_rect(row, side), self._rows[row][side]
        if index is None:
            painter.setPen(QPen(self._look.color("outline"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self._look.color("secondary"))
            painter.setFont(face())
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tr("Not here then") if side == 0 else tr("Not here any more"))
            return
        want = self._want(row, side)
        picture = self._sides[side].picture(want) if want is not None else None
        if picture is None:
            painter.fillRect(rect, QColor("#FFFFFF"))
        else:
            painter.drawImage(rect, picture)
        marks = [mark for mark in self._marks[side] if mark.page == index]
        for mark in marks:
            self._paint_mark(painter, rect, mark)
        alone = self._rows[row][1 - side] is None
        if marks or alone:
            sign = Sign.CHANGED if not alone else Sign.GONE if side == 0 else Sign.NEW
            bar = QRectF(rect.left() - BAR - 4, rect.top(), BAR, rect.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color(_COLORS[sign]))
            painter.drawRoundedRect(bar, 2, 2)

    def _paint_mark(self, painter: QPainter, page: QRectF, mark: Mark) -> None:
        """Draw a mark: words that are gone are struck through, new ones underlined, other parts framed."""
        color = self._look.color(_COLORS[mark.sign])
        box = QRectF(page.topLeft() + mark.box.topLeft() * self._scale, mark.box.size() * self._scale)
        wash = QColor(color)
        wash.setAlphaF(0.18)
        if mark.word:
            painter.fillRect(box.adjusted(-1, -1, 1, 1), wash)
            painter.setPen(QPen(color, max(1.5, box.height() / 18)))
            y = box.center().y() if mark.sign is Sign.GONE else box.bottom() + 1
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            return
        painter.setPen(QPen(color, 1.5, Qt.PenStyle.DashLine if mark.sign is Sign.GONE else Qt.PenStyle.SolidLine))
        wash.setAlphaF(0.10)
        painter.setBrush(wash)
        painter.drawRoundedRect(box.adjusted(-3, -2, 3, 2).intersected(page), 3, 3)
