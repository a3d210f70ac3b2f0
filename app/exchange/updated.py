"""An updated spreadsheet beside the proposal's estimate: what it changes."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.exchange.changes import Change, ChangeKind, Changes, item_key
from app.exchange.compare import compare
from app.exchange.own import Own
from app.exchange.reading import own_in
from app.intake.estimate import EstimateRead, read_estimate_table
from app.intake.headingwords import Field
from app.intake.table import read_table
from app.model.estimate import Estimate, LineItem
from app.model.proposal import Proposal
from app.problems import Problem, error, problem, stops
from app.totals import ItemTotal, totals

_ITEM_FIELDS: Mapping[Field, tuple[str, ...]] = {
    Field.DESCRIPTION: ("description",),
    Field.UNIT: ("unit", "pricing"),
    Field.QUANTITY: ("quantity", "pricing"),
    Field.HOURS: ("quantity", "hours", "pricing"),
    Field.DAYS: ("quantity", "hours", "pricing"),
    Field.RATE: ("rate", "pricing"),
    Field.PRICE: ("rate", "pricing"),
    Field.SUM: ("rate", "pricing"),
    Field.OPTIONAL: ("optional",),
}
"""The fields of an item that a column of a foreign table tells about."""
_PRICE = frozenset({"pricing", "quantity", "people", "unit", "rate", "hours"})


@dataclass(frozen=True, slots=True)
class Updated:
    """What a spreadsheet changes in an estimate; None where it cannot be compared."""

    changes: Changes | None
    problems: tuple[Problem, ...] = ()


def read_update(path: Path, proposal: Proposal) -> Updated:
    """Compare a spreadsheet with the estimate of a proposal.

    A table of ours knows everything that a client sees, and the ids of this proposal; it must show items and hours. Of any other
    table only what its columns tell is compared, and items are recognised by their titles. Nothing is raised.
    """
    table = read_table(path)
    own = own_in(table)
    if own is not None:
        return own_update(own, proposal, path.name)
    read = read_estimate_table(table, language=proposal.language)
    return Updated(None if stops(read.problems) else foreign_changes(read, proposal), read.problems)


def own_update(own: Own, proposal: Proposal, name: str) -> Updated:
    """Compare a table of ours, read from a file of this name, with the estimate of a proposal."""
    if stops(own.problems):
        return Updated(None, own.problems)
    if not replace(own.view, payments=True).is_whole:
        return Updated(None, (*own.problems, error("table-view-partial", name)))
    new = own.estimate if own.view.payments else replace(own.estimate, payments=proposal.estimate.payments)
    foreign = own.proposal and proposal.id and own.proposal != proposal.id
    warned = (problem("table-other-proposal", name),) if foreign else ()
    return Updated(compare(proposal.estimate, new, ids=own.proposal == proposal.id), (*own.problems, *warned))


def foreign_changes(read: EstimateRead, proposal: Proposal) -> Changes:
    """Compare what was understood of a table that is not ours: what its columns tell, items by their titles."""
    told = {Field(name) for _, name in read.headings if name in set(Field)}
    fields = {"title", *(name for one in told for name in _ITEM_FIELDS.get(one, ()))}
    if not read.headings:
        fields |= _PRICE
    changes = compare(proposal.estimate, read.estimate, ids=False, known={"section": {"title"}, "item": fields})
    return _without_rewordings(proposal, changes)


def _without_rewordings(proposal: Proposal, changes: Changes) -> Changes:
    """Leave out changes that say the same price in another way: the rate of a role in figures, days as hours."""
    was, now = (_lines(one, proposal.currency) for one in (proposal.estimate, _with_rates(changes.target, proposal.estimate)))
    same = set()
    for change in changes:
        if change.what != "item" or change.kind is not ChangeKind.CHANGED or change.field not in _PRICE:
            continue
        (before, old), (after, new) = was[changes.origins[change.element]], now[change.element]
        whole = (old.exact, old.hours) == (new.exact, new.hours)
        if whole or (change.field == "rate" and before.pricing is after.pricing and old.rate == new.rate):
            same.add(change.id)
    return renumbered(changes, [change for change in changes if change.id not in same])


def _with_rates(target: Estimate, old: Estimate) -> Estimate:
    """The sums of a foreign table are compared by the rules of the old estimate."""
    return replace(old, sections=target.sections)


def _lines(estimate: Estimate, currency: str) -> dict[str, tuple[LineItem, ItemTotal]]:
    sums = totals(estimate, currency)
    return {
        item_key(part.id, item.id): (item, one)
        for part, total in zip(estimate.sections, sums.sections, strict=True)
        for item, one in zip(part.items, total.items, strict=True)
    }


def renumbered(changes: Changes, kept: Collection[Change]) -> Changes:
    """Return some of the changes, numbered anew."""
    return replace(changes, changes=tuple(replace(one, id=str(number)) for number, one in enumerate(kept, 1)))
