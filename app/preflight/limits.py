"""The house's limits of discount and margin, and the lead's consent to go beyond them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.brand.tokens import Rules
from app.margins import Margins, effective_discount, margins
from app.model.estimate import Estimate
from app.model.signoff import Approval, Limit
from app.preflight.case import Case
from app.preflight.facts import percent, plain
from app.problems import Problem, Severity, error, problem
from app.signoff import approved
from app.totals import Totals

_ALL_LOST = Decimal(-100)


@dataclass(frozen=True, slots=True)
class Beyond:
    """A limit that an estimate goes beyond: its `value` now and the house's `bound` (percent, to a tenth), and the lead's
    consent to that where there is one.
    """

    limit: Limit
    value: Decimal
    bound: Decimal
    approval: Approval | None


def limits(case: Case) -> Iterator[Problem]:
    """Tell limits that are passed with and without consent, and a margin that cannot be known."""
    known = None if case.rules.margin_floor is None else margins(case.estimate, case.totals)
    for found in beyond(case.estimate, case.totals, case.rules, known):
        discount = found.limit is Limit.DISCOUNT
        where, value, bound = "estimate", plain(found.value), plain(found.bound)
        if found.approval is None:
            code = "discount-beyond-limit" if discount else "margin-below-floor"
            yield error(code, where, value=value, bound=bound)
        else:
            by, reason = found.approval.by, found.approval.reason
            code = "discount-approved" if discount else "margin-approved"
            yield problem(code, where, Severity.INFO, value=value, bound=bound, by=by, reason=reason)
    unknown = sum(one.margin.items - one.margin.known for one in known.periods) if known else 0
    if unknown:
        yield problem("margin-unknown", "estimate", items=unknown)


def beyond(estimate: Estimate, totals: Totals, rules: Rules, known: Margins | None = None) -> tuple[Beyond, ...]:
    """Return the limits that an estimate goes beyond. A margin that is not known is not below its floor.

    `known` are the estimate's margins where somebody has computed them already.
    """
    found = []
    discount, bound = percent(effective_discount(totals)), Decimal(str(rules.discount_limit))
    if discount > bound:
        found.append(Beyond(Limit.DISCOUNT, discount, bound, approved(estimate, Limit.DISCOUNT, discount)))
    if rules.margin_floor is not None:
        margin, floor = lowest_margin(known or margins(estimate, totals)), Decimal(str(rules.margin_floor))
        if margin is not None and margin < floor:
            found.append(Beyond(Limit.MARGIN, margin, floor, approved(estimate, Limit.MARGIN, margin)))
    return tuple(found)


def lowest_margin(found: Margins) -> Decimal | None:
    """Return the lowest margin of what is due once, every month and every year, in percent to a tenth; None where none is known.

    Cost without any revenue is a margin of −100 %.
    """
    known = [
        percent(one.margin.percent) if one.margin.percent is not None else _ALL_LOST
        for one in found.periods
        if one.margin.percent is not None or (one.margin.cost or Decimal(0)) > 0
    ]
    return min(known, default=None)
