"""How much of the full price is taken off."""

from dataclasses import replace
from decimal import Decimal

from app.margins import effective_discount
from app.model.estimate import Discount, Estimate, EstimateSection, LineItem, Period
from app.totals import totals


def found(estimate: Estimate) -> Decimal:
    return effective_discount(totals(estimate, "RUB"))


def item(number: int, price: int, percent: int = 0, **values: object) -> LineItem:
    taken = Discount(percent=Decimal(percent))
    return LineItem(id=f"i{number}", quantity=Decimal(1), rate=Decimal(price), discount=taken, **values)  # type: ignore[arg-type]


ESTIMATE = Estimate(sections=(EstimateSection(id="s1", items=(item(1, 1000),)),))


def test_no_discount_and_no_price() -> None:
    assert found(ESTIMATE) == 0
    assert found(Estimate()) == 0


def test_discounts_of_items_sections_and_the_whole_count_together() -> None:
    """1000 − 100 = 900 − 90 = 810 − 81 = 729: 27.1 % are given away, though no discount is above 10 %."""
    ten = Discount(percent=Decimal(10))
    section = EstimateSection(id="s1", items=(item(1, 1000, 10),), discount=ten)
    assert found(Estimate(sections=(section,), discount=ten)) == Decimal("27.1")


def test_what_does_not_count_is_no_discount() -> None:
    section = EstimateSection(id="s1", items=(item(1, 1000, 10), item(2, 1000, 90, optional=True)))
    assert found(Estimate(sections=(section,))) == 10


def test_a_monthly_discount_does_not_hide_behind_a_large_price() -> None:
    section = EstimateSection(id="s1", items=(item(1, 1_000_000), item(2, 1000, 40, period=Period.MONTH)))
    assert found(Estimate(sections=(section,))) == 40


def test_a_discount_larger_than_the_price_takes_all_of_it() -> None:
    assert found(replace(ESTIMATE, discount=Discount(amount=Decimal(5000)))) == 100
