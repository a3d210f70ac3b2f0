"""What an updated table changes in the estimate of a proposal, and what comes of those changes that are chosen. In the worker."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from app.exchange.apply import apply
from app.exchange.changes import Changes
from app.exchange.updated import Updated, foreign_changes, own_update
from app.model.estimate import Estimate
from app.model.proposal import Proposal
from app.signoff.status import Changed, Signed, status
from app.sources.merging import merge
from app.totals import Totals, totals
from widgets.tables.understanding import Understood


@dataclass(frozen=True)
class Outcome:
    """The estimate with the chosen changes, its sums, and the titles of sections that are to be signed anew."""

    estimate: Estimate
    sums: Totals
    unsigned: tuple[str, ...] = ()


def compared(understood: Understood, proposal: Proposal, name: str) -> Updated:
    """Return what a table changes. Names of people in a table that is not ours become those of the proposal."""
    if understood.own is not None:
        return own_update(understood.own, proposal, name)
    bare = replace(proposal, estimate=replace(proposal.estimate, sections=()))
    named, _ = merge(bare, understood.read, frozenset(), Path(name))
    return Updated(foreign_changes(replace(understood.read, estimate=named.estimate), proposal))


def outcome(proposal: Proposal, changes: Changes, chosen: Collection[str]) -> Outcome:
    """Return what comes of the chosen changes."""
    estimate = apply(proposal.estimate, changes, chosen)
    return Outcome(estimate, totals(estimate, proposal.currency), _unsigned(proposal.estimate, estimate))


def _unsigned(before: Estimate, after: Estimate) -> tuple[str, ...]:
    """Return the sections whose signature held before and holds no more."""
    held = {part.id for part in before.sections if isinstance(status(part, before.hours_a_day, before.hours_a_month), Signed)}
    found = (part for part in after.sections if part.id in held)
    return tuple(part.title for part in found if isinstance(status(part, after.hours_a_day, after.hours_a_month), Changed))
