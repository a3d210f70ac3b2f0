"""What the lead wants to spend, against what the estimate comes to."""

from collections.abc import Iterator

from app.model.proposal import Proposal
from app.preflight.case import Case
from app.preflight.facts import money
from app.problems import Problem, problem
from app.totals import Totals


def budget(case: Case) -> Iterator[Problem]:
    """Tell a total beyond the budget of the brief."""
    yield from against_budget(case.proposal, case.totals)


def against_budget(proposal: Proposal, totals: Totals) -> Iterator[Problem]:
    """Tell where the estimate comes to more than the lead wants to spend, or where that cannot be told.

    `totals` are those of its estimate. Of a budget "from … to …" the upper end counts.
    """
    brief = proposal.brief.value
    limit = (brief.budget_to or brief.budget) if brief else None
    if brief is None or limit is None or not proposal.estimate.sections:
        return
    if brief.currency and brief.currency != proposal.currency:
        yield problem("brief-other-currency", "currency", budget=brief.budget_text, currency=proposal.currency)
    elif totals.total > limit:
        total = money(totals.total, proposal.currency)
        yield problem("brief-over-budget", "estimate", total=total, budget=brief.budget_text or money(limit, proposal.currency))
