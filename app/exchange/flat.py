"""The estimate as a text table: a row for each element, columns with fixed names, for other programs and for people."""

import csv
import datetime
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from app.exchange.fields import FIELDS, Kind
from app.exchange.records import Meta, Record, meta_for, meta_of, meta_values, records_of
from app.exchange.safetext import guarded, unguarded
from app.exchange.view import Shown, View, names_in, shown, view_of
from app.i18n import Words
from app.intake.cells import Cell, Row, Sheet, Table, place
from app.model.estimate import Period
from app.model.proposal import Proposal
from app.problems import Problem, problem

MARK = "blesna"
"""Heads the column that says what a row is; by it the table is recognised."""
DELIMITERS = {"ru": ";", "en": ","}
"""What spreadsheet programs of a language expect; their decimal mark goes with it."""

_TABLE, _NAME, _ID, _AMOUNT, _COUNTS, _SUM = "table", "name", "id", "line_total", "counts", "sum"
_LEAD = (_ID, "level", "title", "description", "pricing", "quantity", "people", "unit", "rate", "role", "hours")
_FIRST_ROWS = 20
_ALWAYS = (_ID, "title")
_NUMBERS = (Kind.NUMBER, Kind.MAYBE)
_HOURS = ("hours", "hours_a_day", "hours_a_month")
_KINDS = {*FIELDS, _TABLE, _NAME, _SUM}


def text_table(proposal: Proposal, view: View | None = None, delimiter: str = "") -> bytes:
    """Return the estimate of a proposal as CSV, with a tab as `delimiter` as TSV, in UTF-8 with a byte order mark.

    Without a delimiter it is what the document's language has: `;` in Russian, with decimal commas, `,` in English. What the view
    hides is not in the file, nor is anything internal.
    """
    sign = delimiter or DELIMITERS.get(proposal.language, ",")
    mark = "." if sign == "," or (sign != ";" and proposal.language != "ru") else ","
    seen = shown(proposal.estimate, proposal.currency, view or view_of(proposal))
    rows = [{MARK: record.kind, _ID: guarded(record.name), **values} for record, values in _filled(proposal, seen, mark)]
    names = [name for name in _columns(seen) if name in _ALWAYS or any(row.get(name) for row in rows)]
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, names, "", "ignore", delimiter=sign, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode("utf-8-sig")


def _columns(seen: Shown) -> list[str]:
    fields = dict.fromkeys(one.name for fields in FIELDS.values() for one in fields)
    meta = meta_values(Meta("", ""))
    names = [MARK, *dict.fromkeys((*_LEAD, *fields, _COUNTS, _AMOUNT, *meta))]
    return names if seen.view.show_hours else [name for name in names if name not in _HOURS]


def _filled(proposal: Proposal, seen: Shown, mark: str) -> Iterator[tuple[Record, dict[str, str]]]:
    meta = meta_for(proposal, seen, names_in(proposal))
    lines = iter([one for part in seen.sums.sections for one in part.items])
    yield Record(_TABLE, ""), {name: guarded(text) for name, text in meta_values(meta).items()}
    for record in records_of(seen.estimate):
        kinds = {one.name: one.kind for one in FIELDS[record.kind]}
        values = {name: _text(text, kinds[name], mark) for name, text in record.values.items()}
        if record.kind == "item":
            # what a line comes to is for people; reading passes it over
            line = next(lines)
            values |= {_AMOUNT: f"{line.amount:f}".replace(".", mark), _COUNTS: "1" if line.counted else "0"}
        if record.kind == "section":
            values[_AMOUNT] = f"{seen.sums.section(record.name).amount:f}".replace(".", mark)
        yield record, values
    words = Words(proposal.language)
    named = {Period.ONCE: words("Total"), Period.MONTH: words("Total a month"), Period.YEAR: words("Total a year")}
    for period in seen.sums.periods:
        amount = f"{period.total:f}".replace(".", mark)
        # for people as well, and passed over when the table is read
        yield Record(_SUM, ""), {"title": named[period.period], _AMOUNT: amount}
    for name, read in meta.names.items():
        yield Record(_NAME, name), {"title": guarded(read)}


def _text(text: str, kind: Kind, mark: str) -> str:
    return text.replace(".", mark) if kind in _NUMBERS else guarded(text)


def is_ours(table: Table) -> bool:
    """Tell whether a table has our headings."""
    return any(_is_heading(row) for sheet in table.sheets for row in sheet.rows[:_FIRST_ROWS])


def read_flat(table: Table) -> tuple[Meta, list[Record], list[Problem]] | None:
    """Return what a text table of ours holds, whatever program has saved it since; None for any other table."""
    for sheet in table.sheets:
        headings = next((row for row in sheet.rows[:_FIRST_ROWS] if _is_heading(row)), None)
        if headings is not None:
            return _Reader(table.name, sheet, headings).read()
    return None


def _is_heading(row: Row) -> bool:
    texts = [cell.text for cell in row.cells]
    return bool(texts) and texts[0] == MARK and _ID in texts


class _Reader:
    def __init__(self, file: str, sheet: Sheet, headings: Row) -> None:
        self._file, self._sheet, self._first = file, sheet, headings.number
        self._names = {cell.column: cell.text for cell in headings.cells}
        self._columns = {name: column for column, name in self._names.items()}
        self.problems: list[Problem] = []

    def read(self) -> tuple[Meta, list[Record], list[Problem]] | None:
        records: list[Record] = []
        about: dict[str, str] = {}
        names: dict[str, str] = {}
        for row in self._sheet.rows:
            if row.number <= self._first:
                continue
            record = self._record(row)
            if record.kind == _TABLE:
                about = dict(record.values)
            elif record.kind == _NAME:
                names[record.name] = record.values.get("title", "")
            elif record.kind in FIELDS:
                records.append(record)
        meta = meta_of({"version": "1", **about}, names)
        return None if meta is None else (meta, list(_named(records)), self.problems)

    def _record(self, row: Row) -> Record:
        texts = {self._names[cell.column]: cell for cell in row.cells if cell.column in self._names}
        kind = texts[MARK].text if MARK in texts else "item" if "title" in texts else ""
        values = {name: self._text(cell) for name, cell in texts.items() if name not in (MARK, _ID)}
        name = self._text(texts[_ID]) if _ID in texts else ""
        if kind not in _KINDS:
            self.problems.append(problem("own-row-unknown", self._where(row, MARK), kind=kind[:40]))
            return Record("", "")
        return Record(kind, name, self._checked(kind, values, row))

    def _checked(self, kind: str, values: Mapping[str, str], row: Row) -> dict[str, str]:
        """Leave out values that are none of their kind, and say so."""
        from app.exchange.records import decoded

        out = dict(values)
        for one in FIELDS.get(kind, ()):
            text = out.get(one.name, "")
            try:
                if text:
                    decoded(one, text)
            except ValueError:
                self.problems.append(problem("own-cell-unread", self._where(row, one.name), found=text[:60]))
                del out[one.name]
        return out

    def _where(self, row: Row, name: str) -> str:
        return place(self._file, self._sheet.name, row.number, self._columns[name])

    @staticmethod
    def _text(cell: Cell) -> str:
        match cell.value:
            case str():
                return unguarded(cell.value.replace("\r\n", "\n"))
            case bool():
                return "1" if cell.value else "0"
            case Decimal():
                return f"{cell.value * 100 if cell.percent else cell.value:f}"
            case datetime.date():
                return cell.value.isoformat()
        return cell.text


def _named(records: list[Record]) -> Iterator[Record]:
    """Give rows that somebody has added or copied ids of their own."""
    taken = {(record.kind, record.name) for record in records}
    seen: set[tuple[str, str, str]] = set()
    home = ""
    for record in records:
        home = record.name if record.kind == "section" else home
        key = (record.kind, home if record.kind == "item" else "", record.name)
        if record.kind != "estimate" and (not record.name or key in seen):
            number = 1
            while (record.kind, f"{record.kind[0]}{number}") in taken:
                number += 1
            record = replace(record, name=f"{record.kind[0]}{number}")  # noqa: PLW2901
            taken.add((record.kind, record.name))
            home = record.name if record.kind == "section" else home
        seen.add((record.kind, home if record.kind == "item" else "", record.name))
        yield record
