"""The company that a proposal is for: typed, or taken from the library with its people and what was agreed; kept there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QWidget
from shiboken6 import isValid

from app.blocks.records import use_client
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.client import Client, Contact
from app.model.clientcard import ClientCard
from app.model.proposal import Proposal
from app.model.ratecard import RateCard
from app.problems import Problem, Severity, stops
from app.store.shelf import Stored
from app.store.workspace import Workspace
from widgets.desk import Desk
from widgets.fields.text import LineField
from widgets.look.parts import row, tool
from widgets.notice import Notice, of_failure, of_problems
from widgets.phrases import say, shorten
from widgets.words import tr

LONGEST = 24


@dataclass(frozen=True)
class Saved:
    """What came of keeping a client: the card, None where it was not kept; whether there was anything new; problems."""

    card: ClientCard | None
    is_news: bool = True
    problems: tuple[Problem, ...] = ()


class ClientField(QWidget):
    """A line with the clients of the library to choose among. `edited` brings the name after every letter."""

    edited = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: dict[str, ClientCard] = {}
        self._rates: dict[str, RateCard] = {}
        self.line = LineField()
        self.line.edited.connect(self.edited.emit)
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self.line)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer.activated.connect(self.take)
        self.line.setCompleter(self.completer)
        self.choose = tool(desk.look, "chevron-down", tr("Choose among the clients"), self._offer, 16)
        self.keep = tool(desk.look, "save", tr("Save to the clients"), self.save, 16)
        self.line.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.setFocusProxy(self.line)
        across = row(self, gap=4)
        for part in (self.line, self.choose, self.keep):
            across.addWidget(part, 1 if part is self.line else 0)
        self.line.installEventFilter(self)
        self._read()

    def setAccessibleName(self, name: str) -> None:
        """Give the line the name."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def show_value(self, value: str) -> None:
        """Show a name."""
        self.line.show_value(value)
        self.keep.setEnabled(bool(value.strip()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look what clients there are whenever somebody comes to the line."""
        if event.type() is QEvent.Type.FocusIn:
            self._read()
        return False

    # out of the library ----------------------------------------------------------------------------------------------

    def take(self, name: str) -> None:
        """Address the proposal to a client of the library."""
        card, session = self.cards.get(name), self._desk.session
        if card is None:
            return
        session.settle()
        used = use_client(session.proposal, card, rates=self._rates.get(card.rate_card))
        session.edit(used.proposal, say(phrase("Client “{name}” from the library"), name=shorten(name, LONGEST)))
        session.settle()
        self._tell(of_problems(used.problems))

    def _read(self) -> None:
        library = self._desk.workspace.library

        def read(_: object) -> tuple[dict[str, ClientCard], dict[str, RateCard]]:
            cards = {one.value.client.name: one.value for one in library.clients.all().records if one.value.client.name}
            return cards, {one.value.id: one.value for one in library.rate_cards.all().records}

        self._desk.jobs.start(read, self._take_names, lambda _: None, lane="client-names")

    def _take_names(self, found: tuple[Mapping[str, ClientCard], Mapping[str, RateCard]]) -> None:
        cards, rates = found
        if not isValid(self):  # the form is gone meanwhile
            return
        if dict(cards) != self.cards:
            self.cards = dict(cards)
            self._names.setStringList(sorted(self.cards, key=str.casefold))
        self._rates = dict(rates)
        self.choose.setVisible(bool(self.cards))

    def _offer(self) -> None:
        self.line.setFocus()
        self.completer.setCompletionPrefix("")
        self.completer.complete()

    # into the library ------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep the company and the contact of the proposal among the clients."""
        session, workspace = self._desk.session, self._desk.workspace
        proposal = session.proposal
        if not proposal.client.name.strip():
            return

        def done(saved: Saved) -> None:
            if saved.card is None:
                self._tell(of_problems(saved.problems, tr("It was not kept.")))
                return
            if session.proposal.client.name == proposal.client.name and not session.read_only:
                linked = set_value(session.proposal, "client/id", saved.card.id)
                session.edit(linked, say(phrase("Save “{name}” to the clients"), name=shorten(proposal.client.name, LONGEST)))
            name = shorten(saved.card.client.name)
            text = (
                tr("“{name}” is among the clients now.", name=name)
                if saved.is_news
                else tr("The clients know all this of “{name}”.", name=name)
            )
            self._tell(Notice(Severity.INFO, text))
            self._desk.finding.changed()
            if isValid(self):
                self._read()

        jobs = self._desk.jobs
        jobs.start(lambda _: saved_client(workspace, proposal), done, lambda error: self._tell(of_failure(error)))

    def _tell(self, notice: Notice | None) -> None:
        if notice is not None:
            self._desk.librarian.told.emit(notice)


def saved_client(workspace: Workspace, proposal: Proposal) -> Saved:
    """Keep the client of a proposal: a card that is there already takes what is new. For the worker."""
    shelf = workspace.library.clients
    found = shelf.all()
    known = _known(found.records, proposal.client)
    card = with_client(known.value if known else ClientCard(id=""), proposal)
    if known is not None and card == known.value:
        return Saved(card, is_news=False)
    put = shelf.put(card, known.rev if known else None)
    if stops(put.problems) or put.first is None:
        return Saved(None, problems=put.problems)
    return Saved(put.first.value)


def with_client(card: ClientCard, proposal: Proposal) -> ClientCard:
    """Return a card with what a proposal knows: what it leaves open stays, its contact is added or brought up to date."""
    told = proposal.client
    own = replace(card.client, id="")
    given = {name: getattr(told, name) or getattr(own, name) for name in _FIELDS}
    client = replace(own, **given, language=own.language or proposal.language, currency=own.currency or proposal.currency)
    contact, contacts = proposal.contact, card.contacts
    if contact.name:
        place = next((i for i, one in enumerate(contacts) if one.name.casefold() == contact.name.casefold()), len(contacts))
        contacts = (*contacts[:place], contact, *contacts[place + 1 :])
    elif contact != Contact() and contact not in contacts:
        contacts = (*contacts, contact)
    return replace(card, client=client, contacts=contacts)


_FIELDS = ("name", "requisites", "city", "site", "time_zone")


def _known(records: tuple[Stored[ClientCard], ...], client: Client) -> Stored[ClientCard] | None:
    by_id = (one for one in records if client.id and one.value.id == client.id)
    name = client.name.strip().casefold()
    by_name = (one for one in records if one.value.client.name.strip().casefold() == name)
    return next(by_id, None) or next(by_name, None)
