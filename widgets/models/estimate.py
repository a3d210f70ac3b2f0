"""The estimate as Qt sees it: a table whose every change is an edit of the session."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.model.estimate import LineItem
from app.model.path import exists, get
from widgets.look.parts import plain_tip
from widgets.models.arithmetic import BadInputError
from widgets.models.estimate_cells import HEADINGS, Cell, Column, clear, editable, enter, has_cents, show, typed_form
from widgets.models.estimate_rows import GridRow, RowKind, difference, rows_of
from widgets.session import Change, Kind, Session
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
FAULT_ROLE = Qt.ItemDataRole.UserRole + 2
_RIGHT = {Column.QUANTITY, Column.RATE, Column.AMOUNT}


@dataclass(frozen=True)
class Fault:
    """What was typed and could not be taken, and why."""

    text: str
    reason: str


class EstimateModel(QAbstractTableModel):
    """Rows of GridRow under ROW_ROLE, cells under CELL_ROLE, a Fault or None under FAULT_ROLE.

    `refused` tells why something typed was not taken; an empty text that all is well again. `grown` brings the row that an
    empty line has become.
    """

    refused = Signal(str)
    grown = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows_of(session.proposal.estimate)
        self._faults: dict[tuple[GridRow, Column], Fault] = {}
        self._decimals = (session.totals, has_cents(session.totals))
        session.changed.connect(self._changed)

    def rows(self) -> tuple[GridRow, ...]:
        """Return all rows."""
        return self._rows

    def row_of(self, row: GridRow) -> int:
        """Return the number of a row, or -1."""
        return self._rows.index(row) if row in self._rows else -1

    def item(self, row: GridRow) -> LineItem | None:
        """Return the line item of a row, or None where it is no item."""
        if row.kind is not RowKind.ITEM or not exists(self._session.proposal, row.path):
            return None
        item: LineItem = get(self._session.proposal, row.path)
        return item

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, begins to edit with, or is."""
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        fault = self._faults.get((row, column))
        if role == FAULT_ROLE:
            return fault
        if role == Qt.ItemDataRole.EditRole:
            return fault.text if fault else typed_form(self._session.proposal, row, column)
        if role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        cell = self._cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"“{fault.text}”: {fault.reason}" if fault else cell.hint)
        return cell if role == CELL_ROLE else cell.text

    def _cell(self, row: GridRow, column: Column) -> Cell:
        """Return what a cell shows; nothing for a row that is about to go."""
        proposal, totals = self._session.proposal, self._session.totals
        if row.path and not exists(proposal, row.path):
            return Cell()
        if self._decimals[0] is not totals:
            self._decimals = (totals, has_cents(totals))
        return show(proposal, totals, row, column, decimals=self._decimals[1])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[Column(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if Column(section) in _RIGHT else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be typed into."""
        row = self._rows[index.row()]
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual | Qt.ItemFlag.ItemIsEditable if editable(row, Column(index.column())) else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what cannot be taken marks the cell and changes nothing."""
        row, column = self._rows[index.row()], Column(index.column())
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == typed_form(self._session.proposal, row, column):
            return self._forgive(row, column)
        try:
            entered = enter(self._session.proposal, row, column, text)
        except BadInputError as error:
            self._faults[row, column] = Fault(text, str(error.reason))
            self.refused.emit(str(error.reason))
            self._repaint()
            return False
        self._forgive(row, column)
        if entered is not None:
            before = set(self._rows)
            self._session.edit(entered.proposal, entered.naming)
            new = [known for known in self._rows if known not in before and known.kind in (RowKind.ITEM, RowKind.SECTION)]
            if not row.path and new:
                self.grown.emit(new[0])
        return True

    def clear_cell(self, index: Index) -> None:
        """Empty a cell."""
        row, column = self._rows[index.row()], Column(index.column())
        if not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return
        self._forgive(row, column)
        entered = clear(self._session.proposal, row, column)
        if entered is not None:
            self._session.edit(entered.proposal, entered.naming)

    def _forgive(self, row: GridRow, column: Column) -> bool:
        if self._faults.pop((row, column), None) is not None:
            self._repaint()
        if not self._faults:
            self.refused.emit("")
        return True

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.beginResetModel()
            self._rows, self._faults = rows_of(change.after.estimate), {}
            self.endResetModel()
        elif change.kind is Kind.EDITED:
            self._take_rows(rows_of(change.after.estimate))
            self._faults = {
                key: fault
                for key, fault in self._faults.items()
                if key[0] in self._rows and (not key[0].path or exists(change.after, key[0].path))
            }
            self._repaint()

    def _take_rows(self, rows: tuple[GridRow, ...]) -> None:
        start, gone, come = difference(self._rows, rows)
        if gone:
            self.beginRemoveRows(QModelIndex(), start, start + gone - 1)
            self._rows = (*self._rows[:start], *self._rows[start + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), start, start + come - 1)
            self._rows = rows
            self.endInsertRows()

    def _repaint(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))
