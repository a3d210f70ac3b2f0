"""Merge fields in the grid: cells show their values as the pages do; typing, and this window's clipboard, have the fields."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.edits.fields import set_value
from app.i18n import phrase
from app.model.estimate import Discount, Package
from tests.widgets.grids import CONTROL, DESIGN, ICONS, LAYOUT, NEW_IN_DESIGN, PARTY, SHIFT, cell, enter, item
from tests.widgets.typing_keys import type_keys
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.mergevalues import MergeValues
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow
from widgets.phrases import say

FIELD = "Layout for {client.name}"
FILLED = "Layout for Harbour Homes"


def shown(editor: EstimateEditor, row: GridRow, column: Column = Column.TITLE) -> str:
    return str(cell(editor, row, column).data())


def test_a_cell_shows_the_value_and_is_typed_into_as_it_is(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.TITLE, FIELD)
    assert item(desk, LAYOUT).title == FIELD
    assert shown(editor, LAYOUT) == FILLED
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_F2)
    line = next(one for one in editor.grid.findChildren(QLineEdit) if one.isVisible())
    assert line.text() == FIELD
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert item(desk, LAYOUT).title == FIELD


def test_sections_packages_reasons_and_descriptions_show_them_too(desk: Desk, editor: EstimateEditor) -> None:
    proposal = desk.session.proposal
    estimate = replace(proposal.estimate, packages=(Package(id="base", title="For {client.name}"),))
    made = set_value(replace(proposal, estimate=estimate), "estimate/sections/design/title", "{client.name}: design")
    for path, value in (
        ("description", "By {studio.name}"), ("packages", ("base",)), ("discount", Discount(reason="{client.name} is dear")),
    ):  # fmt: skip
        made = set_value(made, f"{LAYOUT.path}/{path}", value)
    desk.session.edit(made, say(phrase("Estimate")))
    assert shown(editor, DESIGN) == "Harbour Homes: design"
    assert shown(editor, LAYOUT, Column.PACKAGES) == "For Harbour Homes"
    assert editor.model.cell(LAYOUT, Column.TITLE).hint == "By Noon"
    assert editor.model.cell(LAYOUT, Column.DISCOUNT).hint == "Harbour Homes is dear"


def test_braces_that_are_no_field_stay_and_doubled_ones_mean_themselves(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    for row, typed in ((LAYOUT, "{nobody} { a }"), (ICONS, "{{client.name}}")):
        desk.session.edit(set_value(desk.session.proposal, f"{row.path}/title", typed), say(phrase("Title")))
    assert shown(editor, LAYOUT) == "{nobody} { a }"
    assert shown(editor, ICONS) == "{client.name}"


def test_a_cell_follows_a_value_that_becomes_another(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.TITLE, FIELD)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=5000)
    drawn: list[tuple[int, int]] = []
    editor.model.dataChanged.connect(lambda first, last: drawn.append((first.row(), last.row())))
    desk.session.edit(set_value(desk.session.proposal, "client/name", "Rye House"), say(phrase("Client")))
    qtbot.waitUntil(lambda: shown(editor, LAYOUT) == "Layout for Rye House", timeout=5000)
    number = editor.model.row_of(LAYOUT)
    assert (number, number) in drawn


def test_other_programs_get_the_values_and_this_window_the_fields(desk: Desk, editor: EstimateEditor, qtbot: QtBot) -> None:
    enter(qtbot, editor, LAYOUT, Column.TITLE, FIELD)
    editor.grid.go_to(LAYOUT, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_Right, modifier=SHIFT)
    type_keys(qtbot, editor.grid, Qt.Key.Key_C, modifier=CONTROL)
    text = QGuiApplication.clipboard().text()
    assert text.startswith(FILLED)
    assert FILLED in QGuiApplication.clipboard().mimeData().html()
    editor.grid.go_to(PARTY, Column.TITLE)
    type_keys(qtbot, editor.grid, Qt.Key.Key_V, modifier=CONTROL)
    assert item(desk, PARTY).title == FIELD


def test_whole_rows_go_out_with_values_that_no_spreadsheet_takes_for_formulas(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot
) -> None:
    desk.session.edit(set_value(desk.session.proposal, "client/name", "=cmd()"), say(phrase("Client")))
    enter(qtbot, editor, LAYOUT, Column.TITLE, "{client.name}")
    qtbot.waitUntil(lambda: shown(editor, LAYOUT) == "=cmd()", timeout=5000)
    editor.grid._clipboard.copy_rows([LAYOUT], [Column.TITLE, Column.QUANTITY])
    assert QGuiApplication.clipboard().text() == "'=cmd()\t40"


def test_a_text_without_a_brace_asks_for_no_values_and_a_filled_one_is_filled_once(
    desk: Desk, editor: EstimateEditor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    put = MergeValues.put_into
    monkeypatch.setattr(MergeValues, "put_into", lambda self, text: (asked.append(text), put(self, text))[1])
    desk.session.edit(set_value(desk.session.proposal, f"{ICONS.path}/title", FIELD), say(phrase("Title")))
    for _ in range(3):
        editor.grid.viewport().repaint()
    assert asked.count(FIELD) == 1
    assert {text for text in asked if "{" not in text} <= {""}
    assert shown(editor, NEW_IN_DESIGN) == "New line"
