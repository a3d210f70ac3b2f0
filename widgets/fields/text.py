"""Fields for text. What can be undone is the proposal: the fields have no undo of their own."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from widgets.look.parts import plain_tip
from widgets.pictures.offer import is_picture_pasted

_NO_UNDO = {"edit-undo", "edit-redo"}
LONGEST_LINE = 2000


def leaves_undo_alone(event: QEvent) -> bool:
    """Tell whether this is the question if a field wants Ctrl+Z for itself; none does."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
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
        menu = self.createStandardContextMenu()
        trim_menu(menu)
        menu.exec(event.globalPos())


class LineField(PlainLine):
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


class TextField(QPlainTextEdit):
    """Several lines of text, as tall as the text is. `edited` brings the text after every letter."""

    edited = Signal(object)

    def __init__(self, placeholder: str = "", lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_lines = lines
        self._quiet = False
        self.setPlaceholderText(placeholder)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._typed)
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
        menu = self.createStandardContextMenu()
        trim_menu(menu)
        menu.exec(event.globalPos())

    def _typed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.toPlainText())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        lines = max(self._least_lines, round(self.document().size().height()))
        self.setFixedHeight(lines * line + round(2 * self.document().documentMargin()) + 10)


def trim_menu(menu: QMenu) -> None:
    """Take undo and redo, and a separator that then stands first, out of a field's menu."""
    for action in menu.actions():
        if action.objectName() in _NO_UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
