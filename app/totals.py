"""The only sums there are: an estimate becomes its totals.

What is printed adds up: every printed amount is already rounded when it is summed, so printed lines add to printed
subtotals and those to the printed total, always.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TypeVar

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.money import round_money

_HUNDRED = Decimal(100)
_PRECISION = 60


@dataclass(frozen=True, slots=True)
class ItemTotal:
    """What one line item comes to: `hours` of work, the `rate` for one unit that was used, and the `amount`.

    `counted` tells whether it is in the sums; an optional item that is not chosen is not. `priced` is False where no
    rate was given and none is known for its role.
    """

    id: str
    hours: Decimal
    rate: Decimal
    amount: Decimal
    counted: bool
    priced: bool = True


@dataclass(frozen=True, slots=True)
class SectionTotal:
    """Sums over the counted items of a section, and apart from them over its optional ones."""

    id: str
    hours: Decimal
    amount: Decimal
    optional: Decimal
    items: tuple[ItemTotal, ...]

    def item(self, item_id: str) -> ItemTotal:
        """Return the total of one item. Raises KeyError."""
        return _by_id(self.items, item_id)


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of an estimate, in major units of `currency`, rounded to its minor unit.

    `subtotal` is the sum of the sections, `discount` what is taken off (positive), `net` the base of the VAT, `total` what
    the client pays: `net` with the VAT where it is added, `net` itself where it is included or exempt.
    """

    currency: str
    hours: Decimal
    subtotal: Decimal
    discount: Decimal
    net: Decimal
    vat: Decimal
    total: Decimal
    optional: Decimal
    sections: tuple[SectionTotal, ...]

    def section(self, section_id: str) -> SectionTotal:
        """Return the totals of one section. Raises KeyError."""
        return _by_id(self.sections, section_id)


_Row = TypeVar("_Row", ItemTotal, SectionTotal)


def totals(estimate: Estimate, currency: str, before: tuple[Estimate, Totals] | None = None) -> Totals:
    """Compute everything that is printed about an estimate's hours and money.

    `before` is an earlier estimate with its totals: sections that are the same objects in both are not summed again.
    """
    with localcontext() as context:
        context.prec = _PRECISION
        rates = {rate.id: rate.amount for rate in estimate.rates}
        known = _known(before, estimate, currency) if before else {}
        sections = tuple(
            known.get(id(section)) or _section(section, rates, estimate.hours_a_day, currency) for section in estimate.sections
        )
        subtotal = _sum(section.amount for section in sections)
        discount = discount_of(estimate.discount, subtotal, currency)
        net = subtotal - discount
        vat = vat_of(estimate.vat, net, currency)
        return Totals(
            currency=currency,
            hours=_sum(section.hours for section in sections),
            subtotal=round_money(subtotal, currency),
            discount=discount,
            net=round_money(net, currency),
            vat=vat,
            total=round_money(net + vat if estimate.vat.mode is VatMode.ADDED else net, currency),
            optional=round_money(_sum(section.optional for section in sections), currency),
            sections=sections,
        )


def discount_of(discount: Discount, subtotal: Decimal, currency: str) -> Decimal:
    """Return the money taken off a subtotal: never more than the subtotal, never less than nothing."""
    amount = discount.amount or subtotal * discount.percent / _HUNDRED
    return round_money(min(max(amount, Decimal(0)), max(subtotal, Decimal(0))), currency)


def vat_of(vat: Vat, net: Decimal, currency: str) -> Decimal:
    """Return the tax in (INCLUDED: net × rate / (100 + rate)) or on (ADDED: net × rate / 100) the printed base.

    A rate below zero counts as zero.
    """
    if vat.mode is VatMode.EXEMPT:
        return round_money(Decimal(0), currency)
    rate = max(vat.rate, Decimal(0))
    base = _HUNDRED + rate if vat.mode is VatMode.INCLUDED else _HUNDRED
    return round_money(net * rate / base, currency)


def _known(before: tuple[Estimate, Totals], estimate: Estimate, currency: str) -> dict[int, SectionTotal]:
    """Return the totals of an earlier estimate's sections by their identity, none where rates or currency have changed."""
    earlier, sums = before
    if (earlier.rates, earlier.hours_a_day, sums.currency) != (estimate.rates, estimate.hours_a_day, currency):
        return {}
    return {id(section): total for section, total in zip(earlier.sections, sums.sections, strict=True)}


def _section(section: EstimateSection, rates: dict[str, Decimal], hours_a_day: Decimal, currency: str) -> SectionTotal:
    items = tuple(_item(item, rates, hours_a_day, currency) for item in section.items)
    counted = [item for item in items if item.counted]
    return SectionTotal(
        id=section.id,
        hours=_sum(item.hours for item in counted),
        amount=round_money(_sum(item.amount for item in counted), currency),
        optional=round_money(_sum(item.amount for item in items if not item.counted), currency),
        items=items,
    )


def _item(item: LineItem, rates: dict[str, Decimal], hours_a_day: Decimal, currency: str) -> ItemTotal:
    rate = item.rate
    if rate is None and item.role in rates and item.pricing is not Pricing.FIXED:
        rate = rates[item.role] * (hours_a_day if item.pricing is Pricing.DAYS else 1)
    return ItemTotal(
        id=item.id,
        hours=hours_of(item, hours_a_day),
        rate=rate if rate is not None else Decimal(0),
        amount=round_money((rate or Decimal(0)) * item.quantity, currency),
        counted=not item.optional or item.chosen,
        priced=rate is not None,
    )


def hours_of(item: LineItem, hours_a_day: Decimal) -> Decimal:
    """Return the hours of work in an item, zero where none are told."""
    if item.pricing is Pricing.HOURS:
        return item.quantity
    if item.hours is not None:
        return item.hours
    return item.quantity * hours_a_day if item.pricing is Pricing.DAYS else Decimal(0)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, Decimal(0))


def _by_id(rows: Sequence[_Row], wanted: str) -> _Row:
    for row in rows:
        if row.id == wanted:
            return row
    raise KeyError(wanted)
