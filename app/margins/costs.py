"""What line items cost the studio."""

from collections.abc import Mapping
from decimal import Decimal

from app.model.estimate import Estimate, LineItem, Pricing
from app.model.exchange import converted
from app.totals import ItemTotal

_ONE = Decimal(1)
_TIMED = frozenset({Pricing.HOURS, Pricing.DAYS, Pricing.MONTHS})


def costs_of(estimate: Estimate, currency: str) -> dict[str, Decimal]:
    """Return what an hour of each role or person costs, in the estimate's currency. Roles whose cost is not known, or is told
    in a currency without a frozen rate of exchange, are not there.
    """
    costs: dict[str, Decimal] = {}
    for rate in estimate.rates:
        told = rate.cost.value
        cost = None if told is None else converted(told, rate.currency, currency, estimate.exchanges)
        if cost is not None:
            costs[rate.id] = cost
    return costs


def cost_of(item: LineItem, sums: ItemTotal, costs: Mapping[str, Decimal]) -> Decimal | None:
    """Return what an item costs: its own cost of a unit times its units, else that of an hour of its role times its hours.

    None where neither is known, or the hours of an item that is not priced by time are not told.
    """
    own = item.cost.value
    if own is not None:
        return own * item.quantity * (item.people if item.pricing is Pricing.MONTHS else _ONE)
    hourly = costs.get(item.role)
    if hourly is None or (item.hours is None and item.pricing not in _TIMED):
        return None
    return hourly * sums.hours
