"""A list that hangs at the cursor of a text while something is typed there: arrows move in it, Enter takes, Esc closes."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from widgets.desk import Desk
from widgets.estimate.popup import Offer, Popup
from widgets.fields.text import TextField

TypedInto = QPlainTextEdit | QLineEdit
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
WIDTH = 380


class Offering(QObject):
    """Offers what fits the text before the cursor that `trigger` finds; its last group is what is looked for.

    `find` is asked for offers to that, `take` gets the one that was chosen once the typed text is away. Offers that come later
    are shown by `show_offers`.
    """

    def __init__(
        self,
        desk: Desk,
        field: TypedInto,
        trigger: re.Pattern[str],
        find: Callable[[str], Sequence[Offer]],
        take: Callable[[Offer], None],
    ) -> None:
        super().__init__(field)
        self._field, self._trigger, self._find, self._take = field, trigger, find, take
        self._anchor = QWidget(field)
        self._anchor.hide()
        self.popup = Popup(desk.look, desk.media, field)
        self.popup.picked.connect(self._picked)
        field.destroyed.connect(self.popup.deleteLater)
        self._dismissed = False
        self._query: str | None = None
        field.installEventFilter(self)
        changed = field.retyped if isinstance(field, TextField) else field.textChanged
        changed.connect(self.refresh)
        field.cursorPositionChanged.connect(self._moved)

    @property
    def query(self) -> str | None:
        """What is looked for; None while the list is closed."""
        return self._query

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that are for the list while it is open."""
        if self._query is None:
            return False
        if event.type() is QEvent.Type.FocusOut:
            self.close()
        elif event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_ours(event):
            self._press(event)
            return True
        return False

    def wants(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list, which is open."""
        return self._query is not None and self._is_ours(event)

    def refresh(self) -> None:
        """Offer what fits what is typed now."""
        found = self._trigger.search(before_cursor(self._field)) if self._field.hasFocus() else None
        if found is None:
            self._dismissed = False
            self.close()
        elif not self._dismissed:
            self._query = found[found.re.groups]
            self.show_offers(self._find(self._query))

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show a list at the cursor, its first line marked; nothing where there is none."""
        if self._query is None:
            return
        caret = caret_of(self._field)
        self._anchor.setGeometry(caret)
        self.popup.offer(offers, self._anchor, width=WIDTH)
        if offers and self.popup.current() is None:
            self.popup.step(1)

    def close(self) -> None:
        """Close the list; what is typed stays."""
        if self._query is not None:
            self._query = None
            self.popup.hide()
            self.closed()

    def closed(self) -> None:
        """The list was closed: for those who do more then."""

    def _moved(self) -> None:
        if self._query is not None and self._trigger.search(before_cursor(self._field)) is None:
            self.close()

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return True
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return plain and self.popup.isVisible() and (event.key() in _TAKE or event.key() in _MOVES)

    def _press(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        current = self.popup.current()
        if key == Qt.Key.Key_Escape:
            self._dismissed = True
            self.close()
        elif key in _MOVES:
            self.popup.step(_MOVES[key])
            if self.popup.current() is None:
                self.popup.step(1)
        elif current is not None:
            self._picked(current)

    def _picked(self, offer: Offer) -> None:
        found = self._trigger.search(before_cursor(self._field))
        if found is None or offer.value is None:
            return
        self._query = None
        self.popup.hide()
        self.taking()
        replace_before(self._field, len(found[0]), "")
        self._take(offer)

    def taking(self) -> None:
        """What was typed is about to be taken away: for those who do more then."""


def before_cursor(field: TypedInto) -> str:
    """Return the line up to the cursor; nothing while something is selected."""
    if isinstance(field, QLineEdit):
        return "" if field.hasSelectedText() else field.text()[: field.cursorPosition()]
    cursor = field.textCursor()
    return "" if cursor.hasSelection() else cursor.block().text()[: cursor.positionInBlock()]


def after_cursor(field: TypedInto) -> str:
    """Return the line from the cursor on."""
    if isinstance(field, QLineEdit):
        return field.text()[field.cursorPosition() :]
    cursor = field.textCursor()
    return cursor.block().text()[cursor.positionInBlock() :]


def replace_before(field: TypedInto, count: int, text: str) -> None:
    """Put a text in the place of so many letters before the cursor."""
    if isinstance(field, QLineEdit):
        field.setSelection(field.cursorPosition() - count, count)
        field.insert(text)
        return
    cursor = field.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, count)
    cursor.insertText(text)
    field.setTextCursor(cursor)


def caret_of(field: TypedInto) -> QRect:
    """Return where the cursor stands in the field."""
    if isinstance(field, QPlainTextEdit):
        return field.cursorRect().translated(field.viewport().geometry().topLeft())
    caret = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    return caret if isinstance(caret, QRect) else QRect(0, 0, 1, field.height())
