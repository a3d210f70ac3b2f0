"""What was offered to a client before: number, day, status, sum; a click opens it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.model.clientcard import ClientCard
from app.sources.sums import Sum, Sums
from app.store.uses import Use, Used, Uses
from widgets.desk import Desk
from widgets.look.parts import column, empty, label, row, rule
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.places.plate import Plate
from widgets.places.proposals.summing import FOLDER
from widgets.places.proposals.telling import STATUS_ICONS, STATUS_WORDS
from widgets.words import date, money, tr

MOST = 60
LONGEST = 90


@dataclass(frozen=True)
class Past:
    """A proposal to a client, and what it comes to."""

    used: Used
    sum: Sum | None


class PastProposals:
    """Looks them up. For one worker."""

    def __init__(self, desk: Desk) -> None:
        workspace = desk.workspace
        self._uses = Uses(workspace.folder, workspace.disk)
        self._sums = Sums(workspace.state / FOLDER, workspace.disk)

    def of(self, card: ClientCard) -> tuple[Past, ...]:
        """Return what was offered to a client, the latest first."""
        uses: Sequence[Use] = self._uses.of_client(card).uses
        return tuple(Past(use.proposal, self._sums.of(use.proposal.folder)) for use in uses[:MOST])


class PastRow(Plate):
    """One proposal; pressing it opens it."""

    def __init__(self, desk: Desk, past: Past, call: Callable[[], object]) -> None:
        used = past.used
        title = used.title or tr("Without a name")
        number = used.number
        if number and used.revision > 1:
            number = tr("{number}, revision {revision}", number=number, revision=used.revision)
        day = date(used.date, "short") if used.date else ""
        status = tr("Archived") if used.archived else tr(STATUS_WORDS[used.status])
        total = money(past.sum.total, past.sum.currency) if past.sum else ""
        super().__init__(desk.look, ", ".join(filter(None, (title, number, day, status, total))), call)
        icon, color = ("archive", "secondary") if used.archived else STATUS_ICONS[used.status]
        picture = QLabel()
        picture.setPixmap(desk.look.icon(icon, color).pixmap(QSize(px(14), px(14)), self.devicePixelRatioF()))
        name, sum_ = label(shorten(title, LONGEST), "strong", wrap=True), label(total, "figure")
        which, told = label(" · ".join(filter(None, (number, day))), "small", wrap=True), label(status, "small")
        box = column(self, (12, 10, 12, 10), gap=4)
        above, below = row(gap=12), row(gap=6)
        above.addWidget(name, 1)
        above.addWidget(sum_, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(which, 1)
        below.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(told, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(above)
        box.addLayout(below)
        self.put(picture, name, sum_, which, told)


class History(QWidget):
    """The list of them."""

    def __init__(self, desk: Desk, open_it: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._open = desk, open_it
        self.rows: list[PastRow] = []
        box = column(self, gap=8)
        box.addWidget(label(tr("Proposals"), "subtitle"))
        self._none = label(tr("Nothing was offered to this client yet."), "quiet", wrap=True)
        self._card = QFrame()
        self._card.setObjectName("card")
        self._list = column(self._card, (1, 4, 1, 4))
        box.addWidget(self._none)
        box.addWidget(self._card)
        self.show_past(())

    def show_past(self, past: Sequence[Past]) -> None:
        """Show these."""
        empty(self._list)
        self.rows = []
        for place, one in enumerate(past):
            if place:
                self._list.addWidget(rule())
            folder = str(one.used.folder)
            made = PastRow(self._desk, one, partial(self._open, folder))
            self.rows.append(made)
            self._list.addWidget(made)
        self._none.setVisible(not past)
        self._card.setVisible(bool(past))
