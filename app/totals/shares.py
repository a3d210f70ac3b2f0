"""Shares of a rounded sum that add up to it, the same whatever the order of what is shared."""

from collections.abc import Sequence
from decimal import Decimal

from app.model.money import distribute


def shares(total: Decimal, parts: Sequence[tuple[str, Decimal]], digits: int) -> list[Decimal]:
    """Split a total among named parts in proportion to their exact amounts, by the largest-remainder method.

    Where remainders are equal the smaller name goes first, so that another order of the parts changes no share.
    """
    if not parts:
        return []
    order = sorted(range(len(parts)), key=lambda i: (parts[i][0], parts[i][1]))
    given = distribute(total, [parts[i][1] for i in order], digits)
    out = [Decimal(0)] * len(parts)
    for place, share in zip(order, given, strict=True):
        out[place] = share
    return out
