"""The place of the library: cards, keys, writing beside them, versions, undo, two who write."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.blocks.versions import approved
from app.model.block import Block, BlockStatus
from app.model.people import Person
from app.model.sections import Story
from app.store.house import House as Wanted
from app.store.house import write_house
from app.store.workspace import Workspace
from tests.widgets.library_parts import ANNA, MUSEUM, VALUES, block, entered, fill, settled
from tests.widgets.panels import press
from widgets.application import House
from widgets.fields.number import NumberField
from widgets.fields.text import LineField, TextField
from widgets.library.records import marks_in
from widgets.places.library.clash import Clash
from widgets.places.library.history import History
from widgets.places.library.painting import CardDelegate
from widgets.places.library.place import LibraryPlace
from widgets.places.library.writing import Writing
from widgets.session import PAUSE

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    fill(workspace)
    return workspace


def stored(workspace: Workspace) -> Block:
    found = workspace.library.blocks.get("values").first
    assert found is not None
    return found.value


def field(inside: object, name: str) -> LineField:
    QApplication.processEvents()
    fields = inside.findChildren(LineField)  # type: ignore[attr-defined]
    return next(one for one in fields if one.accessibleName() == name and one.isVisible())


def write(qtbot: QtBot, line: LineField, text: str) -> None:
    """Type at the end of a line."""
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, text)


def test_an_empty_library_teaches_and_takes_the_samples(house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house, 0)
    qtbot.waitUntil(place.teaching.isVisible)
    press(qtbot, place.teaching, "Take the samples")
    qtbot.waitUntil(lambda: place.model.rowCount() > 20, timeout=20000)
    assert "samples" in house.window.banner.text


def test_kinds_are_counted_and_narrow_the_cards(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    names = [place.side.kinds.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert names == ["Everything: 3", "Blocks: 1", "Values: 1", "People: 1", "Works: 1"]
    place.side.kinds.setCurrentIndex(place.side.kinds.model().index(3, 0))
    assert [card.name for card in place.model.cards] == ["Anna Levina"]
    place.side.kinds.setCurrentIndex(place.side.kinds.model().index(0, 0))
    place.side.tag.activated.emit(1)
    assert [card.name for card in place.model.cards] == ["Values"]


def test_letters_search_and_what_was_found_is_marked(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.grid.setFocus()
    qtbot.keyClicks(place.grid, "r")
    assert place.top.search.hasFocus()
    qtbot.keyClicks(place.top.search, "iver")
    qtbot.waitUntil(lambda: [card.name for card in place.model.cards] == ["River museum"], timeout=5000)
    hit = place.model.index(0).data(Qt.ItemDataRole.UserRole + 1)
    assert hit.marks == ((0, 5),)
    qtbot.keyClick(place.top.search, Qt.Key.Key_Escape)
    assert place.model.rowCount() == 3
    assert place.grid.hasFocus()


def test_a_card_says_what_it_is_without_colours(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    said = [place.model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert said == ["Values, Values, Approved", "Anna Levina, Producer", "River museum, Refused: not shown"]


def test_without_a_proposal_cards_look_as_a_new_one_will(
    filled: Workspace, house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.desk.pipeline, "brandbooks", lambda: ("ekran", "kurs", "salon"))
    place = entered(qtbot, house)
    assert shown_in(place) == "kurs"
    assert not write_house(filled.path, Wanted(brandbook="salon", language="ru"), filled.disk)
    house.window.go("proposals")
    house.window.go("library")
    qtbot.waitUntil(lambda: shown_in(place) == "salon", timeout=5000)
    assert place.study.setting.language == "ru"


def test_with_a_proposal_cards_look_as_it_does(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    assert not write_house(filled.path, Wanted(brandbook="salon"), filled.disk)
    place = entered(qtbot, opened)
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=5000)
    assert shown_in(place) == opened.desk.session.proposal.brandbook == "kurs"


def shown_in(place: LibraryPlace) -> str:
    """Return the brandbook that cards are drawn in."""
    delegate = place.grid.itemDelegate()
    assert isinstance(delegate, CardDelegate)
    return delegate.setting.brandbook


def test_what_is_written_is_kept_by_itself_and_can_be_undone(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    assert isinstance(place.beside.content, Writing)
    role = field(place.beside, "Role")
    role.setFocus()
    role.selectAll()
    qtbot.keyClicks(role, "Lead")
    qtbot.waitUntil(lambda: filled.library.people.get("anna-l").first.value.role == "Lead", timeout=PAUSE + 3000)  # type: ignore[union-attr]
    assert "Role" in house.window.acts["undo"].text()
    house.window.acts["undo"].trigger()
    settled(qtbot, place)
    assert filled.library.people.get("anna-l").first.value.role == "Producer"  # type: ignore[union-attr]
    assert role.text() == "Producer"


def test_undo_leads_back_to_the_record_that_was_written_on(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    write(qtbot, field(place.beside, "Role"), "!")
    place.show_record(MUSEUM)
    settled(qtbot, place)
    house.window.acts["undo"].trigger()
    assert place.study.open_mark == ANNA
    settled(qtbot, place)
    assert filled.library.people.get("anna-l").first.value.role == "Producer"  # type: ignore[union-attr]


def test_a_change_of_an_approved_block_is_a_new_draft_with_a_note(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    write(qtbot, field(place.beside, "Title"), " most")
    write(qtbot, field(place.beside, "What has changed"), "clearer")
    settled(qtbot, place)
    now = stored(filled)
    assert (now.version, now.status, now.history[-1].note) == (2, BlockStatus.DRAFT, "clearer")
    assert now.history[0].variants == block().variants
    assert now.variants[0].story.title == "What we value most"
    press(qtbot, place.beside, "Approve it")
    settled(qtbot, place)
    assert stored(filled).status is BlockStatus.APPROVED
    assert stored(filled).version == 2


def test_an_earlier_version_is_compared_and_restored(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    write(qtbot, field(place.beside, "Title"), " most")
    settled(qtbot, place)
    place.beside.choose("versions")
    assert isinstance(place.beside.content, History)
    press(qtbot, place.beside.content, "Restore this one")
    settled(qtbot, place)
    now = stored(filled)
    assert (now.version, now.variants[0].story.title, now.history[-1].note) == (3, "What we value", "As version 1")
    house.window.acts["undo"].trigger()
    settled(qtbot, place)
    assert stored(filled).variants[0].story.title == "What we value most"


def test_another_language_begins_with_a_copy(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    press(qtbot, place.beside, "Русский")
    press(qtbot, place.beside, "Begin with a copy")
    settled(qtbot, place)
    assert [one.language for one in stored(filled).variants] == ["ru", "en"]
    assert stored(filled).variants[0].story.title == "What we value"


def test_two_who_write_are_shown_both_states(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    theirs = Person(id="anna-l", name="Anna Levina", role="Director")
    Workspace(filled.path).library.people.put(theirs)
    write(qtbot, field(place.beside, "Role"), "!")
    place.keeper.flush()
    qtbot.waitUntil(lambda: isinstance(place.beside.content, Clash), timeout=5000)
    assert filled.library.people.get("anna-l").first.value.role == "Director"  # type: ignore[union-attr]
    press(qtbot, place.beside, "Keep mine")
    settled(qtbot, place)
    assert filled.library.people.get("anna-l").first.value.role == "Producer!"  # type: ignore[union-attr]
    assert isinstance(place.beside.content, Writing)


def test_theirs_can_be_taken(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    Workspace(filled.path).library.people.put(Person(id="anna-l", name="Anna Levina", role="Director"))
    write(qtbot, field(place.beside, "Role"), "!")
    place.keeper.flush()
    qtbot.waitUntil(lambda: isinstance(place.beside.content, Clash), timeout=5000)
    press(qtbot, place.beside, "Take theirs")
    assert field(place.beside, "Role").text() == "Director"
    settled(qtbot, place)
    assert filled.library.people.get("anna-l").first.value.role == "Director"  # type: ignore[union-attr]


def test_keys_make_double_retire_and_remove_and_undo_brings_back(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    place.grid.setFocus()
    qtbot.keyClick(place.grid, Qt.Key.Key_D, CONTROL)
    qtbot.waitUntil(lambda: place.model.rowCount() == 4, timeout=5000)
    place.show_record(VALUES)
    place.grid.setFocus()
    qtbot.keyClick(place.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(filled).status is BlockStatus.RETIRED, timeout=5000)
    qtbot.waitUntil(lambda: not place.keeper.busy, timeout=5000)
    qtbot.keyClick(place.grid, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: place.model.rowCount() == 3, timeout=5000)
    assert filled.library.blocks.get("values").first is None
    press(qtbot, house.window.banner, "Undo")
    qtbot.waitUntil(lambda: place.model.rowCount() == 4, timeout=5000)
    house.window.acts["undo"].trigger()
    qtbot.waitUntil(lambda: stored(filled).status is BlockStatus.APPROVED, timeout=5000)


def test_a_new_block_is_named_at_once(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.grid.setFocus()
    qtbot.keyClick(place.grid, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: place.model.rowCount() == 4, timeout=5000)
    name = field(place.beside, "Name in the library")
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "Promise")
    settled(qtbot, place)
    assert "Promise" in [one.value.name for one in filled.library.blocks.all().records]


def test_enter_opens_and_space_looks_closer(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    place.grid.setFocus()
    qtbot.keyClick(place.grid, Qt.Key.Key_Space)
    assert place.peek.isVisible()
    qtbot.keyClick(place.peek, Qt.Key.Key_Escape)
    assert not place.peek.isVisible()
    assert place.grid.hasFocus()
    qtbot.keyClick(place.grid, Qt.Key.Key_Return)
    assert field(place.beside, "Name in the library").hasFocus()


def test_a_card_that_was_found_is_seen_to_be_open_and_escape_leads_back_step_by_step(
    filled: Workspace, house: House, qtbot: QtBot
) -> None:
    place = entered(qtbot, house)
    place.top.search.setFocus()
    qtbot.keyClicks(place.top.search, "river")
    qtbot.waitUntil(lambda: place.model.rowCount() == 1, timeout=5000)
    qtbot.keyClick(place.top.search, Qt.Key.Key_Return)
    qtbot.keyClick(place.grid, Qt.Key.Key_Return)
    assert place.grid.chosen() == [MUSEUM]
    line = field(place.beside, "Title")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert place.grid.hasFocus()
    assert place.beside.isVisible()
    qtbot.keyClick(place.grid, Qt.Key.Key_Escape)
    assert not place.beside.isVisible()


def test_where_it_is_used_opens_the_proposal(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    place = entered(qtbot, opened)
    place.show_record(VALUES)
    place.do("insert")
    session = opened.desk.session
    qtbot.waitUntil(lambda: any(isinstance(one, Story) and one.block == "values" for one in session.proposal.sections))
    assert opened.window.stage is not None
    assert opened.window.stage.name == "proposal"
    assert session.stack.undoText() == "Insert “Values”"
    opened.documents.save()
    qtbot.waitUntil(lambda: not session.modified, timeout=5000)
    opened.window.go("library")
    place.show_record(VALUES)
    place.beside.choose("uses")
    qtbot.waitUntil(lambda: "Quiet Harbour" in _texts(place.beside), timeout=5000)
    press(qtbot, place.beside, "Quiet Harbour")
    qtbot.waitUntil(lambda: opened.window.stage is not None and opened.window.stage.name == "proposal", timeout=5000)


def test_cards_are_dragged_as_records(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    data = place.model.mimeData([place.model.index(2), place.model.index(0)])
    assert marks_in(data) == [VALUES, MUSEUM]


def test_another_language_of_the_window_keeps_what_was_looked_for_and_undo(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    write(qtbot, field(place.beside, "Role"), "!")
    place.side.choose(replace(place.side.filter, kind="person"))
    house.window.choose_language("ru")
    assert house.window.stage is not None
    again = house.window.stage.place("library")
    qtbot.waitUntil(lambda: again.model.rowCount() == 1, timeout=5000)  # type: ignore[attr-defined]
    assert again is not place
    house.window.acts["undo"].trigger()
    settled(qtbot, again)  # type: ignore[arg-type]
    assert filled.library.people.get("anna-l").first.value.role == "Producer"  # type: ignore[union-attr]


def test_what_is_not_kept_yet_is_kept_when_the_window_ends(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    write(qtbot, field(place.beside, "Role"), "!")
    house.desk.librarian.stop()
    assert Workspace(filled.path).library.people.get("anna-l").first.value.role == "Producer!"  # type: ignore[union-attr]


def test_twenty_thousand_cards_stay_fluid(house: House, qtbot: QtBot) -> None:
    """No card has a widget of its own, and only those in sight are painted."""
    from app.store.shelf import Stored
    from widgets.places.library.cards import card_of

    place = entered(qtbot, house, 0)
    cards = [card_of(Stored(Person(id=f"p{i}", name=f"Person {i:05}"), 1)) for i in range(20_000)]
    place.model.show(cards)
    place._stack.setCurrentWidget(place.grid)
    QApplication.processEvents()
    qtbot.keyClick(place.grid, Qt.Key.Key_End)
    QApplication.processEvents()
    assert place.grid.currentIndex().row() == 19_999
    assert len(place.grid.viewport().findChildren(object)) < 5


def _texts(inside: object) -> list[str]:
    from PySide6.QtWidgets import QPushButton

    return [one.text() for one in inside.findChildren(QPushButton)]  # type: ignore[attr-defined]


def test_retired_blocks_are_not_inserted(filled: Workspace, opened: House, qtbot: QtBot) -> None:
    filled.library.blocks.put(replace(approved(block()), status=BlockStatus.RETIRED))
    opened.desk.librarian.insert([VALUES])
    qtbot.waitUntil(lambda: "retired" in opened.window.banner.text, timeout=5000)
    assert Path(str(opened.desk.session.folder)).is_dir()
    assert not opened.desk.session.modified


def test_text_fields_of_a_record_are_those_of_the_editor(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(VALUES)
    assert any(one.toPlainText() == "We say what we do." for one in place.beside.findChildren(TextField))


def test_a_rate_of_a_person_is_typed_and_kept(filled: Workspace, house: House, qtbot: QtBot) -> None:
    place = entered(qtbot, house)
    place.show_record(ANNA)
    press(qtbot, place.beside, "Add a rate")
    QApplication.processEvents()
    amount = next(one for one in place.beside.findChildren(NumberField) if one.accessibleName() == "Rate")
    assert amount.hasFocus()
    qtbot.keyClicks(amount, "120")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    settled(qtbot, place)
    (rate,) = filled.library.people.get("anna-l").first.value.rates.value  # type: ignore[union-attr]
    assert rate.amount == 120
