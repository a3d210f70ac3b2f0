"""What a card tells of a record, and which cards are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.model.block import Block
from app.model.people import Person
from app.model.reference import Reference
from app.store.shelf import Stored
from widgets.library.records import BLOCK, KINDS, PERSON, Mark, Record, mark_of, name_of

EVERYTHING = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A record as it is found and sorted. `kinds` are coarse and fine: `block`, `block/quote`."""

    mark: Mark
    record: Record
    rev: int
    name: str
    order: tuple[int, str]
    kinds: tuple[str, ...]
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    status: str = ""
    service: str = ""


@dataclass(frozen=True)
class Filter:
    """What is looked at; empty texts are no condition. A record without languages fits every one."""

    kind: str = EVERYTHING
    tag: str = ""
    language: str = ""
    status: str = ""
    service: str = ""

    @property
    def is_narrow(self) -> bool:
        """Tell whether more than a kind is asked for."""
        return bool(self.tag or self.language or self.status or self.service)

    def takes(self, card: Card) -> bool:
        """Tell whether a card is shown."""
        return (not self.kind or self.kind in card.kinds) and self.fits(card)

    def fits(self, card: Card) -> bool:
        """Tell whether a card would be shown were its kind chosen."""
        return (
            (not self.tag or self.tag.casefold() in (tag.casefold() for tag in card.tags))
            and (not self.language or not card.languages or self.language in card.languages)
            and (not self.status or self.status == card.status)
            and (not self.service or self.service == card.service)
        )


@dataclass(frozen=True)
class Offer:
    """What can be chosen: how many there are of each kind, and the tags, languages, statuses and services there are."""

    counts: Mapping[str, int] = field(default_factory=dict)
    tags: Sequence[str] = ()
    languages: Sequence[str] = ()
    statuses: Sequence[str] = ()
    services: Sequence[str] = ()


def card_of(stored: Stored[Any]) -> Card:
    """Return the card of a record."""
    record: Record = stored.value
    mark, name = mark_of(record), name_of(record)
    order = (KINDS.index(mark.kind), name.casefold())
    if isinstance(record, Block):
        languages = tuple(one.language for one in record.variants)
        kinds = (BLOCK, f"{BLOCK}/{record.kind.value}")
        return Card(mark, record, stored.rev, name, order, kinds, record.tags, languages, record.status.value, record.service)
    if isinstance(record, Person):
        return Card(mark, record, stored.rev, name, order, (PERSON,), (), record.languages)
    assert isinstance(record, Reference)
    return Card(mark, record, stored.rev, name, order, (mark.kind,), record.tags, (), record.permission.value)


def offered(cards: Iterable[Card], chosen: Filter) -> Offer:
    """Return what can be chosen among cards: kinds are counted as the other filters leave them."""
    counts: Counter[str] = Counter()
    tags: Counter[str] = Counter()
    languages: set[str] = set()
    statuses: set[str] = set()
    services: set[str] = set()
    for card in cards:
        tags.update(card.tags)
        languages.update(card.languages)
        statuses.add(card.status)
        services.add(card.service)
        if chosen.fits(card):
            counts[EVERYTHING] += 1
            counts.update(card.kinds)
    return Offer(
        counts,
        [tag for tag, _ in sorted(tags.items(), key=lambda one: (-one[1], one[0].casefold()))],
        sorted(languages),
        sorted(statuses - {""}),
        sorted(services - {""}, key=str.casefold),
    )
