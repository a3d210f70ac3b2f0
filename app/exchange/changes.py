"""What two estimates differ in: a list of changes, each of which may be taken or left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.model.estimate import Estimate


class ChangeKind(StrEnum):
    """What has happened to an element."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `id` names it among the others ("1", "2", …, in the order in which they are told).

    `what` is the kind of the element: section, item, rate, surcharge, package, payment, exchange, or estimate for what
    concerns the whole. `element` is its key in the new estimate, for a removed one in the old. `title` is what people call it,
    `section` the title of the section in which an item stands. A changed element has one change for each `field`, with the
    values `before` and `after`; an added one is in `after`, a removed one in `before`. A moved item has the titles of its
    sections there; a moved list (`element` empty) its order.
    """

    id: str
    kind: ChangeKind
    what: str
    element: str
    title: str = ""
    section: str = ""
    field: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All differences, and the new estimate under the names of the old one, which `apply` needs for places.

    `origins` tell for every section ("s1") and item ("s1/i2") of `target` its key in the old estimate, where it has one.
    """

    changes: tuple[Change, ...] = ()
    target: Estimate = Estimate()
    origins: Mapping[str, str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all changes: what to choose in order to take everything."""
        return frozenset(change.id for change in self.changes)


def item_key(section_id: str, item_id: str) -> str:
    """Return the key of an item: ids of items are unique in their section alone, and no id has a slash."""
    return f"{section_id}/{item_id}"
