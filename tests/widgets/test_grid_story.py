"""An estimate typed from the keyboard alone, with rows pasted from LibreOffice; undone to the start, redone to the end."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.model.estimate import Estimate, Pricing
from app.model.rate import Rate
from tests.widgets.proposals import small
from tests.widgets.typing_keys import type_keys
from widgets.application import House
from widgets.estimate.editor import EstimateEditor
from widgets.estimate.grid import EstimateGrid
from widgets.models.estimate_columns import Column

PAYLOAD = Path(__file__).parent / "clipboard"
"""What LibreOffice Calc 7.4 puts on the clipboard for three rows of four cells: `libreoffice.html` and `libreoffice.txt`."""
CONTROL = Qt.KeyboardModifier.ControlModifier
SECTIONS, ITEMS = 3, 10


@pytest.fixture
def grid(opened: House, qtbot: QtBot) -> Iterator[EstimateGrid]:
    session = opened.desk.session
    empty = Estimate(rates=(Rate(id="Lead", amount=Decimal(200)),))
    assert session.folder is not None
    session.open(replace(small(), estimate=empty), session.folder)
    session.go_to("estimate")
    opened.window.resize(1440, 900)
    assert opened.window.workbench is not None
    editor = opened.window.workbench.editor.content
    assert isinstance(editor, EstimateEditor)
    qtbot.waitUntil(lambda: not opened.jobs.busy, timeout=10000)
    editor.grid.setFocus()
    yield editor.grid
    QGuiApplication.clipboard().clear()


def type_estimate(qtbot: QtBot, grid: EstimateGrid) -> None:
    """Three sections of ten lines each: title Tab who Tab how much Tab unit Tab rate Enter."""
    tab, enter, down = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down
    for part in range(1, SECTIONS + 1):
        type_keys(qtbot, grid, f"Part {part}", enter)
        for line in range(ITEMS):
            unit = ("h", "d", "fixed", "page", "mo")[line % 5]
            amount = "1" if unit == "fixed" else "2x3" if unit == "mo" else f"{line + 1}*1.5"
            first = f"Line {part}.{line}" if line % 2 else f"Строка {part}.{line}"
            type_keys(
                qtbot, grid, first, tab, "Lead" if line % 5 < 2 else "", tab, "1" if unit == "mo" else amount, tab, unit, tab
            )
            rate = "" if line % 5 < 2 else f"=100+{line}"
            type_keys(qtbot, grid, rate, enter)
            if unit == "mo":
                type_keys(qtbot, grid, Qt.Key.Key_Up, tab, tab, amount, enter)
        type_keys(qtbot, grid, down)


def test_an_estimate_is_typed_pasted_undone_and_redone(opened: House, grid: EstimateGrid, qtbot: QtBot) -> None:
    session = opened.desk.session
    start = session.totals
    type_estimate(qtbot, grid)
    parts = session.proposal.estimate.sections
    assert [len(part.items) for part in parts] == [ITEMS] * SECTIONS
    assert [item.pricing for item in parts[0].items[:5]] == [
        Pricing.HOURS, Pricing.DAYS, Pricing.FIXED, Pricing.QUANTITY, Pricing.MONTHS,
    ]  # fmt: skip
    # 1.5 h × 200 = 300; 3 d × 8 × 200 = 4800; 102 fixed; 6 × 103 = 618; 2 people × 3 months × 104 = 624
    assert [item.amount for item in session.totals.sections[0].items[:5]] == [300, 4800, 102, 618, 624]
    # 9 h × 200 = 1800; 10.5 d × 8 × 200 = 16800; 107 fixed; 13.5 × 108 = 1458; 6 × 109 = 654
    assert session.totals.sections[0].amount == 300 + 4800 + 102 + 618 + 624 + 1800 + 16800 + 107 + 1458 + 654
    assert session.totals.total == 3 * session.totals.sections[0].amount

    data = QMimeData()
    data.setText((PAYLOAD / "libreoffice.txt").read_text("utf-8"))
    data.setHtml((PAYLOAD / "libreoffice.html").read_text("utf-8"))
    QGuiApplication.clipboard().setMimeData(data)
    typed = session.stack.count()
    type_keys(qtbot, grid, Qt.Key.Key_Home, Qt.Key.Key_Up)
    type_keys(qtbot, grid, Qt.Key.Key_V, modifier=CONTROL)
    qtbot.waitUntil(lambda: session.stack.count() == typed + 1, timeout=8000)
    last = session.proposal.estimate.sections[-1]
    assert [item.title for item in last.items[ITEMS:]] == ["Кастинг", "Съёмка в порту", "Монтаж «начерно»"]
    # 6 × 4800.50 + 10.25 × 9000 + 16 × 3200
    assert session.totals.section(last.id).amount - session.totals.sections[0].amount == Decimal("172253.00")

    end, proposal, steps = session.totals, session.proposal, session.stack.count()
    for _ in range(steps):
        qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL)
    assert session.stack.index() == 0
    assert session.totals == start
    assert not session.proposal.estimate.sections
    assert grid.model().rowCount() == 1
    for _ in range(steps):
        opened.window.acts["redo"].trigger()
    assert session.totals == end
    assert session.proposal == proposal
    assert grid.model().rowCount() == SECTIONS * (ITEMS + 2) + 3 + 1


def test_every_line_that_is_typed_is_a_few_steps_to_undo_one_for_each_cell(
    opened: House, grid: EstimateGrid, qtbot: QtBot
) -> None:
    session = opened.desk.session
    type_keys(qtbot, grid, "Film", Qt.Key.Key_Return, "Casting", Qt.Key.Key_Tab, Qt.Key.Key_Tab, "6", Qt.Key.Key_Return)
    assert [session.stack.text(step) for step in range(session.stack.count())] == [
        "New section “Film”", "New line “Casting”", "Hours of “Casting”: 1 → 6",
    ]  # fmt: skip
    assert grid.currentIndex().column() == Column.TITLE


def test_keys_that_the_window_knows_too_are_the_grids_while_one_works_in_it(
    opened: House, grid: EstimateGrid, qtbot: QtBot
) -> None:
    """Ctrl+Shift+D duplicates a line, elsewhere a section of the document; Ctrl+Shift+Down selects, elsewhere it moves one."""
    session = opened.desk.session
    pages = session.proposal.sections
    type_keys(qtbot, grid, "Film", Qt.Key.Key_Return, "Casting", Qt.Key.Key_Return, Qt.Key.Key_Up)
    both = CONTROL | Qt.KeyboardModifier.ShiftModifier
    type_keys(qtbot, grid, Qt.Key.Key_D, modifier=both)
    type_keys(qtbot, grid, Qt.Key.Key_Down, modifier=both)
    assert [item.title for item in session.proposal.estimate.sections[0].items] == ["Casting", "Casting"]
    assert len(grid.selected_rows()) > 2
    assert session.proposal.sections == pages
