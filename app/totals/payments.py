"""What the payments of the plan come to."""

from collections.abc import Sequence
from decimal import Decimal

from app.model.money import round_to
from app.model.payment import Payment
from app.totals.result import PaymentTotal
from app.totals.shares import shares

_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)


def payments_of(plan: Sequence[Payment], total: Decimal, digits: int) -> tuple[tuple[PaymentTotal, ...], Decimal]:
    """Return the payments, and what they leave of the total (below zero: what they are too much).

    Payments without percent and amount share the rest evenly. Amounts and percentages that come to exactly the total are
    rounded by the largest-remainder method, so that they still do.
    """
    if not plan:
        return (), _NOTHING
    exact = [one.amount or total * one.percent / _HUNDRED for one in plan]
    open_places = [i for i, one in enumerate(plan) if not one.amount and not one.percent]
    if not open_places and sum(exact, _NOTHING) == total:
        # A whole amount has no remainder, so that it stays what it is.
        amounts = shares(total, [(one.id, part) for one, part in zip(plan, exact, strict=True)], digits)
    else:
        amounts = [round_to(part, digits) for part in exact]
        rest = max(total - sum(amounts, _NOTHING), _NOTHING)
        parts = shares(rest, [(plan[i].id, Decimal(1)) for i in open_places], digits)
        for i, share in zip(open_places, parts, strict=True):
            amounts[i] = share
    made = tuple(PaymentTotal(one.id, amount) for one, amount in zip(plan, amounts, strict=True))
    return made, total - sum(amounts, _NOTHING)
