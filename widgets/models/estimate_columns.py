"""The columns of the estimate's grid: what they are called, who may see them, what is typed into them."""

from enum import IntEnum

from app.i18n import phrase


class Column(IntEnum):
    """The columns from left to right."""

    TITLE = 0
    ROLE = 1
    QUANTITY = 2
    UNIT = 3
    RATE = 4
    DISCOUNT = 5
    VAT = 6
    PERIOD = 7
    ALTERNATIVE = 8
    PACKAGES = 9
    AMOUNT = 10
    LOWEST = 11
    LIKELY = 12
    HIGHEST = 13
    MEAN = 14
    COST = 15
    MARGIN = 16
    ACTUAL = 17


HEADINGS = {
    Column.TITLE: phrase("Work"),
    Column.ROLE: phrase("Who"),
    Column.QUANTITY: phrase("Quantity"),
    Column.UNIT: phrase("Unit"),
    Column.RATE: phrase("Rate"),
    Column.DISCOUNT: phrase("Discount"),
    Column.VAT: phrase("VAT, %"),
    Column.PERIOD: phrase("Due"),
    Column.ALTERNATIVE: phrase("Either/or"),
    Column.PACKAGES: phrase("Packages"),
    Column.AMOUNT: phrase("Sum"),
    Column.LOWEST: phrase("Least, h"),
    Column.LIKELY: phrase("Likely, h"),
    Column.HIGHEST: phrase("Most, h"),
    Column.MEAN: phrase("Expected, h"),
    Column.COST: phrase("Cost of one"),
    Column.MARGIN: phrase("Margin"),
    Column.ACTUAL: phrase("Spent, h"),
}

EXPLAINED = {
    Column.ROLE: phrase("The role of a line and the people of a section: double click, F2, or F4 for the whole section"),
    Column.DISCOUNT: phrase("A share such as 10%, or an amount such as 5000"),
    Column.VAT: phrase("The item's own rate of VAT; empty: that of the estimate"),
    Column.PERIOD: phrase("Once, every month or every year"),
    Column.ALTERNATIVE: phrase("Items of a section with the same name here exclude each other"),
    Column.PACKAGES: phrase("The packages that the item is in, by name or number"),
    Column.LOWEST: phrase("The fewest hours that it can take"),
    Column.LIKELY: phrase("The hours that it most likely takes"),
    Column.HIGHEST: phrase("The most hours that it can take"),
    Column.MEAN: phrase("Expected hours: (least + 4 × likely + most) / 6"),
    Column.COST: phrase("What one unit costs the studio; quiet: what the role costs"),
    Column.MARGIN: phrase("What is left of the price after discounts, without VAT"),
    Column.ACTUAL: phrase("Hours that were spent on it"),
}
"""What the pointer tells over a heading."""

USUAL = (Column.TITLE, Column.ROLE, Column.QUANTITY, Column.UNIT, Column.RATE, Column.AMOUNT)
"""Columns that are always there."""

MORE = (Column.DISCOUNT, Column.VAT, Column.PERIOD, Column.ALTERNATIVE, Column.PACKAGES)
"""Columns that are shown where somebody needs them."""

INSIDE = (Column.LOWEST, Column.LIKELY, Column.HIGHEST, Column.MEAN, Column.COST, Column.MARGIN, Column.ACTUAL)
"""Columns of what never leaves the house."""

MERGED = frozenset({Column.TITLE, Column.DISCOUNT, Column.PACKAGES})
"""Columns that tell texts in which merge fields are replaced (see `app.merge.texts`): titles, reasons, names of packages."""

SPREAD = {Column.LOWEST: "lowest", Column.LIKELY: "likely", Column.HIGHEST: "highest"}
"""The columns of the estimator's three hours, with the field of each."""

NUMBERS = frozenset({Column.QUANTITY, Column.RATE, Column.DISCOUNT, Column.VAT, Column.AMOUNT, *INSIDE})
"""Columns of numbers: set to the right."""

COMPUTED = frozenset({Column.AMOUNT, Column.MEAN, Column.MARGIN})
"""Columns in which nobody types."""

FIELDS = {
    Column.TITLE: ("title", phrase("Title")),
    Column.ROLE: ("role", phrase("Role")),
    Column.QUANTITY: ("quantity", phrase("Quantity")),
    Column.UNIT: ("unit", phrase("Unit")),
    Column.RATE: ("rate", phrase("Rate")),
    Column.DISCOUNT: ("discount", phrase("Discount")),
    Column.VAT: ("vat", phrase("VAT")),
    Column.PERIOD: ("period", phrase("Due")),
    Column.ALTERNATIVE: ("alternative", phrase("Either/or")),
    Column.PACKAGES: ("packages", phrase("Packages")),
    Column.LOWEST: ("spread", phrase("Least hours")),
    Column.LIKELY: ("spread", phrase("Likely hours")),
    Column.HIGHEST: ("spread", phrase("Most hours")),
    Column.COST: ("cost", phrase("Cost of one")),
    Column.ACTUAL: ("actual", phrase("Spent hours")),
}
"""The field of a line item that a column shows, and what it is called in the names of edits."""

OF_FIELD = {"people": Column.QUANTITY, "pricing": Column.UNIT, **{name: column for column, (name, _) in reversed(FIELDS.items())}}
"""The column that shows a field."""

WIDTHS = {
    Column.ROLE: 108,
    Column.QUANTITY: 66,
    Column.UNIT: 72,
    Column.RATE: 78,
    Column.DISCOUNT: 86,
    Column.VAT: 72,
    Column.PERIOD: 92,
    Column.ALTERNATIVE: 104,
    Column.PACKAGES: 112,
    Column.AMOUNT: 112,
    Column.LOWEST: 80,
    Column.LIKELY: 84,
    Column.HIGHEST: 84,
    Column.MEAN: 96,
    Column.COST: 100,
    Column.MARGIN: 80,
    Column.ACTUAL: 84,
}
"""Pixels; the title takes the rest."""
