"""The chosen changes come into the old estimate; everything that a spreadsheet does not know stays."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from app.exchange.changes import Change, ChangeKind, Changes, item_key
from app.exchange.fields import FIELDS, LISTS, Listed, copied, name_of
from app.exchange.ordering import arranged, moved
from app.model.estimate import Estimate, EstimateSection, LineItem


def apply(old: Estimate, changes: Changes, chosen: Collection[str]) -> Estimate:
    """Return the estimate with the changes whose ids are chosen; `changes` come from a comparison with this very estimate.

    People, notes, costs, hours spent, sign-offs and ids stay as they are. An item whose section was not chosen brings its section
    along; a removed section stays for those of its items that shall not move away.
    """
    taken = [change for change in changes if change.id in set(chosen)]
    if not taken:
        return old
    whole = replace(old, sections=_Sections(old, changes, taken).made())
    for one in LISTS:
        whole = _listed(whole, one, [change for change in taken if change.what == one.kind], changes.target)
    made: Estimate = _with_fields(whole, "estimate", [change for change in taken if change.what == "estimate"])
    return made


def _with_fields(element: Any, kind: str, changes: Collection[Change]) -> Any:
    fields = {one.name: one for one in FIELDS[kind]}
    for change in changes:
        if change.kind is ChangeKind.CHANGED:
            element = fields[change.field].put(element, change.after)
    return element


def _listed(whole: Estimate, one: Listed, changes: Collection[Change], target: Estimate) -> Estimate:
    if not changes:
        return whole
    there = {name_of(each): each for each in getattr(whole, one.name)}
    placed: set[str] = set()
    for change in changes:
        if change.kind is ChangeKind.REMOVED:
            del there[change.element]
        elif change.kind is ChangeKind.ADDED:
            there[change.element] = copied(one.kind, change.after, one.empty(change.element))
            placed.add(change.element)
        elif change.kind is ChangeKind.CHANGED:
            there[change.element] = _with_fields(there[change.element], one.kind, [change])
        else:
            placed |= moved(change.before, change.after) & set(there)
    wanted = [name_of(each) for each in getattr(target, one.name)]
    order = arranged([name for name in there if name not in placed], wanted, placed)
    made: dict[str, Any] = {one.name: tuple(there[name] for name in order)}
    return replace(whole, **made)


@dataclass(slots=True)
class _Sections:
    """Puts sections and items together anew. Items go by their keys in the old estimate, added ones by those in the new."""

    old: Estimate
    changes: Changes
    taken: list[Change]
    _items: dict[str, LineItem] = field(default_factory=dict)

    def made(self) -> tuple[EstimateSection, ...]:
        sections = self._values()
        target = self.changes.target.sections
        homes = self._homes()
        needed = set(homes.values())
        removed = self._named(ChangeKind.REMOVED, "section") - needed
        new = {section.id: section for section in target}
        added = (self._named(ChangeKind.ADDED, "section") | needed) - set(sections)
        sections |= {name: copied("section", new[name], EstimateSection(id=name)) for name in added}
        placed = added | self._named(ChangeKind.MOVED, "section")
        order = arranged([name for name in sections if name not in added | removed], [one.id for one in target], placed)
        return tuple(self._filled(sections[name], homes) for name in order)

    def _named(self, kind: ChangeKind, what: str) -> set[str]:
        return {change.element for change in self.taken if change.kind is kind and change.what == what}

    def _values(self) -> dict[str, EstimateSection]:
        """Return the old sections with their changed fields, and take note of the items with theirs."""
        sections = {section.id: section for section in self.old.sections}
        self._items = {item_key(part.id, item.id): item for part in self.old.sections for item in part.items}
        for change in self.taken:
            if change.what == "section" and change.kind is ChangeKind.CHANGED:
                sections[change.element] = _with_fields(sections[change.element], "section", [change])
            elif change.what == "item" and change.kind is ChangeKind.CHANGED:
                key = self.changes.origins[change.element]
                self._items[key] = _with_fields(self._items[key], "item", [change])
            elif change.what == "item" and change.kind is ChangeKind.ADDED:
                self._items[_fresh(change.element)] = copied("item", change.after, LineItem(id=change.after.id))
        return sections

    def _homes(self) -> dict[str, str]:
        """Return for every item that will be there the id of its section."""
        gone = self._named(ChangeKind.REMOVED, "item")
        dissolved = self._named(ChangeKind.REMOVED, "section")
        kept = set(self.changes.origins.values())
        homes: dict[str, str] = {}
        for part in self.old.sections:
            for item in part.items:
                key = item_key(part.id, item.id)
                if key not in gone and (part.id not in dissolved or key in kept):
                    homes[key] = part.id
        for change in self.taken:
            if change.what == "item" and change.kind in (ChangeKind.MOVED, ChangeKind.ADDED):
                key = self.changes.origins[change.element] if change.kind is ChangeKind.MOVED else _fresh(change.element)
                homes[key] = change.element.partition("/")[0]
        return homes

    def _filled(self, section: EstimateSection, homes: dict[str, str]) -> EstimateSection:
        was = [key for key, home in homes.items() if home == section.id and not key.startswith(_NEW)]
        was = [key for key in was if key.partition("/")[0] == section.id]
        placed = {key for key, home in homes.items() if home == section.id and key not in was}
        placed |= {
            self.changes.origins[change.element]
            for change in self.taken
            if change.what == "item" and change.kind is ChangeKind.MOVED and change.element.partition("/")[0] == section.id
        }
        order = arranged(was, self._order(section.id), placed)
        return replace(section, items=_distinct([self._items[key] for key in order], self._items.values()))

    def _order(self, section_id: str) -> list[str]:
        """Return the items of a section of the new estimate, by the keys that are used here."""
        wanted = next((one.items for one in self.changes.target.sections if one.id == section_id), ())
        keys = [item_key(section_id, item.id) for item in wanted]
        return [self.changes.origins.get(key, _fresh(key)) for key in keys]


_NEW = "//"
"""What no key of the old estimate begins with."""


def _fresh(key: str) -> str:
    return _NEW + key


def _distinct(items: list[LineItem], others: Collection[LineItem]) -> tuple[LineItem, ...]:
    """Give another id to an item that came into a section where there is one of its id."""
    taken = {item.id for item in others}
    out: list[LineItem] = []
    for item in items:
        if item.id in {one.id for one in out}:
            number = 1
            while f"i{number}" in taken:
                number += 1
            item = replace(item, id=f"i{number}")  # noqa: PLW2901
            taken.add(item.id)
        out.append(item)
    return tuple(out)
