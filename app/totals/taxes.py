"""Value added tax, split by its rates."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from app.model.estimate import Estimate, LineItem, Period, Vat, VatMode
from app.model.money import round_to
from app.totals.known import Known
from app.totals.result import SectionTotal, VatTotal
from app.totals.rules import Rules
from app.totals.shares import shares

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_ONE = Fraction(1)


def vats_of(
    estimate: Estimate,
    sections: Sequence[SectionTotal],
    period: Period,
    net: Decimal,
    surcharges: Sequence[Decimal],
    rules: Rules,
) -> tuple[VatTotal, ...]:
    """Split the printed net amount by the rates of its items and tax each printed base.

    INCLUDED: base × rate / (100 + rate). ADDED: base × rate / 100. Discounts of a section, surcharges of a section, and
    those of the whole lie on the rates in proportion to the items that they concern; where no item comes to anything, what
    there is lies on the estimate's own rate.
    """
    if estimate.vat.mode is VatMode.EXEMPT:
        return ()
    # Most estimates have one rate, and need no weights: what there is lies on it.
    several = any(_has_own_rate(section.items) for section in estimate.sections)
    found = _weights(estimate, sections, period, surcharges) if several else {}
    weights = {rate: weight for rate, weight in found.items() if weight}
    rates = sorted(weights) if weights else [_rate(estimate.vat.rate)]
    if len(rates) == 1:
        bases = [net]
    else:
        exact = [Decimal(weight.numerator) / weight.denominator for weight in map(weights.__getitem__, rates)]
        bases = shares(net, [(f"{number:06}", weight) for number, weight in enumerate(exact)], rules.minor)
    return tuple(
        VatTotal(rate, base, _tax(estimate.vat, rate, base, rules.minor)) for rate, base in zip(rates, bases, strict=True)
    )


_has_own_rate = Known[tuple[LineItem, ...], bool](lambda items: any(item.vat is not None for item in items))


def _tax(vat: Vat, rate: Decimal, base: Decimal, digits: int) -> Decimal:
    whole = _HUNDRED + rate if vat.mode is VatMode.INCLUDED else _HUNDRED
    return round_to(base * rate / whole, digits)


def _rate(rate: Decimal) -> Decimal:
    """A rate below zero counts as zero. Equal rates are one, however they are written."""
    return max(rate, _NOTHING).normalize()


def _weights(
    estimate: Estimate, sections: Sequence[SectionTotal], period: Period, surcharges: Sequence[Decimal]
) -> dict[Decimal, Fraction]:
    """Return how much of what is due in a period lies on each rate, before what concerns the whole.

    Fractions, because thirds of sections must weigh the same in whatever order they are added.
    """
    usual = _rate(estimate.vat.rate)
    raised: dict[str, Decimal] = {}
    for surcharge, amount in zip(estimate.surcharges, surcharges, strict=True):
        if surcharge.section:
            raised[surcharge.section] = raised.get(surcharge.section, _NOTHING) + amount
    factors: dict[str, Fraction] = {}
    weights: dict[Decimal, Fraction] = {}
    for section, total in zip(estimate.sections, sections, strict=True):
        portion = total.portion(period)
        before = portion.amount + portion.discount
        factor = Fraction(portion.amount + raised.get(section.id, _NOTHING)) / Fraction(before) if before else _ONE
        factors[section.id] = factor * factors.get(total.parent, _ONE)
        own: dict[Decimal, Decimal] = {}
        for item, sums in zip(section.items, total.items, strict=True):
            if sums.counted and sums.period is period and sums.amount:
                rate = usual if item.vat is None else _rate(item.vat)
                own[rate] = own.get(rate, _NOTHING) + sums.amount
        for rate, amount in own.items():
            weights[rate] = weights.get(rate, Fraction(0)) + Fraction(amount) * factors[section.id]
    return weights
