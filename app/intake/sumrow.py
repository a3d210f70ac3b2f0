"""The figures of a row that sums up: a total, a discount, VAT, or the title of a section with its sums."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake import rowwords
from app.intake.cells import Cell
from app.intake.columns import recognise
from app.intake.columnset import ColumnMap
from app.intake.currency import currency_in
from app.intake.figures import FigureReader
from app.intake.headingwords import SPREAD, Field
from app.intake.numbers import Reading
from app.intake.rowkinds import KnownRow

_AFTER_WORDS = re.compile(r"[:=–—-]\s*([-−(]?\s*[\d$€£₽][^:=]*)$")
_MONEY = re.compile(r"стоимост|сумм|бюджет|cost|amount|budget|price")
_OF_HOURS = re.compile(r"час|трудо[еёз]|hours?|effort", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SumRow:
    """What a row of sums tells, None for what it does not; the columns name the cells.

    `hours_also` and `amount_also` are the other end and the middle of a range.
    """

    text: str
    row: int
    hours: Decimal | None = None
    hours_column: int = 0
    amount: Decimal | None = None
    amount_column: int = 0
    percent: Decimal | None = None
    hours_also: tuple[Decimal, ...] = ()
    amount_also: tuple[Decimal, ...] = ()


def read_sum_row(known: KnownRow, columns: ColumnMap, reader: FigureReader, loose: bool = True) -> SumRow:
    """Read the sums where their columns are; when `loose` else the last number of the row, else one behind the words."""
    hours, hours_column, hours_also = _hours(known, columns, reader)
    amount_cell = _amount_cell(known, columns)
    reading = reader.read(known.row.number, amount_cell, signed=True, ranges=True)
    amount = _scaled(reading, amount_cell, columns)
    if hours is not None and amount is None and _is_money(known.text):
        hours, amount, hours_also = None, hours, ()
    percent = _percent(known, reader)
    if loose and amount is None and hours is None:
        amount_cell, amount = _last_number(known, columns, reader)
        if amount is None:
            amount = _behind_words(known.text, reader)
        if amount is not None and _OF_HOURS.search(known.text):
            hours, hours_column, amount = amount, amount_cell.column if amount_cell else known.column, None
    if percent is None and amount is not None and "%" in known.text and abs(amount) <= 100:
        percent, amount = abs(amount), None
    column = amount_cell.column if amount_cell else hours_column or known.column
    also = _ends(_scaled(replace(reading, value=reading.low), amount_cell, columns), amount)
    return SumRow(known.text, known.row.number, hours, hours_column, amount, column, percent, hours_also, also)


def _is_money(text: str) -> bool:
    """Tell whether sums under columns of hours are of money: `Стоимость`, `Итого, руб.`."""
    said = recognise(text)
    return bool(currency_in(text)) or (said is not None and said.field is Field.SUM and _MONEY.search(text.lower()) is not None)


def _hours(known: KnownRow, columns: ColumnMap, reader: FigureReader) -> tuple[Decimal | None, int, tuple[Decimal, ...]]:
    """Return the hours, their column, and the other values that a range of hours may mean."""
    cells = [
        cell
        for column in columns.of(Field.HOURS, Field.ROLE_HOURS)
        if (cell := known.row.cell(column)) and column != known.column
    ]
    readings = [reader.read(known.row.number, cell, time=True, ranges=True) for cell in cells]
    told = [reading for reading in readings if reading.value is not None]
    if not told:
        return None, 0, ()
    high = sum((reading.value or Decimal(0) for reading in told), Decimal(0))
    low = sum(((reading.value if reading.low is None else reading.low) or Decimal(0) for reading in told), Decimal(0))
    return high, cells[0].column, _ends(low, high)


def _ends(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, ...]:
    return (low, (low + high) / 2) if low is not None and high is not None and low != high else ()


def _amount_cell(known: KnownRow, columns: ColumnMap) -> Cell | None:
    column = columns.column(Field.SUM) or columns.column(Field.PRICE)
    return known.row.cell(column) if column != known.column else None


def _scaled(reading: Reading, cell: Cell | None, columns: ColumnMap) -> Decimal | None:
    if reading.value is None or cell is None or reading.percent:
        return None
    return reading.value * columns.scale.get(cell.column, Decimal(1))


def _percent(known: KnownRow, reader: FigureReader) -> Decimal | None:
    if told := rowwords.percent_in(known.text):
        return Decimal(told)
    others = (reader.peek(cell, signed=True) for cell in known.row.cells if cell.column != known.column)
    numbers = [(reading.value, reading.percent) for reading in others if reading.value is not None]
    shares = [value for value, percent in numbers if percent]
    return abs(shares[0]) if shares else None


def _last_number(known: KnownRow, columns: ColumnMap, reader: FigureReader) -> tuple[Cell | None, Decimal | None]:
    """Return the last number that is no per cent; days, months and ends of ranges are no sum that is compared here."""
    skipped = {known.column, *columns.of(Field.NUMBER, Field.DAYS, Field.QUANTITY, Field.MONTHS, Field.PEOPLE, *SPREAD)}
    for cell in reversed(known.row.cells):
        if cell.column in skipped:
            continue
        amount = _scaled(reader.peek(cell, time=True, signed=True), cell, columns)
        if amount is not None:
            return cell, amount
    return None, None


def _behind_words(text: str, reader: FigureReader) -> Decimal | None:
    """Read `Итого: 120 000 ₽`, where label and number share a cell."""
    match = _AFTER_WORDS.search(text)
    found = reader.peek(Cell(1, match[1]), signed=True) if match else Reading()
    return None if found.percent or found.measure else found.value
