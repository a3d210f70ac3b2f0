"""Numbers between an estimate and its sums that formulas need to know."""

from collections.abc import Mapping
from decimal import Decimal

from app.exchange.view import Shown
from app.model.estimate import LineItem, Period, Pricing
from app.model.money import minor_digits, round_to
from app.totals import ItemTotal, PeriodTotal

_NOTHING = Decimal(0)
_ONE = Decimal(1)


def step_digits(shown: Shown) -> int:
    """Return the decimals of the declared step of rounding; −2 stands for hundreds."""
    return shown.estimate.rounding.digits(shown.currency)


def coin_digits(shown: Shown) -> int:
    """Return the decimals of the currency."""
    return minor_digits(shown.currency)


def units(item: LineItem) -> Decimal:
    """Return how often the rate of an item is taken."""
    return item.quantity * item.people if item.pricing is Pricing.MONTHS else item.quantity


def correction(shown: Shown, item: LineItem, one: ItemTotal) -> Decimal:
    """Return what a line has more than if it were rounded alone: its share of the difference, by the largest remainder."""
    return one.gross - round_to(one.rate * units(item), step_digits(shown))


def vat_of(shown: Shown, item: LineItem | None) -> Decimal:
    """Return the rate of VAT in per cent of an item, or without one that of the estimate; one below zero counts as zero."""
    rate = shown.estimate.vat.rate if item is None or item.vat is None else item.vat
    return max(rate, _NOTHING).normalize() + 0


def vat_rates(shown: Shown) -> tuple[Decimal, ...]:
    """Return the rates of VAT in per cent that the sums have or may come to have, in ascending order."""
    there = {vat_of(shown, item) for part in shown.estimate.sections for item in part.items}
    there |= {one.rate.normalize() + 0 for period in shown.sums.periods for one in period.vats}
    return tuple(sorted(there or {vat_of(shown, None)}))


def period_total(shown: Shown, period: Period) -> PeriodTotal:
    """Return the sums of a period, all zero where nothing is due in it."""
    known = next((one for one in shown.sums.periods if one.period is period), None)
    if known is not None:
        return known
    none = tuple(_NOTHING for _ in shown.estimate.surcharges)
    return PeriodTotal(period, *(_NOTHING,) * 2, none, *(_NOTHING,) * 3, (), *(_NOTHING,) * 3)


def factors(shown: Shown, period: Period) -> Mapping[str, Decimal]:
    """Return for each section how much of an item's amount is left after the discounts and surcharges of its sections."""
    raised: dict[str, Decimal] = {}
    for surcharge, amount in zip(shown.estimate.surcharges, period_total(shown, period).surcharges, strict=True):
        raised[surcharge.section] = raised.get(surcharge.section, _NOTHING) + amount
    out: dict[str, Decimal] = {}
    for total in shown.sums.sections:
        portion = total.portion(period)
        before = portion.amount + portion.discount
        own = (portion.amount + (raised.get(total.id, _NOTHING) if total.id else _NOTHING)) / before if before else _ONE
        out[total.id] = own * (out.get(total.parent, _ONE) if total.parent else _ONE)
    return out


def weights(shown: Shown, period: Period) -> dict[Decimal, Decimal]:
    """Return how much lies on each rate of VAT."""
    left = factors(shown, period)
    out = dict.fromkeys(vat_rates(shown), _NOTHING)
    for part, total in zip(shown.estimate.sections, shown.sums.sections, strict=False):
        for item, one in zip(part.items, total.items, strict=True):
            if one.counted and one.period is period:
                out[vat_of(shown, item)] += one.amount * left[part.id]
    return out
