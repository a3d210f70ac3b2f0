"""Fields for text. What can be undone is the proposal: the fields have no undo of their own."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from widgets.look.parts import plain_tip
from widgets.pictures.offer import is_picture_pasted

_NO_UNDO = {"edit-undo", "edit-redo"}
LONGEST_LINE = 2000


def leaves_undo_alone(event: QEvent) -> bool:
    """Tell whether this is the question if a field wants Ctrl+Z for itself; none does."""
    return (
        isinstance(event, QKeyEvent)  # most events are none, which is told at once
        and event.type() is QEvent.Type.ShortcutOverride
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )


def leaves_picture_alone(event: QEvent) -> bool:
    """Tell whether this key pastes a picture, which goes to whatever around the field takes pictures."""
    if not is_picture_pasted(event):
        return False
    event.ignore()
    return True


class PlainLine(QLineEdit):
    """One line of text. Its own undo reaches no further than what is typed and not yet taken."""

    live = False
    """Whether every letter is taken at once, so that undo is the window's from the start."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST_LINE)
        self.setAcceptDrops(False)

    def show_start(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def mark(self, reason: str) -> None:
        """Mark the line as wrong and say why in its tooltip, or as right where there is no reason."""
        self.setToolTip(plain_tip(reason))
        self.setProperty("bad", bool(reason))
        self.style().unpolish(self)
        self.style().polish(self)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window."""
        if leaves_undo_alone(event) and (self.live or not (self.isUndoAvailable() or self.isRedoAvailable())):
            event.ignore()
            return True
        return leaves_picture_alone(event) or super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer everything but the field's own undo."""
        self.menu_at(event.pos()).exec(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Return the menu for a place of the line."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        trim_menu(menu)
        return menu


class WrittenLine(PlainLine):
    """One line that somebody may be helped in. `stepped` tells that an edit of its own begins or is over, `composed` that a
    letter is no longer being composed of several keys. `menus` add to the menu that opens at a place.
    """

    stepped = Signal()
    composed = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.is_composing = False
        self.menus: list[Callable[[QMenu, QPoint], None]] = []

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take letters that are composed of several keys."""
        was, self.is_composing = self.is_composing, bool(event.preeditString())
        super().inputMethodEvent(event)
        if was and not self.is_composing:
            self.composed.emit()

    def menu_at(self, place: QPoint) -> QMenu:
        """Return the menu for a place of the line."""
        menu = super().menu_at(place)
        for add in self.menus:
            add(menu, place)
        return menu


class LineField(WrittenLine):
    """One line of text. `edited` brings the text after every letter."""

    edited = Signal(object)
    live = True

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.textEdited.connect(self.edited.emit)

    def show_value(self, value: str) -> None:
        """Show a text; the cursor stays where it is as far as it can."""
        if value != self.text():
            position = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(position)

    def begin_with(self, value: str) -> None:
        """Show another text from its beginning."""
        self.show_value(value)
        self.setCursorPosition(0)


class TextField(QPlainTextEdit):
    """Several lines of text, as tall as the text is. `edited` brings the text after every letter, `stepped` tells that an edit of
    its own begins or is over, `retyped` that the words are others. `held` text is not told: it may be taken back.

    `under` paints behind a text with fields in it, `menus` add to the menu that opens at a place.
    """

    edited = Signal(object)
    stepped = Signal()
    retyped = Signal()

    def __init__(self, placeholder: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self._quiet = self._fitting = False
        self.held = False
        self.under: list[Callable[[QPainter, QRect], None]] = []
        self.menus: list[Callable[[QMenu, QPoint], None]] = []
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._last = ""
        self.textChanged.connect(self._looked_at)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_value(self, value: str) -> None:
        """Show a text; the cursor stays where it is as far as it can."""
        if value == self.toPlainText():
            return
        position = self.textCursor().position()
        self._quiet = True
        self.setPlainText(value)
        self._quiet = False
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(value)))
        self.setTextCursor(cursor)
        self._fit()

    def begin_with(self, value: str) -> None:
        """Show another text from its beginning."""
        self.show_value(value)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(240, self.height())

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window."""
        if leaves_undo_alone(event):
            event.ignore()
            return True
        return leaves_picture_alone(event) or super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: the field is always as tall as its text."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the text is in the room that there is now."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keep the whole field in sight of the form's scrolling."""
        super().focusInEvent(event)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer everything but the field's own undo."""
        self.menu_at(event.pos()).exec(event.globalPos())

    def menu_at(self, place: QPoint) -> QMenu:
        """Return the menu for a place of the field."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        trim_menu(menu)
        for add in self.menus:
            add(menu, place)
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what stands behind the text, then the text."""
        if self.under and "{" in self._last:
            painter = QPainter(self.viewport())
            for paint in self.under:
                paint(painter, event.rect())
            painter.end()
        super().paintEvent(event)

    def tell(self) -> None:
        """Tell the text as it is now."""
        self._typed()

    def _looked_at(self) -> None:
        """Qt tells a change of colours as one of the text too."""
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self._typed()
            self._fit()
            self.retyped.emit()

    def _typed(self) -> None:
        if not self._quiet and not self.held:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting = True
        high, block = 0.0, self.document().firstBlock()
        while block.isValid():
            high += self.blockBoundingRect(block).height()  # the document itself guesses what nobody has seen yet
            block = block.next()
        least = self._least_lines * self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(least, math.ceil(high)) + round(2 * self.document().documentMargin()) + 10)
        self._fitting = False


def trim_menu(menu: QMenu) -> None:
    """Take undo and redo, and a separator that then stands first, out of a field's menu."""
    for action in menu.actions():
        if action.objectName() in _NO_UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
