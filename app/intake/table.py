"""A spreadsheet file of any of the usual formats becomes a table of typed cells."""

import stat
from pathlib import Path

from app.intake.cells import Table, place
from app.intake.kind import EXTENSIONS, FileKind, file_kind
from app.intake.package import PackageError
from app.intake.patience import Check, go_on
from app.problems import Problem, Severity, error, problem

MOST_FILE_BYTES = 60_000_000


def read_table(path: Path, *, check: Check = go_on) -> Table:
    """Read XLSX, XLS, ODS, CSV or TSV. Whatever is wrong with the file is among the problems.

    Nothing is raised but what `check` raises, which is asked now and then whether to go on.
    """
    name = path.name
    try:
        there = path.stat()
        if not stat.S_ISREG(there.st_mode):  # opening a pipe would wait for ever
            return _refused(name, "table-no-file")
        if there.st_size > MOST_FILE_BYTES:
            return _refused(name, "table-too-large")
        data = path.read_bytes()
    except OSError as reason:
        return Table(name, problems=(error("table-unreadable", name, reason=reason.strerror or type(reason).__name__),))
    try:
        kind = file_kind(data)
    except PackageError as reason:
        return _refused(name, str(reason))
    table = _read(data, name, kind, check)
    return Table(name, table.sheets, (*_extension_problems(path, kind), *table.problems, *_emptiness(table)))


def _read(data: bytes, name: str, kind: FileKind, check: Check) -> Table:
    match kind:
        case FileKind.WORKBOOK | FileKind.OPEN_DOCUMENT:
            from app.intake.workbook import read_workbook

            return read_workbook(data, name, check)
        case FileKind.OLD_EXCEL:
            from app.intake.oldexcel import read_old_excel

            return read_old_excel(data, name, check)
        case FileKind.TEXT:
            from app.intake.csvfile import read_csv

            return read_csv(data, name, check)
    return _refused(name, kind.value)


def _refused(name: str, code: str) -> Table:
    return Table(name, problems=(error(code, place(name)),))


def _extension_problems(path: Path, kind: FileKind) -> tuple[Problem, ...]:
    thought = EXTENSIONS.get(path.suffix.lower())
    read = {FileKind.WORKBOOK, FileKind.OPEN_DOCUMENT, FileKind.OLD_EXCEL, FileKind.TEXT}
    if kind not in read or thought is kind or thought is None:
        return ()
    return (problem("table-wrong-extension", path.name, Severity.INFO, extension=path.suffix, kind=kind.value),)


def _emptiness(table: Table) -> tuple[Problem, ...]:
    if any(sheet.rows for sheet in table.sheets) or any(found.severity is Severity.ERROR for found in table.problems):
        return ()
    return (error("table-no-cells", table.name),)
