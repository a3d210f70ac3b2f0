"""Pictures for the section that is looked at, put where that kind of section has a place for them."""

from collections.abc import Sequence
from dataclasses import replace

from app.edits import gallery
from app.model.path import exists, get
from app.model.picture import Picture
from app.model.sections import BackCover, Cover, Opener, References, Section, Story
from widgets.desk import Desk
from widgets.pictures import calling
from widgets.pictures.intake import Taken
from widgets.pictures.offer import Source, first_only
from widgets.pictures.replacing import put_picture
from widgets.session import Session


def put_into_section(desk: Desk, section: Section | None, sources: tuple[Source, ...]) -> bool:
    """Take pictures in for a section: each as a work of a gallery, all for a story, the first one elsewhere.

    Return whether the section has a place for them.
    """
    session, intake, path = desk.session, desk.media.intake, f"sections/{section.id}" if section is not None else ""

    def single(taken: list[Taken]) -> None:
        if exists(session.proposal, path):
            put_picture(desk, f"{path}/picture", taken[0])

    if isinstance(section, Cover | Opener | BackCover):
        intake.begin(first_only(sources), single)
    elif isinstance(section, Story):
        listed = f"{path}/pictures"
        intake.begin(sources, lambda taken: put_pictures(session, listed, taken), listed)
    elif isinstance(section, References):
        intake.begin(sources, lambda taken: put_works(session, section.id, taken), f"{path}/items")
    else:
        return False
    return True


def put_over(desk: Desk, path: str, sources: tuple[Source, ...]) -> None:
    """Take a picture in and put it in the place of another one."""

    def put(taken: list[Taken]) -> None:
        if exists(desk.session.proposal, path) and isinstance(get(desk.session.proposal, path), Picture):
            put_picture(desk, path, taken[0])

    desk.media.intake.begin(first_only(sources), put)


def takes_pictures(section: Section | None) -> bool:
    """Tell whether a section has a place for pictures."""
    return isinstance(section, Cover | Opener | BackCover | Story | References)


def put_pictures(session: Session, path: str, taken: Sequence[Taken], place: int | None = None) -> None:
    """Put pictures into the list at a path, before the one at a place, or at its end."""
    proposal = session.proposal
    if exists(proposal, path):
        start = min(place, len(get(proposal, path))) if place is not None else len(get(proposal, path))
        for i, one in enumerate(taken):
            proposal = gallery.add_picture(proposal, path, one.picture, start + i)
        session.edit(proposal, calling.put_in(session.proposal, path, taken))


def put_works(session: Session, section: str, taken: Sequence[Taken], place: int | None = None) -> None:
    """Make a work of each picture, before the one at a place, or at the end of the gallery."""
    proposal, path = session.proposal, f"sections/{section}/items"
    if exists(proposal, path):
        start = len(get(proposal, path)) if place is None else place
        for i, one in enumerate(taken):
            work = replace(gallery.new_reference(proposal, section, one.title), pictures=(one.picture,))
            proposal = gallery.add_reference(proposal, section, work, start + i)
        session.edit(proposal, calling.works(taken))
