"""An estimator's three hours for a piece of work, and what they say together."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The fewest, the likely and the most hours of a line item."""

    lowest: Decimal
    likely: Decimal
    highest: Decimal

    @property
    def mean(self) -> Decimal:
        """Return the expected hours: (lowest + 4 × likely + highest) / 6.

        Source: Malcolm, Roseboom, Clark, Fazar, "Application of a technique for research and development program
        evaluation", Operations Research 7 (1959), the PERT estimate of a beta distribution.
        """
        return (self.lowest + 4 * self.likely + self.highest) / 6

    @property
    def deviation(self) -> Decimal:
        """Return the standard deviation in hours: (highest − lowest) / 6, from the same source."""
        return (self.highest - self.lowest) / 6

    @property
    def is_ordered(self) -> bool:
        """Tell whether lowest ≤ likely ≤ highest."""
        return self.lowest <= self.likely <= self.highest
