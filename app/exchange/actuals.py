"""Hours that were spent, from the export of a tracker: task, person, hours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.exchange.spentwords import HOURS, SUMS, TASK, WHO, heading, hours_in
from app.intake.cells import Cell, Row, Sheet, Table, place
from app.intake.table import read_table
from app.problems import Problem, Severity, error, problem

_ROWS_SEARCHED = 40
_LONG = 600
"""Most entries of a column in seconds are longer than ten minutes, and nobody works 600 hours on a task."""


@dataclass(frozen=True, slots=True)
class Spent:
    """One row of an export: what was worked on, by whom, how long. `where` is its place in the file."""

    task: str
    who: str
    hours: Decimal
    where: str = ""


@dataclass(frozen=True, slots=True)
class SpentRead:
    """What an export tells, and what of it could not be read."""

    rows: tuple[Spent, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Places of columns, from 1; `unit` is that of bare numbers among the hours."""

    row: int
    tasks: Sequence[int]
    who: int
    hours: int
    unit: str
    text: str


def read_actuals(path: Path) -> SpentRead:
    """Read hours from CSV, XLSX and the like, as Asana, Jira, Toggl and their kind export them. Nothing is raised."""
    return actuals_of(read_table(path))


def actuals_of(table: Table) -> SpentRead:
    """Read hours from a table: the first sheet that has a column of tasks and one of hours."""
    for sheet in table.sheets:
        for row in sheet.rows[:_ROWS_SEARCHED]:
            found = _columns(row)
            if found is not None:
                return _read(table, sheet, found)
    none = () if any(one.severity is Severity.ERROR for one in table.problems) else (error("spent-no-columns", table.name),)
    return SpentRead((), (*table.problems, *none))


def _columns(row: Row) -> _Columns | None:
    headed = {cell.column: heading(cell.text) for cell in row.cells if isinstance(cell.value, str)}
    tasks = _found(headed, TASK)
    hours = _found(headed, HOURS)
    who = _found(headed, WHO)
    if not tasks or not hours or tasks == hours:
        return None
    text, unit = headed[hours[0]]
    return _Columns(row.number, tasks, next(iter(who), 0), hours[0], unit, text)


def _found(headed: dict[int, tuple[str, str]], words: Iterable[str]) -> list[int]:
    return [column for word in words for column, (text, _) in headed.items() if text == word]


def _read(table: Table, sheet: Sheet, columns: _Columns) -> SpentRead:
    rows = [row for row in sheet.rows if row.number > columns.row]
    unit, told = columns.unit, list(table.problems)
    if not unit and _are_seconds(rows, columns):
        unit = "s"
        told.append(problem("spent-in-seconds", place(table.name, sheet.name, columns.row, columns.hours), Severity.INFO))
    found = []
    for row in rows:
        task = next((cell.text for cell in map(row.cell, columns.tasks) if cell is not None and cell.text), "")
        cell = row.cell(columns.hours)
        if cell is None or not task or heading(task)[0].rstrip(":") in SUMS:
            continue
        where = place(table.name, sheet.name, row.number, columns.hours)
        hours = hours_in(cell, unit)
        if hours is None:
            told.append(problem("spent-hours-unread", where, found=cell.text[:60], task=task[:80]))
        elif hours:
            who = row.cell(columns.who) if columns.who else None
            found.append(Spent(" ".join(task.split()), "" if who is None else who.text, hours, where))
    return SpentRead(tuple(found), tuple(told))


def _are_seconds(rows: Sequence[Row], columns: _Columns) -> bool:
    """Jira writes whole seconds under "Time Spent": whole minutes, most of them long."""
    if "spent" not in columns.text and "затрач" not in columns.text:
        return False
    cells = [cell for cell in (row.cell(columns.hours) for row in rows) if cell is not None]
    numbers = [number for number in map(_bare, cells) if number]
    if not numbers or len(numbers) < sum(1 for cell in cells if cell.text and _bare(cell) != 0):
        return False
    return all(number % 60 == 0 for number in numbers) and sorted(numbers)[len(numbers) // 2] >= _LONG


def _bare(cell: Cell) -> Decimal | None:
    """Return the whole number in a cell, None for anything else."""
    if isinstance(cell.value, Decimal):
        return cell.value if cell.value == cell.value.to_integral_value() else None
    return Decimal(cell.text) if cell.text.isascii() and cell.text.isdecimal() and len(cell.text) < 10 else None
