"""Everything can be reached by a few letters, in either keyboard layout."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.model.block import Block, Variant
from app.model.sections import Story
from app.store.workspace import Workspace
from widgets import words
from widgets.application import House
from widgets.dialogs.shortcuts import ShortcutsDialog, all_keys
from widgets.palette.matching import matches
from widgets.palette.offers import named
from widgets.palette.palette import Palette

NAMES = ["Export PDF…", "Export PDF as…", "New from an estimate…", "Hide or show the section", "Сохранить", "Тёмная тема"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("export", "Export PDF…"),
        ("exp as", "Export PDF as…"),
        ("new est", "New from an estimate…"),
        ("section", "Hide or show the section"),
        ("exprot pdf", "Export PDF…"),
        ("сохр", "Сохранить"),
        ("cj[h", "Сохранить"),
        ("уч экспорт", ""),
        ("темная", "Тёмная тема"),
    ],
)
def test_a_few_letters_are_enough(typed: str, first: str) -> None:
    found = [NAMES[match.index] for match in matches(typed, NAMES)]
    assert (found[0] if found else "") == first


def palette_of(house: House) -> Palette:
    house.window.acts["palette"].trigger()
    return house.window.findChildren(Palette)[-1]


def test_an_action_is_done_by_typing_its_name(opened: House, qtbot: QtBot) -> None:
    palette = palette_of(opened)
    qtbot.keyClicks(palette.line, "terms")
    assert palette.offers()[0].text == "Add pages: Terms"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.session.stack.count() == 1, timeout=3000)


def test_what_cannot_be_done_now_is_not_offered(house: House, qtbot: QtBot) -> None:
    palette = palette_of(house)
    qtbot.keyClicks(palette.line, "export pdf")
    assert all("Export" not in offer.text for offer in palette.offers())
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not palette.isVisible(), timeout=3000)


def test_a_proposal_is_found_and_opened(opened: House, qtbot: QtBot) -> None:
    house = opened
    house.window.go("proposals")
    palette = palette_of(house)
    qtbot.keyClicks(palette.line, "quiet harb")
    qtbot.waitUntil(lambda: any(offer.aside == "Proposal" for offer in palette.offers()), timeout=8000)
    row = next(i for i, offer in enumerate(palette.offers()) if offer.aside == "Proposal")
    for _ in range(row):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.stage is not None and house.window.stage.name == "proposal", timeout=5000)


def test_a_block_is_found_by_another_form_of_its_word(house: House, qtbot: QtBot, workspace: Workspace) -> None:
    story = Story(id="s", title="Наша миссия")
    workspace.library.blocks.put(Block(id="b", name="Миссия", variants=(Variant(story=story),)))
    palette = palette_of(house)
    palette.line.setText("миссией")
    qtbot.waitUntil(lambda: any(offer.aside == "Block" for offer in palette.offers()), timeout=8000)
    palette.reject()


def test_every_key_of_the_menus_is_on_the_cheat_sheet(house: House, qtbot: QtBot) -> None:
    shown = {keys for _, rows in all_keys() for keys, _ in rows}
    menus = {"palette", "shortcuts", "export", "undo", "place-proposals", "facts"}
    assert {house.window.acts[name].shortcut().toString() for name in menus} <= shown


def test_the_cheat_sheet_is_found_in_by_typing(qtbot: QtBot) -> None:
    words.use("ru")
    dialog = ShortcutsDialog()
    qtbot.addWidget(dialog)
    dialog.line.setText("экспорт")
    assert dialog.isEnabled()


def test_what_was_open_before_is_in_the_menu(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    folder = opened.desk.session.folder
    assert folder is not None
    assert opened.desk.settings.recent == (str(folder),)
    menu = opened.window.acts.menus["recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Nothing was open before"]


def test_the_commands_of_another_language_are_not_those_that_are_shown(opened: House, qtbot: QtBot) -> None:
    palette = palette_of(opened)
    qtbot.keyClicks(palette.line, "ter")
    opened.window.choose_language("ru")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(palette) or not palette.isVisible()
    assert palette_of(opened).line.placeholderText() == "Что сделать или открыть?"


def test_a_choice_of_the_menu_says_of_what_where_its_menu_is_not_seen(house: House) -> None:
    names = {act.objectName(): named(act) for act in house.window.acts.all()}
    assert (names["theme-system"], names["language-ru"]) == ("Theme: As the system", "Language of the window: Русский")
    assert (names["add-cover"], names["export"]) == ("Add pages: Cover", "Export PDF…")
