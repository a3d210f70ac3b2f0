"""Two states of a text in one: what was removed is struck out, what was added is underlined."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit

from app.blocks.storydiff import FieldDiff
from app.blocks.worddiff import Change, Stretch
from app.i18n import phrase
from widgets.look.look import Look
from widgets.words import tr

FIELDS = {
    "kicker": phrase("Small line above"),
    "title": phrase("Title"),
    "lead": phrase("Leading sentence"),
    "text": phrase("Text"),
    "figures": phrase("Big numbers"),
    "quote": phrase("Quotation"),
    "quote_by": phrase("Said by"),
    "note": phrase("Side note"),
    "pictures": phrase("Pictures"),
}
"""What the fields of a story are called."""


class DiffView(QTextEdit):
    """As tall as its text. Nothing in it is markup."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("diff")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What differs"))
        self.document().setDocumentMargin(12)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def show_fields(self, fields: Iterable[FieldDiff]) -> None:
        """Show what differs in the fields of a story."""
        self.show_parts((tr(FIELDS.get(one.field, one.field)), one.stretches) for one in fields)

    def show_parts(self, parts: Iterable[tuple[str, Iterable[Stretch]]]) -> None:
        """Show what differs under headings."""
        self.clear()
        cursor = QTextCursor(self.document())
        heading, spaced, plain = QTextCharFormat(), QTextBlockFormat(), QTextBlockFormat()
        heading.setFontWeight(QFont.Weight.DemiBold)
        heading.setForeground(self._look.color("secondary"))
        spaced.setTopMargin(10)
        for i, (name, stretches) in enumerate(parts):
            if i:
                cursor.insertBlock(spaced)
            cursor.insertText(name, heading)
            cursor.insertBlock(plain, QTextCharFormat())
            for stretch in stretches:
                cursor.insertText(stretch.text, self._format(stretch.change))
        self._fit()

    def _format(self, change: Change) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._look.color("text"))
        if change is Change.REMOVED:
            made.setFontStrikeOut(True)
            made.setForeground(self._look.color("error"))
            made.setBackground(self._look.color("error-wash"))
        elif change is Change.ADDED:
            made.setFontUnderline(True)
            made.setForeground(self._look.color("success"))
            made.setBackground(self._look.color("success", 0.12))
        return made

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what is around scroll."""
        event.ignore()

    def _fit(self) -> None:
        self.setFixedHeight(max(44, round(self.document().size().height())))
