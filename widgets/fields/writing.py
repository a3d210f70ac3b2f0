"""What helps whoever writes for a client: merge fields as chips with their values, and spelling with suggestions."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QPainter, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip, QWidget
from shiboken6 import isValid

from app.merge import Mark, Standing, marks
from app.spelling.words import Word, words_in
from widgets.desk import Desk
from widgets.fields.highlighter import NotationHighlighter, TextHighlighter
from widgets.fields.mergefields import complete_fields, paint_chips, told
from widgets.fields.text import TextField, WrittenLine
from widgets.look.parts import plain_tip
from widgets.phrases import shorten
from widgets.words import tr


@dataclass(frozen=True)
class Spot:
    """A place in a text: the line that it is in, where in the line it is, and where in the text the line begins."""

    line: str
    at: int
    start: int = 0


class Helping(QObject):
    """Helps in one field of whatever kind. `seen` is the widget that shows its text."""

    def __init__(self, desk: Desk, field: TextField | WrittenLine, seen: QWidget) -> None:
        super().__init__(field)
        self._desk, self._seen, self._typed_into = desk, seen, field
        self.completion = complete_fields(desk, field)
        field.menus.append(self._add_spelling)
        field.installEventFilter(self)
        if seen is not field:
            seen.installEventFilter(self)

    @abstractmethod
    def spot(self, place: QPoint) -> Spot:
        """Return what is at a place of the widget that shows the text."""

    @abstractmethod
    def caret(self) -> Spot | None:
        """Return where the cursor is; None while something is selected."""

    @abstractmethod
    def put(self, start: int, end: int, was: str, text: str) -> None:
        """Put a text in the place of another, if that is still there."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the value of a chip under the pointer; take a chip away as one letter."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and watched is self._seen:
            mark = self.mark_at(event.pos())
            tip = plain_tip(told(self._desk, mark)) if mark else self._seen.toolTip()
            QToolTip.showText(event.globalPos(), tip, self._typed_into)
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self._typed_into:
            return self._takes_chip(event)
        return False

    def mark_at(self, place: QPoint) -> Mark | None:
        """Return the merge field at a place."""
        spot = self.spot(place)
        return next((mark for mark in marks(spot.line) if mark.start <= spot.at < mark.end), None)

    def word_at(self, place: QPoint) -> Word | None:
        """Return the wrong word at a place."""
        spot = self.spot(place)
        words = (word for word in words_in(spot.line) if word.start <= spot.at <= word.end)
        return next((word for word in words if self._desk.spelling.is_wrong(word)), None)

    def _takes_chip(self, event: QKeyEvent) -> bool:
        """Take a whole field away with Backspace behind it, or with Delete before it."""
        back, on = event.key() == Qt.Key.Key_Backspace, event.key() == Qt.Key.Key_Delete
        spot = self.caret() if (back or on) and not event.modifiers() else None
        if spot is None:
            return False
        for mark in marks(spot.line):
            if mark.standing is Standing.FIELD and spot.at == (mark.end if back else mark.start):
                self.put(spot.start + mark.start, spot.start + mark.end, spot.line[mark.start : mark.end], "")
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
            start = self.spot(place).start
            spelling.suggest(word.plain, partial(self._show_suggestions, menu, looking, word, start))
        menu.addSeparator()
        switch = menu.addAction(tr("Check the spelling"))
        switch.setCheckable(True)
        switch.setChecked(spelling.is_on)
        switch.toggled.connect(spelling.switch)

    def _show_suggestions(self, menu: QMenu, looking: QAction, word: Word, start: int, found: tuple[str, ...]) -> None:
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
            action.triggered.connect(partial(self._put_right, word, start, one))
            menu.insertAction(looking, action)
        menu.removeAction(looking)

    def _put_right(self, word: Word, start: int, right: str, _checked: bool = False) -> None:
        """Put the right word in the place of the wrong one, as an edit of its own."""
        self._typed_into.stepped.emit()
        self.put(start + word.start, start + word.end, word.plain, right)
        self._typed_into.stepped.emit()


class Writing(Helping):
    """Helps in a text of several lines; `notation` tells that rich text is typed there."""

    def __init__(self, desk: Desk, field: TextField, *, notation: bool = False) -> None:
        super().__init__(desk, field, field.viewport())
        self._field = field
        kind = NotationHighlighter if notation else TextHighlighter
        self.highlighter = kind(field.document(), desk.look, desk)
        field.under.append(self._paint)
        desk.merging.changed.connect(field.viewport().update)

    def spot(self, place: QPoint) -> Spot:
        """Return what is at a place of the viewport."""
        return _spot(self._field.cursorForPosition(place))

    def caret(self) -> Spot | None:
        """Return where the cursor is."""
        cursor = self._field.textCursor()
        return None if cursor.hasSelection() else _spot(cursor)

    def put(self, start: int, end: int, was: str, text: str) -> None:
        """Put a text in the place of another, if that is still there."""
        cursor = self._field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if is_same(cursor.selectedText(), was):
            cursor.insertText(text)

    def _paint(self, painter: QPainter, seen: QRect) -> None:
        paint_chips(self._desk, self._field, painter, seen)


def _spot(cursor: QTextCursor) -> Spot:
    block = cursor.block()
    return Spot(block.text(), cursor.positionInBlock(), block.position())


def is_same(found: str, wanted: str) -> bool:
    """Tell whether a text is the one that is meant, however it is broken."""
    return found == wanted or [one.plain for one in words_in(found)] == [wanted]


def _call(what: Callable[[str], None], word: str, _checked: bool = False) -> None:
    what(word)
