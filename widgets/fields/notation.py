"""The text field that knows the notation: keys for its marks, lists that go on by themselves, pasting from other programs."""

import re

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor

from app.model.notation import write
from app.model.richtext import ParagraphKind, RichText
from widgets.fields.text import TextField

MOST_AT_ONCE = 300_000
"""Letters of HTML that are read while somebody waits: some 40 milliseconds. Of more the plain text is taken."""
_ITEM = re.compile(r"^(?P<marker>(?P<bullet>[-*•]) |(?P<number>\d{1,3})(?P<sign>[.)]) |> )")
_LINK = re.compile(r"(?:https?://|mailto:|tel:)[^\s()]+")
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_FRESH_LINK = "https://"


class NotationField(TextField):
    """A text field that knows the notation's keys: Ctrl+B, Ctrl+I, Ctrl+K; Enter continues a list or a quotation; Ctrl+Shift+V
    pastes the words alone.
    """

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+K while words are chosen that can become a link: without any it is the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Wrap the selection, continue lists, or type."""
        control, plain = event.modifiers() == _CONTROL, not event.modifiers()
        if control and event.key() == Qt.Key.Key_B:
            self.wrap("**")
        elif control and event.key() == Qt.Key.Key_I:
            self.wrap("*")
        elif self._is_own(event):
            self.link() if event.key() == Qt.Key.Key_K else self.paste_plain()
        elif event.text() in ("*", "[") and self._has_part_chosen():
            self._surround(event.text())
        elif plain and self._edits_marker(event.key()):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _edits_marker(self, key: int) -> bool:
        """Do what Enter and Backspace do to the marker of a line. Return whether that was it."""
        if key == Qt.Key.Key_Backspace:
            return self._take_marker()
        return key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._continue_list()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste: a link over words that are chosen, text of other programs as what it looks like, or the plain text."""
        self.stepped.emit()
        words, text = self.textCursor().selectedText(), source.text().strip()
        rich = self._read(source)
        if words and "\u2029" not in words and _LINK.fullmatch(text):
            self.textCursor().insertText(f"[{words}]({text})")
        elif rich is not None:
            self.insert_rich(rich)
        else:
            super().insertFromMimeData(source)
        self.stepped.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take whatever has words."""
        return source.hasText() or source.hasHtml()

    def paste_plain(self) -> None:
        """Paste the words alone."""
        self.stepped.emit()
        self.insertPlainText(QGuiApplication.clipboard().text())
        self.stepped.emit()

    def insert_rich(self, text: RichText) -> None:
        """Put a rich text at the cursor: one paragraph goes on with the line, several stand apart from what is around them."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        line, at = cursor.block().text(), cursor.positionInBlock()
        typed = write(text)
        if len(text.paragraphs) > 1 or text.paragraphs[0].kind is not ParagraphKind.BODY:
            gap = "\n" if cursor.block().previous().text().strip() and not line[:at].strip() else "\n\n"
            before = gap if line[:at].strip() or cursor.block().previous().text().strip() else ""
            after = "\n\n" if line[at:].strip() or cursor.block().next().text().strip() else ""
            typed = before + typed + after
        cursor.insertText(typed)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def wrap(self, mark: str) -> None:
        """Put marks around the selection, or take them away where they are; the words stay selected."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text, size = self.toPlainText(), len(mark)
        before, after = text[:start], text[end:]
        stars = min(len(before) - len(before.rstrip("*")), len(after) - len(after.lstrip("*")))
        wrapped = stars >= 2 if size == 2 else stars in (1, 3)
        inner = text[start:end]
        self.stepped.emit()
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
        self.stepped.emit()
        self._select(start, end)

    def link(self) -> None:
        """Make a link of the words that are chosen, to what lies on the clipboard where that is an address; the address is then
        chosen, to be typed over.
        """
        cursor = self.textCursor()
        start, words = cursor.selectionStart(), cursor.selectedText().replace("\u2029", " ")
        copied = QGuiApplication.clipboard().text().strip()
        target = copied if _LINK.fullmatch(copied) else _FRESH_LINK
        self.stepped.emit()
        cursor.insertText(f"[{words}]({target})")
        self.stepped.emit()
        address = start + len(words) + 3
        self._select(address, address + len(target))

    def start_line(self, marker: str) -> None:
        """Put a marker before the line of the cursor, or take it away where it is."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        self.stepped.emit()
        if cursor.block().text().startswith(marker):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(marker))
            cursor.removeSelectedText()
        else:
            cursor.insertText(marker)
        self.stepped.emit()

    def _read(self, source: QMimeData) -> RichText | None:
        if not source.hasHtml():
            return None
        from app.intake.pasting import rich_from_html

        html = source.html()
        return rich_from_html(html) if len(html) <= MOST_AT_ONCE else None

    def _is_own(self, event: QKeyEvent) -> bool:
        """Tell whether a key is Ctrl+K with words chosen, or Ctrl+Shift+V."""
        if event.key() == Qt.Key.Key_K and event.modifiers() == _CONTROL:
            return self.textCursor().hasSelection()
        return event.key() == Qt.Key.Key_V and event.modifiers() == _CONTROL | _SHIFT

    def _has_part_chosen(self) -> bool:
        """Tell whether some words of a line are chosen: over a whole text one types another."""
        cursor = self.textCursor()
        words = cursor.selectedText()
        return bool(words.strip()) and "\u2029" not in words and len(words) < self.document().characterCount() - 1

    def _surround(self, sign: str) -> None:
        """Put typed marks around the words that are chosen, which stay chosen."""
        if sign == "[":
            self.link()
            return
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        words = self.toPlainText()[start:end]
        cursor.insertText(f"{sign}{words}{sign}")
        self._select(start + 1, end + 1)

    def _select(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _continue_list(self) -> bool:
        """Begin the next item of a list or line of a quotation; an empty one ends it. Return whether there is any at all."""
        cursor = self.textCursor()
        line = cursor.block().text()
        found = _ITEM.match(line)
        if not found or cursor.positionInBlock() < found.end():
            return False
        if line.strip() == found["marker"].strip():
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            # An empty line must stay between: words right below would go on with the item.
            cursor.insertText("\n")
        else:
            self.stepped.emit()
            cursor.insertText("\n" + _next(found))
        return True

    def _take_marker(self) -> bool:
        """Take the marker of a line away at once when the cursor stands right behind it."""
        cursor = self.textCursor()
        found = re.match(r"(?:#{1,3} |[-*•] |\d{1,3}[.)] |> )", cursor.block().text())
        if not found or cursor.hasSelection() or cursor.positionInBlock() != found.end():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return True


def _next(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{int(found['number']) + 1}{found['sign']} "
    return found["marker"]
