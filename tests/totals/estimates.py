"""Estimates of every kind for the property tests: all pricings, periods and levels, discounts, taxes, roundings, packages."""

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from app.model.estimate import (
    Contingency,
    Discount,
    Estimate,
    EstimateSection,
    LineItem,
    Period,
    Pricing,
    Surcharge,
    Vat,
    VatMode,
)
from app.model.exchange import Exchange
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.rounding import Rounding, RoundingScope, RoundingStep

CURRENCIES = ["RUB", "EUR", "JPY", "KWD"]
DAY = datetime.date(2026, 11, 21)


def examples(count: int) -> settings:
    """Return settings for so many estimates; a slow machine is no fault of theirs.

    What fails is made smaller but not explained: with so many fields that takes minutes.
    """
    phases = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]
    return settings(max_examples=count, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=phases)


def d(text: str | int) -> Decimal:
    return Decimal(text)


def item(number: int = 1, **values: Any) -> LineItem:
    return LineItem(id=f"i{number}", **values)


def estimate_of(*items: LineItem, **values: Any) -> Estimate:
    """Return an estimate of one section."""
    return Estimate(sections=(EstimateSection(id="s1", items=items),), **values)


def number(*known: str, most: int = 10**6, places: int = 3) -> st.SearchStrategy[Decimal]:
    """Return numbers that were trouble somewhere, or any up to `most`."""
    return st.one_of(st.sampled_from([d(text) for text in known]), st.decimals(0, most, places=places))


prices = number("33.333", "2.675", "0.005", "4500", "0", "1000000.01")
percents = number("5", "10", "33.33", "100", "0.01", most=100, places=2)
quantities = number("1", "8", "0.333", "1.3333333333", "0", most=2000)
discounts = st.one_of(
    st.just(Discount()),
    st.builds(Discount, percent=percents),
    st.builds(Discount, amount=prices),
    st.sampled_from([Discount(percent=d(150)), Discount(percent=d(10), amount=d("99.99")), Discount(percent=d(100))]),
)
mostly_no_discount = st.one_of(st.just(Discount()), st.just(Discount()), discounts)
rates_of_tax = st.sampled_from([d("0"), d("5"), d("7"), d("10"), d("20"), d("20.0"), d("22"), d("16.67")])

items = st.builds(
    LineItem,
    id=st.just("i"),
    pricing=st.sampled_from(Pricing),
    quantity=quantities,
    people=st.sampled_from([d(1), d(2), d("0.5")]),
    rate=st.none() | prices,
    role=st.sampled_from(["designer", "lead", "freelancer", ""]),
    hours=st.none() | number("0.333", "1.3333333333", most=500),
    period=st.sampled_from([Period.ONCE, Period.ONCE, *Period]),
    optional=st.booleans(),
    chosen=st.booleans(),
    alternative=st.sampled_from(["", "", "", "a", "b"]),
    packages=st.sampled_from([(), (), ("k1",), ("k2",), ("k1", "k3"), ("gone",)]),
    discount=mostly_no_discount,
    vat=st.none() | rates_of_tax,
)
sections = st.builds(
    EstimateSection,
    id=st.just("s"),
    level=st.sampled_from([1, 1, 2]),
    items=st.lists(items, max_size=4).map(tuple),
    discount=mostly_no_discount,
)
surcharges = st.builds(
    Surcharge,
    id=st.just("u"),
    percent=st.just(d(0)) | percents,
    amount=st.just(d(0)) | prices,
    section=st.sampled_from(["", "", "s0", "s1", "s2", "gone"]),
)
payments = st.builds(Payment, id=st.just("t"), percent=st.just(d(0)) | percents, amount=st.just(d(0)) | prices)
shares_of_a_whole = st.lists(st.integers(1, 9), min_size=1, max_size=4).map(
    lambda weights: tuple(Payment(id="t", percent=d(weight) * 100 / sum(weights)) for weight in weights)
)
rates = st.builds(
    lambda designer, lead, freelancer: (
        Rate(id="designer", amount=designer),
        Rate(id="lead", amount=lead, currency="EUR"),
        Rate(id="freelancer", amount=freelancer, currency="USD"),
    ),
    prices,
    prices,
    prices,
)
exchanges = st.lists(
    st.builds(Exchange, currency=st.sampled_from(["EUR", "USD", "JPY"]), rate=number("92.5134", "0.0061"), date=st.just(DAY)),
    max_size=3,
    unique_by=lambda exchange: exchange.currency,
)
roundings = st.builds(Rounding, step=st.sampled_from(RoundingStep), scope=st.sampled_from(RoundingScope))
_wholes = st.builds(
    Estimate,
    sections=st.lists(sections, max_size=4).map(tuple),
    rates=rates,
    surcharges=st.lists(surcharges, max_size=2).map(tuple),
    contingency=st.builds(Contingency, percent=st.just(d(0)) | percents),
    discount=mostly_no_discount,
    vat=st.builds(Vat, mode=st.sampled_from(VatMode), rate=rates_of_tax),
    rounding=roundings,
    hours_a_day=st.sampled_from([d(8), d(6), d("7.5")]),
    hours_a_month=st.sampled_from([d(160), d("164.33")]),
    packages=st.integers(0, 3).map(lambda count: tuple(Package(id=f"k{i + 1}") for i in range(count))),
    package=st.sampled_from(["", "k1", "k2", "gone"]),
    payments=st.lists(payments, max_size=3).map(tuple) | shares_of_a_whole,
    exchanges=exchanges.map(tuple),
    equivalent=st.sampled_from(["", "EUR", "JPY"]),
)


def with_ids(estimate: Estimate) -> Estimate:
    """Give everything an id of its own; the first section is of level 1."""
    count = iter(range(10**6))
    parts = []
    for place, section in enumerate(estimate.sections):
        rows = tuple(replace(row, id=f"i{next(count)}") for row in section.items)
        parts.append(replace(section, id=f"s{place}", items=rows, level=section.level if place else 1))
    return replace(
        estimate,
        sections=tuple(parts),
        surcharges=tuple(replace(one, id=f"u{i}") for i, one in enumerate(estimate.surcharges)),
        payments=tuple(replace(one, id=f"t{i}") for i, one in enumerate(estimate.payments)),
    )


estimates = _wholes.map(with_ids)
currencies = st.sampled_from(CURRENCIES)
