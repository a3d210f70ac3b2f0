"""What is done to several elements of a list at once: pictures of a story, works of a gallery."""

from collections.abc import Collection
from typing import Any

from app.edits.lists import position
from app.model.path import get, put
from app.model.proposal import Proposal

Step = str | int


def remove_several(proposal: Proposal, path: str, steps: Collection[Step]) -> Proposal:
    """Take the elements with these ids or indices out of the list at a path. Raises KeyError for one that is not there."""
    items, places = _chosen(proposal, path, steps)
    return _put(proposal, path, tuple(item for i, item in enumerate(items) if i not in places))


def move_several(proposal: Proposal, path: str, steps: Collection[Step], before: int) -> Proposal:
    """Move elements, in the order in which they stand, to stand before the one that is at `before` now; at the end beyond it."""
    items, places = _chosen(proposal, path, steps)
    moved = tuple(items[place] for place in sorted(places))
    head = tuple(item for i, item in enumerate(items) if i < before and i not in places)
    tail = tuple(item for i, item in enumerate(items) if i >= before and i not in places)
    return _put(proposal, path, (*head, *moved, *tail))


def carry(proposal: Proposal, path: str, steps: Collection[Step], to: str, before: int | None = None) -> Proposal:
    """Move elements from the list at `path` into the one at `to`: before the element that is at `before`, or to the end.

    For elements that have no ids of their own, as pictures.
    """
    if path == to:
        return move_several(proposal, path, steps, len(get(proposal, path)) if before is None else before)
    items, places = _chosen(proposal, path, steps)
    carried = tuple(items[place] for place in sorted(places))
    taken = _put(proposal, path, tuple(item for i, item in enumerate(items) if i not in places))
    there: tuple[Any, ...] = get(taken, to)
    place = len(there) if before is None else min(max(before, 0), len(there))
    return _put(taken, to, (*there[:place], *carried, *there[place:]))


def _chosen(proposal: Proposal, path: str, steps: Collection[Step]) -> tuple[tuple[Any, ...], set[int]]:
    items: tuple[Any, ...] = get(proposal, path)
    return items, {position(items, step) for step in steps}


def _put(proposal: Proposal, path: str, items: tuple[Any, ...]) -> Proposal:
    if get(proposal, path) == items:
        return proposal
    changed = put(proposal, path, items)
    assert isinstance(changed, Proposal)
    return changed
