"""The usual plans of payments, in the language of the document."""

import datetime
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from app.edits import payments as edit
from app.i18n import INTERFACE, Words, phrase
from app.model.proposal import Proposal
from app.model.sections import Timeline

PLANS: dict[str, tuple[int, ...]] = {"50 / 50": (50, 50), "40 / 30 / 30": (40, 30, 30)}
MONTHS = (2, 3, 6, 12)
_WEEKS_A_MONTH = Decimal("4.345")
_MOST_MONTHS = 24
_CENT = Decimal("0.01")
_LAST_DAY_OF_ALL = 28
_FIRST, _MIDDLE, _LAST = phrase("Advance"), phrase("After the first half"), phrase("On acceptance")
_MONTH = phrase("Month {number}")


def planned(shares: tuple[int, ...], language: str) -> list[tuple[str, Decimal]]:
    """Return titles with percentages: an advance, what is due in between, what is due on acceptance."""
    speak = Words(language, INTERFACE)
    titles = [_FIRST, *(_MIDDLE for _ in shares[2:]), _LAST]
    return [(speak(title), Decimal(share)) for title, share in zip(titles, shares, strict=True)]


def by_month(proposal: Proposal, months: int) -> Proposal:
    """Return the proposal with equal payments, a month after each other; the last one takes what rounding leaves."""
    speak = Words(proposal.language, INTERFACE)
    share = (Decimal(100) / months).quantize(_CENT, ROUND_HALF_UP)
    changed = edit.split(proposal, [(speak(_MONTH, number=number), share) for number in range(1, months + 1)])
    first = _begins(proposal)
    dated = tuple(replace(one, date=_later(first, i + 1)) for i, one in enumerate(changed.estimate.payments))
    return replace(changed, estimate=replace(changed.estimate, payments=dated))


def monthly_count(proposal: Proposal) -> int:
    """Return how many months the work takes by its timeline, three where there is none."""
    ends = [phase.start + phase.weeks for one in proposal.sections if isinstance(one, Timeline) for phase in one.phases]
    if not ends:
        return 3
    months = int((max(ends) / _WEEKS_A_MONTH).to_integral_value(ROUND_CEILING))
    return min(max(months, 2), _MOST_MONTHS)


def _begins(proposal: Proposal) -> datetime.date:
    begun = (one.begins for one in proposal.sections if isinstance(one, Timeline) and one.begins is not None)
    return next(begun, proposal.date)


def _later(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, at the latest the 28th: every month has that."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.replace(year=min(day.year + years, datetime.MAXYEAR), month=month + 1, day=min(day.day, _LAST_DAY_OF_ALL))
