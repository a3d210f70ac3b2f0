"""Which column is what in a table without headings, by what the cells hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, permutations

from app.intake import rowwords
from app.intake.cells import Row
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.intake.numbers import Reading
from app.intake.units import TimeUnit, time_unit
from app.model.money import round_to

_MOSTLY = 0.6
_MOST_HOURS = 400
_LONGEST_UNIT = 12


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its texts that are no numbers, its numbers by row, and everything as it is written."""

    number: int
    texts: tuple[str, ...]
    readings: dict[int, Reading]
    written: tuple[str, ...]

    @property
    def is_figures(self) -> bool:
        """Most filled cells are numbers."""
        return len(self.readings) > _MOSTLY * (len(self.readings) + len(self.texts))


def guess_columns(rows: Sequence[Row], reader: FigureReader) -> ColumnMap:
    """Guess: a title, a description, then hours, rate and sum, or what the numbers themselves show by multiplying."""
    columns = [_column(number, rows, reader) for number in sorted({cell.column for row in rows for cell in row.cells})]
    known: dict[Field, tuple[int, ...]] = {}
    if len(columns) > 1 and _is_numbering(columns[0]) and not _multiplies(columns):
        known[Field.NUMBER] = (columns.pop(0).number,)
    texts = [column for column in columns if not column.is_figures]
    units = [column for column in texts[1:] if _is_units(column)]
    words = [column for column in texts if column not in units]
    for field, column in zip((Field.TITLE, Field.DESCRIPTION), words, strict=False):
        known[field] = (column.number,)
    if units:
        known[Field.UNIT] = (units[0].number,)
    figures = [column for column in columns if column.is_figures]
    known.update({field: (column.number,) for field, column in _figures(figures, bool(units)).items()})
    return ColumnMap(known)


def _column(number: int, rows: Sequence[Row], reader: FigureReader) -> _Column:
    texts, readings = [], {}
    for row in rows:
        cell = row.cell(number)
        reading = reader.peek(cell, time=True, signed=True)
        if reading.value is not None:
            readings[row.number] = reading
        elif cell and cell.text:
            texts.append(cell.text)
    written = tuple(cell.text for row in rows if (cell := row.cell(number)))
    return _Column(number, tuple(texts), readings, written)


def _is_numbering(column: _Column) -> bool:
    """Tell whether a column counts: 1, 2, 3 or 1.1, 1.2, 2.1, from one on and always upwards."""
    numbers = [rowwords.numbering(text) for text in column.written]
    words = any(sign.isalpha() for text in column.written for sign in text)
    return len(numbers) > 1 and all(numbers) and not words and numbers == sorted(set(numbers)) and numbers[0][0] == 1


def _multiplies(columns: Sequence[_Column]) -> bool:
    """Tell whether the first column is a factor or a product of others, so that it does not only count."""
    others = [column for column in columns[1:] if column.is_figures]
    return any(_products(*order) for pair in permutations(others, 2) for order in permutations((columns[0], *pair)))


def _is_units(column: _Column) -> bool:
    """Tell whether a column holds units: a few short words that come again, or names of units of time."""
    distinct = set(column.texts)
    if all(time_unit(text) for text in distinct):
        return bool(distinct)
    short = all(len(text) <= _LONGEST_UNIT and " " not in text.strip() for text in distinct)
    return short and 0 < len(distinct) <= max(1, len(column.texts) // 3) and not any(text[:1].isupper() for text in distinct)


def _figures(columns: Sequence[_Column], units: bool) -> dict[Field, _Column]:
    counted = Field.QUANTITY if units else Field.HOURS
    one = Field.PRICE if units else Field.RATE
    if not columns:
        return {}
    if len(columns) == 1:
        return {Field.SUM if _is_money(columns[0]) else counted: columns[0]}
    if len(columns) == 2:
        first, second = columns
        return {one: first, counted: second} if _is_money(first) and not _is_money(second) else {counted: first, one: second}
    best = max(permutations(columns[:4], 3), key=lambda order: (_products(*order), -_disorder(columns, order)))
    count, rate, whole = best if _products(*best) else columns[:3]
    if _products(*best) and _average(count) > _average(rate):
        count, rate = rate, count
    return {counted: count, one: rate, Field.SUM: whole}


def _products(count: _Column, rate: _Column, whole: _Column) -> int:
    """Count the rows in which the first two multiply to the third."""
    found = 0
    for row in count.readings.keys() & rate.readings.keys() & whole.readings.keys():
        values = [column.readings[row].value or Decimal(0) for column in (count, rate, whole)]
        found += round_to(values[0] * values[1], 2) == round_to(values[2], 2) and values[2] != 0
    return found


def _disorder(columns: Sequence[_Column], order: Sequence[_Column]) -> int:
    positions = [columns.index(column) for column in order]
    return sum(left > right for left, right in pairwise(positions))


def _is_money(column: _Column) -> bool:
    readings = column.readings.values()
    if any(reading.currency for reading in readings):
        return True
    return not any(reading.unit is not TimeUnit.NONE for reading in readings) and _average(column) > _MOST_HOURS


def _average(column: _Column) -> Decimal:
    values = [reading.value for reading in column.readings.values() if reading.value is not None]
    return sum(values, Decimal(0)) / max(len(values), 1)
