"""The clients of the studio: who they are, what was agreed, what was offered to them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QUndoStack
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from app.i18n import phrase
from app.model.clientcard import ClientCard
from app.problems import Severity
from widgets.dialogs.fitted import open_once
from widgets.look.parts import column, label, push, row, rule, scrolling, styled, tool
from widgets.look.scale import px
from widgets.notice import Deed, Notice
from widgets.phrases import say, shorten
from widgets.places.alive import alive
from widgets.places.clients.beside import WIDEST, Beside
from widgets.places.clients.card import ClientForm, blank
from widgets.places.clients.history import History, Past, PastProposals
from widgets.places.clients.keeper import Clash, ClientKeeper
from widgets.places.clients.rows import ID, ClientDelegate, name_row
from widgets.places.done import DoneCommand, take_back
from widgets.places.place import Host, Place
from widgets.places.proposals.deeds import ProposalDeeds
from widgets.places.proposals.filters import SearchLine
from widgets.places.proposals.template import TemplateDialog
from widgets.words import tr

LIST_WIDTH, EDGE = 296, 16
"""The list grows half as much as letters do: the card needs the room."""


@dataclass(frozen=True)
class Memory:
    """What is remembered while the window is built anew."""

    chosen: str
    text: str


class ClientsPlace(Place):
    """A list beside the card of one client. What is typed is kept by itself."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self._host, desk = host, host.desk
        styled(self, "surface")
        self.keeper = ClientKeeper(desk, self)
        self._past = PastProposals(desk)
        self._chosen = self._wanted = ""
        self._filling = False
        self._deeds, self._undoing = ProposalDeeds(host, self), QUndoStack(self)
        self.dialog: TemplateDialog | None = None
        self.search = SearchLine(desk.look, tr("Search among the clients"))
        self.search.setFixedWidth(_wide() - 2 * EDGE)
        self.list = QListWidget()
        self.form, self.history = ClientForm(desk), History(desk, host.open)
        self.new = push(tr("New client"), self.add)
        self._build()
        self.keeper.listed.connect(self._fill)
        self.keeper.kept.connect(self._kept)
        self.keeper.clashed.connect(self._clashed)
        self.keeper.told.connect(host.tell)
        self.form.edited.connect(self._edited)
        self.search.textChanged.connect(lambda _: self._fill())
        self.search.down.connect(self.list.setFocus)
        self.list.currentItemChanged.connect(self._choose)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        gone = QAction(self.list)
        gone.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        gone.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        gone.triggered.connect(lambda _checked=False: self.remove())
        self.list.addAction(gone)

    # building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        across = row(self)
        left = styled(QWidget(), "frame")
        left.setFixedWidth(_wide())
        box = column(left, (EDGE, 20, EDGE, 12), gap=12)
        box.addWidget(label(tr("Clients"), "display"))
        box.addWidget(self.search)
        self.list.setObjectName("plain")
        self.list.setAccessibleName(tr("Clients"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(ClientDelegate(self._host.desk.look, self.list))
        self.list.setMouseTracking(True)
        box.addWidget(self.list, 1)
        box.addWidget(self.new)
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._nobody())
        self._pages.addWidget(self._card())
        across.addWidget(self._pages, 1)

    def _card(self) -> QWidget:
        content = QWidget()
        box = column(content, (0, 12, 0, 0), gap=16)
        head = row(gap=8)
        self._title = label("", "title", wrap=True)
        head.addWidget(self._title, 1)
        self.begin = push(tr("New proposal for this client"), self._begin, "primary")
        head.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignTop)
        bin_ = tool(self._host.desk.look, "remove", tr("Remove the client"), self.remove)
        head.addWidget(bin_, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(Beside(self.form, self.history))
        return scrolling(content, WIDEST)

    def _nobody(self) -> QWidget:
        page = QWidget()
        box = column(page, (48, 96, 48, 32), gap=8)
        self._empty = label(tr("No clients yet"), "title")
        self._teaching = label(
            tr(
                "A card keeps the company, its people and what was agreed: language, currency, rates. A new proposal for the "
                "client is filled in from it. Every company of a proposal can be saved here by one click."
            ),
            "quiet",
            wrap=True,
        )
        self._teaching.setMaximumWidth(px(520))
        self.first = push(tr("New client"), self.add, "primary")
        box.addWidget(self._empty)
        box.addWidget(self._teaching)
        box.addSpacing(8)
        across = row()
        across.addWidget(self.first)
        across.addStretch(1)
        box.addLayout(across)
        box.addStretch(1)
        return page

    # a place -------------------------------------------------------------------------------------------------------

    def enter(self, wanted: str = "") -> None:
        """Look what clients there are; an id that is wanted is shown."""
        self._wanted = wanted or self._wanted
        self.keeper.read()

    def focus_first(self) -> None:
        """Put the cursor into the list, or onto the way to begin it."""
        (self.list if self.keeper.stored or not self.keeper.is_read else self.first).setFocus()

    @property
    def stack(self) -> QUndoStack:
        """On which the removal of clients can be undone."""
        return self._undoing

    def memory(self) -> object:
        """Return who is looked at."""
        self.keeper.flush()
        return Memory(self._chosen, self.search.text())

    def recollect(self, memory: object) -> None:
        """Look at the same client again."""
        if isinstance(memory, Memory):
            self._wanted = memory.chosen
            self.search.setText(memory.text)

    # what is shown -------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        if not self.keeper.is_read:
            return
        wanted = self._wanted or self._chosen
        cards = [card for card in (self.keeper.card(one) for one in self.keeper.stored) if card and self._is_found(card)]
        cards.sort(key=lambda card: card.client.name.casefold())
        self._filling = True
        self.list.clear()
        for card in cards:
            item = QListWidgetItem()
            item.setData(ID, card.id)
            self.list.addItem(item)
            name_row(item, card)
        rows = [card.id for card in cards]
        self._filling = False
        if wanted in rows:
            self._wanted = ""
        if rows:
            self.list.setCurrentRow(rows.index(wanted) if wanted in rows else 0)
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)  # no key does anything there
        self._choose(self.list.currentItem(), None)
        self._pages.setCurrentIndex(1 if rows else 0)
        found_none = bool(self.keeper.stored) and not rows
        self._empty.setText(tr("Nobody is found") if found_none else tr("No clients yet"))
        self._teaching.setVisible(not found_none)

    def _is_found(self, card: ClientCard) -> bool:
        client = card.client
        texts = [client.name, client.city, client.site, client.requisites, *card.tags]
        texts += [text for one in card.contacts for text in (one.name, one.email, one.phone, one.role)]
        found = " ".join(texts).casefold().replace("ё", "е")
        return all(word in found for word in self.search.text().casefold().replace("ё", "е").split())

    def _choose(self, item: QListWidgetItem | None, _before: QListWidgetItem | None = None) -> None:
        if self._filling:
            return
        card = self.keeper.card(str(item.data(ID))) if item else None
        if card is None:
            self._chosen = ""
            return
        if card.id != self._chosen:
            self.keeper.flush()
            self._show(card)
        elif self.form.card() != card:
            self._show(card)

    def _show(self, card: ClientCard) -> None:
        self._chosen = card.id
        self._title.setText(card.client.name or tr("Without a name"))
        self.form.show_card(card, self.keeper.rates)
        self.history.show_past(())
        past = self._past

        def show(found: tuple[Past, ...]) -> None:
            if self._chosen == card.id:
                self.history.show_past(found)

        self._host.desk.jobs.start(lambda _: past.of(card), alive(self, show), lambda _: None, lane="client-history")

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # writing -------------------------------------------------------------------------------------------------------

    def _edited(self) -> None:
        if not self._chosen:
            return
        card = self.form.card()
        self.keeper.note(card)
        self._title.setText(card.client.name or tr("Without a name"))
        item = self.list.currentItem()
        if item is not None:
            name_row(item, card)

    def _kept(self, card_id: str) -> None:
        card = self.keeper.card(card_id)
        if card is not None and card_id == self._chosen and self.form.card() != card and not self.keeper.busy:
            self._show(card)

    def _clashed(self, clash: Clash) -> None:
        name = shorten(clash.mine.client.name)
        text = (
            tr("Somebody else has removed “{name}” meanwhile.", name=name)
            if clash.theirs is None
            else tr("Somebody else has changed “{name}” meanwhile.", name=name)
        )
        theirs = Deed(tr("Take theirs"), lambda: self.keeper.settle(clash, mine=False))
        mine = Deed(tr("Keep mine"), lambda: self.keeper.settle(clash, mine=True))
        self._host.tell(Notice(Severity.WARNING, text, deeds=(theirs, mine)))

    # doing ---------------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Make a new client, and begin with the name."""
        self.keeper.flush()
        self.search.clear()
        self.keeper.add(blank(tr("New client")), self._begin_name)

    def _begin_name(self, card_id: str) -> None:
        self._look_at(card_id)
        self.form.name.setFocus()
        self.form.name.selectAll()

    def _look_at(self, card_id: str) -> None:
        self._wanted = card_id
        self._fill()

    def remove(self) -> None:
        """Take the client out of the library; the banner offers to undo it. Proposals keep what they have."""
        card = self.keeper.card(self._chosen)
        if card is None:
            return
        name = shorten(card.client.name)
        self._drop(card)
        words = say(phrase("Remove client “{name}”"), name=name)
        command = DoneCommand(words, lambda: self._bring_back(card), lambda: self._drop(card))
        self._undoing.push(command)
        undo = Deed(tr("Undo"), lambda: take_back(self._undoing, command))
        text = tr("“{name}” is removed; its proposals stay.", name=name)
        self._host.tell(Notice(Severity.INFO, text, deeds=(undo,)))

    def _drop(self, card: ClientCard) -> None:
        if self._chosen == card.id:
            self._chosen = ""
        self.keeper.drop(card.id)

    def _bring_back(self, card: ClientCard) -> None:
        self.keeper.add(card, self._look_at)
        self._host.tell(Notice(Severity.INFO, tr("“{name}” is among the clients again.", name=shorten(card.client.name))))

    def _begin(self) -> None:
        """Begin a proposal that is filled in from this card."""
        if self.dialog is not None or not self._chosen:
            return
        self.keeper.flush()
        self.dialog = TemplateDialog(self.window(), self._host, replace(self.form.card(), id=self._chosen))
        self.dialog.made.connect(self._deeds.add)
        self.dialog.finished.connect(self._close_dialog)
        open_once(self.dialog)

    def _close_dialog(self) -> None:
        self.dialog = None


def _wide() -> int:
    return (LIST_WIDTH + px(LIST_WIDTH)) // 2
