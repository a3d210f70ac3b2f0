"""Money: Decimal amounts of one currency, and the only rounding there is.

Amounts are in major units (roubles, euros) with a declared number of decimals. The rounding is half away from zero
("commercial" rounding, ROUND_HALF_UP of the General Decimal Arithmetic specification): 2.675 becomes 2.68.
"""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, localcontext

MINOR_DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "VND": 0, "ISK": 0, "KWD": 3, "BHD": 3, "TND": 3, "OMR": 3, "JOD": 3}
"""Decimals of the currencies that do not have two (ISO 4217)."""

LARGEST = Decimal("1e13")
"""Amounts, rates and quantities from here on are refused: no estimate needs them, and sums must stay exact."""

_PRECISE = Context(prec=60, rounding=ROUND_HALF_UP)
_ONE = Decimal(1)


def minor_digits(currency: str) -> int:
    """Return how many decimals a currency has (ISO 4217), two where nothing else is known."""
    return MINOR_DIGITS.get(currency, 2)


def round_to(amount: Decimal, digits: int) -> Decimal:
    """Round half away from zero to so many decimals; negative digits round to tens, hundreds, …"""
    rounded = amount.quantize(_ONE.scaleb(-digits, _PRECISE), context=_PRECISE)
    if digits < 0:
        rounded = rounded.quantize(_ONE, context=_PRECISE)
    # adding zero turns a minus zero, which would be printed with its sign, into zero
    return _PRECISE.add(rounded, 0)


def round_money(amount: Decimal, currency: str) -> Decimal:
    """Round to the currency's minor unit."""
    return round_to(amount, minor_digits(currency))


def distribute(total: Decimal, weights: Sequence[Decimal], digits: int) -> list[Decimal]:
    """Split a rounded total in proportion to weights so that the parts add up to it exactly.

    Largest-remainder method (Hare quota): every part is rounded towards minus infinity, then the units that are
    missing go to the parts with the largest remainders, the earlier one first where they are equal. With all weights
    zero everything goes to the first part. Raises ValueError when there is no part to give to.
    """
    if not weights:
        raise ValueError("nothing to distribute to")
    with localcontext() as context:
        context.prec = 60
        unit = Decimal(1).scaleb(-digits)
        whole = sum(weights, Decimal(0))
        if whole == 0:
            return [total, *[round_to(Decimal(0), digits)] * (len(weights) - 1)]
        exact = [total * weight / whole / unit for weight in weights]
        floors = [part.to_integral_value(rounding=ROUND_FLOOR) for part in exact]
        missing = int(total / unit - sum(floors, Decimal(0)))
        by_remainder = sorted(range(len(exact)), key=lambda i: (floors[i] - exact[i], i))
        for i in by_remainder[:missing]:
            floors[i] += 1
        return [round_to(part * unit, digits) for part in floors]


def in_range(number: Decimal) -> bool:
    """Tell whether a number is finite and small enough to be exact in an estimate."""
    return number.is_finite() and number.copy_abs() < LARGEST
