"""What each kind of section is laid out from. A section whose inputs are equal to earlier ones keeps its pages.

Frozen values share what an edit did not touch, so that comparing two tuples of inputs costs next to nothing.
"""

from app.layout.scene import Entry, PictureSizes
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.sections import (
    Acceptance,
    BackCover,
    Contents,
    Cover,
    EstimatePages,
    Letter,
    Opener,
    Packages,
    References,
    Section,
    Story,
    Team,
    Terms,
    Timeline,
)
from app.totals import Totals
from app.totals.known import Known


def inputs(
    section: Section, proposal: Proposal, totals: Totals, sizes: PictureSizes, entries: tuple[Entry, ...] = ()
) -> tuple[object, ...]:
    """Return everything that a section's pages depend on, besides brand and language. `entries` matter to contents alone."""
    pictures = tuple(map(sizes.stamp, _pictures(section, proposal)))
    return (section, pictures, entries, *_facts(section, proposal, totals))


def _facts(section: Section, proposal: Proposal, totals: Totals) -> tuple[object, ...]:
    """Return the parts of the proposal that a kind of section shows."""
    dates = (proposal.date, proposal.valid_until)
    parties = (proposal.studio, proposal.client, proposal.contact)
    match section:
        case Cover():
            return (proposal.title, proposal.subtitle, proposal.number, proposal.revision, *dates, *parties)
        case Letter():
            return (proposal.date, *parties, proposal.people, proposal.manager)
        case EstimatePages():
            return (proposal.estimate, proposal.people, proposal.currency, proposal.valid_until)
        case Packages():
            return (proposal.estimate, proposal.currency)
        case Team():
            return (proposal.people, tuple(part.people for part in proposal.estimate.sections))
        case Acceptance():
            return (
                proposal.title,
                proposal.number,
                proposal.revision,
                proposal.date,
                *parties,
                proposal.people,
                proposal.manager,
                totals.total,
                totals.currency,
            )
        case Opener():
            openers = tuple(other.id for other in proposal.sections if isinstance(other, Opener) and not other.hidden)
            return (openers.index(section.id) if section.id in openers else 0,)
        case Timeline():
            return (_crews(section, proposal),)
        case BackCover():
            return (proposal.number, proposal.revision, *dates, proposal.studio, proposal.people, proposal.manager)
        case Contents():
            return (proposal.number, proposal.revision, proposal.date, proposal.client)
        case Story() | References() | Terms():
            return ()


def _crews(section: Timeline, proposal: Proposal) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Return the people of the parts that a timeline's phases carry out, by the part's id."""
    parts = {phase.part for phase in section.phases if phase.part}
    return tuple(
        (part.id, tuple(filter(None, map(proposal.person, part.people))))
        for part in proposal.estimate.sections
        if part.id in parts
    )


def _pictures(section: Section, proposal: Proposal) -> tuple[str, ...]:
    """Return the files of a section's pictures."""
    match section:
        case Cover() | Opener() | Story() | References():
            return _own(section)
        case BackCover():
            return (*_own(section), *_photos(proposal.people))
        case Letter() | EstimatePages() | Team():
            return _photos(proposal.people)
        case Timeline():
            return tuple([file for _, people in _crews(section, proposal) for file in _photos_of(people)])
        case _:
            return ()


def _own_of(section: Section) -> tuple[str, ...]:
    match section:
        case Cover() | Opener() | BackCover():
            return (section.picture.file,) if section.picture else ()
        case Story():
            return tuple([picture.file for picture in section.pictures])
        case References():
            return tuple([picture.file for work in section.items for picture in work.pictures])
        case _:
            return ()


_own = Known(_own_of)


def _photos_of(people: tuple[Person, ...]) -> tuple[str, ...]:
    return tuple([person.photo.file for person in people if person.photo])


_photos = Known(_photos_of)
