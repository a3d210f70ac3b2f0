"""What a spreadsheet file tells about its cells besides their values, and the XML reader that finds it out.

calamine gives values only: a `#REF!` and a formula that was never calculated come back as empty cells there. openpyxl
would tell, but it makes an object for every merged cell, so that a merge over a whole sheet never ends.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

NOT_CALCULATED = "cell-formula-not-calculated"
FORMULA_ERROR = "cell-formula-error"
MOST_FACTS = 500_000
MOST_HIDDEN = 200
MOST_CELLS = 1_000_000
"""Filled cells of a file that are kept; a file with more is refused where that can be told beforehand."""


@dataclass(frozen=True, slots=True)
class CellFact:
    """A cell's `fault` (code of a problem), boldness, number format and how many steps its text is set in."""

    fault: str = ""
    bold: bool = False
    percent: bool = False
    currency: str = ""
    indent: int = 0


PLAIN = CellFact()


@dataclass(slots=True)
class SheetFacts:
    """Facts by (row, column), both from 1; only cells that differ from PLAIN are kept.

    `merges` are (first row, first column, last row, last column); `last_row` and `last_column` bound the filled cells.
    """

    cells: dict[tuple[int, int], CellFact] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    filled: int = 0

    def fill(self, row: int, column: int) -> None:
        """Take note that a cell holds something. Raises TooLargeError."""
        self.filled += 1
        if self.filled > MOST_CELLS:
            raise TooLargeError
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    def note(self, row: int, column: int, fact: CellFact) -> None:
        """Keep what is special about a cell. Raises TooLargeError."""
        if fact is not PLAIN:
            self.cells[row, column] = fact
        if len(self.cells) > MOST_FACTS:
            raise TooLargeError

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Take note of a merged range. Raises TooLargeError."""
        self.merges.append((top, left, bottom, right))
        if len(self.merges) > MOST_FACTS:
            raise TooLargeError

    def hide_columns(self, first: int, last: int) -> None:
        """Take note of hidden columns; spreadsheet programs hide all that are left at the right in one go."""
        self.hidden_columns.update(range(first, min(last, first + MOST_HIDDEN) + 1))

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return the columns and rows that merged cells span, by their first cell."""
        return {(top, left): (right - left + 1, bottom - top + 1) for top, left, bottom, right in self.merges}


class XmlError(Exception):
    """XML that is not read: not well formed, or with a document type definition."""


class TooLargeError(Exception):
    """More special cells than any estimate has."""


def refuse_crowd(parts: Iterable[bytes], *marks: bytes) -> None:
    """Count the places where cells begin, which is far quicker than reading them. Raises TooLargeError."""
    if sum(part.count(mark) for part in parts for mark in marks) > MOST_CELLS:
        raise TooLargeError


Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def read_xml(data: bytes, start: Start, end: End, text: Text) -> None:
    """Walk through XML without building a tree; names come as written, with their prefixes. Raises XmlError."""

    def refuse(*_: object) -> None:
        raise XmlError("document type definition")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as reason:
        raise XmlError(str(reason)) from reason
