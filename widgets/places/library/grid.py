"""The grid of cards with its keys: arrows, Enter, Space, Delete; letters begin a search."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QKeySequence, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from widgets.library.records import Mark, packed
from widgets.look.scale import factor, px
from widgets.places.library.cards import Card
from widgets.places.library.painting import CELL, CardDelegate
from widgets.places.library.shelf_model import CARD_ROLE, ShelfModel
from widgets.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN = ((Qt.Key.Key_N, "new"), (Qt.Key.Key_D, "duplicate"))
DRAG_WIDTH = 144
MOST = 288
"""Pixels: wider cards would tell no more."""


class Grid(QListView):
    """`asked` brings what a key asks for: `open`, `insert`, `peek`, `remove`, `new`, `duplicate`, `leave`; `typed` the first
    letter of a search.
    """

    asked = Signal(str)
    typed = Signal(str)

    def __init__(self, model: ShelfModel, delegate: CardDelegate) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setModel(model)
        model.modelReset.connect(self.executeDelayedItemsLayout)  # put off until it is painted, it would be painted twice
        self._cards = delegate
        self.setItemDelegate(delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setGridSize(CELL * factor())
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(tr("Library"))
        self.doubleClicked.connect(lambda _: self.asked.emit("open"))

    def chosen(self) -> list[Mark]:
        """Return the records that are chosen, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.model().index(row, 0).data(CARD_ROLE).mark for row in rows]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards share the width."""
        room = self.maximumViewportSize().width() - 1
        across = max(1, room // px(CELL.width()))
        self._cards.cell = QSize(min(room // across, px(MOST)), px(CELL.height()))
        self.setGridSize(self._cards.cell)
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take keys that elsewhere mean something else."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for, else go to another card."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key, text = event.key(), event.text()
        if own := _own(event):
            self.asked.emit(own)
        elif key in _ENTER and control:
            self.asked.emit("insert")
        elif key in _ENTER and plain:
            self.asked.emit("open")
        elif key == Qt.Key.Key_Space and plain:
            self.asked.emit("peek")
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and plain:
            self.asked.emit("remove")
        elif key == Qt.Key.Key_Escape:
            self.asked.emit("leave")
        elif text and text.isprintable() and not text.isspace() and not (event.modifiers() & _COMMANDS):
            self.typed.emit(text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters go to the field above: it finds more than beginnings."""

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the chosen cards, with a picture of the first."""
        marks = self.chosen()
        if not marks:
            return
        drag = QDrag(self.window())  # the grid is out of sight when the open proposal comes forward
        drag.setMimeData(packed(marks))
        drag.setPixmap(self._dragged())
        drag.setHotSpot(QPoint(24, 16))
        drag.exec(Qt.DropAction.CopyAction)

    def _dragged(self) -> QPixmap:
        index = self.selectedIndexes()[0]
        picture = self.viewport().grab(self.visualRect(index))
        return picture.scaledToWidth(round(DRAG_WIDTH * picture.devicePixelRatio()), Qt.TransformationMode.SmoothTransformation)

    def current(self) -> Card | None:
        """Return the card that the cursor is on."""
        found: Card | None = self.currentIndex().data(CARD_ROLE)
        return found


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def _own(event: QKeyEvent) -> str:
    """Return what a key asks for that elsewhere means something else."""
    if event.matches(QKeySequence.StandardKey.New):
        return "new"
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return ""
    return next((asked for key, asked in _OWN if key == event.key()), "")
