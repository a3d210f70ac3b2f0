"""The notation of rich text, lightly coloured: marks are quiet, what they mark looks the part."""

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from widgets.look.look import Look

_MARKER = re.compile(r"^\s*(#{1,3} +|[-*•] +|\d{1,3}[.)] +|> ?)")
_STRONG = re.compile(r"(?<!\\)\*\*(?=\S)(.+?)(?<![\s\\])\*\*")
_EMPHASIS = re.compile(r"(?<![\\*])\*(?=[^\s*])([^*]+?)(?<![\s\\*])\*(?!\*)")
_LINK = re.compile(r"\[([^\[\]\n]+)\](\((?:https?://|mailto:|tel:)[^\s()]+\))")


class NotationHighlighter(QSyntaxHighlighter):
    """Colours one document in the theme that the window has now."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
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

    def _quiet(self, start: int, length: int, end: int) -> None:
        self.setFormat(start, length, self._mark)
        self.setFormat(end, length, self._mark)
