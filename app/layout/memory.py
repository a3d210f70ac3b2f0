"""Remembers what was set for a section of the proposal, so that an edit costs no more than what it changes.

Everything has a name, and is made anew only when what it was made from has changed. Frozen values share what an edit did not
touch, so comparing them costs next to nothing. What was made on the way to something belongs to it: it is looked up again only
when that is made anew.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True, eq=False)
class _Made:
    """A value, what it was made from, and all that was made for it in turn. `before` is what had its name until then: undo asks
    for it, and so does a sum that brings kopecks into a whole column and takes them out again.
    """

    made_from: tuple[object, ...]
    value: Any
    parts: "dict[Hashable, _Made]"
    before: "_Made | None" = None


class Memory:
    """What was made for one section. What the latest layout had no use for is dropped by `sweep`."""

    def __init__(self) -> None:
        """Begin empty."""
        self._made: dict[Hashable, _Made] = {}
        self._used: dict[Hashable, _Made] = {}

    def __len__(self) -> int:
        return len(self._made)

    def get(self, name: Hashable, made_from: tuple[object, ...], make: Callable[..., Any], *given: object) -> Any:
        """Return what was made under this name from the same, lately or once before, else make it of what is `given`."""
        made = self._used.get(name) or self._made.get(name)
        if made is None or made.made_from != made_from:
            made = self._again(made, made_from) or self._new(made, made_from, make, given)
        self._used[name] = made
        return made.value

    def latest(self, name: Hashable) -> Any:
        """Return what had this name in the last layout, None where nothing did."""
        made = self._made.get(name)
        return made.value if made else None

    def _again(self, latest: _Made | None, made_from: tuple[object, ...]) -> _Made | None:
        before = latest.before if latest else None
        if latest is None or before is None or before.made_from != made_from:
            return None
        before.before, latest.before = latest, None
        return before

    def _new(
        self, latest: _Made | None, made_from: tuple[object, ...], make: Callable[..., Any], given: tuple[object, ...]
    ) -> _Made:
        if latest is not None:
            latest.before = None
        made, used = self._made, self._used
        self._made, self._used = latest.parts if latest else {}, {}
        try:
            return _Made(made_from, make(*given), self._used, latest)
        finally:
            self._made, self._used = made, used

    def sweep(self) -> None:
        """Forget everything that was not used since the last time."""
        self._made, self._used = self._used, {}
