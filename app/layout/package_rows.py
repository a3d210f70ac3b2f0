"""What the comparison of packages lists: sections, and line by line what differs between the packages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.model.estimate import Detail, Estimate, EstimateSection
from app.totals import totals

MOST_ALIKE = 4
"""A section of which every package has all lists so many items at most; with more of them it stands for its items."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A row: a section's name (`item` is empty), or an item with the packages that it is in, in their order.

    A section that stands for its items tells itself which packages have all of it (`inside`), and which only some (`partly`).
    `origin` is its path in the proposal.
    """

    name: str
    origin: str
    inside: tuple[bool, ...] = ()
    partly: tuple[bool, ...] = ()
    item: str = ""


def compared(estimate: Estimate, detail: Detail = Detail.DETAILED) -> tuple[Compared, ...]:
    """Return the rows for all sections with items; without detail the sections alone, or nothing but the prices.

    Optional items that nobody has chosen and alternatives that count nowhere are in no package and left out.
    """
    if detail is Detail.TOTALS:
        return ()
    return tuple(row for section in estimate.sections for row in _section(section, estimate, detail))


def _section(section: EstimateSection, estimate: Estimate, detail: Detail) -> Iterator[Compared]:
    packages = tuple(package.id for package in estimate.packages)
    picked = _alternatives(section, estimate)
    items = [item for item in section.items if (not item.optional or item.chosen) and any(picked.get(item.id, (True,)))]
    if not items:
        return
    inside = [
        picked.get(item.id) or tuple(not item.packages or package in item.packages for package in packages) for item in items
    ]
    origin = f"estimate/sections/{section.id}/title"
    if detail is Detail.SECTIONS or (len(set(inside)) == 1 and len(items) > MOST_ALIKE):
        whole = tuple(all(column) for column in zip(*inside, strict=True))
        partly = tuple(any(column) and not all(column) for column in zip(*inside, strict=True))
        yield Compared(section.title, origin, whole, partly)
        return
    yield Compared(section.title, origin)
    nothing = (False,) * len(packages)
    for item, row in zip(items, inside, strict=True):
        yield Compared(item.title, f"estimate/sections/{section.id}/items/{item.id}/title", row, nothing, item.id)


def _alternatives(section: EstimateSection, estimate: Estimate) -> Mapping[str, tuple[bool, ...]]:
    """Return for every alternative of a section, by id, the packages in which it is the one that counts."""
    items = tuple(item for item in section.items if item.alternative)
    if not items:
        return {}
    alone = (replace(section, items=items),)
    found = (totals(Estimate(sections=alone, packages=(package,)), "").sections[0].items for package in estimate.packages)
    counted = [tuple(one.counted for one in column) for column in found]
    return {item.id: tuple(column[i] for column in counted) for i, item in enumerate(items)}
