"""What helps whoever writes for a client: merge fields as chips with their values, and spelling with suggestions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip
from shiboken6 import isValid

from app.merge import Mark, Standing, marks
from app.spelling.words import Word, words_in
from widgets.desk import Desk
from widgets.fields.highlighter import NotationHighlighter, TextHighlighter
from widgets.fields.mergefields import complete_fields, paint_chips, told
from widgets.fields.text import TextField
from widgets.look.parts import plain_tip
from widgets.phrases import shorten
from widgets.words import tr


class Writing(QObject):
    """Helps in one field; `notation` tells that rich text is typed there."""

    def __init__(self, desk: Desk, field: TextField, *, notation: bool = False) -> None:
        super().__init__(field)
        self._desk, self._field = desk, field
        kind = NotationHighlighter if notation else TextHighlighter
        self.highlighter = kind(field.document(), desk.look, desk)
        self.completion = complete_fields(desk, field)
        field.under.append(self._paint)
        field.menus.append(self._add_spelling)
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        desk.merging.changed.connect(field.viewport().update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the value of a chip under the pointer; take a chip away as one letter."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and watched is self._field.viewport():
            mark = self.mark_at(event.pos())
            QToolTip.showText(event.globalPos(), plain_tip(told(self._desk, mark)) if mark else "", self._field)
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._field:
            return self._takes_chip(event)
        return False

    def mark_at(self, place: QPoint) -> Mark | None:
        """Return the merge field at a place of the viewport."""
        cursor = self._field.cursorForPosition(place)
        at = cursor.positionInBlock()
        return next((mark for mark in marks(cursor.block().text()) if mark.start <= at < mark.end), None)

    def word_at(self, place: QPoint) -> Word | None:
        """Return the wrong word at a place of the viewport."""
        cursor = self._field.cursorForPosition(place)
        at = cursor.positionInBlock()
        words = (word for word in words_in(cursor.block().text()) if word.start <= at <= word.end)
        return next((word for word in words if self._desk.spelling.is_wrong(word)), None)

    def _paint(self, painter: QPainter, seen: QRect) -> None:
        paint_chips(self._desk, self._field, painter, seen)

    def _takes_chip(self, event: QKeyEvent) -> bool:
        """Take a whole field away with Backspace behind it, or with Delete before it."""
        back, on = event.key() == Qt.Key.Key_Backspace, event.key() == Qt.Key.Key_Delete
        cursor = self._field.textCursor()
        if not (back or on) or event.modifiers() or cursor.hasSelection():
            return False
        at = cursor.positionInBlock()
        for mark in marks(cursor.block().text()):
            if mark.standing is Standing.FIELD and at == (mark.end if back else mark.start):
                cursor.setPosition(cursor.block().position() + mark.start)
                cursor.setPosition(cursor.block().position() + mark.end, QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                return True
        return False

    def _add_spelling(self, menu: QMenu, place: QPoint) -> None:
        """Put what may be meant first, and a switch last."""
        spelling = self._desk.spelling
        word = self.word_at(place)
        if word is not None:
            first = menu.actions()[0] if menu.actions() else None
            looking = menu.addAction(tr("Looking for suggestions…"))
            looking.setEnabled(False)
            keep, ignore = menu.addAction(tr("Add to the dictionary")), menu.addAction(tr("Ignore the word"))
            keep.triggered.connect(partial(_call, spelling.keep, word.plain))
            ignore.triggered.connect(partial(_call, spelling.ignore, word.plain))
            line = menu.addSeparator()
            if first is not None:
                for action in (looking, keep, ignore, line):
                    menu.insertAction(first, action)
            block = self._field.cursorForPosition(place).block().position()
            spelling.suggest(word.plain, partial(self._show_suggestions, menu, looking, word, block))
        menu.addSeparator()
        switch = menu.addAction(tr("Check the spelling"))
        switch.setCheckable(True)
        switch.setChecked(spelling.is_on)
        switch.toggled.connect(spelling.switch)

    def _show_suggestions(self, menu: QMenu, looking: QAction, word: Word, block: int, found: tuple[str, ...]) -> None:
        if not isValid(menu) or not isValid(looking):
            return
        if not found:
            looking.setText(tr("Nothing like that is known"))
            return
        for one in found:
            action = menu.addAction(shorten(one, 60).replace("&", "&&"))
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._put_right, word, block, one))
            menu.insertAction(looking, action)
        menu.removeAction(looking)

    def _put_right(self, word: Word, block: int, right: str, _checked: bool = False) -> None:
        """Put the right word in the place of the wrong one, as an edit of its own."""
        cursor = self._field.textCursor()
        cursor.setPosition(block + word.start)
        cursor.setPosition(block + word.end, QTextCursor.MoveMode.KeepAnchor)
        if [one.plain for one in words_in(cursor.selectedText())] == [word.plain]:
            self._field.stepped.emit()
            cursor.insertText(right)
            self._field.stepped.emit()


def _call(what: Callable[[str], None], word: str, _checked: bool = False) -> None:
    what(word)
