"""The only sums there are: an estimate becomes its totals.

What is printed adds up: every printed amount is already rounded when it is summed, so printed lines add to printed
subtotals and those to the printed total, always.
"""

from app.totals.items import hours_of
from app.totals.result import (
    ItemTotal,
    PackageTotal,
    PaymentTotal,
    PeriodTotal,
    Portion,
    SectionTotal,
    Standing,
    Totals,
    VatTotal,
)
from app.totals.whole import totals

__all__ = [
    "ItemTotal",
    "PackageTotal",
    "PaymentTotal",
    "PeriodTotal",
    "Portion",
    "SectionTotal",
    "Standing",
    "Totals",
    "VatTotal",
    "hours_of",
    "totals",
]
