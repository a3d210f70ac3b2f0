"""What is left of a price, computed by hand in every test's comment."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.margins import Margin, Margins, margins
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
from app.model.rate import Rate
from app.model.rounding import Rounding, RoundingScope
from app.totals import totals
from tests.values import these


def d(text: str | int) -> Decimal:
    return Decimal(text)


def item(number: int, quantity: int, rate: int | None, cost: str | None = None, **values: object) -> LineItem:
    own = Internal(None if cost is None else d(cost))
    price = None if rate is None else d(rate)
    return LineItem(id=f"i{number}", quantity=d(quantity), rate=price, cost=own, **values)  # type: ignore[arg-type]


def one_section(*items: LineItem, **values: object) -> Estimate:
    return Estimate(sections=(EstimateSection(id="s1", items=items),), **values)  # type: ignore[arg-type]


def found(estimate: Estimate, currency: str = "RUB") -> Margins:
    return margins(estimate, totals(estimate, currency))


def of(estimate: Estimate, number: int = 1) -> Margin:
    return found(estimate).section("s1").item(f"i{number}").margin


def test_a_units_own_cost_times_its_units() -> None:
    """10 h × 100 = 1000, cost 10 × 60 = 600: 400 are left, 40 %."""
    margin = of(one_section(item(1, 10, 100, "60")))
    assert these(margin.revenue, margin.cost, margin.amount, margin.percent) == (1000, 600, 400, 40)


def test_the_cost_of_the_role_times_the_hours() -> None:
    """2 days × 8 h × 50 = 800 of cost against 2 × 8 × 100 = 1600."""
    designer = Rate(id="designer", amount=d(100), cost=Internal(d(50)))
    margin = of(one_section(item(1, 2, None, role="designer", pricing=Pricing.DAYS), rates=(designer,)))
    assert these(margin.revenue, margin.cost, margin.percent) == (1600, 800, 50)


def test_an_own_cost_goes_before_that_of_the_role() -> None:
    designer = Rate(id="designer", amount=d(100), cost=Internal(d(50)))
    assert of(one_section(item(1, 1, 100, "70", role="designer"), rates=(designer,))).cost == 70


def test_people_by_the_month() -> None:
    """3 people × 2 months × 1500 = 9000 of cost against 3 × 2 × 2000."""
    margin = of(one_section(item(1, 2, 2000, "1500", people=d(3), pricing=Pricing.MONTHS)))
    assert these(margin.revenue, margin.cost, margin.amount) == (12000, 9000, 3000)


def test_a_fixed_price_costs_the_told_hours_of_its_role() -> None:
    """12 h × 50 = 600 against a fixed 1000; without told hours nobody knows."""
    rates = (Rate(id="designer", amount=d(100), cost=Internal(d(50))),)
    fixed = item(1, 1, 1000, pricing=Pricing.FIXED, role="designer", hours=d(12))
    assert of(one_section(fixed, rates=rates)).amount == 400
    assert of(one_section(replace(fixed, hours=None), rates=rates)).amount is None


def test_a_cost_in_another_currency_needs_a_frozen_rate() -> None:
    """10 h × 20 EUR × 100 RUB = 20 000."""
    euros = Rate(id="dev", amount=d(40), currency="EUR", cost=Internal(d(20)))
    estimate = one_section(item(1, 10, None, role="dev"), rates=(euros,))
    assert of(estimate).cost is None
    frozen = Exchange(currency="EUR", rate=d(100), date=datetime.date(2026, 10, 1))
    margin = of(replace(estimate, exchanges=(frozen,)))
    assert these(margin.cost, margin.revenue) == (20000, 40000)


def test_a_cost_that_nobody_told_leaves_the_margin_unknown() -> None:
    """One of two costs is known: 400 of 1000 roubles' revenue have a margin of 25 %."""
    margin = found(one_section(item(1, 4, 100, "75"), item(2, 6, 100))).once.margin
    assert these(margin.cost, margin.amount, margin.percent) == (None, None, None)
    assert these(margin.known, margin.items, margin.known_revenue, margin.known_percent) == (1, 2, 400, 25)


def test_nothing_sold_has_no_percentage() -> None:
    margin = of(one_section(item(1, 5, 0, "60")))
    assert these(margin.amount, margin.percent) == (-300, None)


def test_all_discounts_lower_the_margin() -> None:
    """1000 − 10 % = 900, − 10 % of the section = 810, − 10 % of the whole = 729; cost 600: 129 are left."""
    ten = Discount(percent=d(10))
    section = EstimateSection(id="s1", items=(item(1, 10, 100, "60", discount=ten),), discount=ten)
    estimate = Estimate(sections=(section,), discount=ten)
    sums = found(estimate)
    assert these(of(estimate).revenue, of(estimate).amount) == (729, 129)
    assert these(sums.section("s1").once.margin.amount, sums.once.margin.amount) == (129, 129)


def test_vat_is_no_revenue() -> None:
    """1200 with 20 % VAT in it are 1000; with VAT on top they are 1200."""
    priced = item(1, 1, 1200, "600")
    included = one_section(priced, vat=Vat(mode=VatMode.INCLUDED, rate=d(20)))
    assert these(of(included).revenue, found(included).once.margin.revenue) == (1000, 1000)
    assert of(one_section(priced, vat=Vat(mode=VatMode.ADDED, rate=d(20)))).revenue == 1200
    assert of(one_section(replace(priced, vat=d(0)), vat=Vat(mode=VatMode.INCLUDED, rate=d(20)))).revenue == 1200


def test_a_section_counts_those_that_belong_to_it() -> None:
    """Above: (1000 + 500) less 10 %; the sections below share it. Costs 600 + 300."""
    estimate = Estimate(
        sections=(
            EstimateSection(id="s1", items=(item(1, 10, 100, "60"),), discount=Discount(percent=d(10))),
            EstimateSection(id="s2", level=2, items=(item(2, 5, 100, "60"),)),
            EstimateSection(id="s3", items=(item(3, 1, 100, "60"),)),
        )
    )
    sums = found(estimate)
    assert these(sums.section("s1").once.margin.revenue, sums.section("s1").once.margin.cost) == (1350, 900)
    assert these(sums.section("s2").once.margin.revenue, sums.section("s2").once.margin.amount) == (450, 150)
    assert these(sums.once.margin.revenue, sums.once.margin.amount) == (1450, 490)


def test_what_does_not_count_has_a_margin_of_its_own_alone() -> None:
    sums = found(one_section(item(1, 1, 100, "60"), item(2, 1, 500, "100", optional=True)))
    assert sums.section("s1").item("i2").margin.amount == 400
    assert these(sums.section("s1").once.margin.amount, sums.once.margin.amount) == (40, 40)


def test_months_are_apart_from_what_is_due_once() -> None:
    sums = found(one_section(item(1, 1, 100, "60"), item(2, 1, 50, "10", period=Period.MONTH)))
    assert [these(one.period, one.margin.amount) for one in sums.periods] == [(Period.ONCE, 40), (Period.MONTH, 40)]
    assert [one.margin.percent for one in sums.section("s1").periods] == [40, 80]


def test_surcharges_and_contingency_are_revenue() -> None:
    """1000 + 10 % for the section + 5 % for all + 20 % contingency = 1350, less 10 % = 1215; cost 600."""
    estimate = one_section(
        item(1, 10, 100, "60"),
        surcharges=(Surcharge(id="u1", percent=d(10), section="s1"), Surcharge(id="u2", percent=d(5))),
        contingency=Contingency(percent=d(20)),
        discount=Discount(percent=d(10)),
    )
    sums = found(estimate)
    assert sums.once.margin.revenue == 1215
    assert sums.section("s1").once.margin.revenue == 990
    assert of(estimate).revenue == 900


def test_a_section_or_item_that_is_not_there() -> None:
    sums = found(one_section(item(1, 1, 1)))
    with pytest.raises(KeyError):
        sums.section("s9")
    with pytest.raises(KeyError):
        sums.section("s1").item("i9")


numbers = st.decimals(0, 10**6, places=2)
percents = st.decimals(0, 100, places=1)
discounts = st.builds(Discount, percent=percents) | st.builds(Discount, amount=numbers)
items = st.builds(
    LineItem,
    id=st.uuids().map(str),
    quantity=st.decimals(0, 1000, places=1),
    rate=numbers,
    period=st.sampled_from(Period),
    optional=st.booleans(),
    discount=discounts,
    vat=st.none() | percents,
    cost=st.builds(Internal, st.none() | numbers),
)
sections = st.builds(
    EstimateSection,
    id=st.uuids().map(str),
    level=st.sampled_from([1, 2]),
    discount=discounts,
    items=st.lists(items, max_size=4).map(tuple),
)
estimates = st.builds(
    Estimate,
    sections=st.lists(sections, max_size=4).map(tuple),
    discount=discounts,
    vat=st.builds(Vat, mode=st.sampled_from(VatMode), rate=percents),
    rounding=st.builds(Rounding, scope=st.sampled_from(RoundingScope)),
)


@given(estimates)
def test_margins_add_up_to_what_is_printed(estimate: Estimate) -> None:
    """Revenue of the sections of level 1 is that of the total, which is the printed net without the VAT in it."""
    sums = totals(estimate, "RUB")
    made = margins(estimate, sums)
    tops = [made.section(one.id) for one in sums.tops]
    count = sum(len(section.items) for section in estimate.sections)
    for whole, period in zip(sums.periods, made.periods, strict=True):
        printed = whole.net - (whole.vat if estimate.vat.mode is VatMode.INCLUDED else 0)
        assert abs(period.margin.revenue - printed) < d("1e-30")
        parts = [one.margin for top in tops for one in top.periods if one.period is whole.period]
        assert sum(one.known_cost for one in parts) == period.margin.known_cost
        assert these(sum(one.items for one in parts), sum(one.known for one in parts)) == (
            period.margin.items,
            period.margin.known,
        )
        if len({one.rate for one in whole.vats}) < 2:
            assert abs(sum(one.revenue for one in parts) - printed) <= d("0.01") * (count + 1)
