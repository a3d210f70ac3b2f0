"""Pictures for the section that is looked at, put where that kind of section has a place for them."""

from collections.abc import Sequence
from dataclasses import replace

from app.edits import gallery
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import exists, get
from app.model.sections import BackCover, Cover, Opener, References, Section, Story
from widgets.desk import Desk
from widgets.phrases import Phrase, say
from widgets.pictures.intake import Taken
from widgets.pictures.offer import Source, first_only
from widgets.session import Session

ADDED = phrase("Add pictures")


def put_into_section(desk: Desk, section: Section | None, sources: tuple[Source, ...]) -> bool:
    """Take pictures in for a section: each as a work of a gallery, all for a story, the first one elsewhere.

    Return whether the section has a place for them.
    """
    session, intake, path = desk.session, desk.media.intake, f"sections/{section.id}" if section is not None else ""

    def single(taken: list[Taken]) -> None:
        if exists(session.proposal, path):
            session.edit(set_value(session.proposal, f"{path}/picture", taken[0].picture), say(ADDED))

    if isinstance(section, Cover | Opener | BackCover):
        intake.begin(first_only(sources), single)
    elif isinstance(section, Story):
        listed = f"{path}/pictures"
        intake.begin(sources, lambda taken: put_pictures(session, listed, taken, say(ADDED)), listed)
    elif isinstance(section, References):
        intake.begin(sources, lambda taken: put_works(session, section.id, taken), f"{path}/items")
    else:
        return False
    return True


def put_pictures(session: Session, path: str, taken: Sequence[Taken], naming: Phrase, place: int | None = None) -> None:
    """Put pictures into the list at a path, before the one at a place, or at its end."""
    proposal = session.proposal
    if exists(proposal, path):
        start = min(place, len(get(proposal, path))) if place is not None else len(get(proposal, path))
        for i, one in enumerate(taken):
            proposal = gallery.add_picture(proposal, path, one.picture, start + i)
        session.edit(proposal, naming)


def put_works(session: Session, section: str, taken: Sequence[Taken], place: int | None = None) -> None:
    """Make a work of each picture, before the one at a place, or at the end of the gallery."""
    proposal, path = session.proposal, f"sections/{section}/items"
    if exists(proposal, path):
        start = len(get(proposal, path)) if place is None else place
        for i, one in enumerate(taken):
            work = replace(gallery.new_reference(proposal, section, one.title), pictures=(one.picture,))
            proposal = gallery.add_reference(proposal, section, work, start + i)
        session.edit(proposal, say(phrase("Add works from pictures")))
