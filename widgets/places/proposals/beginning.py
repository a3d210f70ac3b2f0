"""How a proposal is begun: the ways, as a menu and as the page of a workspace that has none yet."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from app.i18n import phrase
from app.model.status import Status
from app.store.entries import ProposalEntry
from widgets.look.look import Look
from widgets.look.parts import column, label, row
from widgets.look.scale import px
from widgets.phrases import shorten
from widgets.places.plate import Plate
from widgets.places.proposals.telling import named
from widgets.words import tr

Call = Callable[[], object]
MOST_RENEWED = 12
WIDTH, CARD, MOST = 760, 236, 300
"""Pixels: of three cards with their gaps, of one, and of one in the largest letters: there is a window around them."""
LONGEST = 40


@dataclass(frozen=True)
class Way:
    """One way to begin: its name, words, icon, and what it is good for."""

    name: str
    text: str
    icon: str
    purpose: str


WAYS = (
    Way(
        "estimate",
        phrase("From an estimate"),
        "estimate",
        phrase("A spreadsheet with hours and rates: dropped here or chosen."),
    ),
    Way(
        "request",
        phrase("From a request"),
        "letter",
        phrase("A letter or the answers of a form, read and understood."),
    ),
    Way("template", phrase("From a template"), "template", phrase("Usual texts and hours for a site, an identity, support.")),
)
EMPTY = Way("empty", phrase("Empty"), "new", phrase("Nothing but the texts of a draft."))


class NewButton(QPushButton):
    """The one button for what is new, with the ways in its menu."""

    def __init__(self, look: Look, calls: Mapping[str, Call], renew: Callable[[ProposalEntry], object]) -> None:
        super().__init__(tr("New proposal"))
        self.setObjectName("primary")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands at the right
        self.setIcon(look.icon("chevron-down", "on-accent"))
        self.setIconSize(QSize(px(14), px(14)))
        self._renew = renew
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for way in WAYS:
            self._add(menu, look, way, calls)
        self.renewals = menu.addMenu(look.icon("renew"), tr("Renewal of an accepted one"))
        menu.addSeparator()
        self._add(menu, look, EMPTY, calls)
        self.setMenu(menu)
        self.show_accepted(())

    def show_accepted(self, entries: Sequence[ProposalEntry]) -> None:
        """Offer those that were accepted to be renewed."""
        accepted = [one for one in entries if one.readable and one.status is Status.ACCEPTED][:MOST_RENEWED]
        self.renewals.clear()
        self.renewals.menuAction().setEnabled(bool(accepted))
        for entry in accepted:
            words = " · ".join(shorten(text, LONGEST) for text in filter(None, (named(entry), entry.client)))
            action = self.renewals.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, entry=entry: self._renew(entry))

    def _add(self, menu: QMenu, look: Look, way: Way, calls: Mapping[str, Call]) -> None:
        action = menu.addAction(look.icon(way.icon), tr(way.text))
        action.setObjectName(way.name)
        action.triggered.connect(lambda _checked=False: calls[way.name]())


class WayCard(Plate):
    """A way to begin, large enough to say what it is good for."""

    def __init__(self, look: Look, way: Way, call: Call) -> None:
        super().__init__(look, tr(way.text), call, edged=True)
        self.setAccessibleDescription(tr(way.purpose))
        self.setFixedWidth(_wide())
        box = column(self, (20, 20, 20, 20), gap=8)
        icon = QLabel()
        icon.setPixmap(look.icon(way.icon, "accent").pixmap(QSize(px(20), px(20)), self.devicePixelRatioF()))
        parts = (icon, label(tr(way.text), "subtitle", wrap=True), label(tr(way.purpose), "quiet", wrap=True))
        for part in parts:
            box.addWidget(part, 1 if part is parts[-1] else 0)
        parts[-1].setAlignment(Qt.AlignmentFlag.AlignTop)
        self.put(*parts)


class FirstPage(QWidget):
    """What is seen while there is no proposal at all: three ways to begin, each one click."""

    def __init__(self, look: Look, calls: Mapping[str, Call]) -> None:
        super().__init__()
        middle = QWidget()
        middle.setMaximumWidth(WIDTH + 3 * (_wide() - CARD))
        box = column(middle, (0, 48, 0, 32), gap=8)
        box.addWidget(label(tr("The first proposal"), "title"))
        box.addWidget(label(tr("Begin with what you have. Everything else can be added later."), "quiet", wrap=True))
        box.addSpacing(16)
        across = row(gap=16)
        self.cards = [WayCard(look, way, calls[way.name]) for way in WAYS]
        tallest = max(card.needed(CARD) for card in self.cards)
        for card in self.cards:
            card.least = tallest
            across.addWidget(card)
        across.addStretch(1)
        box.addLayout(across)
        box.addSpacing(16)
        box.addWidget(
            label(
                tr("Or drop a file anywhere here: an estimate, the folder of a proposal, a bundle from a colleague."),
                "small",
                wrap=True,
            )
        )
        box.addStretch(1)
        outer = row(self, (32, 0, 32, 0))
        outer.addStretch(1)
        outer.addWidget(middle, 100)
        outer.addStretch(1)


def _wide() -> int:
    return min(px(CARD), MOST)
