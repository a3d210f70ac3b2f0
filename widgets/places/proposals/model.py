"""The rows of the list of proposals."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from widgets.places.proposals.arranging import Shown
from widgets.places.proposals.telling import described, named
from widgets.words import money

Index = QModelIndex | QPersistentModelIndex
SHOWN = Qt.ItemDataRole.UserRole


class ProposalModel(QAbstractListModel):
    """Rows of `Shown` under the role SHOWN. `now` is the clock."""

    def __init__(self, now: Callable[[], datetime.datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self.rows: list[Shown] = []

    def show_rows(self, rows: Sequence[Shown]) -> None:
        """Show other rows; where only what they say has changed, they stay where they are."""
        same = [row.entry.folder for row in rows] == [row.entry.folder for row in self.rows]
        if same:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def row_of(self, folder: object) -> int:
        """Return the row of the proposal in a folder, -1 where it is not shown."""
        return next((i for i, row in enumerate(self.rows) if row.entry.folder == folder), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 Qt's own default
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its name, or everything it says."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == SHOWN:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return named(row.entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            now = self.now()
            return described(row.entry, total_of(row), now.astimezone().date(), now)
        return None


def total_of(row: Shown) -> str:
    """Return what a proposal comes to, as it is shown; nothing until it is known."""
    return money(row.sum.total, row.sum.currency) if row.sum is not None else ""
