"""What people have changed in the visible cells of a workbook of ours, compared with what was written there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from app.exchange.book import Book, Put
from app.exchange.columns import KEY
from app.exchange.safetext import visible
from app.intake.cells import Cell, Row, Sheet, place
from app.intake.numbers import from_float, read_number

Written = Mapping[str, Mapping[str, Put]]
"""Cells by the key of their row and the name of their column."""


def written(book: Book) -> Written:
    """Return the cells of a workbook by keys of rows and names of columns."""
    key_at = book.columns.place(KEY)
    keys = {row: str(put.value) for (row, column), put in book.cells.items() if column == key_at}
    out: dict[str, dict[str, Put]] = {}
    for (row, column), put in book.cells.items():
        if row in keys:
            out.setdefault(keys[row], {})[book.columns.columns[column].name] = put
    return out


@dataclass(frozen=True, slots=True)
class Seen:
    """One row as it stands on the sheet: its key, empty for one that somebody has added, and its cells by column."""

    key: str
    row: Row
    cells: Mapping[str, Cell]

    @property
    def kind(self) -> str:
        """Return what kind of row it is."""
        return self.key.partition(":")[0]

    @property
    def name(self) -> str:
        """Return the id of what it shows."""
        return self.key.partition(":")[2]


@dataclass(slots=True)
class Page:
    """The visible sheet of a workbook of ours. `columns` are the names of its columns by their places, from 1."""

    file: str
    sheet: Sheet
    columns: Mapping[int, str]
    first: int
    rows: list[Seen] = field(default_factory=list)

    def where(self, seen: Seen, column: str = "") -> str:
        """Return the place of a cell for a problem."""
        at = next((number for number, name in self.columns.items() if name == column), 0)
        return place(self.file, self.sheet.name, seen.row.number, at)

    def names(self) -> frozenset[str]:
        """Return the columns that are still there."""
        return frozenset(self.columns.values())


def page_of(file: str, sheets: tuple[Sheet, ...], mark: str) -> Page | None:
    """Return the sheet that has our hidden row of names, None where there is none."""
    for sheet in sheets:
        for row in sheet.rows[:20]:
            texts = {cell.column: cell.text for cell in row.cells}
            if mark in texts.values() and "title" in texts.values():
                columns = {column: KEY if text == mark else text for column, text in texts.items()}
                page = Page(file, sheet, columns, row.number)
                page.rows = list(_rows(page))
                return page
    return None


def _rows(page: Page) -> Iterator[Seen]:
    for row in page.sheet.rows:
        if row.number > page.first:
            cells = {page.columns[cell.column]: cell for cell in row.cells if cell.column in page.columns}
            key = cells[KEY].text if KEY in cells else ""
            yield Seen(key, row, cells)


def is_changed(put: Put | None, cell: Cell | None) -> bool:
    """Tell whether a cell shows something else than what was written there."""
    before = put.value if put is not None else None
    if cell is None or cell.value is None:
        return before is not None and bool(str(before).strip()) and (cell is None or not cell.fault)
    if isinstance(before, Decimal):
        return figure(cell) != from_float(float(before))
    return plain(cell.text) != plain(visible(str(before)) if before is not None else "")


def plain(text: str) -> str:
    """Return a text without what files and programs change by themselves: kinds of spaces and line breaks."""
    return " ".join(text.split())


def figure(cell: Cell) -> Decimal | None:
    """Return the number in a cell, None for what is none. A percentage of a percent format is in per cent."""
    if isinstance(cell.value, Decimal):
        return cell.value * 100 if cell.percent else cell.value
    if isinstance(cell.value, bool):
        return Decimal(cell.value)
    reading = read_number(cell.text, sure=True)
    return None if reading.fault else reading.value
