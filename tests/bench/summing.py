"""Recalculating a long estimate after an edit: what the window does between a key and the next picture."""

from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median
from time import perf_counter

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Period, Pricing, Surcharge, Vat, VatMode
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.rounding import Rounding, RoundingScope
from app.totals import totals
from tests.bench.table import Row

SECTIONS = 25
ITEMS = 40
MOST = 10.0
"""Milliseconds that a recalculation may take at the median."""


@dataclass(frozen=True, slots=True)
class Summed:
    """Milliseconds at the median: from nothing, and after an edit."""

    fresh: float
    edited: float


def estimate(scope: RoundingScope) -> Estimate:
    """Return 1,000 items in 25 sections of two levels, of every pricing, with discounts, a surcharge and two rates of tax."""
    pricings = tuple(Pricing)
    sections = tuple(
        EstimateSection(
            id=f"s{place}",
            title=f"Section {place}",
            level=1 if place % 5 == 0 else 2,
            items=tuple(_item(place * ITEMS + number, pricings) for number in range(ITEMS)),
            discount=Discount(percent=Decimal(5)) if place % 7 == 3 else Discount(),
        )
        for place in range(SECTIONS)
    )
    return Estimate(
        sections=sections,
        rates=(Rate(id="designer", amount=Decimal("4500.55")),),
        surcharges=(Surcharge(id="u1", title="Urgency", percent=Decimal(20)),),
        discount=Discount(percent=Decimal(3)),
        vat=Vat(mode=VatMode.ADDED, rate=Decimal(22)),
        rounding=Rounding(scope=scope),
        payments=(Payment(id="t1", percent=Decimal(50)), Payment(id="t2")),
    )


def _item(number: int, pricings: tuple[Pricing, ...]) -> LineItem:
    return LineItem(
        id=f"i{number}",
        title=f"Item {number}",
        pricing=pricings[number % len(pricings)],
        quantity=Decimal(number % 37 + 1) / 4,
        rate=None if number % 3 else Decimal(number) + Decimal("333.333"),
        role="designer",
        period=Period.MONTH if number % 50 == 7 else Period.ONCE,
        optional=number % 23 == 5,
        vat=Decimal(10) if number % 11 == 0 else None,
        discount=Discount(percent=Decimal(10)) if number % 13 == 0 else Discount(),
    )


def summing(scope: RoundingScope, times: int) -> Summed:
    """Edit one item after the other, and sum each time with what was summed before."""
    known = estimate(scope)
    fresh = []
    for _ in range(max(times // 10, 3)):
        started = perf_counter()
        sums = totals(known, "RUB")
        fresh.append(perf_counter() - started)
    edited = []
    for count in range(times):
        changed = _edit(known, count)
        started = perf_counter()
        found = totals(changed, "RUB", (known, sums))
        edited.append(perf_counter() - started)
        known, sums = changed, found
    if sums != totals(known, "RUB"):
        raise AssertionError("sums after edits are not those from nothing")
    return Summed(median(fresh) * 1000, median(edited) * 1000)


def _edit(known: Estimate, count: int) -> Estimate:
    """Type another quantity into one item."""
    place, row = count * 7 % SECTIONS, count * 11 % ITEMS
    section = known.sections[place]
    item = replace(section.items[row], quantity=section.items[row].quantity + Decimal("0.25"))
    section = replace(section, items=(*section.items[:row], item, *section.items[row + 1 :]))
    return replace(known, sections=(*known.sections[:place], section, *known.sections[place + 1 :]))


def rows(times: int) -> list[Row]:
    """Return a row of the table for each way of rounding, and for comparison what it takes from nothing."""
    size = f"{SECTIONS * ITEMS:,} items"
    names = {RoundingScope.LINE: "rounded line by line", RoundingScope.TOTAL: "rounded as a whole"}
    found = {scope: summing(scope, times) for scope in names}
    return [
        row
        for scope, name in names.items()
        for row in (
            Row(size, f"sums after an edit, {name}", found[scope].edited, "ms", MOST, "fixed"),
            Row(size, "— from nothing", found[scope].fresh, "ms"),
        )
    ]
