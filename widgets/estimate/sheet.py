"""The estimate's grid as it is seen: columns, titles that stay, the strip at which rows are taken."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from widgets.desk import Desk
from widgets.estimate import dropping
from widgets.estimate.cursor import CursorTable, Index
from widgets.estimate.delegate import CellDelegate
from widgets.estimate.gutter import Gutter
from widgets.estimate.heading import Heading
from widgets.estimate.painting import ITEM_HEIGHT, SECTION_HEIGHT, SUBSECTION_HEIGHT, CellPainter
from widgets.look.parts import label
from widgets.look.scale import px
from widgets.models.estimate import ROW_ROLE, EstimateModel
from widgets.models.estimate_columns import FIELDS, USUAL, WIDTHS, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

TITLE_LEAST, TITLE_LEAST_USUAL = 200, 136
AMOUNT_ROOM = 22
"""Pixels that the largest sum leaves beside itself in its column."""
CALLOUT_WIDTH = 260
ROLE_SHOWN_FROM, NAME_ROOM = 600, 28
"""Pixels of width from which there is room to say who does a line; what a name gets besides where titles have enough."""


class Sheet(CursorTable):
    """The sheet: columns that come and go, titles that stay, the strip at its left where rows are dragged.

    `row_changed` brings the row that is on view, a GridRow. `gap` is the row before which dragged ones would stand.
    """

    row_changed = Signal(object)

    def __init__(self, desk: Desk, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._desk = desk
        self.telling = False
        self.gap: int | None = None
        self.cells = CellPainter(desk, model)
        self._delegate = CellDelegate(desk, model, self)
        self._callout = label("", "callout", wrap=True)
        self._callout.setParent(self.viewport())
        self._callout.hide()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self._set_headers()
        self.selectionModel().selectionChanged.connect(lambda: self.verticalHeader().viewport().update())
        desk.columns.changed.connect(self._fit_columns)
        desk.media.loaded.connect(self.viewport().update)
        model.rowsInserted.connect(self._fit_rows)
        model.rowsRemoved.connect(self._fit_rows)
        model.modelReset.connect(self._fit_rows)
        model.dataChanged.connect(self._follow)
        model.refused.connect(self._call_out)

    def _set_headers(self) -> None:
        gutter = Gutter(self._desk.look, self, self, self.setFocus)
        self.setVerticalHeader(gutter)
        gutter.setDefaultSectionSize(px(ITEM_HEIGHT))
        heading = Heading(self._desk.look, self)
        self.setHorizontalHeader(heading)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heading.customContextMenuRequested.connect(lambda at: self.columns_menu(heading.mapToGlobal(at)))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, px(width))
        self._fit_rows()
        self._fit_columns()

    def _fit_rows(self) -> None:
        """Give sections their height; every other row has the usual one."""
        for section in self._desk.session.proposal.estimate.sections:
            number = self._model.row_of(GridRow(RowKind.SECTION, section.id))
            height = px(SECTION_HEIGHT if section.level == 1 else SUBSECTION_HEIGHT)
            if number >= 0 and self.rowHeight(number) != height:
                self.setRowHeight(number, height)

    def _fit_columns(self) -> None:
        """Show the columns that are chosen; the title has the room that they leave, or scrolls over them."""
        shown = set(self._desk.columns.shown())
        room = self.viewport().width()
        usual = shown == set(USUAL)
        unscrolled = self.width() - self.verticalHeader().width()  # a scroll bar that comes while one types hides no column
        if unscrolled < px(ROLE_SHOWN_FROM) and usual and not self._desk.columns.wants(Column.ROLE):
            shown.discard(Column.ROLE)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        self.cells.shown = frozenset(shown)
        self.setColumnWidth(Column.AMOUNT, self._amount_width())
        others = sum(self.columnWidth(column) for column in shown if column not in (Column.TITLE, Column.ROLE))
        spare = room - others - px(WIDTHS[Column.ROLE] + TITLE_LEAST)
        self.setColumnWidth(Column.ROLE, px(WIDTHS[Column.ROLE]) + min(max(spare, 0), px(NAME_ROOM)))
        taken = others + (self.columnWidth(Column.ROLE) if Column.ROLE in shown else 0)
        self.setColumnWidth(Column.TITLE, max(px(TITLE_LEAST_USUAL if usual else TITLE_LEAST), room - taken))
        self.updateGeometries()
        self.viewport().update()

    def _amount_width(self) -> int:
        """Return how wide the column of sums is: the largest one fits into it."""
        largest = self._model.largest_amount()
        return max(px(WIDTHS[Column.AMOUNT]), self.cells.width_of(largest) + px(AMOUNT_ROOM))

    def _follow(self) -> None:
        """Keep up with an edit."""
        self._fit_rows()
        if self._amount_width() != self.columnWidth(Column.AMOUNT):
            self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title the room there is."""
        super().resizeEvent(event)
        self._fit_columns()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is on view now."""
        super().currentChanged(current, previous)
        row: GridRow | None = current.data(ROW_ROLE)
        if row is not None and row.path and self.hasFocus():
            field = FIELDS.get(Column(current.column()), ("", ""))[0] if row.kind is RowKind.ITEM else "title"
            self.telling = True
            self._desk.session.go_to(f"{row.path}/{field}".rstrip("/"))
            self.telling = False
        if current.row() != previous.row():
            self.row_changed.emit(current.data(ROW_ROLE))
        self._call_out()

    def _call_out(self, _reason: str = "") -> None:
        """Say below the cell of the cursor why what was typed there was not taken."""
        row = self.current_row()
        fault = self._model.fault(row, Column(self.currentIndex().column())) if row is not None else None
        if fault is None:
            self._callout.hide()
            return
        self._callout.setText(fault.reason)
        self._callout.setFixedWidth(px(CALLOUT_WIDTH))
        self._callout.adjustSize()
        box = self.visualRect(self.currentIndex())
        left = max(4, min(box.left(), self.viewport().width() - self._callout.width() - 4))
        below = box.bottom() + 3
        if below + self._callout.height() > self.viewport().height():
            below = box.top() - self._callout.height() - 3
        self._callout.move(left, below)
        self._callout.show()
        self._callout.raise_()

    def columns_menu(self, at: QPoint) -> None:
        """Offer the columns."""
        menu = QMenu(self)
        self._desk.columns.fill(menu)
        menu.exec(at)
        menu.deleteLater()

    # drawing -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table; the titles stay where columns are scrolled; an empty one says how to begin.

        Qt's own drawing of tables asks for every cell several times what it may be; this one knows.
        """
        painter = QPainter(self.viewport())
        region, rows = event.rect(), self._model.rows()
        first, last = self.rowAt(region.top()), self.rowAt(region.bottom())
        numbers = range(max(first, 0), (last if last >= 0 else len(rows) - 1) + 1)
        scrolled = self.horizontalScrollBar().value() > 0
        places = [(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in self.shown_columns()]
        visible = [place for place in places[scrolled:] if place[1] + place[2] > region.left() and place[1] <= region.right()]
        self._paint_rows(painter, numbers, visible)
        if scrolled:
            self._paint_titles(painter, numbers, region)
        if self.gap is not None:
            painter.fillRect(0, self._gap_y(self.gap) - 1, self.viewport().width(), 3, self._desk.look.color("accent"))
        if len(rows) <= 1:
            painter.setPen(self._desk.look.color("secondary"))
            below = self.viewport().rect().adjusted(32, 64, -32, -32)
            words = tr("Type the name of the first section, paste rows from a spreadsheet, or drop an estimate onto the window.")
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)

    def _paint_rows(self, painter: QPainter, numbers: range, places: Sequence[tuple[Column, int, int]]) -> None:
        rows, drawn = self._model.rows(), self.cells
        chosen = [(part.top(), part.bottom(), part.left(), part.right()) for part in self.selectionModel().selection().toList()]
        current = (self.currentIndex().row(), self.currentIndex().column()) if self.hasFocus() else (-1, -1)
        width = places[-1][1] + places[-1][2] if places else 0
        for number in numbers:
            row, top, height = rows[number], self.rowViewportPosition(number), self.rowHeight(number)
            drawn.ground(painter, QRect(0, top, width, height), row)
            within = [(left, right) for upper, lower, left, right in chosen if upper <= number <= lower]
            for column, left, wide in places:
                selected = any(first <= column <= last for first, last in within)
                box = QRect(left, top, wide, height)
                drawn.paint(painter, box, row, column, selected=selected, focused=(number, column) == current)

    def _paint_titles(self, painter: QPainter, numbers: range, region: QRect) -> None:
        """Draw the titles over what has been scrolled below them."""
        width = self.columnWidth(Column.TITLE)
        painter.fillRect(0, region.top(), width, region.height(), self._desk.look.color("surface"))
        painter.setClipRect(QRect(0, region.top(), width, region.height()))
        self._paint_rows(painter, numbers, [(Column.TITLE, 0, width)])
        painter.setClipping(False)
        painter.fillRect(width - 1, region.top(), 1, region.height(), self._desk.look.color("outline"))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the titles where they are."""
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.horizontalHeader().viewport().update()
        self._callout.hide()

    def indexAt(self, point: QPoint) -> Index:  # type: ignore[override]
        """Return the cell at a point: the title where it stands over others."""
        if self.horizontalScrollBar().value() and point.x() < self.columnWidth(Column.TITLE):
            return self._model.index(self.rowAt(point.y()), Column.TITLE)
        return super().indexAt(point)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Bring a cell into sight: beside the titles, not below them."""
        bar, column = self.horizontalScrollBar(), Column(max(0, index.column()))
        across = bar.value()
        super().scrollTo(index, hint)
        if column is Column.TITLE:
            bar.setValue(across)
            return
        left = self.columnViewportPosition(column) - self.columnWidth(Column.TITLE)
        if bar.value() and left < 0:
            bar.setValue(bar.value() + left)
        elif bar.value():
            bar.setValue(bar.value() + min(left, self._overlapped()))

    def _overlapped(self) -> int:
        """Return how much of a column still looks out from below the titles."""
        edge = self.columnWidth(Column.TITLE)
        for column in self.shown_columns()[1:]:
            left = self.columnViewportPosition(column)
            if left < edge < left + self.columnWidth(column):
                return left + self.columnWidth(column) - edge
        return 0

    # rows at the strip ---------------------------------------------------------------------------------------------

    def choose_row(self, number: int, *, further: bool) -> None:
        """Choose a whole row, or all from the one that was chosen first to it."""
        start = self._anchor.row() if further and self._anchor.isValid() else number
        rows = self._model.rows()
        chosen = list(rows[min(start, number) : max(start, number) + 1])
        self.select(chosen if start <= number else chosen[::-1])

    def is_chosen(self, number: int) -> bool:
        """Tell whether a row is chosen as a whole."""
        return self._whole and self.selectionModel().isSelected(self._model.index(number, 0))

    def can_drag(self, number: int) -> bool:
        """Tell whether a row can be taken elsewhere."""
        rows = self._model.rows()
        return 0 <= number < len(rows) and bool(rows[number].path)

    def scroll_by(self, pixels: int) -> None:
        """Scroll down, or up where the number is below zero."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pixels)

    def drag_to(self, y: int | None) -> None:
        """Show where dragged rows would stand; None takes the line away."""
        self.gap = None if y is None else self._gap_at(y)
        self.viewport().update()

    def drop_at(self, y: int) -> None:
        """Put the chosen rows there."""
        gap = self._gap_at(y)
        moved = dropping.drop(self._desk.session, self._model.rows(), self.selected_rows(), gap)
        if moved:
            self.select(moved)

    def _gap_at(self, y: int) -> int:
        """Return before which row something dropped would stand."""
        rows = self._model.rows()
        number = self.rowAt(min(max(y, 0), self.viewport().height() - 1))
        number = len(rows) - 1 if number < 0 else number
        gap = number + (y > self.rowViewportPosition(number) + self.rowHeight(number) // 2)
        return dropping.gap_for(self._desk.session.proposal.estimate.sections, rows, self.selected_rows(), gap)

    def _gap_y(self, gap: int) -> int:
        if gap < self._model.rowCount():
            return self.rowViewportPosition(gap)
        return self.rowViewportPosition(gap - 1) + self.rowHeight(gap - 1)
