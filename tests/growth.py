"""How work grows with its input: measured as a ratio within one run, because machines differ and are busy."""

import time
from collections.abc import Callable

TIMES = 4
STEEPEST = 9.0
"""Four times the input may cost nine times the work; what grows with the square costs sixteen times."""
NOISE = 0.05
"""Seconds of processor time that tell nothing."""
TRIES = 3
"""A machine that is slowed down between two measurements is not the fault of the work; growth with the square shows each time."""


def grows_evenly(work: Callable[[int], object], size: int) -> bool:
    """Tell whether work on an input of a size costs about four times what a quarter of it does, or hardly anything."""
    return any(_once(work, size) for _ in range(TRIES))


def _once(work: Callable[[int], object], size: int) -> bool:
    quarter, whole = _cost(work, size // TIMES), _cost(work, size)
    return whole < STEEPEST * max(quarter, NOISE)


def _cost(work: Callable[[int], object], size: int) -> float:
    begun = time.process_time()
    work(size)
    return time.process_time() - begun
