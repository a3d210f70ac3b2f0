"""The proposal: everything that one PDF is made of, except the brandbook."""

import datetime
from dataclasses import dataclass

from app.model.brief import Brief
from app.model.client import Client, Contact, Studio
from app.model.estimate import Estimate, EstimateSection
from app.model.internal import Internal
from app.model.people import Person
from app.model.sections import Section
from app.model.status import Status, StatusChange

LANGUAGES = ("ru", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A commercial proposal.

    `language` is one of LANGUAGES, `currency` an ISO 4217 code, `brandbook` the name of a folder in `brandbooks/`.
    `valid_until` is the last day on which the offer stands. `manager` is the id of one of `people`: who signs and answers.
    `brief` is what the lead had asked for.

    `revision` counts from 1; a proposal that was sent is frozen as that revision, and the next edit begins another one.
    `status` is that of the present revision, `history` every step that led there. `archived` takes it off the desk.
    """

    id: str = ""
    number: str = ""
    title: str = ""
    subtitle: str = ""
    language: str = "ru"
    currency: str = "RUB"
    date: datetime.date
    valid_until: datetime.date | None = None
    brandbook: str = "kurs"
    studio: Studio = Studio()
    client: Client = Client()
    contact: Contact = Contact()
    manager: str = ""
    people: tuple[Person, ...] = ()
    sections: tuple[Section, ...] = ()
    estimate: Estimate = Estimate()
    brief: Internal[Brief | None] = Internal(None)
    revision: int = 1
    status: Status = Status.DRAFT
    history: Internal[tuple[StatusChange, ...]] = Internal(())
    archived: bool = False

    def person(self, person_id: str) -> Person | None:
        """Return the person with this id, or None."""
        return next((person for person in self.people if person.id == person_id), None)

    def vacant(self, part: EstimateSection) -> tuple[tuple[int, str], ...]:
        """Return the roles of a section of the estimate that nobody in it has, each after its place among the section's roles.

        A role that was read from a spreadsheet is filled once somebody who has it is put into the section.
        """
        if not part.roles or not part.people:
            return tuple(enumerate(part.roles))
        filled = {_said(person.role) for person in self.people if person.id in part.people}
        return tuple((place, role) for place, role in enumerate(part.roles) if _said(role) not in filled)


def _said(role: str) -> str:
    """Return a role as it is compared: neither capitals nor spaces make a difference."""
    return " ".join(role.casefold().split())
