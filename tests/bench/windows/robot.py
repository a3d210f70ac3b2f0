"""A robot at the real window: a script that waits, and clocks on the window's thread."""

import faulthandler
import os
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_NO_GLIB"] = "1"  # only Qt's own event loop tells when it has nothing to do
os.environ.setdefault("DISPLAY", ":none")

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace
    from widgets.main_window import MainWindow

Wait = int | Callable[[], object]
"""Milliseconds, or something that must have come true."""
Script = Iterator[Wait]
BEAT, LEAST = 2, 4
"""Milliseconds: so often the window's thread is asked for; a later answer than that means that it was busy."""
LATE = 40
"""Milliseconds of work after which it is looked what is being done."""
WHY = "BLESNA_BENCH_WHY"
"""With this in the environment it is looked at all: who looks takes time from who works, so the figures are larger then."""


def perform(folder: str, script: "Callable[[MainWindow], Script]") -> int:
    """Start the program on a workspace, let a script run in its window, and close it. Return the exit code."""
    import main

    def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
        main.load_qt()
        from PySide6.QtWidgets import QApplication

        app = QApplication(sys.argv[:1])
        robot = _Robot(app, script)
        code = main.open_window(workspace, pipeline, reference, language)
        if robot.wrong:
            raise robot.wrong[0]
        return code

    return main.main(["--workspace", folder, "--lang", "ru"], open_window)


class _Robot:
    """Goes on with the script whenever what it waits for is there; looks at the end of every turn of the event loop."""

    def __init__(self, app: object, script: "Callable[[MainWindow], Script]") -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        assert isinstance(app, QApplication)
        self._app, self._make = app, script
        self._script: Script | None = None
        self._wait: Wait = 0
        self._since = time.perf_counter()
        self._busy = False
        self.wrong: list[Exception] = []
        self._window: MainWindow | None = None
        app.eventDispatcher().aboutToBlock.connect(self._look)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(BEAT)

    def _look(self) -> None:
        if self._busy or self.wrong:
            return
        self._busy = True
        try:
            self._go_on()
        except Exception as wrong:
            self.wrong.append(wrong)
            self._app.quit()
        finally:
            self._busy = False

    def _go_on(self) -> None:
        from widgets.main_window import MainWindow

        if self._script is None:
            found = [one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
            if not found:
                return
            self._window = found[0]
            self._script = self._make(found[0])
        elif not self._there():
            return
        try:
            self._wait = next(self._script)
            self._since = time.perf_counter()
        except StopIteration:
            self._timer.stop()
            self._app.eventDispatcher().aboutToBlock.disconnect(self._look)
            assert self._window is not None
            self._window.close()

    def _there(self) -> bool:
        if callable(self._wait):
            return bool(self._wait())
        return (time.perf_counter() - self._since) * 1000 >= self._wait


class Clock:
    """Asks for the window's thread every few milliseconds. `pieces` are the times in ms that it was busy.

    `named` is what with, where that is asked for.
    """

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.pieces: list[float] = []
        self.cpu: list[float] = []
        self.longest = 0.0
        self.named: Counter[str] = Counter()
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._told = 0.0
        self._note = tempfile.TemporaryFile("w+")  # noqa: SIM115  it is gone with the process
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT)
        self._going = bool(os.environ.get(WHY))
        if self._going:
            threading.Thread(target=self._watch, daemon=True).start()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        gone = (now - self._last) * 1000
        self.longest = max(self.longest, gone)
        if gone > LEAST:
            self.pieces.append(gone)
            self.cpu.append((cpu - self._last_cpu) * 1000)
        self._last, self._last_cpu = now, cpu

    def _watch(self) -> None:
        """Look what the window's thread is at, where it is at it for long: once for each piece of work."""
        while self._going:
            time.sleep(0.005)
            began = self._last
            if (time.perf_counter() - began) * 1000 > LATE and self._told != began:
                self._told = began
                self._note.seek(0)
                self._note.truncate()
                faulthandler.dump_traceback(self._note)  # a frame that is held would hold its painter, too
                self._note.seek(0)
                self.named[_place(self._note.read())] += 1

    def stop(self) -> None:
        """Ask no more."""
        self._going = False
        self._timer.stop()


def _place(stacks: str) -> str:
    """Name what the window's thread, which is told last, is doing: by its first and its last steps in our own files."""
    steps = re.findall(r'File ".*/(?:widgets|app)/(\S+)\.py", line \d+ in (\S+)', stacks.rpartition("most recent call first")[2])
    names = [f"{file.rpartition('/')[2]}.{name}" for file, name in steps if file not in ("application", "cli", "commands/window")]
    return " ← ".join(dict.fromkeys([*names[:2], *names[-1:]])) or "Qt"


def key(sign: str | int, *, control: bool = False) -> None:
    """Press a key (a letter, or a Qt.Key) where the cursor is."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    target = QApplication.focusWidget()
    if target is not None:
        code, text = (sign, "") if isinstance(sign, int) else (0, sign)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, held, text))
