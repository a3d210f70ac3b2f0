"""The form of one rate card: for whom it is, when it holds, and its rates."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.model.internal import Internal
from app.model.people import Person
from app.model.rate import Rate
from app.model.ratecard import RateCard
from widgets.desk import Desk
from widgets.fields.choice import ChoiceField, SwitchField
from widgets.fields.date import DateField
from widgets.fields.number import NumberField
from widgets.fields.text import PlainLine
from widgets.forms.makers import CURRENCIES
from widgets.look.leaving import let_go
from widgets.look.parts import column, empty, label, push, row, tool
from widgets.look.scale import px
from widgets.words import tr

AMOUNT, COST = 96, 96


class RateRow(QWidget):
    """One rate that is typed; the last one is empty and becomes a rate when it is named."""

    def __init__(self, desk: Desk, rate: Rate | None, names: Sequence[str]) -> None:
        super().__init__()
        self.rate = rate
        self.name = PlainLine(tr("Role or person"))
        self.amount, self.cost = NumberField(tr("an hour")), NumberField("—", optional=True)
        self.cost.setProperty("inside", True)
        for field, width, words in (
            (self.amount, AMOUNT, tr("Rate")),
            (self.cost, COST, tr("Cost of an hour")),
        ):
            field.setFixedWidth(px(width))
            field.setAccessibleName(words)
        self.name.setAccessibleName(tr("Role or person"))
        completer = QCompleter(list(names), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)
        self.gone = tool(desk.look, "remove", tr("Remove the rate"), None, 16)
        across = row(self, gap=8)
        across.addWidget(self.name, 1)
        for part in (self.amount, self.cost, self.gone):
            across.addWidget(part)
        if rate is not None:
            self.name.setText(rate.title or rate.id)
            self.amount.show_value(rate.amount)
            self.cost.show_value(rate.cost.value)

    def typed(self, people: Sequence[Person]) -> Rate | None:
        """Return the rate as it is typed, None where nobody is named."""
        for field in (self.amount, self.cost):
            field.editingFinished.emit()
        name = " ".join(self.name.text().split())
        if not name:
            return None
        person = next((one for one in people if one.name.casefold() == name.casefold()), None)
        named = self.rate is not None and name == (self.rate.title or self.rate.id)
        base = self.rate if self.rate is not None and named else Rate(id=person.id if person else name, amount=Decimal(0))
        title = base.title if named else (person.name if person else "")
        return replace(base, title=title, amount=self.amount.value or Decimal(0), cost=Internal(self.cost.value))


class CardForm(QWidget):
    """Everything about one card. `locked` asks for its lock to be turned."""

    locked = Signal(bool)

    def __init__(self, desk: Desk, card: RateCard) -> None:
        super().__init__()
        self._desk, self._card = desk, card
        self.people: tuple[Person, ...] = desk.session.proposal.people
        self.title, self.client = PlainLine(), PlainLine(tr("everybody"))
        self.currency = ChoiceField(desk.look, [(code, code) for code in CURRENCIES])
        self.since, self.until = DateField(desk.look, optional=True), DateField(desk.look, optional=True)
        self.lock = SwitchField(desk.look, tr("Locked: proposals cannot change these rates, nor this card"))
        self.rows: list[RateRow] = []
        self._dates: dict[str, datetime.date | None] = {"since": card.valid_from, "until": card.valid_until}
        box = column(self, (0, 8, 0, 0), gap=12)
        box.addLayout(self._facts())
        box.addWidget(self.lock)
        box.addWidget(label(tr("Rates an hour"), "subtitle"))
        self._list = column(gap=6)
        box.addLayout(self._list)
        self.more = push(tr("Add a rate"), self._add_row)
        self.more.setAutoDefault(False)
        foot = row()
        foot.addWidget(self.more)
        foot.addStretch(1)
        box.addLayout(foot)
        self._fill()

    def card(self) -> RateCard:
        """Return the card as it is typed."""
        if self._card.locked:
            return self._card
        for field in (self.since, self.until):
            field.line.editingFinished.emit()
        rates = {rate.id: rate for rate in (one.typed(self.people) for one in self.rows) if rate is not None}
        return replace(
            self._card,
            title=" ".join(self.title.text().split()),
            client=" ".join(self.client.text().split()),
            currency=str(self.currency.value or self._card.currency),
            valid_from=self._dates["since"],
            valid_until=self._dates["until"],
            rates=tuple(rates.values()),
        )

    def focus_first(self) -> None:
        """Begin with the title, all of it selected."""
        self.title.setFocus()
        self.title.selectAll()

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        cells = (
            (tr("Title"), self.title, 0, 0, 2),
            (tr("For the client"), self.client, 1, 0, 1),
            (tr("Currency"), self.currency, 1, 1, 1),
            (tr("Holds from"), self.since, 2, 0, 1),
            (tr("Holds until"), self.until, 2, 1, 1),
        )
        for words, field, line, side, wide in cells:
            grid.addLayout(_above(label(words, "field"), field), line, side, 1, wide)
            field.setAccessibleName(words)
        self.since.edited.connect(lambda day: self._dates.update(since=day))
        self.until.edited.connect(lambda day: self._dates.update(until=day))
        self.lock.edited.connect(self.locked.emit)
        return grid

    def _fill(self) -> None:
        card = self._card
        self.title.setText(card.title)
        self.client.setText(card.client)
        self.currency.show_value(card.currency)
        self.since.show_value(card.valid_from)
        self.until.show_value(card.valid_until)
        self.lock.show_value(card.locked)
        self.setObjectName("locked" if card.locked else "form")
        empty(self._list)
        heads = row(gap=8)
        heads.addWidget(label(tr("Role or person"), "eyebrow"), 1)
        for words, width in ((tr("An hour"), AMOUNT), (tr("Costs us"), COST), ("", 28)):
            head = label(words, "eyebrow")
            head.setFixedWidth(px(width))
            heads.addWidget(head)
        self._list.addLayout(heads)
        for rate in card.rates:
            self._append(rate)
        if not card.rates and not card.locked:
            self._append(None)
        for part in (self.title, self.client, self.currency, self.since, self.until, *self.rows):
            part.setEnabled(not card.locked)
        self.more.setVisible(not card.locked)

    def _append(self, rate: Rate | None) -> RateRow:
        proposal = self._desk.session.proposal
        roles = [item.role for section in proposal.estimate.sections for item in section.items]
        names = dict.fromkeys(filter(None, [*(one.name for one in self.people), *(one.role for one in self.people), *roles]))
        made = RateRow(self._desk, rate, list(names))
        made.gone.clicked.connect(lambda: self._drop(made))
        self.rows.append(made)
        self._list.addWidget(made)
        return made

    def _add_row(self) -> None:
        self._append(None).name.setFocus()

    def _drop(self, made: RateRow) -> None:
        self.rows.remove(made)
        let_go(made)


def _above(words: QLabel, field: QWidget) -> QVBoxLayout:
    words.setBuddy(field)
    box = column(gap=4)
    box.addWidget(words)
    box.addWidget(field)
    return box
