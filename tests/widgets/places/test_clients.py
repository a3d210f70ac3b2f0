"""The clients: kept by themselves, never over somebody else's words, and a proposal begun for one of them."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.rate import Rate
from app.model.ratecard import RateCard
from app.store.workspace import Workspace
from tests.widgets.panels import press
from tests.widgets.proposals import small
from widgets.application import House
from widgets.desk import Desk
from widgets.fields.client import ClientField, with_client
from widgets.phrases import Phrase, say
from widgets.places.clients.fields import time_there
from widgets.places.clients.place import ClientsPlace

NOON = datetime.datetime(2026, 1, 15, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture
def harbour(workspace: Workspace) -> ClientCard:
    rates = workspace.library.rate_cards.put(
        RateCard(id="", title="Harbour rates", currency="EUR", rates=(Rate(id="Designer", amount=Decimal(80)),))
    ).first
    assert rates is not None
    card = ClientCard(
        id="",
        client=Client(name="Harbour Homes", city="Leith", language="en", currency="EUR"),
        contacts=(Contact(name="Dasha", email="dasha@harbour.example"), Contact(name="Pyotr")),
        rate_card=rates.value.id,
    )
    stored = workspace.library.clients.put(card).first
    assert stored is not None
    return stored.value


def entered(house: House, qtbot: QtBot, count: int) -> ClientsPlace:
    house.window.go("clients")
    assert house.window.stage is not None
    place = house.window.stage.place("clients")
    assert isinstance(place, ClientsPlace)
    qtbot.waitUntil(lambda: place.keeper.is_read and place.list.count() == count, timeout=5000)
    return place


@pytest.fixture
def place(harbour: ClientCard, house: House, qtbot: QtBot) -> ClientsPlace:
    return entered(house, qtbot, 1)


def stored(workspace: Workspace, card_id: str) -> ClientCard:
    found = workspace.library.clients.get(card_id).first
    assert found is not None
    return found.value


def kept(place: ClientsPlace, qtbot: QtBot) -> None:
    place.keeper.flush()
    qtbot.waitUntil(lambda: not place.keeper.busy, timeout=5000)


def test_what_is_typed_is_kept_by_itself(place: ClientsPlace, harbour: ClientCard, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClicks(place.form.city, " Docks")
    assert stored(workspace, harbour.id).client.city == "Leith"
    qtbot.waitUntil(lambda: stored(workspace, harbour.id).client.city == "Leith Docks", timeout=5000)


def test_what_was_typed_just_before_the_end_is_kept(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, house: House, qtbot: QtBot
) -> None:
    qtbot.keyClicks(place.form.site, "harbour.example")
    house.stop()
    assert stored(workspace, harbour.id).client.site == "harbour.example"


def test_a_new_client_begins_with_the_name(house: House, workspace: Workspace, qtbot: QtBot) -> None:
    place = entered(house, qtbot, 0)
    qtbot.waitUntil(place.first.isVisible, timeout=5000)
    qtbot.mouseClick(place.first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(place.form.name.hasFocus, timeout=5000)
    qtbot.keyClicks(place.form.name, "Bread & Salt")
    kept(place, qtbot)
    assert [one.value.client.name for one in workspace.library.clients.all().records] == ["Bread & Salt"]
    assert place.list.item(0).text() == "Bread & Salt"


def test_contacts_are_added_moved_and_removed(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, qtbot: QtBot
) -> None:
    rows = place.form.contacts.rows
    assert not rows[0].up.isEnabled()
    qtbot.mouseClick(rows[1].up, Qt.MouseButton.LeftButton)
    press(qtbot, place.form.contacts, "Add a contact")
    qtbot.keyClicks(place.form.contacts.rows[-1].name, "Olga")
    qtbot.mouseClick(place.form.contacts.rows[1].gone, Qt.MouseButton.LeftButton)
    kept(place, qtbot)
    assert [one.name for one in stored(workspace, harbour.id).contacts] == ["Pyotr", "Olga"]


def test_somebody_elses_change_is_shown_and_one_chooses(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, house: House, qtbot: QtBot
) -> None:
    theirs = replace(harbour, client=replace(harbour.client, city="Oban"))
    assert workspace.library.clients.put(theirs).first
    qtbot.keyClicks(place.form.site, "mine.example")
    place.keeper.flush()
    qtbot.waitUntil(lambda: "meanwhile" in house.window.banner.text, timeout=5000)
    assert stored(workspace, harbour.id).client.city == "Oban"
    press(qtbot, house.window.banner, "Take theirs")
    qtbot.waitUntil(lambda: place.form.city.text() == "Oban", timeout=5000)
    assert place.form.site.text() == ""
    qtbot.keyClicks(place.form.site, "again.example")
    kept(place, qtbot)
    found = stored(workspace, harbour.id).client
    assert (found.city, found.site) == ("Oban", "again.example")


def test_ones_own_words_can_be_kept_over_theirs(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, house: House, qtbot: QtBot
) -> None:
    assert workspace.library.clients.put(replace(harbour, tags=("hotels",))).first
    qtbot.keyClicks(place.form.site, "mine.example")
    place.keeper.flush()
    qtbot.waitUntil(lambda: "meanwhile" in house.window.banner.text, timeout=5000)
    press(qtbot, house.window.banner, "Keep mine")
    qtbot.waitUntil(lambda: stored(workspace, harbour.id).client.site == "mine.example", timeout=5000)


def test_a_client_is_removed_and_comes_back(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, house: House, qtbot: QtBot
) -> None:
    place.list.setFocus()
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: place.list.count() == 0, timeout=5000)
    assert not workspace.library.clients.all().records
    press(qtbot, house.window.banner, "Undo")
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5000)
    assert stored(workspace, harbour.id) == harbour
    assert house.window.banner.text == "“Harbour Homes” is among the clients again."
    assert house.window.acts["redo"].text() == "&Redo: Remove client “Harbour Homes”"


def test_ctrl_z_among_the_clients_undoes_what_was_done_there_alone(
    place: ClientsPlace, harbour: ClientCard, workspace: Workspace, house: House, qtbot: QtBot, tmp_path: Path
) -> None:
    """It used to undo the last edit of the open proposal, which nobody looked at."""
    session = house.desk.session
    session.open(small(), tmp_path)
    session.edit(replace(session.proposal, subtitle="Mine"), Phrase("Subtitle"))
    house.window.go("clients")
    place.list.setFocus()
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: place.list.count() == 0, timeout=5000)
    for _ in range(2):
        house.window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: place.list.count() == 1, timeout=5000)
    assert stored(workspace, harbour.id) == harbour
    assert session.proposal.subtitle == "Mine"


def test_clients_are_found_by_their_people(place: ClientsPlace, qtbot: QtBot) -> None:
    place.search.setText("pyot harb")
    assert place.list.count() == 1
    place.search.setText("nobody at all")
    assert place.list.count() == 0
    assert any(one.text() == "Nobody is found" for one in place.findChildren(QLabel))


def test_what_was_offered_before_opens_with_a_click(
    workspace: Workspace, harbour: ClientCard, house: House, qtbot: QtBot
) -> None:
    proposal = replace(small(), client=replace(harbour.client, id=harbour.id))
    assert workspace.import_source(Path(), proposal).folder
    place = entered(house, qtbot, 1)
    qtbot.waitUntil(lambda: bool(place.history.rows), timeout=5000)
    assert "€6,500" in place.history.rows[0].accessibleName()
    assert "B-7" in place.history.rows[0].accessibleName()
    qtbot.mouseClick(place.history.rows[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=5000)


def test_a_proposal_for_a_client_is_filled_in_from_the_card(place: ClientsPlace, house: House, qtbot: QtBot) -> None:
    qtbot.mouseClick(place.begin, Qt.MouseButton.LeftButton)
    dialog = place.dialog
    assert dialog is not None
    assert dialog.client.text() == "Harbour Homes"
    qtbot.waitUntil(lambda: dialog.make.isEnabled() and bool(dialog.cards), timeout=5000)
    dialog.templates.setCurrentRow(0)
    qtbot.waitUntil(dialog.make.isEnabled, timeout=5000)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=8000)
    proposal = house.desk.session.proposal
    assert (proposal.client.city, proposal.contact.name, proposal.currency) == ("Leith", "Dasha", "EUR")
    assert [rate.id for rate in proposal.estimate.rates] == ["Designer"]


def test_the_time_at_a_client_is_told() -> None:
    assert "13:00" in time_there("Europe/Paris", NOON)
    assert "No such" in time_there("Europe/Nowhere", NOON)
    assert time_there("", NOON) == ""


# in the proposal -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def field(harbour: ClientCard, desk: Desk, qtbot: QtBot) -> Iterator[ClientField]:
    made = ClientField(desk)
    qtbot.addWidget(made)
    made.show_value(desk.session.proposal.client.name)
    made.show()
    qtbot.waitUntil(lambda: bool(made.cards), timeout=5000)
    yield made
    desk.finding.stop()
    desk.librarian.stop()


def test_a_client_of_the_library_brings_everything_along(field: ClientField, desk: Desk) -> None:
    field.take("Harbour Homes")
    proposal = desk.session.proposal
    assert (proposal.client.city, proposal.contact.email) == ("Leith", "dasha@harbour.example")
    assert desk.session.stack.undoText() == "Client “Harbour Homes” from the library"


def test_the_client_of_a_proposal_is_saved_among_the_clients(
    field: ClientField, desk: Desk, workspace: Workspace, qtbot: QtBot
) -> None:
    desk.session.edit(replace(desk.session.proposal, client=Client(name="New Pier", site="pier.example")), say("Client"))
    field.show_value("New Pier")
    qtbot.mouseClick(field.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(desk.session.proposal.client.id), timeout=5000)
    card = stored(workspace, desk.session.proposal.client.id)
    assert (card.client.name, card.client.site, card.client.currency) == ("New Pier", "pier.example", "EUR")
    assert [one.name for one in card.contacts] == ["Dasha"]


def test_saving_takes_nothing_from_a_card_that_knows_more(harbour: ClientCard) -> None:
    told = replace(small(), client=Client(name="Harbour Homes", site="new.example"), contact=Contact(name="dasha", phone="1"))
    card = with_client(harbour, told)
    assert (card.client.city, card.client.site) == ("Leith", "new.example")
    assert [one.name for one in card.contacts] == ["dasha", "Pyotr"]
    assert card.rate_card == harbour.rate_card
