"""Facts about the cells of an XLSX workbook: faults of formulas, merges, hidden rows, bold type, number formats."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from app.intake.cellfacts import FORMULA_ERROR, NOT_CALCULATED, PLAIN, CellFact, SheetFacts, XmlError, read_xml, refuse_crowd
from app.intake.currency import currency_in

_PERCENT_FORMATS = {9, 10}
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_BRACKETS = re.compile(r"\[(?:\$([^\]-]*))?[^\]]*\]")
_TRUE = {"1", "true", "on"}


def xlsx_facts(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    """Return the facts by the name of the sheet; a sheet whose part is missing is left out. Raises XmlError, TooLargeError."""
    by_lower = {name.lower(): content for name, content in parts.items()}
    styles = _styles(by_lower.get("xl/styles.xml", b""))
    facts = {}
    paths = _sheet_paths(by_lower)
    read = [path for path in paths.values() if path in by_lower]
    if len(set(read)) < len(read):
        raise XmlError("two sheets in one part")
    refuse_crowd((by_lower[path] for path in read), b"<c ", b"<c>")
    for sheet, path in paths.items():
        if path in by_lower:
            facts[sheet] = _SheetReader(styles).read(by_lower[path])
    return facts


def column_number(letters: str) -> int:
    """Return the number, from 1, of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def percent_format(code: str) -> bool:
    """Tell whether a number format shows per cents."""
    return "%" in _LITERAL.sub("", code)


def format_currency(code: str) -> str:
    """Return the ISO code of the currency in a number format such as `#,##0.00 [$₽-419]`, else an empty text."""
    return currency_in(_BRACKETS.sub(lambda match: f" {match[1] or ''} ", code).replace('"', " ").replace("\\", " "))


class _SheetReader:
    """Follows the elements of one worksheet part; positions are counted as calamine counts them where they are not given.

    A sheet may have half a million cells, so that the two handlers do as little as they can.
    """

    def __init__(self, styles: list[CellFact]) -> None:
        self._styles = styles
        self._facts = SheetFacts()
        self._row = self._column = 0
        self._columns: dict[str, int] = {}
        self._attributes: dict[str, str] = {}
        self._formula = self._in_value = self._filled = self._texts = False
        self._starts = {"c": self._start_cell, "v": self._start_value, "is": self._start_value, "f": self._start_formula}
        self._starts |= {"row": self._start_row, "mergeCell": self._merge, "col": self._start_columns}

    def read(self, part: bytes) -> SheetFacts:
        """Walk through the part. Raises XmlError, TooLargeError."""
        read_xml(part, self._start, self._end, self._text)
        return self._facts

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        handler = self._starts.get(name)
        if handler is None and ":" in name:
            handler = self._starts.get(name.rpartition(":")[2])
        if handler is not None:
            handler(attributes)

    def _end(self, name: str) -> None:
        if name in {"v", "is"} or (":" in name and name.endswith((":v", ":is"))):
            self._in_value = False
        elif name == "c" or name.endswith(":c"):
            self._end_cell()

    def _text(self, text: str) -> None:
        if self._in_value:
            self._texts = True

    def _start_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row = int(number) if number.isascii() and number.isdigit() else self._row + 1
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self._facts.hidden_rows.add(self._row)

    def _start_columns(self, attributes: dict[str, str]) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        numbers = first.isascii() and first.isdigit() and last.isascii() and last.isdigit() and len(first + last) < 12
        if attributes.get("hidden") in _TRUE and numbers:
            self._facts.hide_columns(int(first), int(last))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._formula = self._filled = self._texts = False

    def _start_value(self, attributes: dict[str, str]) -> None:
        self._in_value = self._filled = True

    def _start_formula(self, attributes: dict[str, str]) -> None:
        self._formula = True

    def _end_cell(self) -> None:
        self._place()
        attributes = self._attributes
        kind = attributes.get("t", "")
        fault = FORMULA_ERROR if kind == "e" else ""
        if self._formula and not self._texts and kind != "str":
            fault = NOT_CALCULATED
        if not self._filled and not fault:
            return
        self._facts.fill(self._row, self._column)
        style = self._styles[int(attributes["s"])] if self._is_styled(attributes) else PLAIN
        if fault:
            style = CellFact(fault, style.bold, style.percent, style.currency, style.indent)
        if style is not PLAIN:
            self._facts.note(self._row, self._column, style)

    def _place(self) -> None:
        position = _REFERENCE.fullmatch(self._attributes.get("r", ""))
        if position is None:
            self._column += 1
            return
        letters = position[1]
        if letters not in self._columns:
            self._columns[letters] = column_number(letters)
        self._row, self._column = int(position[2]), self._columns[letters]

    def _is_styled(self, attributes: dict[str, str]) -> bool:
        style = attributes.get("s", "")
        return style.isdecimal() and int(style) < len(self._styles)

    def _merge(self, attributes: dict[str, str]) -> None:
        corners = [_REFERENCE.fullmatch(corner) for corner in attributes.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
            self._facts.merge(int(top), column_number(left), int(bottom), column_number(right))


def _styles(part: bytes) -> list[CellFact]:
    """Return what each cell format (the number in a cell's `s`) means."""
    root = _tree(part)
    if root is None:
        return []
    formats = {found.get("numFmtId", ""): found.get("formatCode", "") for found in root.iterfind("{*}numFmts/{*}numFmt")}
    bold = [_is_bold(font) for font in root.iterfind("{*}fonts/{*}font")]
    styles = []
    for xf in root.iterfind("{*}cellXfs/{*}xf"):
        font, number = xf.get("fontId", "0"), xf.get("numFmtId", "0")
        code = formats.get(number, "0%" if number.isdecimal() and int(number) in _PERCENT_FORMATS else "")
        heavy = font.isdecimal() and int(font) < len(bold) and bold[int(font)]
        alignment = xf.find("{*}alignment")
        steps = alignment.get("indent", "0") if alignment is not None else "0"
        indent = int(steps) if steps.isascii() and steps.isdigit() and len(steps) < 4 else 0
        fact = CellFact("", heavy, percent_format(code), format_currency(code), indent)
        styles.append(PLAIN if fact == PLAIN else fact)
    return styles


def _is_bold(font: Element) -> bool:
    mark = font.find("{*}b")
    return mark is not None and mark.get("val", "1") in _TRUE


def _sheet_paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the lower-case path of the part of every sheet, in the workbook's order."""
    targets = {}
    for relation in _children(parts.get("xl/_rels/workbook.xml.rels", b"")):
        target = relation.get("Target", "").lower()
        targets[relation.get("Id", "")] = target.lstrip("/") if target.startswith(("/xl/", "xl/")) else f"xl/{target}"
    paths = {}
    root = _tree(parts.get("xl/workbook.xml", b""))
    for sheet in root.iterfind("{*}sheets/{*}sheet") if root is not None else ():
        link = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")
        paths[sheet.get("name", "")] = targets.get(link, "")
    return paths


def _children(part: bytes) -> list[Element]:
    root = _tree(part)
    return [] if root is None else list(root)


def _tree(part: bytes) -> Element | None:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if not part:
        return None
    try:
        root: Element = fromstring(part, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as reason:
        raise XmlError(str(reason)) from reason
    return root
