"""Hours that were spent, from the export of a tracker, beside the estimate. In the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.exchange.actuals import Spent, read_actuals
from app.exchange.changes import item_key
from app.exchange.spent import HoursLine, compare_hours, match, with_actuals
from app.exchange.view import names_in
from app.model.estimate import Estimate
from app.model.proposal import Proposal
from app.problems import Problem

_NOTHING = Decimal(0)
_EXPECTED = "spent-unmatched"
"""What the list of tasks shows by itself."""

Task = tuple[str, str]
"""What was worked on, and by whom."""


@dataclass(frozen=True)
class Spending:
    """What a tracker tells: hours by task and person, the key of the item that each was taken for (empty for none), problems."""

    hours: Mapping[Task, Decimal]
    homes: Mapping[Task, str]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Beside:
    """The estimate with those hours, and all of them line by line."""

    estimate: Estimate
    lines: tuple[HoursLine, ...]


def read_spending(file: Path, proposal: Proposal) -> Spending:
    """Read the export of a tracker, and match its tasks with the items of a proposal."""
    read = read_actuals(file)
    matched = match(proposal.estimate, read.rows, names_in(proposal))
    told = tuple(one for one in matched.problems if one.code != _EXPECTED)
    return Spending(hours_by_task(read.rows), {_task(row): key for row, key in matched.rows}, (*read.problems, *told))


def hours_by_task(rows: Sequence[Spent]) -> dict[Task, Decimal]:
    """Return the hours of all rows of a task and person together."""
    found: dict[Task, Decimal] = {}
    for row in rows:
        found[_task(row)] = found.get(_task(row), _NOTHING) + row.hours
    return found


def _task(row: Spent) -> Task:
    return row.task, row.who


def beside(estimate: Estimate, hours: Mapping[Task, Decimal], homes: Mapping[Task, str]) -> Beside:
    """Return the estimate with the hours of every task at the item that it was taken for; other items keep what they have."""
    spent: dict[str, Decimal] = {}
    for task, key in homes.items():
        if key:
            spent[key] = spent.get(key, _NOTHING) + hours[task]
    made = with_actuals(estimate, spent)
    return Beside(made, compare_hours(made))


def stored(proposal: Proposal, made: Beside) -> Proposal:
    """Return the proposal that remembers those hours."""
    return replace(proposal, estimate=made.estimate)


def homes_of(estimate: Estimate) -> list[tuple[str, str, str]]:
    """Return all items as (key, title of the section, title)."""
    return [(item_key(part.id, item.id), part.title, item.title) for part in estimate.sections for item in part.items]
