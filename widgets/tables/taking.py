"""What becomes of an estimate that came in a table: the proposal after it."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.edits.estimate import add_section
from app.edits.ids import item_ids, unused
from app.model.estimate import EstimateSection
from app.model.proposal import Proposal
from app.problems import Problem
from app.sources.merging import merge

if TYPE_CHECKING:
    from app.intake.estimate import EstimateRead

_EXPECTED = ("estimate-twice", "estimate-other-currency")
"""What a person who has chosen it in the dialog knows already."""


class Taking(StrEnum):
    """What to do with a table."""

    NEW = "new"
    REPLACE = "replace"
    ADD = "add"
    UPDATE = "update"


Taken = tuple[Proposal, Sequence[Problem]]


def replaced(proposal: Proposal, read: "EstimateRead", name: str) -> Taken:
    """Return the proposal with this estimate in place of its own, and what does not fit."""
    merged, problems = merge(proposal, read, frozenset(), Path(name))
    return merged, _told(problems)


def added(proposal: Proposal, read: "EstimateRead", name: str) -> Taken:
    """Return the proposal with these sections after its own. Its discount, VAT and everything that concerns the whole stay."""
    bare = replace(proposal, estimate=replace(proposal.estimate, sections=()))
    merged, problems = merge(bare, read, frozenset(), Path(name))
    whole = replace(proposal, estimate=replace(proposal.estimate, rates=merged.estimate.rates))
    groups = {item.alternative for part in proposal.estimate.sections for item in part.items if item.alternative}
    for part in merged.estimate.sections:
        whole = add_section(whole, _fresh(whole, part, groups))
    return whole, _told(problems)


def _fresh(whole: Proposal, part: EstimateSection, groups: set[str]) -> EstimateSection:
    """Give items ids that nobody has, and groups of alternatives names of their own."""
    taken = set(item_ids(whole))
    items = []
    for item in part.items:
        name = unused(item.id, "i", taken)
        taken.add(name)
        group = f"{item.alternative} (2)" if item.alternative in groups else item.alternative
        items.append(replace(item, id=name, alternative=group, packages=()))
    return replace(part, items=tuple(items))


def _told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(one for one in problems if one.code not in _EXPECTED)
