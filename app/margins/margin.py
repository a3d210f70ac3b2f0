"""What is left of a price when its cost is paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

_NOTHING = Decimal(0)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Margin:
    """The `revenue` of one or more items after all discounts and without VAT, and what of it is known to cost what.

    `known_revenue` is the part whose cost is known, `known_cost` that cost. `items` counts what is in it, `known` how many of
    them have a known cost. All money is in major units, not rounded.
    """

    revenue: Decimal = _NOTHING
    known_revenue: Decimal = _NOTHING
    known_cost: Decimal = _NOTHING
    items: int = 0
    known: int = 0

    @property
    def is_known(self) -> bool:
        """Tell whether every cost in it is known."""
        return self.known == self.items

    @property
    def cost(self) -> Decimal | None:
        """Return the whole cost, None where a part of it is unknown."""
        return self.known_cost if self.is_known else None

    @property
    def amount(self) -> Decimal | None:
        """Return what is left, None where a part of the cost is unknown."""
        return self.revenue - self.known_cost if self.is_known else None

    @property
    def percent(self) -> Decimal | None:
        """Return what is left in percent of the revenue, None where that is zero or a part of the cost is unknown."""
        left = self.amount
        return None if left is None or not self.revenue else left * _HUNDRED / self.revenue

    @property
    def known_percent(self) -> Decimal | None:
        """Return the margin of that part whose cost is known, in percent of its revenue; None where there is none."""
        return (self.known_revenue - self.known_cost) * _HUNDRED / self.known_revenue if self.known_revenue else None


def of_item(revenue: Decimal, cost: Decimal | None) -> Margin:
    """Return the margin of one item."""
    if cost is None:
        return Margin(revenue=revenue, items=1)
    return Margin(revenue=revenue, known_revenue=revenue, known_cost=cost, items=1, known=1)


def extra(revenue: Decimal) -> Margin:
    """Return the margin of what costs nothing by itself, such as a surcharge."""
    return Margin(revenue=revenue, known_revenue=revenue)


def together(margins: Iterable[Margin]) -> Margin:
    """Return the margin of several things as one."""
    parts = tuple(margins)
    return Margin(
        sum((one.revenue for one in parts), _NOTHING),
        sum((one.known_revenue for one in parts), _NOTHING),
        sum((one.known_cost for one in parts), _NOTHING),
        sum(one.items for one in parts),
        sum(one.known for one in parts),
    )
