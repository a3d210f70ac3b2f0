"""Facts about the cells of an ODS spreadsheet: faults of formulas, merges, hidden rows, bold type, currencies."""

from itertools import product

from app.intake.cellfacts import (
    FORMULA_ERROR,
    MOST_FACTS,
    NOT_CALCULATED,
    PLAIN,
    CellFact,
    SheetFacts,
    TooLargeError,
    read_xml,
    refuse_crowd,
)

_CELLS = {"table:table-cell", "table:covered-table-cell"}
_HIDDEN = {"collapse", "filter"}
_STEP = {"cm": 0.35, "mm": 3.5, "in": 0.139, "pt": 10.0}
"""How far programs set a text in by one step, in the units that they write."""


def ods_facts(content: bytes) -> dict[str, SheetFacts]:
    """Read the part `content.xml`; facts by the name of the sheet. Raises XmlError, TooLargeError."""
    refuse_crowd((content,), b"<table:table-cell")
    reader = _ContentReader()
    read_xml(content, reader.start, reader.end, lambda text: None)
    return reader.sheets


class _ContentReader:
    """Follows the elements of the content part. Repeated rows and cells are counted, not repeated."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self._facts = SheetFacts()
        self._bold_styles: set[str] = set()
        self._indents: dict[str, int] = {}
        self._style = ""
        self._first = 1
        self._row = self._rows = self._column = 0
        self._hidden = False
        self._awaited: range | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the start of an element."""
        if name in _CELLS:
            self._cell(attributes)
        elif name == "text:p":
            self._awaited = None
        elif name == "table:table-row":
            self._row, self._column = self._row + self._rows, 0
            self._rows = _count(attributes, "table:number-rows-repeated")
            self._hidden = attributes.get("table:visibility") in _HIDDEN
        elif name == "table:table":
            self._facts = self.sheets.setdefault(attributes.get("table:name", ""), SheetFacts())
            self._row, self._rows, self._first = 1, 0, 1
        elif name == "style:style":
            self._style = attributes.get("style:name", "")
        elif name == "style:paragraph-properties" and "fo:margin-left" in attributes:
            self._indents[self._style] = _steps(attributes["fo:margin-left"])
        elif name == "table:table-column":
            self._columns(attributes)
        elif name == "style:text-properties" and attributes.get("fo:font-weight") in {"bold", "700", "800", "900"}:
            self._bold_styles.add(self._style)

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name == "style:style":
            self._style = ""
        elif name in _CELLS and self._awaited:
            self._fill(self._awaited, CellFact(NOT_CALCULATED))
            self._awaited = None

    def _columns(self, attributes: dict[str, str]) -> None:
        count = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in _HIDDEN:
            self._facts.hide_columns(self._first, self._first + count - 1)
        self._first += count

    def _cell(self, attributes: dict[str, str]) -> None:
        """Take in a cell. A formula without type and text was never calculated; one with an empty text gave that."""
        first = self._column + 1
        self._column += _count(attributes, "table:number-columns-repeated")
        kind = attributes.get("calcext:value-type") or attributes.get("office:value-type", "")
        columns = range(first, self._column + 1)
        if not kind:
            self._awaited = columns if "table:formula" in attributes else None
            return
        width, height = _count(attributes, "table:number-columns-spanned"), _count(attributes, "table:number-rows-spanned")
        if width > 1 or height > 1:
            self._facts.merge(self._row, first, self._row + height - 1, first + width - 1)
        indent = self._indents.get(attributes.get("table:style-name", ""), 0)
        bold = attributes.get("table:style-name") in self._bold_styles
        currency = attributes.get("office:currency", "") if kind == "currency" else ""
        self._fill(columns, CellFact(FORMULA_ERROR if kind == "error" else "", bold, kind == "percentage", currency, indent))

    def _fill(self, columns: range, fact: CellFact) -> None:
        """Keep what is special about cells of the current row and of its repetitions."""
        rows = range(self._row, self._row + self._rows)
        self._facts.fill(rows[-1], columns[-1])
        if len(rows) > MOST_FACTS:
            raise TooLargeError
        if self._hidden:
            self._facts.hidden_rows.update(rows)
        if fact != PLAIN:
            for place in product(rows, columns):
                self._facts.note(*place, fact)


def _count(attributes: dict[str, str], name: str) -> int:
    value = attributes.get(name, "1")
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 10 else 1


def _steps(margin: str) -> int:
    """Return how many steps a margin is."""
    number, unit = margin[:-2], margin[-2:]
    if unit not in _STEP or not number.replace(".", "", 1).isdecimal():
        return 0
    return min(round(float(number) / _STEP[unit]), 9) if len(number) < 12 else 0
