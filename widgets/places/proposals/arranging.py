"""Which proposals of a list are shown, and in which order."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.status import Status
from app.store.entries import ProposalEntry

if TYPE_CHECKING:
    from app.sources.sums import Sum

_NEVER = datetime.date.max


class Which(StrEnum):
    """Which proposals are shown, by what became of them. ALL are those on the desk: all but the archived ones."""

    ALL = "all"
    DRAFTS = "drafts"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ARCHIVED = "archived"


class Order(StrEnum):
    """By what proposals are sorted."""

    TOUCHED = "touched"
    NAME = "name"
    TOTAL = "total"
    VALIDITY = "validity"


_STATUSES = {
    Which.DRAFTS: (Status.DRAFT,),
    Which.SENT: (Status.SENT,),
    Which.ACCEPTED: (Status.ACCEPTED,),
    Which.DECLINED: (Status.DECLINED, Status.WITHDRAWN),
}


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see. An empty `client` is any; `backwards` turns the usual order round."""

    text: str = ""
    which: Which = Which.ALL
    client: str = ""
    order: Order = Order.TOUCHED
    backwards: bool = False


@dataclass(frozen=True)
class Shown:
    """One proposal as it is shown: what it comes to, where that is known, and the text that was found inside of it."""

    entry: ProposalEntry
    sum: "Sum | None" = None
    found: str = ""


def arranged(entries: Iterable[ProposalEntry], asked: Asked, sums: "Mapping[Path, Sum]", found: Mapping[str, str]) -> list[Shown]:
    """Return what is shown. `found` are texts by the names of folders in which the search index found what is looked for."""
    words = asked.text.casefold().replace("ё", "е").split()
    shown = []
    for entry in entries:
        if not is_among(entry, asked.which) or (asked.client and entry.client != asked.client):
            continue
        named = f"{entry.title} {entry.number} {entry.client}".casefold().replace("ё", "е")
        if all(word in named for word in words):
            shown.append(Shown(entry, sums.get(entry.folder)))
        elif words and entry.folder.name in found:
            shown.append(Shown(entry, sums.get(entry.folder), found[entry.folder.name]))
    return sorted_by(shown, asked.order, backwards=asked.backwards)


def is_among(entry: ProposalEntry, which: Which) -> bool:
    """Tell whether a proposal is of a kind. One that cannot be read is among all."""
    if which is Which.ARCHIVED:
        return entry.archived
    if entry.archived:
        return False
    return which is Which.ALL or (entry.readable and entry.status in _STATUSES[which])


def counted(entries: Iterable[ProposalEntry], client: str) -> dict[Which, int]:
    """Return how many there are of each kind, of one client where one is named."""
    chosen = [entry for entry in entries if not client or entry.client == client]
    return {which: sum(is_among(entry, which) for entry in chosen) for which in Which}


def clients_of(entries: Iterable[ProposalEntry]) -> list[str]:
    """Return the names of all clients, by the alphabet."""
    return sorted({entry.client for entry in entries if entry.client}, key=by_alphabet)


def by_alphabet(text: str) -> tuple[str, str]:
    """Return what words are sorted by: ё stands with е, as in Russian dictionaries, and capitals with small letters."""
    small = text.casefold()
    return small.replace("ё", "е"), small


def sent_sums(shown: Iterable[Shown]) -> dict[str, Decimal]:
    """Return what the sent proposals among those that are shown come to, by currency."""
    sums: dict[str, Decimal] = {}
    for one in shown:
        if one.entry.status is Status.SENT and one.entry.readable and one.sum is not None:
            sums[one.sum.currency] = sums.get(one.sum.currency, Decimal(0)) + one.sum.total
    return sums


def sorted_by(shown: Sequence[Shown], order: Order, *, backwards: bool) -> list[Shown]:
    """Sort: the newest, largest or soonest first, names by the alphabet. What has no such value comes last either way."""
    lately = sorted(shown, key=lambda one: one.entry.modified, reverse=True)
    if order is Order.TOUCHED:
        return lately[::-1] if backwards else lately
    if order is Order.NAME:
        titled = [one for one in lately if one.entry.title]
        titled.sort(key=lambda one: by_alphabet(one.entry.title), reverse=backwards)
        return titled + [one for one in lately if not one.entry.title]
    if order is Order.TOTAL:
        known = [one for one in lately if one.sum is not None]
        known.sort(key=lambda one: one.sum.total if one.sum else Decimal(0), reverse=not backwards)
        return known + [one for one in lately if one.sum is None]
    ending = [one for one in lately if one.entry.valid_until is not None]
    ending.sort(key=lambda one: one.entry.valid_until or _NEVER, reverse=backwards)
    return ending + [one for one in lately if one.entry.valid_until is None]
