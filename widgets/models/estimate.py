"""The estimate as Qt sees it: a table whose every change is an edit of the session."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from app.margins import Margin, Margins, margins
from app.model.estimate import EstimateSection, LineItem
from app.model.path import exists
from app.totals import ItemTotal, SectionTotal
from widgets.look.parts import plain_tip
from widgets.mergevalues import MergeValues
from widgets.models.arithmetic import BadInputError
from widgets.models.estimate_cells import EMPTY, Cell, Scene, has_cents, scene_of, show_item, show_new, show_section
from widgets.models.estimate_columns import EXPLAINED, HEADINGS, INSIDE, MERGED, NUMBERS, Column
from widgets.models.estimate_inside import show_inside, show_inside_section, show_margin
from widgets.models.estimate_rows import GridRow, RowKind, RowsKept, difference
from widgets.models.estimate_typing import Entered, editable, enter, typed_form
from widgets.session import Change, Kind, Session
from widgets.words import amount, tr

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
FAULT_ROLE = Qt.ItemDataRole.UserRole + 2
MARGINS_AFTER = 40
"""Milliseconds after an edit in which nobody types: then margins are computed anew, where they are shown."""

_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_REAL = (RowKind.ITEM, RowKind.SECTION)


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

    def __init__(self, session: Session, parent: QObject | None = None, merging: MergeValues | None = None) -> None:
        super().__init__(parent)
        self._session, self._merging = session, merging
        self._kept = RowsKept()
        self._rows = self._kept.of(session.proposal.estimate)
        self._faults: dict[tuple[GridRow, Column], Fault] = {}
        self._cells: dict[GridRow, tuple[object, object, dict[Column, Cell]]] = {}
        self._with_fields: set[tuple[GridRow, Column]] = set()
        self._cents: dict[str, tuple[SectionTotal, bool]] = {}
        self._margins: Margins | None = None
        self._later = QTimer(self, singleShot=True, interval=MARGINS_AFTER)
        self._later.timeout.connect(self._find_margins)
        self._scene = self._seen()
        session.changed.connect(self._changed)
        if merging is not None:
            merging.changed.connect(self._fill_again)

    # rows ----------------------------------------------------------------------------------------------------------

    def rows(self) -> tuple[GridRow, ...]:
        """Return all rows."""
        return self._rows

    def row_of(self, row: GridRow) -> int:
        """Return the number of a row, or -1."""
        return self._kept.place(row)

    def item(self, row: GridRow) -> LineItem | None:
        """Return the line item of a row, or None where it is no item."""
        found = self._subject(row)[0]
        return found if isinstance(found, LineItem) else None

    def section(self, row: GridRow) -> EstimateSection | None:
        """Return the section that a row shows or stands in, None below all of them."""
        number = self._kept.place(row)
        place = self._kept.spot(number)[0] if number >= 0 else -1
        return self._session.proposal.estimate.sections[place] if place >= 0 else None

    def standing(self, row: GridRow) -> ItemTotal | None:
        """Return what a line comes to and how it stands to the total, None for other rows."""
        found = self._subject(row)[1]
        return found if isinstance(found, ItemTotal) else None

    def _subject(self, row: GridRow) -> tuple[LineItem | EstimateSection | None, ItemTotal | SectionTotal | None]:
        """Return what a row shows, and its sums; nothing for a row that is about to go."""
        number = self._kept.place(row)
        place, inner = self._kept.spot(number) if number >= 0 else (-1, -1)
        if place < 0 or row.kind not in _REAL:
            return None, None
        section, total = self._session.proposal.estimate.sections[place], self._session.totals.sections[place]
        return (section, total) if inner < 0 else (section.items[inner], total.items[inner])

    def largest_amount(self) -> str:
        """Return the largest sum of the column of sums as it is shown."""
        totals = self._session.totals
        subtotal = max((one.subtotal for one in totals.periods), default=totals.subtotal)
        return amount(subtotal, totals.currency, decimals=self._scene.decimals)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 the default is Qt's
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    # cells ---------------------------------------------------------------------------------------------------------

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
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(row, column))
        if role == CELL_ROLE:
            return self.cell(row, column)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._said(row, column)
        return self.cell(row, column).text if role == Qt.ItemDataRole.DisplayRole else None

    def _said(self, row: GridRow, column: Column) -> str:
        fault = self._faults.get((row, column))
        return f"{tr('“{text}”', text=fault.text)}: {fault.reason}" if fault else self.cell(row, column).hint

    def fault(self, row: GridRow, column: Column) -> Fault | None:
        """Return what was typed into a cell and could not be taken."""
        return self._faults.get((row, column))

    def cell(self, row: GridRow, column: Column) -> Cell:
        """Return what a cell shows; what has not changed since it was asked for last is not made anew."""
        if row.kind not in _REAL:
            return show_new(row.kind, column)
        subject, total = self._subject(row)
        if subject is None:
            return EMPTY
        if column is Column.MARGIN:
            return self._margin_cell(row)
        known = self._cells.get(row)
        if known is None or known[0] is not subject or known[1] is not total:
            known = self._cells[row] = (subject, total, {})
        made = known[2].get(column)
        if made is None:
            made = known[2][column] = self._fill(row, column, self._made(subject, total, column))
        return made

    def filled(self, column: Column, text: str) -> str:
        """Return a text of a column as the pages show it, with the values of its merge fields."""
        return text if self._merging is None or column not in MERGED else self._merging.put_into(text)

    def _fill(self, row: GridRow, column: Column, cell: Cell) -> Cell:
        """Put the values of merge fields into a cell; it is noted, for they may become others. Typing begins with the fields."""
        if column not in MERGED or not ("{" in cell.text or "{" in cell.hint):
            return cell
        self._with_fields.add((row, column))
        return replace(cell, text=self.filled(column, cell.text), hint=self.filled(column, cell.hint))

    def _fill_again(self) -> None:
        """Show the values as they are now."""
        noted, self._with_fields = self._with_fields, set()
        for row, column in noted:
            if known := self._cells.get(row):
                known[2].pop(column, None)
        if rows := [number for row, _ in noted if (number := self._kept.place(row)) >= 0]:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(Column) - 1))

    def _made(self, subject: object, total: object, column: Column) -> Cell:
        if isinstance(subject, LineItem) and isinstance(total, ItemTotal):
            return (show_inside if column in INSIDE else show_item)(self._scene, subject, total, column)
        assert isinstance(subject, EstimateSection)
        assert isinstance(total, SectionTotal)
        if column in INSIDE:
            return show_inside_section(subject, total, column)
        return show_section(self._scene, subject, total, column)

    def _margin_cell(self, row: GridRow) -> Cell:
        margin = self._margin(row)
        return EMPTY if margin is None else show_margin(margin, self._session.totals.currency)

    def _margin(self, row: GridRow) -> Margin | None:
        if self._margins is None:
            if not self._later.isActive():
                self._later.start()
            return None
        place, inner = self._kept.spot(self._kept.place(row))
        section = self._margins.sections[place] if place < len(self._margins.sections) else None
        if section is None or section.id != row.section or inner >= len(section.items):
            return None
        return section.once.margin if inner < 0 else section.items[inner].margin

    def _find_margins(self) -> None:
        self._margins = margins(self._session.proposal.estimate, self._session.totals)
        self.dataChanged.emit(self.index(0, Column.MARGIN), self.index(len(self._rows) - 1, Column.MARGIN))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[Column(section)])
        if role == Qt.ItemDataRole.ToolTipRole and Column(section) in EXPLAINED:
            return plain_tip(tr(EXPLAINED[Column(section)]))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if Column(section) in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Tell which cells can be typed into."""
        return _EDITABLE if editable(self._rows[index.row()], Column(index.column())) else _SHOWN

    # typing --------------------------------------------------------------------------------------------------------

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; what cannot be taken marks the cell and changes nothing."""
        row, column = self._rows[index.row()], Column(index.column())
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == typed_form(self._session.proposal, row, column):
            self.forgive({(row, column)})
            return True
        try:
            entered = enter(self._session.proposal, row, column, text)
        except BadInputError as error:
            self.mark({(row, column): Fault(text, str(error.reason))})
            return False
        self.forgive({(row, column)})
        self.take(entered, row)
        return True

    def take(self, entered: Entered | None, row: GridRow) -> None:
        """Make what came of typing into a row an edit of the session."""
        if entered is None:
            return
        before = set(self._rows) if not row.path else set()
        self._session.edit(entered.proposal, entered.naming)
        if not row.path:
            new = [known for known in self._rows if known not in before and known.kind in _REAL]
            if new:
                self.grown.emit(new[0])

    def mark(self, faults: Mapping[tuple[GridRow, Column], Fault]) -> None:
        """Mark cells in which something was typed that cannot be taken."""
        self._faults |= faults
        for (row, column), fault in faults.items():
            self._touch(row, column)
            self.refused.emit(fault.reason)

    def forgive(self, cells: set[tuple[GridRow, Column]]) -> None:
        """Take marks away."""
        for row, column in cells & self._faults.keys():
            del self._faults[row, column]
            self._touch(row, column)
        if not self._faults:
            self.refused.emit("")

    def _touch(self, row: GridRow, column: Column) -> None:
        index = self.index(self._kept.place(row), column)
        if index.isValid():
            self.dataChanged.emit(index, index)

    # keeping up ----------------------------------------------------------------------------------------------------

    def _seen(self) -> Scene:
        totals = self._session.totals
        self._cents = {
            total.id: known if (known := self._cents.get(total.id)) and known[0] is total else (total, has_cents(total))
            for total in totals.sections
        }
        decimals = totals.total != totals.total.to_integral_value() or any(cents for _, cents in self._cents.values())
        return scene_of(self._session.proposal, totals, decimals)

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.OPENED:
            self.beginResetModel()
            self._rows, self._faults, self._cells = self._kept.of(change.after.estimate), {}, {}
            self._with_fields.clear()
            self._scene, self._margins = self._seen(), None
            self.endResetModel()
        elif change.kind is Kind.EDITED:
            self._follow(change)

    def _follow(self, change: Change) -> None:
        before, self._scene = self._scene, self._seen()
        fresh = before.rest != self._scene.rest
        if fresh:
            self._cells = {}
        if self._margins is not None:
            self._later.start()
        rows = self._kept.of(change.after.estimate)
        if rows is not self._rows:
            self._take_rows(rows)
            self._cells = {row: self._cells[row] for row in rows if row in self._cells}
        if self._faults:
            kept = {key: fault for key, fault in self._faults.items() if self._kept.place(key[0]) >= 0}
            self._faults = {key: fault for key, fault in kept.items() if not key[0].path or exists(change.after, key[0].path)}
        self._repaint(None if fresh else before)

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
        self._rows = rows

    def _repaint(self, before: Scene | None) -> None:
        """Have everything drawn anew that can have changed: all, or from the first to the last section that differs."""
        first, last = 0, len(self._rows) - 1
        if before is not None:
            differ = _differing(before, self._scene)
            if not differ:
                return
            first = self._kept.place(GridRow(RowKind.SECTION, differ[0]))
            last = self._kept.place(GridRow(RowKind.NEW_ITEM, differ[-1]))
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def _differing(before: Scene, after: Scene) -> list[str]:
    """Return the ids of the sections whose contents or sums differ."""
    old = {one.id: (one, sums) for one, sums in zip(before.proposal.estimate.sections, before.totals.sections, strict=True)}
    now = zip(after.proposal.estimate.sections, after.totals.sections, strict=True)
    unknown = (None, None)
    return [one.id for one, sums in now if old.get(one.id, unknown)[0] is not one or old.get(one.id, unknown)[1] is not sums]
