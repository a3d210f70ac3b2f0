"""Whom the client meets: people who still belong to the team, with a face, and somebody for every section."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import Letter, Team
from app.preflight.case import Case, place
from app.preflight.facts import named
from app.problems import Problem, Severity, error, problem


def people(case: Case) -> Iterator[Problem]:
    """Tell people who have left or whose photo is missing, ids of nobody, and sections that nobody does."""
    proposal = case.proposal
    working = dict.fromkeys(one for section in case.estimate.sections for one in section.people)
    shown = working.keys() | _seen(proposal)
    for person in proposal.people:
        where = f"people/{person.id}"
        if person.id in shown and _left(person, case.today):
            yield error("person-left", where, name=person.name, left=person.left_on)
        if person.id in working:
            yield from _photo(person, where, case.folder)
    for section in case.estimate.sections:
        title = named(section.title, section.id)
        for unknown in (one for one in section.people if proposal.person(one) is None):
            yield problem("person-unknown", f"{place(section)}/people", section=title, person=unknown)
        if section.items and not section.people and not section.roles:
            yield problem("section-without-people", place(section), Severity.INFO, section=title)


def _seen(proposal: Proposal) -> set[str]:
    """Return the ids of those whom the client sees beside the estimate."""
    found = {proposal.manager}
    for section in proposal.sections:
        if isinstance(section, Team) and not section.hidden:
            found |= {*section.members, section.featured}
        elif isinstance(section, Letter) and not section.hidden:
            found.add(section.signer)
    return found - {""}


def _left(person: Person, today: datetime.date) -> bool:
    try:
        return bool(person.left_on) and datetime.date.fromisoformat(person.left_on) < today
    except ValueError:
        return False


def _photo(person: Person, where: str, folder: Path | None) -> Iterator[Problem]:
    if person.photo is None or not person.photo.file:
        yield problem("person-without-photo", where, name=person.name)
    elif folder is not None and not _is_file(folder, person.photo.file):
        yield problem("picture-missing", f"{where}/photo/file", file=person.photo.file)


def _is_file(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except (OSError, ValueError):
        return False
