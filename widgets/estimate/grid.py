"""The estimate as a grid that behaves like a spreadsheet."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from widgets.desk import Desk
from widgets.estimate import rowdeeds
from widgets.estimate.clipboard import RowClipboard
from widgets.estimate.delegate import CellDelegate
from widgets.models.estimate import ROW_ROLE, EstimateModel
from widgets.models.estimate_cells import FIELDS, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {Column.ROLE: 124, Column.QUANTITY: 80, Column.UNIT: 64, Column.RATE: 80, Column.AMOUNT: 108}
ROLE_SHOWN_FROM = 600
"""Pixels of width from which there is room to say who does a line."""


class EstimateGrid(QTableView):
    """The grid. `row_changed` brings the row that is on view, a GridRow; `pasted` what was not understood."""

    row_changed = Signal(object)
    pasted = Signal(object)

    def __init__(self, desk: Desk, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.telling = False
        self._clipboard = RowClipboard(desk.session, desk.jobs, self)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(desk, model, self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(tr("Lines of the estimate"))
        self._set_headers()
        model.rowsInserted.connect(self._fit_rows)
        model.rowsRemoved.connect(self._fit_rows)
        model.modelReset.connect(self._fit_rows)
        model.grown.connect(self.go_to)
        desk.media.loaded.connect(self.viewport().update)

    def _set_headers(self) -> None:
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(40)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self._fit_rows()

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        self.clearSpans()
        for number, row in enumerate(self._model.rows()):
            if row.kind is RowKind.SECTION:
                self.setSpan(number, Column.TITLE, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title room where there is little."""
        self.setColumnHidden(Column.ROLE, event.size().width() < ROLE_SHOWN_FROM)
        super().resizeEvent(event)

    # where one is --------------------------------------------------------------------------------------------------

    def current_row(self) -> GridRow | None:
        """Return the row of the cursor."""
        row: GridRow | None = self.currentIndex().data(ROW_ROLE)
        return row

    def selected_rows(self) -> list[GridRow]:
        """Return the rows that are selected, from top to bottom; the row of the cursor where none is."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()} or {self.currentIndex().row()})
        rows = self._model.rows()
        return [rows[number] for number in numbers if 0 <= number < len(rows)]

    def go_to(self, row: GridRow, column: Column | None = None) -> None:
        """Put the cursor into a row."""
        number = self._model.row_of(row)
        if number >= 0:
            self._set_current(self._model.index(number, max(0, self.currentIndex().column()) if column is None else column))

    def select(self, rows: list[GridRow]) -> None:
        """Select rows, the cursor in the first."""
        numbers = [number for row in rows if (number := self._model.row_of(row)) >= 0]
        if not numbers:
            return
        self._set_current(self._model.index(numbers[0], max(0, self.currentIndex().column())))
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for number in numbers[1:]:
            self.selectionModel().select(self._model.index(number, 0), flags)

    def step_down(self) -> None:
        """Move the cursor a line down; below the last line of a section waits an empty one."""
        self._step(1)

    def step_up(self) -> None:
        """Move the cursor a line up."""
        self._step(-1)

    def _step(self, by: int) -> None:
        current = self.currentIndex()
        target = self._model.index(current.row() + by, current.column())
        if target.isValid():
            if not target.flags() & Qt.ItemFlag.ItemIsEditable:
                target = target.siblingAtColumn(Column.TITLE)
            self._set_current(target)

    def _next_cell(self, by: int) -> None:
        """Move to the next cell that can be typed into, in the next line where this one ends."""
        current = self.currentIndex()
        row, column = current.row(), current.column()
        while 0 <= row < self._model.rowCount():
            column += by
            if not 0 <= column < len(Column):
                row, column = row + by, 0 if by > 0 else len(Column) - 1
            target = self._model.index(row, column)
            if target.isValid() and target.flags() & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(column):
                self._set_current(target)
                return

    def _set_current(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

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

    # keys ----------------------------------------------------------------------------------------------------------

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab leaves a cell for the next one without opening it."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        hints = QAbstractItemDelegate.EndEditHint
        if hint in (hints.EditNextItem, hints.EditPreviousItem):
            self._next_cell(1 if hint is hints.EditNextItem else -1)

    def event(self, event: QEvent) -> bool:
        """Keep Tab inside of the grid."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Tab and not event.modifiers():
                self._next_cell(1)
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self._next_cell(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a spreadsheet does; typing begins to edit."""
        if self._command(event):
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif event.key() == Qt.Key.Key_Home:
            self._set_current(self.currentIndex().siblingAtColumn(Column.TITLE))
        else:
            super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        keys = {
            Qt.Key.Key_D: self.duplicate,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_Return: self.insert,
            Qt.Key.Key_Enter: self.insert,
        }
        if control and (call := keys.get(Qt.Key(event.key()))):
            call()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_rows(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to the selected rows."""
        look = self._desk.look
        menu = QMenu(self)
        deeds: tuple[tuple[str, str, str, Callable[[], None]] | None, ...] = (
            ("row", tr("Add a line"), "Ctrl+Enter", self.insert),
            ("duplicate", tr("Duplicate"), "Ctrl+D", self.duplicate),
            ("up", tr("Move up"), "Alt+Up", lambda: self.move_rows(-1)),
            ("down", tr("Move down"), "Alt+Down", lambda: self.move_rows(1)),
            None,
            ("", tr("Cut"), "Ctrl+X", self.cut),
            ("", tr("Copy"), "Ctrl+C", self.copy),
            ("", tr("Paste"), "Ctrl+V", self.paste),
            None,
            ("remove", tr("Remove"), "Ctrl+Del", self.remove),
        )
        for deed in deeds:
            if deed is None:
                menu.addSeparator()
                continue
            icon, words, keys, call = deed
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, call=call: call())
            if icon:
                action.setIcon(look.icon(icon))
        menu.exec(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the table; an empty one says how to begin."""
        super().paintEvent(event)
        if self._model.rowCount() > 1:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self._desk.look.color("secondary"))
        below = self.viewport().rect().adjusted(32, 64, -32, -32)
        words = tr("Type the name of the first section, paste rows from a spreadsheet, or drop an estimate onto the window.")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)

    # deeds ---------------------------------------------------------------------------------------------------------

    def delete(self) -> None:
        """Empty the cell of the cursor, or take out the rows where several are selected."""
        if len(self.selected_rows()) > 1:
            self.remove()
        elif self.currentIndex().isValid():
            self._model.clear_cell(self.currentIndex())

    def remove(self) -> None:
        """Take out the selected rows."""
        rows = self.selected_rows()
        number = self._model.row_of(rows[0]) if rows else -1
        rowdeeds.remove(self._desk.session, rows)
        last = self._model.rowCount() - 1
        if number >= 0:
            self._set_current(self._model.index(min(number, last), max(0, self.currentIndex().column())))

    def duplicate(self) -> None:
        """Put copies of the selected rows after them."""
        self.select(rowdeeds.duplicate(self._desk.session, self.selected_rows()))

    def insert(self) -> None:
        """Put an empty line below the cursor and go there."""
        row = self.current_row()
        made = rowdeeds.insert(self._desk.session, row) if row else None
        if made:
            self.go_to(made, Column.TITLE)

    def move_rows(self, by: int) -> None:
        """Move the selected rows up or down, from section to section too."""
        self.select(rowdeeds.move(self._desk.session, self.selected_rows(), by))

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        self._clipboard.copy(self.selected_rows())

    def cut(self) -> None:
        """Put the selected rows on the clipboard and take them out."""
        self.copy()
        self.remove()

    def paste(self) -> None:
        """Put the rows of the clipboard below the cursor."""
        row = self.current_row() or next(iter(self._model.rows()))
        self._clipboard.paste(row, self.select, lambda problems: self.pasted.emit(list(problems)))
