"""Remembers what was set for a section of the proposal, so that an edit costs no more than what it changes.

Everything has a name, and is made anew only when what it was made from has changed. Frozen values share what an edit did not
touch, so comparing them costs next to nothing.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class _Made:
    """A value, what it was made from, and all that was made for it in turn."""

    made_from: tuple[object, ...]
    value: Any
    parts: "dict[Hashable, _Made]"


class Memory:
    """What was made for one section. What the latest layout had no use for is dropped by `sweep`."""

    def __init__(self) -> None:
        """Begin empty."""
        self._made: dict[Hashable, _Made] = {}
        self._used: dict[Hashable, _Made] = {}

    def __len__(self) -> int:
        return len(self._made)

    def get(self, name: Hashable, made_from: tuple[object, ...], make: Callable[[], Any]) -> Any:
        """Return what was made under this name from the same, else make it."""
        made = self._used.get(name) or self._made.get(name)
        if made is None or made.made_from != made_from:
            outer, self._used = self._used, {}
            try:
                made = _Made(made_from, make(), self._used)
            finally:
                self._used = outer
        self._used.update(made.parts)
        self._used[name] = made
        return made.value

    def sweep(self) -> None:
        """Forget everything that was not used since the last time."""
        self._made, self._used = self._used, {}
