"""Changing one value."""

from decimal import Decimal
from typing import TypeVar

from app.model.internal import Internal
from app.model.limits import unfit
from app.model.path import get, put
from app.model.proposal import Proposal

T = TypeVar("T")


def set_value(proposal: Proposal, path: str, value: object) -> Proposal:
    """Put a value at a path; the same proposal comes back when it is there already.

    Raises KeyError for no such place, ValueError for a number that may not stand there.
    """
    if not path:
        raise KeyError(path)
    parent, _, name = path.rpartition("/")
    number = isinstance(value, Decimal | Internal)
    fitting(value, f"{type(get(proposal, parent)).__name__}.{name}" if number else "")
    if get(proposal, path) == value:
        return proposal
    changed = put(proposal, path, value)
    assert isinstance(changed, Proposal)
    return changed


def fitting(value: T, field: str = "") -> T:
    """Return a value whose numbers may all stand where they do. `field` is that of a bare number, as `Class.field`.

    Raises ValueError: nothing below zero, infinite or absurdly large gets into a proposal, no discount of more than 100 %.
    """
    for place, number in unfit(value, field):
        raise ValueError(f"{place or 'a number'} cannot be {number}")
    return value
