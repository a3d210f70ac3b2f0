"""VAT in a column of its own: amounts, or a rate for every row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from app.intake import rowwords
from app.intake.cells import Row
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import Field
from app.model.estimate import LineItem

_MOST_RATE = Decimal(30)
_HUNDRED = Decimal(100)


def holds_rates(rows: Sequence[Row], columns: ColumnMap, reader: FigureReader) -> bool:
    """Tell whether the column of VAT holds rates: its cells are per cents, or its heading says so and they are small."""
    column = columns.column(Field.VAT)
    readings = [reader.peek(row.cell(column), signed=True) for row in rows if row.cell(column)]
    told = [reading for reading in readings if reading.value is not None]
    if not told:
        return False
    if all(reading.percent for reading in told):
        return True
    return column in columns.percent and all((reading.value or 0) <= _MOST_RATE for reading in told) and _few(told)


def _few(told: Sequence[object]) -> bool:
    return len(set(told)) <= 3


def vat_rate(row: Row, columns: ColumnMap, reader: FigureReader) -> Decimal | None:
    """Return the rate of a row; `без НДС` is none at all, an empty cell leaves it to the estimate."""
    cell = row.cell(columns.column(Field.VAT))
    if cell is None:
        return None
    if rowwords.vat_mode(cell.text) == "exempt":
        return Decimal(0)
    return reader.read(row.number, cell).value


def usual_rate(items: Iterable[LineItem]) -> Decimal | None:
    """Return the rate that most items name, None where none does."""
    found = Counter(item.vat for item in items if item.vat is not None)
    return found.most_common(1)[0][0] if found else None


def without_usual(item: LineItem, rate: Decimal) -> LineItem:
    """Return an item that names its rate only where it is another than the estimate's."""
    return replace(item, vat=None) if item.vat == rate else item
