"""How the amounts of an estimate are rounded: declared once, the same for every line."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.money import minor_digits


class RoundingStep(StrEnum):
    """To what amounts are rounded."""

    MINOR = "minor"
    """The currency's minor unit: kopecks, cents."""
    UNIT = "unit"
    """Whole roubles, euros."""
    HUNDRED = "hundred"
    """Hundreds of roubles, euros."""


class RoundingScope(StrEnum):
    """What is rounded first."""

    LINE = "line"
    """Every line by itself; sums add up what is printed."""
    TOTAL = "total"
    """The sum of all lines; sections and lines take their shares of it by the largest-remainder method, so that they add
    up to it. Three lines of 33.333 come to 100.00: 33.34, 33.33 and 33.33."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """The declared rule. Half a step goes away from zero (see `app.model.money`)."""

    step: RoundingStep = RoundingStep.MINOR
    scope: RoundingScope = RoundingScope.LINE

    def digits(self, currency: str) -> int:
        """Return the decimals of the step in a currency; −2 stands for hundreds."""
        return {RoundingStep.MINOR: minor_digits(currency), RoundingStep.UNIT: 0, RoundingStep.HUNDRED: -2}[self.step]
