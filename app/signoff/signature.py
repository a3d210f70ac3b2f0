"""Signing the hours of a section: an estimator's name under what each of its items takes."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from app.model.estimate import EstimateSection, LineItem, Pricing
from app.model.signoff import SignedItem, SignOff
from app.signoff.written import fingerprint, moment, name_of
from app.totals import hours_of


def sign(section: EstimateSection, by: str, at: datetime.datetime, hours_a_day: Decimal, hours_a_month: Decimal) -> SignOff:
    """Sign a section as it stands: its own items with their hours, optional ones and alternatives too.

    Sections that belong to it are signed by themselves. `at` is a moment with its time zone. Raises ValueError where no name
    is told or the moment has no zone.
    """
    items = signed_items(section, hours_a_day, hours_a_month)
    name, when, hours = name_of(by), moment(at), hours_together(items)
    return SignOff(by=name, at=when, hours=hours, items=items, digest=digest_of(name, when, hours, items))


def signed_items(section: EstimateSection, hours_a_day: Decimal, hours_a_month: Decimal) -> tuple[SignedItem, ...]:
    """Return what would be signed of a section now."""
    return tuple(
        SignedItem(id=item.id, title=item.title, hours=hours_of(item, hours_a_day, hours_a_month), scope=scope_of(item))
        for item in section.items
    )


def hours_together(items: Sequence[SignedItem]) -> Decimal:
    """Return the hours of all items."""
    return sum((item.hours for item in items), Decimal(0))


def scope_of(item: LineItem) -> str:
    """Return a hash of what an item promises: title, description, unit, and how many units where those are what it is
    priced by. Spaces and line ends do not count.
    """
    many = item.quantity if item.pricing is Pricing.QUANTITY else Decimal(0)
    return fingerprint(*(" ".join(text.split()) for text in (item.title, item.description, item.unit)), many)


def digest_of(by: str, at: str, hours: Decimal, items: Sequence[SignedItem]) -> str:
    """Return the hash over everything that a signature says."""
    return fingerprint(by, at, hours, *((item.id, item.title, item.hours, item.scope) for item in items))
