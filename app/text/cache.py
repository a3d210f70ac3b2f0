"""A bounded cache that forgets what was not asked for lately."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Keeps the recently used values: those that weigh `limit` together, and up to as many before them.

    `weigh` tells what a value weighs, 1 if it is not given.

    Two generations: what is found in the older one moves to the younger; when the younger is full, the older is dropped.
    That costs one dictionary look-up a hit, where an ordered list of uses would cost three.
    """

    __slots__ = ("_limit", "_old", "_used", "_weigh", "_young")

    def __init__(self, limit: int, weigh: Callable[[V], int] | None = None) -> None:
        self._limit = limit
        self._weigh = weigh
        self._used = 0
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """Return what was put under the key, or None."""
        value = self._young.get(key)
        if value is None:
            value = self._old.get(key)
            if value is not None:
                self.put(key, value)
        return value

    def put(self, key: K, value: V) -> V:
        """Remember the value, and return it."""
        if self._used >= self._limit:
            self._old, self._young, self._used = self._young, {}, 0
        self._young[key] = value
        self._used += self._weigh(value) if self._weigh else 1
        return value

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())
