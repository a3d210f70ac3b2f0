"""Nobody is ever owed anything by an estimate, and the largest sums stay exact."""

from dataclasses import replace
from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.money import LARGEST
from app.model.rounding import Rounding, RoundingScope
from app.totals import totals
from tests.totals.estimates import currencies, d, estimate_of, estimates, examples, item

huge_discounts = st.builds(Discount, percent=st.decimals(100, 10**6, places=1)) | st.builds(
    Discount, amount=st.decimals(0, 10**12, places=2)
)


@examples(120)
@given(estimates, currencies, huge_discounts, huge_discounts, huge_discounts)
def test_no_discount_makes_anything_less_than_nothing(
    estimate: Estimate, currency: str, of_items: Discount, of_sections: Discount, of_whole: Discount
) -> None:
    """Not even of more than a hundred percent, on lines, sections and the whole at once."""
    sections = tuple(
        replace(part, discount=of_sections, items=tuple(replace(row, discount=of_items) for row in part.items))
        for part in estimate.sections
    )
    found = totals(replace(estimate, sections=sections, discount=of_whole), currency)
    for due in found.periods:
        above = due.subtotal + sum(due.surcharges) + due.contingency
        assert 0 <= due.discount <= above
        assert 0 <= due.net <= due.total
        assert all(amount >= 0 for one in due.vats for amount in (one.base, one.vat))
        assert 0 <= due.vat <= due.total
    for section in found.sections:
        assert all(portion.amount >= 0 and portion.discount >= 0 for portion in section.portions)
        assert all(0 <= row.discount <= row.gross and row.amount >= 0 for row in section.items)


@pytest.mark.parametrize(
    ("discount", "taken"),
    [
        (Discount(amount=d(500)), "300"),
        (Discount(percent=d(150)), "300"),
        (Discount(amount=d(-5)), "0"),
        (Discount(percent=d(-5)), "0"),
        (Discount(percent=d("33.333")), "100.00"),
    ],
)
def test_a_discount_is_never_more_than_there_is(discount: Discount, taken: str) -> None:
    assert totals(estimate_of(item(rate=d(300)), discount=discount), "RUB").discount == d(taken)
    section = EstimateSection(id="s1", items=(item(rate=d(300)),), discount=discount)
    assert totals(Estimate(sections=(section,)), "RUB").section("s1").discount == d(taken)


@pytest.mark.parametrize("mode", VatMode)
def test_a_rate_below_zero_is_no_tax(mode: VatMode) -> None:
    assert totals(estimate_of(item(rate=d(1000)), vat=Vat(mode=mode, rate=d(-100))), "RUB").vat == 0


def test_the_largest_amounts_stay_exact() -> None:
    large = item(quantity=d("9999999999999.99"), rate=d("9999999999999.99"))
    small = item(2, rate=d("0.01"))
    assert str(totals(estimate_of(large, small), "RUB").total) == "99999999999999800000000000.01"


@pytest.mark.parametrize("scope", RoundingScope)
def test_numbers_as_long_as_a_file_may_have_them_add_up_in_any_order(scope: RoundingScope) -> None:
    """13 digits before the point and 60 behind it, months of people: nothing is lost on the way."""
    number = d("9999999999999." + "9" * 60)
    assert number < LARGEST
    lines = [
        item(1, pricing=Pricing.MONTHS, quantity=number, people=number, rate=number),
        item(2, quantity=d("0." + "0" * 59 + "1"), rate=d("0." + "0" * 59 + "1")),
        item(3, rate=d("0." + "3" * 60)),
        item(4, rate=d("0." + "6" * 60)),
    ]
    rounding = Rounding(scope=scope)
    one = totals(estimate_of(*lines, rounding=rounding), "RUB")
    other = totals(estimate_of(*reversed(lines), rounding=rounding), "RUB")
    with localcontext(prec=60):
        assert one.total == other.total == sum((row.amount for row in one.sections[0].items), d(0))
    assert one.total > d("9.99e38")


def test_an_empty_estimate_comes_to_nothing() -> None:
    found = totals(Estimate(), "RUB")
    assert (found.total, found.hours, found.sections, found.payments, found.packages) == (0, 0, (), (), ())


def test_totals_are_found_by_id() -> None:
    found = totals(estimate_of(item(rate=d(1))), "RUB")
    assert found.section("s1").item("i1").amount == 1
    with pytest.raises(KeyError):
        found.section("s2")
    with pytest.raises(KeyError):
        found.section("s1").item("i9")


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=30), st.sampled_from(RoundingScope))
@examples(60)
def test_a_list_of_whole_kopecks_is_not_rounded_at_all(prices: list[Decimal], scope: RoundingScope) -> None:
    lines = tuple(LineItem(id=f"i{n}", rate=price) for n, price in enumerate(prices))
    found = totals(estimate_of(*lines, rounding=Rounding(scope=scope)), "RUB")
    assert [row.amount for row in found.sections[0].items] == prices
    assert found.total == sum(prices, d(0))
