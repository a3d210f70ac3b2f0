"""Rows of values and the facts about them become a sheet, up to a cap that no estimate reaches."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from app.intake.cellfacts import FORMULA_ERROR, MOST_CELLS, PLAIN, SheetFacts
from app.intake.cells import Cell, CellValue, Row, Sheet, letters, place
from app.intake.numbers import from_float
from app.intake.patience import Check, asking, go_on
from app.intake.valuetext import duration, is_formula_error
from app.problems import Problem, Severity, error, problem

MOST_ROWS = 100_000
LONGEST_TEXT = 32_767
"""As many characters as a cell holds in spreadsheet programs."""


@dataclass(slots=True)
class SheetMaker:
    """Makes the sheets of one file; counts rows and cells over all of them, collects problems.

    `check` is asked now and then whether to go on.
    """

    file: str
    problems: list[Problem] = field(default_factory=list)
    check: Check = go_on
    _rows: int = 0
    _cells: int = 0
    _full: bool = False

    def sheet(self, name: str, grid: Iterable[Sequence[object]], facts: SheetFacts, hidden: bool = False) -> Sheet:
        """Make a sheet of rows of values, which begin in A1."""
        spans = facts.spans()
        rows: list[Row] = []
        for number, values in _with_faulty_cells(asking(grid, self.check), facts):
            cells = self._row_cells(values, number, facts, spans)
            if not cells:
                continue
            if self._is_full(name, number, len(cells)):
                break
            rows.append(Row(number, cells, number in facts.hidden_rows))
        self._tell_hidden(name, rows)
        filled = {cell.column for row in rows for cell in row.cells} if facts.hidden_columns else set()
        covered = frozenset(facts.hidden_columns & filled)
        if covered:
            shown = ", ".join(map(letters, sorted(covered)[:10]))
            where = place(self.file, name, 1, min(covered))
            self.problems.append(problem("table-hidden-columns", where, Severity.INFO, columns=shown, count=len(covered)))
        return Sheet(name, tuple(rows), hidden, covered)

    def _row_cells(
        self, values: Sequence[object], number: int, facts: SheetFacts, spans: dict[tuple[int, int], tuple[int, int]]
    ) -> tuple[Cell, ...]:
        cells = []
        for column, raw in enumerate(values, start=1):
            fact = facts.cells.get((number, column), PLAIN)
            if raw in ("", None) and not fact.fault:
                continue
            value = cell_value(raw)
            fault = fact.fault or (FORMULA_ERROR if isinstance(value, str) and is_formula_error(value) else "")
            if value is None and not fault:
                continue
            width, height = spans.get((number, column), (1, 1))
            indent = fact.indent + (_indent(value) if isinstance(value, str) else 0)
            cells.append(Cell(column, value, fact.bold, fact.percent, fact.currency, fault, width, height, indent))
        return tuple(cells)

    def _is_full(self, sheet: str, row: int, cells: int) -> bool:
        self._rows += 1
        self._cells += cells
        if self._rows <= MOST_ROWS and self._cells <= MOST_CELLS:
            return False
        if not self._full:
            self.problems.append(error("table-too-many-rows", place(self.file, sheet, row, 1), rows=MOST_ROWS, cells=MOST_CELLS))
        self._full = True
        return True

    def _tell_hidden(self, name: str, rows: Sequence[Row]) -> None:
        hidden = [row.number for row in rows if row.hidden]
        if hidden:
            where = place(self.file, name, hidden[0], 1)
            shown = ", ".join(map(str, hidden[:10])) + (", …" if len(hidden) > 10 else "")
            self.problems.append(problem("table-hidden-rows", where, Severity.INFO, rows=shown, count=len(hidden)))


def _indent(text: str) -> int:
    """Return how many steps spaces set a text in: two spaces or more, or a tab, are one."""
    if not text[0].isspace():
        return 0
    spaces = text[: len(text) - len(text.lstrip())].replace("\t", "  ")
    return min(len(spaces) // 2, 9)


def _with_faulty_cells(grid: Iterable[Sequence[object]], facts: SheetFacts) -> Iterator[tuple[int, Sequence[object]]]:
    """Number the rows and make them long enough for cells that have a fault and no value."""
    widths: dict[int, int] = {}
    for (row, column), fact in facts.cells.items():
        if fact.fault:
            widths[row] = max(widths.get(row, 0), column)
    number = 0
    for number, values in enumerate(grid, start=1):
        yield number, [*values, *[None] * (widths.get(number, 0) - len(values))]
    for row in sorted(row for row in widths if row > number):
        yield row, [None] * widths[row]


def cell_value(raw: object) -> CellValue:
    """Return a value from a spreadsheet as one of our types; a text of spaces alone is None.

    A moment of the years 1899 and 1900 that has a time of day is a span of time over 24 hours, which is how old
    spreadsheet formats keep one.
    """
    match raw:
        case bool():
            return raw
        case int():
            return Decimal(raw) if abs(raw) < 10**15 else str(raw)
        case float():
            number = from_float(raw)
            return str(raw) if number is None else number
        case str():
            text = raw[:LONGEST_TEXT].replace("\x00", "")
            span = duration(text)
            return span if span is not None else text if text.strip() else None
        case time():
            return timedelta(hours=raw.hour, minutes=raw.minute, seconds=raw.second)
        case datetime():
            return _moment(raw)
        case date() | timedelta():
            return raw
    return None


def _moment(moment: datetime) -> CellValue:
    if moment.year > 1900 or moment.time() == time():
        return moment.date()
    epoch = datetime(1899, 12, 31) if moment < datetime(1900, 3, 1) else datetime(1899, 12, 30)
    return moment - epoch
