"""What was understood of a table, to be looked at and corrected before it is taken over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.intake.cells import Table, letters, spot
from app.intake.columns import EXACT
from app.intake.estimate import understand
from app.intake.patience import Check, go_on
from app.intake.remembering import file_pattern, fingerprint, headings_at
from app.intake.rowkinds import KnownRow, RowKind
from app.intake.sheetestimate import EstimateRead, SheetRead
from app.model.mapping import ColumnMeaning, MappedColumn, TableMapping
from app.problems import Problem

__all__ = ["ColumnMeaning", "Preview", "PreviewColumn", "PreviewRow", "TableMapping", "at_row", "preview", "with_meaning"]

_BY_CONTENT = 0.5
"""How sure a column is that only its cells tell."""


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column: its letters, its heading, what it is taken for, and how sure that is, from 0 to 1."""

    column: int
    letters: str
    heading: str
    meaning: ColumnMeaning
    confidence: float


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row as the file has it: its number there, what it was taken for, the texts of its cells by column."""

    number: int
    kind: RowKind
    cells: Mapping[int, str]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of a table.

    `mapping` is the understanding as data: change it with `with_meaning` and `at_row`, and preview again. `marks` are the
    problems of single cells by (row, column), `problems` all of them. `remembered` tells that an earlier mapping was used.
    """

    file: str
    mapping: TableMapping
    read: EstimateRead
    sheets: tuple[str, ...] = ()
    columns: tuple[PreviewColumn, ...] = ()
    rows: tuple[PreviewRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    marks: Mapping[tuple[int, int], tuple[Problem, ...]] = field(default_factory=dict)
    remembered: bool = False


def preview(
    table: Table,
    mapping: TableMapping | None = None,
    *,
    language: str = "ru",
    mappings: Iterable[TableMapping] = (),
    check: Check = go_on,
) -> Preview:
    """Tell what is understood of a table: by the mapping that somebody has chosen, else by one of those remembered, else by
    its headings and cells. The estimate is there too, so that nothing needs to be read again.
    """
    found = understand(table, language=language, mapping=mapping, mappings=mappings, check=check)
    read = found.read
    used = read.mapping or TableMapping(id="", title=table.name, files=file_pattern(table.name))
    marks: dict[tuple[int, int], tuple[Problem, ...]] = {}
    for one in read.problems:
        if all(cell := spot(one.where)):
            marks[cell] = (*marks.get(cell, ()), one)
    return Preview(
        file=table.name,
        mapping=used,
        read=read,
        sheets=tuple(sheet.name for sheet in table.sheets if sheet.rows),
        columns=_columns(table, used, found),
        rows=_rows(table, used, found.rows),
        problems=read.problems,
        marks=marks,
        remembered=any(one.code == "mapping-remembered" for one in read.problems),
    )


def with_meaning(mapping: TableMapping, column: int, meaning: ColumnMeaning) -> TableMapping:
    """Return the mapping in which a column holds something else."""
    others = [known for known in mapping.columns if known.column != column]
    heading = next((known.heading for known in mapping.columns if known.column == column), "")
    changed = MappedColumn(column=column, heading=heading, meaning=meaning)
    return replace(mapping, columns=tuple(sorted([*others, changed], key=lambda known: known.column)))


def at_row(table: Table, mapping: TableMapping, sheet: str, row: int, rows: int = 1) -> TableMapping:
    """Return the mapping of another sheet or of other heading rows (0 for none), guessed anew from those headings.

    Where the headings there say nothing the columns keep their meaning.
    """
    found = next((one for one in table.sheets if one.name == sheet), None)
    headings = headings_at(found, row, rows) if found and row else None
    known = headings.known if headings else {}
    texts = headings.texts if headings else {}
    columns = []
    for column in sorted({*texts, *(one.column for one in mapping.columns)}):
        meaning = known[column].field if column in known else mapping.meaning(column) if not known else ColumnMeaning.OTHER
        columns.append(MappedColumn(column=column, heading=texts.get(column, ""), meaning=meaning))
    rows = 2 if headings and headings.last > headings.first else 1
    changed = replace(mapping, sheet=sheet, row=row, rows=rows, columns=tuple(columns))
    return replace(changed, id=fingerprint(changed))


def _columns(table: Table, mapping: TableMapping, found: SheetRead) -> tuple[PreviewColumn, ...]:
    sheet = next((one for one in table.sheets if one.name == mapping.sheet), None)
    filled = {cell.column for row in sheet.rows for cell in row.cells} if sheet else set()
    texts = {known.column: known.heading for known in mapping.columns}
    known = found.headings.known if found.headings else {}
    columns = []
    for column in sorted({*filled, *texts}):
        meaning = mapping.meaning(column)
        score = known[column].score / EXACT if column in known else _BY_CONTENT if meaning else 0
        columns.append(PreviewColumn(column, letters(column), texts.get(column, ""), meaning, min(score, 1)))
    return tuple(columns)


def _rows(table: Table, mapping: TableMapping, known: Iterable[KnownRow]) -> tuple[PreviewRow, ...]:
    sheet = next((one for one in table.sheets if one.name == mapping.sheet), None)
    kinds = {row.row.number: row.kind for row in known}
    rows = []
    for row in sheet.rows if sheet else ():
        heading = mapping.row <= row.number < mapping.row + mapping.rows
        kind = kinds.get(row.number, RowKind.HEADING if heading and mapping.row else RowKind.ABOVE)
        rows.append(PreviewRow(row.number, kind, {cell.column: cell.text for cell in row.cells}, row.hidden))
    return tuple(rows)
