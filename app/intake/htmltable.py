"""The table in a piece of HTML, as spreadsheet programs put one on the clipboard."""

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser

from app.intake.cellfacts import FORMULA_ERROR, MOST_CELLS
from app.intake.cells import Cell, CellValue, Row
from app.intake.currency import currency_in
from app.intake.gridsheet import MOST_ROWS
from app.intake.htmlstyles import PLAIN, CellStyle, class_styles, style_of
from app.intake.numbers import tidy
from app.intake.valuetext import is_formula_error
from app.model.money import in_range

_MOST_SPAN = 1000
_AS_SHOWN = re.compile(r"[:%/]|\d[.-]\d+[.-]\d|[^\W\d_]{4}|тыс|млн|#")
_BREAKS = {"br", "p", "div", "li"}
_SILENT = {"style", "script", "head", "title"}


def html_rows(html: str) -> list[Row]:
    """Return the rows of the first table; none where there is no table. Tables inside cells are read as text."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    reader.end_row()
    return reader.rows


@dataclass(slots=True)
class _Open:
    """The cell that is being read."""

    attributes: dict[str, str]
    bold: bool
    indent: int = 0
    texts: list[str] = field(default_factory=list)


class _TableReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._cells: list[Cell] = []
        self._taken: dict[int, int] = {}
        self._number = 0
        self._column = 0
        self._depth = self._silent = 0
        self._done = False
        self._in_style = False
        self._sheets: list[str] = []
        self._styles: dict[str, CellStyle] = {}
        self._count = 0
        self._open: _Open | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
            self._in_style = tag == "style"
        elif tag == "table":
            self._depth += 1
        elif self._depth > 1 or self._done:
            return
        elif tag == "tr":
            self.end_row()
            self._begin_row()
        elif tag in {"td", "th"}:
            self._end_cell()
            style = self._style(attributes)
            self._open = _Open(attributes, tag == "th" or style.bold, style.indent)
        elif self._open is not None:
            if tag in _BREAKS:
                self._open.texts.append("\n")
            self._open.bold = self._open.bold or tag in {"b", "strong"} or self._style(attributes).bold

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(self._silent - 1, 0)
            self._in_style = False
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self.end_row()
                self._done = True
        elif tag in {"td", "th"} and self._depth == 1:
            self._end_cell()

    def _style(self, attributes: dict[str, str]) -> CellStyle:
        if self._sheets:
            self._styles |= class_styles("".join(self._sheets))
            self._sheets.clear()
        own = style_of(attributes["style"]) if "style" in attributes else PLAIN
        classes = (self._styles.get(name, PLAIN) for name in attributes.get("class", "").split()) if self._styles else ()
        for one in classes:
            own = CellStyle(own.bold or one.bold, max(own.indent, one.indent))
        return own

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._sheets.append(data)
        if self._open is not None and not self._silent:
            self._open.texts.append(re.sub(r"[ \t\r\n]+", " ", data))

    def end_row(self) -> None:
        """Finish the row that is open."""
        self._end_cell()
        if self._cells and len(self.rows) < MOST_ROWS:
            self.rows.append(Row(self._number, tuple(self._cells)))
        self._cells = []

    def _begin_row(self) -> None:
        self._number += 1
        self._column = 0
        self._taken = {column: rows - 1 for column, rows in self._taken.items() if rows > 1}

    def _end_cell(self) -> None:
        """Put the cell into the first column that no cell above reaches down to."""
        cell, self._open = self._open, None
        if cell is None or self._number == 0 or self._count > MOST_CELLS:
            return
        self._column += 1
        while self._column in self._taken:
            self._column += 1
        width, height = _span(cell.attributes, "colspan"), _span(cell.attributes, "rowspan")
        if height > 1:
            self._taken.update(dict.fromkeys(range(self._column, self._column + width), height))
        value, currency = _value(cell)
        if value is not None:
            fault = FORMULA_ERROR if isinstance(value, str) and is_formula_error(value) else ""
            self._cells.append(Cell(self._column, value, cell.bold, False, currency, fault, width, height, _indent(cell)))
            self._count += 1
        self._column += width - 1


def _indent(cell: _Open) -> int:
    """Return how far a text is set in: by its style, or by two spaces for a step."""
    text = "".join(cell.texts)
    blanks = len(text) - len(text.lstrip("\u00a0 "))
    return min(cell.indent or (blanks // 2 if "\u00a0" in text[:blanks] else 0), 9)


def _span(attributes: dict[str, str], name: str) -> int:
    value = attributes.get(name, "1")
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _value(cell: _Open) -> tuple[CellValue, str]:
    """Return the text, or the number behind it with the currency that it is shown in.

    A time, a date and per cents stay as shown.
    """
    lines = "".join(cell.texts).replace("\u00a0", " ").split("\n")
    text = "\n".join(line.strip() for line in lines).strip()
    raw = cell.attributes.get("sdval") or cell.attributes.get("x:num") or _google_number(cell.attributes)
    if raw and text and not _AS_SHOWN.search(text):
        try:
            number = Decimal(raw)
        except InvalidOperation:
            return text, ""
        return (tidy(number), currency_in(text)) if in_range(number) else (text, "")
    return text or None, ""


def _google_number(attributes: dict[str, str]) -> str:
    match = re.search(r'"3":\s*(-?\d+(?:\.\d+)?)[,}]', attributes.get("data-sheets-value", ""))
    return match[1] if match else ""
