"""Which texts may hold fields: a white list of what the client reads. What the fields take their values from is not on it."""

import dataclasses
from typing import Any

from app.model import sections
from app.model.estimate import Contingency, Discount, Estimate, EstimateSection, LineItem, Surcharge, Vat
from app.model.package import Package
from app.model.path import exists, get
from app.model.payment import Payment
from app.model.people import Person
from app.model.picture import Picture
from app.model.proposal import Proposal
from app.model.reference import Reference
from app.model.richtext import RichText

_HEAD = ("kicker", "title", "lead")

TEXTS: dict[type, tuple[str, ...]] = {
    sections.Cover: ("kicker",),
    sections.Contents: ("kicker", "title"),
    sections.Opener: _HEAD,
    sections.Letter: ("title", "greeting", "text"),
    sections.Story: (*_HEAD, "text", "quote", "quote_by", "note"),
    sections.Figure: ("value", "label"),
    sections.EstimatePages: _HEAD,
    sections.Packages: _HEAD,
    sections.Timeline: _HEAD,
    sections.Phase: ("title", "text"),
    sections.Team: _HEAD,
    sections.References: _HEAD,
    sections.Terms: ("kicker", "title", "text"),
    sections.Acceptance: ("kicker", "title", "text"),
    sections.BackCover: _HEAD,
    Proposal: ("title", "subtitle"),
    Picture: ("alt", "caption", "credit"),
    Person: ("about",),
    Reference: ("title", "credit", "why"),
    EstimateSection: ("title", "description"),
    LineItem: ("title", "description"),
    Package: ("title", "text"),
    Payment: ("title",),
    Surcharge: ("title",),
    Discount: ("reason",),
    Contingency: ("reason",),
    Vat: ("reason",),
}
"""The texts of each kind of thing that the client reads."""

PARTS: dict[type, tuple[str, ...]] = {
    sections.Cover: ("picture",),
    sections.Opener: ("picture",),
    sections.Story: ("pictures", "figures"),
    sections.Timeline: ("phases",),
    sections.References: ("items",),
    sections.BackCover: ("picture",),
    Person: ("photo",),
    Reference: ("pictures",),
    Estimate: ("surcharges", "contingency", "discount", "vat", "packages", "payments"),
    EstimateSection: ("items", "discount"),
    LineItem: ("discount",),
}
"""The parts of a thing that hold texts themselves. A proposal's own are gone through one by one (`app.merge.merging`)."""


def takes_fields(proposal: Proposal, path: str) -> bool:
    """Tell whether fields are replaced in the text at a path."""
    parent, _, name = path.rpartition("/")
    return exists(proposal, parent) and name in TEXTS.get(type(get(proposal, parent)), ())


def texts_of(thing: Any) -> list[tuple[str, str | RichText]]:
    """Return the names and the texts of a thing, without those of its parts."""
    return [(name, getattr(thing, name)) for name in TEXTS.get(type(thing), ())]


def parts_of(thing: Any) -> list[tuple[str, Any]]:
    """Return the names and the values of a thing's parts: other things, tuples of them, or nothing."""
    return [(name, getattr(thing, name)) for name in PARTS.get(type(thing), ())] if dataclasses.is_dataclass(thing) else []


def is_plain(thing: Any, before: Any = None) -> bool:
    """Tell whether no text of a thing or of its parts has a brace. `before` is another that has none, such as the thing before an
    edit: what is the same object in both is not looked into.
    """
    kind = type(thing)
    alike = type(before) is kind
    for name in TEXTS.get(kind, ()):
        text = getattr(thing, name)
        if not (alike and text is getattr(before, name)) and _is_braced(text):
            return False
    return all(_is_plain_part(getattr(thing, name), getattr(before, name) if alike else None) for name in PARTS.get(kind, ()))


def _is_plain_part(part: Any, before: Any) -> bool:
    if part is before or part is None:
        return True
    if not isinstance(part, tuple):
        return is_plain(part, before)
    known = {id(one) for one in before or ()}
    return all(id(one) in known or is_plain(one) for one in part)


def _is_braced(text: str | RichText) -> bool:
    texts = (text,) if isinstance(text, str) else [run.text for paragraph in text.paragraphs for run in paragraph.runs]
    return any("{" in one for one in texts)
