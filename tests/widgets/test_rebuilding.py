"""The window is built anew for another theme or language: what was there before is gone, and hears of nothing any more."""

import gc
import weakref
from collections import Counter
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.i18n import phrase
from app.problems import Severity, error
from app.wording import worded
from widgets.application import House
from widgets.jobs import is_there
from widgets.look.theme import theme
from widgets.notice import Deed, Notice, of_problems
from widgets.phrases import say
from widgets.places.place import PROPOSAL
from widgets.places.rows import PLACES
from widgets.words import tr

SUBJECTS = ("people", "estimate", "proposal")


def swept(house: House, qtbot: QtBot) -> None:
    """Wait until nothing is under way, and have destroyed what is no longer needed."""
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=10000)
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def everywhere(house: House, qtbot: QtBot) -> None:
    """Look at every place and at a few parts of the proposal, and change something."""
    for row in PLACES:
        house.window.go(row.name)
        qtbot.waitUntil(lambda: not house.jobs.busy, timeout=10000)
    house.window.go(PROPOSAL)
    session = house.desk.session
    for subject in (*SUBJECTS, *(f"sections/{section.id}" for section in session.proposal.sections)):
        session.go_to(subject)
        QApplication.processEvents()
    title = f"{session.proposal.title}."
    session.edit(replace(session.proposal, title=title), say(phrase("Name")))
    swept(house, qtbot)


def dressed(house: House, qtbot: QtBot, *names: str) -> None:
    """Change the theme and the language, being everywhere each time."""
    for name in names:
        house.window.acts[name].trigger()
        everywhere(house, qtbot)


def census() -> Counter[str]:
    """Count the widgets, the actions and other parts of windows that exist, by their kind."""
    windows = [one for one in QApplication.allWidgets() if one.parent() is None]
    return Counter(type(one).__name__ for window in windows for one in (window, *window.findChildren(QObject)))


def test_a_window_that_is_built_anew_many_times_keeps_nothing_of_before(opened: House, qtbot: QtBot) -> None:
    dressed(opened, qtbot, "theme-dark", "language-ru")
    before = census()
    old = [
        weakref.ref(one)
        for one in opened.window.centralWidget().findChildren(QWidget)
        if type(one).__module__.startswith("widgets.")
    ]
    dressed(opened, qtbot, "theme-light", "language-en", "language-ru")
    assert old
    left = Counter(type(one).__name__ for ref in old if (one := ref()) is not None)
    assert left == Counter()
    assert census() - before == Counter()


def test_a_theme_of_the_system_waits_for_the_dialog_that_is_open(
    opened: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, window = opened.desk.look, opened.window
    window.acts["theme-system"].trigger()
    built = []
    window.built.connect(lambda: built.append(True))
    window.acts["shortcuts"].trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    monkeypatch.setattr(look, "_wanted", lambda: theme("dark"))
    look.follow_system()
    assert not built
    dialog.close()
    qtbot.waitUntil(lambda: bool(built))


class Asker(QWidget):
    """Asks for something, and may be gone when it comes."""

    def take(self, result: object) -> None:
        self.setToolTip(str(result))

    def asked(self) -> object:
        def done(result: object) -> None:
            self.setToolTip(str(result))

        return done


def test_a_result_reaches_only_who_still_exists(qapp: QApplication) -> None:
    asker = Asker()
    calls = (asker.take, asker.asked(), lambda _: None, print)
    assert [is_there(call) for call in calls] == [True, True, True, True]
    asker.deleteLater()
    QCoreApplication.sendPostedEvents(asker, QEvent.Type.DeferredDelete)
    assert [is_there(call) for call in calls] == [False, False, True, True]


def test_what_the_banner_tells_stays_in_the_new_language(opened: House, qtbot: QtBot) -> None:
    window, undone = opened.window, []
    undo = Deed(tr("Undo"), lambda: undone.append(1))
    window.tell(Notice(Severity.INFO, tr("There is no picture in the folder {folder}.", folder="Kiosk"), deeds=(undo,)))
    window.acts["theme-dark"].trigger()
    assert window.banner.text == "There is no picture in the folder Kiosk."
    window.acts["language-ru"].trigger()
    assert window.banner.text == tr("There is no picture in the folder {folder}.", folder="Kiosk")
    assert "There is" not in window.banner.text
    button = next(one for one in window.banner.findChildren(QPushButton) if one.text() == "Отменить")
    button.click()
    assert undone and not window.banner.text
    window.acts["language-en"].trigger()
    assert not window.banner.text


def test_a_complaint_of_several_problems_stays_in_the_new_language(opened: House) -> None:
    problems = (error("picture-empty", "cover", file="a.jpg"), error("picture-empty", "cover", file="b.jpg"))
    notice = of_problems(problems, tr("Not saved yet; it is tried again and again."))
    assert notice is not None
    opened.window.tell(notice)
    opened.window.acts["language-ru"].trigger()
    said = opened.window.banner.text
    assert tr("Not saved yet; it is tried again and again.") in said and worded(problems[0], "ru") in said


def test_what_only_the_old_window_could_do_is_not_offered_any_more(opened: House, qtbot: QtBot) -> None:
    window = opened.window
    gone = Asker()
    window.tell(Notice(Severity.INFO, "Gone.", deeds=(Deed("Undo", partial(gone.take, 1)),)))
    gone.deleteLater()  # as everything of the old window, which is destroyed when it is left
    window.acts["theme-dark"].trigger()
    assert window.banner.text == "Gone."
    QCoreApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert "Undo" not in [one.text() for one in window.banner.findChildren(QPushButton) if not one.isHidden()]
