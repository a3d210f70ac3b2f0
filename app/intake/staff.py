"""A table of people, one a row: names, roles, addresses, rates, and the names of their photographs."""

import datetime
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.intake.cells import Cell, Row, Sheet, Table, place
from app.intake.currency import currency_in
from app.intake.numbers import read_number
from app.intake.patience import Check, go_on
from app.intake.staffcolumns import StaffField, StaffHeadings, find_headings
from app.intake.table import read_table
from app.model.internal import Internal
from app.model.limits import unfit
from app.model.people import Person
from app.model.rate import Rate
from app.problems import Problem, Severity, error, problem

MOST_PEOPLE = 5000
RATE_ID = "r1"
"""That of the only rate that a person gets from a table; one without an id could not be kept."""
_MAIL = re.compile(r"[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,.]+")
_APART = re.compile(r"\s*[,;/\n]\s*|\s+и\s+|\s+and\s+")
_LANGUAGES = (("ru", r"рус|russ|^ru\b"), ("en", r"англ|engl|^en\b"))
"""The languages that proposals are written in; every other one stays as it was typed."""


@dataclass(frozen=True, slots=True)
class Staffer:
    """A person of a table, without an id. `photo` is what the table calls their picture; `row` is the place in the file."""

    person: Person
    row: str
    photo: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffRead:
    """The people of a table, and what is wrong with it. `unknown` are the headings that nobody understands."""

    people: tuple[Staffer, ...] = ()
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()


def read_staff(path: Path, *, currency: str = "RUB", check: Check = go_on) -> StaffRead:
    """Read the people of a spreadsheet. Rates without a currency are in `currency`. Nothing is raised but what `check` raises."""
    return staff_of(read_table(path, check=check), currency)


def staff_of(table: Table, currency: str = "RUB") -> StaffRead:
    """Find the people in a table: on its first sheet with headings that name them."""
    for sheet in table.sheets:
        headings = None if sheet.hidden else find_headings(sheet.rows)
        if headings is not None:
            return _read(table, sheet, headings, currency)
    if any(found.severity is Severity.ERROR for found in table.problems):
        return StaffRead(problems=table.problems)
    return StaffRead(problems=(*table.problems, error("staff-no-names", table.name)))


def _read(table: Table, sheet: Sheet, headings: StaffHeadings, currency: str) -> StaffRead:
    people: list[Staffer] = []
    problems = [*table.problems]
    seen: dict[str, str] = {}
    for row in sheet.rows:
        if row.number <= headings.row or not row.cells:
            continue
        if len(people) == MOST_PEOPLE:
            problems.append(problem("staff-too-many", place(table.name, sheet.name, row.number), most=MOST_PEOPLE))
            break
        where = place(table.name, sheet.name, row.number)
        found = _Line(row, headings, where, currency).staffer()
        if found is None:
            continue
        key = found.person.name.casefold()
        if key in seen:
            found = replace(found, problems=(*found.problems, problem("staff-twice", where, name=found.person.name)))
        seen[key] = where
        people.append(found)
    if not people:
        problems.append(error("staff-nobody", place(table.name, sheet.name)))
    return StaffRead(tuple(people), tuple(problems), headings.unknown)


class _Line:
    """One row of the table."""

    def __init__(self, row: Row, headings: StaffHeadings, where: str, currency: str) -> None:
        self._row, self._headings, self._where, self._currency = row, headings, where, currency
        self._problems: list[Problem] = []

    def staffer(self) -> Staffer | None:
        name = self._text(StaffField.NAME) or " ".join(filter(None, (self._text(StaffField.FIRST), self._text(StaffField.LAST))))
        if not name:
            if any(self._text(field) for field in (StaffField.ROLE, StaffField.EMAIL, StaffField.PHONE)):
                return Staffer(Person(id="", name=""), self._where, "", (error("staff-no-name", self._where),))
            return None
        person = Person(
            id="",
            name=" ".join(name.split()),
            role=self._text(StaffField.ROLE),
            about=self._lines(StaffField.ABOUT),
            email=self._email(),
            phone=self._text(StaffField.PHONE),
            languages=_languages(self._text(StaffField.LANGUAGES)),
            left_on=self._day(),
            rates=Internal(self._rates()),
            note=Internal(self._lines(StaffField.NOTE)),
        )
        return Staffer(person, self._where, self._text(StaffField.PHOTO), tuple(self._problems))

    def _cell(self, field: StaffField) -> Cell | None:
        return self._row.cell(self._headings.columns.get(field, 0))

    def _lines(self, field: StaffField) -> str:
        cell = self._cell(field)
        return cell.text if cell else ""

    def _text(self, field: StaffField) -> str:
        return " ".join(self._lines(field).split())

    def _email(self) -> str:
        text = self._text(StaffField.EMAIL)
        found = _MAIL.search(text)
        if text and found is None:
            self._problems.append(problem("staff-email", self._where, text=text[:60]))
        return found[0] if found else ""

    def _day(self) -> str:
        cell = self._cell(StaffField.LEFT)
        if cell is None or not cell.text:
            return ""
        if isinstance(cell.value, datetime.date):
            return cell.value.isoformat()[:10]
        for form in ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y"):
            try:
                return datetime.datetime.strptime(cell.text, form).date().isoformat()
            except ValueError:
                continue
        self._problems.append(problem("staff-day", self._where, text=cell.text[:60]))
        return ""

    def _rates(self) -> tuple[Rate, ...]:
        amount, cost = self._money(StaffField.RATE), self._money(StaffField.COST)
        if amount is None:
            if cost is not None:
                self._problems.append(problem("staff-cost-alone", self._where))
            return ()
        cell = self._cell(StaffField.RATE)
        heading = self._headings.texts.get(cell.column, "") if cell else ""
        told = (self._text(StaffField.CURRENCY), cell.text if cell else "", heading)
        found = (cell.currency if cell else "") or next((code for text in told if (code := currency_in(text))), "")
        rate = Rate(id=RATE_ID, amount=amount, currency=found or self._currency, cost=Internal(cost))
        if any(True for _ in unfit(rate)):
            self._problems.append(problem("staff-rate", self._where, text=f"{amount:f}"[:60]))
            return ()
        return (rate,)

    def _money(self, field: StaffField) -> Decimal | None:
        cell = self._cell(field)
        if cell is None or not cell.text:
            return None
        value = cell.value if isinstance(cell.value, Decimal) else read_number(cell.text).value
        if value is None or value < 0:
            self._problems.append(problem("staff-rate", self._where, text=cell.text[:60]))
            return None
        return value


def _languages(text: str) -> tuple[str, ...]:
    said = [part.strip(" .") for part in _APART.split(text)]
    found = (next((code for code, pattern in _LANGUAGES if re.search(pattern, part.lower())), part) for part in said)
    return tuple(dict.fromkeys(part for part in found if part))
