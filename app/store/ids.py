"""Ids among siblings: made up where a file leaves them out, the same ones each time the file is read."""

from collections.abc import Iterator
from itertools import count

from app.store.place import Place, shown


def with_ids(rows: list[object], prefix: str, place: Place) -> list[object]:
    """Return rows whose objects all have an id of their own: the given one, or prefix and position.

    Ids that are no text, hold a slash (paths are made of ids) or were given before are reported and replaced.
    An empty prefix leaves out making ids: such records must name theirs, and may use slashes.
    """
    given: set[str] = set()
    kept: list[str] = []
    for i, row in enumerate(rows):
        found = row.get("id", "") if isinstance(row, dict) else ""
        kept.append(_accept(found, given, prefix, place.at(i).key("id")))
        given.add(kept[-1])
    return [
        {**row, "id": kept[i] or _fresh(prefix, i, given)} if isinstance(row, dict) and (kept[i] or prefix) else row
        for i, row in enumerate(rows)
    ]


def _accept(found: object, given: set[str], prefix: str, place: Place) -> str:
    if not isinstance(found, str):
        place.fail("value-not-text", found=shown(found))
        return ""
    if prefix and "/" in found:
        place.fail("id-with-slash", id=shown(found))
        return ""
    if found and found in given:
        place.fail("id-twice", id=shown(found))
        return "" if prefix else next(name for name in _numbered(f"{found}-", 2) if name not in given)
    return found


def _fresh(prefix: str, position: int, taken: set[str]) -> str:
    name = next(name for name in _numbered(prefix, position + 1) if name not in taken)
    taken.add(name)
    return name


def _numbered(prefix: str, start: int) -> Iterator[str]:
    return (f"{prefix}{number}" for number in count(start))
