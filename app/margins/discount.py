"""How much of the full price is taken off, by all discounts together."""

from decimal import Decimal

from app.totals import Standing, Totals

_NOTHING = Decimal(0)


def effective_discount(totals: Totals) -> Decimal:
    """Return all discounts, of items, sections and the whole, in percent of the full price of what counts, with surcharges and
    contingency. Of what is due once, every month and every year the highest: what is given away monthly does not hide behind
    a large price that is paid once.
    """
    return max((_of_period(totals, place) for place in range(len(totals.periods))), default=_NOTHING)


def _of_period(totals: Totals, place: int) -> Decimal:
    whole = totals.periods[place]
    items = [
        item
        for section in totals.sections
        for item in section.items
        if item.period is whole.period and item.standing is Standing.COUNTED
    ]
    taken = (
        sum((item.discount for item in items), _NOTHING)
        + sum((section.portion(whole.period).discount for section in totals.sections), _NOTHING)
        + whole.discount
    )
    full = sum((item.gross for item in items), _NOTHING) + sum(whole.surcharges, _NOTHING) + whole.contingency
    return taken * 100 / full if full > 0 else _NOTHING
