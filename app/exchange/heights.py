"""How tall rows must be for texts that wrap: files must say it, not every program finds it out by itself."""

from app.exchange.book import Book
from app.exchange.looks import LOOKS

LINE, PADDING = 13.2, 3.0
"""Points that a line of text takes, and the air around."""
TOTAL_ROW = 24.0
_TALLEST = 400.0
"""Spreadsheet programs know rows of up to 409 points."""
_LETTERS = 1.12
"""Letters of text that stand in a unit of a column's width, which is that of a digit."""


def height(book: Book, row: int) -> float:
    """Return the height of a row in points."""
    most = max((_lines(book, row, place) for place, column in enumerate(book.columns.columns) if not column.hidden), default=1)
    return min(PADDING + LINE * most, _TALLEST)


def _lines(book: Book, row: int, place: int) -> int:
    put = book.cells.get((row, place))
    if put is None or not isinstance(put.value, str) or not LOOKS[put.style].get("text_wrap"):
        return 1
    letters = max(book.columns.columns[place].width * _LETTERS - 2, 1)
    return sum(_wrapped(line, letters) for line in put.value.split("\n"))


def _wrapped(line: str, letters: float) -> int:
    """Return into how many lines words break."""
    count, used = 1, 0.0
    for word in line.split():
        space = 1 if used else 0
        if used and used + space + len(word) > letters:
            count, used, space = count + 1, 0.0, 0
        used += space + len(word)
        if used > letters:
            count += int(used // letters)
            used %= letters
    return count
