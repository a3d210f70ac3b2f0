"""Chooses what every column holds: settles columns that say the same, finds the names of the work without a heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.intake.cells import Row
from app.intake.columnkinds import column_map, settle_calendar, settle_people, settle_spread, time_heading
from app.intake.columns import Heading
from app.intake.columnset import ColumnMap
from app.intake.figures import FigureReader
from app.intake.headings import HeadingRows
from app.intake.headingwords import FIGURES, SPREAD, Field
from app.intake.numbers import read_number
from app.intake.rolecolumns import column_sums, numeric
from app.problems import Problem, Severity, problem

_SPARSE = 0.6
_MANY = {Field.HOURS, Field.MONTHS, Field.ROLE_HOURS, Field.NUMBER, Field.VAT}
"""Fields that may be in several columns."""
_GENERIC_SUM = ("стоимость", "cost")


@dataclass(slots=True)
class ColumnChooser:
    """Chooses the columns of one sheet; what is not taken over is told in `problems`."""

    reader: FigureReader
    headings: HeadingRows
    rows: Sequence[Row]
    hidden: frozenset[int] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    wholes: list[int] = field(default_factory=list)
    """Columns that only repeat the sum of others."""
    textual: list[int] = field(default_factory=list)
    """Columns that are headed by roles and hold no hours."""
    _by_field: dict[Field, list[int]] = field(default_factory=dict)

    def choose(self) -> ColumnMap:
        """Return the map of the sheet's columns."""
        for column, heading in sorted(self.headings.known.items()):
            self._by_field.setdefault(heading.field, []).append(column)
        self._settle_hidden()
        self._settle_sums()
        vat, gross = self._settle_vat()
        months = settle_calendar(self._by_field, self.headings, self.rows, self.reader)
        if months and Field.MONTHS in self._by_field:
            self.problems.append(
                problem("column-months-added", self._where(months[0]), Severity.INFO, columns=self._names(months))
            )
        settle_people(self._by_field, self.headings.known, self.rows, self.reader)
        self._settle_roles()
        self._settle_titles()
        settle_spread(self._by_field, self.headings.known)
        if Field.LOWEST in self._by_field:
            ends = [self._by_field[known][0] for known in SPREAD if known in self._by_field]
            self.problems.append(problem("column-spread", self._where(ends[0]), Severity.INFO, columns=self._names(ends)))
        self._settle_hours()
        self._settle_rest()
        self._tell_unknown()
        columns = {known: tuple(found) for known, found in self._by_field.items() if found}
        made = column_map(columns, self.headings, vat, gross)
        self._tell_scale(made.scale)
        return made

    def _heading(self, column: int) -> Heading:
        return self.headings.known.get(column) or Heading(Field.OTHER, 0)

    def _settle_hidden(self) -> None:
        """A hidden column gives way to one that is seen and says the same."""
        for columns in self._by_field.values():
            seen = [column for column in columns if column not in self.hidden]
            if seen and len(seen) < len(columns):
                self._tell_repeated(columns, *seen)
                columns[:] = seen

    def _settle_sums(self) -> None:
        """`Кол-во | Стоимость | Сумма`: with another column for the sum, a plain cost is the price of one."""
        sums = self._by_field.get(Field.SUM, [])
        if len(sums) < 2 or Field.PRICE in self._by_field or any(self._heading(column).vat for column in sums):
            return
        first = sums[0]
        if self.headings.texts[first].lower().startswith(_GENERIC_SUM) and self._heading(first).bound != "whole":
            self._by_field[Field.PRICE] = [first]
            self._by_field[Field.SUM] = sums[1:]

    def _settle_vat(self) -> tuple[str, int]:
        """Of the sums with and without VAT take those without; tell what the headings say, and the column left aside."""
        sums = self._by_field.get(Field.SUM, [])
        without = [column for column in sums if self._heading(column).vat == "without"]
        gross = [column for column in sums if self._heading(column).vat == "with"]
        if without:
            self._by_field[Field.SUM] = without
            return "without", gross[0] if gross else 0
        return ("with", 0) if gross and gross == sums else ("", 0)

    def _settle_roles(self) -> None:
        """Columns headed by trades hold hours only where they hold numbers; a column beside them may be their sum."""
        roles = self._by_field.pop(Field.ROLE_HOURS, [])
        self.textual = [column for column in roles if not numeric(column, self.rows, self.reader)]
        roles = [column for column in roles if column not in self.textual]
        if len(roles) < 2:
            timed = [column for column in roles if time_heading(self.headings.texts.get(column, ""))]
            if timed:
                self._by_field.setdefault(Field.HOURS, []).extend(timed)
            return
        self._by_field[Field.ROLE_HOURS] = roles
        for known in (Field.SUM, Field.HOURS):
            for column in list(self._by_field.get(known, [])):
                if column_sums(self.rows, roles, column, self.reader):
                    self._by_field[known].remove(column)
                    self.wholes.append(column)
            if not self._by_field.get(known):
                self._by_field.pop(known, None)

    def _settle_titles(self) -> None:
        sections = self._by_field.get(Field.SECTION, [])
        if len(sections) > 1 and Field.SUBSECTION not in self._by_field:
            self._by_field[Field.SECTION], self._by_field[Field.SUBSECTION] = sections[:1], sections[1:]
        titles = self._by_field.get(Field.TITLE, [])
        if len(titles) > 1:
            first, second = titles[:2]
            if Field.SECTION not in self._by_field and self._is_sparse(first, second):
                self._by_field[Field.SECTION], self._by_field[Field.TITLE] = [first], titles[1:]
            elif Field.DESCRIPTION not in self._by_field:
                self._by_field[Field.TITLE], self._by_field[Field.DESCRIPTION] = [first], [second]
        if not titles:
            self._find_title()
        if Field.TITLE not in self._by_field and Field.ROLE in self._by_field:
            self._by_field[Field.TITLE] = self._by_field[Field.ROLE]

    def _find_title(self) -> None:
        """Without a heading for the names of the work: stages that differ from row to row, a column of texts with an unknown
        heading, descriptions, or whatever stages there are.
        """
        sections = self._by_field.get(Field.SECTION, [])
        figures = next((self._by_field[known][0] for known in FIGURES if known in self._by_field), 0)
        unknown = [column for column in self._text_columns() if column not in self.headings.known]
        if not sections and not unknown and Field.ROLE in self._by_field:
            return
        if sections and not self._is_sparse(sections[0], figures):
            self._by_field[Field.TITLE] = self._by_field.pop(Field.SECTION)
        elif unknown:
            self._by_field[Field.TITLE] = unknown[:1]
        elif Field.DESCRIPTION in self._by_field:
            self._by_field[Field.TITLE] = self._by_field.pop(Field.DESCRIPTION)
        elif sections:
            self._by_field[Field.TITLE] = self._by_field.pop(Field.SECTION)

    def _text_columns(self) -> list[int]:
        counts: dict[int, int] = {}
        for row in self.rows:
            for cell in row.cells:
                if isinstance(cell.value, str) and read_number(cell.value).value is None:
                    counts[cell.column] = counts.get(cell.column, 0) + 1
        return sorted(column for column, count in counts.items() if count > len(self.rows) * 0.5)

    def _is_sparse(self, column: int, beside: int) -> bool:
        """Tell whether a column is filled only now and then where another one is filled, or repeats itself."""
        texts = [(row.cell(column), row.cell(beside)) for row in self.rows]
        filled = [left.text if left else "" for left, right in texts if right]
        return len({text for text in filled if text}) < _SPARSE * len(filled)

    def _settle_hours(self) -> None:
        hours = self._by_field.get(Field.HOURS, [])
        if Field.ROLE_HOURS in self._by_field and hours:
            self._tell_repeated([*self._by_field[Field.ROLE_HOURS], *hours], self._by_field[Field.ROLE_HOURS][0])
            del self._by_field[Field.HOURS]
            return
        if len(hours) < 2:
            return
        for bound in ("whole", "most"):
            chosen = [column for column in hours if self._heading(column).bound == bound]
            if chosen:
                self._by_field[Field.HOURS] = chosen[:1]
                self._tell_repeated(hours, chosen[0])
                return
        best = [column for column in hours if self._heading(column).score > 60]
        if len(best) == 1:
            self._by_field[Field.HOURS] = best
            self._tell_repeated(hours, best[0])
            return
        self.problems.append(problem("column-hours-added", self._where(hours[0]), Severity.INFO, columns=self._names(hours)))

    def _settle_rest(self) -> None:
        for known, columns in self._by_field.items():
            if known in _MANY or len(columns) < 2:
                continue
            best = max(columns, key=lambda column: (self._heading(column).bound == "whole", self._heading(column).score))
            self._tell_repeated(columns, best)
            self._by_field[known] = [best]

    def _tell_repeated(self, columns: list[int], *taken: int) -> None:
        left = [column for column in columns if column not in taken]
        facts = {"taken": self._names(taken), "left": self._names(left)}
        self.problems.append(problem("column-repeated", self._where(left[0]), Severity.WARNING, **facts))

    def _tell_unknown(self) -> None:
        used = {*self.wholes, *self.headings.known} - {*self.textual}
        used |= {column for columns in self._by_field.values() for column in columns}
        for column, text in sorted(self.headings.texts.items()):
            if column not in used and any(row.cell(column) for row in self.rows):
                self.problems.append(problem("column-unknown", self._where(column), Severity.INFO, heading=text))

    def _tell_scale(self, scale: dict[int, Decimal]) -> None:
        for column, factor in scale.items():
            facts = {"heading": self.headings.texts[column], "factor": factor}
            self.problems.append(problem("column-scaled", self._where(column), Severity.INFO, **facts))

    def _names(self, columns: Sequence[int]) -> str:
        return ", ".join(self.headings.texts.get(column, "") for column in columns)

    def _where(self, column: int) -> str:
        return self.reader.where(self.headings.last, column)
