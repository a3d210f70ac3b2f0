"""Old Excel workbooks (XLS), read with xlrd, which tells errors in cells, bold type and merges from blanks.

calamine reads them too but gives a `#REF!` as an empty cell.
"""

import io
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from app.guard.sheets import is_readable
from app.intake.cellfacts import FORMULA_ERROR, PLAIN, CellFact, SheetFacts
from app.intake.cells import Table
from app.intake.gridsheet import SheetMaker
from app.intake.patience import Check, go_on
from app.intake.xlsxfacts import format_currency, percent_format
from app.problems import error

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Sheet as OldSheet

_TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = 1, 2, 3, 4, 5
_BOLD = 600


def read_old_excel(data: bytes, file: str, check: Check = go_on) -> Table:
    """Read an XLS file; what stops the reading is a problem of the table."""
    import xlrd

    try:
        if not is_readable(data):
            return Table(file, problems=(error("table-damaged", file),))
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except MemoryError:
        raise
    except Exception as reason:  # xlrd lets struct.error, IndexError, AssertionError and others of a damaged file through
        code = "table-password" if "encrypted" in str(reason) else "table-damaged"
        return Table(file, problems=(error(code, file),))
    return _read(book, file, check)


def _read(book: "Book", file: str, check: Check) -> Table:
    maker = SheetMaker(file, check=check)
    styles = _styles(book)
    sheets = []
    for sheet in book.sheets():
        facts = _facts(sheet, styles)
        sheets.append(maker.sheet(sheet.name, _grid(sheet, book.datemode), facts, hidden=bool(sheet.visibility)))
    return Table(file, tuple(sheets), tuple(maker.problems))


def _styles(book: "Book") -> list[CellFact]:
    styles = []
    for xf in book.xf_list:
        shown = book.format_map.get(xf.format_key)
        code = shown.format_str if shown else ""
        bold = xf.font_index < len(book.font_list) and book.font_list[xf.font_index].weight >= _BOLD
        indent = xf.alignment.indent_level if xf.alignment else 0
        fact = CellFact("", bold, percent_format(code), format_currency(code), indent)
        styles.append(PLAIN if fact == PLAIN else fact)
    return styles


def _facts(sheet: "OldSheet", styles: list[CellFact]) -> SheetFacts:
    facts = SheetFacts()
    facts.hidden_rows.update(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden)
    facts.hidden_columns.update(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden)
    for top, bottom, left, right in sheet.merged_cells:
        facts.merge(top + 1, left + 1, bottom, right)
    for row in range(sheet.nrows):
        for column, kind in enumerate(sheet.row_types(row)):
            if kind in {0, 6}:
                continue
            index = sheet.cell_xf_index(row, column)
            style = styles[index] if index < len(styles) else PLAIN
            if kind == _ERROR:
                style = CellFact(FORMULA_ERROR, style.bold)
            if style is not PLAIN:
                facts.cells[row + 1, column + 1] = style
    return facts


def _grid(sheet: "OldSheet", datemode: int) -> Iterator[list[object]]:
    for row in range(sheet.nrows):
        yield [_value(kind, value, datemode) for kind, value in zip(sheet.row_types(row), sheet.row_values(row), strict=True)]


def _value(kind: int, value: object, datemode: int) -> object:
    from xlrd.xldate import XLDateError, xldate_as_datetime

    if kind == _BOOLEAN:
        return bool(value)
    if kind != _DATE or not isinstance(value, float):
        return value if kind in {_TEXT, _NUMBER} else None
    if value < 1 or (value < 100 and value % 1):
        return timedelta(minutes=round(value * 24 * 60))
    try:
        return xldate_as_datetime(value, 1 if datemode else 0)
    except (XLDateError, ValueError, OverflowError):
        return None
