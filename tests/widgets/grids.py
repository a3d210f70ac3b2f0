"""What tests of the grid share: rows of the small proposal, and where the cursor stands."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from app.model.estimate import LineItem
from app.model.path import get
from tests.widgets.typing_keys import type_keys
from widgets.desk import Desk
from widgets.estimate.editor import EstimateEditor
from widgets.models.estimate_columns import Column
from widgets.models.estimate_rows import GridRow, RowKind

CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
DESIGN, LAUNCH = GridRow(RowKind.SECTION, "design"), GridRow(RowKind.SECTION, "launch")
LAYOUT, ICONS = (GridRow(RowKind.ITEM, "design", item) for item in ("layout", "icons"))
PARTY = GridRow(RowKind.ITEM, "launch", "party")
NEW_IN_DESIGN, NEW_SECTION = GridRow(RowKind.NEW_ITEM, "design"), GridRow(RowKind.NEW_SECTION)


def titles(desk: Desk) -> list[list[str]]:
    return [[item.title for item in part.items] for part in desk.session.proposal.estimate.sections]


def item(desk: Desk, row: GridRow) -> LineItem:
    found: LineItem = get(desk.session.proposal, row.path)
    return found


def at(editor: EstimateEditor) -> tuple[GridRow | None, Column]:
    return editor.grid.current_row(), Column(editor.grid.currentIndex().column())


def cell(editor: EstimateEditor, row: GridRow, column: Column) -> QModelIndex:
    return editor.model.index(editor.model.row_of(row), column)


def enter(qtbot: QtBot, editor: EstimateEditor, row: GridRow, column: Column, typed: str) -> None:
    """Type something into a cell, as people do."""
    editor.grid.go_to(row, column)
    type_keys(qtbot, editor.grid, typed, Qt.Key.Key_Return)
