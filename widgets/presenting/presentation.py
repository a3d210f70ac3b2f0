"""The proposal shown to somebody: one page or spread at a time fills the screen."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from widgets.desk import Desk
from widgets.look.look import face
from widgets.presenting.grid import PageGrid, page_grid
from widgets.presenting.slides import Slides
from widgets.preview.arrangement import rows_of
from widgets.preview.geometry import link_at
from widgets.preview.press import Want
from widgets.words import tr

GROUND, GRID_GROUND, EMPTY = QColor("#000000"), QColor("#1A1A19"), QColor("#FFFFFF")
QUIET = 2000
"""Milliseconds without a move after which the pointer is hidden, and a number that was begun is forgotten."""
MOST_DIGITS = 4
_NEXT = {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_N}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace, Qt.Key.Key_P}
_BLACK = {Qt.Key.Key_B, Qt.Key.Key_Period}
_ENDS = {Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11}
_ARROWS = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}
_LATIN = {"и": Qt.Key.Key_B, "ю": Qt.Key.Key_Period, "п": Qt.Key.Key_G, "е": Qt.Key.Key_T}
"""What stands on the same keys of a Russian keyboard."""


class Presentation(QWidget):
    """Fills the screen. `ended` brings the page at which it was ended."""

    ended = Signal(int)

    def __init__(self, desk: Desk, index: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.session.proposal.title)
        self.setMouseTracking(True)
        self._desk, self.slides = desk, Slides(desk, self)
        self.index = max(0, index)
        self.two_up = any(page.height > page.width for page in self.slides.pages)
        self.blank: QColor | None = None
        self.grid: PageGrid | None = None
        self._chosen, self.number = self.index, ""
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._calm)
        self.slides.ready.connect(self.update)

    def begin(self) -> None:
        """Fill the screen on which the window is."""
        parent = self.parentWidget()
        screen = parent.screen() if parent is not None else self.screen()
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.activateWindow()
        self.setFocus()
        self._quiet.start()
        self.show_page(self.index)

    # where one is --------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[tuple[int, ...], ...]:
        """Which pages are seen together."""
        return rows_of(len(self.slides.pages), two_up=self.two_up)

    @property
    def row(self) -> int:
        """The number of the row that is seen."""
        return next(number for number, row in enumerate(self.rows) if self.index in row)

    def show_page(self, index: int) -> None:
        """Show a page, with its neighbour where two are seen."""
        self.index = min(max(index, 0), len(self.slides.pages) - 1)
        self.blank = None
        count = len(self.slides.pages)
        self.setAccessibleName(tr("Presentation"))
        self.setAccessibleDescription(tr("Page {page} of {count}", page=self.index + 1, count=count))
        self._prepare()
        self.update()

    def turn(self, by: int) -> None:
        """Go so many rows on; at the ends stay."""
        number = min(max(self.row + by, 0), len(self.rows) - 1)
        self.show_page(self.rows[number][0])

    def _prepare(self) -> None:
        row = self.row
        near = [number for number in (row, row + 1, row - 1, row + 2) if 0 <= number < len(self.rows)]
        self.slides.prepare([want for number in near for want, _ in self._places(number)])

    def _places(self, number: int) -> list[tuple[Want, QRectF]]:
        """Return the pages of a row as they are wanted, and where they stand."""
        row, pages, room = self.rows[number], self.slides.pages, QRectF(self.rect())
        wide, high = sum(pages[i].width for i in row), max(pages[i].height for i in row)
        scale = min(room.width() / wide, room.height() / high)
        left = room.center().x() - wide * scale / 2
        found = []
        for i in row:
            width, height = pages[i].width * scale, pages[i].height * scale
            box = QRectF(round(left), round(room.center().y() - height / 2), round(width), round(height))
            found.append((Want(i, max(1, round(box.width() * self.devicePixelRatioF()))), box))
            left += width
        return found

    # keys and mouse ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, go to one by its number, blank the screen, show all pages, end."""
        key = _LATIN.get(event.text().lower(), Qt.Key(event.key()))
        if self.grid is not None:
            self._key_in_grid(key)
        elif event.text().isdecimal() and event.text().isascii():
            self.number = (self.number + event.text())[-MOST_DIGITS:]
            self._quiet.start()
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            self._key(key, back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def _key(self, key: Qt.Key, *, back: bool) -> None:
        deeds: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Home: lambda: self.show_page(0),
            Qt.Key.Key_End: lambda: self.show_page(len(self.slides.pages) - 1),
            Qt.Key.Key_Space: lambda: self.turn(-1 if back else 1),
            Qt.Key.Key_G: self._open_grid,
            Qt.Key.Key_T: self._pair,
        }
        if self.blank is not None and key not in _ENDS:
            self._blank(None)
        elif key in _NEXT or key in _BACK:
            self.turn(1 if key in _NEXT else -1)
        elif key in _BLACK:
            self._blank(GROUND)
        elif key in _ENDS:
            self.close()
        elif key in deeds:
            deeds[key]()

    def _enter(self) -> None:
        number, self.number = self.number, ""
        if number:
            self.show_page(int(number) - 1)
        else:
            self.turn(1)

    def _blank(self, ground: QColor | None) -> None:
        self.blank = ground
        self.update()

    def _pair(self) -> None:
        self.two_up = not self.two_up
        self.show_page(self.index)

    def _open_grid(self) -> None:
        self.grid, self._chosen = page_grid(self.slides.pages, QRectF(self.rect())), self.index
        self.unsetCursor()
        self.update()

    def _key_in_grid(self, key: Qt.Key) -> None:
        assert self.grid is not None
        if key in _ARROWS:
            self._chosen = self.grid.step(self._chosen, *_ARROWS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._chosen = 0 if key is Qt.Key.Key_Home else len(self.slides.pages) - 1
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick(self._chosen)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_G):
            self.grid = None
        self.update()

    def _pick(self, index: int) -> None:
        self.grid = None
        if index >= 0:
            self.show_page(index)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on; with the right button go back. A link within the proposal leads to its page."""
        if self.grid is not None:
            if (index := self.grid.at(event.position())) >= 0:
                self._pick(index)
        elif self.blank is not None:
            self._blank(None)
        elif event.button() is Qt.MouseButton.RightButton:
            self.turn(-1)
        elif event.button() is Qt.MouseButton.LeftButton:
            page = self._linked(event.position())
            if page >= 0:
                self.show_page(page)
            else:
                self.turn(1)

    def _linked(self, position: QPointF) -> int:
        """Return the page that a link under a point leads to, -1 for none."""
        for want, box in self._places(self.row):
            if box.contains(position):
                page = self.slides.pages[want.index]
                link = link_at(page, (position - box.topLeft()) * (page.width / box.width()))
                return link.page if link is not None else -1
        return -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the pointer while it moves."""
        if self.grid is not None:
            self._chosen = max(self.grid.at(event.position()), 0) if self.grid.at(event.position()) >= 0 else self._chosen
            self.update()
        if self.cursor().shape() is Qt.CursorShape.BlankCursor:
            self.unsetCursor()
        self._quiet.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn pages."""
        if self.grid is None and event.angleDelta().y():
            self.turn(-1 if event.angleDelta().y() > 0 else 1)

    def _calm(self) -> None:
        if self.grid is None:
            self.setCursor(Qt.CursorShape.BlankCursor)
        if self.number:
            self.number = ""
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the screen anew."""
        super().resizeEvent(event)
        if self.grid is not None:
            self.grid = page_grid(self.slides.pages, QRectF(self.rect()))
        self._prepare()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell where it was ended."""
        self.slides.stop()
        super().closeEvent(event)
        self.ended.emit(self.index)

    # painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        if self.grid is not None:
            self._paint_grid(painter, self.grid)
            return
        painter.fillRect(self.rect(), GROUND)
        if self.blank is None:
            for want, box in self._places(self.row):
                picture = self.slides.picture(want)
                if picture is None:
                    painter.fillRect(box, EMPTY)
                else:
                    painter.drawImage(box, picture)
        if self.number:
            self._paint_number(painter)

    def _paint_grid(self, painter: QPainter, grid: PageGrid) -> None:
        painter.fillRect(self.rect(), GRID_GROUND)
        for i, box in enumerate(grid.boxes):
            picture = self.slides.picture(Want(i, 0))
            if picture is None:
                painter.fillRect(box, EMPTY)
            else:
                painter.drawImage(box, picture)
            if i == self._chosen:
                painter.setPen(QPen(self._desk.look.color("accent"), 3))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 4, 4)

    def _paint_number(self, painter: QPainter) -> None:
        box = QRectF(0, 0, 160, 72)
        box.moveCenter(QPointF(self.width() / 2, self.height() - 96))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 20, 20, 220))
        painter.drawRoundedRect(box, 12, 12)
        painter.setPen(EMPTY)
        painter.setFont(face(32, QFont.Weight.DemiBold, tabular=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.number)


def present(desk: Desk, index: int, parent: QWidget, ended: Callable[[int], object]) -> Presentation | None:
    """Show the proposal from a page on; none where it has no pages yet."""
    if desk.pages.layout is None or not desk.pages.pages:
        return None
    made = Presentation(desk, index, parent)
    made.ended.connect(ended)
    made.begin()
    return made
