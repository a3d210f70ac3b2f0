"""One sheet becomes an estimate: headings, columns, rows, sums."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from app.intake import rowwords
from app.intake.assemble import Assembler
from app.intake.cells import Row, Sheet
from app.intake.columnchooser import ColumnChooser
from app.intake.columnset import ColumnMap
from app.intake.currency import currencies_in
from app.intake.entries import EntryReader, splits_roles
from app.intake.figures import FigureReader
from app.intake.guess import guess_columns
from app.intake.headings import HeadingRows
from app.intake.headingwords import FIGURES
from app.intake.numbers import decimal_mark
from app.intake.patience import Check, go_on
from app.intake.remembering import Placed, headings_of, mapped_columns, mapping_of
from app.intake.rowkinds import KnownRow, RowKind
from app.intake.rows import RowSorter
from app.intake.vatcolumn import holds_rates
from app.model.estimate import Estimate
from app.model.mapping import TableMapping
from app.problems import Problem, Severity, error, problem

MOST_ROWS = 20_000
"""Rows that an estimate may have under its headings."""
_POINT_LANGUAGES = ("en", "zh", "ja", "ko", "he", "th")


@dataclass(frozen=True, slots=True)
class EstimateRead:
    """An estimate as a file or the clipboard gave it.

    `currency` is the ISO code that headings, cells or number formats name, empty for none. `people` are the names in the
    column of who does the work, in order; the sections hold names too, until they are matched with people of the proposal.
    `sheet` is the sheet that was read, `headings` its columns: (heading, what it was taken for, empty for left out);
    `mapping` tells the same so that it can be changed and remembered.
    """

    estimate: Estimate = Estimate()
    currency: str = ""
    people: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    sheet: str = ""
    headings: tuple[tuple[str, str], ...] = field(default=())
    mapping: TableMapping | None = None


@dataclass(frozen=True, slots=True)
class SheetRead:
    """The estimate of a sheet, and how it came about: the kinds of its rows, its headings."""

    read: EstimateRead
    rows: tuple[KnownRow, ...] = ()
    headings: HeadingRows | None = None


def read_sheet(
    sheet: Sheet,
    headings: HeadingRows | None,
    file: str,
    language: str,
    *,
    lone_items: bool = False,
    placed: Placed | None = None,
    check: Check = go_on,
) -> SheetRead:
    """Read the estimate on a sheet; without headings the columns are guessed by their content.

    With `lone_items` a list of texts alone is a list of items. With `placed` the columns are what a mapping says.
    """
    if placed:
        headings = replace(placed.headings, known=headings_of(placed)) if placed.headings else None
    above, rows = _split(sheet.rows, headings)
    mark = placed.mapping.decimal if placed and placed.mapping.decimal else _mark(headings, language)
    reader = FigureReader(file, sheet.name, mark)
    if len(rows) > MOST_ROWS:
        reader.problems.append(error("estimate-too-many-rows", reader.where(rows[MOST_ROWS].number, 1), rows=MOST_ROWS))
        rows = rows[:MOST_ROWS]
    columns = mapped_columns(placed) if placed else _columns(headings, rows, reader, sheet.hidden_columns)
    columns = replace(columns, vat_rates=holds_rates(rows, columns, reader))
    proven = placed.mapping.decimal if placed else ""
    proven = proven or decimal_mark(_figure_texts(columns, rows))
    reader.mark, reader.sure = proven or mark, bool(proven)
    texts = headings.texts if headings else {}
    sorter = RowSorter(columns, reader, texts, lone_items, check)
    known = sorter.sort(rows)
    if sorter.headings_repeat:
        known = [*_first_section(above, headings), *known]
    currency, mixed = _currency(columns, headings, above, rows, known)
    if mixed:
        reader.problems.append(
            problem("estimate-currencies-mixed", reader.where(0, 0), currencies=", ".join(mixed), taken=currency)
        )
    role_rates = columns.role_rates | sorter.role_rates
    if columns.roles and not splits_roles(columns, role_rates):
        added = ", ".join(texts.get(column, "") for column in columns.roles)
        place = (headings.last if headings else 0, min(columns.roles))
        reader.tell("column-hours-added", *place, Severity.INFO, columns=added)
    entries = EntryReader(columns, reader, currency, _is_numbered(known), role_rates)
    assembler = Assembler(columns, reader, entries, currency, texts)
    for row in above:
        for cell in row.cells:
            assembler.remark(cell.text, row.number, cell.column)
    estimate = assembler.estimate(known, check)
    if not estimate.sections:
        reader.problems.append(error("estimate-no-items", reader.where(0, 0)))
    people = dict.fromkeys(name for section in estimate.sections for name in section.people)
    mapping = placed.mapping if placed else mapping_of(file, sheet, headings, columns, proven)
    taken = _taken(headings, columns)
    read = EstimateRead(estimate, currency, tuple(people), tuple(reader.problems), sheet.name, taken, mapping)
    return SheetRead(read, tuple(known), headings)


def _mark(headings: HeadingRows | None, language: str) -> str:
    """Return the usual decimal mark: of Russian where the headings are, else of the language that was given."""
    words = "".join(headings.texts.values()) if headings else ""
    if re.search("[а-яё]", words, re.IGNORECASE):
        return ","
    return "." if language.lower().startswith(_POINT_LANGUAGES) else ","


def _split(rows: Sequence[Row], headings: HeadingRows | None) -> tuple[list[Row], list[Row]]:
    if headings is None:
        return [], list(rows)
    return [row for row in rows if row.number < headings.first], [row for row in rows if row.number > headings.last]


def _first_section(above: Sequence[Row], headings: HeadingRows | None) -> list[KnownRow]:
    """Where every section has headings of its own, the text right above the first ones is a title too."""
    row = above[-1] if above else None
    if row is None or headings is None or row.number != headings.first - 1 or len(row.cells) != 1:
        return []
    cell = row.cells[0]
    return [KnownRow(RowKind.SECTION, row, cell.text, rowwords.numbering(cell.text), cell.bold, cell.column)]


def _columns(headings: HeadingRows | None, rows: Sequence[Row], reader: FigureReader, hidden: frozenset[int]) -> ColumnMap:
    if headings is None:
        return guess_columns(rows, reader)
    chooser = ColumnChooser(reader, headings, rows, hidden)
    columns = chooser.choose()
    reader.problems += chooser.problems
    return columns


def _figure_texts(columns: ColumnMap, rows: Iterable[Row]) -> list[str]:
    figures = {column for known in FIGURES for column in columns.columns.get(known, ())}
    return [cell.value for row in rows for cell in row.cells if cell.column in figures and isinstance(cell.value, str)]


def _currency(
    columns: ColumnMap, headings: HeadingRows | None, above: Sequence[Row], rows: Sequence[Row], known: Sequence[KnownRow]
) -> tuple[str, tuple[str, ...]]:
    """Return the currency and, where there are several, all of them.

    The cells of money tell most; headings next; the texts above the table and in the rows of sums last.
    """
    figures = {column for one in FIGURES for column in columns.columns.get(one, ())}
    in_cells = Counter(
        code
        for row in rows
        for cell in row.cells
        if cell.column in figures
        for code in (cell.currency, *_in_text(cell.value))
        if code
    )
    if in_cells:
        codes = [code for code, _ in in_cells.most_common()]
        return codes[0], tuple(codes) if len(codes) > 1 else ()
    headed = [heading.currency for heading in headings.known.values() if heading.currency] if headings else []
    told = dict.fromkeys(headed)
    if not told:
        texts = [cell.text for row in above for cell in row.cells]
        texts += [row.text for row in known if row.kind in {RowKind.TOTAL, RowKind.NOTE}]
        told = dict.fromkeys(code for text in texts for code in currencies_in(text))
    codes = list(told)
    return codes[0] if codes else "", tuple(codes) if len(codes) > 1 else ()


def _in_text(value: object) -> tuple[str, ...]:
    return currencies_in(value) if isinstance(value, str) and any(sign.isdigit() for sign in value) else ()


def _is_numbered(known: Sequence[KnownRow]) -> bool:
    """Tell whether the titles of the items begin with numbers such as 1.2, so that these are no part of the titles."""
    items = [row for row in known if row.kind is RowKind.ITEM and row.text]
    return sum(len(rowwords.numbering(row.text)) > 1 for row in items) * 2 > len(items)


def _taken(headings: HeadingRows | None, columns: ColumnMap) -> tuple[tuple[str, str], ...]:
    if headings is None:
        return ()
    fields = {column: known.value for known, found in columns.columns.items() for column in found}
    return tuple((text, fields.get(column, "")) for column, text in sorted(headings.texts.items()))


def not_read(sheet: Sheet, headings: HeadingRows | None, where: str) -> Problem:
    """Tell that a sheet was left aside: worth a look when it looks like an estimate too."""
    if headings is not None:
        return problem("sheet-looks-like-estimate", where, Severity.WARNING, sheet=sheet.name)
    return problem("sheet-not-read", where, Severity.INFO, sheet=sheet.name)
