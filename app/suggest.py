"""Line items that were priced before, found while their title is typed: with their hours, unit, rate and role.

The index reads the proposals that it is handed; who reads them from the disk, and when, is nobody's business here.
"""

import datetime
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from app.model.estimate import LineItem, Period, Pricing
from app.model.proposal import Proposal

LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item as it was priced last. `role` is the name of a role or a person, `rate` only what stood at the item itself.

    `spent` are the hours that it took when it was done, `sold` those that were told for it then; None where nobody knows.
    `source` names the proposal, `times` counts how often it was used. `here` tells that the open proposal has it.
    """

    title: str
    pricing: Pricing
    quantity: Decimal
    people: Decimal
    unit: str = ""
    period: Period = Period.ONCE
    rate: Decimal | None = None
    role: str = ""
    hours: Decimal | None = None
    description: str = ""
    currency: str = ""
    spent: Decimal | None = None
    sold: Decimal | None = None
    source: str = ""
    times: int = 1
    here: bool = False


@dataclass
class _Entry:
    newest: Suggestion
    day: str
    times: int = 0


class Index:
    """Finds items by words of their titles; every word that was typed is the beginning of one of theirs."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}
        self._words: list[tuple[str, str]] = []
        self._sorted = True

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, proposal: Proposal, *, here: bool = False) -> None:
        """Take in the items of a proposal; of the same title that of the newest proposal stands for all.

        `here` says that it is the open one.
        """
        roles = {rate.id: rate.title or rate.id for rate in proposal.estimate.rates}
        roles |= {person.id: person.name for person in proposal.people}
        source = proposal.title or proposal.number
        for section in proposal.estimate.sections:
            for item in section.items:
                self._add(item, roles.get(item.role, item.role), proposal, source, here)

    def add_kept(self, items: Iterable[LineItem], currency: str = "") -> None:
        """Take in items that somebody has kept for all proposals."""
        for item in items:
            self._add(item, item.role, Proposal(date=datetime.date.min, currency=currency), "", here=False)

    def _add(self, item: LineItem, role: str, proposal: Proposal, source: str, here: bool) -> None:
        title = " ".join(item.title.split())[:LONGEST_TITLE]
        key = folded(title)
        if not key:
            return
        day = ("1" if here else "0") + proposal.date.isoformat()
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = _Entry(_suggestion(item, title, role, proposal, source, here), day)
            self._words += [(word, key) for word in dict.fromkeys(_words(key))]
            self._sorted = False
        elif day >= entry.day:
            spent, sold = entry.newest.spent, entry.newest.sold
            entry.newest, entry.day = _suggestion(item, title, role, proposal, source, here, spent, sold), day
        entry.times += 1

    def find(self, text: str, limit: int = 8) -> list[Suggestion]:
        """Return what fits a text, the best first: titles that begin with it, then those used most, then the newest."""
        words = _words(folded(text))
        if not words:
            return []
        if not self._sorted:
            self._words.sort()
            self._sorted = True
        keys = set.intersection(*(self._beginning(word) for word in words))
        whole = folded(text)
        best = sorted(keys, key=lambda key: (not key.startswith(whole), -self._entries[key].times, key))[:limit]
        return [replace(self._entries[key].newest, times=self._entries[key].times) for key in best]

    def _beginning(self, word: str) -> set[str]:
        """Return the keys of titles with a word that begins so."""
        start = bisect_left(self._words, (word, ""))
        found = set()
        for known, key in self._words[start:]:
            if not known.startswith(word):
                break
            found.add(key)
        return found


def folded(text: str) -> str:
    """Return a text as it is compared: capitals, ё and spaces make no difference."""
    return " ".join(text.casefold().replace("ё", "е").split())


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text).split()


def _suggestion(
    item: LineItem,
    title: str,
    role: str,
    proposal: Proposal,
    source: str,
    here: bool,
    spent: Decimal | None = None,
    sold: Decimal | None = None,
) -> Suggestion:
    if item.actual.value is not None:
        spent, sold = item.actual.value, _sold(item, proposal)
    return Suggestion(
        title=title,
        pricing=item.pricing,
        quantity=item.quantity,
        people=item.people,
        unit=item.unit,
        period=item.period,
        rate=item.rate,
        role=role,
        hours=item.hours,
        description=item.description,
        currency=proposal.currency,
        spent=spent,
        sold=sold,
        source=source,
        here=here,
    )


def _sold(item: LineItem, proposal: Proposal) -> Decimal | None:
    """Return the hours that were told for an item."""
    factors = {
        Pricing.HOURS: Decimal(1),
        Pricing.DAYS: proposal.estimate.hours_a_day,
        Pricing.MONTHS: proposal.estimate.hours_a_month * item.people,
    }
    return item.quantity * factors[item.pricing] if item.pricing in factors else item.hours
