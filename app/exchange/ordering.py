"""Orders: what has moved when one order becomes another, and how to get there by some of the moves."""

from bisect import bisect_left
from collections.abc import Collection, Sequence


def moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """Return the fewest names that must be taken out and put elsewhere to make one order of the other.

    Only names of both orders are looked at. What stays is a longest increasing subsequence of the old places (patience sorting;
    Fredman, "On computing the length of longest increasing subsequences", Discrete Mathematics 11, 1975).
    """
    places = {name: i for i, name in enumerate(old)}
    common = [name for name in new if name in places]
    ends: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for i, name in enumerate(common):
        at = bisect_left(ends, places[name])
        ends[at : at + 1] = [places[name]]
        before.append(piles[at - 1] if at else -1)
        piles[at : at + 1] = [i]
    stays = set()
    at = piles[-1] if piles else -1
    while at >= 0:
        stays.add(common[at])
        at = before[at]
    return set(common) - stays


def arranged(old: Sequence[str], new: Sequence[str], placed: Collection[str]) -> list[str]:
    """Return the old order with the names of `placed` where the new order has them: each right after the nearest name before it
    in the new order that is there. Names of the old order that are in `placed` leave their old places.
    """
    out = [name for name in old if name not in placed]
    for i, name in enumerate(new):
        if name not in placed:
            continue
        there = set(out)
        anchor = next((one for one in reversed(new[:i]) if one in there), None)
        out.insert(0 if anchor is None else out.index(anchor) + 1, name)
    return out
