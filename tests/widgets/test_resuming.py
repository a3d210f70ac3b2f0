"""After a restart one is where one had left, and what was open opens again; nothing of it gets into anybody's way."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.store.work.me import myself
from app.store.work.working import open_working
from app.store.workspace import Workspace
from tests.widgets.press import TestPress
from tests.widgets.proposals import small
from tests.widgets.test_keeping import folder_of
from widgets.application import House, build
from widgets.places.proposals.place import ProposalsPlace

Start = Callable[[], House]
_running: list[House] = []


def leave(house: House) -> None:
    """End the program, as whoever closes its window does."""
    house.window.close()
    end(house)


def end(house: House) -> None:
    """End the program without a word, as a crash does."""
    _running.remove(house)
    house.stop()
    house.window.deleteLater()


@pytest.fixture
def start(qapp: QApplication, workspace: Workspace, press: TestPress, qtbot: QtBot) -> Iterator[Start]:
    """Start the program, as if for the first time in a process."""

    def started() -> House:
        made = build(qapp, workspace, press, "en", resumes=True)
        _running.append(made)
        made.window.show()
        return made

    yield started
    for made in _running:
        made.keeping.give_up()
        leave(made)


def at(house: House) -> str:
    assert house.window.stage is not None
    return house.window.stage.name


def row(house: House) -> Path | None:
    """The folder of the row that the list of proposals stands at."""
    assert house.window.stage is not None
    place = house.window.stage.place("proposals")
    assert isinstance(place, ProposalsPlace)
    entry = place.list.current()
    return entry.folder if entry else None


def settled(house: House, qtbot: QtBot) -> None:
    """Wait until nothing more happens by itself."""
    with qtbot.waitSignal(house.documents.listed, raising=False, timeout=300):
        pass
    qtbot.wait(100)
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=10000)


def with_proposal(house: House, qtbot: QtBot, source: Path) -> Path:
    house.documents.open(str(source))
    qtbot.waitUntil(lambda: house.desk.pages.layout is not None and not house.jobs.busy, timeout=10000)
    return folder_of(house)


@pytest.mark.parametrize("place", ["library", "clients", "brandbooks", "proposals"])
def test_one_is_at_the_place_that_was_left(start: Start, qtbot: QtBot, place: str) -> None:
    house = start()
    assert at(house) == "proposals"
    house.window.go(place)
    leave(house)
    again = start()
    assert at(again) == place
    with qtbot.waitSignal(again.documents.listed, timeout=5000):
        pass  # what is done after the start is begun wherever one is


def test_the_open_proposal_opens_again_after_the_list_is_there(
    start: Start, qtbot: QtBot, source: Path, workspace: Workspace
) -> None:
    house = start()
    folder = with_proposal(house, qtbot, source)
    workspace.import_source(source, small())
    leave(house)
    again = start()
    assert at(again) == "proposals" and not again.desk.session.is_open, "the window can be used first"
    qtbot.waitUntil(lambda: again.desk.session.is_open, timeout=10000)
    assert folder_of(again) == folder and at(again) == "proposal"
    again.window.go("proposals")
    assert row(again) == folder
    assert again.desk.settings.recent[0] == str(folder)


def test_a_proposal_that_one_had_gone_away_from_stays_closed(start: Start, qtbot: QtBot, source: Path) -> None:
    house = start()
    with_proposal(house, qtbot, source)
    house.window.go("library")
    leave(house)
    again = start()
    settled(again, qtbot)
    assert at(again) == "library" and not again.desk.session.is_open


def test_one_that_is_gone_or_open_elsewhere_leaves_the_list_and_says_nothing(
    start: Start, qtbot: QtBot, source: Path, workspace: Workspace
) -> None:
    house = start()
    folder = with_proposal(house, qtbot, source)
    workspace.import_source(source, small())
    leave(house)
    theirs = open_working(workspace, folder, myself("")).copy
    assert theirs is not None
    again = start()
    settled(again, qtbot)
    assert at(again) == "proposals" and not again.desk.session.is_open and again.window.banner.isHidden()
    assert row(again) == folder
    theirs.close()
    leave(again)
    again = start()
    again.desk.settings.left = ("proposal", folder.name)
    end(again)
    shutil.rmtree(folder)
    third = start()
    settled(third, qtbot)
    assert at(third) == "proposals" and third.window.banner.isHidden()


def test_who_begins_with_something_else_is_left_alone(start: Start, qtbot: QtBot, source: Path, workspace: Workspace) -> None:
    house = start()
    with_proposal(house, qtbot, source)
    workspace.import_source(source, small())
    leave(house)
    again = start()
    with qtbot.waitSignal(again.documents.listed, timeout=5000):
        pass
    assert again.window.stage is not None
    place = again.window.stage.place("proposals")
    assert isinstance(place, ProposalsPlace)
    qtbot.keyClick(place.list, Qt.Key.Key_Down if place.list.currentIndex().row() == 0 else Qt.Key.Key_Up)
    settled(again, qtbot)
    assert at(again) == "proposals" and not again.desk.session.is_open


def test_a_proposal_that_brings_the_program_down_does_so_once(start: Start, qtbot: QtBot, source: Path) -> None:
    house = start()
    with_proposal(house, qtbot, source)
    leave(house)
    again = start()
    assert again.desk.settings.left == ("proposals", ""), "it ends here, without being closed"


def test_settings_of_strangers_lead_nowhere_else(start: Start, qtbot: QtBot, source: Path) -> None:
    for left in (("nowhere", "x"), ("proposal", "../source"), ("proposal", str(source)), ("proposal", "..")):
        house = start()
        house.desk.settings.left = left
        end(house)
        again = start()
        settled(again, qtbot)
        assert at(again) == "proposals" and not again.desk.session.is_open
        leave(again)
