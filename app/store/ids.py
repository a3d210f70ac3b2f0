"""Ids among siblings: made up where a file leaves them out, the same ones each time the file is read."""

from typing import TypeGuard

from app.store.place import Place, shown


def with_ids(rows: list[object], prefix: str, place: Place) -> list[object]:
    """Return rows whose objects all have an id of their own: the given one, or prefix and position.

    Ids that are no text, hold a slash (paths are made of ids) or were given before are reported and replaced.
    An empty prefix leaves out making ids: such records must name theirs, and may use slashes.
    """
    names = _Names()
    kept: list[str] = []
    for i, row in enumerate(rows):
        found = row.get("id", "") if isinstance(row, dict) else ""
        kept.append(found if _is_new(found, names, prefix) else _refused(found, names, prefix, place.at(i).key("id")))
        names.taken.add(kept[-1])
    return [
        {**row, "id": kept[i] or names.free(prefix, i + 1)} if isinstance(row, dict) and (kept[i] or prefix) else row
        for i, row in enumerate(rows)
    ]


def _is_new(found: object, names: "_Names", prefix: str) -> TypeGuard[str]:
    return isinstance(found, str) and (not found or (found not in names.taken and not (prefix and "/" in found)))


def _refused(found: object, names: "_Names", prefix: str, place: Place) -> str:
    """Report an id; return what replaces it, nothing where one is made of the position."""
    if not isinstance(found, str):
        place.fail("value-not-text", found=shown(found))
        return ""
    place.fail("id-twice" if found in names.taken else "id-with-slash", id=shown(found))
    return "" if prefix else names.free(f"{found}-", 2)


class _Names:
    """The ids that are taken, and how far the numbers after each stem were looked at: no number is tried twice."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._next: dict[str, int] = {}

    def free(self, stem: str, number: int) -> str:
        """Take the first free name made of a stem and a number from this one on."""
        number = max(number, self._next.get(stem, 0))
        while f"{stem}{number}" in self.taken:
            number += 1
        self._next[stem] = number + 1
        self.taken.add(f"{stem}{number}")
        return f"{stem}{number}"
