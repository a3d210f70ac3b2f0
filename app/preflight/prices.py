"""Work that has no price, and sums that do not come to the total."""

from collections.abc import Iterator

from app.preflight.case import Case
from app.preflight.facts import money, named
from app.preflight.rates import unconverted
from app.problems import Problem, error


def prices(case: Case) -> Iterator[Problem]:
    """Tell items without a price, a payment plan that does not sum to the total, and an equivalent without its rate."""
    waiting = {rate.id for rate in unconverted(case)}
    for where, item, one in case.items():
        # A rate that waits for its exchange is told once, where the rate is.
        if not one.priced and item.role not in waiting:
            yield error("item-without-price", f"{where}/rate", item=named(item.title, item.id))
    left, currency = case.totals.unplanned, case.totals.currency
    if left:
        code = "payments-too-little" if left > 0 else "payments-too-much"
        total = money(case.totals.total, currency)
        yield error(code, "estimate/payments", total=total, rest=money(abs(left), currency))
    if case.estimate.equivalent and case.totals.equivalent is None:
        yield error("equivalent-without-rate", "estimate/equivalent", currency=case.estimate.equivalent)
