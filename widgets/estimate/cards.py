"""From which card of the library the rates come, and which other could be used."""

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.edits.ratecards import use_card
from app.i18n import phrase
from app.model.ratecard import RateCard
from app.store.shelf import Found
from widgets.desk import Desk
from widgets.dialogs.fitted import open_once
from widgets.dialogs.rate_cards import RateCardsDialog
from widgets.estimate.live import Live
from widgets.estimate.rates import RatesField
from widgets.fields.choice import ChoiceField
from widgets.look.parts import column, label, push, row
from widgets.phrases import say, shorten
from widgets.words import date, tr


class CardsField(Live):
    """The card in use, a choice of all cards, and the way to their manager."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self.cards: tuple[RateCard, ...] = ()
        self.used, self.about = label("", "small", wrap=True), label("", "small", wrap=True)
        self.choice = ChoiceField(desk.look, [])
        self.choice.setAccessibleName(tr("Rate card"))
        self.use = push(tr("Use its rates"), self._use)
        self.manage = push(tr("Manage cards…"), self.open_manager, "link")
        box = column(self, gap=6)
        across = row(gap=8)
        across.addWidget(self.choice, 1)
        across.addWidget(self.use)
        across.addWidget(self.manage)
        for part in (self.used, across, self.about):
            if isinstance(part, QWidget):
                box.addWidget(part)
            else:
                box.addLayout(part)
        self.choice.edited.connect(lambda _: self._describe())
        desk.librarian.priced.connect(self.read)
        self.setFocusProxy(self.choice)
        self.read()

    def read(self) -> None:
        """Read the cards of the library."""
        library = self._desk.workspace.library
        self._desk.jobs.start(lambda _: library.rate_cards.all(), self._offer, lambda _: None, lane="cards")

    def refresh(self) -> None:
        """Say which card is in use."""
        used, day = self._session.proposal.estimate.rate_card, self._session.proposal.date
        stale = used.valid_until is not None and used.valid_until < day
        words = tr("No card is in use: the rates below are this proposal's own.")
        if used.title or used.id:
            words = tr("In use: “{title}”", title=shorten(used.title or used.id, 60))
            if used.valid_until:
                until = date(used.valid_until, "short")
                words += " · " + (tr("expired on {day}", day=until) if stale else tr("holds until {day}", day=until))
            words += " · " + tr("locked") if used.locked else ""
        self.used.setText(words)
        self.used.setObjectName("complaint" if stale else "small")
        self.used.style().unpolish(self.used)
        self.used.style().polish(self.used)
        self._describe()

    def open_manager(self) -> None:
        """Open the manager of cards; whatever is changed there is offered here afterwards."""
        open_once(RateCardsDialog(self, self._desk))

    def _offer(self, found: Found[RateCard]) -> None:
        proposal = self._session.proposal
        client, day = proposal.client.name, proposal.date
        cards = [one.value for one in found.records if one.value.client in ("", client)]
        self.cards = tuple(sorted(cards, key=lambda card: (not card.is_valid(day), card.client != client, card.title)))
        self.choice.set_options([(card.id, card_words(card)) for card in self.cards])
        known = {card.id for card in self.cards}
        chosen = str(self.choice.value or "")
        used = proposal.estimate.rate_card.id
        first = self.cards[0].id if self.cards else ""
        self.choice.show_value(chosen if chosen in known else used if used in known else first)
        self.refresh()

    def _chosen(self) -> RateCard | None:
        return next((card for card in self.cards if card.id == self.choice.value), None)

    def _describe(self) -> None:
        card = self._chosen()
        self.use.setEnabled(card is not None)
        self.choice.setEnabled(bool(self.cards))
        if card is None:
            self.about.setText(tr("The library has no rate cards yet."))
            return
        self.about.setText(" · ".join(facts_of(card, self._session.proposal.date, self._session.proposal.currency)))

    def _use(self) -> None:
        card, session = self._chosen(), self._session
        if card is not None:
            session.edit(use_card(session.proposal, card), say(phrase("Rates of the card “{title}”"), title=shorten(card.title)))


class RatesPanel(QWidget):
    """The card, and the rates."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.cards, self.rates = CardsField(desk), RatesField(desk)
        box = column(self, gap=16)
        box.addWidget(self.cards)
        box.addWidget(self.rates)

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path."""
        if path.startswith("estimate/rate_card"):
            self.cards.choice.setFocus()
            return True
        return self.rates.focus_path(path)


def card_words(card: RateCard) -> str:
    """Name a card in a line."""
    return " · ".join(filter(None, (card.title or tr("Without a name"), card.client, card.currency)))


def facts_of(card: RateCard, day: datetime.date, currency: str) -> Sequence[str]:
    """Say of a card what decides whether it can be used: when it holds, in what, for whom, whether it is locked."""
    since = date(card.valid_from, "short") if card.valid_from else "…"
    until = date(card.valid_until, "short") if card.valid_until else "…"
    dates = tr("{since} – {until}", since=since, until=until) if card.valid_from or card.valid_until else tr("holds for ever")
    holds = "" if card.is_valid(day) else tr("does not hold on the date of the proposal")
    foreign = tr("in {currency}: an exchange rate is needed", currency=card.currency) if card.currency != currency else ""
    locked = tr("locked by the team lead") if card.locked else ""
    names = ", ".join(shorten(rate.title or rate.id, 24) for rate in card.rates[:4])
    return [fact for fact in (dates, holds, foreign, locked, names) if fact]
