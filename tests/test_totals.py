"""The sums of an estimate: what is printed adds up, in every mode of discount and VAT."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Pricing, Vat, VatMode
from app.model.money import minor_digits, round_money
from app.model.rate import Rate
from app.totals import Totals, totals

CURRENCIES = ["RUB", "EUR", "JPY", "KWD"]


def d(text: str | int) -> Decimal:
    return Decimal(text)


def item(number: int = 1, **values: object) -> LineItem:
    return LineItem(id=f"i{number}", **values)  # type: ignore[arg-type]


def estimate_of(*items: LineItem, **values: object) -> Estimate:
    return Estimate(sections=(EstimateSection(id="s1", items=items),), **values)  # type: ignore[arg-type]


numbers = st.decimals(min_value=0, max_value=10**9, places=3)
percents = st.decimals(min_value=0, max_value=100, places=2)
items = st.builds(
    LineItem,
    id=st.uuids().map(str),
    pricing=st.sampled_from(Pricing),
    quantity=st.decimals(min_value=0, max_value=10**5, places=3),
    rate=st.none() | numbers,
    role=st.sampled_from(["", "designer", "p1"]),
    hours=st.none() | st.decimals(min_value=0, max_value=10**4, places=2),
    optional=st.booleans(),
    chosen=st.booleans(),
)
sections = st.builds(EstimateSection, id=st.uuids().map(str), items=st.lists(items, max_size=6).map(tuple))
estimates = st.builds(
    Estimate,
    sections=st.lists(sections, max_size=5).map(tuple),
    rates=st.just((Rate(id="designer", amount=d("3333.33")), Rate(id="p1", amount=d("0.005")))),
    discount=st.builds(Discount, percent=percents) | st.builds(Discount, amount=numbers),
    vat=st.builds(Vat, mode=st.sampled_from(VatMode), rate=percents),
)


@given(estimates, st.sampled_from(CURRENCIES))
def test_what_is_printed_adds_up(estimate: Estimate, currency: str) -> None:
    """Lines add up to sections, sections to the subtotal, and from there every step to the total."""
    found = totals(estimate, currency)
    for section in found.sections:
        assert sum(line.amount for line in section.items if line.counted) == section.amount
        assert sum(line.amount for line in section.items if not line.counted) == section.optional
        assert sum(line.hours for line in section.items if line.counted) == section.hours
    assert sum(section.amount for section in found.sections) == found.subtotal
    assert sum(section.hours for section in found.sections) == found.hours
    assert sum(section.optional for section in found.sections) == found.optional
    assert found.subtotal - found.discount == found.net
    assert found.total == (found.net + found.vat if estimate.vat.mode is VatMode.ADDED else found.net)


@given(estimates, st.sampled_from(CURRENCIES))
def test_every_printed_amount_is_whole_in_the_smallest_coin(estimate: Estimate, currency: str) -> None:
    found = totals(estimate, currency)
    printed = [found.subtotal, found.discount, found.net, found.vat, found.total, found.optional]
    printed += [amount for section in found.sections for amount in (section.amount, section.optional)]
    printed += [line.amount for section in found.sections for line in section.items]
    for amount in printed:
        assert amount == round_money(amount, currency)
        assert -int(amount.as_tuple().exponent) == minor_digits(currency)


@given(estimates)
def test_nobody_pays_less_than_nothing_and_vat_is_part_of_what_is_paid(estimate: Estimate) -> None:
    found = totals(estimate, "RUB")
    assert 0 <= found.discount <= found.subtotal
    assert 0 <= found.vat <= found.total


@pytest.mark.parametrize(
    ("pricing", "quantity", "hours", "amount", "worked"),
    [
        (Pricing.HOURS, "12.5", None, "62500.00", "12.5"),
        (Pricing.HOURS, "12.5", "99", "62500.00", "12.5"),
        (Pricing.DAYS, "2", None, "10000.00", "16"),
        (Pricing.DAYS, "2", "10", "10000.00", "10"),
        (Pricing.FIXED, "1", None, "5000.00", "0"),
        (Pricing.FIXED, "1", "6", "5000.00", "6"),
        (Pricing.QUANTITY, "3", None, "15000.00", "0"),
        (Pricing.QUANTITY, "3", "4", "15000.00", "4"),
    ],
)
def test_each_pricing_has_its_amount_and_its_hours(
    pricing: Pricing, quantity: str, hours: str | None, amount: str, worked: str
) -> None:
    line = item(pricing=pricing, quantity=d(quantity), rate=d(5000), hours=None if hours is None else d(hours))
    found = totals(estimate_of(line), "RUB").section("s1").item("i1")
    assert (str(found.amount), found.hours) == (amount, d(worked))


def test_an_item_without_a_rate_takes_that_of_its_role_and_days_take_it_by_the_day() -> None:
    rates = (Rate(id="designer", amount=d(4000)),)
    hour = item(1, quantity=d(2), role="designer")
    day = item(2, quantity=d(2), role="designer", pricing=Pricing.DAYS)
    own = item(3, quantity=d(2), role="designer", rate=d(100))
    found = totals(estimate_of(hour, day, own, rates=rates, hours_a_day=d(6)), "RUB").section("s1")
    assert [line.amount for line in found.items] == [8000, 48000, 200]
    assert [line.rate for line in found.items] == [4000, 24000, 100]


def test_a_fixed_price_is_never_the_rate_of_a_role() -> None:
    found = totals(estimate_of(item(pricing=Pricing.FIXED, role="designer"), rates=(Rate(id="designer", amount=d(1)),)), "RUB")
    assert not found.section("s1").item("i1").priced


def test_an_item_nobody_knows_the_price_of_says_so_and_costs_nothing() -> None:
    found = totals(estimate_of(item(quantity=d(8), role="nobody"), item(2, rate=d(0))), "RUB")
    first, second = found.section("s1").items
    assert (first.priced, first.amount, first.hours) == (False, 0, 8)
    assert second.priced


def test_an_optional_item_counts_only_when_it_is_chosen() -> None:
    asked = item(1, quantity=d(10), rate=d(100), optional=True)
    chosen = item(2, quantity=d(5), rate=d(100), optional=True, chosen=True)
    found = totals(estimate_of(asked, chosen), "RUB")
    assert (found.subtotal, found.optional, found.hours) == (500, 1000, 5)


def test_three_lines_of_a_third_add_up_to_what_is_printed() -> None:
    line = [item(n, quantity=d(1), rate=d("33.333")) for n in range(3)]
    found = totals(estimate_of(*line), "RUB")
    assert [str(one.amount) for one in found.section("s1").items] == ["33.33"] * 3
    assert str(found.total) == "99.99"


@pytest.mark.parametrize(
    ("mode", "vat", "total"),
    [(VatMode.INCLUDED, "166.67", "1000.00"), (VatMode.ADDED, "200.00", "1200.00"), (VatMode.EXEMPT, "0.00", "1000.00")],
)
def test_vat_is_included_or_added_or_not_there(mode: VatMode, vat: str, total: str) -> None:
    found = totals(estimate_of(item(rate=d(1000)), vat=Vat(mode=mode, rate=d(20))), "RUB")
    assert (str(found.vat), str(found.total)) == (vat, total)


def test_vat_is_taken_from_what_is_left_after_the_discount() -> None:
    estimate = estimate_of(item(rate=d(1000)), discount=Discount(percent=d(10)), vat=Vat(mode=VatMode.ADDED, rate=d(22)))
    found = totals(estimate, "RUB")
    assert (found.discount, found.net, found.vat, found.total) == (100, 900, 198, 1098)


@pytest.mark.parametrize(
    ("discount", "taken"),
    [
        (Discount(amount=d(500)), "300"),
        (Discount(percent=d(150)), "300"),
        (Discount(amount=d(-5)), "0"),
        (Discount(percent=d("33.333")), "100.00"),
    ],
)
def test_a_discount_is_never_more_than_there_is(discount: Discount, taken: str) -> None:
    assert totals(estimate_of(item(rate=d(300)), discount=discount), "RUB").discount == d(taken)


@pytest.mark.parametrize("mode", VatMode)
def test_a_rate_below_zero_is_no_tax(mode: VatMode) -> None:
    assert totals(estimate_of(item(rate=d(1000)), vat=Vat(mode=mode, rate=d(-100))), "RUB").vat == 0


def test_the_largest_amounts_stay_exact() -> None:
    large = item(quantity=d("9999999999999.99"), rate=d("9999999999999.99"))
    small = item(2, rate=d("0.01"))
    assert str(totals(estimate_of(large, small), "RUB").total) == "99999999999999800000000000.01"


def test_an_empty_estimate_comes_to_nothing() -> None:
    found: Totals = totals(Estimate(), "RUB")
    assert (found.total, found.hours, found.sections) == (0, 0, ())


def test_totals_are_found_by_id() -> None:
    found = totals(estimate_of(item(rate=d(1))), "RUB")
    assert found.section("s1").item("i1").amount == 1
    with pytest.raises(KeyError):
        found.section("s2")
    with pytest.raises(KeyError):
        found.section("s1").item("i9")
