"""Putting into, taking out of and moving within any list of a proposal, by its path."""

from typing import Any

from app.edits.fields import fitting
from app.model.path import get, put
from app.model.proposal import Proposal


def insert(proposal: Proposal, path: str, value: object, index: int | None = None) -> Proposal:
    """Put a value into the list at a path: before `index`, or at the end. Raises ValueError, see `fields.fitting`."""
    fitting(value)
    items = _list(proposal, path)
    place = len(items) if index is None else min(max(index, 0), len(items))
    return _put(proposal, path, (*items[:place], value, *items[place:]))


def remove(proposal: Proposal, path: str, step: str | int) -> Proposal:
    """Take the element with this id or index out of the list at a path."""
    items = _list(proposal, path)
    place = position(items, step)
    return _put(proposal, path, (*items[:place], *items[place + 1 :]))


def move(proposal: Proposal, path: str, step: str | int, index: int) -> Proposal:
    """Move the element with this id or index so that it then stands at `index`."""
    items = _list(proposal, path)
    place = position(items, step)
    rest = (*items[:place], *items[place + 1 :])
    target = min(max(index, 0), len(rest))
    return _put(proposal, path, (*rest[:target], items[place], *rest[target:]))


def position(items: tuple[Any, ...], step: str | int) -> int:
    """Return where the element with this id or index stands. Raises KeyError."""
    for i, item in enumerate(items):
        if getattr(item, "id", None) == step:
            return i
    if isinstance(step, int) and 0 <= step < len(items):
        return step
    raise KeyError(step)


def _list(proposal: Proposal, path: str) -> tuple[Any, ...]:
    items = get(proposal, path)
    if not isinstance(items, tuple):
        raise KeyError(path)
    return items


def _put(proposal: Proposal, path: str, items: tuple[Any, ...]) -> Proposal:
    changed = put(proposal, path, items)
    assert isinstance(changed, Proposal)
    return changed
