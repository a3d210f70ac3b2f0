"""The differences between two values of the model, by their paths."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from typing import Any

from app.model.internal import Internal
from app.model.richtext import RichText


class How(StrEnum):
    """What became of a place."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `path` leads into the new proposal, that of what was removed into the old one (see `app.model.path`).

    `old` and `new` are the values before and after: of what was added there is no old one, of what was removed no new one,
    and of what was moved they are its places in the list, from 0. What is for insiders stays wrapped as such.
    """

    how: How
    path: str
    old: Any = None
    new: Any = None


def changes(old: Any, new: Any, path: str = "") -> Iterator[Change]:
    """Yield the differences between two values, in the order of the new one; nothing where they are equal."""
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _in_list(old, new, path)
    elif type(old) is type(new) and _has_parts(old):
        for field in fields(old):
            yield from changes(getattr(old, field.name), getattr(new, field.name), _joined(path, field.name))
    else:
        yield Change(How.CHANGED, path, old, new)


def _has_parts(value: Any) -> bool:
    """Tell whether a value is compared field by field. A rich text is one text, and an internal value one secret."""
    return is_dataclass(value) and not isinstance(value, RichText | Internal)


def _in_list(old: tuple[Any, ...], new: tuple[Any, ...], path: str) -> Iterator[Change]:
    if not (_all_named(old) and _all_named(new)):
        yield from _by_place(old, new, path)
        return
    before = {item.id: (place, item) for place, item in enumerate(old)}
    after = {item.id for item in new}
    both = [item.id for item in new if item.id in before]
    staying = {both[place] for place in in_order([before[one][0] for one in both])}
    for item in old:
        if item.id not in after:
            yield Change(How.REMOVED, _joined(path, item.id), old=item)
    for place, item in enumerate(new):
        here = _joined(path, item.id)
        if item.id not in before:
            yield Change(How.ADDED, here, new=item)
            continue
        was, other = before[item.id]
        if item.id not in staying:
            yield Change(How.MOVED, here, was, place)
        if type(other) is not type(item):
            yield Change(How.REMOVED, here, old=other)
            yield Change(How.ADDED, here, new=item)
        else:
            yield from changes(other, item, here)


def _by_place(old: tuple[Any, ...], new: tuple[Any, ...], path: str) -> Iterator[Change]:
    """Compare a list whose elements have no ids: plain texts as one value, others place by place."""
    if not any(_has_parts(item) for item in (*old, *new)):
        yield Change(How.CHANGED, path, old, new)
        return
    for place, (one, other) in enumerate(zip(old, new, strict=False)):
        yield from changes(one, other, _joined(path, str(place)))
    for place in range(len(new), len(old)):
        yield Change(How.REMOVED, _joined(path, str(place)), old=old[place])
    for place in range(len(old), len(new)):
        yield Change(How.ADDED, _joined(path, str(place)), new=new[place])


def _all_named(items: tuple[Any, ...]) -> bool:
    """Tell whether every element has an id of its own that a path can hold."""
    ids = [getattr(item, "id", None) for item in items]
    return all(isinstance(one, str) and one and "/" not in one for one in ids) and len(set(ids)) == len(ids)


def _joined(path: str, step: str) -> str:
    return f"{path}/{step}" if path else step


def in_order(places: Sequence[int]) -> set[int]:
    """Return the indices of a longest rising subsequence: what need not be said to have moved.

    Source: Fredman, "On computing the length of longest increasing subsequences", Discrete Mathematics 11 (1975).
    """
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(ends, place)
        before.append(tails[at - 1] if at else -1)
        if at == len(ends):
            ends.append(place)
            tails.append(index)
        else:
            ends[at], tails[at] = place, index
    found: set[int] = set()
    index = tails[-1] if tails else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
