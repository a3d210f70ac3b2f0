"""The notation of rich text, lightly coloured: marks are quiet, what they mark looks the part. Words that are spelled wrong have
a wavy line, merge fields the colour of their chips.
"""

import re
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from app.merge import Standing, marks
from app.spelling.words import Word, words_in
from widgets.desk import Desk
from widgets.fields.mergefields import color_of
from widgets.look.look import Look

_MARKER = re.compile(r"^\s*(#{1,3} +|[-*•] +|\d{1,3}[.)] +|> ?)")
_STRONG = re.compile(r"(?<!\\)\*\*(?=\S)(.+?)(?<![\s\\])\*\*")
_EMPHASIS = re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+?)(?<![\s\\*])\*(?!\*)")
_LINK = re.compile(r"\[([^\[\]\n]+)\](\((?:https?://|mailto:|tel:)[^\s()]+\))")
_PART = 4
"""Blocks that are looked at again at once; the others follow when the window has time."""


class TextHighlighter(QSyntaxHighlighter):
    """Marks wrong words and merge fields in one document."""

    def __init__(self, document: QTextDocument, look: Look, desk: Desk | None = None) -> None:
        super().__init__(document)
        self.look, self._desk = look, desk
        self._waiting: list[int] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        if desk is not None:
            desk.spelling.found.connect(self._found_wrong)
            desk.spelling.changed.connect(self._all_again)
            desk.merging.changed.connect(self._fields_again)

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        if self._desk is None:
            return
        for mark in marks(text):
            if mark.standing is not Standing.LITERAL:
                shown = QTextCharFormat()
                shown.setForeground(self.look.color(color_of(self._desk, mark)))
                self.setFormat(mark.start, mark.end - mark.start, shown)
        if self._desk.spelling.is_on:
            for word in words_in(text):
                if self._desk.spelling.is_wrong(word):
                    self._underline(word, self.look.color("error"))

    def _underline(self, word: Word, color: QColor) -> None:
        """Add the wavy line to what the letters look like already; nearly always they all look alike."""
        is_alike = self.format(word.start) == self.format(word.end - 1)
        step = word.end - word.start if is_alike else 1
        for place in range(word.start, word.end, step):
            shown = self.format(place)
            wavy(shown, color)
            self.setFormat(place, step, shown)

    def _found_wrong(self, words: set[str]) -> None:
        """Look again at the lines that words stand in which turned out to be wrong."""
        self._again(lambda text: any(word.plain in words for word in words_in(text)))

    def _fields_again(self) -> None:
        self._again(lambda text: "{" in text)

    def _all_again(self) -> None:
        self._again(lambda text: True)

    def _again(self, is_meant: Callable[[str], bool]) -> None:
        waiting = set(self._waiting)
        block = self.document().firstBlock()
        while block.isValid():
            if block.blockNumber() not in waiting and is_meant(block.text()):
                waiting.add(block.blockNumber())
            block = block.next()
        self._waiting = sorted(waiting)
        if waiting and not self._later.isActive():
            self._later.start()

    def _go_on(self) -> None:
        for number in self._waiting[:_PART]:
            block: QTextBlock = self.document().findBlockByNumber(number)
            if block.isValid():
                self.rehighlightBlock(block)
        del self._waiting[:_PART]
        if self._waiting:
            self._later.start()


def wavy(shown: QTextCharFormat, color: QColor) -> None:
    """Add the line under a wrong word to how it looks."""
    shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    shown.setUnderlineColor(color)


class NotationHighlighter(TextHighlighter):
    """Colours one document in the theme that the window has now."""

    def __init__(self, document: QTextDocument, look: Look, desk: Desk | None = None) -> None:
        super().__init__(document, look, desk)
        self._mark = QTextCharFormat()
        self._mark.setForeground(look.color("tertiary"))
        self._strong = QTextCharFormat()
        self._strong.setFontWeight(QFont.Weight.Bold)
        self._emphasis = QTextCharFormat()
        self._emphasis.setFontItalic(True)
        self._link = QTextCharFormat()
        self._link.setForeground(look.color("accent"))

    def highlightBlock(self, text: str) -> None:
        """Colour one line."""
        marker = _MARKER.match(text)
        if marker and marker[1].startswith("#"):
            self.setFormat(0, len(text), self._strong)
        for match in _EMPHASIS.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._emphasis)
            self._quiet(match.start(), 1, match.end() - 1)
        for match in _STRONG.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._strong)
            self._quiet(match.start(), 2, match.end() - 2)
        for match in _LINK.finditer(text):
            self.setFormat(match.start(), match.end() - match.start(), self._link)
            self.setFormat(match.start(2), match.end(2) - match.start(2), self._mark)
        if marker:
            self.setFormat(marker.start(1), len(marker[1]), self._mark)
        super().highlightBlock(text)

    def _quiet(self, start: int, length: int, end: int) -> None:
        self.setFormat(start, length, self._mark)
        self.setFormat(end, length, self._mark)
