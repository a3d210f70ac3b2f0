"""Which line of the estimate is in which package: a table of ticks, worked by clicks or by arrows and Space."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.edits.packages import put_in_package
from app.i18n import phrase
from app.model.estimate import LineItem
from app.model.proposal import Proposal
from widgets.desk import Desk
from widgets.look.icons import pixmap
from widgets.look.look import Look, face
from widgets.look.scale import magnifies, px
from widgets.phrases import say, shorten
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
HEIGHT, COLUMN, MOST_ROWS = 30, 92, 12
_TOGGLES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class MatrixRow:
    """A line of the estimate, or a whole section where `item` is None."""

    section: str
    title: str
    item: LineItem | None = None


class MatrixModel(QAbstractTableModel):
    """Lines down, packages across."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = desk.session
        self.rows: list[MatrixRow] = []
        self._packages: list[tuple[str, str]] = []

    def refresh(self) -> None:
        """Show the estimate as it is now; where its shape is the same, what is looked at stays."""
        estimate = self._session.proposal.estimate
        packages = [(one.id, shorten(one.title, 18) or tr("Without a name")) for one in estimate.packages]
        rows = []
        for section in estimate.sections:
            if section.items:
                rows.append(MatrixRow(section.id, section.title))
                rows += [MatrixRow(section.id, item.title, item) for item in section.items]
        same = len(rows) == len(self.rows) and len(packages) == len(self._packages)
        if not same:
            self.beginResetModel()
        self.rows, self._packages = rows, packages
        if not same:
            self.endResetModel()
        elif rows and packages:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(packages)))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(packages))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines and sections there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return one for the titles, and one for each package."""
        return 0 if parent.isValid() else len(self._packages) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the packages."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._packages[section - 1][1] if 0 < section <= len(self._packages) else tr("What is in which")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be looked at, and ticks be ticked."""
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if index.column() == 0 else plain | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return titles, and ticks; half a tick for a section of which not all is in."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return row.title or tr("Without a name")
        if role == Qt.ItemDataRole.CheckStateRole and index.column() > 0:
            return self.ticked(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() > 0:
            inside = self.ticked(row, index.column()) is not Qt.CheckState.Unchecked
            return f"{row.title}, {self._packages[index.column() - 1][1]}: {tr('yes') if inside else tr('no')}"
        return None

    def ticked(self, row: MatrixRow, column: int) -> Qt.CheckState:
        """Tell whether a line, or all or some of a section, is in a package."""
        package = self._packages[column - 1][0]
        items = [row.item] if row.item else [one.item for one in self.rows if one.item and one.section == row.section]
        known = {own for own, _ in self._packages}
        inside = [not set(item.packages) & known or package in item.packages for item in items]
        if all(inside):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if any(inside) else Qt.CheckState.Unchecked

    def toggle(self, index: Index) -> None:
        """Put a line or a whole section into a package, or take it out: one step to undo."""
        if index.column() == 0 or not index.isValid():
            return
        row, (package, title) = self.rows[index.row()], self._packages[index.column() - 1]
        inside = self.ticked(row, index.column()) is not Qt.CheckState.Checked
        proposal: Proposal = self._session.proposal
        for one in self.rows:
            if one.item and one.section == row.section and row.item in (None, one.item):
                proposal = put_in_package(proposal, one.section, one.item.id, package, inside)
        msgid = phrase("“{what}” into “{package}”") if inside else phrase("“{what}” out of “{package}”")
        self._session.edit(proposal, say(msgid, what=shorten(row.title), package=title))


class TickDelegate(QStyledItemDelegate):
    """Draws ticks in the middle, sections strong."""

    def __init__(self, look: Look, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    @magnifies
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        box: QRect = option.rect
        whole = self._model.rows[index.row()].item is None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if whole:
            painter.fillRect(box, self._look.color("sunken"))
        if index.column() == 0:
            painter.setFont(face(12, QFont.Weight.DemiBold if whole else QFont.Weight.Normal))
            painter.setPen(self._look.color("text"))
            inner = box.adjusted(10 if whole else 22, 0, -8, 0)
            text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        else:
            self._paint_tick(painter, box, Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._look.color("hairline"))
        if option.state & QStyle.StateFlag.State_HasFocus and index.column():
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_tick(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        middle = box.center()
        if state is Qt.CheckState.Checked:
            painter.drawPixmap(middle.x() - 8, middle.y() - 8, pixmap("check", self._look.theme.colors["accent"], 17, 2))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        some = state is Qt.CheckState.PartiallyChecked
        painter.setBrush(self._look.color("accent" if some else "outline"))
        wide = 5 if some else 2
        painter.drawRoundedRect(middle.x() - wide, middle.y() - 1, 2 * wide + 1, 3, 1.5, 1.5)

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick on a click anywhere in the cell, on Space and on Enter."""
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        typed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _TOGGLES
        if clicked or typed:
            self._model.toggle(index)
            return True
        return event.type() is QEvent.Type.MouseButtonDblClick


class PackageMatrix(QTableView):
    """The table, as tall as it needs to be and no taller than the pane."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(tr("What is in which"))
        self.lines = MatrixModel(desk, self)
        self.setModel(self.lines)
        self.setItemDelegate(TickDelegate(desk.look, self.lines, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(HEIGHT))
        self.horizontalHeader().setHighlightSections(False)

    def refresh(self) -> None:
        """Show the estimate as it is now."""
        self.lines.refresh()
        head = self.horizontalHeader()
        for column in range(self.lines.columnCount()):
            mode = QHeaderView.ResizeMode.Fixed if column else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
            if column:
                self.setColumnWidth(column, px(COLUMN))
        shown = min(self.lines.rowCount(), MOST_ROWS)
        self.setFixedHeight(shown * px(HEIGHT) + head.sizeHint().height() + 2)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0, min(1, self.lines.columnCount() - 1)))
