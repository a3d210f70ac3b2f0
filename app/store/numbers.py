"""Exact numbers within limits."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from app.model.money import LARGEST, in_range
from app.store.place import Failed, Place, shown
from app.store.shape import Definitions, Json, Shape

DECIMALS = 60
"""More decimals than this are refused; the sums of an estimate are computed with as many digits."""

LONGEST_NUMBER = 200
"""A number of more signs is taken for infinite: computing with a million digits takes minutes."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True)
class Number(Shape):
    """An exact number, written as a decimal string; JSON numbers are read as they are typed."""

    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def encode(self, value: Decimal) -> Json:
        """Return the digits without an exponent."""
        if not in_range(value):
            return str(value)
        return format(value if value else abs(value), "f")

    def decode(self, data: object, place: Place) -> Decimal | Failed:
        """Accept numbers and decimal strings that are finite, within the limits and not absurdly precise."""
        number = as_decimal(data)
        if number is None:
            return place.fail("value-not-number", found=shown(data))
        if not in_range(number) or _decimals(number) > DECIMALS:
            return place.fail("number-out-of-range", found=shown(data))
        return _limited(number, self.minimum, self.maximum, place)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a decimal string or a number."""
        sign = "[+-]?" if self.minimum is None else r"\+?"
        low: dict[str, Json] = {"exclusiveMinimum": -int(LARGEST)} if self.minimum is None else {"minimum": int(self.minimum)}
        high: dict[str, Json] = {"exclusiveMaximum": int(LARGEST)} if self.maximum is None else {"maximum": int(self.maximum)}
        return {"type": ["string", "number"], "pattern": rf"^{sign}[0-9]{{1,13}}(\.[0-9]{{1,{DECIMALS}}})?$", **low, **high}


@dataclass(frozen=True)
class Whole(Shape):
    """A whole number from `minimum` to `maximum`."""

    minimum: int = 0
    maximum: int | None = None

    def encode(self, value: int) -> Json:
        """Return the number itself."""
        return value

    def decode(self, data: object, place: Place) -> int | Failed:
        """Accept whole numbers that are not written with a decimal point."""
        if isinstance(data, bool) or not isinstance(data, int):
            return place.fail("value-not-whole", found=shown(data))
        number = _limited(Decimal(data), Decimal(self.minimum), None if self.maximum is None else Decimal(self.maximum), place)
        return number if isinstance(number, Failed) else data

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of an integer."""
        limits: dict[str, Json] = {"minimum": self.minimum}
        return {"type": "integer", **limits, **({} if self.maximum is None else {"maximum": self.maximum})}


@dataclass(frozen=True)
class Fraction(Shape):
    """A number with a point from `minimum` to `maximum`: a position from 0 to 1, if nothing else is said."""

    minimum: int = 0
    maximum: int = 1
    usual: float = 0.5

    def encode(self, value: float) -> Json:
        """Return the number itself; one that is no number counts as the usual one, so that nothing stops a save."""
        return self.usual if math.isnan(value) else min(max(value, float(self.minimum)), float(self.maximum))

    def decode(self, data: object, place: Place) -> float | Failed:
        """Accept JSON numbers within the limits."""
        number = None if isinstance(data, str) else as_decimal(data)
        if number is None or not number.is_finite():
            return place.fail("value-not-number", found=shown(data))
        limited = _limited(number, Decimal(self.minimum), Decimal(self.maximum), place)
        return limited if isinstance(limited, Failed) else float(limited)

    def schema(self, definitions: Definitions) -> dict[str, Json]:
        """Return the schema of a number within the limits."""
        return {"type": "number", "minimum": self.minimum, "maximum": self.maximum}


def as_decimal(data: object) -> Decimal | None:
    """Return the exact number that a JSON value stands for, or None. A float counts as what it prints as."""
    if isinstance(data, bool):
        return None
    if isinstance(data, Decimal):
        return data
    if isinstance(data, int):
        return Decimal(data)
    if isinstance(data, float):
        return Decimal(repr(data))
    if not isinstance(data, str) or not _NUMBER.fullmatch(data):
        return None
    return Decimal(data if len(data) <= LONGEST_NUMBER else "Infinity")


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _limited(number: Decimal, minimum: Decimal | None, maximum: Decimal | None, place: Place) -> Decimal | Failed:
    if minimum is not None and number < minimum:
        return place.fail("number-below", found=shown(number), minimum=minimum)
    if maximum is not None and number > maximum:
        return place.fail("number-above", found=shown(number), maximum=maximum)
    return number
