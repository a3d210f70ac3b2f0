"""What the system asks of the program: to open files, to end, and to say why it cannot begin."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QDialog

from app.i18n import phrase
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from widgets import application
from widgets.main_window import MainWindow
from widgets.phrases import say

ROOT = Path(__file__).resolve().parents[2]
Step = Callable[[list[MainWindow]], bool]


def visible(qapp: QApplication) -> list[MainWindow]:
    return [top for top in qapp.topLevelWidgets() if isinstance(top, MainWindow) and top.isVisible()]


def in_order(qapp: QApplication, *steps: Step) -> None:
    """Once the program runs, take one step after the other, each until it says that it is done."""
    left = list(steps)

    def go_on() -> None:
        try:
            if left and left[0](visible(qapp)):
                left.pop(0)
        except BaseException:
            qapp.exit(1)
            raise
        if left:
            QTimer.singleShot(20, go_on)

    QTimer.singleShot(0, go_on)


def is_laid_out(windows: list[MainWindow]) -> bool:
    return bool(windows) and all(window.desk.pages.layout is not None for window in windows)


def ask_for(path: Path) -> Step:
    return lambda _: QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def close_all(windows: list[MainWindow]) -> bool:
    return all(window.close() for window in windows)


def test_a_file_that_the_system_wants_opened_is_opened_in_the_empty_window_and_then_in_another_one(
    qapp: QApplication, workspace: Workspace, press: TestPress, source: Path
) -> None:
    seen: list[list[str]] = []

    def note(windows: list[MainWindow]) -> bool:
        if is_laid_out(windows):
            seen.append([window.windowTitle() for window in windows])
        return is_laid_out(windows)

    def note_both(windows: list[MainWindow]) -> bool:
        return len(windows) == 2 and note(windows)

    in_order(qapp, ask_for(source), note, ask_for(source / "proposal.json"), note_both, close_all)
    assert application.run(workspace, press, "", "en") == 0
    assert seen == [["Quiet Harbour[*] — Blesna"], ["Quiet Harbour[*] — Blesna"] * 2]
    ask_for(source)([])
    assert visible(qapp) == [], "nobody is there any more to open it"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_was_typed_is_on_the_disk_when_the_system_ends_the_program(
    qapp: QApplication, workspace: Workspace, press: TestPress, source: Path, number: signal.Signals
) -> None:
    dialogs: list[QDialog] = []

    def end(windows: list[MainWindow]) -> bool:
        (window,) = windows
        session = window.desk.session
        session.edit(replace(session.proposal, title="Typed a moment ago"), say(phrase("Title")))
        dialogs.append(QDialog(window))
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), number))
        dialogs[0].exec()  # a dialog is no reason to stay
        return True

    in_order(qapp, is_laid_out, end)
    before = signal.getsignal(number)
    assert application.run(workspace, press, str(source), "en") == 128 + number
    assert signal.getsignal(number) is before
    (entry,) = workspace.proposals()
    kept = read_source(entry.folder / "proposal.json").proposal
    assert kept is not None and kept.title == "Typed a moment ago"


def test_a_screen_that_is_not_there_is_one_line_and_no_core(tmp_path: Path) -> None:
    env = {**os.environ, "DISPLAY": ":4093", "QT_QPA_PLATFORM": "xcb", "LANG": "en_GB.UTF-8"}
    command = [sys.executable, str(ROOT / "main.py"), "--workspace", str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "error: The screen :4093 cannot be reached. Start Blesna from the desktop, or use the commands; --help lists them.\n"
    )
