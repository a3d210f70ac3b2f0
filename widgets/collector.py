"""Collects Python's cyclic garbage in the window's thread only.

WORKAROUND: by default the collector runs in whichever thread happens to allocate. In the worker it would destroy Qt objects
whose timers and events belong to the window's thread, and Qt then calls what is no longer there.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between looks whether there is enough garbage."""


class Collector(QObject):
    """Collects as often as Python itself would, but here."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due."""
        for generation, (count, threshold) in reversed(list(enumerate(zip(gc.get_count(), self._thresholds, strict=True)))):
            if count > threshold:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
