"""All cards in their order, with what can be chosen among them: worked out once for each state of the library."""

from collections.abc import Mapping
from typing import Any

from app.store.shelf import Stored
from widgets.library.records import Mark
from widgets.places.library.cards import Card, Filter, Offer, card_of, offered


class Catalogue:
    """Twenty thousand cards cost a letter that is typed nothing: a card that is found where it was is only exchanged."""

    def __init__(self, cards: Mapping[Mark, Card] | None = None) -> None:
        self.cards: dict[Mark, Card] = dict(cards or {})
        self._sorted: list[Card] | None = None
        self._offers: dict[Filter, Offer] = {}

    def put(self, stored: Stored[Any]) -> tuple[Card, bool]:
        """Take in a record; return its card, and whether it stands and is counted as before."""
        card = card_of(stored)
        old = self.cards.get(card.mark)
        self.cards[card.mark] = card
        if old is not None and _place(old) == _place(card):
            if self._sorted is not None:
                self._sorted[self._sorted.index(old)] = card
            return card, True
        self._forget()
        return card, False

    def drop(self, mark: Mark) -> None:
        """Take a record out."""
        if self.cards.pop(mark, None) is not None:
            self._forget()

    def shown(self, chosen: Filter) -> list[Card]:
        """Return the cards that a filter lets through, in their order."""
        if self._sorted is None:
            self._sorted = sorted(self.cards.values(), key=lambda card: card.order)
        return self._sorted if chosen == Filter() else [card for card in self._sorted if chosen.takes(card)]

    def offer(self, chosen: Filter) -> Offer:
        """Return what can be chosen; how many there are of each kind does not depend on the kind that is looked at."""
        narrow = Filter(tag=chosen.tag, language=chosen.language, status=chosen.status, service=chosen.service)
        if narrow not in self._offers:
            self._offers[narrow] = offered(self.cards.values(), narrow)
        return self._offers[narrow]

    def _forget(self) -> None:
        self._sorted = None
        self._offers.clear()


def _place(card: Card) -> tuple[object, ...]:
    return card.order, card.kinds, card.tags, card.languages, card.status, card.service
