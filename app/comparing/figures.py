"""The numbers that changed: hours, rates and sums of items, of sections and of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from app.model.estimate import Period
from app.model.proposal import Proposal
from app.totals import Totals


class Measure(StrEnum):
    """What is counted."""

    HOURS = "hours"
    RATE = "rate"
    AMOUNT = "amount"
    SUBTOTAL = "subtotal"
    DISCOUNT = "discount"
    NET = "net"
    VAT = "vat"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that changed. `path` is that of the item or section, `estimate` for the whole; `title` is its present name.

    `old` is None where it was not there before, `new` where it is not there any more. Amounts are in the currency of each
    proposal, due once or every `period`.
    """

    path: str
    title: str
    measure: Measure
    old: Decimal | None
    new: Decimal | None
    period: Period = Period.ONCE

    @property
    def difference(self) -> Decimal:
        """How much more it is now."""
        return (self.new or Decimal(0)) - (self.old or Decimal(0))


_Place: TypeAlias = "tuple[str, Measure, Period]"
_Known: TypeAlias = "dict[_Place, tuple[str, Decimal]]"


def figures(old: Proposal, old_totals: Totals, new: Proposal, new_totals: Totals) -> tuple[Figure, ...]:
    """Return the numbers that differ, those of the new proposal in its order; an amount in another currency differs too."""
    before, after = dict(_told(old, old_totals)), dict(_told(new, new_totals))
    exchanged = old.currency != new.currency
    found = []
    for place in dict.fromkeys((*after, *before)):
        path, measure, period = place
        was, now = before.get(place), after.get(place)
        changed = (was and was[1]) != (now and now[1]) or (exchanged and measure is not Measure.HOURS)
        if changed:
            title = (now or was or ("", None))[0]
            found.append(Figure(path, title, measure, was[1] if was else None, now[1] if now else None, period))
    return tuple(found)


def _told(proposal: Proposal, totals: Totals) -> "Iterator[tuple[_Place, tuple[str, Decimal]]]":
    for part, summed in zip(proposal.estimate.sections, totals.sections, strict=True):
        here = f"estimate/sections/{part.id}"
        for item, one in zip(part.items, summed.items, strict=True):
            path = f"{here}/items/{item.id}"
            yield (path, Measure.HOURS, one.period), (item.title, one.hours)
            yield (path, Measure.RATE, one.period), (item.title, one.rate)
            yield (path, Measure.AMOUNT, one.period), (item.title, one.amount)
        for portion in summed.portions:
            yield (here, Measure.HOURS, portion.period), (part.title, portion.hours)
            yield (here, Measure.AMOUNT, portion.period), (part.title, portion.amount)
    for due in totals.periods:
        for measure in (Measure.HOURS, Measure.SUBTOTAL, Measure.DISCOUNT, Measure.NET, Measure.VAT, Measure.TOTAL):
            yield ("estimate", measure, due.period), ("", getattr(due, measure.value))
