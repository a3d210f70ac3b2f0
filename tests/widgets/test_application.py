"""Starting and ending."""

import gc
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from widgets import application
from widgets.collector import Collector
from widgets.finding import Question
from widgets.main_window import MainWindow


def test_the_window_runs_until_it_is_closed_and_leaves_nothing_behind(
    qapp: QApplication, workspace: Workspace, press: TestPress, source: Path
) -> None:
    seen: list[str] = []

    def close_when_open() -> None:
        window = next(top for top in qapp.topLevelWidgets() if isinstance(top, MainWindow) and top.isVisible())
        if window.desk.pages.layout is None:
            QTimer.singleShot(20, close_when_open)
            return
        seen.append(window.windowTitle())
        window.close()

    QTimer.singleShot(0, close_when_open)
    code = application.run(workspace, press, str(source), "en")
    assert code == 0
    assert seen == ["Quiet Harbour[*] — Blesna"]
    assert sys.excepthook is sys.__excepthook__
    assert gc.isenabled()
    assert len(workspace.proposals()) == 1


def test_who_edits_and_who_searches_is_at_work_and_garbage_waits(
    qapp: QApplication, workspace: Workspace, press: TestPress, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With 20,000 records looking through everything takes longer than a letter may."""
    noted: list[str] = []
    monkeypatch.setattr(Collector, "hold_off", lambda _self: noted.append("at work"))

    def search() -> None:
        window = next(top for top in qapp.topLevelWidgets() if isinstance(top, MainWindow) and top.isVisible())
        noted.clear()
        window.desk.finding.ask(Question("harbour"), lambda _: None)
        window.close()

    QTimer.singleShot(0, search)
    assert application.run(workspace, press, "", "en") == 0
    assert noted == ["at work"]


def test_the_language_that_was_chosen_goes_before_that_of_the_system(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress
) -> None:
    house = application.build(qapp, workspace, press, "en")
    house.window.acts["language-ru"].trigger()
    house.window._tenant.settings._store.sync()
    house.stop()
    again = application.build(qapp, workspace, press, "en")
    assert again.window.acts["save"].text() == "&Сохранить"
    again.stop()
    for made in (house, again):
        made.window.close()
        made.window.deleteLater()


def test_qts_own_words_follow_the_language_in_whichever_window_it_is_chosen(qapp: QApplication) -> None:
    """The menu of a text field must not stay Russian because another window was opened in Russian."""
    one, other = application.Speech(qapp), application.Speech(qapp)
    one.speak("ru")
    other.speak("ru")
    assert QCoreApplication.translate("QWidgetTextControl", "Select All") == "Выделить всё"
    one.speak("en")
    assert QCoreApplication.translate("QWidgetTextControl", "Select All") == "Select All"
