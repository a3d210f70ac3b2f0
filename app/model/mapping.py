"""How the columns of a spreadsheet are understood, remembered from one file of a source to the next."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnMeaning(StrEnum):
    """What a column of an estimate holds. OTHER is left out."""

    OTHER = ""
    NUMBER = "number"
    SECTION = "section"
    SUBSECTION = "subsection"
    """The title of a section of the second level."""
    TITLE = "title"
    DESCRIPTION = "description"
    UNIT = "unit"
    QUANTITY = "quantity"
    HOURS = "hours"
    ROLE_HOURS = "role-hours"
    """Hours of the role that the heading names."""
    LOWEST = "lowest"
    """The fewest hours of an estimator's range; LIKELY and HIGHEST are its other ends."""
    LIKELY = "likely"
    HIGHEST = "highest"
    DAYS = "days"
    MONTHS = "months"
    PEOPLE = "people"
    """How many people work in an item, a number."""
    RATE = "rate"
    PRICE = "price"
    SUM = "sum"
    MONTHLY = "monthly"
    """What is due every month, beside a sum that is due once; YEARLY every year."""
    YEARLY = "yearly"
    PERIOD = "period"
    """How often the amount is due, in words."""
    DISCOUNT = "discount"
    VAT = "vat"
    WHO = "who"
    """Names of those who do the work."""
    ROLE = "role"
    OPTIONAL = "optional"
    ALTERNATIVE = "alternative"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """One column, counted from 1, with its heading and what it holds."""

    column: int
    heading: str = ""
    meaning: ColumnMeaning = ColumnMeaning.OTHER


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMapping:
    """How the tables of one source are understood. `id` is the fingerprint of headings and file name.

    `files` is the file's name with `*` in place of numbers and dates. `sheet` is the name of the sheet; `row` is the number of
    the first row of the headings, 0 where the table has none, and `rows` how many rows they take. `decimal` is the
    decimal mark of its numbers, empty where the numbers themselves are to tell.
    """

    id: str
    title: str = ""
    files: str = ""
    sheet: str = ""
    row: int = 0
    rows: int = 1
    decimal: str = ""
    columns: tuple[MappedColumn, ...] = ()

    def meaning(self, column: int) -> ColumnMeaning:
        """Return what a column holds; OTHER for one that is not named."""
        return next((known.meaning for known in self.columns if known.column == column), ColumnMeaning.OTHER)
