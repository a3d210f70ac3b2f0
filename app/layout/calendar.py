"""The weeks of a timeline: how many there are, which days they are, and how that is said in words."""

import datetime
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from app.layout.words import Words
from app.model.sections import Phase, Timeline

WEEK = 7
MONTHS = 12
SAME_YEAR = Decimal(50)
"""In a timeline of more weeks than that a day without its year could be meant twice."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """`weeks` from the beginning to the end of the last phase; `begins` is None where weeks are counted from 1."""

    weeks: Decimal
    begins: datetime.date | None

    @classmethod
    def of(cls, section: Timeline) -> "Calendar":
        """Return the calendar of a timeline. A beginning whose end lies beyond the last date there is counts as none."""
        weeks = max((max(phase.start, Decimal(0)) + max(phase.weeks, Decimal(0)) for phase in section.phases), default=Decimal(0))
        begins = section.begins
        if begins and begins.toordinal() + int(weeks * WEEK) + WEEK > datetime.date.max.toordinal():
            begins = None
        return cls(weeks, begins)

    def day(self, weeks: Decimal) -> datetime.date:
        """Return the first day that lies so many weeks after the beginning; half a week ends on the fourth day.

        Raises ValueError where no beginning is known.
        """
        if self.begins is None:
            raise ValueError("a timeline without a beginning has no dates")
        return self.begins + datetime.timedelta(days=_whole(weeks * WEEK + Decimal("0.5")))

    def when(self, phase: Phase, words: Words) -> str:
        """Return the days of a phase, or its weeks where the days are not known: «14–27 сентября», «недели 3–5»."""
        start, end = phase.start, phase.start + phase.weeks
        if self.begins:
            last = self.day(end) - datetime.timedelta(days=1) if phase.weeks else self.day(start)
            return words.period(self.day(start), max(last, self.day(start)), year=self.weeks > SAME_YEAR)
        if not phase.weeks:
            return _moment(start, words)
        first, final = _whole(start) + 1, -_whole(-end)
        if first >= final:
            return words("week {n}", n=first)
        return words("weeks {first}–{last}", first=first, last=final)

    def whole(self, words: Words) -> str:
        """Return the days from the beginning to the end with their year; nothing where they are not known."""
        if self.begins is None:
            return ""
        end = self.day(self.weeks)
        return words.period(self.begins, max(end - datetime.timedelta(days=1), self.begins), year=True)


def _moment(weeks: Decimal, words: Words) -> str:
    """Return when a milestone is, in weeks."""
    if not weeks:
        return words("at the start")
    if weeks % 1:
        return words("week {n}", n=_whole(weeks) + 1)
    return words("end of week {n}", n=_whole(weeks))


def _whole(number: Decimal) -> int:
    return int(number.to_integral_value(rounding=ROUND_FLOOR))
