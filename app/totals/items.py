"""What one line item comes to, and which items of a section count."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.money import round_to
from app.totals.result import ItemTotal, Standing
from app.totals.rules import Rules

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_HOUR_DIGITS = 2
"""Decimals of printed hours: a third of an hour counts as 0.33, because 0.33 is what the reader adds up."""

_BY_ROLE = frozenset({Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS, Pricing.QUANTITY})


def items_of(section: EstimateSection, rules: Rules, known: Mapping[int, ItemTotal]) -> tuple[ItemTotal, ...]:
    """Return the totals of a section's items. `known` are those of items that have not changed, by identity."""
    priced = [known.get(id(item)) or _priced(item, rules) for item in section.items]
    if any(item.alternative for item in section.items):
        priced = _with_alternatives(section.items, priced)
    return tuple(priced)


def hours_of(item: LineItem, hours_a_day: Decimal, hours_a_month: Decimal = Decimal(160)) -> Decimal:
    """Return the hours of work in an item as they are printed, with two decimals; zero where none are told."""
    if item.pricing is Pricing.HOURS:
        hours = item.quantity
    elif item.hours is not None:
        hours = item.hours
    elif item.pricing is Pricing.DAYS:
        hours = item.quantity * hours_a_day
    elif item.pricing is Pricing.MONTHS:
        hours = item.quantity * item.people * hours_a_month
    else:
        return _NOTHING
    rounded = round_to(hours, _HOUR_DIGITS)
    return hours if hours == rounded else rounded


def _priced(item: LineItem, rules: Rules) -> ItemTotal:
    rate = item.rate if item.rate is not None else _rate_of_role(item, rules)
    units = item.quantity * item.people if item.pricing is Pricing.MONTHS else item.quantity
    exact = (rate or _NOTHING) * units
    gross = rules.nothing + round_to(exact, rules.digits)
    taken = item.discount
    discount = rules.nothing
    if taken.percent or taken.amount:
        discount = min(max(rules.part(taken.percent, taken.amount, exact), rules.nothing), gross)
        off = taken.amount or exact * taken.percent / _HUNDRED
        exact -= min(max(off, _NOTHING), exact)
    return ItemTotal(
        id=item.id,
        hours=hours_of(item, rules.hours_a_day, rules.hours_a_month),
        rate=rate if rate is not None else _NOTHING,
        amount=gross - discount,
        standing=_standing(item, rules.package),
        priced=rate is not None,
        gross=gross,
        discount=discount,
        period=item.period,
        exact=exact,
    )


def _rate_of_role(item: LineItem, rules: Rules) -> Decimal | None:
    rate = rules.rates.get(item.role) if item.pricing in _BY_ROLE else None
    if rate is None:
        return None
    factor = {Pricing.DAYS: rules.hours_a_day, Pricing.MONTHS: rules.hours_a_month}.get(item.pricing)
    return rate if factor is None else rate * factor


def _standing(item: LineItem, package: str) -> Standing:
    if package and item.packages and package not in item.packages:
        return Standing.ELSEWHERE
    return Standing.OPTION if item.optional and not item.chosen else Standing.COUNTED


def _with_alternatives(items: Sequence[LineItem], priced: Sequence[ItemTotal]) -> list[ItemTotal]:
    """Let one of each group count: the eldest that is chosen, else the eldest that is not optional, wherever it stands."""
    picked: dict[str, int] = {}
    for wanted in ("chosen", "not optional"):
        for i in sorted(range(len(items)), key=lambda place: _age(items[place])):
            item = items[i]
            fits = item.chosen if wanted == "chosen" else not item.optional
            if item.alternative and fits and priced[i].standing is not Standing.ELSEWHERE:
                picked.setdefault(item.alternative, i)
    out = []
    for i, (item, total) in enumerate(zip(items, priced, strict=True)):
        standing = total.standing
        if item.alternative and standing is not Standing.ELSEWHERE:
            standing = Standing.COUNTED if picked.get(item.alternative) == i else Standing.ALTERNATIVE
        out.append(total if standing is total.standing else replace(total, standing=standing))
    return out


def _age(item: LineItem) -> tuple[int, str]:
    """Ids count up as items are made; i2 is older than i10. Unlike places they stay when somebody drags a line."""
    return len(item.id), item.id
