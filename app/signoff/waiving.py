"""A written decision to send a section although it is not what was signed."""

import datetime
from decimal import Decimal

from app.model.estimate import EstimateSection
from app.model.signoff import Waiver
from app.signoff.signature import signed_items
from app.signoff.status import Changed, state, status
from app.signoff.written import moment, name_of


def waive(
    section: EstimateSection, by: str, at: datetime.datetime, reason: str, hours_a_day: Decimal, hours_a_month: Decimal
) -> Waiver:
    """Decide to send a section as it stands now; another change needs another decision.

    Raises ValueError where no reason or no name is told, where the moment has no time zone, and for a section that has not
    changed after it was signed: there is nothing to decide, and a signature that was changed by hand cannot be let pass.
    """
    if not reason.strip():
        raise ValueError("a decision needs its reason")
    if not isinstance(status(section, hours_a_day, hours_a_month), Changed):
        raise ValueError("only a section that has changed after it was signed can be let pass")
    found = state_of(section, hours_a_day, hours_a_month)
    return Waiver(by=name_of(by), at=moment(at), reason=reason.strip(), state=found)


def state_of(section: EstimateSection, hours_a_day: Decimal, hours_a_month: Decimal) -> str:
    """Return the hash that binds a decision to a section as it stands, empty where nobody has signed it."""
    signature = section.signed.value
    return "" if signature is None else state(signature, signed_items(section, hours_a_day, hours_a_month))
