"""What the sums of an estimate are made of. All amounts are in major units, rounded by the estimate's rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.model.estimate import Period

_NOTHING = Decimal(0)


class Standing(StrEnum):
    """How a line item stands to the total."""

    COUNTED = "counted"
    OPTION = "option"
    """Optional and not chosen: shown with its price, outside the total."""
    ALTERNATIVE = "alternative"
    """Another of its group counts."""
    ELSEWHERE = "elsewhere"
    """In other packages than the one that counts."""


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What one line item comes to: `hours` of work, the `rate` for one unit that was used, and the `amount`.

    `amount` is `gross` less the item's own `discount`, due once or every `period`. `priced` is False where no rate was given
    and none is known for its role. `exact` is the amount before any rounding.
    """

    id: str
    hours: Decimal
    rate: Decimal
    amount: Decimal
    standing: Standing
    priced: bool = True
    gross: Decimal = _NOTHING
    discount: Decimal = _NOTHING
    period: Period = Period.ONCE
    exact: Decimal = _NOTHING

    @property
    def counted(self) -> bool:
        """Tell whether it is in the sums."""
        return self.standing is Standing.COUNTED


@dataclass(frozen=True, slots=True)
class Portion:
    """What of a section is due once, or every month, or every year.

    `own` is the sum of its own counted items. `amount` is what the section comes to: its own items and the sections that
    belong to it, less its `discount`. `hours` likewise are of all of it. `optional` is what its own optional items would add.
    """

    period: Period
    hours: Decimal = _NOTHING
    own: Decimal = _NOTHING
    discount: Decimal = _NOTHING
    amount: Decimal = _NOTHING
    optional: Decimal = _NOTHING


@dataclass(frozen=True, slots=True)
class SectionTotal:
    """Sums over a section. `parent` is the id of the section of level 1 that it belongs to, empty for those themselves.

    `portions` begin with what is due once, which is always there; its numbers are this object's too.
    """

    id: str
    parent: str
    portions: tuple[Portion, ...]
    items: tuple[ItemTotal, ...]

    @property
    def hours(self) -> Decimal:
        """Return the hours of what is due once."""
        return self.portions[0].hours

    @property
    def amount(self) -> Decimal:
        """Return what the section comes to once."""
        return self.portions[0].amount

    @property
    def own(self) -> Decimal:
        """Return the sum of its own items that are due once."""
        return self.portions[0].own

    @property
    def discount(self) -> Decimal:
        """Return what is taken off once."""
        return self.portions[0].discount

    @property
    def optional(self) -> Decimal:
        """Return what its optional items would add once."""
        return self.portions[0].optional

    def portion(self, period: Period) -> Portion:
        """Return what is due in a period, all zero where nothing is."""
        for portion in self.portions:
            if portion.period is period:
                return portion
        return Portion(period)

    def item(self, item_id: str) -> ItemTotal:
        """Return the total of one item. Raises KeyError."""
        return by_id(self.items, item_id)


@dataclass(frozen=True, slots=True)
class VatTotal:
    """The tax at one `rate` (percent): the printed `base` and the `vat` in it or on it."""

    rate: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class PeriodTotal:
    """The way from the sections to what the client pays once, or every month, or every year.

    `subtotal` is the sum of the sections of level 1. `surcharges` (one for each of the estimate) and `contingency` are added
    to it, then `discount` is taken off: what remains is `net`, the base of the VAT, split by its rates in `vats`. `total` is
    `net` with the VAT where it is added, `net` itself where it is included or exempt.
    """

    period: Period
    hours: Decimal
    subtotal: Decimal
    surcharges: tuple[Decimal, ...]
    contingency: Decimal
    discount: Decimal
    net: Decimal
    vats: tuple[VatTotal, ...]
    vat: Decimal
    total: Decimal
    optional: Decimal


@dataclass(frozen=True, slots=True)
class PackageTotal:
    """What the estimate comes to in one of its packages."""

    id: str
    periods: tuple[PeriodTotal, ...]

    @property
    def hours(self) -> Decimal:
        """Return the hours of what is due once."""
        return self.periods[0].hours

    @property
    def total(self) -> Decimal:
        """Return what the client pays once."""
        return self.periods[0].total


@dataclass(frozen=True, slots=True)
class PaymentTotal:
    """What one payment of the plan comes to."""

    id: str
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an estimate, in major units of `currency`.

    `periods` begin with what is due once, which is always there; its numbers are this object's too. `payments` are the plan
    for what is due once; `unplanned` is what they leave (below zero: what they are too much), zero where there is no plan.
    `equivalent` is the one-off total in the estimate's second currency, None where it has none.
    """

    currency: str
    periods: tuple[PeriodTotal, ...]
    sections: tuple[SectionTotal, ...]
    packages: tuple[PackageTotal, ...] = ()
    payments: tuple[PaymentTotal, ...] = ()
    unplanned: Decimal = _NOTHING
    equivalent: Decimal | None = None

    @property
    def once(self) -> PeriodTotal:
        """Return what is due once."""
        return self.periods[0]

    @property
    def recurring(self) -> tuple[PeriodTotal, ...]:
        """Return what is due every month and every year, where anything is."""
        return self.periods[1:]

    @property
    def hours(self) -> Decimal:
        """Return the hours of what is due once."""
        return self.periods[0].hours

    @property
    def subtotal(self) -> Decimal:
        """Return the sum of the sections, due once."""
        return self.periods[0].subtotal

    @property
    def discount(self) -> Decimal:
        """Return what is taken off once."""
        return self.periods[0].discount

    @property
    def net(self) -> Decimal:
        """Return the base of the VAT, due once."""
        return self.periods[0].net

    @property
    def vat(self) -> Decimal:
        """Return the VAT due once."""
        return self.periods[0].vat

    @property
    def total(self) -> Decimal:
        """Return what the client pays once."""
        return self.periods[0].total

    @property
    def optional(self) -> Decimal:
        """Return what the optional items would add once."""
        return self.periods[0].optional

    @property
    def tops(self) -> tuple[SectionTotal, ...]:
        """Return the sections of level 1: the sum of their amounts is the subtotal."""
        return tuple(section for section in self.sections if not section.parent)

    def section(self, section_id: str) -> SectionTotal:
        """Return the totals of one section. Raises KeyError."""
        return by_id(self.sections, section_id)


_Row = TypeVar("_Row", ItemTotal, SectionTotal)


def by_id(rows: Sequence[_Row], wanted: str) -> _Row:
    """Return the row with an id. Raises KeyError."""
    for row in rows:
        if row.id == wanted:
            return row
    raise KeyError(wanted)
