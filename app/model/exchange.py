"""Rates of exchange, frozen with their date."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.model.money import round_money


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What one unit of `currency` (ISO 4217) costs in the proposal's currency, on a date, by a source such as a bank."""

    currency: str
    rate: Decimal
    date: datetime.date
    source: str = ""


def rate_of(currency: str, exchanges: Iterable[Exchange]) -> Decimal | None:
    """Return what one unit of a currency costs, None where no rate of exchange is frozen."""
    return next((one.rate for one in exchanges if one.currency == currency and one.rate > 0), None)


def converted(amount: Decimal, currency: str, target: str, exchanges: Iterable[Exchange]) -> Decimal | None:
    """Return an amount in the currency of a proposal, its `target`, rounded to the minor unit as it is printed.

    An amount without a currency is in the target's. None where no rate of exchange is frozen: nobody adds euros to roubles.
    """
    if currency in ("", target):
        return amount
    rate = rate_of(currency, exchanges)
    return None if rate is None else round_money(amount * rate, target)
