"""What is done to the sections that the document is made of."""

from collections.abc import Collection
from dataclasses import replace

from app.edits import lists
from app.edits.ids import fresh, unused
from app.model.path import get
from app.model.proposal import Proposal
from app.model.sections import SECTION_KINDS, Section, kind_of

SECTIONS = "sections"


def section_path(section_id: str) -> str:
    """Return the path of a section."""
    return f"{SECTIONS}/{section_id}"


def new_section(proposal: Proposal, kind: str) -> Section:
    """Return an empty section of a kind with an id of its own, not in the proposal yet. Raises KeyError for no such kind."""
    taken = {section.id for section in proposal.sections}
    wanted = kind if kind not in taken else fresh(f"{kind}-", {*taken, f"{kind}-1"})
    return SECTION_KINDS[kind](id=wanted)


def add_section(proposal: Proposal, section: Section, index: int | None = None) -> Proposal:
    """Put a section into the document, at the end where no index is told. An id that is in use is replaced."""
    section = replace(section, id=unused(section.id, f"{kind_of(section)}-", (other.id for other in proposal.sections)))
    return lists.insert(proposal, SECTIONS, section, index)


def remove_section(proposal: Proposal, section_id: str) -> Proposal:
    """Take a section out of the document."""
    return lists.remove(proposal, SECTIONS, section_id)


def move_section(proposal: Proposal, section_id: str, index: int) -> Proposal:
    """Move a section so that it stands at `index`."""
    return lists.move(proposal, SECTIONS, section_id, index)


def move_sections(proposal: Proposal, section_ids: Collection[str], index: int) -> Proposal:
    """Move sections together, in the order that they have, to where the one at `index` stands now, or to the end."""
    moved = tuple(section for section in proposal.sections if section.id in section_ids)
    before = tuple(section for section in proposal.sections[:index] if section.id not in section_ids)
    behind = tuple(section for section in proposal.sections[index:] if section.id not in section_ids)
    found = (*before, *moved, *behind)
    return proposal if found == proposal.sections else replace(proposal, sections=found)


def remove_sections(proposal: Proposal, section_ids: Collection[str]) -> Proposal:
    """Take several sections out of the document."""
    return replace(proposal, sections=tuple(section for section in proposal.sections if section.id not in section_ids))


def hide_section(proposal: Proposal, section_id: str, hidden: bool = True) -> Proposal:
    """Leave a section out of the document without losing it, or show it again."""
    section: Section = get(proposal, section_path(section_id))
    sections = tuple(replace(section, hidden=hidden) if other is section else other for other in proposal.sections)
    return replace(proposal, sections=sections)


def duplicate_section(proposal: Proposal, section_id: str) -> Proposal:
    """Put a copy of a section right after it."""
    place = lists.position(proposal.sections, section_id)
    return add_section(proposal, proposal.sections[place], place + 1)
