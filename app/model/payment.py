"""The plan of payments."""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """One payment, due at an event or on a date.

    It is an `amount` in major units or a `percent` of the one-off total, whichever is not zero; with both zero it is the
    rest that the other payments leave.
    """

    id: str
    title: str = ""
    date: datetime.date | None = None
    percent: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)
