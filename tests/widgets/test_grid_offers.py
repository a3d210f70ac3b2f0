"""What is offered while one types: earlier lines with their hours, roles, people with their faces."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.model.estimate import Estimate, EstimateSection, LineItem, Pricing
from app.model.internal import Internal
from app.model.people import Person
from app.model.picture import Picture
from app.store.source import write_proposal
from app.store.workspace import Workspace
from tests.widgets.grids import DESIGN, LAYOUT, NEW_IN_DESIGN, at, cell, enter, item, titles
from tests.widgets.proposals import small
from tests.widgets.typing_keys import type_keys
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.estimate.popup import OFFER, Offer
from widgets.models.estimate_columns import Column

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def earlier(workspace: Workspace) -> Workspace:
    """A workspace with an earlier proposal, an item in the library, and a person with a photo there."""
    film = LineItem(
        id="film", title="Film of the harbour", quantity=Decimal(24), role="Lead", actual=Internal(Decimal(31)), rate=Decimal(90)
    )
    old = replace(small(), id="old", title="Old Port", estimate=Estimate(sections=(EstimateSection(id="s1", items=(film,)),)))
    assert not write_proposal(workspace.folder / "old", old)
    kept = LineItem(id="", title="Film festival fee", pricing=Pricing.FIXED, rate=Decimal(700))
    assert not workspace.library.items.put(kept).problems
    photo = workspace.library_folder / "vera.png"
    QImage(40, 40, QImage.Format.Format_RGB32).save(str(photo))
    vera = Person(id="v1", name="Vera Sokolova", role="Art director", photo=Picture(file="vera.png"))
    assert not workspace.library.people.put(vera).problems
    return workspace


@pytest.fixture
def ready(earlier: Workspace, desk: Desk, qtbot: QtBot) -> Iterator[EstimateEditor]:
    """The editor, once what was priced earlier is read."""
    made = EstimateEditor(desk)
    made.resize(900, 640)
    qtbot.addWidget(made)
    made.show()
    made.grid.setFocus()
    qtbot.waitUntil(lambda: not desk.jobs.busy and bool(desk.recall.find("film")), timeout=10000)
    yield made


def offered(editor: EstimateEditor) -> list[Offer]:
    popup = editor.grid.popup
    return [popup.model().index(row, 0).data(OFFER) for row in range(popup.count())] if popup.isVisible() else []


def test_earlier_lines_are_offered_with_what_they_took(ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, ready.grid, "film")
    assert [(one.text, one.aside, one.below) for one in offered(ready)] == [
        ("Film festival fee", "fixed", "From the library"),
        ("Film of the harbour", "24\u00a0h · Lead", "Old Port · took 31\u00a0h"),
        ("Film of the harbour", "31\u00a0h", "With the hours that it took"),
    ]


def test_choosing_one_fills_the_line_in_one_step_and_goes_on_to_its_hours(
    desk: Desk, ready: EstimateEditor, qtbot: QtBot
) -> None:
    ready.grid.go_to(NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, ready.grid, "harb", DOWN, ENTER)
    made = desk.session.proposal.estimate.sections[0].items[-1]
    assert (made.title, made.quantity, made.role) == ("Film of the harbour", 24, "Lead")
    assert made.rate is None, "the role has a rate of its own here"
    assert made.actual.value is None
    assert desk.session.stack.count() == 1
    assert at(ready)[1] is Column.QUANTITY
    type_keys(qtbot, ready.grid, "30", ENTER)
    assert desk.session.proposal.estimate.sections[0].items[-1].quantity == 30
    assert at(ready) == (NEW_IN_DESIGN, Column.TITLE)


def test_the_hours_that_it_took_can_be_taken_instead(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, ready.grid, "harb", DOWN, DOWN, ENTER)
    assert desk.session.proposal.estimate.sections[0].items[-1].quantity == 31


def test_enter_without_choosing_takes_what_was_typed(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, ready.grid, "Film", ENTER)
    assert titles(desk)[0] == ["Layout", "Icons", "Film"]
    assert not offered(ready)


def test_escape_takes_the_list_away_first_then_what_was_typed(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, ready.grid, "film", Qt.Key.Key_Escape)
    assert not offered(ready)
    type_keys(qtbot, ready.grid, Qt.Key.Key_Escape)
    assert titles(desk)[0][0] == "Layout"


def test_a_line_of_this_estimate_is_offered_after_it_was_typed(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, ready, NEW_IN_DESIGN, Column.TITLE, "Drone shots")
    qtbot.waitUntil(lambda: bool(desk.recall.find("drone")), timeout=8000)
    assert desk.recall.find("drone")[0].here


def test_a_kept_line_is_offered_in_other_proposals(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(LAYOUT, Column.TITLE)
    ready.grid.keep()
    assert not desk.session.modified
    assert desk.session.folder is not None
    desk.session.open(replace(small(), estimate=Estimate()), desk.session.folder)
    qtbot.waitUntil(lambda: not desk.jobs.busy and bool(desk.recall.find("layout")), timeout=8000)
    assert desk.recall.find("layout")[0].quantity == 40


def test_a_role_is_offered_by_any_part_of_its_name(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(LAYOUT, Column.ROLE)
    type_keys(qtbot, ready.grid, "lev", DOWN, ENTER)
    assert item(desk, LAYOUT).role == "anna"


def test_alt_down_offers_everything_that_can_stand_in_a_cell(ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(LAYOUT, Column.UNIT)
    type_keys(qtbot, ready.grid, Qt.Key.Key_F2)
    type_keys(qtbot, ready.grid, DOWN, modifier=Qt.KeyboardModifier.AltModifier)
    assert [one.text for one in offered(ready)] == ["h", "d", "p-mo", "fixed"]
    type_keys(qtbot, ready.grid, Qt.Key.Key_Escape, Qt.Key.Key_Escape)


# people of a section -----------------------------------------------------------------------------------------------


def test_people_of_a_section_are_ticked_by_typing_their_names(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, ready.grid, Qt.Key.Key_F4)
    assert [(one.text, one.ticked) for one in offered(ready)] == [
        ("Anna Levina", True),
        ("Ilya Korsakov", False),
        ("Vera Sokolova", False),
    ]
    type_keys(qtbot, ready.grid, "kors", ENTER, "anna", ENTER, ENTER)
    assert desk.session.proposal.estimate.sections[0].people == ("ilya",)
    assert desk.session.stack.undoText() == "People of “Design”"
    assert desk.session.stack.count() == 1
    assert cell(ready, DESIGN, Column.ROLE).data() == "Ilya Korsakov"


def test_a_name_nobody_has_is_a_role_that_nobody_fills(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(DESIGN, Column.ROLE)
    type_keys(qtbot, ready.grid, "Copywriter", ENTER, ENTER)
    assert desk.session.proposal.estimate.sections[0].roles == ("Copywriter",)
    assert desk.session.proposal.estimate.sections[0].people == ("anna",)


def test_escape_leaves_the_people_as_they_were(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.grid.go_to(DESIGN, Column.ROLE)
    type_keys(qtbot, ready.grid, "anna", ENTER, Qt.Key.Key_Escape)
    assert desk.session.stack.count() == 0


def test_somebody_of_the_library_comes_with_their_photo(desk: Desk, ready: EstimateEditor, qtbot: QtBot, tmp_path: Path) -> None:
    ready.grid.go_to(DESIGN, Column.ROLE)
    type_keys(qtbot, ready.grid, "vera", ENTER, ENTER)
    qtbot.waitUntil(lambda: desk.session.stack.count() == 1, timeout=8000)
    vera = desk.session.proposal.people[-1]
    assert (vera.name, vera.id in desk.session.proposal.estimate.sections[0].people) == ("Vera Sokolova", True)
    assert vera.photo is not None
    assert (tmp_path / vera.photo.file).is_file()
    desk.session.stack.undo()
    assert len(desk.session.proposal.people) == 2


def test_without_room_for_the_column_the_people_are_still_chosen_with_f4(desk: Desk, ready: EstimateEditor, qtbot: QtBot) -> None:
    ready.resize(560, 640)
    qtbot.waitUntil(lambda: ready.grid.isColumnHidden(Column.ROLE))
    ready.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, ready.grid, Qt.Key.Key_F4, "ilya", ENTER, ENTER)
    assert desk.session.proposal.estimate.sections[0].people == ("anna", "ilya")
