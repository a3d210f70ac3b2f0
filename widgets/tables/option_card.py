"""A choice that is explained by a sentence: a card with a radio button; a click anywhere chooses it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton

from widgets.look.parts import column, label
from widgets.look.scale import mark


class OptionCard(QFrame):
    """`chosen` tells that it is chosen now."""

    chosen = Signal()

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName("option")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = QRadioButton(name.replace("&", "&&"))
        self._sentence = label("", "small", wrap=True)
        self._sentence.setContentsMargins(mark() + 8, 0, 0, 0)
        self.button.toggled.connect(self._toggled)
        box = column(self, (12, 7, 12, 8), gap=2)
        box.addWidget(self.button)
        box.addWidget(self._sentence)
        self.explain(sentence)

    def explain(self, sentence: str, *, possible: bool = True) -> None:
        """Say what it does, or why it cannot be chosen."""
        self._sentence.setText(sentence)
        self.button.setAccessibleDescription(sentence)
        self.setEnabled(possible)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if self.rect().contains(event.position().toPoint()):
            self.button.setChecked(True)
            self.button.setFocus()

    def _toggled(self, checked: bool) -> None:
        self.setProperty("chosen", checked)
        self.style().unpolish(self)
        self.style().polish(self)
        if checked:
            self.chosen.emit()
