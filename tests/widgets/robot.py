"""The real window in a process of its own, with a robot at the keyboard: `python -m tests.widgets.robot DEED WORKSPACE [REF]`.

Deeds: `type` types words into the title without pause and tells every state with its moment; `look` waits for what the window
says after the start; `hold` opens a proposal, tells that, and waits for orders on its standard input (a title to type, or
`quit`). Everything is told as lines of JSON. The pages are laid out by the real pipeline; by the quick one of these tests
where the environment says BLESNA_QUICK.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("DISPLAY", ":none")

import main

if TYPE_CHECKING:
    from app.pipeline import Pipeline
    from app.store.workspace import Workspace
    from widgets.main_window import MainWindow

WORDS = "the quick brown fox jumps over the lazy dog "
BETWEEN_KEYS = 15
"""Milliseconds: faster than anybody types."""


def tell(**facts: object) -> None:
    """Tell something at once, with the moment."""
    sys.stdout.write(json.dumps({"at": time.time(), **facts}) + "\n")
    sys.stdout.flush()


class Robot:
    """Sits at the window's keyboard."""

    def __init__(self, deed: str) -> None:
        self._deed = deed
        self._typed = 0
        self._said = ""
        self._orders: list[str] = []

    def begin(self) -> None:
        """Begin when the window is there."""
        from PySide6.QtCore import QTimer

        self._timer = QTimer()
        self._timer.timeout.connect(self._act)
        self._timer.start(BETWEEN_KEYS)
        if self._deed == "hold":
            threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._orders.append(line.strip())

    def _window(self) -> "MainWindow | None":
        from PySide6.QtWidgets import QApplication

        from widgets.main_window import MainWindow

        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        return found[0] if found else None

    def _act(self) -> None:
        window = self._window()
        if window is None:
            return
        if window.banner.text != self._said:
            self._said = window.banner.text
            tell(says=self._said)
        if self._deed == "type" and self._may_type(window):
            self._type(window, WORDS[self._typed % len(WORDS)])
            self._typed += 1
            tell(title=window.desk.session.proposal.title)
        elif self._deed == "hold":
            self._obey(window)

    def _may_type(self, window: "MainWindow") -> bool:
        """Tell whether a person could type by now: where the keys go is settled once the window has them."""
        return window.desk.session.is_open and (self._typed > 0 or window.isActiveWindow())

    def _obey(self, window: "MainWindow") -> None:
        if not self._typed and self._may_type(window):
            self._typed = 1
            tell(open=window.desk.session.proposal.title)
        if self._orders:
            order = self._orders.pop(0)
            if order == "quit":
                window.close()
                return
            for sign in order:
                self._type(window, sign)
            tell(title=window.desk.session.proposal.title)

    def _type(self, window: "MainWindow", sign: str) -> None:
        """Press a key in the field of the title, where the cursor is."""
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        if window.desk.session.place != "title":
            window.desk.session.go_to("title")
            field = window.focusWidget()
            assert field is not None
            end = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(field, end)
        field = window.focusWidget()
        assert field is not None
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


def _press(pipeline: "Pipeline") -> "Pipeline":
    if "BLESNA_QUICK" not in os.environ:
        return pipeline
    from tests.widgets.press import TestPress

    return TestPress()  # type: ignore[return-value]


def run(deed: str, arguments: list[str]) -> int:
    """Start the program as `main.py` does, with the robot at the window."""

    def open_window(workspace: "Workspace", pipeline: "Pipeline", reference: str, language: str) -> int:
        from PySide6.QtWidgets import QApplication

        app = QApplication(sys.argv[:1])
        robot = Robot(deed)
        robot.begin()
        code = main.open_window(workspace, _press(pipeline), reference, language)
        del app
        return code

    opener: Callable[[Workspace, Pipeline, str, str], int] = open_window
    return main.main(arguments, opener)


if __name__ == "__main__":
    workspace, *reference = sys.argv[2:]
    main.leave(run(sys.argv[1], [*reference, "--workspace", workspace, "--lang", "en"]))
