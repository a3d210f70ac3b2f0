"""What every row under the headings is: a line item, the title of a section, a total, a discount, VAT, a remark."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from app.intake import endwords, rowwords
from app.intake.cells import Cell, Row
from app.intake.columns import STARTS, recognise
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import FIGURES, Field
from app.intake.lonerows import settle_lone
from app.intake.patience import Check, asking, go_on
from app.intake.paymentrows import settle_payments
from app.intake.rowkinds import MERGED, KnownRow, RowKind

_WORK = (Field.RATE, Field.PRICE, Field.QUANTITY, Field.MONTHS, Field.PEOPLE)
_EFFORT = (Field.HOURS, Field.ROLE_HOURS, Field.LIKELY, Field.DAYS, Field.QUANTITY, Field.MONTHS, Field.PEOPLE)
_TIME = {Field.HOURS, Field.DAYS, Field.ROLE_HOURS}
_TALLEST = 200
_OF_ROLES = re.compile(r"ставк|тариф|цен|стоим|сумм|бюджет|час|дн|rate|price|cost|amount|total|budget|hour|day")
"""Words that a row of prices or sums of roles has at least."""


class RowSorter:
    """Sorts the rows of one sheet. `headings_repeat` tells afterwards whether the heading row came again below."""

    def __init__(
        self, columns: ColumnMap, reader: FigureReader, headings: dict[int, str], lone_items: bool = False, check: Check = go_on
    ) -> None:
        self._columns = columns
        self._reader = reader
        self._headings = {column: rowwords.plain(text) for column, text in headings.items()}
        self._lone_items = lone_items
        self._check = check
        self._bold_tells = False
        self._section = ""
        self._covered: set[int] = set()
        self.headings_repeat = False
        self.role_rates: dict[int, Decimal] = {}

    def sort(self, rows: Sequence[Row]) -> list[KnownRow]:
        """Tell the kind of every row; none is LONE any more."""
        self._covered = self._covered_rows(rows)
        known = settle_payments(
            [self._look(row, first=index == 0) for index, row in enumerate(asking(rows, self._check))], self._is_work
        )
        if self._lone_items and all(row.kind in {RowKind.LONE, RowKind.SKIPPED} for row in known):
            return [replace(row, kind=RowKind.ITEM) if row.kind is RowKind.LONE else row for row in known]
        items = [row for row in known if row.kind is RowKind.ITEM]
        self._bold_tells = sum(row.bold for row in items) * 2 <= len(items)
        known = [self._as_headed(index, known) for index in range(len(known))]
        return self._without_signatures(settle_lone(known, self._columns.column(Field.SECTION), self._bold_tells))

    def figure(self, row: Row, field: Field) -> Decimal | None:
        """Return the number of a field in a row without a word about faults; several columns of hours add up."""
        found = [
            self._reader.peek(row.cell(c), time=field in _TIME, signed=True).value for c in self._columns.columns.get(field, ())
        ]
        present = [value for value in found if value is not None]
        return sum(present, Decimal(0)) if present else None

    def _look(self, row: Row, first: bool) -> KnownRow:
        cell = self._label(row)
        if cell is None or self._repeats_headings(row) or (first and _counts_columns(row)):
            figures = cell is None and self._has(row, FIGURES)
            return KnownRow(RowKind.ITEM if figures else RowKind.SKIPPED, row)
        text, number = cell.text, self._number(row, cell)
        known = KnownRow(RowKind.ITEM, row, text, number, cell.bold, cell.column)
        if total := self._total(row, cell):
            return replace(known, kind=RowKind.TOTAL, text=total.text, column=total.column)
        if kind := self._special(row, cell):
            return replace(known, kind=kind)
        if row.number in self._covered and not self._has(row, FIGURES):
            return replace(known, kind=RowKind.DETAIL)
        if not self._has(row, FIGURES, besides=cell.column) and (cell.bold or self._is_alone(row, cell)):
            self._section = rowwords.without_numbering(text)
            return replace(known, kind=RowKind.LONE)
        return known

    def _special(self, row: Row, label: Cell) -> RowKind | None:
        """Return the kind of a row that concerns the whole, or the roles that head columns; None for any other."""
        if roles := self._of_roles(row, label):
            return roles
        if self._has(row, _EFFORT, besides=label.column, shares=False):
            return None
        if rowwords.is_vat(label.text):
            return RowKind.VAT
        if rowwords.is_discount(label.text):
            return RowKind.DISCOUNT
        if not rowwords.percent_in(label.text) and not self._numbers(row, label):
            return None
        if self._has(row, (Field.RATE,), besides=label.column, shares=False):
            return None
        if endwords.is_surcharge(label.text):
            return RowKind.SURCHARGE
        return RowKind.CONTINGENCY if endwords.is_contingency(label.text) else None

    def _numbers(self, row: Row, label: Cell) -> bool:
        others = (cell for cell in row.cells if cell is not label and cell.column != self._columns.column(Field.NUMBER))
        return any(self._reader.peek(cell, signed=True).value is not None for cell in others)

    def _of_roles(self, row: Row, label: Cell) -> RowKind | None:
        """Under columns headed by roles a row `Ставка` tells their prices of an hour, one of `Стоимость` what they come to."""
        columns = self._columns.of(Field.ROLE_HOURS)
        filled = [column for column in columns if self._reader.peek(row.cell(column)).value is not None]
        if not columns or len(filled) < min(2, len(columns)) or not _OF_ROLES.search(rowwords.plain(label.text)):
            return None
        said = recognise(label.text)
        if said is None or said.score < STARTS:
            return None
        if said.field in {Field.RATE, Field.PRICE}:
            rates = {column: self._reader.peek(row.cell(column)).value for column in filled}
            self.role_rates |= {column: rate for column, rate in rates.items() if rate is not None}
            return RowKind.RATES
        return RowKind.TOTAL if said.field in {Field.SUM, Field.HOURS, Field.DAYS} else None

    def _covered_rows(self, rows: Sequence[Row]) -> set[int]:
        """Return the rows that share a price merged over several: the first of them is the item, the others say what is in it."""
        figures = {column for field in FIGURES for column in self._columns.columns.get(field, ())}
        tall = [
            (row.number, min(cell.height, _TALLEST))
            for row in rows
            for cell in row.cells
            if cell.height > 1 and cell.column in figures
        ]
        return {number for top, height in tall for number in range(top + 1, top + height)}

    def _label(self, row: Row) -> Cell | None:
        """Return the cell that names the row: that of the titles, of the sections, or the first text of any other column."""
        for field in (Field.TITLE, Field.SECTION, Field.SUBSECTION, Field.DESCRIPTION):
            cell = row.cell(self._columns.column(field))
            if cell and cell.text:
                return cell
        figures = {column for field in FIGURES for column in self._columns.columns.get(field, ())}
        texts = [cell for cell in row.cells if isinstance(cell.value, str) and self._is_words(cell)]
        other = [cell for cell in texts if cell.column not in figures and cell.column != self._columns.column(Field.NUMBER)]
        special = [cell for cell in texts if _is_special(cell.text)]
        merged = [cell for cell in texts if cell.width >= MERGED]
        words = [cell for cell in texts if cell.column not in figures]
        return next(iter([*special, *other, *merged, *words]), None)

    def _is_words(self, cell: Cell) -> bool:
        reading = self._reader.peek(cell)
        return (reading.value is None or bool(reading.measure)) and any(sign.isalpha() for sign in cell.text)

    def _total(self, row: Row, label: Cell) -> Cell | None:
        if rowwords.is_total(label.text, self._section):
            return label
        title = row.cell(self._columns.column(Field.TITLE))
        if title and self._is_words(title):
            return None
        return next((cell for cell in row.cells if isinstance(cell.value, str) and rowwords.is_total(cell.text)), None)

    def _number(self, row: Row, label: Cell) -> tuple[int, ...]:
        cell = row.cell(self._columns.column(Field.NUMBER))
        return rowwords.numbering(cell.text if cell and cell is not label else label.text)

    def _has(self, row: Row, fields: Iterable[Field], besides: int = 0, shares: bool = True) -> bool:
        """Tell whether a row has a figure, or something in the place of one, in another column than `besides`.

        Without `shares` per cents are none: they stand in any column.
        """
        for field in fields:
            for column in set(self._columns.columns.get(field, ())) - {besides}:
                reading = self._reader.peek(row.cell(column), time=True, signed=True)
                if reading.fault or (reading.value is not None and (shares or not reading.percent)):
                    return True
        return False

    def _is_alone(self, row: Row, label: Cell) -> bool:
        number = self._columns.column(Field.NUMBER)
        others = [
            cell for cell in row.cells if cell is not label and cell.column != number and cell.text not in {"", "-", "–", "—"}
        ]
        return not others

    def _repeats_headings(self, row: Row) -> bool:
        """A heading row comes again on every printed page of some files."""
        same = sum(rowwords.plain(cell.text) == self._headings.get(cell.column, "") for cell in row.cells)
        repeats = same >= 2 and same * 2 > len(row.cells)
        self.headings_repeat = self.headings_repeat or repeats
        return repeats

    def _as_headed(self, index: int, known: Sequence[KnownRow]) -> KnownRow:
        """A row with figures that are the sums of the rows below it is the title of a section."""
        row = known[index]
        if row.kind is not RowKind.ITEM or not row.text or not self._heads_rows_below(index, known):
            return row
        return replace(row, kind=RowKind.SECTION)

    def _heads_rows_below(self, index: int, known: Sequence[KnownRow]) -> bool:
        row, follower = known[index], known[index + 1] if index + 1 < len(known) else None
        if follower is None or follower.kind is not RowKind.ITEM or self._has(row.row, (Field.RATE, Field.PRICE)):
            return False
        if row.number and len(follower.number) > len(row.number) and follower.number[: len(row.number)] == row.number:
            return True
        bold = row.bold and self._bold_tells
        if self._has(row.row, _WORK):
            return False
        group = []
        for other in islice(known, index + 1, None):
            if other.kind is not RowKind.ITEM or (other.bold if bold else not self._has(other.row, _WORK)):
                break
            group.append(other)
        return len(group) >= (1 if bold else 2) and self._adds_up(row, group)

    def _adds_up(self, row: KnownRow, group: Sequence[KnownRow]) -> bool:
        matched = False
        for field in (Field.HOURS, Field.SUM):
            own = self.figure(row.row, field)
            parts = [part for other in group if (part := self.figure(other.row, field)) is not None]
            if own is None or not parts:
                continue
            if own != sum(parts, Decimal(0)):
                return False
            matched = True
        return matched

    def _without_signatures(self, known: list[KnownRow]) -> list[KnownRow]:
        """Below the last total, rows of words in the columns of figures are signatures and conditions."""
        last = max((index for index, row in enumerate(known) if row.kind is RowKind.TOTAL), default=len(known))
        below = range(last + 1, len(known))
        if any(known[index].kind is RowKind.ITEM and self._is_priced(known[index].row) for index in below):
            return known
        for index in below:
            if known[index].kind is RowKind.ITEM:
                known[index] = replace(known[index], kind=RowKind.NOTE)
        return known

    def _is_work(self, row: Row) -> bool:
        """Tell whether a row has effort or the price of one, which no payment has: its per cents may stand in any column."""
        cells = (row.cell(column) for column in self._columns.of(*_EFFORT, Field.RATE))
        readings = [self._reader.peek(cell, time=True) for cell in cells]
        return any(reading.value is not None and not reading.percent for reading in readings)

    def _is_priced(self, row: Row) -> bool:
        return any(self.figure(row, field) is not None for field in FIGURES)


def _is_special(text: str) -> bool:
    return rowwords.is_total(text) or rowwords.is_vat(text) or rowwords.is_discount(text) or endwords.is_payment(text)


def _counts_columns(row: Row) -> bool:
    """Official forms number their columns in a row under the headings: 1, 2, 3, …"""
    texts = [cell.text for cell in row.cells]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]
