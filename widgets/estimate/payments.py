"""The plan of payments: when the client pays how much of what is due once."""

from decimal import Decimal

from PySide6.QtWidgets import QMenu

from app.edits import payments as edit
from app.edits.fields import set_value
from app.i18n import phrase
from app.model.path import exists, get
from app.model.payment import Payment
from widgets.desk import Desk
from widgets.estimate.lines import Line, LineList
from widgets.estimate.plans import MONTHS, PLANS, by_month, monthly_count, planned
from widgets.fields.date import DateField
from widgets.fields.share import ShareField
from widgets.fields.text import LineField
from widgets.look.look import face
from widgets.look.parts import label, push, row, tool
from widgets.look.scale import px
from widgets.phrases import say, shorten
from widgets.words import money, tr, tr_plural

DATE_WIDTH = 152
_NOTHING = Decimal(0)


class PaymentLine(Line):
    """One payment."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__(desk, path)
        self._amount = label("", "strong")
        self._amount.setFont(face(tabular=True))
        title = f"{path}/title"
        above, below = row(gap=8), row(gap=2)
        event = LineField(tr("What for, or after what: advance, on acceptance…"))
        above.addWidget(self.bind("title", event, phrase("Payment")), 1)
        above.addWidget(self._amount)
        below.addWidget(self.bind("", ShareField(desk.session, rest=True), phrase("Payment"), title))
        below.addStretch(1)
        date = DateField(desk.look, optional=True, style="short")
        date.line.setPlaceholderText(tr("date, if any"))
        date.setFixedWidth(px(DATE_WIDTH))
        below.addWidget(self.bind("date", date, phrase("Date of payment"), title))
        below.addWidget(tool(desk.look, "up", tr("Move up"), lambda: self._move(-1), 16))
        below.addWidget(tool(desk.look, "down", tr("Move down"), lambda: self._move(1), 16))
        below.addWidget(tool(desk.look, "remove", tr("Remove the payment"), self._remove, 16))
        self.box.addLayout(above)
        self.box.addLayout(below)

    def show_computed(self) -> None:
        """Show what it comes to."""
        totals, step = self.desk.session.totals, self.path.rpartition("/")[2]
        amount = next((one.amount for one in totals.payments if one.id == step), _NOTHING)
        self._amount.setText(money(amount, totals.currency))

    def _payment(self) -> Payment | None:
        proposal = self.desk.session.proposal
        return get(proposal, self.path) if exists(proposal, self.path) else None

    def _move(self, by: int) -> None:
        payment, session = self._payment(), self.desk.session
        if payment is not None:
            index = max(0, session.proposal.estimate.payments.index(payment) + by)
            words = say(phrase("Move the payment “{title}”"), title=shorten(payment.title))
            session.edit(edit.move_payment(session.proposal, payment.id, index), words)

    def _remove(self) -> None:
        payment, session = self._payment(), self.desk.session
        if payment is not None:
            words = say(phrase("Remove the payment “{title}”"), title=shorten(payment.title))
            session.edit(edit.remove_payment(session.proposal, payment.id), words)


class PaymentsField(LineList):
    """The plan, the usual plans to begin with, and whether it comes to the total."""

    def __init__(self, desk: Desk) -> None:
        none = phrase("No plan yet: the document then says nothing about payments. Begin with a usual one.")
        super().__init__(desk, edit.PAYMENTS, lambda own: PaymentLine(desk, own), none)
        self.planned, self.left = label("", "small"), label("", "complaint")
        self.give = push(tr("Give it to the last one"), self._give_rest, "link")
        sums = row(gap=12)
        sums.addWidget(self.left)
        sums.addWidget(self.give)
        sums.addStretch(1)
        self.foot.addWidget(self.planned)
        self.foot.addLayout(sums)
        across = row(gap=8)
        self.more = push(tr("Add a payment"), self._add)
        across.addWidget(self.more)
        across.addStretch(1)
        for name, shares in PLANS.items():
            across.addWidget(push(name, lambda shares=shares, name=name: self._plan(shares, name)))  # type: ignore[misc]
        self.months = push(tr("By month"), self._months)
        across.addWidget(self.months)
        self.foot.addLayout(across)
        self.setFocusProxy(self.more)
        self.refresh()

    def refresh(self) -> None:
        """Show the plan beside the total."""
        super().refresh()
        totals = self.desk.session.totals
        has_plan = bool(totals.payments)
        paid = sum((one.amount for one in totals.payments), _NOTHING)
        facts = {"paid": money(paid, totals.currency), "total": money(totals.total, totals.currency)}
        self.planned.setText(tr("Planned {paid} of {total}", **facts) if has_plan else "")
        rest, wrong = totals.unplanned, has_plan and totals.unplanned != 0
        amount = money(abs(rest), totals.currency)
        self.left.setText(tr("{amount} left over", amount=amount) if rest > 0 else tr("{amount} too much", amount=amount))
        self.left.setVisible(wrong)
        self.give.setVisible(wrong)

    def _add(self) -> None:
        self.add(lambda proposal: edit.add_payment(proposal, edit.new_payment(proposal)), say(phrase("Add a payment")))

    def _plan(self, shares: tuple[int, ...], name: str) -> None:
        session = self.desk.session
        words = say(phrase("Payments {name}"), name=name)
        session.edit(edit.split(session.proposal, planned(shares, session.proposal.language)), words)

    def _months(self) -> None:
        menu = QMenu(self)
        usual = monthly_count(self.desk.session.proposal)
        for count in sorted({*MONTHS, usual}):
            action = menu.addAction(tr_plural("{n} month", "{n} months", count))
            action.setData(count)
            if count == usual:
                menu.setActiveAction(action)
        chosen = menu.exec(self.months.mapToGlobal(self.months.rect().bottomLeft()))
        if chosen is not None:
            self.spread(int(chosen.data()))
        menu.deleteLater()

    def spread(self, months: int) -> None:
        """Let the client pay the same every month for so long."""
        session = self.desk.session
        session.edit(by_month(session.proposal, months), say(phrase("Payments by month: {count}"), count=str(months)))

    def _give_rest(self) -> None:
        """Let the last payment be what the others leave."""
        session = self.desk.session
        last = session.proposal.estimate.payments[-1]
        rest = Payment(id=last.id, title=last.title, date=last.date)
        path = f"{edit.PAYMENTS}/{last.id}"
        session.edit(set_value(session.proposal, path, rest), say(phrase("The last payment takes the rest")))
