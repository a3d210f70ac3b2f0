"""Workbooks in a zip (XLSX, ODS): values from calamine, everything else from `xlsxfacts` and `odsfacts`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.intake.cellfacts import SheetFacts, TooLargeError, XmlError
from app.intake.cells import Table, place
from app.intake.gridsheet import SheetMaker
from app.intake.odsfacts import ods_facts
from app.intake.package import PackageError, pack, read_parts
from app.intake.patience import Check, go_on
from app.intake.xlsxfacts import xlsx_facts
from app.problems import error

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_AREA = 8_000_000
"""calamine keeps every cell of the rectangle around the filled cells; a larger one would eat the memory."""


def read_workbook(data: bytes, file: str, check: Check = go_on) -> Table:
    """Read an XLSX or ODS file; what stops the reading is a problem of the table."""
    try:
        parts = read_parts(data)
        facts = _facts(parts)
        check()
        return _read(_open(parts), facts, file, check)
    except PackageError as reason:
        return Table(file, problems=(error(str(reason), file),))
    except TooLargeError:
        return Table(file, problems=(error("table-too-large", file),))
    except XmlError:
        return Table(file, problems=(error("table-damaged", file),))


def _facts(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    if "content.xml" not in parts:
        return xlsx_facts(parts)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise PackageError("table-password")
    return ods_facts(parts["content.xml"])


def _open(parts: dict[str, bytes]) -> "CalamineWorkbook":
    """Open with calamine. A panic of its Rust code is no Exception in Python, so everything is caught but an interrupt."""
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(pack(parts))
    except PasswordError as reason:
        raise PackageError("table-password") from reason
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as reason:
        raise PackageError("table-damaged") from reason


def _read(book: "CalamineWorkbook", facts: Mapping[str, SheetFacts], file: str, check: Check) -> Table:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    maker = SheetMaker(file, check=check)
    sheets = []
    for about in book.sheets_metadata:
        known = facts.get(about.name)
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        if known is None or known.last_row * known.last_column > MOST_AREA:
            code = "table-sheet-damaged" if known is None else "table-sheet-too-wide"
            maker.problems.append(
                error(code, place(file, about.name), rows=known and known.last_row, columns=known and known.last_column)
            )
            continue
        grid = _from_first_column(_sheet(book, about.name))
        sheets.append(maker.sheet(about.name, grid, known, about.visible is not SheetVisibleEnum.Visible))
    return Table(file, tuple(sheets), tuple(maker.problems))


def _sheet(book: "CalamineWorkbook", name: str) -> "CalamineSheet":
    try:
        return book.get_sheet_by_name(name)
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as reason:
        raise PackageError("table-damaged") from reason


def _from_first_column(sheet: "CalamineSheet") -> Iterator[Sequence[object]]:
    """Yield rows that begin in column A: calamine leaves out the empty columns before the first filled one, though not rows."""
    empty = [None] * (sheet.start[1] if sheet.start else 0)
    for values in sheet.iter_rows():
        yield [*empty, *values] if empty else values
