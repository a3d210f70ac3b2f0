"""A decision that needs its reason in writing: a line that opens, and a button that waits until something is written."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from widgets.fields.text import PlainLine
from widgets.look.parts import push, row
from widgets.words import tr


class ReasonLine(QWidget):
    """Hidden until it is asked. `decide` gets the reason and tells whether it was taken."""

    def __init__(self, hint: str, words: str, decide: Callable[[str], bool]) -> None:
        super().__init__()
        self._decide = decide
        self.text = PlainLine(hint)
        self.text.setAccessibleName(hint)
        self.agree = push(words, self._agree, "primary")
        across = row(self, (26, 0, 0, 0), gap=8)
        across.addWidget(self.text, 1)
        across.addWidget(push(tr("Cancel"), self.close_again))
        across.addWidget(self.agree)
        self.text.textChanged.connect(self._follow)
        self.text.returnPressed.connect(self._agree)
        self._follow()
        self.hide()

    def ask(self) -> None:
        """Open, and wait for the reason."""
        self.show()
        self.text.setFocus()

    def close_again(self) -> None:
        """Forget it."""
        self.hide()
        self.text.clear()

    def _follow(self) -> None:
        self.agree.setEnabled(bool(self.text.text().strip()))

    def _agree(self) -> None:
        if self.text.text().strip() and self._decide(self.text.text().strip()):
            self.close_again()
