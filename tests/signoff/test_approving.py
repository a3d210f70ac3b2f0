"""The lead's consent to what is beyond a limit."""

import datetime
from decimal import Decimal

import pytest

from app.model.estimate import Estimate
from app.model.signoff import Limit
from app.signoff import approve, approved

NOON = datetime.datetime(2026, 10, 14, 12, 0, tzinfo=datetime.UTC)


def consented(limit: Limit, value: str) -> Estimate:
    return approve(Estimate(), limit, Decimal(value), "Lead", NOON, "A client for years")


def test_consent_to_a_discount_holds_for_it_and_lower_ones() -> None:
    estimate = consented(Limit.DISCOUNT, "20")
    assert approved(estimate, Limit.DISCOUNT, Decimal(20))
    assert approved(estimate, Limit.DISCOUNT, Decimal(18))
    assert not approved(estimate, Limit.DISCOUNT, Decimal("20.01"))


def test_consent_to_a_margin_holds_for_it_and_higher_ones() -> None:
    estimate = consented(Limit.MARGIN, "10")
    assert approved(estimate, Limit.MARGIN, Decimal(10))
    assert approved(estimate, Limit.MARGIN, Decimal(12))
    assert not approved(estimate, Limit.MARGIN, Decimal(9))


def test_consent_to_one_limit_is_none_to_the_other() -> None:
    assert not approved(consented(Limit.MARGIN, "10"), Limit.DISCOUNT, Decimal(5))


def test_every_consent_stays_in_the_record() -> None:
    estimate = approve(consented(Limit.DISCOUNT, "30"), Limit.DISCOUNT, Decimal(20), "Lead", NOON, "Less now")
    assert [one.value for one in estimate.approvals.value] == [30, 20]
    latest = approved(estimate, Limit.DISCOUNT, Decimal(20))
    assert latest is not None
    assert latest.reason == "Less now"


@pytest.mark.parametrize(
    ("value", "by", "reason"), [("NaN", "Lead", "why"), ("Infinity", "Lead", "why"), ("5", " ", "why"), ("5", "Lead", "")]
)
def test_consent_needs_a_number_a_name_and_a_reason(value: str, by: str, reason: str) -> None:
    with pytest.raises(ValueError, match="needs"):
        approve(Estimate(), Limit.DISCOUNT, Decimal(value), by, NOON, reason)
