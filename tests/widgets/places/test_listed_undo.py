"""What is done to proposals of the list is undone and redone there, by its name."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.status import Status
from app.store.source import read_source
from tests.widgets.panels import press
from tests.widgets.places.listing import choose, entered, status_of, titles
from widgets.application import House
from widgets.phrases import Phrase
from widgets.places.proposals.deeds import Step
from widgets.places.proposals.place import ProposalsPlace

CONTROL = Qt.KeyboardModifier.ControlModifier
AGAIN = CONTROL | Qt.KeyboardModifier.ShiftModifier


def undo(house: House) -> str:
    return house.window.acts["undo"].text()


def archive(place: ProposalsPlace, qtbot: QtBot, title: str) -> None:
    choose(place, title)
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: title not in titles(place), timeout=5000)


def test_ctrl_z_in_the_list_puts_back_what_was_archived_and_names_it(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    archive(place, qtbot, "A site")
    qtbot.waitUntil(lambda: undo(house) == "&Undo: Archive “A site”", timeout=5000)
    qtbot.keyClick(place.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "A site" in titles(place), timeout=5000)
    qtbot.waitUntil(lambda: house.window.banner.text == "“A site” is back on the desk.", timeout=5000)
    assert house.window.acts["redo"].text() == "&Redo: Archive “A site”"
    qtbot.keyClick(place.list, Qt.Key.Key_Z, AGAIN)
    qtbot.waitUntil(lambda: "A site" not in titles(place), timeout=5000)


def test_ctrl_z_in_the_list_leaves_the_open_proposal_alone(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    """It used to undo the last edit of a proposal that nobody looked at."""
    choose(place, "A stand")
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    session = house.desk.session
    qtbot.waitUntil(lambda: session.is_open and not house.jobs.busy, timeout=5000)
    from dataclasses import replace

    session.edit(replace(session.proposal, subtitle="Mine"), Phrase("Subtitle"))
    entered(house, qtbot, 4)
    archive(place, qtbot, "A site")
    for _ in range(3):
        qtbot.keyClick(place.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "A site" in titles(place), timeout=5000)
    assert session.proposal.subtitle == "Mine"
    house.window.go("proposal")
    assert undo(house) == "&Undo: Subtitle"


def test_a_slip_of_the_mouse_in_the_status_is_undone(
    place: ProposalsPlace, several: dict[str, Path], house: House, qtbot: QtBot
) -> None:
    """Accepted is final: who hit the wrong chip had no way back."""
    choose(place, "Sent one")
    entry = place.list.current()
    assert entry is not None
    place.deeds.mark(entry, Step(Status.ACCEPTED, "Anna", "by phone"))
    qtbot.waitUntil(lambda: undo(house) == "&Undo: “Sent one”: Accepted", timeout=5000)
    press(qtbot, house.window.banner, "Undo")
    qtbot.waitUntil(lambda: status_of(several["Sent one"]) is Status.SENT, timeout=5000)
    found = read_source(several["Sent one"]).proposal
    assert found is not None
    assert [step.status for step in found.history.value] == [Status.SENT]
    qtbot.waitUntil(lambda: house.window.banner.text == "“Sent one”: sent.", timeout=5000)
    qtbot.keyClick(place.list, Qt.Key.Key_Z, AGAIN)
    qtbot.waitUntil(lambda: status_of(several["Sent one"]) is Status.ACCEPTED, timeout=5000)


def test_a_copy_that_nobody_wanted_goes_into_the_archive(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    choose(place, "A site")
    qtbot.keyClick(place.list, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: undo(house) == "&Undo: Copy of “A site”", timeout=5000)
    qtbot.waitUntil(lambda: titles(place).count("A site") == 2, timeout=5000)
    qtbot.keyClick(place.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: titles(place).count("A site") == 1, timeout=5000)
    qtbot.waitUntil(lambda: house.window.banner.text == "The copy of “A site” is archived.", timeout=5000)


def test_where_the_way_back_is_refused_nothing_more_is_offered(
    place: ProposalsPlace, several: dict[str, Path], house: House, qtbot: QtBot
) -> None:
    from app.store.work.me import myself
    from app.store.work.working import open_working

    archive(place, qtbot, "A site")
    qtbot.waitUntil(house.window.acts["undo"].isEnabled, timeout=5000)
    other = open_working(house.desk.workspace, several["site"], myself())
    assert other.copy is not None
    qtbot.keyClick(place.list, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "open" in house.window.banner.text, timeout=5000)
    other.copy.close()
    assert not house.window.acts["undo"].isEnabled()
    assert "A site" not in titles(place)
