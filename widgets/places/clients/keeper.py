"""The clients of the library in the window: read, kept by themselves after a pause, never over what somebody else has written."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.clientcard import ClientCard
from app.model.ratecard import RateCard
from app.problems import Problem, stops
from app.store.shelf import CONFLICT, Found, Stored
from widgets.desk import Desk
from widgets.jobs import URGENT, Jobs
from widgets.notice import of_failure, of_problems
from widgets.places.alive import alive
from widgets.words import tr

PAUSE = 800
"""Milliseconds without typing after which a card is kept."""


@dataclass(frozen=True)
class Clash:
    """Two have written: theirs, None where it was removed, and ours."""

    theirs: Stored[ClientCard] | None
    mine: ClientCard


class ClientKeeper(QObject):
    """All clients by their ids. `listed` says that there may be others now, `kept` brings the id of a card that was stored,
    `clashed` a Clash, `told` a Notice.
    """

    listed = Signal()
    kept = Signal(str)
    clashed = Signal(object)
    told = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._shelf = desk, desk.workspace.library.clients
        self.stored: dict[str, Stored[ClientCard]] = {}
        self.rates: dict[str, RateCard] = {}
        self.is_read = False
        self._pending: dict[str, ClientCard] = {}
        self._under_way: set[str] = set()
        self._held: set[str] = set()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        desk.librarian.stopping.connect(self.flush)

    @property
    def _jobs(self) -> Jobs:
        return self._desk.librarian.worker

    @property
    def busy(self) -> bool:
        """Whether something is not in the library yet."""
        return bool(self._pending or self._under_way)

    def card(self, card_id: str) -> ClientCard | None:
        """Return a card with what was typed and is not kept yet."""
        stored = self.stored.get(card_id)
        return self._pending.get(card_id) or (stored.value if stored else None)

    def read(self) -> None:
        """Look what there is."""
        library = self._desk.workspace.library

        def take(found: tuple[Found[ClientCard], Found[RateCard]]) -> None:
            cards, rates = found
            held = {one: self.stored[one] for one in {*self._pending, *self._under_way} if one in self.stored}
            self.stored = {**{one.value.id: one for one in cards.records}, **held}
            self.rates = {one.value.id: one.value for one in rates.records}
            self.is_read = True
            self.listed.emit()
            self._tell((*cards.problems, *rates.problems))

        self._jobs.start(
            lambda _: (library.clients.all(), library.rate_cards.all()),
            alive(self, take),
            alive(self, self._failed),
            lane="clients",
        )

    def note(self, card: ClientCard) -> None:
        """A card was edited: it is kept after a pause."""
        if card.id in self._held or card.id not in self.stored:
            return
        self._pending[card.id] = card
        self._pause.start()

    def flush(self) -> None:
        """Keep everything now."""
        self._pause.stop()
        for card_id in [one for one in self._pending if one not in self._under_way]:
            card = self._pending.pop(card_id)
            stored = self.stored.get(card_id)
            if stored is not None and stored.value != card:
                self._put(card, stored.rev)

    def add(self, card: ClientCard, then: Callable[[str], object]) -> None:
        """Put a card as it is: a new one, or one that comes back. Afterwards its id is handed on."""
        self._put(card, None, then)

    def settle(self, clash: Clash, *, mine: bool) -> None:
        """Keep ours over theirs, or take theirs."""
        self._held.discard(clash.mine.id)
        if mine:
            self._put(clash.mine, None)
        elif clash.theirs is not None:
            self.stored[clash.mine.id] = clash.theirs
            self.kept.emit(clash.mine.id)
        else:
            self.stored.pop(clash.mine.id, None)
        self.listed.emit()

    def drop(self, card_id: str) -> None:
        """Take a card out of the library."""
        self._pending.pop(card_id, None)

        def done(problems: tuple[Problem, ...]) -> None:
            if stops(problems):
                self._tell(problems)
                return
            self.stored.pop(card_id, None)
            self._desk.finding.changed()
            self.listed.emit()

        self._jobs.start(lambda _: self._shelf.remove(card_id), alive(self, done), alive(self, self._failed), priority=URGENT)

    def _put(self, card: ClientCard, rev: int | None, then: Callable[[str], object] | None = None) -> None:
        self._under_way.add(card.id)

        def done(found: Found[ClientCard]) -> None:
            self._under_way.discard(card.id)
            if any(one.code == CONFLICT for one in found.problems):
                self._held.add(card.id)
                self._pending.pop(card.id, None)
                self.clashed.emit(Clash(found.first, card))
                return
            if found.first is None or stops(found.problems):
                self._tell(found.problems, tr("It was not kept."))
                return
            fresh = card.id not in self.stored
            self.stored[found.first.value.id] = found.first
            self._desk.finding.changed()
            if fresh:
                self.listed.emit()
            self.kept.emit(found.first.value.id)
            if then is not None:
                then(found.first.value.id)
            if self._pending:
                self._pause.start()

        def failed(error: Exception) -> None:
            self._under_way.discard(card.id)
            self._failed(error)

        self._jobs.start(lambda _: self._shelf.put(card, rev), alive(self, done), alive(self, failed), priority=URGENT)

    def _tell(self, problems: tuple[Problem, ...], lead: str = "") -> None:
        notice = of_problems(problems, lead)
        if notice is not None:
            self.told.emit(notice)

    def _failed(self, error: Exception) -> None:
        self.told.emit(of_failure(error))
