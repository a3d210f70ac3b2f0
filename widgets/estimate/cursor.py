"""A table in which the cursor and the selection move as in spreadsheets, by keys alone."""

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from widgets.models.estimate import ROW_ROLE, EstimateModel
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow, RowKind

Index = QModelIndex | QPersistentModelIndex
_FLAGS = QItemSelectionModel.SelectionFlag
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class CursorTable(QTableView):
    """The table. Cells are selected in blocks, or whole rows after `choose_rows`. Who inherits it sets the model."""

    def __init__(self, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._anchor = QPersistentModelIndex()
        self._whole = False
        self._tab_start = -1
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        model.rowsInserted.connect(self._mend_anchor)
        model.rowsRemoved.connect(self._mend_anchor)

    def _mend_anchor(self) -> None:
        if not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(self.currentIndex())

    # where one is --------------------------------------------------------------------------------------------------

    def current_row(self) -> GridRow | None:
        """Return the row of the cursor."""
        row: GridRow | None = self.currentIndex().data(ROW_ROLE)
        return row

    def shown_columns(self) -> list[Column]:
        """Return the columns that are on view."""
        return [column for column in Column if not self.isColumnHidden(column)]

    def selected_rows(self) -> list[GridRow]:
        """Return the rows in which anything is selected, from top to bottom; the row of the cursor where nothing is."""
        chosen: set[int] = set()
        for part in self.selectionModel().selection().toList():
            chosen.update(range(part.top(), part.bottom() + 1))
        numbers = sorted(chosen or {self.currentIndex().row()})
        rows = self._model.rows()
        return [rows[number] for number in numbers if 0 <= number < len(rows)]

    def selected_columns(self) -> list[Column]:
        """Return the columns in which anything is selected, of those on view."""
        if self._whole:
            return self.shown_columns()
        chosen: set[int] = set()
        for part in self.selectionModel().selection().toList():
            chosen.update(range(part.left(), part.right() + 1))
        return [column for column in self.shown_columns() if column in (chosen or {self.currentIndex().column()})]

    @property
    def whole_rows(self) -> bool:
        """Whether rows are selected, not cells."""
        return self._whole

    def go_to(self, row: GridRow, column: Column | None = None) -> None:
        """Put the cursor into a row."""
        number = self._model.row_of(row)
        if number >= 0:
            self._move(number, max(0, self.currentIndex().column()) if column is None else column)

    def select(self, rows: list[GridRow], *, whole: bool = True) -> None:
        """Select rows, the cursor in the first: as rows, or else only their cells in the columns that are selected now."""
        numbers = [number for row in rows if (number := self._model.row_of(row)) >= 0]
        if not numbers:
            return
        columns = self.selected_columns()
        self._move(numbers[0], max(0, self.currentIndex().column()))
        self._whole = whole
        chosen = QItemSelection()
        left, right = (0, len(Column) - 1) if whole else (columns[0], columns[-1])
        for number in numbers:
            chosen.select(self._model.index(number, left), self._model.index(number, right))
        self.selectionModel().select(chosen, _FLAGS.ClearAndSelect)
        self._anchor = QPersistentModelIndex(self._model.index(numbers[0], self.currentIndex().column()))

    def choose_rows(self) -> None:
        """Select the rows of the selection from one end to the other."""
        self.select(self.selected_rows())

    def selectAll(self) -> None:
        """Select all rows."""
        super().selectAll()
        self._whole = True
        self.verticalHeader().viewport().update()

    # moving --------------------------------------------------------------------------------------------------------

    def step_down(self) -> None:
        """Move the cursor a line down; below the last line of a section waits an empty one."""
        self._step(1)

    def step_up(self) -> None:
        """Move the cursor a line up."""
        self._step(-1)

    def step_on(self) -> None:
        """Move the cursor a line down, to the column in which going on with Tab began."""
        self._step(1, self._tab_start)

    def step_back(self) -> None:
        """Move the cursor a line up, to the column in which going on with Tab began."""
        self._step(-1, self._tab_start)

    def step_next(self) -> None:
        """Move to the next cell that can be typed into."""
        self._next_cell(1)

    def step_to_quantity(self) -> None:
        """Move to how much of it there is, in the same line."""
        if self._tab_start < 0:
            self._tab_start = Column.TITLE
        self._move(self.currentIndex().row(), Column.QUANTITY, keep_start=True)

    def _step(self, by: int, column: int = -1) -> None:
        current = self.currentIndex()
        target = self._model.index(current.row() + by, current.column() if column < 0 else column)
        if target.isValid():
            if not target.flags() & Qt.ItemFlag.ItemIsEditable:
                target = target.siblingAtColumn(Column.TITLE)
            self._move(target.row(), target.column())

    def _next_cell(self, by: int) -> None:
        """Move to the next cell that can be typed into, in the next line where this one ends."""
        current = self.currentIndex()
        row, column = current.row(), current.column()
        start = column if self._tab_start < 0 else self._tab_start
        while 0 <= row < self._model.rowCount():
            column += by
            if not 0 <= column < len(Column):
                row, column = row + by, 0 if by > 0 else len(Column) - 1
            target = self._model.index(row, column)
            if target.isValid() and target.flags() & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(column):
                self._move(row, column, keep_start=True)
                self._tab_start = start if row == current.row() else Column.TITLE
                return

    def _move(self, row: int, column: int, *, extend: bool = False, keep_start: bool = False) -> None:
        """Put the cursor into a cell; with `extend` everything from where the selection began to it is selected."""
        index = self._model.index(row, column)
        if not keep_start:
            self._tab_start = -1
        if extend and self._anchor.isValid():
            one, other = self._model.index(self._anchor.row(), self._anchor.column()), index
            flags = _FLAGS.ClearAndSelect | (_FLAGS.Rows if self._whole else _FLAGS.NoUpdate)
            block = QItemSelection(
                self._model.index(min(one.row(), other.row()), min(one.column(), other.column())),
                self._model.index(max(one.row(), other.row()), max(one.column(), other.column())),
            )
            self.selectionModel().setCurrentIndex(index, _FLAGS.NoUpdate)
            self.selectionModel().select(block, flags)
        else:
            self._whole = False
            self._anchor = QPersistentModelIndex(index)
            self.selectionModel().setCurrentIndex(index, _FLAGS.ClearAndSelect)
        self.scrollTo(index)
        self.verticalHeader().viewport().update()

    def navigate(self, event: QKeyEvent) -> bool:
        """Move the cursor by a key; with Shift the selection follows. Return whether the key does that."""
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~(_CONTROL | _SHIFT | Qt.KeyboardModifier.KeypadModifier)
        current = self.currentIndex()
        if plain or not current.isValid():
            return False
        far, extend = bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
        target = self._target(key, current.row(), Column(current.column()), far=far)
        if target is None:
            return False
        self._move(*target, extend=extend)
        return True

    def _target(self, key: Qt.Key, row: int, column: Column, *, far: bool) -> tuple[int, int] | None:
        columns, last = self.shown_columns(), self._model.rowCount() - 1
        page = max(1, self.viewport().height() // max(1, self.rowHeight(row)) - 1)
        if key in _ARROWS:
            down, right = _ARROWS[key]
            if right:
                place = columns.index(column) if column in columns else 0
                return row, (columns[-1 if right > 0 else 0] if far else columns[min(max(place + right, 0), len(columns) - 1)])
            return (self._edge(row, down) if far else min(max(row + down, 0), last)), column
        return {
            Qt.Key.Key_Home: (0 if far else row, columns[0]),
            Qt.Key.Key_End: (last if far else row, columns[-1]),
            Qt.Key.Key_PageUp: (max(row - page, 0), column),
            Qt.Key.Key_PageDown: (min(row + page, last), column),
        }.get(key)

    def _edge(self, row: int, by: int) -> int:
        """Return the next row of a section in a direction, or the last row there."""
        rows = self._model.rows()
        row += by
        while 0 < row < len(rows) - 1 and rows[row].kind not in (RowKind.SECTION, RowKind.NEW_SECTION):
            row += by
        return min(max(row, 0), len(rows) - 1)

    # events --------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; with Shift go on with the one there is."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton and event.modifiers() == _SHIFT:
            self._move(index.row(), index.column(), extend=True)
            return
        self._whole, self._tab_start = False, -1
        super().mousePressEvent(event)
        if index.isValid():
            self._anchor = QPersistentModelIndex(index)
        self.verticalHeader().viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab leaves a cell for the next one without opening it."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        hints = QAbstractItemDelegate.EndEditHint
        if hint in (hints.EditNextItem, hints.EditPreviousItem):
            self._next_cell(1 if hint is hints.EditNextItem else -1)

    def event(self, event: QEvent) -> bool:
        """Keep Tab inside of the table."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                self._next_cell(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self._next_cell(-1)
                return True
        return super().event(event)
