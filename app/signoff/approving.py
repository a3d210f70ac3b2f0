"""The lead's consent to a discount or a margin beyond the house's limits."""

import datetime
from dataclasses import replace
from decimal import Decimal

from app.model.estimate import Estimate
from app.model.internal import Internal
from app.model.signoff import Approval, Limit
from app.signoff.written import moment, name_of


def approve(estimate: Estimate, limit: Limit, value: Decimal, by: str, at: datetime.datetime, reason: str) -> Estimate:
    """Consent to a `value` (percent) beyond a limit. Earlier approvals stay in the record.

    Raises ValueError where no name or no reason is told, where the moment has no time zone, and for a value that is not a
    number.
    """
    if not value.is_finite():
        raise ValueError("an approval needs a number")
    if not reason.strip():
        raise ValueError("an approval needs its reason")
    given = Approval(limit=limit, value=value, by=name_of(by), at=moment(at), reason=reason.strip())
    return replace(estimate, approvals=Internal((*estimate.approvals.value, given)))


def approved(estimate: Estimate, limit: Limit, value: Decimal) -> Approval | None:
    """Return the latest approval that holds for a value: one of this value or of a worse one, a higher discount or a lower
    margin.
    """
    fits = (
        one
        for one in reversed(estimate.approvals.value)
        if one.limit is limit and (value <= one.value if limit is Limit.DISCOUNT else value >= one.value)
    )
    return next(fits, None)
