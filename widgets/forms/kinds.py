"""Kinds of sections for people: their names, icons, and what they are good for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.i18n import phrase
from widgets.words import tr

if TYPE_CHECKING:
    from app.model.sections import Section


@dataclass(frozen=True)
class KindLook:
    """How a kind of section is called and drawn, and what is said where it is empty."""

    name: str
    icon: str
    purpose: str


KINDS: dict[str, KindLook] = {
    "cover": KindLook(phrase("Cover"), "cover", phrase("The first page: title, client and a picture.")),
    "contents": KindLook(phrase("Contents"), "contents", phrase("What stands on which page; it writes itself.")),
    "opener": KindLook(phrase("Opener"), "opener", phrase("A page that opens a part: a huge number and a title.")),
    "letter": KindLook(phrase("Letter"), "letter", phrase("A personal letter to the one who reads first.")),
    "story": KindLook(phrase("Story"), "story", phrase("A spread of text with pictures, a quotation, big numbers.")),
    "estimate": KindLook(phrase("Estimate"), "estimate", phrase("What will be done, by whom, in how many hours, at what price.")),
    "packages": KindLook(phrase("Packages"), "packages", phrase("Two or three sizes of the work side by side.")),
    "timeline": KindLook(phrase("Timeline"), "timeline", phrase("Phases as bars over the weeks.")),
    "team": KindLook(phrase("Team"), "team", phrase("The people who will do the work, large.")),
    "references": KindLook(phrase("References"), "references", phrase("Works that show what to expect.")),
    "terms": KindLook(phrase("Terms"), "terms", phrase("Conditions in small type.")),
    "acceptance": KindLook(phrase("Acceptance"), "acceptance", phrase("The page to sign.")),
    "back-cover": KindLook(phrase("Back cover"), "back-cover", phrase("The last page: how to reach you, with a code to scan.")),
}


def look_of(section: "Section") -> KindLook:
    """Return how a section's kind is called and drawn."""
    from app.model.sections import kind_of

    return KINDS[kind_of(section)]


def title_of(section: "Section") -> str:
    """Return what a section is called: its own title, or else its kind."""
    return getattr(section, "title", "") or tr(look_of(section).name)
