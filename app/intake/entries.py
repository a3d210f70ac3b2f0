"""One row of an estimate becomes a line item."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake import rowwords
from app.intake.cells import Row
from app.intake.columnmap import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.numbers import Reading, tidy
from app.intake.people import names_in
from app.intake.pricing import Figures, Priced, price
from app.intake.rowkinds import KnownRow
from app.intake.units import TimeUnit
from app.model.estimate import LineItem, Pricing
from app.model.internal import Internal
from app.model.money import in_range, round_money
from app.problems import Severity, error, problem

_YES = {
    "да",
    "yes",
    "y",
    "true",
    "+",
    "x",
    "х",
    "v",
    "✓",
    "✔",
    "☑",
    "1",
    "опция",
    "опционально",
    "optional",
    "option",
    "по желанию",
}
_OPTIONAL = re.compile(r"\((?:опция|опционально|по желанию|optional|option)\)|^(?:опция|optional|option)\s*[:—–-]", re.IGNORECASE)
_INFO = {"estimate-hours-multiplied", "estimate-quantity-dropped"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A line item with what the model keeps elsewhere: names, the currency of its cells, its amount in money."""

    item: LineItem
    names: tuple[str, ...]
    currencies: tuple[str, ...]
    amount: Decimal


class EntryReader:
    """Makes line items of the rows of one sheet."""

    def __init__(self, columns: ColumnMap, reader: FigureReader, currency: str, numbered: bool) -> None:
        self._columns = columns
        self._reader = reader
        self._currency = currency
        self._numbered = numbered

    def read(self, known: KnownRow, item_id: str) -> Entry:
        """Read a row; what is wrong in it goes to the reader's problems."""
        row = known.row
        figures, currencies, faulty = self._figures(row)
        priced = self._bearable(known, price(figures))
        self._tell(known, priced, faulty)
        names = names_in(self._text(row, Field.WHO))
        role = self._text(row, Field.ROLE) or (names[0] if names else "")
        title = rowwords.without_numbering(known.text, self._numbered)
        item = LineItem(
            id=item_id,
            title=title,
            description=self._description(row, known),
            pricing=priced.pricing,
            quantity=priced.quantity,
            unit=priced.unit,
            rate=priced.rate,
            role=role,
            hours=priced.hours if priced.pricing is not Pricing.HOURS else None,
            optional=self._is_optional(row, title),
            note=Internal(self._text(row, Field.NOTE)),
        )
        return Entry(item, names, currencies, round_money(priced.quantity * (priced.rate or Decimal(0)), self._currency))

    def _bearable(self, known: KnownRow, priced: Priced) -> Priced:
        """Refuse what the figures of a row come to where that is more than an estimate may hold, though each of them is not."""
        made = (priced.quantity, priced.rate, priced.hours)
        wrong = [number for number in made if number is not None and not in_range(number)]
        if not wrong:
            return priced
        where = self._reader.where(known.row.number, known.column)
        self._reader.problems.append(error("cell-number-out-of-range", where, text=f"{wrong[0]:f}"))
        return Priced(Pricing.FIXED)

    def _figures(self, row: Row) -> tuple[Figures, tuple[str, ...], bool]:
        found = {field: self._figure(row, field) for field in (Field.QUANTITY, Field.RATE, Field.PRICE, Field.SUM)}
        hours, days = self._figure(row, Field.HOURS), self._figure(row, Field.DAYS)
        if hours.unit is TimeUnit.DAYS and days.value is None:
            hours, days = Reading(), hours
        elif days.unit is TimeUnit.HOURS and hours.value is None:
            hours, days = days, Reading()
        quantity, rate = found[Field.QUANTITY], found[Field.RATE]
        if self._is_reduced(row, found[Field.SUM]):
            rate = found[Field.PRICE] = Reading()
        if rate.unit is TimeUnit.NONE and found[Field.PRICE].unit is not TimeUnit.NONE and rate.value is None:
            rate, found[Field.PRICE] = found[Field.PRICE], Reading()
        unit = self._text(row, Field.UNIT) or (quantity.unit.value if quantity.unit else quantity.measure)
        figures = Figures(
            quantity.value,
            unit,
            hours.value,
            days.value,
            rate.value,
            found[Field.PRICE].value,
            found[Field.SUM].value,
            rate.unit or self._columns.rate_per,
            bool(self._columns.column(Field.SUM)),
            self._currency,
        )
        readings = (hours, days, rate, *found.values())
        currencies = tuple(reading.currency for reading in readings if reading.currency)
        return figures, currencies, any(reading.fault and reading.value is None for reading in readings)

    def _figure(self, row: Row, field: Field) -> Reading:
        """Read a figure; several columns of hours add up, a heading in thousands multiplies."""
        readings = []
        for column in self._columns.columns.get(field, ()):
            cell = row.cell(column)
            reading = self._reader.read(row.number, cell, time=field in {Field.HOURS, Field.DAYS, Field.QUANTITY})
            scale = self._columns.scale.get(column, Decimal(1))
            if reading.value is not None and scale != 1:
                reading = replace(reading, value=tidy(reading.value * scale))
            readings.append(reading)
        told = [reading for reading in readings if reading.value is not None]
        if len(told) > 1:
            return Reading(sum((reading.value or Decimal(0) for reading in told), Decimal(0)))
        return next(iter([*told, *readings]), Reading())

    def _is_reduced(self, row: Row, whole: Reading) -> bool:
        """Tell whether the row has a discount of its own, which only its sum shows. One without a sum is told."""
        cell = row.cell(self._columns.column(Field.DISCOUNT))
        reduced = bool(self._reader.read(row.number, cell, signed=True).value)
        if reduced and cell and whole.value is None:
            where = self._reader.where(row.number, cell.column)
            self._reader.problems.append(problem("estimate-line-discount-unused", where, text=cell.text[:60]))
        return reduced and whole.value is not None

    def _text(self, row: Row, field: Field) -> str:
        cell = row.cell(self._columns.column(field))
        return cell.text if cell else ""

    def _description(self, row: Row, known: KnownRow) -> str:
        text = self._text(row, Field.DESCRIPTION)
        return "" if text == known.text else text

    def _is_optional(self, row: Row, title: str) -> bool:
        cell = row.cell(self._columns.column(Field.OPTIONAL))
        said = cell is not None and (cell.value is True or rowwords.plain(cell.text) in _YES)
        return said or _OPTIONAL.search(title) is not None

    def _tell(self, known: KnownRow, priced: Priced, faulty: bool) -> None:
        """A missing price is not told where the fault of the cell that should hold it has been."""
        if not known.text:
            self._reader.problems.append(problem("estimate-no-title", self._reader.where(known.row.number, 1)))
        for remark in priced.remarks:
            if faulty and remark.code in {"estimate-no-price", "estimate-no-hours"}:
                continue
            where = self._reader.where(known.row.number, self._cell_for(remark.code, remark.field, known))
            severity = Severity.INFO if remark.code in _INFO else Severity.WARNING
            facts = {**dict(remark.facts), "title": known.text[:60]}
            self._reader.problems.append(problem(remark.code, where, severity, **facts))

    def _cell_for(self, code: str, field: Field, known: KnownRow) -> int:
        """Return the column of the cell to name: for a missing price the one where it belongs."""
        if code == "estimate-no-price":
            places = (self._columns.column(wanted) for wanted in (Field.RATE, Field.PRICE, Field.SUM))
            return next((column for column in places if column), known.column)
        return self._columns.column(field) or known.column
