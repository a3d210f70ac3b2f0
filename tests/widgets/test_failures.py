"""What nobody had thought of: said once, counted, logged without a word of the user's, never in the way of the end."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.log import journal
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from widgets import application, words
from widgets.application import House
from widgets.dialogs.crash import CrashDialog, Deeds
from widgets.failures import Failures
from widgets.main_window import MainWindow

SECRET = "Ромашка-QZJ"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    journal.forget()
    journal.begin(tmp_path / "log")
    yield tmp_path / "log"
    journal.end()


@pytest.fixture
def failures(house: House, logged: Path) -> Iterator[Failures]:
    made = house.catch_failures(logged)
    yield made
    sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    made.release()


def fail(kind: type[Exception] = ZeroDivisionError) -> None:
    """Fail as a slot does: the exception ends in the hook."""
    try:
        raise kind(SECRET)
    except kind as error:
        sys.excepthook(kind, error, error.__traceback__)


def words_of(dialog: CrashDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if not one.isHidden())


def button(dialog: CrashDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_a_failure_is_told_calmly_and_the_work_is_saved(opened: House, failures: Failures) -> None:
    fail()
    dialog = failures.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "not prepared for" in words_of(dialog)
    assert "Your work is saved" in words_of(dialog)
    assert "times" not in words_of(dialog)
    assert "unexpected" in opened.window.banner.text
    button(dialog, "Go on").click()
    assert failures.dialog is None


def test_a_window_that_takes_the_dialog_along_ends_in_peace(failures: Failures) -> None:
    failures._happened.emit(ValueError("x"))
    assert failures.dialog is not None
    delete(failures.dialog)
    failures.release()


def test_failures_that_follow_are_counted_in_the_one_dialog(failures: Failures, qapp: QApplication) -> None:
    for _ in range(3):
        fail()
    assert failures.dialog is not None
    assert "It has happened 3 times." in words_of(failures.dialog)
    assert sum(isinstance(top, CrashDialog) for top in qapp.allWidgets()) == 1


def test_another_failure_has_a_dialog_of_its_own(failures: Failures) -> None:
    fail()
    assert failures.dialog is not None
    failures.dialog.accept()
    fail(KeyError)
    assert failures.dialog is not None


def test_a_failure_that_returns_with_every_picture_of_the_window_is_asked_about_once(house: House, failures: Failures) -> None:
    shown = 0
    for _ in range(50):
        fail()
        if failures.dialog is not None:
            shown += 1
            failures.dialog.accept()
    assert shown == 1
    assert "unexpected" in house.window.banner.text


def test_unsaved_work_is_saved_and_the_dialog_says_when(opened: House, failures: Failures, qtbot: QtBot) -> None:
    opened.window.acts["add-terms"].trigger()
    fail()
    dialog = failures.dialog
    assert dialog is not None
    assert "not saved yet" in words_of(dialog)
    qtbot.waitUntil(lambda: "Your work is saved" in words_of(dialog), timeout=5000)
    dialog.accept()


def test_the_report_can_be_copied_and_found_and_holds_no_word_of_the_users(
    house: House, failures: Failures, logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail()
    dialog = failures.dialog
    assert dialog is not None
    button(dialog, "Copy the report").click()
    copied = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    assert "ZeroDivisionError" in copied
    assert "Qt 6" in copied
    assert SECRET not in copied
    shown = dialog.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.toPlainText() == copied
    (kept,) = logged.glob("blesna-failure-*.txt")
    assert kept.read_text("utf-8") == copied
    assert SECRET not in (logged / journal.NAME).read_text("utf-8")


def test_the_folder_of_the_report_is_shown(qapp: QApplication, house: House, qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[Path] = []
    dialog = CrashDialog(house.window, house.desk.look, "report", tmp_path, Deeds(seen.append, lambda: None))
    button(dialog, "Show the folder").click()
    assert seen == [tmp_path]
    dialog.deleteLater()
    nowhere = CrashDialog(house.window, house.desk.look, "report", None, Deeds(seen.append, lambda: None))
    assert not button(nowhere, "Show the folder").isEnabled()
    nowhere.deleteLater()


def test_a_failure_of_another_thread_is_told_by_that_of_the_window(failures: Failures, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: failures.dialog is not None, timeout=5000)


def test_a_failure_while_telling_of_a_failure_is_logged_and_that_is_all(
    house: House, failures: Failures, logged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("widgets.dialogs.crash.CrashDialog", lambda *given: fail(KeyError))
    monkeypatch.setattr(type(failures), "_open", lambda self, error: fail(KeyError))
    fail()
    assert failures.dialog is None
    assert (logged / journal.NAME).read_text("utf-8").count('"event":"failure"') == 2


def test_a_failure_on_the_way_out_ends_the_program(
    qapp: QApplication, workspace: Workspace, press: TestPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a dialog nor a window that refuses to close keeps Blesna from ending."""

    def close() -> None:
        window = next(top for top in qapp.topLevelWidgets() if isinstance(top, MainWindow) and top.isVisible())
        monkeypatch.setattr(type(window), "closeEvent", refuse)
        fail()
        dialog = next(top for top in qapp.allWidgets() if isinstance(top, CrashDialog))
        button(dialog, "Quit").click()

    def refuse(window: MainWindow, event: object) -> None:
        event.ignore()  # type: ignore[attr-defined]
        fail(KeyError)

    QTimer.singleShot(50, close)
    assert application.run(workspace, press, None, "en") == 1
    assert '"event":"failure"' in (workspace.state / "log" / journal.NAME).read_text("utf-8")
    assert sys.excepthook is sys.__excepthook__
    for window in [top for top in qapp.topLevelWidgets() if isinstance(top, MainWindow)]:
        window.hide()
        window.deleteLater()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_everything_in_the_dialog_has_a_name_and_fits(house: House, language: str, qapp: QApplication) -> None:
    words.use(language)
    dialog = CrashDialog(house.window, house.desk.look, "report\n" * 40, Path(), Deeds(print, print))
    dialog.again()
    dialog.copy()
    QGuiApplication.clipboard().clear()
    dialog.show()
    qapp.processEvents()
    for one in dialog.findChildren(QPushButton):
        assert one.width() >= one.sizeHint().width(), one.text()
    shown = dialog.findChild(QPlainTextEdit)
    assert shown is not None
    assert shown.accessibleName()
    assert dialog.focusWidget().text() in {"Go on", "Продолжить"}  # type: ignore[attr-defined]
    assert [one.isDefault() for one in dialog.findChildren(QPushButton)].count(True) == 1
    dialog.close()
    dialog.deleteLater()
