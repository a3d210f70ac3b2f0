"""Words that are spelled wrong are marked, and put right from a menu."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.problems import Severity
from app.store.wordlist import read_words
from tests.widgets.typing_keys import type_keys
from tests.widgets.writing.asking import KEPT, action, cursor_at, said, underlined
from widgets.application import House
from widgets.desk import Desk
from widgets.estimate.popup import Offer
from widgets.fields.rich import NotationField
from widgets.forms.form import Form
from widgets.look.parts import scrolling
from widgets.notice import Notice


def test_wrong_words_get_a_wavy_line_and_the_menu_puts_them_right(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "The propossal")
    qtbot.waitUntil(lambda: underlined(text) == ["propossal"], timeout=20000)
    menu = text.menu_at(text.cursorRect(cursor_at(text, 7)).center())
    qtbot.waitUntil(lambda: action(menu, "proposal") is not None, timeout=20000)
    assert menu.actions()[0].text() == "proposal"
    menu.actions()[0].trigger()
    assert said(desk) == "The proposal"
    assert not underlined(text)
    desk.session.stack.undo()
    assert said(desk) == "The propossal"
    menu.deleteLater()


def test_a_word_that_is_added_is_right_for_everybody(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "Zyblik")
    qtbot.waitUntil(lambda: underlined(text) == ["Zyblik"], timeout=20000)
    menu = text.menu_at(text.cursorRect(cursor_at(text, 2)).center())
    found = action(menu, "Add to the dictionary")
    found.trigger()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not underlined(text), timeout=5000)
    folder = desk.workspace.library_folder
    qtbot.waitUntil(lambda: "zyblik" in read_words(folder, desk.workspace.disk).words, timeout=5000)
    menu.deleteLater()


def test_a_word_that_cannot_beKEPT_is_told_and_why(opened: House, qtbot: QtBot) -> None:
    file = opened.desk.workspace.library_folder / "words.txt"
    file.mkdir(parents=True)  # nobody can write there, whoever they are
    opened.desk.spelling.keep("Blesnaish")
    qtbot.waitUntil(lambda: "“Blesnaish” was not added" in opened.window.banner.text, timeout=8000)
    assert "words.txt" in opened.window.banner.text
    opened.desk.spelling.stop()


def test_own_words_that_cannot_be_read_are_told_of(desk: Desk, qtbot: QtBot) -> None:
    (desk.workspace.library_folder / "words.txt").mkdir(parents=True)
    told: list[Notice] = []
    desk.spelling.told.connect(told.append)
    desk.spelling.suggest("propossal", lambda _: None)
    qtbot.waitUntil(lambda: bool(told), timeout=8000)
    assert told[0].text.startswith("The studio's own words were not read") and told[0].severity is Severity.ERROR


def test_spelling_can_be_switched_off_and_stays_off(desk: Desk, text: NotationField, qtbot: QtBot) -> None:
    type_keys(qtbot, text, "propossal")
    qtbot.waitUntil(lambda: underlined(text) == ["propossal"], timeout=20000)
    menu = text.menu_at(QPoint(2, 2))
    found = action(menu, "Check the spelling")
    found.trigger()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not underlined(text), timeout=5000)
    assert not desk.settings.spelling
    menu.deleteLater()


def test_ten_thousand_words_are_marked_in_many_short_steps(desk: Desk, form: Form, text: NotationField, qtbot: QtBot) -> None:
    """Looking words up is the child's; here only a few lines are painted anew at a time, so that keys come in between."""
    page = scrolling(form)
    page.resize(640, 400)
    page.show()
    KEPT.append(page)
    lines = ["мы сделали это вместе и " * 5 + f"превет{chr(1072 + i % 30)}" for i in range(400)]
    text.setPlainText("\n".join(lines))
    rounds = []

    def step() -> bool:
        QApplication.processEvents()
        rounds.append(1)
        return text.document().lastBlock().layout().formats() != []

    qtbot.waitUntil(step, timeout=20000)
    assert len(rounds) > 5
    assert len(underlined(text)) == 400


def test_the_whole_window_ends_cleanly_with_the_dictionaries_open(opened: House, qtbot: QtBot) -> None:
    offer = Offer("x")
    assert offer.value is None
    opened.desk.spelling.suggest("propossal", lambda _: None)
    opened.stop()
