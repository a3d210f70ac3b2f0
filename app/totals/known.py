"""Facts about parts of an estimate, found once: an edit leaves nearly all parts the very objects that they were."""

from collections.abc import Callable
from typing import Generic, TypeVar

Part = TypeVar("Part")
Fact = TypeVar("Fact")

MOST = 1000
"""So many parts are remembered; then all are forgotten."""


class Known(Generic[Part, Fact]):
    """A function of frozen values that remembers what it found, by the identity of the values."""

    def __init__(self, find: Callable[[Part], Fact]) -> None:
        """Remember what `find` returns."""
        self._find = find
        self._known: dict[int, tuple[Part, Fact]] = {}

    def __call__(self, part: Part) -> Fact:
        """Return what there is to know about a part."""
        known = self._known.get(id(part))
        if known is None or known[0] is not part:
            if len(self._known) >= MOST:
                self._known.clear()
            known = self._known[id(part)] = part, self._find(part)
        return known[1]
