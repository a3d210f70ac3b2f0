"""What the comparison of packages lists: sections, and line by line what differs between the packages."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.model.estimate import Detail, Estimate, EstimateSection

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

    Optional items that nobody has chosen are in no package and left out.
    """
    if detail is Detail.TOTALS:
        return ()
    return tuple(row for section in estimate.sections for row in _section(section, estimate, detail))


def _section(section: EstimateSection, estimate: Estimate, detail: Detail) -> Iterator[Compared]:
    packages = tuple(package.id for package in estimate.packages)
    items = [item for item in section.items if not item.optional or item.chosen]
    if not items:
        return
    inside = [tuple(not item.packages or package in item.packages for package in packages) for item in items]
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
