"""Hours that are sold beside those that were estimated."""

from collections.abc import Iterator
from decimal import Decimal

from app.preflight.case import Case, place
from app.preflight.facts import named, plain
from app.problems import Problem, Severity, problem
from app.signoff import Changed, Signed, status


def hours(case: Case) -> Iterator[Problem]:
    """Tell spreads that are not in order, and items that are sold for fewer hours than the estimator's lowest.

    The latter is an error until somebody has answered for these hours: signed them, or let the change pass in writing.
    """
    estimate = case.estimate
    for section, sums in case.sections():
        found = status(section, estimate.hours_a_day, estimate.hours_a_month)
        answered = isinstance(found, Signed) or (isinstance(found, Changed) and found.waiver is not None)
        for item, one in zip(section.items, sums.items, strict=True):
            spread, where, title = item.spread.value, f"{place(section)}/items/{item.id}", named(item.title, item.id)
            if spread is None:
                continue
            if not spread.is_ordered:
                points = " – ".join(map(plain, (spread.lowest, spread.likely, spread.highest)))
                yield problem("spread-not-ordered", f"{where}/spread", item=title, points=points)
            lowest = min(spread.lowest, spread.likely, spread.highest)
            if Decimal(0) < lowest and one.hours < lowest:
                severity = Severity.WARNING if answered else Severity.ERROR
                yield problem("hours-below-lowest", where, severity, item=title, hours=plain(one.hours), lowest=plain(lowest))
