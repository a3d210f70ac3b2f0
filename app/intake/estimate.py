"""An estimate spreadsheet, as people make it, becomes an estimate."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.intake.cells import Sheet, Table, place
from app.intake.headings import HeadingRows, find_headings
from app.intake.patience import Check, go_on
from app.intake.remembering import Placed, find_remembered, place_mapping
from app.intake.sheetestimate import EstimateRead, SheetRead, not_read, read_sheet
from app.intake.table import read_table
from app.model.mapping import TableMapping
from app.problems import Problem, Severity, error, problem

__all__ = ["EstimateRead", "read_estimate", "read_estimate_table", "understand"]

_ENOUGH_ROWS = 30


def read_estimate(
    path: Path, *, language: str = "ru", mappings: Iterable[TableMapping] = (), check: Check = go_on
) -> EstimateRead:
    """Read an estimate from XLSX, XLS, ODS, CSV or TSV.

    `language` decides what `1,234` means where the file itself does not show it. `mappings` are those that were remembered:
    one that fits the headings is used, and that is told. What is wrong is among the problems, each with the file, sheet and
    cell; nothing is raised but what `check` raises, which is asked now and then whether to go on.
    """
    return read_estimate_table(read_table(path, check=check), language=language, mappings=mappings, check=check)


def read_estimate_table(
    table: Table,
    *,
    language: str = "ru",
    mapping: TableMapping | None = None,
    mappings: Iterable[TableMapping] = (),
    check: Check = go_on,
) -> EstimateRead:
    """Read the estimate in a table: the sheet with the best headings is taken, the others are told.

    `mapping` was chosen by somebody for this table and goes before any guess, and before the `mappings` that were remembered.
    """
    return understand(table, language=language, mapping=mapping, mappings=mappings, check=check).read


def understand(
    table: Table,
    *,
    language: str = "ru",
    mapping: TableMapping | None = None,
    mappings: Iterable[TableMapping] = (),
    check: Check = go_on,
) -> SheetRead:
    """Read the estimate in a table as `read_estimate_table` does, and keep how it came about."""
    filled = [(sheet, find_headings(sheet.rows)) for sheet in table.sheets if sheet.rows]
    if not filled:
        return SheetRead(EstimateRead(problems=table.problems))
    placed, told = _mapped(table, mapping, mappings)
    chosen, headings = (placed.sheet, placed.headings) if placed else max(filled, key=lambda pair: _worth(*pair))
    others = [not_read(sheet, found, place(table.name, sheet.name)) for sheet, found in filled if sheet is not chosen]
    found = read_sheet(chosen, headings, table.name, language, placed=placed, check=check)
    if headings is None and placed is None:
        unclear = problem if found.read.estimate.sections else error
        others.insert(0, unclear("estimate-no-headings", place(table.name, chosen.name)))
    return replace(found, read=replace(found.read, problems=(*table.problems, *told, *others, *found.read.problems)))


def _mapped(
    table: Table, mapping: TableMapping | None, mappings: Iterable[TableMapping]
) -> tuple[Placed | None, tuple[Problem, ...]]:
    """Return the mapping to go by, and what to tell of it."""
    if mapping is not None:
        placed = place_mapping(table, mapping)
        if placed:
            return placed, ()
        return None, (problem("mapping-does-not-fit", table.name, sheet=mapping.sheet, row=mapping.row),)
    placed = find_remembered(table, mappings)
    if placed is None:
        return None, ()
    where = place(table.name, placed.sheet.name)
    return placed, (problem("mapping-remembered", where, Severity.INFO, title=placed.mapping.title),)


def _worth(sheet: Sheet, headings: HeadingRows | None) -> tuple[bool, bool, float]:
    """Headings go before none, a visible sheet before a hidden one; then good headings and the rows below them count."""
    if headings is None:
        return False, not sheet.hidden, min(len(sheet.rows), _ENOUGH_ROWS)
    below = sum(row.number > headings.last for row in sheet.rows)
    return True, not sheet.hidden, headings.score * min(below, _ENOUGH_ROWS)
