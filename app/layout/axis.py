"""The ticks of a timeline's axis: as many as have room for their labels, at steps that one thinks in."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.layout.calendar import MONTHS, WEEK, Calendar
from app.layout.words import Words

WEEK_STEPS = (1, 2, 4, 8, 12, 26, 52, 104, 260, 520)
WEEKS_OF_DAYS = (1, 2)
"""Steps of weeks that are told as days; from there on months say more."""
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis so many weeks after the beginning. The label stands at its right; it may be empty."""

    at: float
    label: str


def ticks(calendar: Calendar, words: Words, room: float, measure: Callable[[str], float], gap: float) -> tuple[Tick, ...]:
    """Return the densest ticks whose labels have `gap` points between them on an axis of `room` points.

    `measure` returns the width of a label.
    """
    each = room / max(float(calendar.weeks), 1.0)
    tried: tuple[Tick, ...] = ()
    for tried in _candidates(calendar, words):
        shown = _fitting(tried, each, room, measure, gap)
        if shown is not None:
            return shown
    return tuple(Tick(tick.at, tick.label if not i else "") for i, tick in enumerate(tried))


def _fitting(
    found: Sequence[Tick], each: float, room: float, measure: Callable[[str], float], gap: float
) -> tuple[Tick, ...] | None:
    """Return ticks whose labels stand apart, None where they touch. The last label is left out where it would leave the axis."""
    shown = list(found)
    last = shown[-1]
    if len(shown) > 1 and last.at * each + measure(last.label) > room:
        shown[-1] = Tick(last.at, "")
    labelled = [tick for tick in shown if tick.label]
    for one, other in pairwise(labelled):
        if one.at * each + measure(one.label) + gap > other.at * each:
            return None
    return tuple(shown)


def _candidates(calendar: Calendar, words: Words) -> Iterator[tuple[Tick, ...]]:
    """Yield ticks, the densest first."""
    if calendar.begins is None:
        for step in WEEK_STEPS:
            numbers = _numbers(calendar, words, step)
            yield numbers
            # The word beside the first number may take the place of the second.
            if len(numbers) > 3:
                yield (numbers[0], Tick(numbers[1].at, ""), *numbers[2:])
        return
    yield from (_days(calendar, calendar.begins, words, step) for step in WEEKS_OF_DAYS)
    for step in MONTH_STEPS:
        for short in (False, True):
            months = _months(calendar, calendar.begins, words, step, short=short)
            yield months
            # A beginning shortly before the end of a month has no room for its name.
            if len(months) > 1 and months[0].at == 0:
                yield (Tick(0.0, ""), *_months(calendar, calendar.begins, words, step, short=short, named=False)[1:])


def _numbers(calendar: Calendar, words: Words, step: int) -> tuple[Tick, ...]:
    """Weeks counted from 1, the first of them with the word."""
    starts = range(0, max(int(-(-calendar.weeks // 1)), 1), step)
    found = [Tick(float(start), str(start + 1)) for start in starts]
    found[0] = Tick(0.0, words("week {n}", n=1))
    return tuple(found)


def _days(calendar: Calendar, begins: datetime.date, words: Words, step: int) -> tuple[Tick, ...]:
    """The first days of weeks, with their month where it is another one than before."""
    found = []
    month = 0
    for start in range(0, max(int(-(-calendar.weeks // 1)), 1), step):
        day = begins + datetime.timedelta(days=start * WEEK)
        found.append(Tick(float(start), str(day.day) if day.month == month else words.day(day, short=True)))
        month = day.month
    return tuple(found)


def _months(
    calendar: Calendar, begins: datetime.date, words: Words, step: int, *, short: bool, named: bool = True
) -> tuple[Tick, ...]:
    """The first days of months, every `step` of them, and the beginning. The year is told where it is another one."""
    end = calendar.day(calendar.weeks)
    one_year = begins.year == max(end - datetime.timedelta(days=1), begins).year
    year = begins.year if one_year else 0
    found = []
    for day in (begins, *_firsts(begins, end, step)):
        at = (day - begins).days / WEEK
        label = words.month(day, short=short, year=day.year != year) if named or at else ""
        year = day.year if label else year
        found.append(Tick(at, label))
    return tuple(found)


def _firsts(begins: datetime.date, end: datetime.date, step: int) -> Iterator[datetime.date]:
    """Yield the first days of every `step`th month between two days, counted from January of the year 0."""
    month = begins.year * MONTHS + begins.month
    while True:
        if month % step == 0:
            day = datetime.date(month // MONTHS, month % MONTHS + 1, 1)
            if day >= end:
                return
            if day > begins:
                yield day
        month += 1
        if month // MONTHS > datetime.MAXYEAR:
            return
