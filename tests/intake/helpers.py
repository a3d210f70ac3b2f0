"""Files as people make them, and short ways to look at what was read."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from app.intake.estimate import EstimateRead, read_estimate
from app.model.estimate import Estimate, LineItem
from app.problems import Problem
from app.totals import Totals, totals

FILES = Path(__file__).parent / "files"


def xlsx(path: Path, rows: Iterable[Sequence[object]], *, bold: str = "", merge: str = "", title: str = "Смета") -> Path:
    """Save rows as XLSX; `bold` and `merge` name cells and ranges, parted by spaces."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for cell in bold.split():
        sheet[cell].font = Font(bold=True)
    for cells in merge.split():
        sheet.merge_cells(cells)
    book.save(path)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Save text as CSV."""
    path.write_bytes(text.encode(encoding))
    return path


def rezip(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Change one part of a package."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return made.getvalue()


def read_csv(tmp_path: Path, text: str, language: str = "ru") -> EstimateRead:
    """Read an estimate from CSV text."""
    return read_estimate(csv(tmp_path / "смета.csv", text), language=language)


def items(read: EstimateRead | Estimate) -> list[LineItem]:
    """Return all items of all sections."""
    estimate = read if isinstance(read, Estimate) else read.estimate
    return [item for section in estimate.sections for item in section.items]


def sums(read: EstimateRead) -> Totals:
    """Return the totals."""
    return totals(read.estimate, read.currency or "RUB")


def codes(read: EstimateRead | Iterable[Problem]) -> list[str]:
    """Return the codes of the problems."""
    return [found.code for found in (read.problems if isinstance(read, EstimateRead) else read)]


def only(read: EstimateRead, code: str) -> Problem:
    """Return the only problem of a code."""
    (found,) = [found for found in read.problems if found.code == code]
    return found


def d(text: str) -> Decimal:
    """Return a Decimal."""
    return Decimal(text)
