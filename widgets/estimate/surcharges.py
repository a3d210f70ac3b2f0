"""What is added to the price: for urgency, for work at night."""

from decimal import Decimal

from app.edits import surcharges as edit
from app.i18n import phrase
from app.model.estimate import Surcharge
from app.model.path import exists, get
from widgets.desk import Desk
from widgets.estimate.lines import Line, LineList
from widgets.fields.part import PartField
from widgets.fields.share import ShareField
from widgets.fields.text import LineField
from widgets.look.look import face
from widgets.look.parts import label, push, row, tool
from widgets.phrases import say, shorten
from widgets.words import money, tr

_MOST_PERCENT = Decimal(1000)


class SurchargeLine(Line):
    """One surcharge."""

    def __init__(self, desk: Desk, path: str) -> None:
        super().__init__(desk, path)
        self._amount = label("", "strong")
        self._amount.setFont(face(tabular=True))
        above, below = row(gap=8), row(gap=8)
        above.addWidget(self.bind("title", LineField(tr("For urgency, for work at night…")), phrase("Surcharge")), 1)
        above.addWidget(self._amount)
        above.addWidget(tool(desk.look, "remove", tr("Remove the surcharge"), self._remove, 16))
        share = ShareField(desk.session, highest=_MOST_PERCENT)
        below.addWidget(self.bind("", share, phrase("Surcharge"), f"{path}/title"))
        part = PartField(desk, tr("on the whole"))
        below.addWidget(self.bind("section", part, phrase("Surcharge on"), f"{path}/title"), 1)
        self.box.addLayout(above)
        self.box.addLayout(below)

    def show_computed(self) -> None:
        """Show what it comes to."""
        session = self.desk.session
        surcharges, totals = session.proposal.estimate.surcharges, session.totals
        step = self.path.rpartition("/")[2]
        found = next((i for i, one in enumerate(surcharges) if one.id == step), None)
        amounts = () if found is None else [one.surcharges[found] for one in totals.periods]
        self._amount.setText(" + ".join(money(amount, totals.currency) for amount in amounts if amount))

    def _remove(self) -> None:
        session = self.desk.session
        if exists(session.proposal, self.path):
            surcharge: Surcharge = get(session.proposal, self.path)
            words = say(phrase("Remove the surcharge “{title}”"), title=shorten(surcharge.title))
            session.edit(edit.remove_surcharge(session.proposal, surcharge.id), words)


class SurchargesField(LineList):
    """All surcharges, with a button for one more."""

    def __init__(self, desk: Desk, path: str = edit.SURCHARGES) -> None:
        super().__init__(desk, path, lambda own: SurchargeLine(desk, own), "")
        self.more = push(tr("Add a surcharge"), self._add)
        across = row()
        across.addWidget(self.more)
        across.addStretch(1)
        self.foot.addLayout(across)
        self.setFocusProxy(self.more)
        self.refresh()

    def _add(self) -> None:
        self.add(lambda proposal: edit.add_surcharge(proposal, edit.new_surcharge(proposal)), say(phrase("Add a surcharge")))
