"""The studio's own facts: asked for in the window, kept for new proposals, taken into the open one where that is wanted."""

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.client import Studio
from app.sources.athome import at_home
from app.store.house import House as Set
from app.store.house import read_house, write_house
from app.store.workspace import Workspace
from tests.widgets.proposals import small
from widgets.application import House
from widgets.dialogs.studio import StudioDialog
from widgets.palette.palette import Palette
from widgets.places.brandbooks.place import BrandbooksPlace

KNOWN = Studio(name="Osen", legal_name="Osen Ltd", requisites="IBAN 1\nBIC 2")


@pytest.fixture
def known(workspace: Workspace) -> Workspace:
    write_house(workspace.path, Set("kurs", KNOWN, "en"), workspace.disk)
    return workspace


def asked(house: House, qtbot: QtBot) -> StudioDialog:
    house.window.acts["studio"].trigger()
    qtbot.waitUntil(lambda: house.window.studio_facts.dialog is not None, timeout=3000)
    dialog = house.window.studio_facts.dialog
    assert dialog is not None
    return dialog


def done(house: House, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not house.jobs.busy, timeout=5000)


def test_every_fact_can_be_changed_and_new_proposals_begin_with_it(house: House, known: Workspace, qtbot: QtBot) -> None:
    dialog = asked(house, qtbot)
    assert set(dialog.fields) == {one.name for one in fields(Studio)} and dialog.typed() == KNOWN
    assert dialog.also.isHidden() and dialog.take.isHidden(), "no proposal is open"
    for name in ("address", "city", "phone", "email", "site", "tagline"):
        QTest.keyClicks(dialog.fields[name], f" {name} ")
    dialog.fields["requisites"].setFocus()
    dialog.agree.click()
    done(house, qtbot)
    kept = read_house(known.path, known.disk)
    assert (kept.brandbook, kept.language) == ("kurs", "en"), "everything else stays"
    assert kept.studio == replace(
        KNOWN, address="address", city="city", phone="phone", email="email", site="site", tagline="tagline"
    )
    assert at_home(small(), known).studio == kept.studio
    assert "new proposals" in house.window.banner.text


def test_the_open_proposal_takes_them_as_one_edit(opened: House, known: Workspace, qtbot: QtBot) -> None:
    session = opened.desk.session
    before = session.proposal.studio
    dialog = asked(opened, qtbot)
    assert not dialog.also.isChecked(), "it says something of its own"
    dialog.also.click()
    dialog.agree.click()
    assert session.proposal.studio == KNOWN != before and session.stack.count() == 1
    assert session.stack.undoText() == "Facts of the studio"
    session.stack.undo()
    assert session.proposal.studio == before


def test_those_of_the_open_proposal_can_be_taken_for_all(opened: House, workspace: Workspace, qtbot: QtBot) -> None:
    dialog = asked(opened, qtbot)
    theirs = opened.desk.session.proposal.studio
    assert theirs != Studio() and dialog.typed() == Studio()
    dialog.take.click()
    assert dialog.typed() == theirs and not dialog.also.isEnabled(), "there is nothing to change"
    dialog.agree.click()
    done(opened, qtbot)
    assert read_house(workspace.path, workspace.disk).studio == theirs and opened.desk.session.stack.count() == 0


def test_leaving_changes_nothing(opened: House, known: Workspace, qtbot: QtBot) -> None:
    dialog = asked(opened, qtbot)
    QTest.keyClicks(dialog.fields["name"], "x")
    dialog.also.setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    done(opened, qtbot)
    assert read_house(known.path, known.disk).studio == KNOWN and opened.desk.session.stack.count() == 0
    assert opened.window.studio_facts.dialog is None


def test_the_palette_and_the_place_of_the_brandbooks_lead_there(house: House, qtbot: QtBot) -> None:
    house.window.acts["palette"].trigger()
    palette = house.window.findChildren(Palette)[-1]
    qtbot.keyClicks(palette.line, "facts stu")
    assert palette.offers()[0].text.startswith("Facts of the studio")
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    house.window.go("brandbooks")
    assert house.window.stage is not None
    place = house.window.stage.place("brandbooks")
    assert isinstance(place, BrandbooksPlace)
    place.facts.click()
    qtbot.waitUntil(lambda: house.window.studio_facts.dialog is not None, timeout=3000)
    dialog = house.window.studio_facts.dialog
    assert dialog is not None
    QTest.keyClicks(dialog.fields["name"], "Winter")
    dialog.agree.click()
    done(house, qtbot)
    qtbot.waitUntil(lambda: place.keeper.house.studio.name == "Winter", timeout=3000)
