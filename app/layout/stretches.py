"""Many sections a few at a time: where none of a stretch has changed, it is looked up whole instead of one by one."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

LENGTH = 8
"""So many sections are looked up together. An edit looks up one stretch section by section, and all stretches whole."""


def stretches(things: Sequence[T]) -> list[tuple[T, ...]]:
    """Divide things into stretches; the last one may be shorter."""
    return [tuple(things[start : start + LENGTH]) for start in range(0, len(things), LENGTH)]
