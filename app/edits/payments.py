"""What is done to the plan of payments."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.edits import lists
from app.edits.fields import fitting
from app.edits.ids import fresh, unused
from app.model.payment import Payment
from app.model.proposal import Proposal

PAYMENTS = "estimate/payments"


def new_payment(proposal: Proposal, title: str = "") -> Payment:
    """Return a payment of the rest, with an id of its own. It is not in the plan yet."""
    return Payment(id=fresh("t", _ids(proposal)), title=title)


def add_payment(proposal: Proposal, payment: Payment, index: int | None = None) -> Proposal:
    """Put a payment into the plan, at its end where no index is told. An id that is in use is replaced."""
    payment = replace(payment, id=unused(payment.id, "t", _ids(proposal)))
    return lists.insert(proposal, PAYMENTS, payment, index)


def remove_payment(proposal: Proposal, payment_id: str) -> Proposal:
    """Take a payment out of the plan."""
    return lists.remove(proposal, PAYMENTS, payment_id)


def move_payment(proposal: Proposal, payment_id: str, index: int) -> Proposal:
    """Move a payment so that it stands at `index` of the plan."""
    return lists.move(proposal, PAYMENTS, payment_id, index)


def split(proposal: Proposal, parts: Sequence[tuple[str, Decimal]]) -> Proposal:
    """Replace the plan by titles with percentages. The last one becomes the rest, so that the plan sums to the total.

    Raises ValueError, see `fields.fitting`.
    """
    last = len(parts) - 1
    plan = tuple(
        Payment(id=f"t{number + 1}", title=title, percent=percent if number < last else Decimal(0))
        for number, (title, percent) in enumerate(parts)
    )
    return replace(proposal, estimate=replace(proposal.estimate, payments=fitting(plan)))


def _ids(proposal: Proposal) -> list[str]:
    return [payment.id for payment in proposal.estimate.payments]
