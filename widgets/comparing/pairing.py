"""Which pages of two documents stand beside each other: those of one section, one by one, in the order of the newer."""

from collections import defaultdict
from collections.abc import Sequence

from app.layout.page import Page

Pair = tuple[int | None, int | None]
"""The page of the older document and that of the newer one."""


def paired(old: Sequence[Page], new: Sequence[Page]) -> list[Pair]:
    """Return rows of pages. A section that only the older document has stands where it stood there."""
    left, right = _by_section(old), _by_section(new)
    rows: list[Pair] = []
    for section in _order(list(left), list(right)):
        one, other = left.get(section, []), right.get(section, [])
        for place in range(max(len(one), len(other))):
            rows.append((one[place] if place < len(one) else None, other[place] if place < len(other) else None))
    return rows


def _by_section(pages: Sequence[Page]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, page in enumerate(pages):
        found[page.section].append(index)
    return found


def _order(old: list[str], new: list[str]) -> list[str]:
    """Return the sections of both, those that are gone behind the one that they followed."""
    found = list(new)
    for place, section in enumerate(old):
        if section not in found:
            before = next((one for one in reversed(old[:place]) if one in found), None)
            found.insert(found.index(before) + 1 if before is not None else 0, section)
    return found
