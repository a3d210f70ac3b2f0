"""Every action: its place in a menu, its icon, its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from widgets.actions import ACTS, FIRST, INSERTS, MENUS, SEPARATOR, SUBMENUS, Actions
from widgets.application import House
from widgets.dialogs.rate_cards import RateCardsDialog
from widgets.forms.kinds import KINDS
from widgets.look.look import Look
from widgets.look.theme import ASSETS


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(qapp, "light")


def test_every_action_has_a_place_in_a_menu_and_every_icon_exists() -> None:
    placed = {name for _, names in MENUS for name in names} | {name for _, names in SUBMENUS.values() for name in names}
    assert {act.name for act in ACTS} == placed - set(SUBMENUS) - {SEPARATOR}
    names = {file.stem for file in (ASSETS / "icons").glob("*.svg")}
    assert {act.icon for act in ACTS} - {""} <= names
    assert {look.icon for look in KINDS.values()} <= names
    assert set(INSERTS) == set(KINDS)


def test_every_action_has_keys_of_its_own_and_none_hides_those_of_another(qtbot: QtBot, look: Look) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    acts = Actions(owner, look, lambda _: None).all()
    keys = {key.toString(): act.objectName() for act in acts for key in act.shortcuts()}
    assert [act.objectName() for act in acts if not act.shortcuts()] == []
    assert len(keys) == sum(len(act.shortcuts()) for act in acts)
    assert FIRST not in keys  # it would be done before its second key comes


def test_keys_of_two_steps_do_what_they_are_for_while_one_types(qtbot: QtBot, look: Look) -> None:
    window, done = QMainWindow(), list[str]()
    qtbot.addWidget(window)
    line = QLineEdit("words")
    window.setCentralWidget(line)
    made = Actions(window, look, done.append)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    line.setFocus()
    line.selectAll()
    for key in (Qt.Key.Key_J, Qt.Key.Key_V):  # the second alone would paste
        qtbot.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert done == ["paste-table"]
    assert line.text() == "words"
    assert made["paste-table"].isEnabled()


def test_rate_cards_are_looked_after_without_a_proposal(house: House) -> None:
    house.window.acts["rate-cards"].trigger()
    dialog = house.window.findChild(QDialog)
    assert isinstance(dialog, RateCardsDialog)
    dialog.reject()
