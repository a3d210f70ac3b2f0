"""What helps in a line that a client reads: the same as in texts of several lines."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat

from app.merge import Standing, marks, takes_fields
from app.spelling.words import words_in
from widgets.desk import Desk
from widgets.fields.highlighter import wavy
from widgets.fields.mergefields import color_of
from widgets.fields.text import LineField, WrittenLine
from widgets.fields.writing import Helping, Spot, is_same

_FORMAT = QInputMethodEvent.AttributeType.TextFormat


class LineWriting(Helping):
    """Helps in one line.

    WORKAROUND: a QLineEdit has no document that a highlighter could colour. It takes the formats of an input method that composes
    nothing, and shows them until its text changes.
    """

    def __init__(self, desk: Desk, field: WrittenLine) -> None:
        super().__init__(desk, field, field)
        self._field = field
        self._shown = False
        field.textChanged.connect(self.refresh)
        field.composed.connect(self.refresh)
        desk.merging.changed.connect(self.refresh)
        desk.spelling.found.connect(self.refresh)
        desk.spelling.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Mark chips and wrong words as they are now."""
        if self._field.is_composing:
            return
        found = self.formats(self._field.text())
        if found or self._shown:
            self._shown = bool(found)
            at = self._field.cursorPosition()
            parts = [QInputMethodEvent.Attribute(_FORMAT, start - at, end - start, one) for start, end, one in found]
            QCoreApplication.sendEvent(self._field, QInputMethodEvent("", parts))

    def formats(self, text: str) -> list[tuple[int, int, QTextCharFormat]]:
        """Return how parts of a text look: from where to where, and its look."""
        look, found = self._desk.look, []
        for mark in marks(text) if "{" in text else ():
            if mark.standing is not Standing.LITERAL:
                color, shown = color_of(self._desk, mark), QTextCharFormat()
                shown.setForeground(look.color(color))
                shown.setBackground(look.color(f"{color}-wash"))
                found.append((mark.start, mark.end, shown))
        if self._desk.spelling.is_on:
            for word in words_in(text):
                if self._desk.spelling.is_wrong(word):
                    shown = QTextCharFormat()
                    wavy(shown, look.color("error"))
                    found.append((word.start, word.end, shown))
        return found

    def spot(self, place: QPoint) -> Spot:
        """Return what is at a place of the line."""
        return Spot(self._field.text(), self._field.cursorPositionAt(place))

    def caret(self) -> Spot | None:
        """Return where the cursor is."""
        return None if self._field.hasSelectedText() else Spot(self._field.text(), self._field.cursorPosition())

    def put(self, start: int, end: int, was: str, text: str) -> None:
        """Put a text in the place of another, if that is still there."""
        if is_same(self._field.text()[start:end], was):
            self._field.setSelection(start, end - start)
            if text:
                self._field.insert(text)
            else:
                self._field.del_()
            self._field.textEdited.emit(self._field.text())


def help_line(desk: Desk, field: object, path: str) -> None:
    """Help in a line, if it is one and holds what a client reads."""
    if isinstance(field, LineField) and takes_fields(desk.session.proposal, path):
        LineWriting(desk, field)
