"""The hours of a row: one number, a range in a cell, or the three of an estimator in columns of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from app.intake.cells import Cell, Row
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import SPREAD, Field
from app.intake.numbers import Reading, tidy
from app.intake.priced import CENT, same
from app.model.spread import Spread

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort of a row as it was read. `cell` is the one to name; `told` tells that a range stands in it."""

    reading: Reading = Reading()
    spread: Spread | None = None
    cell: Cell | None = None
    told: bool = False

    def settled(self, rate: Decimal | None, whole: Decimal | None, currency: str) -> Decimal | None:
        """Return what to count: of a range the expected effort, or that end of it which its sum shows."""
        if self.spread is None or not (self.told or self.reading.value is None):
            return self.reading.value
        mean = expected(self.spread)
        if rate is None or whole is None or same(mean * rate, whole, currency):
            return mean
        ends = (self.spread.highest, self.spread.likely, self.spread.lowest)
        return next((end for end in ends if same(end * rate, whole, currency)), mean)


def expected(spread: Spread) -> Decimal:
    """Return the mean of a spread, rounded to the hundredth."""
    return tidy(spread.mean.quantize(CENT, ROUND_HALF_UP))


def read_effort(row: Row, field: Field, columns: ColumnMap, reader: FigureReader) -> Effort:
    """Read the columns of hours or days; several add up. The columns of a range belong to the hours."""
    cells = [cell for column in columns.of(field) if (cell := row.cell(column))]
    effort = sum_of_cells(row, cells, reader)
    if field is not Field.HOURS or not columns.column(Field.LOWEST):
        return effort
    three = {one: row.cell(columns.column(one)) for one in SPREAD}
    readings = {one: reader.read(row.number, cell, time=True) for one, cell in three.items()}
    spread = _spread(*(readings[one].value for one in SPREAD))
    named = next((cell for cell in three.values() if cell), effort.cell)
    if spread is None:
        alone = [reading for reading in readings.values() if reading.value is not None or reading.fault]
        return effort if effort.reading.value is not None or not alone else Effort(alone[-1], cell=named)
    if not spread.is_ordered:
        column = named.column if named else columns.column(Field.LOWEST)
        reader.tell("estimate-spread-unordered", row.number, column, taken=f"{spread.highest:f}")
        return effort if effort.reading.value is not None else Effort(Reading(spread.highest), cell=named)
    return replace(effort, spread=spread, cell=effort.cell or named, told=False)


def sum_of_cells(row: Row, cells: Iterable[Cell], reader: FigureReader) -> Effort:
    """Add up cells of hours; where one of them is a range, so is their sum."""
    readings = [(cell, reader.read(row.number, cell, time=True, ranges=True)) for cell in cells]
    told = [(cell, reading) for cell, reading in readings if reading.value is not None]
    if not told:
        return Effort(readings[0][1], cell=readings[0][0]) if readings else Effort()
    high = sum((reading.value or _NOTHING for _, reading in told), _NOTHING)
    low = sum((_low(reading) for _, reading in told), _NOTHING)
    first = told[0][1] if len(told) == 1 else Reading(high, unit=told[0][1].unit)
    ranged = next((cell for cell, reading in told if reading.low is not None), None)
    if ranged is None:
        return Effort(first, cell=told[0][0])
    spread = Spread(lowest=low, likely=tidy((low + high) / 2), highest=high)
    return Effort(replace(first, fault=""), spread, ranged, told=True)


def _low(reading: Reading) -> Decimal:
    return reading.low if reading.low is not None else reading.value or _NOTHING


def _spread(lowest: Decimal | None, likely: Decimal | None, highest: Decimal | None) -> Spread | None:
    if lowest is None or highest is None:
        return None
    return Spread(lowest=lowest, likely=likely if likely is not None else tidy((lowest + highest) / 2), highest=highest)


def times(spread: Spread | None, factor: Decimal) -> Spread | None:
    """Return a spread of days as one of hours."""
    if spread is None or factor == 1:
        return spread
    return Spread(lowest=spread.lowest * factor, likely=spread.likely * factor, highest=spread.highest * factor)
