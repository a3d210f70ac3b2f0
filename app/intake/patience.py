"""Reading that somebody may call off: a question asked now and then, which raises what the asker likes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Check = Callable[[], None]
"""Returns when the reading is to go on, and raises when nobody waits for it any more."""
T = TypeVar("T")
_EVERY = 500


def go_on() -> None:
    """Let the reading go on."""


def asking(rows: Iterable[T], check: Check) -> Iterator[T]:
    """Yield what is given, and ask every few hundred rows whether to go on. Raises what `check` raises."""
    for number, row in enumerate(rows):
        if number % _EVERY == 0:
            check()
        yield row
