"""A suggestion becomes a line: its hours, unit, role and, where nothing else tells it, its rate."""

from dataclasses import replace
from decimal import Decimal

from app.edits.estimate import add_item, new_item
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.estimate import LineItem, Pricing
from app.model.path import get
from app.model.proposal import Proposal
from app.suggest import Suggestion
from widgets.models.estimate_roles import known_role
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_typing import Entered
from widgets.phrases import say, shorten

_BY_RATE_OF_ROLE = frozenset({Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS})


def adopt(proposal: Proposal, row: GridRow, suggestion: Suggestion, *, spent: bool = False) -> Entered:
    """Return the proposal with a suggestion in a line. With `spent` it has the hours that were spent, not those sold.

    The rate of a role that the estimate has goes before the one of that time; another currency brings none.
    """
    if row.kind is RowKind.NEW_ITEM:
        item = new_item(proposal)
        proposal = add_item(proposal, row.section, item)
        row = GridRow(RowKind.ITEM, row.section, item.id)
    before: LineItem = get(proposal, row.path)
    item = _filled(proposal, before, suggestion)
    if spent and suggestion.spent is not None:
        item = _as_spent(proposal, item, suggestion.spent)
    return Entered(set_value(proposal, row.path, item), say(phrase("“{title}” as before"), title=shorten(suggestion.title)))


def can_repeat_spent(suggestion: Suggestion) -> bool:
    """Tell whether the hours that were spent can stand in place of those that were sold."""
    return suggestion.spent is not None and suggestion.spent != suggestion.sold


def _filled(proposal: Proposal, item: LineItem, found: Suggestion) -> LineItem:
    role = known_role(proposal, found.role)
    by_role = found.pricing in _BY_RATE_OF_ROLE and any(rate.id == role for rate in proposal.estimate.rates)
    return replace(
        item,
        title=found.title,
        description=item.description or found.description,
        pricing=found.pricing,
        quantity=found.quantity,
        people=found.people,
        unit=found.unit,
        period=found.period,
        role=role,
        hours=found.hours,
        rate=found.rate if not by_role and found.currency in ("", proposal.currency) else None,
    )


def _as_spent(proposal: Proposal, item: LineItem, spent: Decimal) -> LineItem:
    estimate = proposal.estimate
    hours_of_one = {Pricing.HOURS: Decimal(1), Pricing.DAYS: estimate.hours_a_day}
    if item.pricing in hours_of_one:
        return replace(item, quantity=round(spent / hours_of_one[item.pricing], 2))
    return replace(item, hours=spent)
