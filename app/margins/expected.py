"""Expected hours from the estimator's three points, beside the hours that are sold."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from statistics import NormalDist

from app.model.spread import Spread

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Expected:
    """What the work is expected to take: `mean` hours with a `variance`, beside the hours `sold` for it.

    `items` counts what is in it, `known` how many of them have a spread; mean, variance and `sold` are of those alone.
    Means add, and so do the variances of independent pieces of work.
    Source: Malcolm, Roseboom, Clark, Fazar, "Application of a technique for research and development program evaluation",
    Operations Research 7 (1959), p. 646–669.
    """

    mean: Decimal = _NOTHING
    variance: Decimal = _NOTHING
    sold: Decimal = _NOTHING
    items: int = 0
    known: int = 0

    @property
    def deviation(self) -> Decimal:
        """Return the standard deviation in hours."""
        return self.variance.sqrt()

    @property
    def reserve(self) -> Decimal:
        """Return how many hours more are sold than expected; below zero, how many are missing."""
        return self.sold - self.mean

    @property
    def deviations(self) -> Decimal | None:
        """Return the reserve in standard deviations, None where nothing varies."""
        return self.reserve / self.deviation if self.variance else None

    @property
    def chance(self) -> float | None:
        """Return how likely the sold hours suffice, 0 to 1; None where no spread is known.

        Source: the same, p. 656: the sum of many pieces of work is taken as normally distributed.
        """
        if not self.known:
            return None
        far = self.deviations
        if far is None:
            return 1.0 if self.reserve >= 0 else 0.0
        return NormalDist().cdf(float(far))


def expected_item(spread: Spread | None, sold: Decimal) -> Expected:
    """Return what one item is expected to take."""
    if spread is None:
        return Expected(items=1)
    return Expected(spread.mean, spread.deviation**2, sold, 1, 1)


def expected(parts: Iterable[Expected]) -> Expected:
    """Return what several pieces of work are expected to take together."""
    known = tuple(parts)
    return Expected(
        sum((one.mean for one in known), _NOTHING),
        sum((one.variance for one in known), _NOTHING),
        sum((one.sold for one in known), _NOTHING),
        sum(one.items for one in known),
        sum(one.known for one in known),
    )
