"""The plan of payments, and the total told in a second currency."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Estimate
from app.model.exchange import Exchange
from app.model.money import minor_digits
from app.model.payment import Payment
from app.totals import Totals, totals
from tests.totals.estimates import DAY, currencies, d, estimate_of, estimates, examples, item


def planned(total: str, *payments: tuple[str, str]) -> Totals:
    """Return the sums of an estimate that comes to a total, with a plan of percentages and amounts."""
    plan = tuple(Payment(id=f"t{i}", percent=d(part), amount=d(amount)) for i, (part, amount) in enumerate(payments))
    return totals(estimate_of(item(rate=d(total)), payments=plan), "RUB")


@examples(150)
@given(estimates, currencies)
def test_payments_and_what_they_leave_are_the_total(estimate: Estimate, currency: str) -> None:
    """Every payment is whole in the smallest coin; without a plan nothing is left to plan."""
    found = totals(estimate, currency)
    paid = sum((one.amount for one in found.payments), d(0))
    assert paid + found.unplanned == (found.total if estimate.payments else 0)
    assert [one.id for one in found.payments] == [one.id for one in estimate.payments]
    coin = d(1).scaleb(-minor_digits(currency))
    assert all(one.amount % coin == 0 and one.amount >= 0 for one in found.payments)


@examples(80)
@given(estimates, currencies, st.lists(st.integers(0, 100), min_size=1, max_size=5))
def test_a_plan_of_a_hundred_percent_leaves_nothing(estimate: Estimate, currency: str, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 100]
    parts = [high - low for low, high in pairwise(edges) if high > low]
    plan = tuple(Payment(id=f"t{i}", percent=d(part)) for i, part in enumerate(parts))
    assert totals(replace(estimate, payments=plan), currency).unplanned == 0


@pytest.mark.parametrize(
    ("total", "payments", "amounts", "unplanned"),
    [
        # 50 % of 1 000.01 is 500.005 twice: one of them has the odd kopeck
        ("1000.01", [("50", "0"), ("50", "0")], ["500.01", "500.00"], "0"),
        # a third each, as far as percentages go: 33.33 + 33.33 + 33.34 = 100
        ("100000", [("33.33", "0"), ("33.33", "0"), ("33.34", "0")], ["33330", "33330", "33340"], "0"),
        # 30 000 at once, the rest at the end: 100 000 − 30 000
        ("100000", [("0", "30000"), ("0", "0")], ["30000", "70000"], "0"),
        # 50 % and two payments that share the rest: (100 000.01 − 50 000.01) / 2
        ("100000.01", [("50", "0"), ("0", "0"), ("0", "0")], ["50000.01", "25000", "25000"], "0"),
        # 40 % + 40 %: a fifth is not planned
        ("100000", [("40", "0"), ("40", "0")], ["40000", "40000"], "20000"),
        # 60 % + 60 000: too much by 20 000
        ("100000", [("60", "0"), ("0", "60000")], ["60000", "60000"], "-20000"),
        # amounts with halves of kopecks that add up still do when they are printed
        ("100", [("0", "33.335"), ("0", "66.665")], ["33.34", "66.66"], "0"),
    ],
)
def test_plans_worked_out(total: str, payments: list[tuple[str, str]], amounts: list[str], unplanned: str) -> None:
    found = planned(total, *payments)
    assert [one.amount for one in found.payments] == [d(amount) for amount in amounts]
    assert found.unplanned == d(unplanned)


@examples(100)
@given(estimates, currencies)
def test_the_equivalent_is_the_total_divided_by_the_frozen_rate(estimate: Estimate, currency: str) -> None:
    found = totals(estimate, currency)
    rate = next((one.rate for one in estimate.exchanges if one.currency == estimate.equivalent and one.rate > 0), None)
    if rate is None:
        assert found.equivalent is None
    else:
        assert found.equivalent == rounded(found.total, rate, estimate.equivalent)


def rounded(total: Decimal, rate: Decimal, currency: str) -> Decimal:
    return (total / rate).quantize(d(1).scaleb(-minor_digits(currency)), ROUND_HALF_UP)


def test_an_equivalent_worked_out() -> None:
    """100 000 ₽ at 92.5134 ₽ for a euro: 100 000 / 92.5134 = 1 080.92449…, printed 1 080.92 €."""
    euro = Exchange(currency="EUR", rate=d("92.5134"), date=DAY)
    found = totals(estimate_of(item(rate=d(100000)), exchanges=(euro,), equivalent="EUR"), "RUB")
    assert found.equivalent == d("1080.92")
