"""The rate cards of the library: made, changed, locked and taken away by the team lead."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from app.model.ratecard import RateCard
from app.problems import Problem
from app.store.shelf import Found, Stored
from app.wording import worded
from widgets.desk import Desk
from widgets.dialogs.card_form import CardForm
from widgets.dialogs.fitted import spread
from widgets.look.leaving import let_go
from widgets.look.parts import column, label, push, row, rule, scrolling
from widgets.look.scale import px
from widgets.words import language, tr

SIZE = QSize(860, 600)
LIST_WIDTH = 232


class RateCardsDialog(QDialog):
    """A list of cards beside the form of one. What is typed is kept when another card is chosen or the dialog is closed."""

    def __init__(self, parent: QWidget | None, desk: Desk) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rate cards"))
        spread(self, SIZE)
        self._desk, self._shelf = desk, desk.workspace.library.rate_cards
        self.stored: dict[str, Stored[RateCard]] = {}
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(tr("Rate cards"))
        self.list.setMinimumWidth(px(LIST_WIDTH))
        self.form: CardForm | None = None
        self.wrong = label("", "complaint", wrap=True)
        self._right = column()
        self._build()
        self.list.currentItemChanged.connect(self._choose)
        self._read("")

    def _build(self) -> None:
        box = column(self)
        across = row()
        left = column(margins=(12, 16, 12, 12), gap=8)
        left.addWidget(label(tr("Rate cards"), "subtitle"))
        left.addWidget(self.list, 1)
        self.new = push(tr("New card"), self._add)
        self.copy = push(tr("Duplicate"), self._duplicate)
        self.remove = push(tr("Delete"), self._remove)
        buttons = row(gap=4)
        for button in (self.new, self.copy, self.remove):
            buttons.addWidget(button)
        left.addLayout(buttons)
        across.addLayout(left)
        across.addWidget(rule(vertical=True))
        across.addLayout(self._right, 1)
        box.addLayout(across, 1)
        box.addWidget(rule())
        foot = row(margins=(16, 10, 16, 12), gap=8)
        foot.addWidget(self.wrong, 1)
        close = push(tr("Done"), self.accept, "primary")
        foot.addWidget(close)
        box.addLayout(foot)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter belongs to the fields

    def done(self, result: int) -> None:
        """Keep what is typed before the dialog goes."""
        self._keep(lambda: None)
        self._desk.librarian.priced.emit()
        super().done(result)

    def _read(self, chosen: str) -> None:
        """Read the cards anew and show one of them."""

        def show(found: Found[RateCard]) -> None:
            self.stored = {one.value.id: one for one in found.records}
            self.tell(found.problems)
            self._fill(chosen)

        self._desk.jobs.start(lambda _: self._shelf.all(), show, lambda _: None)

    def _fill(self, chosen: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for stored in sorted(self.stored.values(), key=lambda one: one.value.title):
            item = QListWidgetItem(_named(stored.value))
            item.setData(Qt.ItemDataRole.UserRole, stored.value.id)
            if stored.value.locked:
                item.setIcon(self._desk.look.icon("lock", "tertiary"))
            self.list.addItem(item)
        self.list.blockSignals(False)
        rows = [self.list.item(i).data(Qt.ItemDataRole.UserRole) for i in range(self.list.count())]
        self.list.setCurrentRow(rows.index(chosen) if chosen in rows else 0)
        self._choose(self.list.currentItem())

    def _choose(self, item: QListWidgetItem | None, before: QListWidgetItem | None = None) -> None:
        """Show the form of a card, once what was typed into another is kept."""
        if before is not None:
            self._keep(lambda: None)
        while self._right.count():
            old = self._right.takeAt(0)
            widget = old.widget() if old else None
            if widget is not None:
                let_go(widget)
        stored = self.stored.get(str(item.data(Qt.ItemDataRole.UserRole))) if item else None
        self.copy.setEnabled(stored is not None)
        self.remove.setEnabled(stored is not None and not stored.value.locked)
        if stored is None:
            self.form = None
            empty = label(tr("A card holds the rates of roles and people, for everybody or for one client."), "quiet", wrap=True)
            empty.setContentsMargins(24, 24, 24, 24)
            self._right.addWidget(empty)
            self._right.addStretch(1)
            return
        self.form = CardForm(self._desk, stored.value)
        self.form.locked.connect(self._turn_lock)
        self._right.addWidget(scrolling(self.form), 1)

    def _keep(self, then: Callable[[], None]) -> None:
        """Write what was changed in the form."""
        if self.form is None:
            return
        card = self.form.card()
        stored = self.stored.get(card.id)
        if stored is None or card == stored.value:
            then()
            return
        self._put(card, stored.rev, then)

    def _put(self, card: RateCard, rev: int | None, then: Callable[[], None]) -> None:
        def kept(found: Found[RateCard]) -> None:
            if found.first is not None:
                self.stored[found.first.value.id] = found.first
                self._rename(found.first.value)
            self.tell(found.problems)
            then()

        self._desk.jobs.start(lambda _: self._shelf.put(card, rev), kept, lambda _: None)

    def _rename(self, card: RateCard) -> None:
        for i in range(self.list.count()):
            item = self.list.item(i)
            if item.data(Qt.ItemDataRole.UserRole) == card.id:
                item.setText(_named(card))

    def _turn_lock(self, locked: bool) -> None:
        """Lock or unlock the card: its form is then shown anew."""
        if self.form is not None:
            card = replace(self.form.card(), locked=locked)
            self.form = None
            self._put(card, self.stored[card.id].rev, lambda: self._fill(card.id))

    def _add(self) -> None:
        self._keep(lambda: None)
        self._insert(RateCard(id="", title=tr("New card"), currency=self._desk.session.proposal.currency))

    def _duplicate(self) -> None:
        if self.form is not None:
            card = self.form.card()
            self._keep(lambda: None)
            self._insert(replace(card, id="", title=tr("{title}, copy", title=card.title), locked=False))

    def _insert(self, card: RateCard) -> None:
        def made(found: Found[RateCard]) -> None:
            self.tell(found.problems)
            if found.first is not None:
                self.stored[found.first.value.id] = found.first
                self.form = None
                self._fill(found.first.value.id)
                if self.form is not None:
                    self.form.focus_first()

        self._desk.jobs.start(lambda _: self._shelf.put(card), made, lambda _: None)

    def _remove(self) -> None:
        if self.form is None:
            return
        card_id = self.form.card().id
        stored, self.form = self.stored.pop(card_id), None

        def gone(problems: tuple[Problem, ...]) -> None:
            self.tell(problems)
            self._read("")

        self._desk.jobs.start(lambda _: self._shelf.remove(card_id, stored.rev), gone, lambda _: None)

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Say what the library refused."""
        self.wrong.setText("\n".join(worded(found, language()) for found in problems[:2]))


def _named(card: RateCard) -> str:
    """Name a card, with the client that it is for."""
    return " · ".join(filter(None, (card.title or tr("Without a name"), card.client)))
