"""The largest-remainder method as a formula: parts of a rounded sum that add up to it."""

from collections.abc import Sequence

NOISE = 6
"""Decimals of a coin that binary numbers of this size still tell apart for certain."""


def exact(share: str, digits: int) -> str:
    """Return a formula of a share in coins, freed from the noise of binary numbers."""
    return f"ROUND(({share})*10^{digits},{NOISE})"


def rounded(shares: Sequence[str], place: int, order: Sequence[int], total: str, digits: int) -> str:
    """Return the formula of one part: `shares` are cells with the exact parts in coins, `total` is the formula of their sum.

    Every part is rounded down; the coins that are missing go to the largest remainders. Where remainders are equal, the part
    that stands first in `order` (places in `shares`) goes first. See `app.model.money.distribute`.
    """
    mine = shares[place]
    missing = f"ROUND(({total})*10^{digits},0)-({'+'.join(f'INT({one})' for one in shares)})"
    earlier = set(order[: list(order).index(place)])
    ahead = [f"({_rest(one)}{'>=' if i in earlier else '>'}{_rest(mine)})" for i, one in enumerate(shares) if i != place]
    return f"(INT({mine})+IF({'+'.join(ahead) or '0'}<{missing},1,0))/10^{digits}"


def _rest(cell: str) -> str:
    return f"ROUND({cell}-INT({cell}),{NOISE})"
