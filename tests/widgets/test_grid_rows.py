"""Rows of the grid: two levels of sections, blocks that move together, dragging, whole rows and blocks of cells."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.edits.estimate import add_items, add_section, new_section
from app.model.estimate import EstimateSection
from tests.widgets.grids import (
    ALT,
    CONTROL,
    DESIGN,
    ICONS,
    LAUNCH,
    LAYOUT,
    NEW_IN_DESIGN,
    NEW_SECTION,
    PARTY,
    SHIFT,
    at,
    enter,
    item,
    titles,
)
from tests.widgets.typing_keys import type_keys
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.estimate.sheet import ROLE_SHOWN_FROM
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow, RowKind, RowsKept, difference, rows_of


def parts(desk: Desk) -> list[tuple[str, int]]:
    return [(part.title, part.level) for part in desk.session.proposal.estimate.sections]


def with_third(desk: Desk) -> None:
    """Design, Launch, and Care of the second level."""
    third = replace(new_section(desk.session.proposal, "Care"), id="care", level=2)
    assert desk.session.folder is not None
    desk.session.open(add_section(desk.session.proposal, third), desk.session.folder)


def test_alt_right_makes_a_section_belong_to_the_one_above_and_alt_left_frees_it(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot
) -> None:
    editor.grid.go_to(LAUNCH, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Right, modifier=ALT)
    assert parts(desk) == [("Design", 1), ("Launch", 2)]
    assert desk.session.totals.section("design").amount == 6500
    assert desk.session.stack.undoText() == "Subsection: “Launch”"
    type_keys(qtbot, editor.grid, Qt.Key.Key_Left, modifier=ALT)
    assert parts(desk) == [("Design", 1), ("Launch", 1)]


def test_the_first_section_stands_by_itself(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(DESIGN, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Right, modifier=ALT)
    assert desk.session.stack.count() == 0


def test_a_section_moves_with_those_that_belong_to_it(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    with_third(desk)
    editor.grid.go_to(LAUNCH, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Up, modifier=ALT)
    assert parts(desk) == [("Launch", 1), ("Care", 2), ("Design", 1)]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=ALT)
    assert parts(desk) == [("Design", 1), ("Launch", 1), ("Care", 2)]
    assert desk.session.stack.count() == 2


def test_a_subsection_never_comes_to_stand_before_all_sections(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    with_third(desk)
    editor.grid.go_to(GridRow(RowKind.SECTION, "care"), Column.TITLE)
    for _ in range(4):
        type_keys(qtbot, editor.grid, Qt.Key.Key_Up, modifier=ALT)
    assert parts(desk) == [("Design", 1), ("Care", 2), ("Launch", 1)]


def test_removing_and_duplicating_a_section_take_its_subsections_along(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    with_third(desk)
    editor.grid.go_to(LAUNCH, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_D, modifier=CONTROL | SHIFT)
    assert [title for title, _ in parts(desk)] == ["Design", "Launch", "Care", "Launch", "Care"]
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete, modifier=CONTROL)
    assert [title for title, _ in parts(desk)] == ["Design", "Launch", "Care"]
    assert desk.session.stack.count() == 2


def test_a_new_section_comes_after_that_of_the_cursor(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(ICONS, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Return, modifier=CONTROL | SHIFT)
    type_keys(qtbot, editor.grid, "Film", Qt.Key.Key_Return)
    assert parts(desk) == [("Design", 1), ("Film", 1), ("Launch", 1)]


def test_shift_space_selects_whole_rows_and_delete_takes_them_out(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=SHIFT)
    assert editor.grid.whole_rows
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete)
    assert titles(desk) == [[], ["Party"]]


def test_delete_empties_the_cells_of_a_block_in_one_step(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, Qt.Key.Key_Right, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Delete)
    assert [(item(desk, row).role, item(desk, row).quantity) for row in (LAYOUT, ICONS)] == [("", 0), ("", 0)]
    assert titles(desk) == [["Layout", "Icons"], ["Party"]]
    desk.session.stack.undo()
    assert item(desk, LAYOUT).role == "Designer"


def test_arrows_home_end_and_control_move_as_in_spreadsheets(editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    steps = [
        (Qt.Key.Key_Right, None, (LAYOUT, Column.QUANTITY)),
        (Qt.Key.Key_End, None, (LAYOUT, Column.AMOUNT)),
        (Qt.Key.Key_Home, None, (LAYOUT, Column.TITLE)),
        (Qt.Key.Key_Right, CONTROL, (LAYOUT, Column.AMOUNT)),
        (Qt.Key.Key_Left, CONTROL, (LAYOUT, Column.TITLE)),
        (Qt.Key.Key_Down, CONTROL, (LAUNCH, Column.TITLE)),
        (Qt.Key.Key_Up, CONTROL, (DESIGN, Column.TITLE)),
        (Qt.Key.Key_End, CONTROL, (NEW_SECTION, Column.AMOUNT)),
        (Qt.Key.Key_Home, CONTROL, (DESIGN, Column.TITLE)),
    ]
    for key, modifier, place in steps:
        type_keys(qtbot, editor.grid, key, modifier=modifier)
        assert at(editor) == place


def test_control_a_selects_everything(editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(ICONS, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_A, modifier=CONTROL)
    assert len(editor.grid.selected_rows()) == editor.model.rowCount()


def test_enter_goes_back_to_the_column_where_tab_began(editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, "5", Qt.Key.Key_Tab, "d", Qt.Key.Key_Tab, "90", Qt.Key.Key_Return)
    assert at(editor) == (ICONS, Column.QUANTITY)


def test_f2_opens_a_cell_with_what_it_says_and_escape_leaves_it(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_F2, "s", Qt.Key.Key_Return)
    assert titles(desk)[0][0] == "Layouts"
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_F2, "!", Qt.Key.Key_Escape)
    assert titles(desk)[0][0] == "Layouts"


def test_escape_gives_up_what_could_not_be_taken(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.QUANTITY, "many")
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Escape)
    assert editor.model.fault(LAYOUT, Column.QUANTITY) is None
    assert item(desk, LAYOUT).quantity == 40


# dragging ----------------------------------------------------------------------------------------------------------


def drag(qtbot: QtBot, editor: EstimateEditor, row: GridRow, target: GridRow, *, below: bool, held: bool = False) -> None:
    """Take a row at the strip on the left and drop it above or below the middle of another."""
    grid = editor.grid
    strip = grid.verticalHeader().viewport()

    def middle(of: GridRow, by: int = 0) -> QPoint:
        number = editor.model.row_of(of)
        return QPoint(8, grid.rowViewportPosition(number) + grid.rowHeight(number) // 2 + by)

    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle(row))
    qtbot.mouseMove(strip, middle(row, 12))
    for pos in (middle(row, 20), middle(target, 6 if below else -6)):
        move(strip, pos)
    if not held:
        qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=middle(target, 6 if below else -6))


def move(widget: object, pos: QPoint) -> None:
    """Move the pointer with its left button down, which the library of tests cannot."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    assert isinstance(widget, QWidget)
    where = QPointF(pos)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    held = QMouseEvent(QEvent.Type.MouseMove, where, QPointF(widget.mapToGlobal(pos)), none, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, held)


def test_a_line_is_dragged_into_another_section(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    drag(qtbot, editor, LAYOUT, PARTY, below=True)
    assert titles(desk) == [["Icons"], ["Party", "Layout"]]
    assert desk.session.stack.undoText() == "Move “Layout”"
    assert desk.session.stack.count() == 1


def test_several_chosen_lines_are_dragged_together(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Down, modifier=SHIFT)
    drag(qtbot, editor, ICONS, PARTY, below=False)
    assert titles(desk) == [[], ["Layout", "Icons", "Party"]]


def test_a_section_is_dragged_with_its_lines(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    drag(qtbot, editor, LAUNCH, DESIGN, below=False)
    assert titles(desk) == [["Party"], ["Layout", "Icons"]]


def test_a_section_does_not_come_to_stand_among_the_subsections_of_another(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot
) -> None:
    with_third(desk)
    drag(qtbot, editor, DESIGN, PARTY, below=True)
    assert parts(desk) == [("Launch", 1), ("Care", 2), ("Design", 1)]


def test_a_line_shows_where_dragged_rows_would_stand_and_escape_lets_go(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    drag(qtbot, editor, LAYOUT, PARTY, below=True, held=True)
    assert editor.grid.gap == editor.model.row_of(PARTY) + 1
    qtbot.keyClick(editor.grid.verticalHeader(), Qt.Key.Key_Escape)
    assert editor.grid.gap is None
    assert desk.session.stack.count() == 0


# what the model keeps ----------------------------------------------------------------------------------------------


def test_rows_stay_the_very_same_where_only_a_number_has_changed(desk: Desk) -> None:
    kept = RowsKept()
    estimate = desk.session.proposal.estimate
    rows = kept.of(estimate)
    design = estimate.sections[0]
    changed = replace(design, items=(replace(design.items[0], quantity=Decimal(1)), design.items[1]))
    assert kept.of(replace(estimate, sections=(changed, *estimate.sections[1:]))) is rows
    fewer = replace(design, items=design.items[1:])
    assert kept.of(replace(estimate, sections=(fewer, *estimate.sections[1:]))) == tuple(row for row in rows if row != LAYOUT)
    assert kept.place(ICONS) == 1
    assert kept.spot(1) == (0, 0)
    assert kept.place(LAYOUT) == -1


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("abc", "abc", (3, 0, 0)),
        ("abc", "axbc", (1, 0, 1)),
        ("abc", "ac", (1, 1, 0)),
        ("aab", "ab", (1, 1, 0)),
        ("", "a", (0, 0, 1)),
    ],
)
def test_the_difference_of_rows_is_where_they_differ(before: str, after: str, found: tuple[int, int, int]) -> None:
    rows = [[GridRow(RowKind.ITEM, "s", name) for name in names] for names in (before, after)]
    assert difference(*rows) == found


def test_of_a_thousand_lines_an_edit_has_only_its_section_drawn_anew(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    lines = [replace(item(desk, LAYOUT), id="", title=f"Line {n}") for n in range(1000)]
    assert desk.session.folder is not None
    desk.session.open(add_items(desk.session.proposal, "design", lines), desk.session.folder)
    first = editor.model.row_of(LAUNCH)
    with qtbot.waitSignal(editor.model.dataChanged) as told:
        enter(qtbot, editor, PARTY, Column.RATE, "70")
    top, bottom = told.args[0], told.args[1]
    assert (top.row(), bottom.row()) == (first, first + 2)
    assert len(rows_of(desk.session.proposal.estimate)) == 1008
    assert editor.grid.rowHeight(first) > editor.grid.rowHeight(first + 1)


def test_the_rows_of_a_subsection_are_those_of_any(desk: Desk) -> None:
    with_third(desk)
    assert rows_of(desk.session.proposal.estimate)[-3:] == (
        GridRow(RowKind.SECTION, "care"), GridRow(RowKind.NEW_ITEM, "care"), NEW_SECTION,
    )  # fmt: skip
    assert isinstance(desk.session.proposal.estimate.sections[-1], EstimateSection)
    assert NEW_IN_DESIGN in rows_of(desk.session.proposal.estimate)


def test_no_column_goes_away_because_a_scroll_bar_comes(editor: EstimateEditor, qtbot: QtBot) -> None:
    grid = editor.grid
    grid.setFixedWidth(ROLE_SHOWN_FROM + grid.verticalHeader().width() + 2)
    grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    qtbot.waitUntil(lambda: not grid.isColumnHidden(Column.ROLE))
    grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    qtbot.wait(50)
    assert not grid.isColumnHidden(Column.ROLE)
