"""Blocks of cells: filled down, copied and pasted within the window and with spreadsheet programs."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.intake.clipboard import read_cells, read_pasted
from app.model.estimate import Pricing
from tests.widgets.grids import (
    CONTROL,
    DESIGN,
    ICONS,
    LAYOUT,
    NEW_IN_DESIGN,
    NEW_SECTION,
    PARTY,
    SHIFT,
    cell,
    enter,
    item,
    titles,
)
from tests.widgets.proposals import SECRET
from tests.widgets.typing_keys import type_keys
from widgets import words
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.models.estimate import FAULT_ROLE
from widgets.models.estimate_columns import INSIDE, Column

DOWN, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Right
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><!--StartFragment--><table>
<tr><td class=xl66 align=right>12,5</td><td>дн</td></tr><tr><td class=xl66 align=right>4</td><td>ч</td></tr>
</table><!--EndFragment--></body></html>"""
GOOGLE = """<google-sheets-html-origin><table><tbody><tr>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:12.5}">12,50</td><td>дн</td></tr><tr>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:4}">4,00</td><td>ч</td></tr></tbody></table>"""


def put_on_clipboard(text: str, html: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


def select(qtbot: QtBot, editor: EstimateEditor, *keys: Qt.Key) -> None:
    type_keys(qtbot, editor.grid, *keys, modifier=SHIFT)


def paste(qtbot: QtBot, editor: EstimateEditor, desk: Desk) -> None:
    """Paste, and wait until the worker has read it."""
    steps = desk.session.stack.count()
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    qtbot.waitUntil(lambda: desk.session.stack.count() == steps + 1, timeout=8000)


def test_ctrl_d_fills_a_block_down_in_one_step(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    select(qtbot, editor, DOWN, RIGHT, RIGHT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_D, modifier=CONTROL)
    assert (item(desk, ICONS).role, item(desk, ICONS).quantity) == ("Designer", 40)
    assert titles(desk)[0] == ["Layout", "Icons"]
    assert desk.session.stack.count() == 1
    assert desk.session.stack.undoText() == "Fill down into “Icons”"


def test_ctrl_d_in_one_cell_takes_what_stands_above(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.UNIT, "2 d")
    enter(qtbot, editor, LAYOUT, Column.UNIT, "mo")
    editor.grid.go_to(ICONS, Column.UNIT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_D, modifier=CONTROL)
    assert item(desk, ICONS).pricing is Pricing.MONTHS
    steps = desk.session.stack.count()
    editor.grid.go_to(LAYOUT, Column.UNIT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_D, modifier=CONTROL)
    assert desk.session.stack.count() == steps


def test_a_block_goes_from_cell_to_cell(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    select(qtbot, editor, RIGHT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "Designer\t40"
    editor.grid.go_to(PARTY, Column.ROLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert (item(desk, PARTY).role, item(desk, PARTY).quantity) == ("Designer", 40)


def test_cut_takes_the_cells_along(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(LAYOUT, Column.ROLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_X, modifier=CONTROL)
    assert item(desk, LAYOUT).role == ""
    editor.grid.go_to(ICONS, Column.ROLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert item(desk, ICONS).role == "Designer"


@pytest.mark.parametrize("html", ["", EXCEL, GOOGLE], ids=["text", "excel", "google"])
def test_a_block_of_a_spreadsheet_is_pasted_into_cells_and_makes_lines_where_there_are_none(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, html: str
) -> None:
    words.use("ru")
    put_on_clipboard("12,5\tдн\n4\tч\n", html)
    editor.grid.go_to(ICONS, Column.QUANTITY)
    paste(qtbot, editor, desk)
    lines = desk.session.proposal.estimate.sections[0].items
    assert [(line.title, str(line.quantity), line.pricing) for line in lines[1:]] == [
        ("Icons", "12.5", Pricing.DAYS),
        ("", "4", Pricing.HOURS),
    ]
    assert titles(desk)[1] == ["Party"]
    desk.session.stack.undo()
    assert titles(desk)[0] == ["Layout", "Icons"]


def test_one_value_is_pasted_into_all_selected_cells(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    put_on_clipboard("8*2")
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    select(qtbot, editor, DOWN)
    paste(qtbot, editor, desk)
    assert [item(desk, row).quantity for row in (LAYOUT, ICONS)] == [16, 16]


def test_a_column_of_titles_goes_into_the_cells_at_the_cursor(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    put_on_clipboard("One\nTwo\nThree\n")
    editor.grid.go_to(ICONS, Column.TITLE)
    paste(qtbot, editor, desk)
    assert titles(desk)[0] == ["Layout", "One", "Two", "Three"]


def test_a_table_pasted_below_everything_is_a_section(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    put_on_clipboard("Casting\t6\t80\nShooting\t10\t90\n")
    editor.grid.go_to(NEW_SECTION, Column.TITLE)
    paste(qtbot, editor, desk)
    assert titles(desk)[2] == ["Casting", "Shooting"]


def test_what_cannot_stand_in_a_cell_is_marked_and_the_rest_is_pasted(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    put_on_clipboard("many\n7\n")
    editor.grid.go_to(LAYOUT, Column.QUANTITY)
    paste(qtbot, editor, desk)
    assert [item(desk, row).quantity for row in (LAYOUT, ICONS)] == [40, 7]
    assert cell(editor, LAYOUT, Column.QUANTITY).data(FAULT_ROLE).text == "many"


def test_whole_rows_come_to_spreadsheets_as_a_table_and_back(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    """Text and HTML both bring the same lines when another program gives them back."""
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    select(qtbot, editor, DOWN)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Layout\tDesigner\t40\th\t100\t4000\nIcons\tLead\t10\th\t200\t2000"
    assert len(read_cells("", data.html())) == 2
    for read in (read_pasted(data.text(), language="en"), read_pasted("", data.html(), language="en")):
        (section,) = read.estimate.sections
        assert [(one.title, one.quantity, one.rate) for one in section.items] == [("Layout", 40, 100), ("Icons", 10, 200)]


def test_what_insiders_note_stays_in_the_window(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    desk.columns.show_inside(True)
    enter(qtbot, editor, LAYOUT, Column.COST, "61.37")
    enter(qtbot, editor, LAYOUT, Column.LOWEST, "33.77")
    type_keys(qtbot, editor.grid, Qt.Key.Key_A, modifier=CONTROL)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    copied = QGuiApplication.clipboard().text() + QGuiApplication.clipboard().mimeData().html()
    editor.grid.go_to(LAYOUT, Column.LOWEST)
    for _ in INSIDE:
        select(qtbot, editor, RIGHT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    copied += QGuiApplication.clipboard().text() + QGuiApplication.clipboard().mimeData().html()
    assert "Layout" in copied
    assert not [secret for secret in (SECRET, "61.37", "33.77") if secret in copied]
    editor.grid.go_to(ICONS, Column.LOWEST)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert item(desk, ICONS).spread == item(desk, LAYOUT).spread


def test_a_section_is_copied_with_its_lines(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    editor.grid.go_to(DESIGN, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Space, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    editor.grid.go_to(NEW_SECTION, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert titles(desk) == [["Layout", "Icons"], ["Party"], ["Layout", "Icons"]]


def test_nothing_that_is_no_table_harms_anything(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    before = desk.session.proposal
    for text in ("", "   ", "\t\t\n\t"):
        put_on_clipboard(text)
        editor.grid.go_to(NEW_IN_DESIGN, Column.QUANTITY)
        type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=8000)
    assert desk.session.proposal is before
