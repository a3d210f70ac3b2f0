"""What every row under the headings is: a line item, the title of a section, a total, a discount, VAT, a remark."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from itertools import islice

from app.intake import rowwords
from app.intake.cells import Cell, Row
from app.intake.columnmap import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headingwords import FIGURES, Field

_WORK = (Field.RATE, Field.PRICE, Field.QUANTITY)
_TIME = {Field.HOURS, Field.DAYS}
_MERGED = 3


class RowKind(StrEnum):
    """Kinds of rows. LONE is a text alone in its row, until it is settled what that is."""

    ITEM = "item"
    SECTION = "section"
    DETAIL = "detail"
    TOTAL = "total"
    DISCOUNT = "discount"
    VAT = "vat"
    NOTE = "note"
    SKIPPED = "skipped"
    LONE = "lone"


@dataclass(frozen=True, slots=True)
class KnownRow:
    """A row with its kind, the text that names it and the number before that (`1.2` as (1, 2))."""

    kind: RowKind
    row: Row
    text: str = ""
    number: tuple[int, ...] = ()
    bold: bool = False
    column: int = 1


class RowSorter:
    """Sorts the rows of one sheet."""

    def __init__(self, columns: ColumnMap, reader: FigureReader, headings: dict[int, str], lone_items: bool = False) -> None:
        self._columns = columns
        self._reader = reader
        self._headings = {column: rowwords.plain(text) for column, text in headings.items()}
        self._lone_items = lone_items
        self._bold_tells = False
        self._section = ""

    def sort(self, rows: Sequence[Row]) -> list[KnownRow]:
        """Tell the kind of every row; none is LONE any more."""
        known = [self._look(row, first=index == 0) for index, row in enumerate(rows)]
        if self._lone_items and all(row.kind in {RowKind.LONE, RowKind.SKIPPED} for row in known):
            return [replace(row, kind=RowKind.ITEM) if row.kind is RowKind.LONE else row for row in known]
        items = [row for row in known if row.kind is RowKind.ITEM]
        self._bold_tells = sum(row.bold for row in items) * 2 <= len(items)
        known = [self._as_headed(index, known) for index in range(len(known))]
        return self._settle_lone(known)

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
        if not self._has(row, (Field.HOURS, Field.DAYS, Field.QUANTITY), besides=cell.column):
            if rowwords.is_vat(text):
                return replace(known, kind=RowKind.VAT)
            if rowwords.is_discount(text):
                return replace(known, kind=RowKind.DISCOUNT)
        if not self._has(row, FIGURES, besides=cell.column) and (cell.bold or self._is_alone(row, cell)):
            self._section = rowwords.without_numbering(text)
            return replace(known, kind=RowKind.LONE)
        return known

    def _label(self, row: Row) -> Cell | None:
        """Return the cell that names the row: that of the titles, of the sections, or the first text of any other column."""
        for field in (Field.TITLE, Field.SECTION, Field.DESCRIPTION):
            cell = row.cell(self._columns.column(field))
            if cell and cell.text:
                return cell
        figures = {column for field in FIGURES for column in self._columns.columns.get(field, ())}
        texts = [cell for cell in row.cells if isinstance(cell.value, str) and self._is_words(cell)]
        other = [cell for cell in texts if cell.column not in figures and cell.column != self._columns.column(Field.NUMBER)]
        special = [cell for cell in texts if _is_special(cell.text)]
        merged = [cell for cell in texts if cell.width >= _MERGED]
        words = [cell for cell in texts if cell.column not in figures]
        return next(iter([*special, *other, *merged, *words]), None)

    def _is_words(self, cell: Cell) -> bool:
        reading = self._reader.peek(cell)
        return (reading.value is None or bool(reading.measure)) and any(sign.isalpha() for sign in cell.text)

    def _total(self, row: Row, label: Cell) -> Cell | None:
        if rowwords.is_total(label.text, self._section):
            return label
        if row.cell(self._columns.column(Field.TITLE)):
            return None
        return next((cell for cell in row.cells if isinstance(cell.value, str) and rowwords.is_total(cell.text)), None)

    def _number(self, row: Row, label: Cell) -> tuple[int, ...]:
        cell = row.cell(self._columns.column(Field.NUMBER))
        return rowwords.numbering(cell.text if cell and cell is not label else label.text)

    def _has(self, row: Row, fields: Iterable[Field], besides: int = 0) -> bool:
        """Tell whether a row has a figure, or something in the place of one, in another column than `besides`."""
        for field in fields:
            for column in set(self._columns.columns.get(field, ())) - {besides}:
                reading = self._reader.peek(row.cell(column), time=True, signed=True)
                if reading.value is not None or reading.fault:
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
        return same >= 2 and same * 2 > len(row.cells)

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

    def _settle_lone(self, known: list[KnownRow]) -> list[KnownRow]:
        has_sections = any(row.kind is RowKind.ITEM and row.row.cell(self._columns.column(Field.SECTION)) for row in known)
        lone = [index for index, row in enumerate(known) if row.kind is RowKind.LONE]
        strong = {index for index in lone if self._is_strong(index, known)}
        strong_used = any(_next_kind(known, index) in {RowKind.ITEM, RowKind.LONE} for index in strong)
        last_item = max((index for index, row in enumerate(known) if row.kind is RowKind.ITEM), default=-1)
        settled = list(known)
        for index in lone:
            settled[index] = self._settle_one(index, settled, index < last_item, index in strong, strong_used, has_sections)
        return settled

    def _is_strong(self, index: int, known: Sequence[KnownRow]) -> bool:
        row = known[index]
        cell = row.row.cell(row.column)
        merged = cell is not None and cell.width >= _MERGED
        below = known[index + 1].number if index + 1 < len(known) else ()
        parent = bool(row.number) and len(below) > len(row.number) and below[: len(row.number)] == row.number
        return parent or merged or (row.bold and self._bold_tells) or rowwords.is_section_word(row.text)

    def _settle_one(
        self, index: int, known: list[KnownRow], items_follow: bool, strong: bool, strong_used: bool, has_sections: bool
    ) -> KnownRow:
        row = known[index]
        before = known[index - 1].kind if index else RowKind.SKIPPED
        if row.column == self._columns.column(Field.SECTION):
            return replace(row, kind=RowKind.SECTION)
        line = rowwords.bullet(row.text)
        remark = rowwords.is_note(line) or rowwords.vat_mode(line)
        if line and not remark and before in {RowKind.ITEM, RowKind.DETAIL}:
            return replace(row, kind=RowKind.DETAIL, text=line)
        if _in_sequence(index, known):
            return replace(row, kind=RowKind.ITEM)
        if rowwords.is_note(row.text) and not strong:
            return replace(row, kind=RowKind.DETAIL if before is RowKind.SECTION else RowKind.NOTE)
        if strong:
            return replace(row, kind=RowKind.SECTION if items_follow else RowKind.NOTE)
        follows_item = before is RowKind.ITEM and known[index - 1].row.number == row.row.number - 1
        if not items_follow or _next_kind(known, index) in {RowKind.TOTAL, RowKind.VAT, RowKind.DISCOUNT}:
            is_work = follows_item and (strong_used or has_sections or items_follow)
            return replace(row, kind=RowKind.ITEM if is_work else RowKind.NOTE)
        if has_sections or (strong_used and before in {RowKind.SECTION, RowKind.ITEM, RowKind.DETAIL}):
            return replace(row, kind=RowKind.ITEM)
        return replace(row, kind=RowKind.SECTION)


def _is_special(text: str) -> bool:
    return rowwords.is_total(text) or rowwords.is_vat(text) or rowwords.is_discount(text)


def _counts_columns(row: Row) -> bool:
    """Official forms number their columns in a row under the headings: 1, 2, 3, …"""
    texts = [cell.text for cell in row.cells]
    return len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _next_kind(known: Sequence[KnownRow], index: int) -> RowKind:
    for row in islice(known, index + 1, None):
        if row.kind is not RowKind.SKIPPED:
            return row.kind
    return RowKind.SKIPPED


def _in_sequence(index: int, known: Sequence[KnownRow]) -> bool:
    """A lone text numbered 3 between the items 2 and 4 is an item that nobody priced."""
    number = known[index].number
    if not number or not 0 < index < len(known) - 1:
        return False
    before, after = known[index - 1], known[index + 1]
    follows = before.kind is RowKind.ITEM and before.number == (*number[:-1], number[-1] - 1)
    return follows and after.kind is RowKind.ITEM and after.number == (*number[:-1], number[-1] + 1)
