"""How long the offer stands, and what it says about the tax."""

from collections.abc import Iterator

from app.model.estimate import VatMode
from app.preflight.case import Case
from app.problems import Problem, error, problem


def offer(case: Case) -> Iterator[Problem]:
    """Tell an offer that has expired or ends before it begins, and prices without VAT that do not say why."""
    until, date = case.proposal.valid_until, case.proposal.date
    if until is not None and until < date:
        yield error("offer-ends-before", "valid_until", until=until.isoformat(), date=date.isoformat())
    elif until is not None and until < case.today:
        # An old proposal may be needed once more as it was, so this only warns.
        yield problem("offer-expired", "valid_until", until=until.isoformat())
    vat = case.estimate.vat
    if vat.mode is VatMode.EXEMPT and not vat.reason.strip() and case.estimate.sections:
        yield problem("vat-exempt-unexplained", "estimate/vat")
