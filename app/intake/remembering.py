"""What was understood of a table's columns, as a mapping that finds its place again in the next file of the same source."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.intake.cells import Row, Sheet, Table
from app.intake.columnkinds import column_map
from app.intake.columns import EXACT, Heading, recognise
from app.intake.columnset import ColumnMap
from app.intake.headings import ROWS_SEARCHED, HeadingRows, find_headings, joined_headings, single_headings
from app.intake.headingwords import Field
from app.intake.rowwords import plain
from app.model.mapping import MappedColumn, TableMapping

_NUMBERS = re.compile(r"\d+(?:[\s._-]*\d+)*")
_DIGEST = 32


@dataclass(frozen=True, slots=True)
class Placed:
    """A mapping with the sheet and the headings that it is about."""

    mapping: TableMapping
    sheet: Sheet
    headings: HeadingRows | None


def file_pattern(name: str) -> str:
    """Return a file's name with `*` for numbers and dates, so that `Смета 2026-11.xlsx` stands for those of other months."""
    return _NUMBERS.sub("*", plain(name))


def mapping_of(file: str, sheet: Sheet, headings: HeadingRows | None, columns: ColumnMap, decimal: str) -> TableMapping:
    """Return what was understood of a sheet as data."""
    meanings: dict[int, Field] = {}
    for field, numbers in columns.columns.items():
        for number in numbers:
            if meanings.get(number) is not Field.TITLE:
                meanings[number] = field
    texts = headings.texts if headings else {}
    mapped = tuple(
        MappedColumn(column=number, heading=texts.get(number, ""), meaning=meanings.get(number, Field.OTHER))
        for number in sorted({*texts, *meanings})
    )
    made = TableMapping(
        id="",
        title=file,
        files=file_pattern(file),
        sheet=sheet.name,
        row=headings.first if headings else 0,
        rows=2 if headings and headings.last > headings.first else 1,
        decimal=decimal,
        columns=mapped,
    )
    return replace(made, id=fingerprint(made))


def fingerprint(mapping: TableMapping) -> str:
    """Return what tells a source from others: a hash of its headings with their columns, and of the pattern of file names."""
    told = [mapping.files, *([column, text] for column, text in sorted(_headings(mapping).items()))]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:_DIGEST]


def place_mapping(table: Table, mapping: TableMapping) -> Placed | None:
    """Return a mapping that was chosen for this very table with its sheet and headings, None where they are not there."""
    sheet = next((one for one in table.sheets if one.name == mapping.sheet), None)
    if sheet is None:
        return None
    if mapping.row == 0:
        return Placed(mapping, sheet, None)
    found = headings_at(sheet, mapping.row, mapping.rows)
    return Placed(mapping, sheet, found) if found else None


def headings_at(sheet: Sheet, row: int, rows: int = 1) -> HeadingRows | None:
    """Take a row, or two from there, for the headings; None where the sheet has no such row."""
    found = {one.number: one for one in sheet.rows if row <= one.number < row + rows}
    if row not in found:
        return None
    below = found.get(row + 1)
    return joined_headings(found[row], below) if below else single_headings(found[row])


def find_remembered(table: Table, mappings: Iterable[TableMapping]) -> Placed | None:
    """Return the mapping whose headings the table has, wherever they stand in it; of several that of files of such a name.

    A mapping of tables without headings is known again by the file's name alone.
    """
    pattern = file_pattern(table.name)
    found: list[tuple[bool, bool, Placed]] = []
    for mapping in mappings:
        for sheet in table.sheets:
            placed = _placed(sheet, mapping)
            if placed and (mapping.row or mapping.files == pattern):
                found.append((mapping.files == pattern, mapping.sheet == sheet.name, placed))
    return max(found, key=lambda one: one[:2])[2] if found else None


def _placed(sheet: Sheet, mapping: TableMapping) -> Placed | None:
    if mapping.row == 0:
        columns = {cell.column for row in sheet.rows[:ROWS_SEARCHED] for cell in row.cells}
        fits = {known.column for known in mapping.columns} == columns and find_headings(sheet.rows) is None
        return Placed(replace(mapping, sheet=sheet.name), sheet, None) if fits else None
    wanted = _headings(mapping)
    for upper, lower in _candidates(sheet, mapping.rows):
        headings = joined_headings(upper, lower) if lower else single_headings(upper)
        if {column: plain(text) for column, text in headings.texts.items() if text} == wanted:
            return Placed(replace(mapping, sheet=sheet.name, row=upper.number), sheet, headings)
    return None


def _candidates(sheet: Sheet, rows: int) -> Iterator[tuple[Row, Row | None]]:
    searched = sheet.rows[:ROWS_SEARCHED]
    for index, row in enumerate(searched):
        below = searched[index + 1] if index + 1 < len(searched) else None
        if rows == 1:
            yield row, None
        elif below and below.number == row.number + 1:
            yield row, below


def _headings(mapping: TableMapping) -> dict[int, str]:
    return {known.column: plain(known.heading) for known in mapping.columns if known.heading}


def mapped_columns(placed: Placed) -> ColumnMap:
    """Return the columns as the mapping has them; what headings say of currency, thousands and time still counts."""
    known = headings_of(placed)
    columns: dict[Field, tuple[int, ...]] = {}
    for column, heading in known.items():
        columns[heading.field] = (*columns.get(heading.field, ()), column)
    if Field.ROLE not in columns and (said := recognise(_heading(placed, columns.get(Field.TITLE, (0,))[0]))):
        columns |= {Field.ROLE: columns[Field.TITLE]} if said.field is Field.ROLE else {}
    headings = replace(placed.headings, known=known) if placed.headings else None
    return column_map(columns, headings, _vat(known, columns))


def _heading(placed: Placed, column: int) -> str:
    return next((known.heading for known in placed.mapping.columns if known.column == column), "")


def headings_of(placed: Placed) -> dict[int, Heading]:
    """Return what the mapped columns hold, by column."""
    found = {}
    for known in placed.mapping.columns:
        if known.meaning is not Field.OTHER:
            said = recognise(known.heading)
            found[known.column] = (
                replace(said, field=known.meaning, score=EXACT) if said else Heading(known.meaning, EXACT, scale=Decimal(1))
            )
    return found


def _vat(known: Mapping[int, Heading], columns: Mapping[Field, tuple[int, ...]]) -> str:
    said = {known[column].vat for column in columns.get(Field.SUM, ())}
    return said.pop() if len(said) == 1 else ""
