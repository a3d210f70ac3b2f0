"""An estimate with what people have changed in the visible cells of its workbook."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.exchange.book import Book, Put
from app.exchange.cellsback import Known, UnreadError, item_with, new_item, text_in
from app.exchange.changes import item_key
from app.exchange.columns import AMOUNTS
from app.exchange.overlay import Page, Seen, Written, figure, is_changed, plain, written
from app.exchange.records import Meta
from app.exchange.sumsback import sums_with
from app.exchange.workbook import filled
from app.model.estimate import Estimate, EstimateSection, LineItem
from app.model.people import Person
from app.model.proposal import Proposal
from app.model.rounding import RoundingScope
from app.problems import Problem, problem

_FOLLOWING = ("rate", "hours", "vat", "counted")
"""Columns whose formulas somebody may overwrite with what shall be there instead."""
_NEEDED = ("quantity", "rate", "hours", *AMOUNTS.values())

Made = list[tuple[EstimateSection, list[tuple[LineItem, Seen]]]]
"""Sections with their items, each with its row."""


def revised(base: Estimate, meta: Meta, page: Page) -> tuple[Estimate, tuple[Problem, ...]]:
    """Return the estimate as the visible sheet has it: changed cells, new rows, rows that were copied, moved or deleted.

    What a cell shows goes before what was written; what nobody has touched is exact. A cell that cannot be read keeps what was
    there, and is told.
    """
    job = _Revision(base, meta, page, written(_book(base, meta)))
    whole = job.sums(job.structure())
    whole = job.formulas(whole)
    job.check(whole)
    return whole, tuple(job.problems)


def _book(estimate: Estimate, meta: Meta) -> Book:
    people = tuple(Person(id=name, name=read) for name, read in meta.names.items())
    proposal = Proposal(date=datetime.date.min, language=meta.language, currency=meta.currency, estimate=estimate, people=people)
    return filled(proposal, meta.view)


@dataclass(slots=True)
class _Revision:
    base: Estimate
    meta: Meta
    page: Page
    was: Written
    problems: list[Problem] = field(default_factory=list)
    _items: dict[str, LineItem] = field(default_factory=dict)
    _rows: dict[str, Seen] = field(default_factory=dict)

    def structure(self) -> Estimate:
        """Return the estimate with the sections and items of the sheet, in their order there."""
        self._items = {item_key(part.id, item.id): item for part in self.base.sections for item in part.items}
        parts = {part.id: part for part in self.base.sections}
        made: Made = []
        done: set[str] = set()
        for seen in self.page.rows:
            if seen.kind == "section" and seen.name in parts and seen.key not in done:
                made.append((self._section(parts[seen.name], seen), []))
            elif seen.kind == "item" and seen.name in self._items and seen.key not in done:
                self._home(made)[1].append((self._item(self._items[seen.name], seen), seen))
            elif self._is_new(seen, made):
                self._home(made)[1].append((self._added(seen), seen))
            done.add(seen.key)
        return replace(self.base, sections=tuple(self._distinct(made)))

    def _home(self, made: Made) -> tuple[EstimateSection, list[tuple[LineItem, Seen]]]:
        if not made:
            made.append((EstimateSection(id="s1"), []))
        return made[-1]

    def _is_new(self, seen: Seen, made: Made) -> bool:
        """A row with a name and a number, among the items; a copied item is one too."""
        if seen.kind not in ("", "item") or not made or self._is_below(seen):
            return False
        return "title" in seen.cells and any(name in seen.cells for name in _NEEDED)

    def _is_below(self, seen: Seen) -> bool:
        first = next((one.row.number for one in self.page.rows if one.kind in ("subtotal", "total")), None)
        return first is not None and seen.row.number > first

    def _item(self, item: LineItem, seen: Seen) -> LineItem:
        for column, put in self._changed(seen):
            if column not in AMOUNTS.values() and (put is None or not put.formula):
                item = self._with(item, seen, column)
        return item

    def _with(self, item: LineItem, seen: Seen, column: str) -> LineItem:
        try:
            return item_with(item, column, seen.cells, self._known)
        except UnreadError as wrong:
            self.tell("own-cell-unread", seen, column, str(wrong))
            return item

    def _added(self, seen: Seen) -> LineItem:
        """Return the item of a row that was copied or typed."""
        copied = self._items.get(seen.name)
        if copied is not None:
            return replace(self._item(copied, seen), id="")
        try:
            return new_item(seen.cells, AMOUNTS, self._known)
        except UnreadError as wrong:
            self.tell("own-cell-unread", seen, "", str(wrong))
            return LineItem(id="", title=text_in(seen.cells.get("title")))

    def _section(self, part: EstimateSection, seen: Seen) -> EstimateSection:
        for column, _ in self._changed(seen):
            cell = seen.cells.get(column)
            if column == "title":
                part = replace(part, title=text_in(cell))
            elif column == "description":
                part = replace(part, description=text_in(cell))
            elif column == "role":
                part = self._with_people(part, text_in(cell))
        return part

    def _with_people(self, part: EstimateSection, text: str) -> EstimateSection:
        persons = {one for each in self.base.sections for one in each.people}
        ids = [self._known.role(name) for name in map(str.strip, text.split(",")) if name]
        return replace(
            part, people=tuple(one for one in ids if one in persons), roles=tuple(one for one in ids if one not in persons)
        )

    @property
    def _known(self) -> Known:
        return Known({plain(read): name for name, read in self.meta.names.items()})

    def _changed(self, seen: Seen) -> Iterator[tuple[str, Put | None]]:
        before = self.was.get(seen.key, {})
        there = self.page.names()
        for column in dict.fromkeys((*before, *seen.cells)):
            if column in there and is_changed(before.get(column), seen.cells.get(column)):
                yield column, before.get(column)

    def tell(self, code: str, seen: Seen, column: str, found: str) -> None:
        """Take note of a cell that cannot be read."""
        self.problems.append(problem(code, self.page.where(seen, column), found=found[:60]))

    def _distinct(self, made: Made) -> Iterator[EstimateSection]:
        """Give new items ids that nothing has, and remember in which row each item stands."""
        taken = {item.id for _, items in made for item, _ in items} | {item.id for item in self._items.values()}
        number = 0
        for part, items in made:
            named: dict[str, LineItem] = {}
            for item, seen in items:
                name = item.id
                while not name or name in named:
                    number += 1
                    name = "" if f"i{number}" in taken else f"i{number}"
                named[name] = replace(item, id=name)
                self._rows[item_key(part.id, name)] = seen
            yield replace(part, items=tuple(named.values()))

    def sums(self, whole: Estimate) -> Estimate:
        """Return the estimate with what was changed below the sections."""
        rows = {seen.key: seen for seen in reversed(self.page.rows) if seen.key}
        changed = {
            (key, column): (seen, seen.cells.get(column))
            for key, seen in rows.items()
            if seen.kind not in ("item", "section")
            for column, put in self._changed(seen)
            if put is not None and not put.formula
        }
        return sums_with(whole, self.was, rows, changed, self)

    def formulas(self, whole: Estimate) -> Estimate:
        """Return the estimate with what somebody has put in the place of formulas."""
        now = written(_book(whole, self.meta))
        parts = []
        for part in whole.sections:
            items = (self._overwritten(item, item_key(part.id, item.id), now) for item in part.items)
            parts.append(replace(part, items=tuple(items)))
        return replace(whole, sections=tuple(parts))

    def _overwritten(self, item: LineItem, key: str, now: Written) -> LineItem:
        seen = self._rows[key]
        for column in _FOLLOWING:
            put, cell = now.get(f"item:{key}", {}).get(column), seen.cells.get(column)
            if put is None or not put.formula or cell is None or cell.fault or not is_changed(put, cell):
                continue
            item = _counting(item, figure(cell) == 1) if column == "counted" else self._with(item, seen, column)
        return item

    def check(self, whole: Estimate) -> None:
        """Tell amounts that the sheet shows and that its numbers do not make."""
        if whole.rounding.scope is RoundingScope.TOTAL:
            return
        now = written(_book(whole, self.meta))
        total = next((seen for seen in self.page.rows if seen.kind == "total"), None)
        rows = [(f"item:{key}", seen) for key, seen in self._rows.items()] + ([("total:", total)] if total else [])
        for key, seen in rows:
            for column in AMOUNTS.values():
                put, cell = now.get(key, {}).get(column), seen.cells.get(column)
                if put and put.formula and cell and not cell.fault and is_changed(put, cell):
                    where = self.page.where(seen, column)
                    self.problems.append(problem("own-amount-differs", where, found=cell.text, computed=f"{put.value:f}"))


def _counting(item: LineItem, counts: bool) -> LineItem:
    """Whoever takes a plain item out of the sum by hand makes an option of it."""
    if item.optional or item.alternative:
        return replace(item, chosen=counts)
    return item if counts else replace(item, optional=True, chosen=False)
