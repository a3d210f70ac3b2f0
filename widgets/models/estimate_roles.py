"""Who does a line: the id of a rate or a person in the estimate, their name where people read and type it."""

from app.model.proposal import Proposal


def role_words(proposal: Proposal, role: str) -> str:
    """Return the name of the person or the title of the rate that a role is; the role itself otherwise."""
    person = proposal.person(role)
    titles = (rate.title for rate in proposal.estimate.rates if rate.id == role and rate.title)
    return person.name if person else next(titles, role)


def known_role(proposal: Proposal, text: str) -> str:
    """Return the id of the rate or person that a text names, or the text itself."""
    wanted = text.casefold()
    for rate in proposal.estimate.rates:
        if wanted in (rate.id.casefold(), rate.title.casefold()) and wanted:
            return rate.id
    named = (person.id for person in proposal.people if wanted and wanted in (person.id.casefold(), person.name.casefold()))
    return next(named, text)


def roles_offered(proposal: Proposal) -> list[str]:
    """Return the names that can stand beside a line: those with a rate, those in use, everybody of the proposal."""
    rates = [rate.title or rate.id for rate in proposal.estimate.rates]
    used = dict.fromkeys(item.role for section in proposal.estimate.sections for item in section.items)
    names = [*rates, *(role_words(proposal, role) for role in used), *(person.name for person in proposal.people)]
    return list(dict.fromkeys(filter(None, names)))
