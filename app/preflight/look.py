"""All that preflight looks at, one after the other."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

from app.brand.tokens import Rules
from app.model.proposal import Proposal
from app.preflight.budget import budget
from app.preflight.case import Case
from app.preflight.choices import choices
from app.preflight.discounts import discounts
from app.preflight.gaps import gaps
from app.preflight.hours import hours
from app.preflight.limits import limits
from app.preflight.offer import offer
from app.preflight.people import people
from app.preflight.prices import prices
from app.preflight.rates import rates
from app.preflight.references import permissions, references
from app.preflight.signing import signing
from app.problems import Problem
from app.totals import Totals

_CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    signing,
    hours,
    limits,
    discounts,
    prices,
    gaps,
    rates,
    choices,
    references,
    permissions,
    offer,
    budget,
    people,
)


def preflight(
    proposal: Proposal, totals: Totals, rules: Rules, today: datetime.date, folder: Path | None = None
) -> tuple[Problem, ...]:
    """Return what stands against exporting a proposal for good; errors forbid it.

    `totals` are those of its estimate, `rules` those of its brandbook, `folder` is where its pictures are (None: they are not
    looked for). `today` is the day on which it shall leave.
    """
    case = Case(proposal, totals, rules, today, folder)
    return tuple(found for check in _CHECKS for found in check(case))
