"""What is done to the people of a proposal."""

from dataclasses import replace

from app.edits import lists
from app.edits.ids import fresh, unused
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import Letter, Section, Team

PEOPLE = "people"


def new_person(proposal: Proposal, name: str = "") -> Person:
    """Return a person with an id of their own. They are not in the proposal yet."""
    return Person(id=fresh("p", (person.id for person in proposal.people)), name=name)


def add_person(proposal: Proposal, person: Person, index: int | None = None) -> Proposal:
    """Put a person into the proposal. An id that is in use is replaced."""
    person = replace(person, id=unused(person.id, "p", (other.id for other in proposal.people)))
    return lists.insert(proposal, PEOPLE, person, index)


def move_person(proposal: Proposal, person_id: str, index: int) -> Proposal:
    """Move a person so that they stand at `index`."""
    return lists.move(proposal, PEOPLE, person_id, index)


def remove_person(proposal: Proposal, person_id: str) -> Proposal:
    """Take a person out, everywhere: from estimate sections, team pages, as signer of a letter and as manager."""
    proposal = lists.remove(proposal, PEOPLE, person_id)
    parts = tuple(
        replace(part, people=tuple(other for other in part.people if other != person_id)) if person_id in part.people else part
        for part in proposal.estimate.sections
    )
    return replace(
        proposal,
        manager="" if proposal.manager == person_id else proposal.manager,
        sections=tuple(_without(section, person_id) for section in proposal.sections),
        estimate=replace(proposal.estimate, sections=parts),
    )


def _without(section: Section, person_id: str) -> Section:
    if isinstance(section, Team) and person_id in (*section.members, section.featured):
        members = tuple(member for member in section.members if member != person_id)
        return replace(section, members=members, featured="" if section.featured == person_id else section.featured)
    if isinstance(section, Letter) and section.signer == person_id:
        return replace(section, signer="")
    return section
