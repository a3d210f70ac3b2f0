"""A new estimate under the names of the old one: what is the same in both gets the same id."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.exchange.changes import item_key
from app.exchange.fields import LISTS, name_of, renamed
from app.exchange.matching import ALIKE, SAME, matched
from app.model.estimate import Estimate, EstimateSection, LineItem


@dataclass(frozen=True, slots=True)
class Rebased:
    """The new estimate, and for its sections and items the keys of those in the old one that they come from."""

    estimate: Estimate
    origins: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """An item where it stands. `home` is its section's id, in the new estimate under its name in the old one."""

    home: str
    item: LineItem

    @property
    def key(self) -> str:
        return item_key(self.home, self.item.id)


def rebased(old: Estimate, new: Estimate, ids: bool) -> Rebased:
    """Match what both have and rename it in the new one. With `ids` equal ids mean the same thing; titles tell the rest."""
    names, came = _sections(old.sections, new.sections, ids)
    olds = [_Place(section.id, item) for section in old.sections for item in section.items]
    news = [_Place(names[section.id], item) for section in new.sections for item in section.items]
    pairs = _items(olds, news, ids)
    taken = {place.item.id for place in olds}
    origins = {name: name for name in came}
    packages = _listed(old.packages, new.packages, ids)
    sections, number = [], 0
    for section in new.sections:
        items: dict[str, LineItem] = {}
        for item in section.items:
            known = pairs.get(number)
            number += 1
            name = olds[known].item.id if known is not None else _unused(item.id, "i", taken)
            if name in items:
                name = _unused("", "i", taken)
            taken.add(name)
            if known is not None:
                origins[item_key(names[section.id], name)] = olds[known].key
            items[name] = replace(item, id=name, packages=tuple(packages.get(one, one) for one in item.packages))
        sections.append(replace(section, id=names[section.id], items=tuple(items.values())))
    return Rebased(_with_lists(old, replace(new, sections=tuple(sections)), names, packages, ids), origins)


def _with_lists(old: Estimate, new: Estimate, names: Mapping[str, str], packages: Mapping[str, str], ids: bool) -> Estimate:
    lists: dict[str, Any] = {}
    for one in LISTS:
        known = getattr(old, one.name)
        chosen = packages if one.kind == "package" else _listed(known, getattr(new, one.name), ids)
        lists[one.name] = tuple(renamed(each, chosen[name_of(each)]) for each in getattr(new, one.name))
    whole = replace(new, package=packages.get(new.package, new.package), **lists)
    raised = tuple(replace(one, section=_home(one.section, names)) for one in whole.surcharges)
    return replace(whole, surcharges=raised)


def _home(section: str, names: Mapping[str, str]) -> str:
    """Return the name of the section that a surcharge is for. One that is lost stays so, even if another has its name now."""
    kept = set(names.values())
    return names[section] if section in names else _unused("", "s", kept) if section in kept else section


def _sections(
    old: Iterable[EstimateSection], new: Iterable[EstimateSection], ids: bool
) -> tuple[dict[str, str], Collection[str]]:
    """Return the names for the new sections, and which of them come from old ones."""
    olds, news = list(old), list(new)
    pairs = _by_id([one.id for one in olds], [one.id for one in news]) if ids else {}
    pairs |= _by_title([one.title for one in olds], [one.title for one in news], pairs, ALIKE)
    taken = {one.id for one in olds}
    names: dict[str, str] = {}
    for i, section in enumerate(news):
        names[section.id] = olds[pairs[i]].id if i in pairs else _unused(section.id, "s", taken)
        taken.add(names[section.id])
    return names, {olds[i].id for i in pairs.values()}


def _items(olds: list[_Place], news: list[_Place], ids: bool) -> dict[int, int]:
    """Return for places of new items those of the old ones: by key, by an id that is the only one, by title in the same
    section, by the same title anywhere.
    """
    pairs: dict[int, int] = {}
    if ids:
        pairs = _by_id([place.key for place in olds], [place.key for place in news])
        pairs |= _by_id(
            [place.item.id if i not in pairs.values() else "" for i, place in enumerate(olds)],
            [place.item.id if i not in pairs else "" for i, place in enumerate(news)],
        )
    for home in dict.fromkeys(place.home for place in news):
        here = [i for i, place in enumerate(news) if place.home == home and i not in pairs]
        there = [i for i, place in enumerate(olds) if place.home == home and i not in pairs.values()]
        pairs |= _paired(olds, news, there, here, ALIKE)
    here = [i for i in range(len(news)) if i not in pairs]
    there = [i for i in range(len(olds)) if i not in pairs.values()]
    return pairs | _paired(olds, news, there, here, SAME)


def _paired(olds: list[_Place], news: list[_Place], there: list[int], here: list[int], least: float) -> dict[int, int]:
    found = matched([olds[i].item.title for i in there], [news[i].item.title for i in here], least)
    return {here[i]: there[k] for i, k in found.items() if news[here[i]].item.title.strip()}


def _by_id(olds: list[str], news: list[str]) -> dict[int, int]:
    """Match ids that are the only ones of their kind in both lists."""
    once, only = _once(news), _once(olds)
    places = {name: i for i, name in enumerate(olds) if name and name in only}
    return {i: places[name] for i, name in enumerate(news) if name in once and name in places}


def _once(names: list[str]) -> set[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for name in names:
        (twice if name in seen else seen).add(name)
    return seen - twice


def _by_title(olds: list[str], news: list[str], pairs: Mapping[int, int], least: float) -> dict[int, int]:
    there = [i for i in range(len(olds)) if i not in set(pairs.values())]
    here = [i for i in range(len(news)) if i not in pairs]
    found = matched([olds[i] for i in there], [news[i] for i in here], least)
    return {here[i]: there[k] for i, k in found.items() if news[here[i]].strip()}


def _listed(old: Iterable[object], new: Iterable[object], ids: bool) -> dict[str, str]:
    """Return the names for the elements of a list; those that name themselves by what they are keep their names."""
    olds, news = list(old), list(new)
    if ids or not all(hasattr(one, "title") and hasattr(one, "id") for one in (*olds, *news)):
        return {name_of(one): name_of(one) for one in news}
    found = matched([one.title for one in olds], [one.title for one in news])  # type: ignore[attr-defined]
    taken = {name_of(one) for one in olds}
    names = {}
    for i, one in enumerate(news):
        names[name_of(one)] = name_of(olds[found[i]]) if i in found else _unused(name_of(one), "n", taken)
        taken.add(names[name_of(one)])
    return names


def _unused(wanted: str, prefix: str, taken: Collection[str]) -> str:
    if wanted and wanted not in taken:
        return wanted
    number = 1
    while f"{prefix}{number}" in taken:
        number += 1
    return f"{prefix}{number}"
