"""Nobody has to save: what is typed is on the disk a moment later, and what others do is told."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.store.source import FILE_NAME, read_source
from app.store.work.journal import read_journal
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from widgets import documents
from widgets.application import House, build
from widgets.keeping import Kept
from widgets.windows import Windows


def folder_of(house: House) -> Path:
    folder = house.desk.session.folder
    assert folder is not None
    return folder


def kept(house: House, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: house.keeping.state is Kept.SAVED, timeout=5000)


def press_in_banner(house: House, words: str) -> None:
    button = next(found for found in house.window.banner.findChildren(QPushButton) if found.text() == words)
    button.click()


def test_an_edit_is_on_the_disk_a_moment_later_without_saving(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["add-terms"].trigger()
    assert opened.keeping.state is Kept.UNSAVED
    kept(opened, qtbot)
    assert read_source(folder_of(opened)).proposal == opened.desk.session.proposal
    assert not opened.window.isWindowModified()


def test_the_journal_names_what_was_done_and_what_was_undone(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["add-terms"].trigger()
    name = opened.desk.session.stack.undoText()
    opened.desk.session.stack.undo()
    opened.window.acts["add-story"].trigger()
    kept(opened, qtbot)
    edits = read_journal(folder_of(opened), opened.desk.workspace.disk).edits
    assert edits[0] == name
    assert edits[1] == f"Undo: {name}"
    assert len(edits) == 3


def test_saving_by_hand_saves_at_once(opened: House, qtbot: QtBot) -> None:
    opened.window.acts["add-terms"].trigger()
    opened.window.acts["save"].trigger()
    assert opened.keeping.state is Kept.SAVING
    kept(opened, qtbot)


def test_what_another_program_wrote_is_told_and_both_are_kept(opened: House, qtbot: QtBot) -> None:
    file = folder_of(opened) / FILE_NAME
    theirs = json.loads(file.read_bytes()) | {"title": "Theirs"}
    file.write_text(json.dumps(theirs), encoding="utf-8")
    opened.keeping.look()
    qtbot.waitUntil(lambda: "Something else has changed" in opened.window.banner.text, timeout=5000)
    press_in_banner(opened, "Keep mine")
    kept(opened, qtbot)
    assert read_source(folder_of(opened)).proposal == opened.desk.session.proposal
    others = [json.loads(path.read_bytes())["title"] for path in folder_of(opened).glob("proposal.other-*.json")]
    assert others == ["Theirs"]


def test_what_another_program_wrote_can_be_taken_as_an_edit_that_can_be_undone(opened: House, qtbot: QtBot) -> None:
    session, file = opened.desk.session, folder_of(opened) / FILE_NAME
    before = session.proposal.title
    theirs = json.loads(file.read_bytes()) | {"title": "Theirs"}
    file.write_text(json.dumps(theirs), encoding="utf-8")
    opened.keeping.look()
    qtbot.waitUntil(lambda: "Something else has changed" in opened.window.banner.text, timeout=5000)
    press_in_banner(opened, "Take what is there")
    qtbot.waitUntil(lambda: session.proposal.title == "Theirs", timeout=5000)
    session.stack.undo()
    assert session.proposal.title == before


def test_a_folder_that_vanished_is_told_and_saved_into_when_it_is_back(opened: House, qtbot: QtBot) -> None:
    folder = folder_of(opened)
    away = folder.with_name("away")
    folder.rename(away)
    opened.window.acts["add-terms"].trigger()
    qtbot.waitUntil(lambda: opened.keeping.state is Kept.FAILED, timeout=5000)
    away.rename(folder)
    opened.keeping.look()
    kept(opened, qtbot)
    assert read_source(folder).proposal == opened.desk.session.proposal


def test_a_proposal_that_is_open_in_another_window_brings_that_one_forward(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress, source: Path
) -> None:
    windows = Windows(workspace, lambda all_of_them: build(qapp, workspace, press, "en", all_of_them))
    try:
        first = windows.open(str(source))
        qtbot.waitUntil(lambda: first.desk.session.is_open, timeout=10000)
        second = windows.open(str(folder_of(first)))
        qtbot.waitUntil(lambda: "another window" in second.window.banner.text, timeout=5000)
        assert not second.desk.session.is_open
    finally:
        windows.stop()
        for house in windows.houses:
            house.window.deleteLater()


def test_a_window_that_is_closed_while_it_opens_a_proposal_holds_it_no_longer(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program goes on in another window, and with it whatever nobody let go of."""
    folder = workspace.import_source(source, small()).folder
    assert folder is not None
    windows = Windows(workspace, lambda all_of_them: build(qapp, workspace, press, "en", all_of_them))
    copies = []

    def slowly(*arguments: Any, **options: Any) -> documents.Loaded:
        loaded = opened_for_work(*arguments, **options)
        copies.append(loaded.copy)
        go_on.wait(10)
        return loaded

    opened_for_work, go_on = documents.opened, threading.Event()
    monkeypatch.setattr(documents, "opened", slowly)
    try:
        windows.open()
        closing = windows.open(str(folder))
        qtbot.waitUntil(lambda: bool(copies), timeout=5000)
        threading.Timer(0.1, go_on.set).start()
        closing.window.close()
        again = open_working(workspace, folder)
        assert again.holder is None
        assert again.copy is not None
        again.copy.close()
    finally:
        windows.stop()
        for house in windows.houses:
            house.window.deleteLater()


def test_what_is_open_for_reading_only_cannot_be_edited(
    qapp: QApplication, qtbot: QtBot, workspace: Workspace, press: TestPress, opened: House
) -> None:
    reader = build(qapp, workspace, press, "en")
    try:
        reader.documents.open(str(folder_of(opened)))
        qtbot.waitUntil(lambda: "open in another" in reader.window.banner.text, timeout=5000)
        press_in_banner(reader, "Only look at it")
        qtbot.waitUntil(lambda: reader.desk.session.is_open, timeout=5000)
        assert reader.keeping.state is Kept.READ_ONLY
        before = reader.desk.session.proposal
        reader.window.acts["add-terms"].trigger()
        assert reader.desk.session.proposal == before
        assert "reading only" in reader.window.banner.text
    finally:
        reader.stop()
        reader.window.close()
        reader.window.deleteLater()
