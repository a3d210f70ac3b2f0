"""The lead's consent to discounts and margins beyond the house's limits."""

from decimal import Decimal

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from app.brand.tokens import Rules
from app.edits.signing import approve_limit
from app.i18n import phrase
from app.model.signoff import Limit
from app.preflight.limits import Beyond, beyond
from widgets.desk import Desk
from widgets.estimate.live import Live
from widgets.estimate.reason import ReasonLine
from widgets.estimate.signer import SignerField, day_of, now
from widgets.look.parts import column, empty, label, push, row
from widgets.look.scale import px
from widgets.phrases import say
from widgets.words import percent, tr

_BEYOND = {
    Limit.DISCOUNT: phrase("All discounts together take off {value}; the house allows {bound}."),
    Limit.MARGIN: phrase("The margin is {value}; the house wants at least {bound}."),
}
_EDITS = {Limit.DISCOUNT: phrase("Approve the discount of {value}"), Limit.MARGIN: phrase("Approve the margin of {value}")}


class ApprovalLine(QFrame):
    """One limit that is passed."""

    def __init__(self, desk: Desk, found: Beyond, signer: SignerField) -> None:
        super().__init__()
        self._desk, self._found, self._signer = desk, found, signer
        given = found.approval
        icon = label("")
        name, color = ("check", "success") if given else ("error", "error")
        icon.setPixmap(desk.look.icon(name, color).pixmap(QSize(px(18), px(18)), self.devicePixelRatioF()))
        self.words = label(tr(_BEYOND[found.limit], value=percent(found.value), bound=percent(found.bound)), wrap=True)
        self.reason = ReasonLine(tr("Why it is worth it"), tr("Approve"), self._approve)
        self.approve = push(tr("Approve…"), self.reason.ask)
        if given:
            self.approve.hide()
        said = column(gap=1)
        said.addWidget(self.words)
        if given:
            facts = {"by": given.by, "day": day_of(given.at), "value": percent(given.value), "reason": given.reason}
            said.addWidget(label(tr("{by} agreed to {value} on {day}: {reason}", **facts), "small", wrap=True))
        across = row(gap=8)
        across.addWidget(icon)
        across.addLayout(said, 1)
        across.addWidget(self.approve)
        box = column(self, (0, 8, 0, 8), gap=6)
        box.addLayout(across)
        box.addWidget(self.reason)

    def _approve(self, reason: str) -> bool:
        by, session, found = self._signer.name(), self._desk.session, self._found
        if by:
            words = say(_EDITS[found.limit], value=percent(found.value))
            session.edit(approve_limit(session.proposal, found.limit, found.value, by, now(), reason), words)
        return bool(by)


class ApprovalsPanel(Live):
    """Every limit that the estimate passes. What the house allows is in its brandbook."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.session)
        self._desk = desk
        self._rules: dict[str, Rules] = {}
        self._shown: tuple[Beyond, ...] | None = None
        self.signer = SignerField(desk)
        self.lines: list[ApprovalLine] = []
        self._who = row(gap=8)
        self._who_label = label(tr("I decide as"), "field")
        self._who.addWidget(self._who_label)
        self._who.addWidget(self.signer, 1)
        box = column(self, gap=4)
        box.addLayout(self._who)
        self._rows = column()
        box.addLayout(self._rows)
        self.refresh()

    def refresh(self) -> None:
        """Compare the estimate with the limits, once they are known."""
        brandbook = self._desk.session.proposal.brandbook
        if brandbook in self._rules:
            self._show(self._rules[brandbook])
            return

        def done(rules: Rules) -> None:
            self._rules[brandbook] = rules
            if self._desk.session.proposal.brandbook == brandbook:
                self._show(rules)

        pipeline = self._desk.pipeline
        self._desk.jobs.start(lambda _: pipeline.rules(brandbook), done, lambda _: None, lane="rules")

    def _show(self, rules: Rules) -> None:
        session = self._desk.session
        found = beyond(session.proposal.estimate, session.totals, rules)
        if found == self._shown:
            return
        self._shown = found
        empty(self._rows)
        self.lines = [ApprovalLine(self._desk, one, self.signer) for one in found]
        for line in self.lines:
            self._rows.addWidget(line)
        for part in (self._who_label, self.signer):
            part.setVisible(bool(found))
        if not found:
            self._rows.addWidget(label(_within(rules), "quiet", wrap=True))


def _within(rules: Rules) -> str:
    """Say that nothing is beyond the limits, and what they are."""
    facts = {"discount": percent(Decimal(str(rules.discount_limit)))}
    if rules.margin_floor is None:
        return tr("Within the limits of the house: discounts up to {discount}.", **facts)
    facts["margin"] = percent(Decimal(str(rules.margin_floor)))
    return tr("Within the limits of the house: discounts up to {discount}, a margin of at least {margin}.", **facts)
