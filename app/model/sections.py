"""The sections a proposal is made of, in the order in which they are read."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from app.model.estimate import Detail
from app.model.picture import Picture
from app.model.reference import Reference
from app.model.richtext import RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: the proposal's title, subtitle and client over a picture. `kicker` stands small above the title."""

    id: str
    kicker: str = ""
    picture: Picture | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What stands on which page. The entries are the titles of the sections that follow."""

    id: str
    kicker: str = ""
    title: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """The page that opens a part of the proposal: a huge number, a title, a sentence, a picture.

    An empty `number` counts the openers of the proposal.
    """

    id: str
    number: str = ""
    kicker: str = ""
    title: str = ""
    lead: str = ""
    picture: Picture | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A personal letter. `signer` is a person's id; empty means the proposal's manager."""

    id: str
    title: str = ""
    greeting: str = ""
    text: RichText = RichText()
    signer: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A big number and what it says."""

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A text spread: title, a leading sentence, the text, and what accompanies it.

    `quote` is drawn large; `quote_by` names who said it. `block` and `block_version` tell which library block the
    text was copied from, empty and 0 when it was typed here. `note` stands small in the margin beside the text.
    """

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    text: RichText = RichText()
    pictures: tuple[Picture, ...] = ()
    figures: tuple[Figure, ...] = ()
    quote: str = ""
    quote_by: str = ""
    note: RichText = RichText()
    block: str = ""
    block_version: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatePages:
    """Where the estimate stands, and how much of it the client sees. `summary` opens it with a page that draws the hours and
    the money of every section. `in_words` writes the total out, `payments` shows the plan of payments.
    """

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    detail: Detail = Detail.DETAILED
    show_hours: bool = True
    summary: bool = False
    in_words: bool = False
    payments: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Packages:
    """The packages of the estimate side by side: what is in each, and what it costs. `recommended` is the id of one. With less
    detail sections stand for their items, or the prices stand alone.
    """

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    recommended: str = ""
    detail: Detail = Detail.DETAILED
    show_hours: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The people, large. `members` are their ids; empty means everybody who works on the estimate. `featured` is the id of
    the one who is shown larger than the others.
    """

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    members: tuple[str, ...] = ()
    featured: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """A gallery of works."""

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    items: tuple[Reference, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A part of the schedule. `start` is how many weeks after the beginning it starts and `weeks` how long it takes, halves
    allowed; 0 weeks is a milestone. `part` is the id of the estimate's section that it carries out, or empty.
    """

    id: str
    title: str = ""
    text: str = ""
    start: Decimal = Decimal(0)
    weeks: Decimal = Decimal(1)
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Phases as bars over weeks. With `begins` the weeks have dates, without they are counted from 1."""

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    begins: datetime.date | None = None
    phases: tuple[Phase, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Conditions in small type. Headings inside `text` start its clauses. `block` and `block_version` are those of a story."""

    id: str
    kicker: str = ""
    title: str = ""
    text: RichText = RichText()
    block: str = ""
    block_version: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """The page to sign: what is agreed, the total, and lines for both parties."""

    id: str
    kicker: str = ""
    title: str = ""
    text: RichText = RichText()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BackCover:
    """The last page: a closing line, how to reach the studio and the manager, and a code for telephones.

    `link` is where the code leads; empty means the studio's site.
    """

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    picture: Picture | None = None
    link: str = ""
    hidden: bool = False


Section: TypeAlias = (
    Cover
    | Contents
    | Opener
    | Letter
    | Story
    | EstimatePages
    | Packages
    | Timeline
    | Team
    | References
    | Terms
    | Acceptance
    | BackCover
)

SECTION_KINDS: dict[str, type[Section]] = {
    "cover": Cover,
    "contents": Contents,
    "opener": Opener,
    "letter": Letter,
    "story": Story,
    "estimate": EstimatePages,
    "packages": Packages,
    "timeline": Timeline,
    "team": Team,
    "references": References,
    "terms": Terms,
    "acceptance": Acceptance,
    "back-cover": BackCover,
}
"""The name of every kind of section in files and commands."""


def kind_of(section: Section) -> str:
    """Return the name of a section's kind."""
    return next(name for name, kind in SECTION_KINDS.items() if isinstance(section, kind))
