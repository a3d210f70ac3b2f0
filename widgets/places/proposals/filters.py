"""The lines above the list: what to look for, which proposals, whose, in which order."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QToolButton, QWidget

from app.i18n import phrase
from widgets.fields.text import PlainLine
from widgets.look.look import Look
from widgets.look.parts import row
from widgets.look.scale import px
from widgets.look.sign import show_sign
from widgets.phrases import shorten
from widgets.places.proposals.arranging import Order, Which
from widgets.words import number, tr

WHICH_WORDS = {
    Which.ALL: phrase("All"),
    Which.DRAFTS: phrase("Drafts"),
    Which.SENT: phrase("Sent"),
    Which.ACCEPTED: phrase("Accepted"),
    Which.DECLINED: phrase("Declined"),
    Which.ARCHIVED: phrase("Archived"),
}
ORDER_WORDS = {
    Order.TOUCHED: phrase("Last touched"),
    Order.NAME: phrase("Title"),
    Order.TOTAL: phrase("Amount"),
    Order.VALIDITY: phrase("Valid until"),
}
SEARCH_WIDTH = 300
MOST_CLIENTS = 24
LONGEST = 28


class SearchLine(PlainLine):
    """What is looked for. `down` asks for the list below, `left` tells that nothing is looked for any more."""

    down = Signal()

    def __init__(self, look: Look, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setClearButtonEnabled(True)
        show_sign(self, look, "search")
        self.setAccessibleName(placeholder)
        self.setFixedWidth(px(SEARCH_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the list; Escape looks for nothing."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class WhichBar(QWidget):
    """A chip for each kind with how many there are, whose they are, and the order. Signals bring what was chosen."""

    which_chosen = Signal(object)
    client_chosen = Signal(str)
    order_chosen = Signal(object, bool)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        across = row(self, gap=8)
        group = QButtonGroup(self)
        self.chips: dict[Which, QPushButton] = {}
        for which in (Which.ALL, Which.DRAFTS, Which.SENT, Which.ACCEPTED, Which.DECLINED, Which.ARCHIVED):
            chip = QPushButton()
            chip.setObjectName("chip")
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._choose_which, which))
            group.addButton(chip)
            self.chips[which] = chip
            across.addWidget(chip)
        across.addStretch(1)
        self._clients: tuple[str, ...] = ()
        self._chosen = ""
        self._order, self._backwards = Order.TOUCHED, False
        self.client = self._button("clients", tr("Whose"), self._offer_clients)
        self.order = self._button("sort", tr("Order"), self._offer_orders)
        across.addWidget(self.client)
        across.addWidget(self.order)
        self.show_counts(dict.fromkeys(Which, 0))

    def show_counts(self, counts: Mapping[Which, int]) -> None:
        """Say how many there are of each kind."""
        for which, chip in self.chips.items():
            chip.setText(f"{tr(WHICH_WORDS[which])}  {number(counts[which])}")

    def show_which(self, which: Which) -> None:
        """Press the chip of a kind."""
        self.chips[which].setChecked(True)

    def show_clients(self, clients: Sequence[str], chosen: str) -> None:
        """Offer clients to choose among."""
        self._clients, self._chosen = tuple(clients), chosen
        self._say(self.client, shorten(chosen, LONGEST) if chosen else tr("All clients"))
        self.client.setVisible(len(clients) > 1 or bool(chosen))

    def show_order(self, order: Order, *, backwards: bool) -> None:
        """Say by what the list is sorted."""
        self._order, self._backwards = order, backwards
        words = tr(ORDER_WORDS[order])
        self._say(self.order, words)
        self.order.setIcon(self._look.icon("sort-back" if backwards else "sort"))
        self.order.setAccessibleDescription(tr("{order}, the other way round", order=words) if backwards else words)

    def _offer_clients(self, menu: QMenu) -> None:
        chosen, shown = self._chosen, list(self._clients[:MOST_CLIENTS])
        self._option(menu, tr("All clients"), not chosen, partial(self.client_chosen.emit, ""))
        menu.addSeparator()
        for name in shown if chosen in ("", *shown) else [*shown, chosen]:
            self._option(menu, shorten(name, LONGEST * 2), name == chosen, partial(self.client_chosen.emit, name))

    def _offer_orders(self, menu: QMenu) -> None:
        order, backwards = self._order, self._backwards
        group = QActionGroup(menu)
        for one, words in ORDER_WORDS.items():
            group.addAction(self._option(menu, tr(words), one is order, partial(self.order_chosen.emit, one, False)))
        menu.addSeparator()
        self._option(menu, tr("The other way round"), backwards, partial(self.order_chosen.emit, order, not backwards))

    def _choose_which(self, which: Which, _checked: bool = False) -> None:
        self.which_chosen.emit(which)

    def _button(self, icon: str, words: str, offer: Callable[[QMenu], None]) -> QToolButton:
        made = QToolButton()
        made.setObjectName("quiet")
        made.setIcon(self._look.icon(icon))
        made.setIconSize(QSize(px(16), px(16)))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setAccessibleName(words)
        menu = QMenu(made)

        def fill() -> None:
            menu.clear()
            for former in menu.findChildren(QActionGroup):
                former.deleteLater()
            offer(menu)

        # filled as it opens: what the list has learned meanwhile never takes a menu away that is open
        menu.aboutToShow.connect(fill)
        made.setMenu(menu)
        return made

    def _say(self, button: QToolButton, words: str) -> None:
        button.setText(" " + words.replace("&", "&&"))

    def _option(self, menu: QMenu, words: str, checked: bool, call: Callable[[], object]) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _checked=False: call())
        return action
