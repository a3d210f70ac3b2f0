"""Rates of exchange, frozen with their day, and the currency in which the total is told a second time."""

import datetime
from decimal import Decimal

from app.edits.ratecards import remove_exchange, set_exchange
from app.i18n import phrase
from app.model.exchange import Exchange
from app.model.path import exists, get
from widgets.desk import Desk
from widgets.estimate.lines import Line, LineList
from widgets.estimate.rates import unconverted
from widgets.fields.binding import Binding
from widgets.fields.choice import ChoiceField
from widgets.fields.date import DateField
from widgets.fields.number import NumberField
from widgets.fields.text import LineField
from widgets.forms.makers import CURRENCIES
from widgets.look.parts import label, push, row, tool
from widgets.look.scale import px
from widgets.phrases import say
from widgets.words import money, tr

EXCHANGES, EQUIVALENT = "estimate/exchanges", "estimate/equivalent"
NAME, RATE, DAY = 96, 92, 136
_LEAST = Decimal("0.000001")


class ExchangeLine(Line):
    """What one unit of a currency costs."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__(desk, path)
        self.box.setContentsMargins(0, 4, 0, 4)
        exchange: Exchange = get(desk.session.proposal, path)
        self._currency = exchange.currency
        name = label(f"1 {exchange.currency} =", "strong")
        name.setFixedWidth(px(64))
        rate = NumberField(lowest=_LEAST, exact=True)
        rate.setFixedWidth(px(RATE))
        day = DateField(desk.look, style="short")
        day.setFixedWidth(px(DAY))
        across = row(gap=8)
        across.addWidget(name)
        across.addWidget(self.bind("rate", rate, phrase("Rate of exchange")))
        across.addWidget(label(desk.session.proposal.currency))
        across.addWidget(self.bind("date", day, phrase("Date of the rate")))
        across.addWidget(self.bind("source", LineField(tr("source: a bank")), phrase("Source of the rate")), 1)
        across.addWidget(tool(desk.look, "remove", tr("Remove the rate of exchange"), self._remove, 16))
        self.box.addLayout(across)

    def _remove(self) -> None:
        session = self.desk.session
        words = say(phrase("Remove the rate of {currency}"), currency=self._currency)
        session.edit(remove_exchange(session.proposal, self._currency), words)


class ExchangesField(LineList):
    """All rates of exchange, a line for a new one, and the choice of the second currency."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, EXCHANGES, lambda own: ExchangeLine(desk, own), "")
        self.missing = label("", "complaint", wrap=True)
        self.currency = ChoiceField(desk.look, [])
        self.currency.setAccessibleName(tr("Currency"))
        self.currency.setFixedWidth(px(NAME))
        self.rate = NumberField(optional=True, lowest=_LEAST, exact=True)
        self.rate.setAccessibleName(tr("Rate of exchange"))
        self.rate.setFixedWidth(px(RATE))
        self._own = label("")
        new = row(gap=8)
        new.addWidget(self.currency)
        new.addWidget(self.rate)
        new.addWidget(self._own)
        new.addWidget(push(tr("Add"), self._add, "link"))
        new.addStretch(1)
        self.rate.returnPressed.connect(self._add)
        self.equivalent = ChoiceField(desk.look, [])
        self.equivalent.setAccessibleName(tr("Tell the total also in"))
        self.equivalent.setFixedWidth(px(NAME))
        Binding(desk.session, EQUIVALENT, self.equivalent, phrase("Second currency"))
        self.told = label("", "strong")
        second = row(gap=8)
        above = label(tr("Tell the total also in"), "field")
        above.setBuddy(self.equivalent)
        second.addWidget(above)
        second.addWidget(self.equivalent)
        second.addWidget(self.told)
        second.addStretch(1)
        self.foot.addWidget(self.missing)
        self.foot.addLayout(new)
        self.foot.addLayout(second)
        self.setFocusProxy(self.currency)
        self.refresh()

    def signature(self) -> object:
        """Build the lines anew where a currency is new or gone."""
        proposal = self.desk.session.proposal
        return proposal.currency, [one.currency for one in proposal.estimate.exchanges]

    def refresh(self) -> None:
        """Show the rates and what the total comes to."""
        super().refresh()
        session = self.desk.session
        proposal, totals = session.proposal, session.totals
        known = [one.currency for one in proposal.estimate.exchanges]
        missing = unconverted(proposal)
        self.missing.setText(tr("Rates wait for an exchange: {currencies}", currencies=", ".join(missing)) if missing else "")
        self.missing.setVisible(bool(missing))
        offered = [code for code in (*missing, *CURRENCIES) if code not in known and code != proposal.currency]
        chosen = self.currency.value
        self.currency.set_options([(code, code) for code in dict.fromkeys(offered)])
        self.currency.show_value(chosen if chosen in offered else offered[0] if offered else "")
        self._own.setText(proposal.currency)
        self.equivalent.set_options([("", tr("none")), *((code, code) for code in known)])
        self.equivalent.show_value(proposal.estimate.equivalent)
        second = totals.equivalent
        self.told.setText("" if second is None else f"≈ {money(second, proposal.estimate.equivalent)}")

    def focus_path(self, path: str) -> bool:
        """Put the focus into the field of a path."""
        if path == EQUIVALENT:
            self.equivalent.setFocus()
            return True
        return exists(self.desk.session.proposal, path) and super().focus_path(path)

    def _add(self) -> None:
        self.rate.editingFinished.emit()
        session, code, rate = self.desk.session, str(self.currency.value or ""), self.rate.value
        if not code or rate is None:
            self.rate.setFocus()
            return
        made = Exchange(currency=code, rate=rate, date=datetime.date.today())
        session.edit(set_exchange(session.proposal, made), say(phrase("Rate of {currency}"), currency=code))
        self.rate.show_value(None)
        self.freshen()
        source = self.lines[str(len(self.lines) - 1)].fields[2][1]
        source.setFocus()
