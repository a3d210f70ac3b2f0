"""The list of proposals: found, sorted, duplicated, archived, marked, begun."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.status import Status
from app.store.source import read_source
from app.store.workspace import Workspace
from tests.widgets.panels import press
from tests.widgets.places.listing import choose, entered, keep, status_of, titles
from widgets.application import House
from widgets.places.proposals.arranging import Order, Which
from widgets.places.proposals.model import SHOWN
from widgets.places.proposals.place import ProposalsPlace
from widgets.places.proposals.status import StatusPopover

CONTROL = Qt.KeyboardModifier.ControlModifier


# what is seen ----------------------------------------------------------------------------------------------------------


def test_all_on_the_desk_are_shown_and_each_kind_is_counted(place: ProposalsPlace, qtbot: QtBot) -> None:
    assert set(titles(place)) == {"A site", "A stand", "Sent one", "Won one"}
    assert [chip.text().split()[-1] for chip in place.bar.chips.values()] == ["4", "2", "1", "1", "0", "1"]
    qtbot.mouseClick(place.bar.chips[Which.ARCHIVED], Qt.MouseButton.LeftButton)
    assert titles(place) == ["Old one"]
    qtbot.mouseClick(place.bar.chips[Which.SENT], Qt.MouseButton.LeftButton)
    assert titles(place) == ["Sent one"]


def test_each_row_says_everything_to_those_who_listen(place: ProposalsPlace, qtbot: QtBot) -> None:
    row = titles(place).index("Sent one")
    qtbot.waitUntil(lambda: bool(place.summing.known), timeout=5000)
    said = place.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sent one, Harbour Homes · " in said
    assert "€6,500" in said
    assert "Sent" in said
    assert "today" in said


def test_what_was_sent_is_summed_by_currency_and_the_sums_are_remembered(
    place: ProposalsPlace, house: House, qtbot: QtBot, workspace: Workspace
) -> None:
    qtbot.waitUntil(lambda: "€6,500" in place.summary.text(), timeout=5000)
    assert "$" not in place.summary.text()
    assert (workspace.state / "glance" / "sums.json").is_file()


def test_covers_are_made_in_the_worker_and_kept_on_the_disk(place: ProposalsPlace, qtbot: QtBot, workspace: Workspace) -> None:
    entries = [row.entry for row in place.model.rows]
    qtbot.waitUntil(lambda: all(place.covers.picture(entry) is not None for entry in entries), timeout=8000)
    assert len(list((workspace.state / "glance").glob("*.png"))) == len(entries)


def test_words_are_looked_for_in_titles_numbers_and_clients_at_once(place: ProposalsPlace, qtbot: QtBot) -> None:
    place.list.setFocus()
    qtbot.keyClick(place.list, Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(place.search.hasFocus)
    qtbot.keyClicks(place.search, "bread st")
    assert titles(place) == ["A stand"]
    qtbot.keyClick(place.search, Qt.Key.Key_Escape)
    assert len(titles(place)) == 4


def test_what_stands_inside_of_a_proposal_is_found_too(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    place.search.setText("first train")
    qtbot.waitUntil(lambda: len(titles(place)) == 4, timeout=8000)
    assert "train" in place.model.rows[0].found


def test_letters_that_are_typed_into_the_list_are_looked_for(place: ProposalsPlace, qtbot: QtBot) -> None:
    place.list.setFocus()
    qtbot.keyClick(place.list, Qt.Key.Key_W)
    assert place.search.text() == "w"
    assert titles(place) == ["Won one"]


def test_where_nothing_is_found_that_is_said_and_one_click_leads_back(place: ProposalsPlace, qtbot: QtBot) -> None:
    place.search.setText("zebra")
    qtbot.waitUntil(place.everything.isVisible)
    assert any("zebra" in one.text() for one in place.findChildren(QLabel))
    qtbot.mouseClick(place.everything, Qt.MouseButton.LeftButton)
    assert len(titles(place)) == 4


def test_the_order_is_chosen_and_outlives_another_language(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    place.bar.order_chosen.emit(Order.NAME, False)
    assert titles(place) == ["A site", "A stand", "Sent one", "Won one"]
    place.bar.order_chosen.emit(Order.NAME, True)
    choose(place, "A stand")
    house.window.choose_language("ru")
    again = entered(house, qtbot, 4)
    assert titles(again) == ["Won one", "Sent one", "A stand", "A site"]
    current = again.list.current()
    assert current is not None
    assert current.title == "A stand"


def test_names_are_sorted_as_in_a_dictionary_and_what_has_none_comes_last(
    house: House, workspace: Workspace, qtbot: QtBot
) -> None:
    """ё stood behind я, and proposals without a name came before all others."""
    for title, client in (("Яхта", "Яр"), ("", "Ёж"), ("Ёлка", "Жук"), ("еда", "Ель"), ("Жар", "Ель")):
        keep(workspace, title, client)
    place = entered(house, qtbot, 5)
    place.bar.order_chosen.emit(Order.NAME, False)
    assert titles(place) == ["еда", "Ёлка", "Жар", "Яхта", ""]
    assert place.bar.order.accessibleDescription() == "Title"
    place.bar.order_chosen.emit(Order.NAME, True)
    assert titles(place) == ["Яхта", "Жар", "Ёлка", "еда", ""]
    assert place.bar.order.accessibleDescription() == "Title, the other way round"
    assert place.bar._clients == ("Ёж", "Ель", "Жук", "Яр")


def test_a_menu_above_the_list_stays_open_while_the_list_learns_something_and_its_choice_counts(
    place: ProposalsPlace, qtbot: QtBot
) -> None:
    """It used to be replaced, which took it away under the pointer."""
    seen: list[list[str]] = []

    def choose() -> None:
        (menu,) = [one for one in (place.bar.client.menu(),) if one.isVisible()]
        place.bar.show_clients(["Bread & Salt", "Harbour Homes", "Zeal"], "")
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        seen.append([action.text() for action in menu.actions() if not action.isSeparator()])
        assert menu.isVisible()
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, place, choose)
    qtbot.mouseClick(place.bar.client, Qt.MouseButton.LeftButton)
    assert seen == [["All clients", "Bread && Salt", "Harbour Homes"]]
    assert {row.entry.client for row in place.list.rows.rows} == {"Bread & Salt"}
    assert place.bar.client.text() == " Bread && Salt"


def test_a_damaged_proposal_is_shown_and_opens_nothing(house: House, workspace: Workspace, qtbot: QtBot) -> None:
    folder = keep(workspace, "Broken")
    (folder / "proposal.json").write_text("{", "utf-8")
    place = entered(house, qtbot, 1)
    assert not place.model.rows[0].entry.readable
    place.list.setFocus()
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    assert not house.desk.session.is_open
    menu = place.list.menu()
    assert [one.objectName() for one in menu.actions() if one.isEnabled() and one.objectName()] == ["folder"]
    menu.close()


# what is done ----------------------------------------------------------------------------------------------------------


def test_enter_opens_the_chosen_one(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    choose(place, "A stand")
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.proposal.title == "A stand", timeout=5000)
    assert house.window.stage is not None
    assert house.window.stage.name == "proposal"


def test_a_duplicate_is_a_new_draft_and_is_chosen(place: ProposalsPlace, qtbot: QtBot) -> None:
    choose(place, "Won one")
    number = place.list.currentIndex().data(SHOWN).entry.number
    qtbot.keyClick(place.list, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: place.model.rowCount() == 5, timeout=5000)
    new = place.list.current()
    assert new is not None
    assert (new.title, new.status) == ("Won one", Status.DRAFT)
    assert new.number not in ("", number)


def test_delete_archives_and_the_banner_undoes_it(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    choose(place, "A site")
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "A site" not in titles(place), timeout=5000)
    assert "A site" in house.window.banner.text
    press(qtbot, house.window.banner, "Undo")
    qtbot.waitUntil(lambda: "A site" in titles(place), timeout=5000)


def test_a_proposal_that_is_open_here_is_archived_as_an_edit(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    choose(place, "A site")
    qtbot.keyClick(place.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=5000)
    house.window.go("proposals")
    choose(place, "A site")
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "A site" not in titles(place), timeout=5000)
    assert house.desk.session.proposal.archived
    assert house.desk.session.stack.undoText() == "Archive"


def popover(place: ProposalsPlace, qtbot: QtBot, title: str) -> StatusPopover:
    choose(place, title)
    place.list.actions_by_name["status"].trigger()
    qtbot.waitUntil(lambda: place.popover is not None, timeout=5000)
    assert place.popover is not None
    return place.popover


def test_what_became_of_a_sent_one_is_noted_with_who_and_why(
    place: ProposalsPlace, several: dict[str, Path], house: House, qtbot: QtBot
) -> None:
    shown = popover(place, qtbot, "Sent one")
    assert not shown._save.isEnabled()
    qtbot.mouseClick(shown.choices[Status.DECLINED], Qt.MouseButton.LeftButton)
    shown.by.setText("Boris")
    qtbot.keyClicks(shown.note, "No budget this year")
    qtbot.keyClick(shown.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: status_of(several["Sent one"]) is Status.DECLINED, timeout=5000)
    found = read_source(several["Sent one"]).proposal
    assert found is not None
    last = found.history.value[-1]
    assert (last.by, last.note, last.revision) == ("Boris", "No budget this year", 1)
    qtbot.waitUntil(lambda: "declined" in house.window.banner.text, timeout=5000)
    qtbot.waitUntil(lambda: place.popover is None, timeout=5000)
    again = popover(place, qtbot, "Sent one")
    assert any("No budget this year" in one.text() for one in again.findChildren(QLabel))
    assert house.desk.settings.signer == "Boris"
    again.close()


def test_a_draft_is_sent_from_its_pages(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    asked: list[str] = []
    house.window.acts["send"].triggered.connect(lambda: asked.append(house.desk.session.proposal.title))
    shown = popover(place, qtbot, "A site")
    assert not shown.choices
    press(qtbot, shown, "Open and send…")
    qtbot.waitUntil(lambda: asked == ["A site"], timeout=5000)


def test_somebody_elses_work_is_left_alone_and_named(
    place: ProposalsPlace, several: dict[str, Path], house: House, workspace: Workspace, qtbot: QtBot
) -> None:
    from app.store.work.me import myself
    from app.store.work.working import open_working

    other = open_working(workspace, several["site"], myself())
    assert other.copy is not None
    choose(place, "A site")
    qtbot.keyClick(place.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "open" in house.window.banner.text, timeout=5000)
    other.copy.close()
    found = read_source(several["site"]).proposal
    assert found is not None
    assert not found.archived


def test_an_accepted_one_is_renewed_from_the_menu(place: ProposalsPlace, house: House, qtbot: QtBot) -> None:
    offered = place.new.renewals.actions()
    assert [one.text() for one in offered] == ["Won one · Harbour Homes"]
    offered[0].trigger()
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=5000)
    proposal = house.desk.session.proposal
    assert (proposal.title, proposal.status) == ("Won one", Status.DRAFT)
    qtbot.waitUntil(lambda: "renews “Won one”, КП-" in house.window.banner.text, timeout=5000)
    press(qtbot, house.window.banner, "Open the earlier one")
    qtbot.waitUntil(lambda: house.desk.session.proposal.status is Status.ACCEPTED, timeout=5000)


def test_a_bundle_is_made_and_said_to_be_for_colleagues(
    place: ProposalsPlace, house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "one.blesna"
    monkeypatch.setattr(place.exports, "ask_bundle", lambda *_: target)
    choose(place, "A site")
    place.list.actions_by_name["bundle"].trigger()
    qtbot.waitUntil(target.is_file, timeout=5000)
    qtbot.waitUntil(lambda: "colleagues" in house.window.banner.text, timeout=5000)


def test_a_pdf_is_exported_without_opening(
    place: ProposalsPlace, house: House, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from widgets.purposes import Choice

    target = tmp_path / "one.pdf"
    monkeypatch.setattr(place.exports, "ask_choice", lambda _: Choice(opens=False))
    monkeypatch.setattr(place.exports, "ask_target", lambda *_: target)
    choose(place, "A site")
    place.list.actions_by_name["export"].trigger()
    qtbot.waitUntil(lambda: "one.pdf" in house.window.banner.text, timeout=5000)
    assert target.read_bytes().startswith(b"%PDF")
    assert not house.desk.session.is_open


# beginning ---------------------------------------------------------------------------------------------------------------


def test_with_no_proposals_three_ways_to_begin_are_shown(house: House, qtbot: QtBot) -> None:
    place = entered(house, qtbot, 0)
    qtbot.waitUntil(place.first.isVisible, timeout=5000)
    assert [card.accessibleName() for card in place.first.cards] == ["From an estimate", "From a request", "From a template"]
    assert place.first.cards[0].hasFocus()
    assert not place.search.isVisible()


def test_a_template_is_seen_before_a_proposal_is_made_of_it(house: House, qtbot: QtBot, workspace: Workspace) -> None:
    card = ClientCard(id="", client=Client(name="Harbour Homes", city="Leith"), contacts=(Contact(name="Dasha"),))
    assert workspace.library.clients.put(card).first
    place = entered(house, qtbot, 0)
    press(qtbot, place.first, "From a template")
    dialog = place.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.make.isEnabled() and bool(dialog.cards), timeout=5000)
    qtbot.keyClicks(dialog.name, "A harbour online")
    qtbot.keyClicks(dialog.client, "harbour homes")
    site = next(i for i in range(dialog.templates.count()) if dialog.templates.item(i).text() == "Site")
    dialog.templates.setCurrentRow(site)
    qtbot.waitUntil(lambda: any("Research" in one.text() for one in dialog.findChildren(QLabel)), timeout=5000)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=8000)
    proposal = house.desk.session.proposal
    assert (proposal.title, proposal.client.city, proposal.contact.name) == ("A harbour online", "Leith", "Dasha")
    assert proposal.estimate.sections
    assert proposal.number


def test_an_empty_one_has_the_texts_of_a_draft(house: House, qtbot: QtBot) -> None:
    place = entered(house, qtbot, 0)
    place.begin(empty=True)
    dialog = place.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.make.isEnabled, timeout=5000)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.desk.session.is_open, timeout=8000)
    assert house.desk.session.proposal.sections
    assert not house.desk.session.proposal.estimate.sections
    QGuiApplication.clipboard().clear()
