"""Which column is taken for what: settles columns that say the same, and finds the names of the work without a heading."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from app.intake.cells import Row, place
from app.intake.columns import Heading
from app.intake.headings import HeadingRows
from app.intake.headingwords import FIGURES, Field
from app.intake.numbers import read_number
from app.intake.units import TimeUnit
from app.problems import Problem, Severity, problem

_SPARSE = 0.6
_GENERIC_SUM = ("стоимость", "cost")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns by what they hold. Only hours may be in several, which add up.

    `scale` multiplies the money of a column, `rate_per` is the unit of time of the rates where the heading tells,
    `vat` what the headings say of the sums: "with", "without" or nothing; `gross` is the column of the sums with VAT that
    stands beside those without.
    """

    columns: dict[Field, tuple[int, ...]]
    scale: dict[int, Decimal] = field(default_factory=dict)
    rate_per: TimeUnit = TimeUnit.NONE
    vat: str = ""
    gross: int = 0

    def column(self, wanted: Field) -> int:
        """Return the column of a field, 0 where there is none."""
        found = self.columns.get(wanted, ())
        return found[0] if found else 0


@dataclass(slots=True)
class ColumnChooser:
    """Chooses the columns of one sheet; what is not taken over is told in `problems`."""

    file: str
    sheet: str
    headings: HeadingRows
    rows: Sequence[Row]
    problems: list[Problem] = field(default_factory=list)
    _by_field: dict[Field, list[int]] = field(default_factory=dict)

    def choose(self) -> ColumnMap:
        """Return the map of the sheet's columns."""
        for column, heading in sorted(self.headings.known.items()):
            self._by_field.setdefault(heading.field, []).append(column)
        self._settle_sums()
        vat, gross = self._settle_vat()
        self._settle_titles()
        self._settle_hours()
        self._settle_rest()
        self._tell_unknown()
        columns = {known: tuple(found) for known, found in self._by_field.items()}
        rate = columns.get(Field.RATE, (0,))[0]
        scale = {column: heading.scale for column, heading in self.headings.known.items() if heading.scale != 1}
        self._tell_scale(scale)
        per = self.headings.known[rate].per if rate in self.headings.known else TimeUnit.NONE
        return ColumnMap(columns, scale, per, vat, gross)

    def _heading(self, column: int) -> Heading:
        return self.headings.known[column]

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

    def _settle_titles(self) -> None:
        titles = self._by_field.get(Field.TITLE, [])
        if len(titles) > 1:
            first, second = titles[:2]
            if Field.SECTION not in self._by_field and self._is_sparse(first, second):
                self._by_field[Field.SECTION], self._by_field[Field.TITLE] = [first], titles[1:]
            elif Field.DESCRIPTION not in self._by_field:
                self._by_field[Field.TITLE], self._by_field[Field.DESCRIPTION] = [first], [second]
        if not titles:
            self._find_title()

    def _find_title(self) -> None:
        """Without a heading for the names of the work: stages that differ from row to row, a column of texts with an unknown
        heading, descriptions, or whatever stages there are.
        """
        sections = self._by_field.get(Field.SECTION, [])
        figures = next((self._by_field[known][0] for known in FIGURES if known in self._by_field), 0)
        unknown = [column for column in self._text_columns() if column not in self.headings.known]
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
            if known in {Field.HOURS, Field.NUMBER, Field.VAT} or len(columns) < 2:
                continue
            best = max(columns, key=lambda column: (self._heading(column).bound == "whole", self._heading(column).score))
            self._tell_repeated(columns, best)
            self._by_field[known] = [best]

    def _tell_repeated(self, columns: list[int], taken: int) -> None:
        left = [column for column in columns if column != taken]
        taken_name = self.headings.texts.get(taken, "")
        self.problems.append(problem("column-repeated", self._where(left[0]), taken=taken_name, left=self._names(left)))

    def _tell_unknown(self) -> None:
        used = {column for columns in self._by_field.values() for column in columns} | set(self.headings.known)
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
        return place(self.file, self.sheet, self.headings.last, column)
