"""What the lead wants to spend stands beside what the estimate comes to, for as long as the one is more than the other."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from app.model.brief import Brief
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.proposal import Proposal
from app.preflight import against_budget
from app.problems import Problem, Severity
from app.totals import totals
from app.wording import worded

HUNDRED_THOUSAND = Estimate(
    sections=(EstimateSection(id="s", title="Design", items=(LineItem(id="i", quantity=Decimal(100), rate=Decimal(1000)),)),)
)


def told(brief: Brief | None, estimate: Estimate = HUNDRED_THOUSAND) -> list[Problem]:
    proposal = Proposal(date=datetime.date(2026, 11, 22), currency="RUB", estimate=estimate, brief=Internal(brief))
    return list(against_budget(proposal, totals(estimate, "RUB")))


def test_more_than_the_client_wants_to_spend_is_told_with_both_amounts() -> None:
    (found,) = told(Brief(budget=Decimal(99999), budget_text="до 100 тысяч", currency="RUB"))
    assert (found.code, found.where, found.severity) == ("brief-over-budget", "estimate", Severity.WARNING)
    assert worded(found, "ru").startswith("По смете выходит 100\u00a0000\u00a0₽, это больше бюджета клиента (до 100 тысяч).")


@pytest.mark.parametrize(
    "brief",
    [
        None,
        Brief(),
        Brief(budget=Decimal(100000), currency="RUB"),
        Brief(budget=Decimal(50000), budget_to=Decimal(100000), currency="RUB"),
        Brief(budget=Decimal(100000)),
    ],
    ids=["no brief", "no budget", "just the budget", "the upper end counts", "no currency is the proposal's"],
)
def test_within_the_budget_nothing_is_told(brief: Brief | None) -> None:
    assert told(brief) == []


def test_a_budget_that_came_without_words_is_told_as_a_number() -> None:
    assert told(Brief(budget=Decimal("99999.5")))[0].fact("budget") == "99999.50 RUB"


def test_a_budget_in_another_currency_is_not_compared() -> None:
    assert [one.code for one in told(Brief(budget=Decimal(100), budget_text="$100", currency="USD"))] == ["brief-other-currency"]


def test_before_there_is_an_estimate_there_is_nothing_to_compare() -> None:
    assert told(Brief(budget=Decimal(100), currency="USD"), replace(HUNDRED_THOUSAND, sections=())) == []
