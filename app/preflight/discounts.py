"""Discounts that are larger than what they are taken from."""

from collections.abc import Iterator
from decimal import Decimal

from app.model.estimate import Discount
from app.preflight.case import Case, place
from app.preflight.facts import money, plain
from app.problems import Problem, error

_HUNDRED = Decimal(100)


def discounts(case: Case) -> Iterator[Problem]:
    """Tell discounts of items, sections and the whole above 100 % or above the price."""
    currency = case.totals.currency
    for where, item, one in case.items():
        yield from _larger(item.discount, one.gross, where, currency)
    for section, sums in case.sections():
        full = max((portion.amount + portion.discount for portion in sums.portions), default=Decimal(0))
        yield from _larger(section.discount, full, place(section), currency)
    full = max((whole.net + whole.discount for whole in case.totals.periods), default=Decimal(0))
    yield from _larger(case.estimate.discount, full, "estimate", currency)


def _larger(taken: Discount, full: Decimal, where: str, currency: str) -> Iterator[Problem]:
    if taken.amount:
        if taken.amount > full:
            told, price = money(taken.amount, currency), money(full, currency)
            yield error("discount-above-price", f"{where}/discount", amount=told, price=price)
    elif taken.percent > _HUNDRED:
        yield error("discount-above-hundred", f"{where}/discount", percent=plain(taken.percent))
