"""Draws the cells of the estimate's grid, and the line in which one types."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.path import exists, get
from widgets.desk import Desk
from widgets.fields.text import PlainLine
from widgets.look.avatar import paint_avatar
from widgets.look.look import face
from widgets.models.estimate import CELL_ROLE, FAULT_ROLE, ROW_ROLE, EstimateModel
from widgets.models.estimate_cells import Cell, Column, Tone
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.words import tr

Index = QModelIndex | QPersistentModelIndex
PADDING = 10
POPUP_WIDTH = 180
ITEM_HEIGHT, SECTION_HEIGHT = 36, 48
RIGHT_COLUMNS = {Column.QUANTITY, Column.RATE, Column.AMOUNT}
_TONES = {Tone.NORMAL: "text", Tone.STRONG: "text", Tone.QUIET: "tertiary", Tone.FAULT: "error"}


class CellEditor(PlainLine):
    """The line in which a cell is typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.left = False
        self.setObjectName("cell")
        self.setFrame(False)


class CellDelegate(QStyledItemDelegate):
    """Draws cells by their tone; makes the line for typing, with completion of roles and units."""

    def __init__(self, desk: Desk, model: EstimateModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model, self._look = desk, model, desk.look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Sections are taller than lines."""
        row: GridRow = index.data(ROW_ROLE)
        return QSize(80, SECTION_HEIGHT if row.kind is RowKind.SECTION else ITEM_HEIGHT)

    # typing --------------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line for typing."""
        editor = CellEditor(parent)
        column = Column(index.column())
        if column in RIGHT_COLUMNS:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            editor.setFont(face(tabular=True))
        if words := self._suggestions(column):
            completer = QCompleter(words, editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
            if (popup := completer.popup()) is not None:
                popup.setMinimumWidth(POPUP_WIDTH)
            # while suggestions are shown, Enter comes from their list, before the chosen one stands in the line
            editor.returnPressed.connect(lambda: QTimer.singleShot(0, editor, lambda: self._leave(editor, "step_down")))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says, all of it selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, QLineEdit):
            model.setData(model.index(index.row(), index.column()), editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows up and down leave the cell as Enter does."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, CellEditor):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._leave(watched, "step_down")
                return True
            if event.key() == Qt.Key.Key_Up:
                self._leave(watched, "step_up")
                return True
        return super().eventFilter(watched, event)

    def _leave(self, editor: CellEditor, step: str) -> None:
        """Take what was typed, and move the cursor."""
        if editor.left:
            return
        editor.left = True
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        move = getattr(self.parent(), step, None)
        if move is not None:
            move()

    def _suggestions(self, column: Column) -> list[str]:
        proposal = self._desk.session.proposal
        if column is Column.ROLE:
            rates = [rate.title or rate.id for rate in proposal.estimate.rates]
            items = [item.role for section in proposal.estimate.sections for item in section.items]
            return list(dict.fromkeys(filter(None, [*rates, *items, *(person.name for person in proposal.people)])))
        if column is Column.UNIT:
            items = [item.unit for section in proposal.estimate.sections for item in section.items]
            return list(dict.fromkeys(filter(None, [tr("h"), tr("d"), tr("fixed"), *items])))
        return []

    # drawing -------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row: GridRow = index.data(ROW_ROLE)
        cell: Cell = index.data(CELL_ROLE)
        column = Column(index.column())
        box = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, row, option.state)
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        if column is Column.TITLE:
            self._paint_title(painter, inner, row, cell)
        else:
            self._paint_text(painter, inner, cell, row, column)
        if index.data(FAULT_ROLE) is not None:
            painter.setPen(QPen(self._look.color("error"), 1.5))
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(box).adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, row: GridRow, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._look.color("accent-wash"))
        painter.setPen(Qt.PenStyle.NoPen)
        strong = row.kind is RowKind.SECTION
        line = QRectF(box.left(), box.bottom(), box.width(), 1)
        painter.fillRect(line, self._look.color("outline" if strong else "hairline"))

    def _paint_title(self, painter: QPainter, box: QRect, row: GridRow, cell: Cell) -> None:
        if row.kind is RowKind.SECTION:
            painter.setFont(face(14, QFont.Weight.DemiBold))
            box = box.adjusted(0, 8, 0, 0)
        elif row.kind in (RowKind.NEW_ITEM, RowKind.NEW_SECTION):
            painter.setFont(face())
            painter.setPen(QPen(self._look.color("tertiary"), 1.25))
            middle = box.center().y() + 0.5
            painter.drawLine(box.left() + 1, round(middle), box.left() + 9, round(middle))
            painter.drawLine(box.left() + 5, round(middle) - 4, box.left() + 5, round(middle) + 4)
            box = box.adjusted(18, 0, 0, 0)
        else:
            painter.setFont(face())
            box = box.adjusted(0, 0, -self._paint_mark(painter, box, row), 0)
        painter.setPen(self._look.color(_TONES[cell.tone]))
        text = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if row.kind is RowKind.SECTION:
            self._paint_faces(painter, box.adjusted(painter.fontMetrics().horizontalAdvance(text) + 12, 0, 0, 0), row)

    def _paint_mark(self, painter: QPainter, box: QRect, row: GridRow) -> int:
        """Mark an optional line at the end of its title. Return the room that it took."""
        item = self._model.item(row)
        if item is None or not item.optional:
            return 0
        words = tr("chosen") if item.chosen else tr("optional")
        painter.save()
        painter.setFont(face(11))
        width = painter.fontMetrics().horizontalAdvance(words) + 14
        pill = QRectF(box.right() - width, box.center().y() - 8.5, width, 18)
        painter.setPen(QPen(self._look.color("accent-line" if item.chosen else "outline"), 1))
        painter.drawRoundedRect(pill, 9, 9)
        painter.setPen(self._look.color("accent" if item.chosen else "secondary"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        return width + 8

    def _paint_text(self, painter: QPainter, box: QRect, cell: Cell, row: GridRow, column: Column) -> None:
        right = column in RIGHT_COLUMNS
        strong = cell.tone is Tone.STRONG
        painter.setFont(face(weight=QFont.Weight.DemiBold if strong else QFont.Weight.Normal, tabular=right))
        painter.setPen(self._look.color(_TONES[cell.tone]))
        if row.kind is RowKind.SECTION:
            box = box.adjusted(0, 8, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | side, text)

    def _paint_faces(self, painter: QPainter, box: QRect, row: GridRow) -> None:
        proposal = self._desk.session.proposal
        if not exists(proposal, row.path):
            return
        people = [found for wanted in get(proposal, f"{row.path}/people") if (found := proposal.person(wanted))]
        size, step = 22, 17
        fitting = max(0, (box.width() - size) // step + 1)
        for i, person in reversed(list(enumerate(people[:fitting]))):
            circle = QRectF(box.left() + i * step, box.center().y() - size / 2 + 0.5, size, size)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("surface"))
            painter.drawEllipse(circle.adjusted(-1.5, -1.5, 1.5, 1.5))
            paint_avatar(painter, circle, person, self._desk.media, self._look)
