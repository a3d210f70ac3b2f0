"""The program as the system sees it: it may have no screen for it, asks it to open files, and tells it to end."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QSocketNotifier, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

Refused = Callable[[list[str]], object]
NAME = "Blesna"
DESKTOP_FILE = "blesna"
"""The name of the entry in menus, by which task bars find the icon."""
REFUSED = 1
"""Exit code where the window system does not begin."""


class Application(QApplication):
    """`file_asked` says that the system wants a file opened: macOS does not name it when the program is started."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Take files from the system."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)


def begin(refused: Refused) -> Application:
    """Return the application. Where the window system does not begin Qt ends the process: `refused` is told before what it
    said, and the process ends quietly.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is QtMsgType.QtFatalMsg:
            _end(refused, said)

    QApplication.setApplicationName(NAME)
    QApplication.setDesktopFileName(DESKTOP_FILE)
    before: Any = qInstallMessageHandler(hear)
    try:
        made = Application(sys.argv[:1])
    finally:
        qInstallMessageHandler(before)
    for text in said:
        sys.stderr.write(f"{text}\n")
    return made


def _end(refused: Refused, said: list[str]) -> None:
    """End the process: when this returned, Qt would leave a core behind."""
    try:
        refused(said)
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(REFUSED)


class Farewell(QObject):
    """Hears of the signals by which the system, or somebody at a terminal, ends the program.

    `asked` says so once; the next signal is the system's business again. What nobody shall hear of (`nohup`) stays so.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
        heard = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, self._hear) for number in heard}
        self._ends: tuple[int, ...] = ()
        if os.name == "posix":
            self._wake_up()

    def stop(self) -> None:
        """Hear nothing any more."""
        self._hand_back()
        if self._ends:
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            for end in self._ends:
                os.close(end)
            self._ends = ()

    def _wake_up(self) -> None:
        """Let a signal end the waiting of Qt: Python looks for signals only while it is at work."""
        self._ends = os.pipe()
        for end in self._ends:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._ends[1], warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._ends[0], QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: os.read(self._ends[0], 64))

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self._hand_back()
        self.number = number
        QTimer.singleShot(0, self, self.asked.emit)  # whatever is at work is left first

    def _hand_back(self) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)
        self._before = {}
