"""Values that never leave the house."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Internal(Generic[T]):
    """Wraps what only insiders may see: notes, cost rates, margins, estimator's ranges.

    The layout accepts texts and numbers, never an Internal; turning one into text raises, so that a
    careless f-string fails in a test instead of reaching a client.
    """

    value: T

    def __str__(self) -> str:
        raise TypeError("an internal value cannot be printed; use .value where insiders read it")

    def __format__(self, spec: str) -> str:
        raise TypeError("an internal value cannot be printed; use .value where insiders read it")

    def __repr__(self) -> str:
        return "Internal(…)"
