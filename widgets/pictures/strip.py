"""How many pictures have come in, and the way to call the rest off."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from widgets.look.parts import label, push, row
from widgets.look.scale import px
from widgets.pictures.intake import Intake
from widgets.words import tr

WIDTH = 120
PATIENCE = 400
"""Milliseconds: what is done sooner needs no progress."""


class IntakeStrip(QWidget):
    """Seen only while pictures are on their way, and that takes a while."""

    def __init__(self, intake: Intake) -> None:
        super().__init__()
        self._intake = intake
        self._words = label("", "small")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(px(WIDTH))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Pictures are coming in"))
        self.cancel = push(tr("Cancel"), intake.cancel, "link")
        across = row(self, gap=10)
        for part in (self._words, self.bar, self.cancel):
            across.addWidget(part)
        self._delay = QTimer(self, singleShot=True, interval=PATIENCE)
        self._delay.timeout.connect(self.show)
        intake.begun.connect(self._delay.start)
        intake.progressed.connect(self._show)
        intake.ended.connect(self._end)
        self._show(*intake.count)
        self.setVisible(False)
        if intake.is_busy:
            self._delay.start()

    def _show(self, done: int, total: int) -> None:
        self._words.setText(tr("Pictures: {done} of {total}", done=done, total=total))
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _end(self) -> None:
        self._delay.stop()
        self.hide()
