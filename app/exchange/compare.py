"""Two estimates side by side: what was added, removed, changed and moved. Internal values are not looked at."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.exchange.changes import Change, ChangeKind, Changes, item_key
from app.exchange.fields import FIELDS, LISTS, Listed, name_of, public
from app.exchange.ordering import moved
from app.exchange.rebase import Rebased, rebased
from app.model.estimate import Estimate, EstimateSection, LineItem

Known = Mapping[str, Collection[str]]
"""The fields that the new estimate knows about, by kind of element; what is not named is not compared."""


def compare(old: Estimate, new: Estimate, *, ids: bool = True, known: Known | None = None) -> Changes:
    """Return what makes the new estimate of the old one, apart from what no client sees.

    Elements are matched by their ids where those mean the same in both (`ids`: the new one comes from a table of ours), else
    sections and items by their titles, reworded ones too. `known` restricts the comparison to what a foreign table can
    tell; a kind of element that it does not name is not compared at all.
    """
    before = public(old)
    base = rebased(before, public(new), ids)
    told = known if known is not None else {kind: {one.name for one in fields} for kind, fields in FIELDS.items()}
    found = list(_Comparison(before, base, told).all())
    numbered = tuple(replace(change, id=str(number)) for number, change in enumerate(found, 1))
    return Changes(numbered, base.estimate, base.origins)


@dataclass(slots=True)
class _Comparison:
    old: Estimate
    base: Rebased
    known: Known
    _items: dict[str, tuple[EstimateSection, LineItem]] = field(default_factory=dict)

    def all(self) -> Iterator[Change]:
        self._items = {item_key(part.id, item.id): (part, item) for part in self.old.sections for item in part.items}
        yield from self._sections()
        for section in self.base.estimate.sections:
            yield from self._in_section(section)
        yield from self._removed_items()
        for one in LISTS:
            if one.kind in self.known:
                yield from self._list(one)
        if "estimate" in self.known:
            yield from self._fields("estimate", "", "", "", self.old, self.base.estimate)

    def _sections(self) -> Iterator[Change]:
        olds = {section.id: section for section in self.old.sections}
        news = {section.id: section for section in self.base.estimate.sections}
        shifted = moved(list(olds), list(news))
        for name, section in news.items():
            if name not in olds:
                yield Change("", ChangeKind.ADDED, "section", name, section.title, after=replace(section, items=()))
                continue
            if name in shifted:
                yield Change("", ChangeKind.MOVED, "section", name, section.title)
            yield from self._fields("section", name, olds[name].title, "", olds[name], section)
        for name, section in olds.items():
            if name not in news:
                yield Change("", ChangeKind.REMOVED, "section", name, section.title, before=section)

    def _in_section(self, section: EstimateSection) -> Iterator[Change]:
        keys = [item_key(section.id, item.id) for item in section.items]
        origins = {key: self.base.origins[key] for key in keys if key in self.base.origins}
        stayed = [key for key in origins if self._items[origins[key]][0].id == section.id]
        here = [key for key, (part, _) in self._items.items() if part.id == section.id]
        shifted = moved(here, [origins[key] for key in stayed])
        for key, item in zip(keys, section.items, strict=True):
            if key not in origins:
                yield Change("", ChangeKind.ADDED, "item", key, item.title, section.title, after=item)
                continue
            part, was = self._items[origins[key]]
            if key not in stayed or origins[key] in shifted:
                titles = part.title, section.title
                yield Change("", ChangeKind.MOVED, "item", key, was.title, section.title, before=titles[0], after=titles[1])
            yield from self._fields("item", key, was.title, section.title, was, item)

    def _removed_items(self) -> Iterator[Change]:
        kept = set(self.base.origins.values())
        left = {section.id for section in self.base.estimate.sections}
        for key, (part, item) in self._items.items():
            if key not in kept and part.id in left:
                yield Change("", ChangeKind.REMOVED, "item", key, item.title, part.title, before=item)

    def _list(self, one: Listed) -> Iterator[Change]:
        olds = {name_of(each): each for each in getattr(self.old, one.name)}
        news = {name_of(each): each for each in getattr(self.base.estimate, one.name)}
        for name, each in news.items():
            if name in olds:
                yield from self._fields(one.kind, name, _title(olds[name]), "", olds[name], each)
            else:
                yield Change("", ChangeKind.ADDED, one.kind, name, _title(each), after=each)
        for name, each in olds.items():
            if name not in news:
                yield Change("", ChangeKind.REMOVED, one.kind, name, _title(each), before=each)
        if moved(list(olds), list(news)):
            yield Change("", ChangeKind.MOVED, one.kind, "", before=tuple(olds), after=tuple(news))

    def _fields(self, what: str, element: str, title: str, section: str, old: Any, new: Any) -> Iterator[Change]:
        for one in FIELDS[what]:
            before, after = one.get(old), one.get(new)
            if one.name in self.known.get(what, ()) and before != after:
                yield Change("", ChangeKind.CHANGED, what, element, title, section, one.name, before, after)


def _title(element: Any) -> str:
    return getattr(element, "title", "") or name_of(element)
