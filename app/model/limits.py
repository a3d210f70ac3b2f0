"""Which numbers the fields of the model may hold: declared once, for files and for edits alike."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from app.model.internal import Internal
from app.model.money import in_range


class Limits(NamedTuple):
    """The lowest and the highest number that is allowed; None is only bounded by `app.model.money.LARGEST`."""

    low: Decimal | None
    high: Decimal | None = None


POSITIVE = Limits(Decimal(0))
PERCENT = Limits(Decimal(0), Decimal(100))
ANY = Limits(None)

LIMITS = {
    "Approval.value": ANY,  # a margin may be below zero
    "Brief.budget": POSITIVE,
    "Brief.budget_to": POSITIVE,
    "Contingency.percent": PERCENT,
    "Discount.amount": POSITIVE,
    "Discount.percent": PERCENT,
    "Estimate.hours_a_day": Limits(Decimal(1), Decimal(24)),
    "Estimate.hours_a_month": Limits(Decimal(1), Decimal(744)),
    "Exchange.rate": POSITIVE,
    "LineItem.actual": POSITIVE,
    "LineItem.cost": POSITIVE,
    "LineItem.hours": POSITIVE,
    "LineItem.people": POSITIVE,
    "LineItem.quantity": POSITIVE,
    "LineItem.rate": POSITIVE,
    "LineItem.vat": PERCENT,
    "Payment.amount": POSITIVE,
    "Payment.percent": PERCENT,
    "Phase.start": Limits(Decimal(0), Decimal(520)),
    "Phase.weeks": Limits(Decimal(0), Decimal(520)),
    "Rate.amount": POSITIVE,
    "Rate.cost": POSITIVE,
    "SignOff.hours": POSITIVE,
    "SignedItem.hours": POSITIVE,
    "Spread.highest": POSITIVE,
    "Spread.likely": POSITIVE,
    "Spread.lowest": POSITIVE,
    "Surcharge.amount": POSITIVE,
    "Surcharge.percent": Limits(Decimal(0), Decimal(1000)),
    "Vat.rate": PERCENT,
}
"""The limits of every number, by `Class.field`."""


def fits(number: Decimal, limits: Limits) -> bool:
    """Tell whether a number is finite, of a size that sums can bear, and within limits."""
    if not in_range(number):
        return False
    return (limits.low is None or number >= limits.low) and (limits.high is None or number <= limits.high)


def unfit(value: object, field: str = "") -> Iterator[tuple[str, Decimal]]:
    """Yield every number within a value of the model that its field must not hold, as `Class.field` and the number.

    `field` is the place of the value itself, where it is a number.
    """
    if isinstance(value, Decimal):
        if not fits(value, LIMITS.get(field, ANY)):
            yield field, value
    elif isinstance(value, tuple):
        for one in value:
            yield from unfit(one, field)
    elif isinstance(value, Internal):
        yield from unfit(value.value, field)
    elif is_dataclass(value) and not isinstance(value, type):
        for name, place in _fields(type(value)):
            yield from unfit(getattr(value, name), place)


@cache
def _fields(kind: type) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, f"{kind.__name__}.{field.name}") for field in fields(kind))
