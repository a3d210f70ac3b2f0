"""The whole: from the sections to what the client pays."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, localcontext

from app.model.estimate import Estimate, EstimateSection, Period, Surcharge, VatMode
from app.model.money import round_money
from app.totals.payments import payments_of
from app.totals.result import PackageTotal, PeriodTotal, SectionTotal, Totals
from app.totals.rules import Rules, counting_package, exchange_rate, rules_of
from app.totals.sections import sections_of
from app.totals.taxes import vats_of

_NOTHING = Decimal(0)
_PRECISION = 400
"""Digits: the product of three numbers as long as files may have them is exact, so that no order of adding matters."""


def totals(estimate: Estimate, currency: str, before: tuple[Estimate, Totals] | None = None) -> Totals:
    """Compute everything that is printed about an estimate's hours and money.

    `before` is an earlier estimate with its totals: what is the same object in both is not summed again.
    """
    with localcontext() as context:
        context.prec = _PRECISION
        package = counting_package(estimate)
        sections, periods = _sums(estimate, rules_of(estimate, currency, package), _earlier(before, estimate, currency))
        once = periods[0]
        payments, unplanned = payments_of(estimate.payments, once.total, rules_of(estimate, currency, package).minor)
        return Totals(
            currency=currency,
            periods=periods,
            sections=sections,
            packages=tuple(
                PackageTotal(one.id, periods if one.id == package else _sums(estimate, rules_of(estimate, currency, one.id))[1])
                for one in estimate.packages
            ),
            payments=payments,
            unplanned=unplanned,
            equivalent=_equivalent(estimate, once.total),
        )


_Earlier = Mapping[str, tuple[EstimateSection, SectionTotal]]


def _earlier(before: tuple[Estimate, Totals] | None, estimate: Estimate, currency: str) -> _Earlier:
    """Return an earlier estimate's sections with their totals, none where rates, rounding or currency have changed."""
    if before is None:
        return {}
    known, sums = before
    unchanged = (
        sums.currency == currency
        and known.rates == estimate.rates
        and known.exchanges == estimate.exchanges
        and known.rounding == estimate.rounding
        and (known.hours_a_day, known.hours_a_month) == (estimate.hours_a_day, estimate.hours_a_month)
        and counting_package(known) == counting_package(estimate)
    )
    if not unchanged:
        return {}
    return {section.id: (section, total) for section, total in zip(known.sections, sums.sections, strict=True)}


def _sums(
    estimate: Estimate, rules: Rules, earlier: _Earlier | None = None
) -> tuple[tuple[SectionTotal, ...], tuple[PeriodTotal, ...]]:
    sections = sections_of(estimate.sections, rules, earlier or {})
    tops = [section for section in sections if not section.parent]
    due = {portion.period for section in tops for portion in section.portions} | {Period.ONCE}
    periods = [period for period in Period if period in due]
    subtotals = {period: _sum([section.portion(period).amount for section in tops]) for period in periods}
    first = next((period for period in periods if subtotals[period] > 0), Period.ONCE)
    made = tuple(_period(estimate, rules, sections, period, subtotals[period], period is first) for period in periods)
    return sections, made


def _period(
    estimate: Estimate, rules: Rules, sections: Sequence[SectionTotal], period: Period, subtotal: Decimal, first: bool
) -> PeriodTotal:
    """Sum one period. Amounts that concern the whole go to the `first` period in which anything is due, percentages to each."""
    surcharges = tuple(_surcharge(one, rules, sections, period, subtotal, first) for one in estimate.surcharges)
    contingency = rules.part(estimate.contingency.percent, _NOTHING, subtotal)
    above = subtotal + _sum(surcharges) + contingency
    taken = estimate.discount
    off = rules.nothing if taken.amount and not first else rules.part(taken.percent, taken.amount, above)
    discount = round_money(min(max(off, _NOTHING), max(above, _NOTHING)), rules.currency)
    net = round_money(above - discount, rules.currency)
    vats = vats_of(estimate, sections, period, net, surcharges, rules)
    vat = round_money(_sum(one.vat for one in vats), rules.currency)
    return PeriodTotal(
        period=period,
        hours=_sum([section.portion(period).hours for section in sections if not section.parent]),
        subtotal=round_money(subtotal, rules.currency),
        surcharges=surcharges,
        contingency=contingency,
        discount=discount,
        net=net,
        vats=vats,
        vat=vat,
        total=round_money(net + vat, rules.currency) if estimate.vat.mode is VatMode.ADDED else net,
        optional=round_money(_sum([section.portion(period).optional for section in sections]), rules.currency),
    )


def _surcharge(
    surcharge: Surcharge, rules: Rules, sections: Sequence[SectionTotal], period: Period, subtotal: Decimal, first: bool
) -> Decimal:
    if surcharge.amount and not first:
        return rules.nothing
    base = subtotal
    if surcharge.section:
        base = _sum(section.portion(period).amount for section in sections if section.id == surcharge.section)
    return max(rules.part(surcharge.percent, surcharge.amount, base), rules.nothing)


def _equivalent(estimate: Estimate, total: Decimal) -> Decimal | None:
    rate = exchange_rate(estimate, estimate.equivalent) if estimate.equivalent else None
    return None if rate is None else round_money(total / rate, estimate.equivalent)


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    return sum(numbers, _NOTHING)
