"""A dialog that is as tall as its words are; dialogs that are gone once they are left."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from widgets.look.scale import grown

EDGE = 64
"""Pixels of the window that a dialog leaves to be seen."""


class FittedDialog(QDialog):
    """Call `fit` whenever what it shows has changed; a dialog that is not seen yet fits itself when it is."""

    def fit(self) -> None:
        """Take the height that the contents need at this width."""
        layout = self.layout()
        if layout is not None and self.isVisible():
            layout.activate()
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        """Be as tall as the words are in the face that they are shown in."""
        super().showEvent(event)
        self.fit()


def spread(dialog: QDialog, size: QSize, smallest: QSize | None = None) -> None:
    """Give a dialog the size that it was designed with, larger in larger letters, within the window that it is over."""
    over = dialog.parentWidget()
    room = over.window().size() - QSize(EDGE, EDGE) if over is not None else grown(size)
    dialog.resize(grown(size).boundedTo(room).expandedTo(smallest or QSize()))


def open_once(dialog: QDialog) -> None:
    """Show a dialog over its window; once it is left, it is destroyed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
