"""What a person does to the sections of the document: edits with their names, and where one looks afterwards."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.edits import sections as edit
from app.edits.lists import position
from app.edits.timeline import phases_from_estimate
from app.i18n import phrase
from app.model.path import get
from app.model.sections import BackCover, Contents, Cover, EstimatePages, Section, Timeline, kind_of
from widgets.forms.kinds import KINDS
from widgets.phrases import Phrase, say, shorten
from widgets.session import Session
from widgets.subjects import ESTIMATE, FACTS, section_at


def section_id(session: Session) -> str:
    """Return the id of the section that is looked at, the pages of the estimate for the estimate; empty for none."""
    section = section_at(session.proposal, session.subject)
    if section is None and session.subject == ESTIMATE:
        section = next((shown for shown in session.proposal.sections if isinstance(shown, EstimatePages)), None)
    return section.id if section else ""


def add_section(session: Session, kind: str) -> None:
    """Put a new section where one of its kind belongs, and go there."""
    section = _begun(session, edit.new_section(session.proposal, kind))
    index = _place_for(session, section)
    session.edit(edit.add_section(session.proposal, section, index), say(phrase("Add {kind}"), kind=Phrase(KINDS[kind].name)))
    session.go_to(edit.section_path(section.id))


def add_section_at(session: Session, kind: str, index: int) -> None:
    """Put a new section to a place, and go there."""
    section = _begun(session, edit.new_section(session.proposal, kind))
    session.edit(edit.add_section(session.proposal, section, index), say(phrase("Add {kind}"), kind=Phrase(KINDS[kind].name)))
    session.go_to(edit.section_path(section.id))


def _place_for(session: Session, section: Section) -> int:
    """Return where a new section stands: after the one that is looked at, else at the end, before a back cover.

    A back cover always ends the document, contents stand behind the cover.
    """
    sections, current = session.proposal.sections, section_id(session)
    if isinstance(section, BackCover):
        return len(sections)
    if isinstance(section, Contents):
        return int(bool(sections) and isinstance(sections[0], Cover))
    if current:
        return position(sections, current) + 1
    return len(sections) - int(bool(sections) and isinstance(sections[-1], BackCover))


def _begun(session: Session, section: Section) -> Section:
    """Give a new section what the proposal already knows: a timeline the parts of the estimate as its phases."""
    if isinstance(section, Timeline):
        return replace(section, phases=phases_from_estimate(session.proposal, section_hours(session)))
    return section


def section_hours(session: Session) -> dict[str, Decimal]:
    """Return the hours of each part of the estimate by its id."""
    return {part.id: part.hours for part in session.totals.sections}


def duplicate_section(session: Session, wanted: str) -> None:
    """Put a copy of a section after it, and go there."""
    index = position(session.proposal.sections, wanted)
    session.edit(edit.duplicate_section(session.proposal, wanted), named(phrase("Duplicate {section}"), session, wanted))
    session.go_to(edit.section_path(session.proposal.sections[index + 1].id))


def remove_section(session: Session, wanted: str) -> None:
    """Take a section out, and look at its neighbour."""
    sections = session.proposal.sections
    index = position(sections, wanted)
    neighbours = (*sections[index + 1 : index + 2], *sections[max(0, index - 1) : index])
    session.edit(edit.remove_section(session.proposal, wanted), named(phrase("Remove {section}"), session, wanted))
    session.go_to(edit.section_path(neighbours[0].id) if neighbours else FACTS)


def move_section(session: Session, wanted: str, index: int) -> None:
    """Move a section to another place."""
    session.edit(edit.move_section(session.proposal, wanted, index), named(phrase("Move {section}"), session, wanted))


def move_sections(session: Session, wanted: Sequence[str], index: int) -> None:
    """Move sections together to where the one at `index` stands, or to the end."""
    naming = say(phrase("Move sections: {count}"), count=str(len(wanted)))
    after = edit.move_sections(session.proposal, wanted, index)
    session.edit(after, named(phrase("Move {section}"), session, wanted[0]) if len(wanted) == 1 else naming)


def shift_sections(session: Session, wanted: Sequence[str], by: int) -> None:
    """Move sections together one place up or down."""
    places = [position(session.proposal.sections, one) for one in wanted]
    move_sections(session, wanted, max(0, min(places) - 1) if by < 0 else max(places) + 2)


def remove_sections(session: Session, wanted: Sequence[str]) -> None:
    """Take sections out, and look at their neighbour."""
    if len(wanted) == 1:
        remove_section(session, wanted[0])
        return
    left = [section.id for section in session.proposal.sections if section.id not in wanted]
    index = min(position(session.proposal.sections, one) for one in wanted)
    session.edit(edit.remove_sections(session.proposal, wanted), say(phrase("Remove sections: {count}"), count=str(len(wanted))))
    session.go_to(edit.section_path(left[min(index, len(left) - 1)]) if left else FACTS)


def shift_section(session: Session, wanted: str, by: int) -> None:
    """Move a section up or down."""
    move_section(session, wanted, max(0, position(session.proposal.sections, wanted) + by))


def hide_section(session: Session, wanted: str) -> None:
    """Leave a section out of the document, or show it again."""
    section: Section = get(session.proposal, edit.section_path(wanted))
    msgid = phrase("Show {section}") if section.hidden else phrase("Hide {section}")
    session.edit(edit.hide_section(session.proposal, wanted, not section.hidden), named(msgid, session, wanted))


def named(msgid: str, session: Session, wanted: str) -> Phrase:
    """Name a deed by the section that it is done to."""
    section: Section = get(session.proposal, edit.section_path(wanted))
    title = getattr(section, "title", "")
    return say(
        msgid, section=say(phrase("“{title}”"), title=shorten(title, 24)) if title else Phrase(KINDS[kind_of(section)].name)
    )
