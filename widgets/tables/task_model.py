"""The tasks of a tracker, each with the item that it is taken for."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.i18n import phrase
from widgets.fields.choice import ChoiceField
from widgets.look.look import Look, face
from widgets.look.parts import plain_tip
from widgets.phrases import shorten
from widgets.tables.spending import Spending, Task
from widgets.words import number, tr

Index = QModelIndex | QPersistentModelIndex
HEADINGS = (phrase("Task"), phrase("Hours"), phrase("Line of the estimate"))
TASK, HOURS, HOME = range(3)
LONGEST = 80
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TaskModel(QAbstractTableModel):
    """Tasks that belong to no line come first. `homes_changed` tells that one was given to another line."""

    homes_changed = Signal()

    def __init__(self, look: Look, homes: Sequence[tuple[str, str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._names = {key: title if not section else f"{section} › {title}" for key, section, title in homes}
        self._tasks: list[tuple[Task, Decimal]] = []
        self.homes: dict[Task, str] = {}

    @property
    def options(self) -> list[tuple[object, str]]:
        """Return the lines of the estimate, and none of them."""
        return [("", tr("To no line")), *((key, shorten(name, LONGEST)) for key, name in self._names.items())]

    def show(self, spending: Spending) -> None:
        """Show what a tracker tells."""
        self.beginResetModel()
        self.homes = dict(spending.homes)
        self._tasks = sorted(spending.hours.items(), key=lambda one: bool(self.homes[one[0]]))
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Tasks, each person's apart."""
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of HEADINGS."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(HEADINGS[section])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if section == HOURS else _LEFT)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the line be chosen."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if index.column() == HOME else Qt.ItemFlag.NoItemFlags)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        task, hours = self._tasks[index.row()]
        home = self.homes[task]
        if role == Qt.ItemDataRole.DisplayRole:
            named = self._names.get(home, tr("To no line"))
            return (" · ".join(filter(None, task)), number(hours), " ".join(named.split()))[index.column()]
        if role == Qt.ItemDataRole.EditRole and index.column() == HOME:
            return home
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_RIGHT if index.column() == HOURS else _LEFT)
        if role == Qt.ItemDataRole.FontRole:
            return face(13, tabular=True)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == HOME and not home:
            return self._look.color("warning")
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(self.data(index))[:2000])
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give a task to another line."""
        task = self._tasks[index.row()][0]
        if role != Qt.ItemDataRole.EditRole or index.column() != HOME or self.homes[task] == value:
            return False
        self.homes = {**self.homes, task: str(value)}
        self.dataChanged.emit(index, index)
        self.homes_changed.emit()
        return True


class HomeDelegate(QStyledItemDelegate):
    """Opens a drop-down with the lines of the estimate."""

    def __init__(self, look: Look, model: TaskModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the drop-down."""
        field = ChoiceField(self._look, self._model.options, parent)
        field.setAccessibleName(tr(HEADINGS[HOME]))
        field.edited.connect(lambda _: self.commitData.emit(field))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the line that a task has."""
        assert isinstance(editor, ChoiceField)
        editor.show_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the task to the line that was chosen."""
        assert isinstance(editor, ChoiceField)
        chosen = self._model.options[editor.currentIndex()][0] if editor.currentIndex() >= 0 else ""
        model.setData(index, chosen)
