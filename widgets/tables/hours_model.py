"""Hours of every section and line: planned, signed, spent, and what was spent beyond the plan."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.exchange.spent import HoursLine
from app.i18n import phrase
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.words import number, tr

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (phrase("Work"), phrase("Planned"), phrase("Signed"), phrase("Spent"), phrase("Difference"))
TITLE, PLANNED, SIGNED, SPENT, DIFFERENCE = range(5)
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class HoursModel(QAbstractTableModel):
    """Nothing can be changed in it."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[HoursLine] = ()

    def show(self, lines: Sequence[HoursLine]) -> None:
        """Show lines; where one looks at stays where there are as many."""
        if len(lines) == len(self._lines):
            self._lines = lines
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, DIFFERENCE))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Sections and lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of HEADINGS."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if section == TITLE else _RIGHT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        line = self._lines[index.row()]
        heads = line.what == "section"
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column(), heads)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_LEFT if index.column() == TITLE else _RIGHT)
        if role == Qt.ItemDataRole.FontRole:
            return face(13, QFont.Weight.DemiBold if heads else QFont.Weight.Normal, tabular=True)
        if role == Qt.ItemDataRole.BackgroundRole and heads:
            return self._look.color("sunken")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == DIFFERENCE and line.difference:
            return self._look.color("error" if line.difference > 0 else "success")
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            return plain_tip(line.title[:2000])
        return None

    def _text(self, line: HoursLine, column: int, heads: bool) -> str:
        if column == TITLE:
            title = " ".join(line.title[:400].split()) or tr("Without a name")
            return title if heads else f"    {title}"
        if column == DIFFERENCE:
            return "" if line.difference is None else signed_number(line.difference)
        value = (line.planned, line.signed, line.actual)[column - PLANNED]
        return "" if value is None else number(value)


def signed_number(value: Decimal) -> str:
    """Return a number with its sign; more is worth a plus."""
    return f"+{number(value)}" if value > 0 else number(value)
