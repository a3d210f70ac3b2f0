"""Rates of exchange, frozen with their date."""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What one unit of `currency` (ISO 4217) costs in the proposal's currency, on a date, by a source such as a bank."""

    currency: str
    rate: Decimal
    date: datetime.date
    source: str = ""
