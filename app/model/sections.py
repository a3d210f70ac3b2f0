"""The sections a proposal is made of, in the order in which they are read."""

from dataclasses import dataclass
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
    text was copied from, empty and 0 when it was typed here.
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
    block: str = ""
    block_version: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimatePages:
    """Where the estimate stands, and how much of it the client sees."""

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    detail: Detail = Detail.DETAILED
    show_hours: bool = True
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The people, large. `members` are their ids; empty means everybody who works on the estimate."""

    id: str
    kicker: str = ""
    title: str = ""
    lead: str = ""
    members: tuple[str, ...] = ()
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
class Terms:
    """Conditions in small type. Headings inside `text` start its clauses."""

    id: str
    kicker: str = ""
    title: str = ""
    text: RichText = RichText()
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """The page to sign: what is agreed, the total, and lines for both parties."""

    id: str
    kicker: str = ""
    title: str = ""
    text: RichText = RichText()
    hidden: bool = False


Section: TypeAlias = Cover | Letter | Story | EstimatePages | Team | References | Terms | Acceptance

SECTION_KINDS: dict[str, type[Section]] = {
    "cover": Cover,
    "letter": Letter,
    "story": Story,
    "estimate": EstimatePages,
    "team": Team,
    "references": References,
    "terms": Terms,
    "acceptance": Acceptance,
}
"""The name of every kind of section in files and commands."""


def kind_of(section: Section) -> str:
    """Return the name of a section's kind."""
    return next(name for name, kind in SECTION_KINDS.items() if isinstance(section, kind))
