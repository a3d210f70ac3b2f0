"""What the columns and rows of a spreadsheet are called for people."""

from collections.abc import Mapping

from app.i18n import phrase
from app.intake.rowkinds import RowKind
from app.model.mapping import ColumnMeaning
from widgets.words import tr

COLUMNS: Mapping[ColumnMeaning, str] = {
    ColumnMeaning.OTHER: phrase("Not taken"),
    ColumnMeaning.TITLE: phrase("Work"),
    ColumnMeaning.SECTION: phrase("Section"),
    ColumnMeaning.SUBSECTION: phrase("Subsection"),
    ColumnMeaning.DESCRIPTION: phrase("Description"),
    ColumnMeaning.UNIT: phrase("Unit"),
    ColumnMeaning.QUANTITY: phrase("Quantity"),
    ColumnMeaning.HOURS: phrase("Hours"),
    ColumnMeaning.DAYS: phrase("Days"),
    ColumnMeaning.MONTHS: phrase("Months"),
    ColumnMeaning.PEOPLE: phrase("How many people"),
    ColumnMeaning.RATE: phrase("Rate"),
    ColumnMeaning.PRICE: phrase("Price of a unit"),
    ColumnMeaning.SUM: phrase("Sum"),
    ColumnMeaning.MONTHLY: phrase("Sum a month"),
    ColumnMeaning.YEARLY: phrase("Sum a year"),
    ColumnMeaning.PERIOD: phrase("How often"),
    ColumnMeaning.DISCOUNT: phrase("Discount"),
    ColumnMeaning.VAT: phrase("VAT"),
    ColumnMeaning.WHO: phrase("Who"),
    ColumnMeaning.ROLE: phrase("Role"),
    ColumnMeaning.ROLE_HOURS: phrase("Hours of a role"),
    ColumnMeaning.LOWEST: phrase("Hours, at least"),
    ColumnMeaning.LIKELY: phrase("Hours, likely"),
    ColumnMeaning.HIGHEST: phrase("Hours, at most"),
    ColumnMeaning.OPTIONAL: phrase("Optional"),
    ColumnMeaning.ALTERNATIVE: phrase("Alternative"),
    ColumnMeaning.NUMBER: phrase("Number"),
    ColumnMeaning.NOTE: phrase("Internal note"),
}
ROWS: Mapping[str, str] = {
    "heading": phrase("headings"),
    "item": phrase("line"),
    "section": phrase("section"),
    "detail": phrase("description"),
    "total": phrase("total"),
    "discount": phrase("discount"),
    "surcharge": phrase("surcharge"),
    "contingency": phrase("contingency"),
    "rates": phrase("rates"),
    "payment": phrase("payment"),
    "vat": phrase("VAT row"),
    "note": phrase("note"),
}
"""What rows were taken for (`RowKind`). Rows of other kinds are not taken, and say nothing."""


def column_options() -> list[tuple[object, str]]:
    """Return all that a column can hold, with what it is called."""
    return [(meaning, tr(COLUMNS[meaning])) for meaning in COLUMNS]


def row_word(kind: RowKind) -> str:
    """Return what a row was taken for; empty where it is passed over."""
    return tr(ROWS[kind.value]) if kind.value in ROWS else ""
