"""What is edited when some part of the proposal is looked at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model.proposal import Proposal
    from app.model.sections import Section

FACTS, PEOPLE, ESTIMATE = "proposal", "people", "estimate"


def section_at(proposal: "Proposal", place: str) -> "Section | None":
    """Return the section of the document that a path leads into."""
    from app.model.path import exists, get

    steps = place.split("/")
    if len(steps) < 2 or steps[0] != "sections" or not exists(proposal, "/".join(steps[:2])):
        return None
    section: Section = get(proposal, "/".join(steps[:2]))
    return section


def subject_of(proposal: "Proposal", place: str, current: str = "") -> str:
    """Return what is edited at a place: FACTS, PEOPLE, ESTIMATE, or the path of a section.

    The estimate is edited where it is being edited already: by itself, or as one of the document's sections.
    """
    from app.edits.sections import section_path
    from app.model.sections import EstimatePages

    first = place.split("/", 1)[0]
    if first == ESTIMATE:
        return current if isinstance(section_at(proposal, current), EstimatePages) and place != ESTIMATE else ESTIMATE
    if first == PEOPLE:
        return PEOPLE
    section = section_at(proposal, place)
    return section_path(section.id) if section else FACTS
