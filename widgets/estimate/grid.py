"""The estimate as a grid that behaves like a spreadsheet: what keys and the menu do in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from app.model.estimate import LineItem
from widgets.desk import Desk
from widgets.estimate import celldeeds, rowdeeds
from widgets.estimate.cell_editor import CellEditor
from widgets.estimate.clipboard import Pasted, RowClipboard
from widgets.estimate.grid_menu import DEEDS, SEPARATOR, deed_of, wants
from widgets.estimate.painting import PADDING
from widgets.estimate.sheet import Sheet
from widgets.look.scale import factor, px
from widgets.models.estimate import ROW_ROLE, EstimateModel
from widgets.models.estimate_columns import INSIDE, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_typing import item_form
from widgets.places.alive import alive
from widgets.words import tr


class EstimateGrid(Sheet):
    """The grid. `pasted` brings what was not understood, `told` words for the line below."""

    pasted = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, model: EstimateModel, parent: QWidget | None = None) -> None:
        super().__init__(desk, model, parent)
        self._clipboard = RowClipboard(desk.session, desk.jobs, model, self)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setAccessibleName(tr("Lines of the estimate"))
        self.popup = self._delegate.popup
        self.recall = desk.recall  # so that reading begins before anybody types
        model.grown.connect(self.go_to)

    # keys ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something here before the window takes them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and wants(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a spreadsheet does; typing begins to edit."""
        call = deed_of(event)
        if call:
            getattr(self, call)()
            event.accept()
        elif self.navigate(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is meant: where faces stand at the end of a title, who they are."""
        index = self.indexAt(event.position().toPoint())
        row: GridRow | None = index.data(ROW_ROLE)
        if row is not None and index.column() == Column.TITLE and event.button() is Qt.MouseButton.LeftButton:
            box = self.visualRect(index)
            room = self.cells.people_room(row, round(box.width() / factor()) - 2 * PADDING)
            if room and event.position().x() > box.right() - px(room + PADDING):
                self.edit_people()
                return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done to what is selected."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        box = self.visualRect(self.currentIndex())
        menu = self.menu()
        menu.exec(self.viewport().mapToGlobal(box.bottomLeft()) if by_key else event.globalPos())
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Return the menu of everything that can be done here."""
        menu = QMenu(self)
        for deed in DEEDS:
            if deed is SEPARATOR:
                menu.addSeparator()
                continue
            action = menu.addAction(tr(deed.words))
            if deed.keys:
                action.setShortcut(QKeySequence(deed.keys[0]))
            if deed.icon:
                action.setIcon(self._desk.look.icon(deed.icon))
            action.triggered.connect(lambda _=False, call=deed.call: getattr(self, call)())
        menu.addSeparator()
        self._desk.columns.fill(menu.addMenu(tr("Columns")))
        return menu

    # deeds ---------------------------------------------------------------------------------------------------------

    def edit_again(self) -> None:
        """Open the cell of the cursor with what it says, the cursor behind it."""
        self.edit(self.currentIndex())
        editor = self.findChild(CellEditor)
        if editor is not None and editor.hasFocus():
            editor.end(False)

    def offer_all(self) -> None:
        """Open the cell of the cursor, and show everything that can stand in it."""
        self.edit(self.currentIndex())
        editor = self.findChild(CellEditor)
        if editor is not None:
            editor.offer_all()

    def give_up(self) -> None:
        """Let go of what was typed into the cell of the cursor and could not be taken."""
        row = self.current_row()
        if row is not None:
            self._model.forgive({(row, Column(self.currentIndex().column()))})
        self._move(self.currentIndex().row(), max(0, self.currentIndex().column()))

    def delete(self) -> None:
        """Empty the selected cells, or take out the rows where whole ones are selected."""
        if self.whole_rows:
            self.remove()
            return
        cells = celldeeds.clear_cells(self._desk.session, self.selected_rows(), self.selected_columns())
        self._model.forgive(cells)

    def remove(self) -> None:
        """Take out the selected rows."""
        rows = self.selected_rows()
        number = self._model.row_of(rows[0]) if rows else -1
        rowdeeds.remove(self._desk.session, rows)
        if number >= 0:
            self._move(min(number, self._model.rowCount() - 1), max(0, self.currentIndex().column()))

    def duplicate(self) -> None:
        """Put copies of the selected rows after them."""
        self.select(rowdeeds.duplicate(self._desk.session, self.selected_rows()), whole=self.whole_rows)

    def fill_down(self) -> None:
        """Put what the uppermost selected cells say into those below; into a single line what the one above it says."""
        rows = self.selected_rows()
        if len(rows) == 1 and (upper := celldeeds.above(self._model.rows(), rows[0])) is not None:
            rows = [upper, *rows]
        columns = [column for column in self.selected_columns() if not self._whole or column is not Column.TITLE]
        self._model.mark(celldeeds.fill_down(self._desk.session, rows, columns))

    def insert(self) -> None:
        """Put an empty line below the cursor and go there."""
        row = self.current_row()
        made = rowdeeds.insert(self._desk.session, row) if row else None
        if made:
            self.go_to(made, Column.TITLE)

    def insert_section(self) -> None:
        """Put an empty section after that of the cursor and go there."""
        row = self.current_row()
        if row is not None:
            self.go_to(rowdeeds.insert_section(self._desk.session, row), Column.TITLE)

    def move_up(self) -> None:
        """Move the selected rows up, from section to section too."""
        self._move_rows(-1)

    def move_down(self) -> None:
        """Move the selected rows down, from section to section too."""
        self._move_rows(1)

    def _move_rows(self, by: int) -> None:
        whole = self.whole_rows
        self.select(rowdeeds.move(self._desk.session, self.selected_rows(), by), whole=whole)

    def indent(self) -> None:
        """Make the selected sections belong to the one above them."""
        self._shift_level(2)

    def outdent(self) -> None:
        """Make the selected sections stand by themselves."""
        self._shift_level(1)

    def _shift_level(self, level: int) -> None:
        rows = self.selected_rows()
        if any(row.kind is RowKind.SECTION for row in rows):
            rowdeeds.shift_level(self._desk.session, rows, level)
        else:
            self.told.emit(tr("Only sections have levels: go to the row of one."))

    def toggle(self) -> None:
        """Make the selected lines optional, chosen, part of the offer again; or the one of its group that counts."""
        celldeeds.toggle(self._desk.session, self.selected_rows())

    def keep(self) -> None:
        """Keep the selected lines in the library, to be offered in every proposal."""
        items: list[LineItem] = [item for row in self.selected_rows() if (item := self._model.item(row)) is not None]
        if items:
            self._desk.recall.keep(items)
            self.told.emit(tr("Kept in the library."))

    def edit_people(self) -> None:
        """Open the list of people of the section that the cursor stands in."""
        row = self.current_row()
        if row is None or not row.section:
            return
        section = GridRow(RowKind.SECTION, row.section)
        self.go_to(section, Column.TITLE if self.isColumnHidden(Column.ROLE) else Column.ROLE)
        if self.isColumnHidden(Column.ROLE):
            self._delegate.people_next = True
        self.edit(self.currentIndex())

    def copy(self) -> None:
        """Put the selected rows or cells on the clipboard."""
        columns = [column for column in self.selected_columns() if column not in INSIDE]
        if self.whole_rows:
            self._clipboard.copy_rows(self.selected_rows(), sorted({*columns, Column.ROLE}))
        else:
            self._clipboard.copy_cells(self.selected_rows(), self.selected_columns())

    def cut(self) -> None:
        """Put the selected rows or cells on the clipboard and take them out."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Put what is on the clipboard below the cursor, or into the cells at it."""
        row = self.current_row() or next(iter(self._model.rows()))
        column = Column(max(0, self.currentIndex().column()))

        def told(problems: Sequence[object]) -> None:
            self.pasted.emit(list(problems))

        def put(block: Pasted) -> None:
            self._put(row, column, block)

        as_cells = column is not Column.TITLE
        self._clipboard.paste(row, as_cells=as_cells, put=alive(self, put), done=alive(self, self.select), told=alive(self, told))

    def _put(self, row: GridRow, column: Column, pasted: Pasted) -> None:
        """Put a block into the cells from one on; a single one into all that are selected."""
        session, block = self._desk.session, pasted.block
        known = self._model.row_of(row) >= 0
        if row.kind is RowKind.NEW_SECTION or not known:
            return
        if len(block) == 1 and len(block[0]) == 1 and block[0][0] is not None and len(self._cells()) > 1:
            self._model.mark(celldeeds.put_everywhere(session, self.selected_rows(), self.selected_columns(), block[0][0]))
            return
        columns = [one for one in self.shown_columns() if one >= column][: len(block[0])]
        if pasted.columns and pasted.columns != tuple(columns):
            block = tuple(
                tuple(self._as_typed(what, one) for what, one in zip(line, pasted.columns, strict=True)) for line in block
            )
        rows, faults = celldeeds.put_cells(session, self._model.rows(), row, columns, block)
        self._model.mark(faults)
        self.go_to(rows[0], columns[0])
        self._move(self._model.row_of(rows[-1]), columns[-1], extend=True)

    def _cells(self) -> list[tuple[GridRow, Column]]:
        return [(row, column) for row in self.selected_rows() for column in self.selected_columns()]

    def _as_typed(self, what: celldeeds.Put, column: Column) -> str | None:
        return item_form(self._desk.session.proposal, what, column) if isinstance(what, LineItem) else what
