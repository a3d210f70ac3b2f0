"""The frame of the small dialogs here: a title, a sentence, fields with their names, two ways out."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from widgets.dialogs.fitted import FittedDialog
from widgets.look.parts import column, label, push, row
from widgets.look.scale import px
from widgets.words import tr

WIDTH = 480


class Asking(FittedDialog):
    """Asks something. `agree` is the button that agrees; Enter presses it, Escape leaves."""

    def __init__(self, parent: QWidget | None, title: str, agree: str, sentence: str = "", width: int = WIDTH) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(px(width))
        self.box: QVBoxLayout = column(self, (28, 24, 28, 20), gap=8)
        self.box.addWidget(label(title, "title", wrap=True))
        if sentence:
            self.box.addWidget(label(sentence, "quiet", wrap=True))
        self.box.addSpacing(4)
        self.agree: QPushButton = push(agree, self.agreed, "primary")
        self.agree.setDefault(True)

    def field(self, name: str, widget: QWidget) -> QWidget:
        """Add a field with its name above it."""
        above = label(name, "field", wrap=True)
        above.setBuddy(widget)
        widget.setAccessibleName(name)
        self.box.addWidget(above)
        self.box.addWidget(widget)
        return widget

    def foot(self, *before: QWidget, cancel: Callable[[], object] | None = None) -> None:
        """Add the two ways out, after everything else."""
        self.box.addSpacing(12)
        across = row(gap=8)
        for widget in before:
            across.addWidget(widget)
        across.addStretch(1)
        self.leave = push(tr("Cancel"), cancel or self.reject)
        across.addWidget(self.leave)
        across.addWidget(self.agree)
        self.box.addLayout(across)

    def agreed(self) -> None:
        """Take the answers; to be refined where something must be there."""
        self.accept()
