"""The columns of a workbook: which there are, what heads them, how wide they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.exchange.figures import correction, vat_rates
from app.exchange.view import Shown
from app.i18n import Words
from app.model.estimate import Detail, LineItem, Period, Pricing

KEY = "key"
OPTION = "option"
AUX = "aux"
AMOUNTS = {Period.ONCE: "amount", Period.MONTH: "amount_month", Period.YEAR: "amount_year"}
FACTORS = {Period.ONCE: "factor", Period.MONTH: "factor_month", Period.YEAR: "factor_year"}
PACKAGE = "package:"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `name` never changes, `heading` speaks the document's language; `width` is in characters."""

    name: str
    heading: str
    width: float
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns from the left; `packages` are the names of those of packages, `places` tell where each is, from 0."""

    columns: tuple[Column, ...]
    periods: tuple[Period, ...]

    places: Mapping[str, int]
    packages: tuple[str, ...]

    def __contains__(self, name: str) -> bool:
        return name in self.places

    def place(self, name: str) -> int:
        """Return where a column is, from 0. Raises KeyError."""
        return self.places[name]

    @property
    def last_shown(self) -> int:
        """Return the place of the last column that is not hidden."""
        return max(i for i, column in enumerate(self.columns) if not column.hidden)


def columns_of(shown: Shown, words: Words) -> Columns:
    """Return the columns that an estimate needs."""
    estimate = shown.estimate
    items = [item for section in estimate.sections for item in section.items]
    periods = _periods(shown, items)
    made = [Column(KEY, "", 8, hidden=True), Column("number", "№", 5), Column("title", words("Work"), 42)]
    made += _texts(shown, items, words)
    made += _figures(shown, items, words)
    made += _choices(shown, items, words)
    made += _amounts(shown, periods, words)
    made += [Column(OPTION, "", 8, hidden=True)]
    if len(vat_rates(shown)) > 1 and items:
        made += [Column(FACTORS[period], "", 8, hidden=True) for period in periods]
    made.append(Column(AUX, "", 8, hidden=True))
    names = [column.name for column in made]
    packages = tuple(name for name in names if name.startswith(PACKAGE))
    return Columns(tuple(made), periods, {name: i for i, name in enumerate(names)}, packages)


def _periods(shown: Shown, items: list[LineItem]) -> tuple[Period, ...]:
    there = {Period.ONCE} | {item.period for item in items} | {one.period for one in shown.sums.periods}
    return tuple(period for period in Period if period in there)


def _texts(shown: Shown, items: list[LineItem], words: Words) -> list[Column]:
    parts = shown.estimate.sections
    made = []
    if any(one.description for one in items) or any(part.description for part in parts):
        made.append(Column("description", words("What is included"), 52))
    if any(one.role for one in items) or any(part.people or part.roles for part in parts):
        made.append(Column("role", words("Who"), 20))
    return made


def _figures(shown: Shown, items: list[LineItem], words: Words) -> list[Column]:
    if shown.view.detail is not Detail.DETAILED or not shown.view.show_hours:
        made = [Column("rate", "", 16)]
    else:
        made = [Column("unit", words("Unit"), 11)]
        if any(item.pricing is Pricing.MONTHS for item in items):
            made.append(Column("people", words("People"), 9))
        made += [Column("quantity", words("Quantity"), 11), Column("rate", words("Rate"), 16)]
    if shown.view.show_hours:
        made.append(Column("hours", words("Hours"), 10))
    return made


def _choices(shown: Shown, items: list[LineItem], words: Words) -> list[Column]:
    estimate = shown.estimate
    made = []
    if any(item.discount.percent for item in items):
        made.append(Column("discount_percent", words("Discount, %"), 10))
    if any(item.discount.amount for item in items):
        made.append(Column("discount_amount", words("Discount"), 13))
    if len({item.vat for item in items}) > 1 or any(item.vat is not None for item in items):
        made.append(Column("vat", words("VAT, %"), 8))
    made += [Column(PACKAGE + one.id, one.title or one.id, 13) for one in estimate.packages]
    if any(item.optional or item.alternative for item in items):
        made.append(Column("choice", words("Choice"), 16))
        made.append(Column("chosen", words("Chosen, 1/0"), 9))
    if any(item.optional or item.alternative for item in items) or estimate.packages:
        made.append(Column("counted", words("Counts, 1/0"), 9))
    return made


def _amounts(shown: Shown, periods: tuple[Period, ...], words: Words) -> list[Column]:
    sign = words.currency_sign(shown.currency)
    headings = {Period.ONCE: words("Amount"), Period.MONTH: words("A month"), Period.YEAR: words("A year")}
    made = [Column(AMOUNTS[period], ", ".join(filter(None, (headings[period], sign))), 18) for period in periods]
    if _is_corrected(shown):
        made.insert(0, Column("correction", words("Rounding"), 11))
    return made


def _is_corrected(shown: Shown) -> bool:
    """Tell whether lines are rounded together, so that some differ from what they would be rounded alone."""
    return any(
        correction(shown, item, one)
        for part, total in zip(shown.estimate.sections, shown.sums.sections, strict=False)
        for item, one in zip(part.items, total.items, strict=True)
    )
