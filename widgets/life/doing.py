"""Something that takes a while and touches everything: how far it is, a way to call it off, and what came of it in words."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.problems import Problem, Severity
from app.wording import worded
from widgets.dialogs.fitted import FittedDialog
from widgets.jobs import Jobs, Ticket
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, scrolling
from widgets.look.scale import px
from widgets.notice import of_failure
from widgets.words import language, tr

T = TypeVar("T")
Progress = Callable[[int, int], bool]

WIDTH, STEPS = 520, 1000
MOST_LINES, LIST_HEIGHT = 4, 200
_ICONS = {Severity.ERROR: ("error", "error"), Severity.WARNING: ("problems", "warning"), Severity.INFO: ("check", "success")}
_CALLED_OFF = ("info", "secondary")
"""Nothing went wrong, but nothing was done either."""


@dataclass(frozen=True)
class Outcome:
    """What came of it: how well, in a few words and a sentence, with what there is to tell; a file that can be shown, and a
    deed that follows.
    """

    severity: Severity
    text: str
    details: str = ""
    problems: tuple[Problem, ...] = ()
    file: Path | None = None
    deed: str = ""
    call: Callable[[], object] | None = None


class DoingDialog(FittedDialog):
    """Shows it. `show_file` gets the file that somebody wants to see in its folder."""

    progressed = Signal(float)

    def __init__(self, parent: QWidget | None, look: Look, jobs: Jobs, title: str, show_file: Callable[[Path], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(px(WIDTH))
        self._look, self._jobs, self._show_file = look, jobs, show_file
        self._off = threading.Event()
        self.outcome: Outcome | None = None
        box = column(self, (28, 24, 28, 20), gap=8)
        head = row(gap=8)
        self._icon = label("")
        self._icon.hide()
        head.addWidget(self._icon)
        self.title = label(title, "subtitle", wrap=True)
        head.addWidget(self.title, 1)
        box.addLayout(head)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        box.addSpacing(4)
        box.addWidget(self.bar)
        self._told = column(gap=4)
        box.addLayout(self._told)
        box.addSpacing(8)
        self._foot = row(gap=8)
        self._foot.addStretch(1)
        self.leave = push(tr("Cancel"), self.reject)
        self._foot.addWidget(self.leave)
        box.addLayout(self._foot)
        self.progressed.connect(self._show_part)

    @property
    def called_off(self) -> bool:
        """Whether somebody wants no more of it."""
        return self._off.is_set()

    def begin(self, work: Callable[[Progress], T], outcome: Callable[[T], Outcome]) -> None:
        """Do it in the worker; the result is put into words here."""

        def run(ticket: Ticket) -> T:
            def progress(done: int, total: int) -> bool:
                self.progressed.emit(done / total if total else 0.0)
                return not (self._off.is_set() or ticket.stale)

            return work(progress)

        self._jobs.start(run, lambda found: self._end(outcome(found)), self._failed)

    def reject(self) -> None:
        """Call it off, and stay until it has stopped; leave when it is over."""
        if self.outcome is not None:
            super().reject()
            return
        self._off.set()
        self.leave.setEnabled(False)
        self.leave.setText(tr("Calling it off…"))

    def _show_part(self, part: float) -> None:
        if self.outcome is None:
            self.bar.setRange(0, STEPS)
            self.bar.setValue(round(STEPS * part))

    def _failed(self, error: Exception) -> None:
        self._end(Outcome(Severity.ERROR, of_failure(error).text))

    def _end(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.bar.hide()
        off = self.called_off and outcome.severity is Severity.INFO and outcome.file is None
        icon, color = _CALLED_OFF if off else _ICONS[outcome.severity]
        self._icon.setPixmap(self._look.icon(icon, color).pixmap(QSize(px(20), px(20)), self.devicePixelRatioF()))
        self._icon.show()
        self.title.setText(outcome.text)
        if outcome.details:
            self._told.addWidget(label(outcome.details, "quiet", wrap=True))
        self._tell(outcome.problems)
        file, call = outcome.file, outcome.call
        if file is not None:
            self._foot.insertWidget(0, push(tr("Show in folder"), lambda: self._show_file(file), "link"))
        self.leave.setEnabled(True)
        self.leave.setText(tr("Close"))
        if call is not None:
            self._foot.addWidget(push(outcome.deed, lambda: self._follow(call), "primary"))
        self.leave.setFocus()
        QTimer.singleShot(0, self, self.fit)  # once the new words have their faces

    def _tell(self, problems: Sequence[Problem]) -> None:
        lines = list(dict.fromkeys(worded(one, language()) for one in problems))
        if not lines:
            return
        inside = QWidget()
        down = column(inside, gap=6)
        for text in lines:
            down.addWidget(label(text, wrap=True))
        if len(lines) <= MOST_LINES:
            self._told.addWidget(inside)
        else:
            scroll = scrolling(inside, name="frame")
            scroll.setFixedHeight(px(LIST_HEIGHT))
            self._told.addWidget(scroll)

    def _follow(self, call: Callable[[], object]) -> None:
        self.accept()
        call()
