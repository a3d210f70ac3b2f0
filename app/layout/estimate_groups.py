"""The sections of the estimate as they are printed: in two levels, with their numbers."""

from dataclasses import dataclass

from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.totals import SectionTotal, Standing


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section with its sums and its printed number: "2", or "2.1" on the second level."""

    part: EstimateSection
    total: SectionTotal
    number: str


@dataclass(frozen=True, slots=True)
class Group:
    """A section of level 1 and those that belong to it."""

    top: Numbered
    below: tuple[Numbered, ...] = ()

    @property
    def all(self) -> tuple[Numbered, ...]:
        """Return all of them as they stand below each other."""
        return (self.top, *self.below)


def groups(scene: Scene) -> tuple[Group, ...]:
    """Return the sections that are printed. Those of which the counting package has nothing are left out and not numbered."""
    sections, totals = scene.proposal.estimate.sections, scene.totals.sections
    before: tuple[Group, ...] = scene.setter.latest("groups") or ()
    return scene.setter.remember("groups", (sections, totals), lambda: grouped(sections, totals, before))


def grouped(
    sections: tuple[EstimateSection, ...], totals: tuple[SectionTotal, ...], before: tuple[Group, ...] = ()
) -> tuple[Group, ...]:
    """Sort sections by the ones that they belong to, and number them. Groups `before` an edit that it left alone stay the very
    objects that they were.
    """
    known = {id(group.top.part): group for group in before if not group.below}
    parted: list[list[tuple[EstimateSection, SectionTotal]]] = []
    for part, total in zip(sections, totals, strict=True):
        if total.parent and parted:
            parted[-1].append((part, total))
        else:
            parted.append([(part, total)])
    found: list[Group] = []
    for (part, total), *others in parted:
        shown = [one for one in others if not _elsewhere(one[1])]
        gone = not shown and (_elsewhere(total) or (others and not total.items))
        if gone:
            continue
        number = str(len(found) + 1)
        same = None if others else known.get(id(part))
        if same is not None and same.top.total is total and same.top.number == number:
            found.append(same)
            continue
        below = tuple(Numbered(*one, f"{number}.{i}") for i, one in enumerate(shown, 1))
        found.append(Group(Numbered(part, total, number), below))
    return tuple(found)


def _elsewhere(total: SectionTotal) -> bool:
    """Tell whether all that a section has is in other packages."""
    return bool(total.items) and all(item.standing is Standing.ELSEWHERE for item in total.items)
