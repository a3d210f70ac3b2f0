"""`actuals`: hours that were spent, beside those of the estimate."""

import argparse
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from app.commands.console import STOPPED, Console
from app.commands.keeping import kept
from app.commands.opening import opened
from app.commands.places import expanded
from app.commands.tables import aligned, shortened
from app.problems import stops

if TYPE_CHECKING:
    from app.exchange.spent import HoursLine
    from app.i18n import Words

_LONGEST = 56
_RIGHT = (False, True, True, True, True)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print planned, signed and spent hours of every section and item; with `--keep` the proposal remembers those spent."""
    from dataclasses import replace

    from app.exchange.actuals import read_actuals
    from app.exchange.spent import compare_hours, match, with_actuals
    from app.exchange.view import names_in

    found = opened(arguments.proposal, arguments.workspace)
    if found.proposal is None or stops(found.problems):
        console.tell(found.problems)
        return STOPPED
    read = read_actuals(expanded(arguments.file))
    matched = match(found.proposal.estimate, read.rows, names_in(found.proposal))
    estimate = with_actuals(found.proposal.estimate, matched.hours)
    problems = (*found.problems, *read.problems, *matched.problems)
    if read.rows:
        for line in aligned(list(_rows(compare_hours(estimate), console.words)), _RIGHT):
            console.data(line)
    if arguments.keep and matched.hours and not stops(problems):
        problems = (*problems, *kept(arguments.proposal, found, replace(found.proposal, estimate=estimate), "actuals"))
    return console.finish(problems)


def _rows(lines: "Sequence[HoursLine]", words: "Words") -> Iterator[Sequence[str]]:
    yield words("Work"), words("Planned"), words("Signed"), words("Spent"), words("Difference")
    for line in lines:
        indent = "" if line.what == "section" else "  "
        numbers = (line.planned, line.signed, line.actual, line.difference)
        yield indent + shortened(line.title, _LONGEST), *(_hours(number, words) for number in numbers)


def _hours(hours: Decimal | None, words: "Words") -> str:
    return "—" if hours is None else words.number(hours)
