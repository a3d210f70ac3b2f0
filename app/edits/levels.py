"""Sections of the estimate in two levels: one of level 1 with those below it is one block."""

from dataclasses import replace

from app.edits import lists
from app.edits.fields import set_value
from app.model.estimate import EstimateSection
from app.model.proposal import Proposal

Sections = tuple[EstimateSection, ...]


def block(sections: Sections, section_id: str) -> range:
    """Return the places of a section and, where it is of level 1, of those that belong to it. Raises KeyError."""
    first = lists.position(sections, section_id)
    last = first + 1
    if sections[first].level == 1:
        while last < len(sections) and sections[last].level > 1:
            last += 1
    return range(first, last)


def moved(sections: Sections, section_id: str, index: int) -> Sections:
    """Return the sections with one of them, and those below it, so that it stands at `index`.

    A section of level 1 never lands among those that belong to another: it goes on past them in its direction.
    """
    places = block(sections, section_id)
    taken = sections[places.start : places.stop]
    rest = (*sections[: places.start], *sections[places.stop :])
    target = min(max(index, 0), len(rest))
    if taken[0].level == 1:
        step = 1 if target > places.start else -1
        while 0 < target < len(rest) and rest[target].level > 1:
            target += step
    return (*rest[:target], *taken, *rest[target:])


def set_level(proposal: Proposal, section_id: str, level: int) -> Proposal:
    """Make a section belong to the one before it (2) or stand by itself (1). The first section stands by itself."""
    first = lists.position(proposal.estimate.sections, section_id) == 0
    return set_value(proposal, f"estimate/sections/{section_id}/level", 1 if first else min(max(level, 1), 2))


def with_sections(proposal: Proposal, sections: Sections) -> Proposal:
    """Return the proposal with other sections in its estimate."""
    return replace(proposal, estimate=replace(proposal.estimate, sections=sections))
