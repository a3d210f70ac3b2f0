"""What a folder of pictures or a table of people offers, row by row: ticked, named, told about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap

from app.problems import Problem, Severity
from app.wording import worded
from widgets.look.look import Look
from widgets.look.parts import plain_tip
from widgets.words import language

Index = QModelIndex | QPersistentModelIndex
NAME = 0
THUMB = QSize(40, 30)
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Line:
    """One thing that can be taken: its name, what else is shown, its picture, what is wrong, and the thing itself."""

    name: str
    cells: tuple[str, ...]
    thing: object
    picture: Path | None = None
    problems: tuple[Problem, ...] = ()
    ticked: bool = True

    @property
    def can_be_taken(self) -> bool:
        """Tell whether it has a name, and nothing stands against it."""
        return bool(self.name.strip()) and not any(one.severity is Severity.ERROR for one in self.problems)


class GatherModel(QAbstractTableModel):
    """Rows of Line. `changed` tells that others are ticked or named; `wanted` a picture that is not loaded yet."""

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, look: Look, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._headings = look, headings
        self._thumbs: dict[Path, QIcon | None] = {}
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Offer these; what cannot be taken is not ticked."""
        self.beginResetModel()
        self.lines = [line if line.can_be_taken else replace(line, ticked=False) for line in lines]
        self.endResetModel()
        self.changed.emit()

    def chosen(self) -> list[Line]:
        """Return what is ticked."""
        return [line for line in self.lines if line.ticked and line.can_be_taken]

    def tick_all(self, ticked: bool) -> None:
        """Tick everything that can be taken, or nothing."""
        self.lines = [replace(line, ticked=ticked and line.can_be_taken) for line in self.lines]
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, 0))
        self.changed.emit()

    def take_thumb(self, picture: Path, image: QImage | None) -> None:
        """Show a picture that was loaded."""
        if image is not None:
            size = THUMB * 2
            large = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation)
            x, y = (large.width() - size.width()) // 2, (large.height() - size.height()) // 2
            self._thumbs[picture] = QIcon(QPixmap.fromImage(large.copy(x, y, size.width(), size.height())))
        for row, line in enumerate(self.lines):
            if line.picture == picture:
                self.dataChanged.emit(self.index(row, NAME), self.index(row, NAME))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many things are offered."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Those of the headings; the last one tells what is wrong."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be changed, and everything that can be taken ticked."""
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() != NAME:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        line, column = self.lines[index.row()], index.column()
        told = self._told(line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.name if column == NAME else told if column == len(self._headings) - 1 else line.cells[column - 1]
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return self._thumb(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(told if column == len(self._headings) - 1 else str(self.data(index)))
        if role == Qt.ItemDataRole.ForegroundRole and (column == len(self._headings) - 1 or not line.can_be_taken):
            return self._look.color("secondary")
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, or name."""
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            state = value if isinstance(value, Qt.CheckState) else Qt.CheckState(value)
            changed = replace(line, ticked=state is Qt.CheckState.Checked and line.can_be_taken)
        elif role == Qt.ItemDataRole.EditRole:
            changed = replace(line, name=" ".join(str(value).split()))
        else:
            return False
        self.lines[index.row()] = changed
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def _thumb(self, line: Line) -> QIcon | None:
        if line.picture is None:
            return None
        if line.picture not in self._thumbs:
            self._thumbs[line.picture] = None
            self.wanted.emit(line.picture)
        return self._thumbs[line.picture] or self._look.icon("picture", "tertiary")

    @staticmethod
    def _told(line: Line) -> str:
        return " ".join(worded(one, language()) for one in line.problems)
