"""Estimates of every kind, with something in each of their internal fields."""

import datetime
from decimal import Decimal

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
from app.model.internal import Internal
from app.model.package import Package
from app.model.payment import Payment
from app.model.rate import Rate
from app.model.ratecard import CardUsed
from app.model.rounding import Rounding, RoundingScope, RoundingStep
from app.model.signoff import SignOff

CANARY = "CANARY"

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
"""What people type."""
starts = st.sampled_from(
    ["=1+1", "+7 495 123-45-67", "-5", "@sum", "'=x", "''-", "<r>x</r>", "_x0041_", "1,5", "1:30", "001", 'a;b\n"c"']
)
texts = st.one_of(st.sampled_from(["", "Дизайн", "Design", "Вёрстка главной", "Верстка главной"]), words, starts)
numbers = st.decimals(min_value=0, max_value=10**6, places=3)
small = st.decimals(min_value=0, max_value=500, places=2)
percents = st.decimals(min_value=0, max_value=100, places=2)
days = st.none() | st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1))
ids = st.sampled_from([f"x{n}" for n in range(6)])
discounts = st.one_of(
    st.just(Discount()),
    st.builds(Discount, percent=percents, reason=texts),
    st.builds(Discount, amount=numbers, reason=texts),
)


def a(kind: type, **fields: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(kind, **fields)


items = a(
    LineItem,
    id=ids,
    title=texts,
    description=texts,
    pricing=st.sampled_from(Pricing),
    quantity=small,
    people=st.sampled_from([Decimal(1), Decimal(2), Decimal("0.5")]),
    unit=texts,
    rate=st.none() | numbers,
    role=st.sampled_from(["", "designer", "p1", "nobody"]),
    hours=st.none() | small,
    period=st.sampled_from([Period.ONCE, Period.ONCE, Period.MONTH, Period.YEAR]),
    optional=st.booleans(),
    chosen=st.booleans(),
    alternative=st.sampled_from(["", "", "А", "B"]),
    packages=st.sampled_from([(), (), ("k1",), ("k2", "k1")]),
    discount=discounts,
    vat=st.none() | st.sampled_from([Decimal(0), Decimal(10), Decimal("20.0")]),
    note=st.just(Internal(CANARY)),
    actual=st.just(Internal(Decimal("77.7"))),
    cost=st.just(Internal(Decimal("88.8"))),
)
sections = a(
    EstimateSection,
    id=st.sampled_from(["s1", "s2", "s3", "s4"]),
    title=texts,
    description=texts,
    level=st.sampled_from([1, 2]),
    people=st.sampled_from([(), ("p1",), ("p1", "p2")]),
    roles=st.sampled_from([(), ("Редактор",), ("a, b", "c|d")]),
    items=st.lists(items, max_size=5, unique_by=lambda item: item.id).map(tuple),
    discount=discounts,
    note=st.just(Internal(CANARY)),
    signed=st.just(Internal(SignOff(by=CANARY, at="2026-01-01T00:00:00Z"))),
)


def several(one: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(one, max_size=most, unique_by=lambda each: each.id).map(tuple)


rates = st.just(
    (
        Rate(id="designer", amount=Decimal("3333.33"), title="Дизайнер", cost=Internal(Decimal("999.9"))),
        Rate(id="p1", amount=Decimal(50), currency="EUR", locked=True),
    )
)
exchanges = st.just(
    (
        Exchange(currency="EUR", rate=Decimal("98.7654"), date=datetime.date(2026, 11, 20), source="ЦБ"),
        Exchange(currency="USD", rate=Decimal("81.2"), date=datetime.date(2026, 11, 20)),
    )
)
estimates = a(
    Estimate,
    sections=several(sections, 4),
    rates=st.just(()) | rates,
    surcharges=several(
        a(Surcharge, id=ids, title=texts, percent=percents, section=st.sampled_from(["", "s1", "s2"]))
        | a(Surcharge, id=ids, title=texts, amount=numbers)
    ),
    contingency=a(Contingency, percent=st.just(Decimal(0)) | percents, reason=texts),
    discount=discounts,
    vat=a(Vat, mode=st.sampled_from(VatMode), rate=st.sampled_from([Decimal(0), Decimal(20), Decimal("7.5")]), reason=texts),
    rounding=a(Rounding, step=st.sampled_from(RoundingStep), scope=st.sampled_from(RoundingScope)),
    hours_a_day=st.sampled_from([Decimal(8), Decimal("7.5")]),
    hours_a_month=st.just(Decimal(160)),
    packages=st.just(()) | st.just((Package(id="k1", title="Основа"), Package(id="k2", title="Полный", text="Всё"))),
    package=st.sampled_from(["", "k1", "k2"]),
    payments=several(
        a(Payment, id=ids, title=texts, date=days, percent=st.sampled_from([Decimal(0), Decimal(50), Decimal(25)]))
        | a(Payment, id=ids, title=texts, date=days, amount=numbers)
    ),
    exchanges=st.just(()) | exchanges,
    equivalent=st.sampled_from(["", "EUR", "USD"]),
    rate_card=st.just(CardUsed()) | st.just(CardUsed(id="c", title="Карта", valid_until=datetime.date(2027, 1, 1), locked=True)),
)
