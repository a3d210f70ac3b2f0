"""Changing one value."""

from app.model.path import get, put
from app.model.proposal import Proposal


def set_value(proposal: Proposal, path: str, value: object) -> Proposal:
    """Put a value at a path; the same proposal comes back when it is there already. Raises KeyError for no such place."""
    if not path:
        raise KeyError(path)
    if get(proposal, path) == value:
        return proposal
    changed = put(proposal, path, value)
    assert isinstance(changed, Proposal)
    return changed
