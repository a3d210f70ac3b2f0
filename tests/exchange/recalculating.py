"""Lets LibreOffice calculate workbooks anew, all of a test run in one start of it."""

import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

from openpyxl import load_workbook

Cells = dict[tuple[int, int], object]

_FORMULA = re.compile(rb"(<f>.*?</f>)<v>.*?</v>", re.DOTALL)


def without_values(data: bytes, target: Path) -> None:
    """Write a workbook with formulas alone: what a program shows for them it has calculated itself."""
    source = target.with_suffix(".source")
    source.write_bytes(data)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, _FORMULA.sub(rb"\1", content) if name.startswith("xl/worksheets/") else content)
    source.unlink()


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, Path]:
    """Return for each workbook the one that LibreOffice has made of it, where it is on this machine."""
    given, made = folder / "given", folder / "made"
    given.mkdir()
    for name, data in books.items():
        without_values(data, given / f"{name}.xlsx")
    office = shutil.which("soffice")
    if office is None:
        # What Blesna has written beside the formulas is looked at instead.
        return {name: _kept(data, folder / f"{name}.xlsx") for name, data in books.items()}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(made), *map(str, sorted(given.iterdir()))]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return {name: made / f"{name}.xlsx" for name in books}


def _kept(data: bytes, target: Path) -> Path:
    target.write_bytes(data)
    return target


def cells_of(path: Path, sheet: int = 0) -> Cells:
    """Return the values of the first sheet, by row and column."""
    book = load_workbook(path, data_only=True)
    page = book.worksheets[sheet]
    return {(cell.row, cell.column): cell.value for row in page.iter_rows() for cell in row if cell.value is not None}


def formulas_of(path: Path) -> dict[tuple[int, int], str]:
    """Return the formulas of the first sheet."""
    page = load_workbook(path).worksheets[0]
    return {
        (cell.row, cell.column): str(cell.value)
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.data_type == "f"
    }
