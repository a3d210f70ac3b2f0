"""What share of the sum each payment of a plan is said to be."""

from decimal import Decimal

import pytest

from app.layout.payment_rows import percentages
from app.model.payment import Payment


@pytest.mark.parametrize(
    ("plan", "printed"),
    [
        (("40", "30", "0"), ("40", "30", "30")),
        (("50", "50"), ("50", "50")),
        (("40", "0", "0"), ("40", "0", "0")),
        (("60", "60", "0"), ("60", "60", "0")),
    ],
)
def test_a_payment_of_the_rest_is_said_to_be_what_the_others_leave(plan: tuple[str, ...], printed: tuple[str, ...]) -> None:
    payments = [Payment(id=f"t{i}", percent=Decimal(percent)) for i, percent in enumerate(plan)]
    assert percentages(payments) == [Decimal(percent) for percent in printed]


def test_with_amounts_in_the_plan_the_rest_is_given_no_percentage() -> None:
    plan = [Payment(id="t0", percent=Decimal(40)), Payment(id="t1", amount=Decimal(500)), Payment(id="t2")]
    assert percentages(plan) == [Decimal(40), Decimal(0), Decimal(0)]
