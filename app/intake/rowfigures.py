"""The figures of one row: what its cells say, each where it belongs."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake.cells import Cell, Row
from app.intake.columnset import ColumnMap
from app.intake.effort import Effort, read_effort, sum_of_cells, times
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.monthly import PERIODS
from app.intake.numbers import RANGE, Reading, tidy
from app.intake.priced import HOURS_A_DAY, Figures
from app.intake.units import TimeUnit, time_unit
from app.model.estimate import Period
from app.model.spread import Spread
from app.problems import Severity

_MONEY = (Field.RATE, Field.PRICE, Field.SUM, Field.MONTHLY, Field.YEARLY)
_COUNTS = (Field.QUANTITY, Field.MONTHS, Field.PEOPLE)


@dataclass(frozen=True, slots=True)
class RoleHours:
    """The effort of one role in a row, from the column that the role heads."""

    role: str
    column: int
    value: Decimal
    spread: Spread | None


@dataclass(frozen=True, slots=True)
class RowTold:
    """What a row tells: `figures` to price it by, `spread` in hours, `recurring` amounts beside its sum, hours by role."""

    figures: Figures
    spread: Spread | None = None
    recurring: tuple[tuple[Period, Decimal], ...] = ()
    by_role: tuple[RoleHours, ...] = ()
    currencies: tuple[str, ...] = ()
    faulty: bool = False


class RowFigures:
    """Reads the figures of the rows of one sheet."""

    def __init__(self, columns: ColumnMap, reader: FigureReader, currency: str) -> None:
        self._columns = columns
        self._reader = reader
        self._currency = currency
        self._present = [field for field in (*_COUNTS, *_MONEY) if columns.column(field)]
        self._absent = dict.fromkeys((*_COUNTS, *_MONEY), Reading())

    def read(self, row: Row) -> RowTold:
        """Read a row; what is wrong in its cells goes to the reader's problems."""
        found = self._absent | {field: self._figure(row, field) for field in self._present}
        by_role = self._by_role(row)
        hours, days = self._effort(row, found)
        found[Field.SUM] = self._without_its_range(row, hours, found)
        one = found[Field.RATE] if found[Field.RATE].value is not None else found[Field.PRICE]
        taken_hours, taken_days = (self._settle(row, effort, one.value, found[Field.SUM].value) for effort in (hours, days))
        recurring = _recurring(found)
        quantity = found[Field.QUANTITY]
        unit = self.text(row, Field.UNIT) or quantity.measure or (quantity.unit.value if quantity.unit else "")
        figures = Figures(
            quantity.value,
            unit,
            taken_hours,
            taken_days,
            found[Field.RATE].value,
            found[Field.PRICE].value,
            found[Field.SUM].value,
            found[Field.RATE].unit or found[Field.PRICE].unit or self._columns.rate_per,
            bool(self._columns.column(Field.SUM)),
            self._currency,
            found[Field.MONTHS].value,
            found[Field.PEOPLE].value,
            bool(self.text(row, Field.ROLE) or self.text(row, Field.WHO) or self._columns.column(Field.PEOPLE)),
            self._columns.month_word or "мес.",
        )
        readings = (hours.reading, days.reading, *found.values())
        return RowTold(
            figures,
            hours.spread or times(days.spread, HOURS_A_DAY),
            recurring,
            by_role,
            tuple(reading.currency for reading in readings if reading.currency),
            any(reading.fault and reading.value is None for reading in readings),
        )

    def text(self, row: Row, field: Field) -> str:
        """Return the text of a field's cell, empty where there is none."""
        cell = row.cell(self._columns.column(field))
        return cell.text if cell else ""

    def _figure(self, row: Row, field: Field) -> Reading:
        """Read a figure; a heading in thousands multiplies."""
        cell = row.cell(self._columns.column(field))
        if field is Field.MONTHS and len(self._columns.of(field)) > 1:
            return sum_of_cells(row, filter(None, map(row.cell, self._columns.of(field))), self._reader).reading
        in_hours = field is Field.QUANTITY and self._counts_hours(row, cell)
        ranges = in_hours or (field is Field.SUM and self._has_range(row))
        reading = self._reader.read(row.number, cell, time=field is Field.QUANTITY, ranges=ranges)
        scale = self._columns.scale.get(cell.column, Decimal(1)) if cell else Decimal(1)
        if reading.value is None or scale == 1:
            return reading
        low = tidy(reading.low * scale) if reading.low is not None else None
        return replace(reading, value=tidy(reading.value * scale), low=low)

    def _counts_hours(self, row: Row, cell: Cell | None) -> bool:
        return TimeUnit.HOURS in {time_unit(self.text(row, Field.UNIT)), self._reader.peek(cell, time=True).unit}

    def _has_range(self, row: Row) -> bool:
        """Tell whether the effort of a row is a range, so that its sum may be one too."""
        cells = (row.cell(column) for column in self._columns.of(Field.HOURS, Field.DAYS, Field.QUANTITY))
        return any(self._reader.peek(cell, time=True).fault == RANGE for cell in cells)

    def _effort(self, row: Row, found: dict[Field, Reading]) -> tuple[Effort, Effort]:
        """Return the effort in hours and in days, whichever columns they stand in."""
        hours = read_effort(row, Field.HOURS, self._columns, self._reader)
        days = read_effort(row, Field.DAYS, self._columns, self._reader)
        if hours.reading.unit is TimeUnit.DAYS and days.reading.value is None:
            hours, days = Effort(), hours
        elif days.reading.unit is TimeUnit.HOURS and hours.reading.value is None:
            hours, days = days, Effort()
        quantity = found[Field.QUANTITY]
        cell = row.cell(self._columns.column(Field.QUANTITY))
        if quantity.fault == RANGE and cell and hours.reading.value is None and self._counts_hours(row, cell):
            found[Field.QUANTITY] = Reading()
            if found[Field.RATE].value is None:
                found[Field.RATE], found[Field.PRICE] = found[Field.PRICE], Reading()
            hours = sum_of_cells(row, (cell,), self._reader)
        return hours, days

    def _settle(self, row: Row, effort: Effort, one: Decimal | None, whole: Decimal | None) -> Decimal | None:
        value = effort.settled(one, whole, self._currency)
        if effort.spread and effort.cell and value is not None and effort.told:
            facts = {"text": effort.cell.text[:60], "taken": f"{value:f}", "lowest": f"{effort.spread.lowest:f}"}
            facts["highest"] = f"{effort.spread.highest:f}"
            self._reader.tell("cell-hours-range", row.number, effort.cell.column, Severity.WARNING, **facts)
        return value

    def _without_its_range(self, row: Row, hours: Effort, found: dict[Field, Reading]) -> Reading:
        """The range of a sum that goes with a range of hours says the same again; its price of an hour is kept."""
        whole, rate, price = found[Field.SUM], found[Field.RATE], found[Field.PRICE]
        if whole.fault != RANGE or whole.low is None:
            return whole
        if hours.spread and hours.spread.lowest and whole.low / hours.spread.lowest == (whole.value or 0) / hours.spread.highest:
            if rate.value is None and price.value is None:
                found[Field.RATE] = Reading(tidy(whole.low / hours.spread.lowest), currency=whole.currency)
            return Reading(currency=whole.currency)
        self._reader.read(row.number, row.cell(self._columns.column(Field.SUM)))
        return whole

    def _by_role(self, row: Row) -> tuple[RoleHours, ...]:
        found = []
        for column in self._columns.of(Field.ROLE_HOURS):
            cell = row.cell(column)
            effort = sum_of_cells(row, (cell,), self._reader) if cell else Effort()
            value = self._settle(row, effort, None, None)
            if value:
                found.append(RoleHours(self._columns.roles.get(column, ""), column, value, effort.spread))
        return tuple(found)


def _recurring(found: dict[Field, Reading]) -> tuple[tuple[Period, Decimal], ...]:
    """Take out what is due every month or year: its own columns, and a sum that says so (`50 000 ₽/мес`).

    What twelve months come to is not due besides.
    """
    whole = found[Field.SUM]
    amounts: dict[Period, Decimal] = {}
    for period, reading in ((Period.MONTH, found[Field.MONTHLY]), (Period.YEAR, found[Field.YEARLY])):
        if reading.value:
            amounts[period] = reading.value
    if (period_of_sum := PERIODS.get(whole.unit)) and whole.value:
        if found[Field.RATE].value is None and found[Field.PRICE].value is None:
            amounts.setdefault(period_of_sum, whole.value)
        found[Field.SUM] = Reading(currency=whole.currency)
    if amounts.get(Period.YEAR) == 12 * amounts.get(Period.MONTH, Decimal(0)):
        del amounts[Period.YEAR]
    return tuple(amounts.items())
