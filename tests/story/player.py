"""Plays a story at the real window: one deed after the other from outside of the window's own calls, as hands do it.

A story is a generator. It yields deeds, which are done from the event loop, so that a dialog that a deed opens does not hold
the story up; and `Until`, which waits for what a person would wait to see.
"""

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from widgets.main_window import MainWindow

if TYPE_CHECKING:
    from tests.story.telling import Teller

TICK = 4
"""Milliseconds between two looks at what there is to do."""
PATIENCE = 30.0


@dataclass(frozen=True)
class Until:
    """Waits until something is so; `what` says what was waited for in vain."""

    holds: Callable[[], object]
    what: str


Deed = Callable[[], object]
Story = Iterator[Deed | Until]


class Player(QObject):
    """Plays a story once the window is there. `ended` is called with what went wrong, or an empty text."""

    def __init__(self, story: Story, teller: "Teller", ended: Callable[[str], object]) -> None:
        super().__init__()
        self._story, self._teller, self._ended = story, teller, ended
        self._waiting: Until | None = None
        self._since = 0.0
        self._is_posted = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK)

    def _tick(self) -> None:
        if self._is_posted:
            return
        _bring_to_front()
        try:
            self._go_on()
        except StopIteration:
            self._end("")
        except Exception:  # whatever it is, the story ends here and says why
            self._end(traceback.format_exc())

    def _go_on(self) -> None:
        if self._waiting is not None:
            if not self._waiting.holds():
                if time.monotonic() - self._since > PATIENCE:
                    raise TimeoutError(self._waiting.what)
                return
            self._waiting = None
        step = next(self._story)
        if isinstance(step, Until):
            self._waiting, self._since = step, time.monotonic()
        else:
            self._is_posted = True
            QTimer.singleShot(0, self, lambda: self._do(step))

    def _do(self, deed: Deed) -> None:
        self._is_posted = False  # from now on: the deed may open a dialog, and come back when that is closed
        try:
            deed()
        except Exception:
            self._end(traceback.format_exc())

    def _end(self, wrong: str) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._ended(wrong)


def _bring_to_front() -> None:
    """Give the keyboard to the window in front when another one has gone: window managers do, and here is none."""
    window = main_window()
    if window is not None and QGuiApplication.focusWindow() is None:
        (QApplication.activeModalWidget() or window).activateWindow()


def main_window() -> MainWindow | None:
    """Return the window of the program, once there is one."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
    return found[0] if found else None


def the_window() -> MainWindow:
    """Return the window of the program."""
    found = main_window()
    assert found is not None
    return found


def is_calm() -> bool:
    """Tell whether nothing is under way: pages and fields are those of the proposal, the worker has nothing to do."""
    desk, bench = the_window().desk, the_window().workbench
    is_there = bench is None or not bench.isVisible() or bench.editor.is_whole
    return is_there and not desk.jobs.busy and not desk.pages.waiting and not desk.media.intake.is_busy


def picture(target: Path) -> None:
    """Take a picture of everything that is on the screen, what lies above over what lies below."""
    window = the_window()
    QApplication.processEvents()
    drawn: QPixmap = window.grab()
    painter = QPainter(drawn)
    for one in QApplication.topLevelWidgets():
        if one is not window and one.isVisible() and not one.size().isEmpty():
            painter.drawPixmap(_place(one, window), one.grab())
    painter.end()
    drawn.save(str(target))


def _place(one: QWidget, window: QWidget) -> QPoint:
    return one.mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0))
