"""What is typed where it stands: a field exactly over a text of the page, in the document's face."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.fields.rich import NotationField
from widgets.look.look import Look
from widgets.preview.inks import Inks

SLACK = 6
"""Pixels around the text, where the frame is."""
LEAST_WIDTH = 72
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


@dataclass(frozen=True)
class Stand:
    """Where a text stands in the viewport, how far it may grow to the right, and how it looks there."""

    box: QRectF
    right: float
    font: QFont
    inks: Inks
    lines: int


class InPlaceField(NotationField):
    """The field. `taken` brings every letter, `left` tells that it is done, `noted` the reason for what cannot be taken.

    In a `single` line Enter is done; elsewhere it begins another one and Ctrl+Enter is.
    """

    taken = Signal(str)
    left = Signal(bool)
    ends_with_focus = True
    """What is typed is taken when the focus leaves."""

    def __init__(self, parent: QWidget, look: Look, *, single: bool) -> None:
        super().__init__("", 1, parent)
        self._look, self._single = look, single
        self._stand: Stand | None = None
        self._left = False
        self.setObjectName("inplace")
        self.document().setDocumentMargin(0)
        self.setViewportMargins(SLACK, SLACK, SLACK, SLACK)
        self.edited.connect(self.taken.emit)
        self.textChanged.connect(self._grow)

    def stand(self, at: Stand) -> None:
        """Stand over a text of the page."""
        self._stand = at
        if self.font() != at.font:
            self.setFont(at.font)
        ground, ink = at.inks.ground.name(), at.inks.ink.name()
        accent, on = self._look.color("accent").name(), self._look.color("on-accent").name()
        self.setStyleSheet(
            f"QPlainTextEdit#inplace, QPlainTextEdit#inplace:focus {{ background: {ground}; color: {ink};"
            f" border: 2px solid {accent}; border-radius: 3px; padding: 0; {_css(at.font)}"
            f" selection-background-color: {accent}; selection-color: {on}; }}"
        )
        self._grow()

    def _grow(self) -> None:
        """Be as wide and as high as the text needs: lines that were broken on the page stay as wide as they are."""
        if self._stand is None:
            return
        at = self._stand
        frame = SLACK + 2
        room = max(float(LEAST_WIDTH), at.right - at.box.left())
        natural = max((self.fontMetrics().horizontalAdvance(line) for line in self.toPlainText().split("\n")), default=0) + 12
        wide = at.box.width() * 1.04 + 8
        if at.lines == 1 or natural < wide:
            wide = max(wide, float(natural))
        wide = max(float(LEAST_WIDTH), min(wide, room))
        self.setFixedWidth(round(wide) + 2 * frame)
        self._fit()
        middle = at.box.top() if at.lines > 1 else at.box.center().y() - self.fontMetrics().lineSpacing() / 2
        self.move(QPointF(at.box.left() - frame, middle - frame).toPoint())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * (SLACK + 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Esc and Ctrl+Enter, and with Enter on a single line."""
        key = Qt.Key(event.key())
        done = key is Qt.Key.Key_Escape or (key in _ENTERS and (self._single or bool(event.modifiers() & _CONTROL)))
        if done:
            self.leave(back=True)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Be done with Tab: the page has the focus again."""
        self.leave(back=True)
        return True

    def event(self, event: QEvent) -> bool:
        """Take Escape before anything in the window takes it."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be done when somebody goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.leave(back=False)

    def leave(self, *, back: bool) -> None:
        """Be done; `back` leads to the page again."""
        if not self._left:
            self._left = True
            self.left.emit(back)

    def put_caret(self, place: int) -> None:
        """Put the cursor somewhere."""
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(place, len(self.toPlainText()))))
        self.setTextCursor(cursor)

    def complain(self, reason: str) -> None:
        """Say what is wrong with what was typed."""
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)


def _css(font: QFont) -> str:
    """Return a font's family and size as a style sheet wants them: that of the window would win otherwise."""
    family = font.family().replace('"', "")
    return f'font-family: "{family}"; font-size: {font.pixelSize()}px;'
