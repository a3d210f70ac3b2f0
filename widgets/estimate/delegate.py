"""Opens cells for typing."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.desk import Desk
from widgets.estimate.cell_editor import CellEditor, PeopleEditor, accept, handle_key
from widgets.estimate.painting import ITEM_HEIGHT
from widgets.estimate.popup import Offer, Popup
from widgets.look.scale import px
from widgets.models.estimate import ROW_ROLE, EstimateModel
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow, RowKind

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Makes the line for typing, with what is offered below it; the sheet draws the cells.

    `people_next` says that the next line opened in a section's row is for its people, whatever the column.
    """

    def __init__(self, desk: Desk, model: EstimateModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.popup = Popup(desk.look, desk.media, parent)
        self.popup.picked.connect(self._picked)
        parent.destroyed.connect(self.popup.deleteLater)  # it hangs in the window, not in the grid
        self.people_next = False
        self._open: CellEditor | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line; the grid gives sections their own."""
        return QSize(80, px(ITEM_HEIGHT))

    # typing --------------------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the line for typing."""
        row: GridRow = index.data(ROW_ROLE)
        column = Column(index.column())
        people, self.people_next = self.people_next or column is Column.ROLE, False
        if row.kind is RowKind.SECTION and people:
            self._open = PeopleEditor(self._desk, self._model, self.popup, row, parent)
        else:
            self._open = CellEditor(self._desk, self._model, self.popup, row, column, parent)
        return self._open

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says, all of it selected."""
        if isinstance(editor, PeopleEditor):
            editor.offer_all()
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, CellEditor) and not editor.commit():
            model.setData(model.index(index.row(), index.column()), editor.text())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Take the list away with the line."""
        self.popup.hide()
        self._open = None
        super().destroyEditor(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys do in a cell what they do in spreadsheets."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, CellEditor):
            if handle_key(watched, self.popup, event, self._leave):
                return True
            if watched.helped is not None and watched.helped.completion.wants(event):
                return False
        elif event.type() is QEvent.Type.FocusOut:
            self.popup.hide()
        return super().eventFilter(watched, event)

    def _leave(self, editor: CellEditor, step: str) -> None:
        """Take what was typed, and move the cursor."""
        if not editor.left:
            editor.left = True
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        move = getattr(self.parent(), step, None)
        if move is not None:
            move()

    def _picked(self, offer: Offer) -> None:
        if self._open is not None:
            accept(self._open, offer, "step_on", self._leave)
