"""The window's last net: what nobody had thought of is logged, told once and counted, and never stops the program."""

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from app.log import journal
from widgets.look.look import Look
from widgets.notice import Notice, of_failure

if TYPE_CHECKING:
    from widgets.dialogs.crash import CrashDialog


@dataclass(frozen=True)
class Surroundings:
    """What is needed to tell of a failure: where, how, and whether work is at stake."""

    window: QWidget
    look: Look
    folder: Path
    tell: Callable[[Notice], object]
    unsaved: Callable[[], bool]
    save: Callable[[Callable[[], object]], object]
    show: Callable[[Path], object]


class Failures(QObject):
    """Catches exceptions of the window's thread and of all others. At most one dialog is open; of each kind of failure
    there is one in a session, later ones are a line in the banner.
    """

    _happened = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around.window)
        self._around = around
        self._told: set[str] = set()
        self._telling = False
        self._quitting = False
        self._ended = False
        self.dialog: CrashDialog | None = None
        self._happened.connect(self._tell)

    def catch(self) -> None:
        """Catch everything from now on until the application ends."""
        sys.excepthook = self._caught
        threading.excepthook = self._caught_in_thread
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.release)

    def release(self) -> None:
        """Only log from now on: nobody is there any more to be told."""
        self._ended = True
        if self.dialog is not None and isValid(self.dialog):  # it goes with the window that it stands before
            self.dialog.reject()

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        journal.note("failure", error)
        if not self._ended and isinstance(error, Exception):
            self._happened.emit(error)  # whichever thread this is: the dialog belongs to that of the window

    def _caught_in_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self._caught(told.exc_type, told.exc_value, told.exc_traceback)

    def _tell(self, error: Exception) -> None:
        if self._quitting:
            QApplication.exit(1)  # what stands in the way of closing must not keep the window open
        elif self.dialog is not None:
            self.dialog.again()
        elif not self._telling and not self._ended:
            self._telling = True  # a failure while telling of a failure is logged, and that is all
            try:
                from app.log.stacks import redacted

                self._around.tell(of_failure(error))
                mark = "\n".join(redacted(error))
                if mark not in self._told:
                    self._told.add(mark)
                    self._open(error)
            finally:
                self._telling = False

    def _open(self, error: Exception) -> None:
        from app.log import reports
        from widgets.dialogs.crash import CrashDialog, Deeds

        around = self._around
        text = reports.report(error, str(qVersion()))
        kept = reports.keep(text, (around.folder,))
        dialog = CrashDialog(
            around.window, around.look, text, kept.parent if kept else None, Deeds(show=around.show, quit=self._quit)
        )
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        if around.unsaved():
            dialog.say_kept(kept=False)
            around.save(lambda: dialog.say_kept(kept=True) if self.dialog is dialog else None)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _quit(self) -> None:
        self._quitting = True
        try:
            self._around.window.close()
        finally:
            self._quitting = False
