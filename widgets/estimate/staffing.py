"""Who does a section: people of the proposal, and of the library, who come into the proposal with their photo."""

from collections.abc import Sequence
from dataclasses import replace

from app.edits.estimate import set_people, set_roles
from app.edits.people import add_person
from app.i18n import phrase
from app.model.path import exists, get
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.suggest import folded
from widgets.desk import Desk
from widgets.models.estimate_rows import GridRow
from widgets.phrases import say, shorten


def everybody(desk: Desk) -> list[Person]:
    """Return who can be chosen: the proposal's people, then those of the library who are not among them."""
    own = desk.session.proposal.people
    known = {folded(person.name) for person in own}
    return [*own, *(person for person in desk.recall.people if folded(person.name) not in known)]


def assign(desk: Desk, row: GridRow, chosen: Sequence[str], roles: Sequence[str]) -> None:
    """Say who does a section, by ids out of `everybody`, and which roles nobody fills yet; one edit."""
    proposal = desk.session.proposal
    known = {person.id for person in proposal.people}
    own = {person.id for person in everybody(desk)[: len(known)]}
    new = [person for person in everybody(desk)[len(known) :] if person.id in chosen and person.id not in own]
    photos = [person for person in new if person.photo is not None]
    files = [desk.workspace.library_folder / person.photo.file for person in photos if person.photo is not None]

    def done(pictures: Sequence[Picture]) -> None:
        taken = dict(zip((person.id for person in photos), pictures, strict=False)) if len(pictures) == len(photos) else {}
        _assign(desk, row, chosen, roles, [_with_photo(person, taken.get(person.id)) for person in new])

    if files and all(file.is_file() for file in files):
        desk.media.take_in(files, done)
    else:
        done(())


def _with_photo(person: Person, taken: Picture | None) -> Person:
    if person.photo is None or taken is None:
        return replace(person, photo=None)
    return replace(person, photo=replace(person.photo, file=taken.file))


def _assign(desk: Desk, row: GridRow, chosen: Sequence[str], roles: Sequence[str], new: Sequence[Person]) -> None:
    proposal = desk.session.proposal
    if not exists(proposal, row.path):
        return
    ids = {person.id: person.id for person in proposal.people}
    for person in new:
        proposal = add_person(proposal, person)
        ids[person.id] = proposal.people[-1].id
    proposal = set_people(proposal, row.section, [ids[person] for person in chosen if person in ids])
    proposal = set_roles(proposal, row.section, roles)
    title = shorten(str(get(proposal, f"{row.path}/title")))
    desk.session.edit(proposal, say(phrase("People of “{title}”"), title=title))


def chosen_now(proposal: Proposal, row: GridRow) -> tuple[list[str], list[str]]:
    """Return the ids of the people of a section and the roles that nobody fills."""
    section = get(proposal, row.path)
    return list(section.people), list(section.roles)
