"""An estimate spreadsheet, as people make it, becomes an estimate."""

from dataclasses import replace
from pathlib import Path

from app.intake.cells import Sheet, Table, place
from app.intake.headings import HeadingRows, find_headings
from app.intake.sheetestimate import EstimateRead, not_read, read_sheet
from app.intake.table import read_table
from app.problems import error, problem

__all__ = ["EstimateRead", "read_estimate", "read_estimate_table"]

_ENOUGH_ROWS = 30


def read_estimate(path: Path, *, language: str = "ru") -> EstimateRead:
    """Read an estimate from XLSX, XLS, ODS, CSV or TSV.

    `language` decides what `1,234` means where the file itself does not show it. Nothing is raised: what is wrong is
    among the problems, each with the file, sheet and cell.
    """
    return read_estimate_table(read_table(path), language=language)


def read_estimate_table(table: Table, *, language: str = "ru") -> EstimateRead:
    """Read the estimate in a table: the sheet with the best headings is taken, the others are told."""
    filled = [(sheet, find_headings(sheet.rows)) for sheet in table.sheets if sheet.rows]
    if not filled:
        return EstimateRead(problems=table.problems)
    chosen, headings = max(filled, key=lambda pair: _worth(*pair))
    others = [not_read(sheet, found, place(table.name, sheet.name)) for sheet, found in filled if sheet is not chosen]
    found = read_sheet(chosen, headings, table.name, language)
    if headings is None:
        unclear = problem if found.estimate.sections else error
        others.insert(0, unclear("estimate-no-headings", place(table.name, chosen.name)))
    return replace(found, problems=(*table.problems, *others, *found.problems))


def _worth(sheet: Sheet, headings: HeadingRows | None) -> tuple[bool, bool, float]:
    """Headings go before none, a visible sheet before a hidden one; then good headings and the rows below them count."""
    if headings is None:
        return False, not sheet.hidden, min(len(sheet.rows), _ENOUGH_ROWS)
    below = sum(row.number > headings.last for row in sheet.rows)
    return True, not sheet.hidden, headings.score * min(below, _ENOUGH_ROWS)
