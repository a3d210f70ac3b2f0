"""Copying people, references and clients of the library into a proposal. What only insiders may see stays in the library."""

from dataclasses import replace

from app.blocks.inserting import Inserted, last_place
from app.edits.gallery import add_reference
from app.edits.people import add_person
from app.edits.ratecards import use_card
from app.edits.sections import add_section, new_section
from app.model.client import Contact
from app.model.clientcard import ClientCard
from app.model.internal import Internal
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.ratecard import RateCard
from app.model.reference import Reference
from app.model.sections import References
from app.problems import Problem, Severity, problem


def insert_person(proposal: Proposal, person: Person) -> Inserted:
    """Copy a person without their rates and the note; somebody who is there already is left as they are."""
    where = f"people/{person.id}"
    if proposal.person(person.id):
        told = problem("person-there-already", where, Severity.INFO, name=person.name)
        return Inserted(proposal, person.id, (told,))
    person = replace(person, id=_plain(person.id), rates=Internal(()), note=Internal(""))
    changed = add_person(proposal, person)
    return Inserted(changed, changed.people[-1].id)


def insert_reference(proposal: Proposal, reference: Reference, section: str = "", index: int | None = None) -> Inserted:
    """Copy a reference without its note into a gallery: the named one, else the first, else a new one before the closing pages.

    Raises KeyError where there is no gallery of that id. A work that is in the gallery already is left as it is.
    """
    proposal, gallery = _gallery(proposal, section)
    if any(one.id == reference.id for one in gallery.items):
        told = problem("reference-there-already", f"sections/{gallery.id}", Severity.INFO, title=reference.title)
        return Inserted(proposal, reference.id, (told,))
    before = {one.id for one in gallery.items}
    copied = replace(reference, id=_plain(reference.id), note=Internal(""))
    changed = add_reference(proposal, gallery.id, copied, index)
    _, gallery = _gallery(changed, gallery.id)
    return Inserted(changed, next(one.id for one in gallery.items if one.id not in before))


def use_client(proposal: Proposal, card: ClientCard, contact: Contact | None = None, rates: RateCard | None = None) -> Inserted:
    """Address a proposal to a client of the library: the company, one of its people (the first where none is told), language,
    currency and the rates that were agreed, where they are handed in.

    Language and currency of a proposal with prices stay: its texts and sums are in them. That they differ is told.
    """
    client = replace(card.client, id=card.id)
    chosen = contact or next(iter(card.contacts), Contact())
    begun = any(section.items for section in proposal.estimate.sections)
    changed = replace(proposal, client=client, contact=chosen)
    told: tuple[Problem, ...] = ()
    if begun:
        told = _differing(changed)
    else:
        changed = replace(changed, language=client.language or proposal.language, currency=client.currency or proposal.currency)
    if rates is not None and rates.id == card.rate_card:
        changed = use_card(changed, rates)
    return Inserted(changed, card.id, told)


def _differing(proposal: Proposal) -> tuple[Problem, ...]:
    client, told = proposal.client, []
    if client.language not in ("", proposal.language):
        told.append(problem("client-language-differs", "language", client=client.name, wanted=client.language))
    if client.currency not in ("", proposal.currency):
        told.append(
            problem("client-currency-differs", "currency", client=client.name, wanted=client.currency, found=proposal.currency)
        )
    return tuple(told)


def _gallery(proposal: Proposal, section_id: str) -> tuple[Proposal, References]:
    galleries = [one for one in proposal.sections if isinstance(one, References)]
    if section_id:
        found = next((one for one in galleries if one.id == section_id), None)
        if found is None:
            raise KeyError(section_id)
        return proposal, found
    visible = next((one for one in galleries if not one.hidden), None)
    if visible is not None:
        return proposal, visible
    made = new_section(proposal, "references")
    assert isinstance(made, References)
    return add_section(proposal, made, last_place(proposal)), made


def _plain(record_id: str) -> str:
    """Return an id that may stand in a path, empty where it may not: the proposal then makes one."""
    return "" if "/" in record_id else record_id
