"""What an hour of somebody is usually sold for and what it costs, in one or more currencies."""

from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.edits import lists
from app.edits.ids import fresh
from app.i18n import phrase
from app.model.path import exists, get
from app.model.rate import Rate
from widgets.desk import Desk
from widgets.fields.binding import Binding
from widgets.fields.choice import ChoiceField
from widgets.fields.number import NumberField
from widgets.forms.form import focus_among
from widgets.forms.makers import CURRENCIES
from widgets.look.parts import column, empty, label, push, row, tool
from widgets.look.scale import px
from widgets.phrases import say
from widgets.session import Change, Kind
from widgets.words import tr

AMOUNT = 104


class PersonRates(QWidget):
    """The rates at the path of an Internal; a line each."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__()
        self._desk, self._path = desk, f"{path}/value"
        self._fields: list[tuple[str, QWidget]] = []
        self._count = -1
        self._box = column(self, gap=6)
        desk.session.changed.connect(self._changed)
        self._rebuild()

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path. Return whether there is one."""
        return focus_among(self._fields, path)

    def _rates(self) -> tuple[Rate, ...]:
        proposal = self._desk.session.proposal
        found = get(proposal, self._path) if exists(proposal, self._path) else ()
        return found if isinstance(found, tuple) else ()

    def _rebuild(self) -> None:
        empty(self._box)
        rates = self._rates()
        self._count, self._fields = len(rates), []
        for i in range(len(rates)):
            self._box.addLayout(self._line(i))
        foot = row(gap=8)
        foot.addWidget(push(tr("Add a rate"), self._add))
        foot.addWidget(label(tr("Never leaves the house"), "small"), 1)
        self._box.addLayout(foot)

    def _line(self, i: int) -> QHBoxLayout:
        amount, cost = NumberField(), NumberField(tr("costs us"), optional=True)
        currency = ChoiceField(self._desk.look, [(code, code) for code in CURRENCIES])
        cost.setProperty("inside", True)
        across = row(gap=8)
        named = ((amount, "amount", phrase("Rate")), (currency, "currency", phrase("Currency of the rate")))
        for field, step, what in (*named, (cost, "cost/value", phrase("Cost of an hour"))):
            path = f"{self._path}/{i}/{step}"
            Binding(self._desk.session, path, field, what)
            field.setAccessibleName(tr(what))
            field.setMinimumWidth(px(AMOUNT))
            self._fields.append((path, field))
            across.addWidget(field, 1)
        across.addWidget(tool(self._desk.look, "remove", tr("Remove the rate"), partial(self._remove, i), 16))
        return across

    def _add(self) -> None:
        session, used = self._desk.session, {rate.currency for rate in self._rates()}
        currency = next((code for code in CURRENCIES if code not in used), CURRENCIES[0])
        rate = Rate(id=fresh("r", (one.id for one in self._rates())), amount=Decimal(0), currency=currency)
        session.edit(lists.insert(session.proposal, self._path, rate), say(phrase("Add a rate")))
        if self._fields:
            self._fields[-3][1].setFocus()

    def _remove(self, i: int) -> None:
        session = self._desk.session
        session.edit(lists.remove(session.proposal, self._path, i), say(phrase("Remove the rate")))

    def _changed(self, change: Change) -> None:
        if change.kind is Kind.EDITED and len(self._rates()) != self._count:
            self._rebuild()
