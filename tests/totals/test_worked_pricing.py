"""One line of each pricing, worked out by hand to the kopeck."""

from decimal import Decimal
from typing import Any

import pytest

from app.model.estimate import Discount, Pricing
from app.model.exchange import Exchange
from app.model.rate import Rate
from app.model.rounding import Rounding, RoundingStep
from app.totals import ItemTotal, totals
from tests.totals.estimates import DAY, d, estimate_of, item


def worked(currency: str = "RUB", estimate: dict[str, Any] | None = None, **values: Any) -> ItemTotal:
    """Return what a line comes to."""
    return totals(estimate_of(item(1, **values), **(estimate or {})), currency).section("s1").item("i1")


def sums(line: ItemTotal) -> tuple[str, Decimal]:
    return str(line.amount), line.hours


def test_hours() -> None:
    """12.5 h × 4 567.89 = 57 098.625, half a kopeck goes up: 57 098.63."""
    assert sums(worked(pricing=Pricing.HOURS, quantity=d("12.5"), rate=d("4567.89"))) == ("57098.63", d("12.5"))


def test_hours_are_those_that_are_priced_whatever_else_is_told() -> None:
    assert sums(worked(pricing=Pricing.HOURS, quantity=d("12.5"), rate=d(5000), hours=d(99))) == ("62500.00", d("12.5"))


def test_an_hour_and_twenty_minutes() -> None:
    """1.3333333333 h × 3 000 = 3 999.9999999, printed 4 000.00; its hours are printed, and summed, as 1.33."""
    assert sums(worked(pricing=Pricing.HOURS, quantity=d("1.3333333333"), rate=d(3000))) == ("4000.00", d("1.33"))


def test_days() -> None:
    """2.5 days × 33 333.33 = 83 333.325 → 83 333.33; 2.5 × 8 h = 20 h."""
    assert sums(worked(pricing=Pricing.DAYS, quantity=d("2.5"), rate=d("33333.33"))) == ("83333.33", d(20))


def test_days_by_the_rate_of_an_hour() -> None:
    """A designer's hour is 4 000, a day has 6 h: 24 000 a day, 2 days are 48 000 and 12 h."""
    of = {"rates": (Rate(id="designer", amount=d(4000)),), "hours_a_day": d(6)}
    line = worked(estimate=of, pricing=Pricing.DAYS, quantity=d(2), role="designer")
    assert (sums(line), line.rate) == (("48000.00", d(12)), d(24000))


def test_days_with_hours_of_their_own() -> None:
    assert worked(pricing=Pricing.DAYS, quantity=d(2), rate=d(5000), hours=d(10)).hours == 10


def test_person_months() -> None:
    """2 developers for 3.5 months at 320 000.55 a month: 7 × 320 000.55 = 2 240 003.85; 7 × 160 h = 1 120 h."""
    line = worked(pricing=Pricing.MONTHS, quantity=d("3.5"), people=d(2), rate=d("320000.55"))
    assert sums(line) == ("2240003.85", d(1120))


def test_person_months_by_the_rate_of_an_hour() -> None:
    """An hour is 2 500.10, a month has 164 h: 410 016.40 a month; 3 people for 2 months: 6 × 410 016.40 = 2 460 098.40."""
    of = {"rates": (Rate(id="dev", amount=d("2500.10")),), "hours_a_month": d(164)}
    line = worked(estimate=of, pricing=Pricing.MONTHS, quantity=d(2), people=d(3), role="dev")
    assert (sums(line), line.rate) == (("2460098.40", d(984)), d("410016.40"))


def test_half_a_person() -> None:
    """Half a tester for 3 months at 180 000: 0.5 × 3 × 180 000 = 270 000; 1.5 × 160 h = 240 h."""
    assert sums(worked(pricing=Pricing.MONTHS, quantity=d(3), people=d("0.5"), rate=d(180000))) == ("270000.00", d(240))


def test_a_fixed_price() -> None:
    """The price is the price; its 6 h count in the hours."""
    assert sums(worked(pricing=Pricing.FIXED, rate=d("149999.99"), hours=d(6))) == ("149999.99", d(6))
    assert sums(worked(pricing=Pricing.FIXED, rate=d(5000))) == ("5000.00", d(0))


def test_a_quantity_of_units() -> None:
    """37 banners × 1 234.565 = 45 678.905 → 45 678.91; no hours but those that are told."""
    assert sums(worked(pricing=Pricing.QUANTITY, quantity=d(37), unit="шт.", rate=d("1234.565"))) == ("45678.91", d(0))
    assert worked(pricing=Pricing.QUANTITY, quantity=d(3), rate=d(1), hours=d(4)).hours == 4


def test_a_rate_in_another_currency() -> None:
    """45.55 € an hour at 92.5134 ₽: 4 213.985… is printed, and used, as 4 213.99; 10 h are 42 139.90."""
    euro = Exchange(currency="EUR", rate=d("92.5134"), date=DAY)
    of = {"rates": (Rate(id="lead", amount=d("45.55"), currency="EUR"),), "exchanges": (euro,)}
    line = worked(estimate=of, quantity=d(10), role="lead")
    assert (line.rate, str(line.amount)) == (d("4213.99"), "42139.90")


def test_a_rate_in_another_currency_without_a_rate_of_exchange_is_no_price() -> None:
    """Nobody adds euros to roubles: the line says that it has no price, and costs nothing."""
    of = {"rates": (Rate(id="lead", amount=d("45.55"), currency="EUR"),)}
    line = worked(estimate=of, quantity=d(10), role="lead")
    assert (line.priced, line.amount, line.hours) == (False, 0, 10)
    useless = {**of, "exchanges": (Exchange(currency="EUR", rate=d(0), date=DAY), Exchange(currency="USD", rate=d(90), date=DAY))}
    assert not worked(estimate=useless, quantity=d(10), role="lead").priced


@pytest.mark.parametrize(("currency", "amount"), [("RUB", "8.03"), ("JPY", "8"), ("KWD", "8.025")])
def test_coins(currency: str, amount: str) -> None:
    """3 × 2.675 = 8.025: 8.03 roubles, 8 yen, which have no sen, and 8.025 dinars of 1 000 fils."""
    assert str(worked(currency, quantity=d(3), rate=d("2.675")).amount) == amount


@pytest.mark.parametrize(
    ("step", "amount"), [(RoundingStep.MINOR, "12345.68"), (RoundingStep.UNIT, "12346.00"), (RoundingStep.HUNDRED, "12300.00")]
)
def test_steps(step: RoundingStep, amount: str) -> None:
    """12 345.675 to kopecks, roubles and hundreds."""
    assert str(worked(estimate={"rounding": Rounding(step=step)}, rate=d("12345.675")).amount) == amount


@pytest.mark.parametrize(
    ("discount", "taken", "amount"),
    [
        (Discount(percent=d("7.5")), "925.93", "11419.75"),  # 7.5 % of 12 345.675 = 925.925625; 12 345.68 − 925.93
        (Discount(amount=d("345.68")), "345.68", "12000.00"),
        (Discount(amount=d(20000)), "12345.68", "0.00"),
        (Discount(percent=d(150)), "12345.68", "0.00"),
        (Discount(percent=d(-5)), "0.00", "12345.68"),
    ],
)
def test_a_discount_of_a_line(discount: Discount, taken: str, amount: str) -> None:
    line = worked(rate=d("12345.675"), discount=discount)
    assert (str(line.gross), str(line.discount), str(line.amount)) == ("12345.68", taken, amount)


def test_an_own_rate_goes_before_that_of_the_role() -> None:
    of = {"rates": (Rate(id="designer", amount=d(4000)),)}
    assert worked(estimate=of, quantity=d(2), role="designer", rate=d(100)).amount == 200


def test_a_fixed_price_is_never_the_rate_of_a_role() -> None:
    of = {"rates": (Rate(id="designer", amount=d(1)),)}
    assert not worked(estimate=of, pricing=Pricing.FIXED, role="designer").priced


def test_a_line_nobody_knows_the_price_of_says_so_and_costs_nothing() -> None:
    line = worked(quantity=d(8), role="nobody")
    assert (line.priced, line.amount, line.hours) == (False, 0, 8)
    assert worked(rate=d(0)).priced
