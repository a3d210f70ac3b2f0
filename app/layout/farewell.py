"""What every back cover says, whatever it looks like: the closing line, who answers, how to reach the studio, the code."""

from dataclasses import dataclass

from app.layout.contacts import Way, person_ways, studio_ways
from app.layout.qr import code_link
from app.layout.scene import Scene
from app.layout.urls import shown_url
from app.model.people import Person
from app.model.sections import BackCover

LONGEST_SHOWN = 24
"""A longer address is named by its host alone."""


@dataclass(frozen=True, slots=True)
class Farewell:
    """The contents of a back cover. `ways` are those of the manager, or of the studio where there is none; `address` and
    `until` are empty where nothing is known; `code` is where the code leads, `caption` what it says beside it.
    """

    origin: str
    title: str
    lead: str
    manager: Person | None
    ways: tuple[Way, ...]
    studio_ways: tuple[Way, ...]
    address: str
    until: str
    code: str
    caption: str


def farewell(scene: Scene, section: BackCover) -> Farewell:
    """Gather what a back cover says. A link that cannot be used is reported."""
    proposal, words, studio = scene.proposal, scene.words, scene.proposal.studio
    origin = f"sections/{section.id}"
    manager = proposal.person(proposal.manager)
    own = studio_ways(studio)
    ways = person_ways(manager) if manager else ()
    where = f"{origin}/link" if section.link.strip() else "studio/site"
    code = code_link(scene, section.link or studio.site, where)
    return Farewell(
        origin=origin,
        title=section.title or words("Let’s talk"),
        lead=section.lead,
        manager=manager,
        ways=ways or own[:2],
        studio_ways=own if ways else tuple(way for way in own if way.origin == "studio/site"),
        address=_address(studio.city, studio.address),
        until=words("The offer is valid until {date}.", date=words.date(proposal.valid_until)) if proposal.valid_until else "",
        code=code,
        caption=_caption(scene, section.link or studio.site) if code else "",
    )


def _address(city: str, street: str) -> str:
    return street if city and city in street else ", ".join(filter(None, (city, street)))


def _caption(scene: Scene, link: str) -> str:
    """Return what the code does, in words for people."""
    link = link.strip()
    if link.startswith(("mailto:", "tel:")):
        return scene.words("Point your phone’s camera here to reach us")
    shown = shown_url(link)
    if len(shown) > LONGEST_SHOWN:
        shown = shown.split("/", 1)[0]
    return scene.words("Point your phone’s camera here to open {site}", site=shown)
