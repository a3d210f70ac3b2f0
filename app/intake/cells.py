"""A table as it was read: sheets of rows of typed cells, whatever file they came from."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from app.problems import Problem

CellValue = str | Decimal | bool | date | timedelta | None
"""Text, number, yes/no, calendar date (maybe with a time), span of time."""

_SEPARATOR = " › "
_SPOT = re.compile(r"([A-Z]{1,4})(\d{1,8})")


@dataclass(frozen=True, slots=True)
class Cell:
    """One filled cell.

    `column` counts from 1. `percent` tells that 0.1 is shown as 10 %. `currency` is the ISO code in its number format.
    `fault` is the code of a problem that stands in the value's place (a formula never calculated, `#REF!`).
    `width` and `height` are the columns and rows that it spans, `indent` is how many steps its text is set in.
    """

    column: int
    value: CellValue = None
    bold: bool = False
    percent: bool = False
    currency: str = ""
    fault: str = ""
    width: int = 1
    height: int = 1
    indent: int = 0

    @property
    def text(self) -> str:
        """The value as a person would type it, without spaces around."""
        match self.value:
            case str():
                return self.value.strip()
            case None | bool():
                return ""
            case Decimal():
                return f"{self.value:f}"
            case timedelta():
                minutes = round(self.value.total_seconds() / 60)
                return f"{minutes // 60}:{minutes % 60:02}"
            case _:
                return f"{self.value:%d.%m.%Y}"


@dataclass(frozen=True, slots=True)
class Row:
    """The filled cells of a row, from left to right. `number` counts from 1, as the spreadsheet program shows it."""

    number: int
    cells: tuple[Cell, ...]
    hidden: bool = False

    def cell(self, column: int) -> Cell | None:
        """Return the cell of a column, None where it is empty."""
        if column:
            for cell in self.cells:  # a generator would take twice as long, and this is asked for all the time
                if cell.column == column:
                    return cell
        return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet without its empty rows. The name of the only sheet of a text file is empty."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds. `name` is the file's name; nothing could be read when there are no sheets."""

    name: str
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def letters(column: int) -> str:
    """Return the letters of a column that counts from 1: A, …, Z, AA."""
    name = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def place(file: str, sheet: str = "", row: int = 0, column: int = 0) -> str:
    """Say where something is: `estimate.xlsx › Смета › D7`. Without a column the row alone is named, without a row neither."""
    spot = f"{letters(column)}{row}" if row and column else str(row or "")
    return _SEPARATOR.join(part for part in (file, sheet, spot) if part)


def spot(where: str) -> tuple[int, int]:
    """Return row and column, from 1, of the cell that a place names; zeros where it names none."""
    found = _SPOT.fullmatch(where.rpartition(_SEPARATOR)[2])
    if found is None:
        return 0, 0
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
