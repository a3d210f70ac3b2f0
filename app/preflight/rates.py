"""Prices of an hour: from a card that still holds, in a known currency, not changed where the lead has locked them."""

from collections.abc import Iterator
from decimal import Decimal

from app.model.estimate import LineItem, Pricing
from app.model.exchange import rate_of
from app.model.rate import Rate
from app.preflight.case import Case
from app.preflight.facts import money, named
from app.problems import Problem, error
from app.totals.rules import rules_of

_ONE = Decimal(1)


def rates(case: Case) -> Iterator[Problem]:
    """Tell rates without a frozen rate of exchange, a card that does not hold any more, and changes of locked rates."""
    for rate in unconverted(case):
        name, items = named(rate.title, rate.id), sum(1 for _, item, _ in case.items() if _takes(item, rate))
        yield error("rate-without-exchange", f"estimate/rates/{rate.id}", rate=name, currency=rate.currency, items=items)
    card = case.estimate.rate_card
    if card.valid_until is not None and card.valid_until < case.proposal.date:
        title, until, date = named(card.title, card.id), card.valid_until.isoformat(), case.proposal.date.isoformat()
        yield error("rates-stale", "estimate/rate_card", card=title, until=until, date=date)
    yield from _overridden(case)


def unconverted(case: Case) -> list[Rate]:
    """Return the rates that price an item, but in a currency without a frozen rate of exchange."""
    estimate, own = case.estimate, case.totals.currency
    foreign = [
        one for one in estimate.rates if one.currency not in ("", own) and rate_of(one.currency, estimate.exchanges) is None
    ]
    return [rate for rate in foreign if any(_takes(item, rate) for _, item, _ in case.items())]


def _takes(item: LineItem, rate: Rate) -> bool:
    return item.role == rate.id and item.rate is None and item.pricing is not Pricing.FIXED


def _overridden(case: Case) -> Iterator[Problem]:
    estimate, currency = case.estimate, case.totals.currency
    locked = {rate.id: rate for rate in estimate.rates if rate.locked or estimate.rate_card.locked}
    known = rules_of(estimate, currency, "").rates
    factors = {Pricing.HOURS: _ONE, Pricing.DAYS: estimate.hours_a_day, Pricing.MONTHS: estimate.hours_a_month}
    for where, item, _ in case.items():
        rate, factor = locked.get(item.role), factors.get(item.pricing)
        if rate is None or factor is None or item.rate is None or item.role not in known:
            continue
        due = known[item.role] * factor
        if item.rate != due:
            name, own = named(rate.title, rate.id), money(item.rate, currency)
            title, told = named(item.title, item.id), money(due, currency)
            yield error("rate-locked", f"{where}/rate", item=title, rate=name, own=own, locked=told)
