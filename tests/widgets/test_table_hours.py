"""Hours from a tracker: tasks are matched with lines, may be given to others, and are kept in one edit."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.widgets.test_table_import import csv
from widgets.application import House
from widgets.dialogs.actual_hours import HoursDialog
from widgets.fields.choice import ChoiceField
from widgets.tables.task_model import HOME

TRACKED = (
    "Task,Assignee,Hours\nLayout,Anna Levina,30\nLayout,Anna Levina,16.5\nIcons,Ilya Korsakov,7\n<b>Call</b>,Anna Levina,2\n"
)


def dialog_of(house: House, qtbot: QtBot, file: Path) -> HoursDialog:
    """Choose a file by the action, and return the dialog once it has compared."""
    house.window.hours_spent.ask_file = lambda: file  # type: ignore[method-assign]
    house.window.acts["hours-spent"].trigger()
    dialog = house.window.hours_spent.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.busy.isHidden, timeout=8000)
    return dialog


def cells(dialog: HoursDialog) -> list[list[str]]:
    model = dialog.lines
    return [[str(model.index(row, at).data()).strip() for at in range(model.columnCount())] for row in range(model.rowCount())]


def tasks(dialog: HoursDialog) -> list[list[str]]:
    model = dialog.tasks
    return [[str(model.index(row, at).data()) for at in range(model.columnCount())] for row in range(model.rowCount())]


def spent(house: House) -> dict[str, Decimal | None]:
    return {item.title: item.actual.value for part in house.desk.session.proposal.estimate.sections for item in part.items}


def test_tasks_are_matched_and_hours_stand_beside_the_plan(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot, csv(tmp_path, TRACKED, "jira.csv"))
    assert tasks(dialog) == [
        ["<b>Call</b> · Anna Levina", "2", "To no line"],
        ["Layout · Anna Levina", "46.5", "Design › Layout"],
        ["Icons · Ilya Korsakov", "7", "Design › Icons"],
    ]
    assert cells(dialog)[:3] == [
        ["Design", "50", "", "53.5", "+3.5"],
        ["Layout", "40", "", "46.5", "+6.5"],
        ["Icons", "10", "", "7", "−3"],
    ]
    assert dialog.sums.text() == "Spent: 53.5 h  ·  3.5 h beyond the plan  ·  to no line: 2 h"


def test_a_task_is_given_to_another_line_by_the_keyboard_and_all_is_one_edit(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot, csv(tmp_path, TRACKED, "jira.csv"))
    view = dialog.task_view
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, HOME)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    field = view.findChild(ChoiceField)
    assert isinstance(field, ChoiceField)
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: cells(dialog)[-1] == ["Party", "0", "", "2", "+2"], timeout=5000)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert tasks(dialog)[0][HOME] == "Launch › Party"
    qtbot.waitUntil(dialog.take.isEnabled, timeout=5000)
    qtbot.waitUntil(view.hasFocus, timeout=5000)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    session = opened.desk.session
    qtbot.waitUntil(lambda: session.stack.count() == 1, timeout=5000)
    assert spent(opened) == {"Layout": Decimal("46.5"), "Icons": 7, "Party": 2}
    assert session.stack.undoText() == "Hours spent from “jira.csv”"
    session.stack.undo()
    assert set(spent(opened).values()) == {None}


def test_escape_keeps_nothing(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot, csv(tmp_path, TRACKED, "jira.csv"))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.window.hours_spent.dialog is None)
    assert opened.desk.session.stack.count() == 0


def test_a_file_without_hours_says_so(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_of(opened, qtbot, csv(tmp_path, "Name,Colour\nSea,blue\n", "a.csv"))
    assert dialog.said.isVisible()
    assert dialog.said.textFormat() is Qt.TextFormat.PlainText
    assert not dialog.take.isEnabled()


def test_hours_stay_out_of_what_clients_get(opened: House, qtbot: QtBot, tmp_path: Path) -> None:
    from app.exchange.flat import text_table

    dialog = dialog_of(opened, qtbot, csv(tmp_path, TRACKED.replace("30", "777"), "jira.csv"))
    dialog.take.click()
    qtbot.waitUntil(lambda: opened.desk.session.stack.count() == 1, timeout=5000)
    assert b"793" not in text_table(opened.desk.session.proposal)
