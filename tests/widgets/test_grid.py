"""The estimate's grid behaves like a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.model.estimate import Pricing
from tests.widgets.grids import (
    ALT,
    CONTROL,
    DESIGN,
    ICONS,
    LAYOUT,
    NEW_IN_DESIGN,
    NEW_SECTION,
    PARTY,
    SHIFT,
    at,
    cell,
    item,
    titles,
)
from tests.widgets.proposals import SECRET
from tests.widgets.typing_keys import type_keys
from widgets.desk import Desk
from widgets.dialogs.shortcuts import all_keys
from widgets.estimate.editor import EstimateEditor
from widgets.models.estimate import FAULT_ROLE
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow, RowKind


def test_typing_replaces_what_a_cell_says_and_enter_goes_down(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, "Grid", Qt.Key.Key_Return)
    assert titles(desk) == [["Grid", "Icons"], ["Party"]]
    assert at(editor) == (ICONS, Column.TITLE)
    assert desk.session.stack.count() == 1


def test_tab_goes_through_the_cells_and_on_to_the_next_line(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    visited = []
    for _ in range(6):
        type_keys(qtbot, editor.grid, Qt.Key.Key_Tab)
        visited.append(at(editor))
    columns = [Column.ROLE, Column.QUANTITY, Column.UNIT, Column.RATE]
    assert visited == [*((LAYOUT, column) for column in columns), (ICONS, Column.TITLE), (ICONS, Column.ROLE)]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Backtab)
    assert at(editor) == (ICONS, Column.TITLE)


def test_the_line_below_the_last_one_becomes_real_when_something_is_typed(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot
) -> None:
    editor.grid.go_to(ICONS, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Return)
    assert at(editor) == (NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, editor.grid, "Photos", Qt.Key.Key_Tab)
    assert titles(desk)[0] == ["Layout", "Icons", "Photos"]
    assert at(editor)[1] is Column.ROLE
    assert editor.grid.current_row() == GridRow(RowKind.ITEM, "design", desk.session.proposal.estimate.sections[0].items[2].id)
    desk.session.stack.undo()
    assert titles(desk)[0] == ["Layout", "Icons"]


def test_enter_after_a_new_line_waits_in_the_next_new_line(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(NEW_IN_DESIGN, Column.TITLE)
    type_keys(qtbot, editor.grid, "One", Qt.Key.Key_Return, "Two", Qt.Key.Key_Return)
    assert titles(desk)[0] == ["Layout", "Icons", "One", "Two"]
    assert at(editor) == (NEW_IN_DESIGN, Column.TITLE)


def test_a_new_section_is_typed_below_everything(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(NEW_SECTION, Column.TITLE)
    type_keys(qtbot, editor.grid, "Film", Qt.Key.Key_Return)
    assert [part.title for part in desk.session.proposal.estimate.sections] == ["Design", "Launch", "Film"]


@pytest.mark.parametrize(("typed", "hours"), [("8*1,5", "12"), ("=(2+3)*4", "20"), ("1:30", "1.5"), ("12,5", "12.5")])
def test_a_sum_typed_into_a_number_cell_is_worked_out(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, typed: str, hours: str
) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, typed, Qt.Key.Key_Return)
    assert str(item(desk, LAYOUT).quantity) == hours


@pytest.mark.parametrize("typed", ["many", "8**2", "-5", "1e999999", "NaN", "8-12", "(2", "5/0", "=1-2", "99999999999999"])
def test_what_is_no_number_marks_the_cell_and_keeps_the_old_value(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, typed: str
) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, typed, Qt.Key.Key_Return)
    index = editor.model.index(editor.model.row_of(LAYOUT), Column.QUANTITY)
    assert item(desk, LAYOUT).quantity == 40
    assert index.data(FAULT_ROLE).text == typed
    assert index.data(Qt.ItemDataRole.EditRole) == typed
    assert index.data(FAULT_ROLE).reason in index.data(Qt.ItemDataRole.ToolTipRole).replace("&quot;", '"')
    assert desk.session.stack.count() == 0
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, "41", Qt.Key.Key_Return)
    assert item(desk, LAYOUT).quantity == 41
    assert index.data(FAULT_ROLE) is None


def test_how_to_say_who_does_it_is_told_under_the_pointer_to_readers_and_among_the_keys(editor: EstimateEditor) -> None:
    for row, keys in ((DESIGN, "F4"), (LAYOUT, "F2")):
        for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            told = cell(editor, row, Column.ROLE).data(role)
            assert "double click" in told and keys in told
    rows = next(rows for title, rows in all_keys() if title == "Estimate")
    assert ("F4", "Who does the section") in rows
    heading = editor.model.headerData(Column.ROLE, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert isinstance(heading, str) and "F4" in heading


def test_a_tooltip_shows_markup_as_it_was_typed(editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, "<img src=x>", Qt.Key.Key_Return)
    tip = editor.model.index(1, Column.QUANTITY).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;" in tip
    assert "<img" not in tip


def test_delete_clears_a_rate_which_falls_back_to_that_of_the_role(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(ICONS, Column.RATE)
    type_keys(qtbot, editor.grid, "50", Qt.Key.Key_Return)
    assert desk.session.totals.section("design").amount == 4500
    editor.grid.go_to(ICONS, Column.RATE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete)
    assert item(desk, ICONS).rate is None
    assert desk.session.totals.section("design").amount == 6000


def test_ctrl_shift_d_duplicates_the_line_and_goes_to_the_copy(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_D, modifier=CONTROL | SHIFT)
    assert titles(desk)[0] == ["Layout", "Layout", "Icons"]
    current = editor.grid.current_row()
    assert current is not None
    assert current.item not in ("layout", "icons")


def test_alt_and_arrows_move_lines_within_a_section_and_on_to_the_next(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=ALT)
    assert titles(desk) == [["Icons", "Layout"], ["Party"]]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=ALT)
    assert titles(desk) == [["Icons"], ["Layout", "Party"]]
    assert editor.grid.current_row() == GridRow(RowKind.ITEM, "launch", "layout")
    for _ in range(2):
        type_keys(qtbot, editor.grid, Qt.Key.Key_Up, modifier=ALT)
    assert titles(desk) == [["Layout", "Icons"], ["Party"]]


def test_moving_several_lines_keeps_their_order_and_their_selection(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=SHIFT)
    assert editor.grid.selected_rows() == [LAYOUT, ICONS]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=ALT)
    assert titles(desk) == [[], ["Layout", "Icons", "Party"]]
    assert [row.item for row in editor.grid.selected_rows()] == ["layout", "icons"]


def test_a_section_moves_with_its_lines(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(GridRow(RowKind.SECTION, "launch"), Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Up, modifier=ALT)
    assert [part.title for part in desk.session.proposal.estimate.sections] == ["Launch", "Design"]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Up, modifier=ALT)
    assert desk.session.stack.count() == 1


def test_lines_are_copied_as_cells_and_pasted_back_whole(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    copied = QGuiApplication.clipboard().text()
    assert copied == "Layout\tDesigner\t40\th\t100\t4000"
    assert SECRET not in copied
    editor.grid.go_to(PARTY, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert titles(desk) == [["Layout", "Icons"], ["Party", "Layout"]]
    pasted = desk.session.proposal.estimate.sections[1].items[1]
    assert pasted.note.value == SECRET
    assert pasted.quantity == 40


def test_cut_takes_lines_away_and_paste_brings_them_elsewhere(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(ICONS, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_X, modifier=CONTROL)
    assert titles(desk) == [["Layout"], ["Party"]]
    editor.grid.go_to(PARTY, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert titles(desk) == [["Layout"], ["Party", "Icons"]]


def test_lines_from_a_spreadsheet_are_pasted_below_the_cursor(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Work\tHours\tRate\nCasting\t6\t80\nShooting\t10\t90")
    editor.grid.go_to(PARTY, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    qtbot.waitUntil(lambda: desk.session.stack.count() == 1, timeout=8000)
    assert titles(desk)[1] == ["Party", "Casting", "Shooting"]
    desk.session.stack.undo()
    assert titles(desk)[1] == ["Party"]


def test_a_title_that_looks_like_a_formula_is_harmless_in_a_spreadsheet(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, "=1+1", Qt.Key.Key_Return)
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text().startswith("'=1+1\t")
    assert ">'=1+1<" in QGuiApplication.clipboard().mimeData().html().replace("&#x27;", "'")


def test_ctrl_delete_removes_lines_in_one_step(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete, modifier=CONTROL)
    assert titles(desk) == [[], ["Party"]]
    assert desk.session.stack.undoText() == "Remove 2 rows"
    desk.session.stack.undo()
    assert titles(desk) == [["Layout", "Icons"], ["Party"]]


@pytest.mark.parametrize(
    ("typed", "pricing", "total"),
    [
        ("d", Pricing.DAYS, 32000),
        ("fixed", Pricing.FIXED, 4000),
        ("page", Pricing.QUANTITY, 4000),
        ("часов", Pricing.HOURS, 4000),
    ],
)
def test_the_unit_says_how_a_line_is_priced(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, typed: str, pricing: Pricing, total: int
) -> None:
    editor.grid.go_to(LAYOUT, Column.UNIT)
    type_keys(qtbot, editor.grid, typed, Qt.Key.Key_Return)
    assert item(desk, LAYOUT).pricing is pricing
    if pricing is not Pricing.DAYS:
        assert desk.session.totals.section("design").item("layout").amount == total


def test_another_unit_is_named_by_what_it_was_and_is(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.UNIT)
    type_keys(qtbot, editor.grid, "d", Qt.Key.Key_Return)
    assert desk.session.stack.undoText() == "Unit of “Layout”: h → d"


def test_a_person_or_role_is_known_by_its_name(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    type_keys(qtbot, editor.grid, "anna levina", Qt.Key.Key_Return)
    assert item(desk, LAYOUT).role == "anna"
    assert editor.model.index(1, Column.ROLE).data() == "Anna Levina"


def test_the_total_bar_follows_every_edit(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    assert editor.total.text("total") == "€6,500"
    assert editor.total.text("hours") == "50\u00a0h"
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, "10", Qt.Key.Key_Return)
    assert editor.total.text("total") == "€3,500"


def test_escape_leaves_a_cell_as_it_was(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, "Nonsense", Qt.Key.Key_Escape)
    assert titles(desk)[0][0] == "Layout"
    assert desk.session.stack.count() == 0


def test_an_estimate_of_five_hundred_lines_is_edited_without_rebuilding_the_table(desk: Desk, qtbot: QtBot) -> None:
    from dataclasses import replace

    from app.edits.estimate import add_items

    lines = [replace(item(desk, LAYOUT), id="", title=f"Line {n}") for n in range(500)]
    desk.session.open(add_items(desk.session.proposal, "design", lines), desk.session.folder)  # type: ignore[arg-type]
    editor = EstimateEditor(desk)
    qtbot.addWidget(editor)
    with qtbot.assertNotEmitted(editor.model.modelReset), qtbot.assertNotEmitted(editor.model.rowsInserted):
        editor.model.setData(editor.model.index(300, Column.QUANTITY), "5")
    assert desk.session.stack.count() == 1
