"""Reads the cells of figures: one number a cell, and a problem that names the cell where there is none to be had."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from app.intake.cells import Cell, place
from app.intake.numbers import DATE, NEGATIVE, NOT_A_NUMBER, OUT_OF_RANGE, RANGE, Reading, read_number, tidy
from app.intake.units import TimeUnit
from app.model.money import in_range
from app.problems import Problem, Severity, problem

_LOOKS_NUMERIC = re.compile(r"\d|^(?:nan|[+-]?inf(?:inity)?)$", re.IGNORECASE)
_FORMULA = re.compile(r"=\s*[A-Za-zА-Яа-я(+-]")
_STOPS = {DATE, NEGATIVE, OUT_OF_RANGE}
_HUNDRED = Decimal(100)


@dataclass(slots=True)
class FigureReader:
    """Reads figures of one sheet.

    `mark` is the decimal mark of the language, `sure` tells that the sheet itself proves it. A cell is complained about
    once, however often it is read.
    """

    file: str
    sheet: str
    mark: str = ","
    sure: bool = False
    problems: list[Problem] = field(default_factory=list)
    _told: set[tuple[int, int]] = field(default_factory=set)

    def read(self, row: int, cell: Cell | None, *, time: bool = False, signed: bool = False, ranges: bool = False) -> Reading:
        """Read a cell that should hold a number.

        `time` allows 1:30 to be hours, `signed` a negative number; with `ranges` a range is told by whoever asks.
        """
        reading = self.peek(cell, time=time, signed=signed)
        if ranges and reading.fault == RANGE:
            return reading
        if cell and reading.fault and (row, cell.column) not in self._told:
            self._told.add((row, cell.column))
            self._tell(row, cell, reading)
        return reading

    def peek(self, cell: Cell | None, *, time: bool = False, signed: bool = False) -> Reading:
        """Read without a word about faults."""
        if cell is None:
            return Reading()
        if cell.fault:
            return Reading(fault=cell.fault)
        match cell.value:
            case bool():
                return Reading(fault=NOT_A_NUMBER)
            case Decimal():
                return _from_number(cell.value, cell, signed)
            case timedelta():
                hours = tidy(Decimal(round(cell.value.total_seconds())) / 3600)
                return Reading(hours, unit=TimeUnit.HOURS) if time and hours >= 0 else Reading(fault=DATE)
            case date():
                return Reading(fault=DATE, likely=_typed(cell.value))
            case str():
                found = read_number(cell.value, mark=self.mark, sure=self.sure, signed=signed)
                is_clock = found.unit is TimeUnit.HOURS and ":" in cell.value
                return Reading(fault=NOT_A_NUMBER) if is_clock and not time else found
        return Reading()

    def tell(self, code: str, row: int, column: int, severity: Severity = Severity.WARNING, **facts: object) -> None:
        """Tell something about a cell."""
        self.problems.append(problem(code, self.where(row, column), severity, **facts))

    def where(self, row: int, column: int) -> str:
        """Name a cell."""
        return place(self.file, self.sheet, row, column)

    def _tell(self, row: int, cell: Cell, reading: Reading) -> None:
        stops = bool(cell.fault) or reading.fault in _STOPS
        if reading.fault == NOT_A_NUMBER and _LOOKS_NUMERIC.search(cell.text):
            stops = True
        code = "cell-formula-not-calculated" if _FORMULA.match(cell.text) else reading.fault
        facts = {"text": cell.text[:60], "likely": reading.likely}
        severity = Severity.ERROR if stops else Severity.WARNING
        self.problems.append(problem(code, self.where(row, cell.column), severity, **facts))


def _from_number(value: Decimal, cell: Cell, signed: bool) -> Reading:
    if not in_range(value):
        return Reading(fault=OUT_OF_RANGE)
    if value < 0 and not signed:
        return Reading(fault=NEGATIVE, likely=f"{-value:f}")
    found = Reading(value, currency=cell.currency, percent=cell.percent)
    return replace(found, value=tidy(value * _HUNDRED)) if cell.percent else found


def _typed(moment: date) -> str:
    """Guess what was typed before it became a date: `1.5` for 1 May, or the count of days for a date about 1900."""
    if moment.year <= 1900:
        return str((moment - date(1899, 12, 31)).days)
    return f"{moment.day}.{moment.month}"
