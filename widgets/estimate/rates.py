"""What an hour of each role or person costs: the client, and the studio."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from app.edits.estimate import RATES, remove_rate, set_rate
from app.i18n import phrase
from app.model.exchange import rate_of
from app.model.path import exists, get
from app.model.proposal import Proposal
from app.model.rate import Rate
from widgets.desk import Desk
from widgets.estimate.lines import Line, LineList
from widgets.fields.choice import ChoiceField
from widgets.fields.number import NumberField
from widgets.fields.text import PlainLine
from widgets.forms.makers import CURRENCIES
from widgets.look.look import face
from widgets.look.parts import label, push, row, tool
from widgets.look.scale import px
from widgets.models.estimate_roles import known_role
from widgets.phrases import say, shorten
from widgets.words import number, tr

AMOUNT, CURRENCY, COST, END = 92, 84, 84, 28
"""Widths of columns in pixels."""


class RateLine(Line):
    """One rate. A locked one is only shown."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__(desk, path)
        self.box.setContentsMargins(0, 3, 0, 3)
        rate: Rate = get(desk.session.proposal, path)
        person = desk.session.proposal.person(rate.id)
        name = label(person.name if person else rate.title or rate.id)
        amount, cost = NumberField(), NumberField("—", optional=True)
        currency = ChoiceField(desk.look, [("", desk.session.proposal.currency), *((code, code) for code in CURRENCIES)])
        cost.setProperty("inside", True)
        if rate.locked:
            self._show(rate, name)
            return
        fields = ((amount, "amount", phrase("Rate"), AMOUNT), (currency, "currency", phrase("Currency of the rate"), CURRENCY))
        across = row(gap=8)
        across.addWidget(name, 1)
        for field, step, what, width in (*fields, (cost, "cost/value", phrase("Cost of an hour"), COST)):
            field.setFixedWidth(px(width))
            across.addWidget(self.bind(step, field, what))
            field.setAccessibleName(f"{tr(what)}: {name.text()}")
        across.addWidget(self._remover())
        self.box.addLayout(across)

    def _show(self, rate: Rate, name: QLabel) -> None:
        """Show a locked rate: there is nothing to type."""
        across = row(margins=(0, 5, 0, 5), gap=8)
        across.addWidget(name, 1)
        currency = rate.currency or self.desk.session.proposal.currency
        cost = "—" if rate.cost.value is None else number(rate.cost.value)
        for text, width in ((number(rate.amount), AMOUNT), (currency, CURRENCY), (cost, COST)):
            shown = label(text)
            shown.setFixedWidth(px(width))
            shown.setFont(face(tabular=True))
            shown.setIndent(10)
            if text != currency:
                shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            across.addWidget(shown)
        across.addWidget(_lock(self.desk))
        self.box.addLayout(across)

    def _remover(self) -> QWidget:
        made = tool(self.desk.look, "remove", tr("Remove the rate"), self._remove, 16)
        made.setFixedWidth(px(END))
        return made

    def _remove(self) -> None:
        session = self.desk.session
        if exists(session.proposal, self.path):
            rate: Rate = get(session.proposal, self.path)
            words = say(phrase("Remove the rate of “{title}”"), title=shorten(rate.title or rate.id))
            session.edit(remove_rate(session.proposal, rate.id), words)


class RatesField(LineList):
    """The list of rates, with a line below it for a new one."""

    def __init__(self, desk: Desk, path: str = RATES) -> None:
        super().__init__(desk, path, lambda own: RateLine(desk, own), "")
        heads = row(gap=8)
        heads.addWidget(label(tr("Role or person"), "eyebrow"), 1)
        inside = _head(tr("Costs us"), COST)
        inside.setToolTip(tr("Only for us: what the hour costs the studio. It is never printed."))
        for head in (_head(tr("An hour"), AMOUNT), _head(tr("In"), CURRENCY), inside, _head("", END)):
            heads.addWidget(head)
        self.box.insertLayout(0, heads)
        self.name, self.amount = PlainLine(tr("Role or person")), NumberField(tr("an hour"), optional=True)
        self.amount.setFixedWidth(px(AMOUNT))
        self.amount.setAccessibleName(tr("Rate"))
        self.name.setAccessibleName(tr("Role or person"))
        new = row(gap=8)
        new.addWidget(self.name, 1)
        new.addWidget(self.amount)
        add = push(tr("Add"), self._add, "link")
        add.setFixedWidth(px(CURRENCY + COST + END) + 16)
        new.addWidget(add)
        self.foot.addLayout(new)
        self.amount.returnPressed.connect(self._add)
        self.setFocusProxy(self.name)
        self.refresh()

    def signature(self) -> object:
        """Build the lines anew where what is not bound changes."""
        proposal = self.desk.session.proposal
        rates = proposal.estimate.rates
        shown = [(rate.id, rate.title, rate.locked and rate) for rate in rates]
        return proposal.currency, shown, proposal.people

    def refresh(self) -> None:
        """Show the rates, and offer the names that have none."""
        super().refresh()
        proposal = self.desk.session.proposal
        completer = QCompleter(_without_rate(proposal), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.name.setCompleter(completer)

    def _add(self) -> None:
        self.amount.editingFinished.emit()
        session, value = self.desk.session, self.amount.value
        name = " ".join(self.name.text().split())
        role = known_role(session.proposal, name)
        known = next((rate for rate in session.proposal.estimate.rates if rate.id == role), None)
        reason = tr("Type a role or a person.") if not role else ""
        if known is not None and known.locked:
            reason = tr("The team lead has locked this rate.")
        self.name.mark(reason)
        if reason or value is None:
            (self.name if reason else self.amount).setFocus()
            return
        title = known.title if known else ""
        session.edit(set_rate(session.proposal, role, value, title), say(phrase("Rate of “{title}”"), title=shorten(name)))
        self.name.clear()
        self.amount.show_value(None)
        self.name.setFocus()


def _without_rate(proposal: Proposal) -> list[str]:
    """Return the roles of the estimate and the people of the proposal that have no rate yet."""
    taken = {rate.id for rate in proposal.estimate.rates}
    roles = [item.role for section in proposal.estimate.sections for item in section.items if item.role not in taken]
    people = {person.id: person.name for person in proposal.people}
    names = [people.get(role, role) for role in roles]
    return list(dict.fromkeys(filter(None, [*names, *(name for own, name in people.items() if own not in taken)])))


def _head(text: str, width: int) -> QLabel:
    made = label(text, "eyebrow")
    made.setFixedWidth(px(width))
    return made


def _lock(desk: Desk) -> QLabel:
    """Return the sign that the team lead has set a rate."""
    made = label("")
    made.setPixmap(desk.look.icon("lock", "tertiary").pixmap(QSize(px(16), px(16)), made.devicePixelRatioF()))
    made.setFixedWidth(px(END))
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setToolTip(tr("The team lead has locked this rate."))
    made.setAccessibleName(tr("Locked"))
    return made


def unconverted(proposal: Proposal) -> list[str]:
    """Return the currencies of rates for which no rate of exchange is frozen."""
    estimate = proposal.estimate
    own = ("", proposal.currency)
    found = (rate.currency for rate in estimate.rates if rate.currency not in own)
    return list(dict.fromkeys(code for code in found if rate_of(code, estimate.exchanges) is None))
