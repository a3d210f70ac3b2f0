"""The edits whose cost is measured: the name and quantity of the first line item, and typing in a text."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.model.path import get, put
from app.model.proposal import Proposal
from app.model.richtext import RichText
from app.model.sections import Story


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a proposal, and the origin of what it shows on a page."""

    proposal: Proposal
    origin: str


class NothingToEditError(Exception):
    """The proposal has no line item, or no story with a text."""


def item_edit(proposal: Proposal, count: int) -> Edit:
    """Give the first line item another name and quantity; every count is another one."""
    for section in proposal.estimate.sections:
        for item in section.items:
            path = f"estimate/sections/{section.id}/items/{item.id}"
            changed = replace(item, title=f"Правка {count}: {item.title}", quantity=item.quantity + Decimal(count))
            return Edit(put(proposal, path, changed), path)
    raise NothingToEditError


def text_edit(proposal: Proposal, count: int) -> Edit:
    """Type a few letters into the first paragraph of the first story."""
    for section in proposal.sections:
        if isinstance(section, Story) and section.text and not section.hidden:
            path = f"sections/{section.id}/text"
            text: RichText = get(proposal, path)
            first = text.paragraphs[0]
            typed = replace(first.runs[0], text="Ещё слово " * (count % 3 + 1) + str(count) + " " + first.runs[0].text)
            paragraphs = (replace(first, runs=(typed, *first.runs[1:])), *text.paragraphs[1:])
            return Edit(put(proposal, path, RichText(paragraphs)), f"{path}/paragraphs/0")
    raise NothingToEditError
