"""The field for rich text: plain typing in the notation, with keys and buttons for its marks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.model.notation import parse, write
from app.model.richtext import RichText
from widgets.fields.highlighter import NotationHighlighter
from widgets.fields.text import TextField
from widgets.look.look import Look
from widgets.look.parts import column, label, row, tool
from widgets.words import tr


class NotationField(TextField):
    """A text field that knows the notation's keys: Ctrl+B, Ctrl+I; Enter continues a list."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wrap the selection, continue lists, or type."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_B:
            self.wrap("**")
        elif control and event.key() == Qt.Key.Key_I:
            self.wrap("*")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._continue_list():
            event.accept()
        else:
            super().keyPressEvent(event)

    def wrap(self, mark: str) -> None:
        """Put marks around the selection, or take them away where they are; the words stay selected."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text, size = self.toPlainText(), len(mark)
        before, after = text[:start], text[end:]
        stars = min(len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*")))
        wrapped = stars >= 2 if size == 2 else stars in (1, 3)
        inner = text[start:end]
        cursor.beginEditBlock()
        if wrapped:
            cursor.setPosition(start - size)
            cursor.setPosition(end + size, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(inner)
            start, end = start - size, end - size
        else:
            cursor.insertText(mark + inner + mark)
            start, end = start + size, end + size
        cursor.endEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def start_line(self, marker: str) -> None:
        """Put a marker before the line of the cursor, or take it away where it is."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        if cursor.block().text().startswith(marker):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(marker))
            cursor.removeSelectedText()
        else:
            cursor.insertText(marker)

    def _continue_list(self) -> bool:
        """Begin the next item of a list; an empty item ends it. Return whether there is a list at all."""
        cursor = self.textCursor()
        line = cursor.block().text()
        kind = "- " if line.startswith("- ") else _next_number(line)
        if not kind or cursor.positionInBlock() < len(line.split(" ")[0]) + 1:
            return False
        if line.strip() == line.split(" ")[0]:
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        else:
            cursor.insertText("\n" + kind)
        return True


def _next_number(line: str) -> str:
    digits = line.split(". ", maxsplit=1)[0] if ". " in line else ""
    return f"{int(digits) + 1}. " if digits.isascii() and digits.isdecimal() and len(digits) < 4 else ""


class RichField(QWidget):
    """Rich text with a row of buttons for its marks. `edited` brings the RichText."""

    edited = Signal(object)

    def __init__(self, look: Look, placeholder: str = "", lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = NotationField(placeholder, lines=lines)
        NotationHighlighter(self.text.document(), look)
        self.text.edited.connect(lambda typed: self.edited.emit(parse(typed)))
        self.setFocusProxy(self.text)
        box = column(self, gap=4)
        box.addWidget(self.text)
        box.addLayout(self._buttons(look))

    def show_value(self, value: RichText) -> None:
        """Show a text, unless it is what is typed here already, however it is spelled."""
        if parse(self.text.toPlainText()) != value:
            self.text.show_value(write(value))

    def _buttons(self, look: Look) -> QHBoxLayout:
        buttons = row()
        marks: list[tuple[str, str, Callable[[], None]]] = [
            ("bold", tr("Bold (Ctrl+B)"), lambda: self.text.wrap("**")),
            ("italic", tr("Italic (Ctrl+I)"), lambda: self.text.wrap("*")),
            ("heading", tr("Heading"), lambda: self.text.start_line("# ")),
            ("list", tr("List"), lambda: self.text.start_line("- ")),
            ("quote", tr("Quotation"), lambda: self.text.start_line("> ")),
        ]
        for icon, hint, press in marks:
            button = tool(look, icon, hint, press, 16)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(label(tr("**bold**  *italic*  # heading  - list"), "small"))
        return buttons
