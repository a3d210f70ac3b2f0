"""Pictures for the section that is looked at, put where that kind of section has a place for them."""

from dataclasses import replace

from app.edits import gallery
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import exists
from app.model.sections import BackCover, Cover, Opener, References, Section, Story
from widgets.desk import Desk
from widgets.phrases import say
from widgets.pictures.intake import Taken
from widgets.pictures.offer import Source, first_only

ADDED = phrase("Add pictures")


def put_into_section(desk: Desk, section: Section | None, sources: tuple[Source, ...]) -> bool:
    """Take pictures in for a section: each as a work of a gallery, all for a story, the first one elsewhere.

    Return whether the section has a place for them.
    """
    session, path = desk.session, f"sections/{section.id}" if section is not None else ""

    def single(taken: Taken) -> None:
        if exists(session.proposal, path):
            session.edit(set_value(session.proposal, f"{path}/picture", taken.picture), say(ADDED))

    def listed(taken: Taken) -> None:
        if exists(session.proposal, path):
            edited = gallery.add_picture(session.proposal, f"{path}/pictures", taken.picture)
            session.edit(edited, say(ADDED), merge=f"{path}/intake")

    def work(taken: Taken) -> None:
        if exists(session.proposal, path) and section is not None:
            made = replace(gallery.new_reference(session.proposal, section.id, taken.title), pictures=(taken.picture,))
            edited = gallery.add_reference(session.proposal, section.id, made)
            session.edit(edited, say(phrase("Add works from pictures")), merge=f"{path}/intake")

    session.settle()
    if isinstance(section, Cover | Opener | BackCover):
        desk.media.intake.begin(first_only(sources), single)
    elif isinstance(section, Story):
        desk.media.intake.begin(sources, listed)
    elif isinstance(section, References):
        desk.media.intake.begin(sources, work)
    else:
        return False
    return True
