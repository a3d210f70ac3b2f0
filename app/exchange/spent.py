"""Hours that were spent beside those that were planned and signed, item by item; and what the next estimate learns of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from app.exchange.actuals import Spent
from app.exchange.changes import item_key
from app.exchange.matching import ALIKE, plain
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.internal import Internal
from app.model.money import round_to
from app.problems import Problem, problem
from app.totals import hours_of

LEAST = 78.0
"""Likeness in per cent from which a task is taken for an item."""
_PART = 0.92
"""What it counts that all words of an item's title are in a longer task: a little less than the title itself."""
_OWN = 3.0
"""What it counts that the person who did the task is in the item's section: enough to part two equal titles."""
_NOTHING = Decimal(0)
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Matched:
    """Which item each row belongs to: its key ("s1/i2"), empty where no item is like it; and what cannot be placed."""

    rows: tuple[tuple[Spent, str], ...]
    problems: tuple[Problem, ...] = ()

    @property
    def hours(self) -> Mapping[str, Decimal]:
        """Return the hours spent on each item, by key."""
        found: dict[str, Decimal] = {}
        for row, key in self.rows:
            if key:
                found[key] = found.get(key, _NOTHING) + row.hours
        return found

    @property
    def unmatched(self) -> tuple[Spent, ...]:
        """Return the rows that belong to no item."""
        return tuple(row for row, key in self.rows if not key)


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Hours of a section or item: planned now, as they were signed, spent; None where nobody signed or told any.

    `difference` is what was spent beyond the plan; of a section only items count of which it is known: the column adds up.
    """

    what: str
    key: str
    title: str
    planned: Decimal
    signed: Decimal | None = None
    actual: Decimal | None = None
    difference: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Hours that an item will likely take, judged by `count` items of earlier proposals: planned × their median `factor`."""

    key: str
    title: str
    planned: Decimal
    factor: Decimal
    hours: Decimal
    count: int


def match(estimate: Estimate, rows: Sequence[Spent], names: Mapping[str, str] | None = None) -> Matched:
    """Match tasks with items by their titles; `names` are those of people and roles, by id.

    Several tasks may belong to one item. A task that is like no item is told, once for all of its rows.
    """
    read = names or {}
    items = [(part, item) for part in estimate.sections for item in part.items if item.title.strip()]
    known: dict[tuple[str, str], str] = {}
    for row in rows:
        if (row.task, row.who) not in known:
            known[row.task, row.who] = _best(row, items, read)
    made = tuple((row, known[row.task, row.who]) for row in rows)
    lost: dict[str, Decimal] = {}
    places: dict[str, str] = {}
    for row, key in made:
        if not key:
            lost[row.task] = lost.get(row.task, _NOTHING) + row.hours
            places.setdefault(row.task, row.where)
    told = (problem("spent-unmatched", places[task], task=task[:80], hours=f"{hours:f}") for task, hours in lost.items())
    return Matched(made, tuple(told))


def _best(row: Spent, items: Sequence[tuple[EstimateSection, LineItem]], names: Mapping[str, str]) -> str:
    best, key = LEAST, ""
    for part, item in items:
        score = likeness(row.task, item.title)
        if score < LEAST:
            continue
        ids = (*part.people, *part.roles, item.role)
        score += _OWN if row.who and plain(row.who) in {plain(names.get(one, one)) for one in ids} else 0
        if score > best or not key:
            best, key = score, item_key(part.id, item.id)
    return key


def likeness(task: str, title: str) -> float:
    """Return how likely a task is the work of an item, in per cent: by letters, by words in any order, by words among others."""
    from rapidfuzz import fuzz

    left, right = plain(task), plain(title)
    score = max(fuzz.ratio(left, right), fuzz.token_sort_ratio(left, right))
    if len(right.split()) > 1 or left.endswith(f" {right}"):
        score = max(score, fuzz.token_set_ratio(left, right) * _PART)
    return float(score)


def with_actuals(estimate: Estimate, hours: Mapping[str, Decimal]) -> Estimate:
    """Return the estimate with the hours spent on its items, by key; items that are not named keep what they have."""
    parts = []
    for part in estimate.sections:
        items = tuple(
            replace(item, actual=Internal(hours[key])) if (key := item_key(part.id, item.id)) in hours else item
            for item in part.items
        )
        parts.append(replace(part, items=items) if items != part.items else part)
    return replace(estimate, sections=tuple(parts))


def compare_hours(estimate: Estimate) -> tuple[HoursLine, ...]:
    """Return the hours of every section, followed by its items; those spent are what the items hold."""
    lines: list[HoursLine] = []
    for part in estimate.sections:
        signed = part.signed.value
        by_id = {one.id: one.hours for one in signed.items} if signed else {}
        items = [_line(estimate, part, item, by_id.get(item.id)) for item in part.items]
        planned = sum((line.planned for line in items), _NOTHING)
        spent = _sum(line.actual for line in items)
        beyond = _sum(line.difference for line in items)
        lines.append(HoursLine("section", part.id, part.title, planned, signed.hours if signed else None, spent, beyond))
        lines += items
    return tuple(lines)


def _line(estimate: Estimate, part: EstimateSection, item: LineItem, signed: Decimal | None) -> HoursLine:
    planned, spent = _planned(estimate, item), item.actual.value
    beyond = None if spent is None else spent - planned
    return HoursLine("item", item_key(part.id, item.id), item.title, planned, signed, spent, beyond)


def _sum(numbers: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is known, None where nothing is."""
    known = [number for number in numbers if number is not None]
    return sum(known, _NOTHING) if known else None


def _planned(estimate: Estimate, item: LineItem) -> Decimal:
    return hours_of(item, estimate.hours_a_day, estimate.hours_a_month)


def suggest(estimate: Estimate, earlier: Iterable[Estimate]) -> tuple[Suggestion, ...]:
    """Return hours for items whose like was done before: planned × the median of spent ÷ planned, to the half hour.

    Items of the same or nearly the same title count (`ALIKE` per cent). Where nothing alike has hours, nothing is suggested.
    """
    known = [
        (item.title, item.actual.value / planned)
        for other in earlier
        for part in other.sections
        for item in part.items
        if item.title.strip() and item.actual.value is not None and (planned := _planned(other, item)) > 0
    ]
    found = (_suggestion(estimate, part, item, known) for part in estimate.sections for item in part.items)
    return tuple(one for one in found if one is not None)


def _suggestion(
    estimate: Estimate, part: EstimateSection, item: LineItem, known: Sequence[tuple[str, Decimal]]
) -> Suggestion | None:
    planned = _planned(estimate, item)
    factors = [factor for title, factor in known if planned > 0 and likeness(title, item.title) >= ALIKE]
    if not factors or not item.title.strip():
        return None
    factor = median(factors)
    hours = round_to(planned * factor / _HALF, 0) * _HALF
    return Suggestion(item_key(part.id, item.id), item.title, planned, factor, hours, len(factors))
