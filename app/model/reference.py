"""References: works that show the client what to expect."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.internal import Internal
from app.model.picture import Picture


class Origin(StrEnum):
    """Whose work a reference is."""

    OWN = "own"
    THIRD_PARTY = "third-party"


class Permission(StrEnum):
    """Whether the work may be shown."""

    NOT_NEEDED = "not-needed"
    GRANTED = "granted"
    ASKED = "asked"
    REFUSED = "refused"


class Display(StrEnum):
    """How a work is shown."""

    GALLERY = "gallery"
    """Its first picture, among other works."""
    SPREAD = "spread"
    """A page of its own, its first picture from edge to edge."""
    MOSAIC = "mosaic"
    """A page of its own with two to six pictures."""
    BEFORE_AFTER = "before-after"
    """The first picture is how it was, the second how it became."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One work: pictures, credit, and why it is here.

    `why` is what we like about it or what it set out to do, one or two sentences. `credit` names the authors of a
    third-party work. `permission_until` is an ISO date, empty when unlimited.
    """

    id: str
    title: str
    origin: Origin = Origin.OWN
    client: str = ""
    year: str = ""
    credit: str = ""
    link: str = ""
    why: str = ""
    pictures: tuple[Picture, ...] = ()
    display: Display = Display.GALLERY
    tags: tuple[str, ...] = ()
    permission: Permission = Permission.NOT_NEEDED
    permission_until: str = ""
    note: Internal[str] = Internal("")
