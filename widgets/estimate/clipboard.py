"""Rows and cells of the estimate on the clipboard: for spreadsheets as cells, for this window as they are.

A merge field goes out with its value, as it is seen: a spreadsheet, too, gives other programs the results of its formulas, and
`{client.name}` would mean nothing to them. This window gets the field itself back, as a spreadsheet gets its formula.

What insiders noted is never put on the clipboard; rows and cells that come back to this window bring it along all the same.
"""

import html
import re
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.intake.cells import Row
from app.intake.numbers import tidy
from app.model.estimate import EstimateSection, LineItem
from app.model.path import get
from app.problems import Problem
from app.totals import Totals
from widgets.estimate.celldeeds import Put
from widgets.estimate.rowdeeds import put_sections, real
from widgets.jobs import Jobs
from widgets.models.estimate import EstimateModel
from widgets.models.estimate_columns import INSIDE, NUMBERS, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_typing import item_form, typed_form
from widgets.session import Session
from widgets.words import language

LARGEST = 2_000_000
OWN = "application/x-blesna-cells"
"""The format by which a window knows what it has copied itself."""
_DANGEROUS = re.compile(r"[=+\-@\t\r]")


@dataclass(frozen=True)
class Pasted:
    """A block for cells: what goes into each. `columns` are where it was copied from in this window, none from elsewhere."""

    block: tuple[tuple[Put, ...], ...]
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True)
class Copied:
    """What this window put on the clipboard: the mark by which it knows it again, and what it was."""

    mark: bytes = b""
    sections: tuple[EstimateSection, ...] = ()
    cells: Pasted = Pasted(())


class RowClipboard(QObject):
    """Copies and pastes rows and blocks of cells."""

    def __init__(self, session: Session, jobs: Jobs, model: EstimateModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._jobs, self._model = session, jobs, model
        self._copied = Copied()

    def copy_rows(self, rows: Sequence[GridRow], columns: Sequence[Column]) -> None:
        """Put whole rows on the clipboard, with these columns for others."""
        sections = self._sections(real(self._session.proposal, rows))
        if sections:
            lines = lines_of(self._session, sections, columns, self._model.filled)
            self._copied = Copied(put_on_clipboard(lines, columns), sections=sections)

    def copy_cells(self, rows: Sequence[GridRow], columns: Sequence[Column]) -> None:
        """Put a block of cells on the clipboard."""
        shown = [column for column in columns if column not in INSIDE]
        own = [row for row in rows if row.path]
        lines = [[self._plain(row, column) for column in shown] for row in own]
        block = tuple(tuple(self._put(row, column) for column in columns) for row in own)
        if block:
            self._copied = Copied(put_on_clipboard(lines, shown), cells=Pasted(block, tuple(columns)))

    def paste(
        self,
        row: GridRow,
        *,
        as_cells: bool,
        put: Callable[[Pasted], None],
        done: Callable[[list[GridRow]], None],
        told: Callable[[Sequence[Problem]], None],
    ) -> None:
        """Take what is on the clipboard: whole rows go below a row, `put` gets a block for cells.

        `as_cells` says that rows from elsewhere are to be taken for a block too. `told` gets what could not be understood.
        """
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text()
        data = clipboard.mimeData()
        if data is not None and data.hasFormat(OWN) and data.data(OWN).data() == self._copied.mark:
            if self._copied.sections:
                put_sections(self._session, row, self._copied.sections, done)
            else:
                put(self._copied.cells)
            return
        markup = data.html() if data is not None and data.hasHtml() else ""
        if (text.strip() or "<table" in markup.lower()) and len(text) <= LARGEST and len(markup) <= 5 * LARGEST:
            self._read(row, text, markup, as_cells, put, done, told)

    def _read(
        self,
        row: GridRow,
        text: str,
        markup: str,
        as_cells: bool,
        put: Callable[[Pasted], None],
        done: Callable[[list[GridRow]], None],
        told: Callable[[Sequence[Problem]], None],
    ) -> None:
        spoken = language()

        def work(_: object) -> tuple[Pasted | None, tuple[EstimateSection, ...], tuple[Problem, ...]]:
            from app.intake.clipboard import read_cells, read_pasted

            cells = read_cells(text, markup)
            if as_cells or not (_is_table(cells) or row.kind is RowKind.NEW_SECTION):
                return Pasted(block_of(cells, spoken)), (), ()
            read = read_pasted(text, markup, language=spoken)
            if any(section.items for section in read.estimate.sections):
                return None, read.estimate.sections, read.problems
            return Pasted(block_of(cells, spoken)), (), ()

        def finish(found: tuple[Pasted | None, tuple[EstimateSection, ...], tuple[Problem, ...]]) -> None:
            block, sections, problems = found
            told(problems)
            if block is not None and block.block:
                put(block)
            elif sections:
                put_sections(self._session, row, sections, done)

        self._jobs.start(work, finish, lambda error: told(()))

    def _sections(self, rows: Sequence[GridRow]) -> tuple[EstimateSection, ...]:
        """Return whole sections as they are, with those that belong to them; items in sections of those that they stand in."""
        found: list[EstimateSection] = []
        for row in rows:
            section: EstimateSection = get(self._session.proposal, f"estimate/sections/{row.section}")
            if row.kind is RowKind.SECTION:
                found += self._block(section)
                continue
            item: LineItem = get(self._session.proposal, row.path)
            if found and found[-1].id == section.id:
                found[-1] = replace(found[-1], items=(*found[-1].items, item))
            else:
                found.append(replace(section, items=(item,)))
        return tuple(found)

    def _block(self, section: EstimateSection) -> list[EstimateSection]:
        from app.edits.levels import block

        sections = self._session.proposal.estimate.sections
        places = block(sections, section.id)
        return list(sections[places.start : places.stop])

    def _plain(self, row: GridRow, column: Column) -> str:
        item = self._model.item(row)
        if item is None:
            typed = typed_form(self._session.proposal, row, column) if column in (Column.TITLE, Column.DISCOUNT) else ""
            return safe(self._model.filled(column, typed))
        return plain_cell(self._session, item, row.section, column, self._model.filled)

    def _put(self, row: GridRow, column: Column) -> Put:
        item = self._model.item(row)
        return item if item is not None else typed_form(self._session.proposal, row, column)


def _is_table(cells: Sequence[Row]) -> bool:
    """Tell whether rows can be lines of an estimate: more than a column of cells."""
    return len({cell.column for row in cells for cell in row.cells}) > 1


def block_of(cells: Sequence[Row], spoken: str) -> tuple[tuple[str | None, ...], ...]:
    """Return the cells of a table as they would be typed; the block begins with its first column that holds anything."""
    columns = [cell.column for row in cells for cell in row.cells]
    if not columns:
        return ()
    first, last = min(columns), max(columns)
    lines: list[tuple[str | None, ...]] = []
    number = cells[0].number
    for row in cells:
        lines += [(None,) * (last - first + 1)] * (row.number - number)
        number = row.number + 1
        texts = {cell.column: _typed(cell.value, cell.text, cell.percent, spoken) for cell in row.cells}
        lines.append(tuple(texts.get(column) for column in range(first, last + 1)))
    return tuple(lines)


def _typed(value: object, text: str, share: bool, spoken: str) -> str:
    if not isinstance(value, Decimal):
        return text.removeprefix("'") if _DANGEROUS.match(text.removeprefix("'")) else text
    figures = f"{tidy(value * 100 if share else value):f}" + ("%" if share else "")
    return figures.replace(".", ",") if spoken == "ru" else figures


def _as_typed(_column: Column, text: str) -> str:
    return text


Fill: TypeAlias = Callable[[Column, str], str]
"""Puts the values of merge fields into a text of a column."""


def lines_of(
    session: Session, sections: Sequence[EstimateSection], columns: Sequence[Column], fill: Fill = _as_typed
) -> list[list[str]]:
    """Return rows as lines of cells; with more than one section each begins with a line of its name."""
    lines: list[list[str]] = []
    for section in sections:
        if len(sections) > 1:
            lines.append([safe(fill(Column.TITLE, section.title))])
        lines += [[plain_cell(session, item, section.id, column, fill) for column in columns] for item in section.items]
    return lines


def plain_cell(session: Session, item: LineItem, section_id: str, column: Column, fill: Fill = _as_typed) -> str:
    """Return a cell of a line as spreadsheets take it: numbers bare, texts that are no formulas, filled before they are
    looked at, for the value of a field may look like one.
    """
    totals: Totals = session.totals
    if column is Column.RATE:
        return plain(totals.section(section_id).item(item.id).rate)
    if column is Column.AMOUNT:
        return plain(totals.section(section_id).item(item.id).amount)
    if column is Column.QUANTITY:
        return plain(item.quantity * item.people)
    if column is Column.VAT:
        return "" if item.vat is None else plain(item.vat)
    return safe(fill(column, item_form(session.proposal, item, column)))


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells with tabs between them."""
    return "\n".join("\t".join(line) for line in lines)


def put_on_clipboard(lines: Sequence[Sequence[str]], columns: Sequence[Column]) -> bytes:
    """Put cells on the clipboard, as text and as the table in HTML that spreadsheet programs prefer. Return the mark on them."""
    mark = uuid.uuid4().bytes
    data = QMimeData()
    data.setData(OWN, mark)
    data.setText(as_text(lines))
    rows = "".join(f"<tr>{''.join(_html_cell(*cell) for cell in zip(line, columns, strict=False))}</tr>" for line in lines)
    data.setHtml(f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>')
    QGuiApplication.clipboard().setMimeData(data)
    return mark


def _html_cell(text: str, column: Column) -> str:
    """Return a cell; a number has its value beside what is shown, in the ways of LibreOffice and Excel."""
    value = text.replace(",", ".")
    if column in NUMBERS and re.fullmatch(r"\d+(\.\d+)?", value):
        return f'<td align="right" sdval="{value}" sdnum="1033;" x:num="{value}">{html.escape(text)}</td>'
    return f'<td style=\'mso-number-format:"\\@"\' sdnum="1033;0;@">{html.escape(text)}</td>'


def safe(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if _DANGEROUS.match(line) else line


def plain(value: Decimal) -> str:
    """Return a number as spreadsheets in the language of the interface read it: without spaces between thousands."""
    figures = f"{tidy(value):f}"
    return figures.replace(".", ",") if language() == "ru" else figures
