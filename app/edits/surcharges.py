"""What is done to surcharges and the contingency."""

from dataclasses import replace

from app.edits import lists
from app.edits.fields import fitting
from app.edits.ids import fresh, unused
from app.model.estimate import Contingency, Surcharge
from app.model.proposal import Proposal

SURCHARGES = "estimate/surcharges"


def new_surcharge(proposal: Proposal, title: str = "") -> Surcharge:
    """Return a surcharge of nothing, with an id of its own. It is not in the estimate yet."""
    return Surcharge(id=fresh("u", _ids(proposal)), title=title)


def add_surcharge(proposal: Proposal, surcharge: Surcharge, index: int | None = None) -> Proposal:
    """Put a surcharge into the estimate, at the end where no index is told. An id that is in use is replaced."""
    surcharge = replace(surcharge, id=unused(surcharge.id, "u", _ids(proposal)))
    return lists.insert(proposal, SURCHARGES, surcharge, index)


def remove_surcharge(proposal: Proposal, surcharge_id: str) -> Proposal:
    """Take a surcharge out."""
    return lists.remove(proposal, SURCHARGES, surcharge_id)


def set_contingency(proposal: Proposal, contingency: Contingency) -> Proposal:
    """Set the reserve for what nobody can know yet. Raises ValueError, see `fields.fitting`."""
    return replace(proposal, estimate=replace(proposal.estimate, contingency=fitting(contingency)))


def _ids(proposal: Proposal) -> list[str]:
    return [surcharge.id for surcharge in proposal.estimate.surcharges]
