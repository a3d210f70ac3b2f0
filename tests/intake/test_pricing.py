"""Whatever figures a row gives, the item is priced and no money is lost."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.intake.pricing import Figures, Priced, price
from app.intake.units import TimeUnit
from app.model.estimate import Pricing
from app.model.money import round_money
from tests.intake.helpers import d


def told(priced: Priced) -> list[str]:
    return [remark.code for remark in priced.remarks]


def amount(priced: Priced) -> Decimal:
    return round_money(priced.quantity * (priced.rate or Decimal(0)), "RUB")


def test_hours_at_a_rate() -> None:
    assert price(Figures(hours=d("8"), rate=d("2500"), sum=d("20000"))) == Priced(Pricing.HOURS, d("8"), d("2500"))


def test_days_at_a_rate_keep_the_hours_that_are_told_too() -> None:
    figures = Figures(days=d("2"), hours=d("14"), rate=d("20000"), sum=d("40000"))
    assert price(figures) == Priced(Pricing.DAYS, d("2"), d("20000"), hours=d("14"))


def test_days_at_a_rate_by_the_hour_are_eight_hours_each() -> None:
    assert price(Figures(days=d("2"), rate=d("2500"), rate_per=TimeUnit.HOURS)) == Priced(Pricing.HOURS, d("16"), d("2500"))
    assert price(Figures(days=d("2"), rate=d("2500"), sum=d("40000"))) == Priced(Pricing.HOURS, d("16"), d("2500"))


def test_a_quantity_at_a_price_keeps_unit_and_hours() -> None:
    figures = Figures(quantity=d("3"), unit="шт.", price=d("1000.50"), hours=d("6"), sum=d("3001.50"))
    assert price(figures) == Priced(Pricing.QUANTITY, d("3"), d("1000.50"), "шт.", d("6"))


def test_a_quantity_of_hours_is_hours_and_of_days_is_days() -> None:
    assert price(Figures(quantity=d("4"), unit="ч", price=d("1500"))) == Priced(Pricing.HOURS, d("4"), d("1500"))
    assert price(Figures(quantity=d("2"), unit="day", price=d("300"))) == Priced(Pricing.DAYS, d("2"), d("300"))


def test_a_price_or_a_sum_alone_is_a_fixed_price() -> None:
    assert price(Figures(price=d("500"))) == Priced(Pricing.FIXED, rate=d("500"))
    assert price(Figures(sum=d("500.5"))) == Priced(Pricing.FIXED, rate=d("500.50"))
    assert price(Figures(sum=d("500"), quantity=d("1"))) == Priced(Pricing.FIXED, rate=d("500"))


def test_a_sum_of_hours_gives_the_rate_where_it_is_exact_to_the_kopeck() -> None:
    assert price(Figures(hours=d("8"), sum=d("20000"))) == Priced(Pricing.HOURS, d("8"), d("2500"))
    assert price(Figures(hours=d("3"), sum=d("10000"))) == Priced(Pricing.FIXED, rate=d("10000"), hours=d("3"))


def test_a_sum_of_hours_of_zero_is_a_fixed_price() -> None:
    assert price(Figures(hours=d("0"), sum=d("5000"))) == Priced(Pricing.FIXED, rate=d("5000"), hours=d("0"))


def test_a_sum_of_days_that_does_not_divide_keeps_the_effort_in_hours() -> None:
    assert price(Figures(days=d("3"), sum=d("10000"))) == Priced(Pricing.FIXED, rate=d("10000"), hours=d("24"))


def test_a_sum_and_a_rate_give_the_hours() -> None:
    assert price(Figures(rate=d("2500"), sum=d("10000"))) == Priced(Pricing.HOURS, d("4"), d("2500"))
    assert price(Figures(rate=d("3000"), sum=d("10000"))) == Priced(Pricing.FIXED, rate=d("10000"))


def test_a_sum_that_is_not_the_product_is_told_and_the_product_is_used() -> None:
    priced = price(Figures(hours=d("8"), rate=d("2500"), sum=d("21000")))
    assert (priced.quantity, priced.rate, told(priced)) == (d("8"), d("2500"), ["estimate-sum-differs"])
    assert dict(priced.remarks[0].facts) == {"written": "21000.00", "computed": "20000.00"}


def test_a_kopeck_is_told_and_less_is_not() -> None:
    assert told(price(Figures(hours=d("3"), rate=d("33.333"), sum=d("99.99")))) == ["estimate-sum-differs"]
    assert told(price(Figures(hours=d("3"), rate=d("33.333"), sum=d("99.999")))) == []


def test_hours_without_any_price_wait_for_a_rate() -> None:
    priced = price(Figures(hours=d("8")))
    assert (priced.pricing, priced.quantity, priced.rate, told(priced)) == (Pricing.HOURS, d("8"), None, ["estimate-no-price"])


def test_a_rate_without_hours_comes_to_nothing_and_is_told() -> None:
    priced = price(Figures(rate=d("2500")))
    assert (amount(priced), told(priced)) == (d("0"), ["estimate-no-hours"])


def test_hours_of_one_piece_are_multiplied_where_the_sum_shows_it() -> None:
    priced = price(Figures(quantity=d("5"), hours=d("4"), rate=d("2000"), sum=d("40000")))
    assert (priced.quantity, told(priced)) == (d("20"), ["estimate-hours-multiplied"])
    whole = price(Figures(quantity=d("5"), hours=d("4"), rate=d("2000"), sum=d("8000")))
    assert (whole.quantity, told(whole)) == (d("4"), ["estimate-quantity-dropped"])
    unclear = price(Figures(quantity=d("5"), hours=d("4"), rate=d("2000")))
    assert (unclear.quantity, told(unclear)) == (d("4"), ["estimate-quantity-unclear"])


def test_a_price_beside_hours_is_of_one_hour_where_the_table_has_sums() -> None:
    assert price(Figures(hours=d("4"), price=d("2000"), sum=d("8000"))) == Priced(Pricing.HOURS, d("4"), d("2000"))
    assert price(Figures(hours=d("4"), price=d("2000"), has_sums=True)) == Priced(Pricing.HOURS, d("4"), d("2000"))
    assert price(Figures(hours=d("4"), price=d("8000"))) == Priced(Pricing.FIXED, rate=d("8000"), hours=d("4"))
    assert price(Figures(hours=d("4"), price=d("8000"), sum=d("8000"))) == Priced(Pricing.FIXED, rate=d("8000"), hours=d("4"))


def test_a_rate_beside_a_quantity_of_pieces_is_the_price_of_one() -> None:
    assert price(Figures(quantity=d("3"), unit="шт", rate=d("100"))) == Priced(Pricing.QUANTITY, d("3"), d("100"), "шт")
    assert price(Figures(quantity=d("3"), rate=d("100"), rate_per=TimeUnit.HOURS)) == Priced(Pricing.HOURS, d("3"), d("100"))


def test_a_row_without_figures_is_an_item_without_a_price() -> None:
    assert told(price(Figures())) == ["estimate-no-price"]


figure = st.none() | st.decimals(min_value=0, max_value=100_000, places=2)


@given(
    quantity=figure,
    hours=figure,
    days=figure,
    rate=figure,
    price_of_one=figure,
    whole=figure,
    unit=st.sampled_from(["", "ч", "дн.", "шт"]),
)
def test_a_sum_is_kept_or_its_difference_is_told(
    quantity: Decimal | None,
    hours: Decimal | None,
    days: Decimal | None,
    rate: Decimal | None,
    price_of_one: Decimal | None,
    whole: Decimal | None,
    unit: str,
) -> None:
    priced = price(Figures(quantity, unit, hours, days, rate, price_of_one, whole))
    if whole is not None:
        assert priced.rate is not None
        assert amount(priced) == round_money(whole, "RUB") or "estimate-sum-differs" in told(priced)
    if all(money is None for money in (rate, price_of_one, whole)):
        assert priced.rate is None
        assert "estimate-no-price" in told(priced)
