"""Collects Python's cyclic garbage in the window's thread only.

WORKAROUND: by default the collector runs in whichever thread happens to allocate. In the worker it would destroy Qt objects
whose timers and events belong to the window's thread, and Qt then calls what is no longer there.
"""

import gc
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between looks whether there is enough garbage."""
QUIET, LATEST = 3.0, 60.0
"""Seconds without work after which everything is looked through, and after which it is all the same: with a large proposal
that takes as long as a picture of the film stands, four times over, and while somebody types one would see it.
"""
OLDEST = 2


class Collector(QObject):
    """Collects as often as Python itself would, but here."""

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._worked = self._all = now()
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due; the oldest one when nobody is at work."""
        for generation, (count, threshold) in reversed(list(enumerate(zip(gc.get_count(), self._thresholds, strict=True)))):
            if count > threshold and (generation < OLDEST or self._may_take_long()):
                gc.collect(generation)
                return

    def hold_off(self) -> None:
        """Note that somebody is at work."""
        self._worked = self._now()

    def _may_take_long(self) -> bool:
        now = self._now()
        if now - self._worked < QUIET and now - self._all < LATEST:
            return False
        self._all = now
        return True

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
