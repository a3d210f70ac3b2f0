"""The brandbooks as cards below each other: a cover and a page of the estimate, the name, what it is to new proposals."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from widgets.brands.form import CARD_SHEETS
from widgets.brands.pages import SmallPages
from widgets.look.look import Look
from widgets.look.parts import column, empty, label, row, scrolling_below
from widgets.look.scale import px
from widgets.places.brandbooks.keeper import Entry
from widgets.places.plate import Plate
from widgets.words import language, tr

WIDTH, PAGES = 280, 132
EDGE = 16
"""Pixels: where words above and buttons below begin."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class BrandCard(Plate):
    """One brandbook. `stepped` asks for the card before (-1) or after (1)."""

    stepped = Signal(int)

    def __init__(self, look: Look, entry: Entry, call: Callable[[], object]) -> None:
        super().__init__(look, entry.title(language()), call, edged=True)
        self._look = look
        self.setCheckable(True)
        self.pages = SmallPages(look, CARD_SHEETS, PAGES)
        self._name, self._sign, self._told = label("", "strong", wrap=True), label(""), label("", "small", wrap=True)
        box = column(self, (12, 12, 12, 12), gap=4)
        box.addWidget(self.pages)
        box.addSpacing(4)
        head = row(gap=4)
        head.addWidget(self._name, 1)
        head.addWidget(self._sign)
        box.addLayout(head)
        box.addWidget(self._told)
        self.put(self._name, self._sign, self._told)

    def show_entry(self, entry: Entry, *, default: bool) -> None:
        """Show its name, whether new proposals begin with it, and whether something is wrong."""
        wrong = entry.loaded.brand is None
        told = tr("cannot be read") if wrong else tr("new proposals") if default else tr("yours") if entry.own else ""
        self._name.setText(entry.title(language()))
        self._told.setText(told)
        self._told.setVisible(bool(told))
        sign = "problems" if entry.loaded.problems else "chosen" if default else ""
        icon = self._look.icon(sign, "warning" if sign == "problems" else "accent") if sign else None
        self._sign.setPixmap(icon.pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()) if icon else QPixmap())
        self.setAccessibleName(", ".join(filter(None, (entry.title(language()), told))))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)


class Shelf(QWidget):
    """`chosen` brings the name of a brandbook."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: dict[str, BrandCard] = {}
        self._group = QButtonGroup(self)
        content = QWidget()
        content.setFixedWidth(EDGE + WIDTH)
        self._box = column(content, (EDGE, 0, 0, 0), gap=12)
        around = scrolling_below(content)
        page = around.widget()
        inside = page.layout() if page is not None else None
        if inside is not None:
            inside.setAlignment(content, Qt.AlignmentFlag.AlignLeft)  # a scroll bar that comes moves nothing
        column(self).addWidget(around)

    def show_entries(self, entries: Sequence[Entry], chosen: str, default: str) -> None:
        """Show these; cards that are there already keep their pictures."""
        if list(self.cards) != [entry.name for entry in entries]:
            pictures = {name: card.pages.images for name, card in self.cards.items()}
            empty(self._box)
            self.cards = {}
            for entry in entries:
                card = self.cards[entry.name] = BrandCard(self._look, entry, partial(self.chosen.emit, entry.name))
                card.pages.show_images(pictures.get(entry.name, {}))
                card.stepped.connect(partial(self._step, entry.name))
                self._group.addButton(card)
                self._box.addWidget(card)
        for entry in entries:
            self.cards[entry.name].show_entry(entry, default=entry.name == default)
        if chosen in self.cards:
            self.cards[chosen].setChecked(True)

    def focus_chosen(self) -> None:
        """Put the cursor onto the card that is chosen."""
        found = self._group.checkedButton()
        if found is not None:
            found.setFocus()

    def _step(self, name: str, step: int) -> None:
        names = list(self.cards)
        place = min(max(names.index(name) + step, 0), len(names) - 1)
        card = self.cards[names[place]]
        card.setFocus()
        card.click()
