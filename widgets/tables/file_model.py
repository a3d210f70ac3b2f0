"""The rows of a spreadsheet as the file has them, each with what it was taken for."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.intake.mapping import Preview, PreviewRow
from app.intake.rowkinds import RowKind
from app.problems import Problem, Severity
from app.wording import worded
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.tables.meanings import row_word
from widgets.words import language

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 20_000
_SHOWN = 400
_TAKEN = {RowKind.ITEM, RowKind.SECTION, RowKind.DETAIL, RowKind.HEADING}
_NOWHERE = QModelIndex()
TOP = Qt.AlignmentFlag.AlignVCenter


class FileModel(QAbstractTableModel):
    """Column 0 says what a row was taken for; the file's own columns follow."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[PreviewRow, ...] = ()
        self.preview: Preview | None = None

    def show(self, preview: Preview | None) -> None:
        """Show what is understood of a table. Where one looks at stays where the rows are the same."""
        old, self.preview = self.preview, preview
        rows = preview.rows[:MOST_ROWS] if preview else ()
        same = (
            old is not None
            and preview is not None
            and [one.column for one in old.columns] == [one.column for one in preview.columns]
        )
        if same and len(rows) == len(self._rows):
            self._rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def cell_of(self, row: int, column: int) -> QModelIndex:
        """Return where a cell of the file stands; invalid where it is not shown."""
        for place, shown in enumerate(self._rows):
            if shown.number == row:
                columns = [one.column for one in self.preview.columns] if self.preview else []
                return self.index(place, columns.index(column) + 1 if column in columns else 0)
        return QModelIndex()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as the file has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of the file, and one more."""
        return 0 if parent.isValid() or self.preview is None else len(self.preview.columns) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the numbers of the rows."""
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole and section < len(self._rows):
            return str(self._rows[section].number)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.FontRole:
            strong = row.kind in (RowKind.SECTION, RowKind.HEADING) and index.column()
            return face(13, QFont.Weight.DemiBold if strong else QFont.Weight.Normal, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            taken = row.kind in _TAKEN and index.column() and self._is_taken(index.column())
            return self._look.color("text" if taken else "tertiary")
        problems = self._problems(row, index.column())
        if role == Qt.ItemDataRole.BackgroundRole and problems:
            bad = any(one.severity is Severity.ERROR for one in problems)
            return self._look.color("error-wash" if bad else "warning-wash")
        if role == Qt.ItemDataRole.ToolTipRole and problems:
            return plain_tip("\n".join(worded(one, language()) for one in problems))
        return None

    def _text(self, row: PreviewRow, column: int) -> str:
        if column == 0:
            return row_word(row.kind)
        assert self.preview is not None
        text = row.cells.get(self.preview.columns[column - 1].column, "")
        return " ".join(text[:_SHOWN].split())

    def _is_taken(self, column: int) -> bool:
        return self.preview is not None and bool(self.preview.columns[column - 1].meaning)

    def _problems(self, row: PreviewRow, column: int) -> tuple[Problem, ...]:
        if self.preview is None or not column:
            return ()
        return self.preview.marks.get((row.number, self.preview.columns[column - 1].column), ())
