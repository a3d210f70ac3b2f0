"""A brandbook from a name, a logo and two colours, seen as real pages while it is being thought of."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.brand.logos import Logo
from app.brand.making import BASES, BrandWish
from app.i18n import phrase
from app.model.proposal import LANGUAGES
from widgets.brands.colorfield import ColorField
from widgets.brands.logowell import LogoWell
from widgets.brands.pages import SmallPages
from widgets.brands.proofs import Images, Proofs, Wanted
from widgets.brands.samples import Sheet
from widgets.desk import Desk
from widgets.fields.choice import SegmentsField
from widgets.fields.text import PlainLine
from widgets.forms.makers import LANGUAGE_NAMES
from widgets.look.parts import column, label, row, rule, scrolling, styled
from widgets.look.scale import px
from widgets.places.plate import Plate
from widgets.words import language, tr

PAUSE = 250
"""Milliseconds without a change after which pages are painted anew."""
ACCENT = "#FF4B1F"
LEFT, PAGES = 380, 132
CHARACTERS = {
    "kurs": (phrase("Loud"), phrase("Poster headlines, one hot colour. A4.")),
    "salon": (phrase("Warm"), phrase("Fine serifs, much white, thin rules. A4.")),
    "ekran": (phrase("Screen"), phrase("Dark, lying 16:9, one thought a page.")),
}
"""Each of the brandbooks that ship: its character in a word, and what makes it."""
CARD_SHEETS = (Sheet.COVER, Sheet.ESTIMATE)
OWN_SHEETS = (Sheet.COVER, Sheet.TEXT, Sheet.TOTAL)
LARGE, LARGE_WIDTH = "large", 420


@dataclass(frozen=True)
class Filled:
    """What stands in the form."""

    name: str
    logo: Logo | None
    accent: str
    second: str
    base: str
    language: str
    chosen: bool
    """Somebody has chosen the colours: a logo does not change them any more."""


class CharacterCard(Plate):
    """A character to choose, shown as a cover and a page of the estimate."""

    def __init__(self, desk: Desk, base: str, call: Callable[[], object]) -> None:
        words, purpose = (tr(text) for text in CHARACTERS[base])
        super().__init__(desk.look, words, call, edged=True)
        self.setCheckable(True)
        self.setMinimumWidth(180)
        self.setAccessibleDescription(purpose)
        self.pages = SmallPages(desk.look, CARD_SHEETS, PAGES)
        box = column(self, (12, 12, 12, 10), gap=4)
        box.addWidget(self.pages)
        box.addSpacing(4)
        self._sign, name, told = label(""), label(words, "strong"), label(purpose, "small", wrap=True)
        self._icon = desk.look.icon("chosen", "accent")
        head = row(gap=4)
        head.addWidget(name)
        head.addWidget(self._sign)
        head.addStretch(1)
        box.addLayout(head)
        box.addWidget(told)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.put(self._sign, name, told)
        self.least = PAGES + 88
        self.toggled.connect(self._mark)

    def _mark(self, chosen: bool) -> None:
        self._sign.setPixmap(self._icon.pixmap(QSize(px(16), px(16)), self.devicePixelRatioF()) if chosen else QPixmap())


class BrandForm(QWidget):
    """The fields at the left, three characters and a cover at the right. `changed` tells that something else is wished.

    `speaks` asks for the language of documents too.
    """

    changed = Signal()

    def __init__(self, desk: Desk, *, speaks: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._chosen = False
        self.proofs = Proofs(desk.jobs, desk.pipeline, self)
        self.name = PlainLine(tr("Studio Osen"))
        self.logo = LogoWell(desk)
        self.accent = ColorField(desk.look, tr("Main colour"))
        self.second = ColorField(desk.look, tr("Second colour"), optional=True)
        self.languages = SegmentsField([(code, LANGUAGE_NAMES[code]) for code in LANGUAGES])
        self._language = language()
        self._speaks = speaks
        self.cards = {base: CharacterCard(desk, base, self._touched) for base in BASES}
        self.cover = SmallPages(desk.look, OWN_SHEETS, 240, 16, grows=True)
        self.foot = QVBoxLayout()
        self._group = QButtonGroup(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self.show_filled(Filled("", None, ACCENT, "", BASES[0], language(), False))
        self._connect()

    # building ------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        across = row(self)
        left = styled(QWidget(), "frame")
        left.setFixedWidth(px(LEFT))
        outer = column(left)
        fields = QWidget()
        box = column(fields, (0, 16, 0, 0), gap=16)
        box.addWidget(label(tr("A brandbook of your own"), "title", wrap=True))
        self._add(box, tr("Name of the studio"), self.name)
        self._add(box, tr("Logo, if you have one at hand"), self.logo)
        self._add(box, tr("Main colour"), self.accent)
        self._add(box, tr("Second colour, if there is one"), self.second)
        if self._speaks:
            self._add(box, tr("Language of your documents"), self.languages)
        outer.addWidget(scrolling(fields, LEFT, "frame"), 1)
        self.foot.setContentsMargins(24, 8, 24, 24)
        outer.addLayout(self.foot)
        across.addWidget(left)
        across.addWidget(rule(vertical=True))
        across.addWidget(self._right(), 1)

    def _right(self) -> QWidget:
        right = styled(QWidget(), "surface")
        box = column(right, (32, 24, 32, 24), gap=12)
        box.addWidget(label(tr("Character"), "subtitle"))
        cards = row(gap=16)
        for number, card in enumerate(self.cards.values()):
            self._group.addButton(card, number)
            cards.addWidget(card, 1)
        box.addLayout(cards)
        box.addSpacing(8)
        box.addWidget(label(tr("Your pages"), "subtitle"))
        box.addWidget(self.cover, 1)
        return right

    def _add(self, box: QVBoxLayout, words: str, field: QWidget) -> None:
        cell = column(gap=4)
        above = label(words, "field")
        above.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(words)
        cell.addWidget(above)
        cell.addWidget(field)
        box.addLayout(cell)

    def _connect(self) -> None:
        self.name.textEdited.connect(lambda _: self._touched())
        self.logo.edited.connect(self._logo_read)
        for field in (self.accent, self.second):
            field.edited.connect(lambda _: self._color_chosen())
        self.languages.edited.connect(self._spoken)
        self._pause.timeout.connect(self.refresh)
        self.proofs.painted.connect(self._painted)

    # what is wished ------------------------------------------------------------------------------------------------

    @property
    def filled(self) -> Filled:
        """What stands in the form."""
        name = " ".join(self.name.text().split())
        return Filled(
            name, self.logo.logo, self.accent.value, self.second.value, self.base, self._language, self._chosen
        )  # fmt: skip

    @property
    def base(self) -> str:
        """The character that is chosen."""
        return BASES[max(self._group.checkedId(), 0)]

    def show_filled(self, filled: Filled) -> None:
        """Show what stood in a form before."""
        self.name.setText(filled.name)
        self.logo.show_logo(filled.logo)
        self.accent.show_value(filled.accent)
        self.second.show_value(filled.second)
        self._suggest()
        self.cards[filled.base].setChecked(True)
        self._language, self._chosen = filled.language, filled.chosen
        self.languages.show_value(filled.language)
        self._pause.start(0)

    def wish(self, base: str = "") -> BrandWish:
        """Return what is wished, in another character where one is named."""
        filled = self.filled
        title = filled.name or tr("Studio Osen")
        return BrandWish(title, filled.accent, logo=filled.logo, second=filled.second, base=base or filled.base)

    def _touched(self) -> None:
        self._pause.start()
        self.changed.emit()

    def _color_chosen(self) -> None:
        self._chosen = True
        self._touched()

    def _spoken(self, chosen: object) -> None:
        self._language = str(chosen)
        self._touched()

    def _suggest(self) -> None:
        offered = self.logo.logo.suggested if self.logo.logo is not None else ()
        self.accent.suggest(offered)
        self.second.suggest(offered)

    def _logo_read(self) -> None:
        """Take the colours of the logo, unless somebody has chosen others."""
        self._suggest()
        offered = self.logo.logo.suggested if self.logo.logo is not None else ()
        if offered and not self._chosen:
            self.accent.show_value(offered[0])
            self.second.show_value(offered[1] if len(offered) > 1 else "")
        self._touched()

    # what is seen --------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Paint the pages anew: the large ones first."""
        if not self.accent.value:
            return
        ratio = self.devicePixelRatioF()
        studio = self.filled.name or tr("Studio Osen")
        large = Wanted(OWN_SHEETS, round(LARGE_WIDTH * ratio), self._language, studio=studio)
        self.proofs.think(LARGE, self.wish(), large, first=True)
        small = Wanted(CARD_SHEETS, round(150 * ratio), self._language, studio=studio)
        for base in BASES:
            self.proofs.think(base, self.wish(base), small)

    def _painted(self, tag: str, images: Images) -> None:
        if tag == LARGE:
            self.cover.show_images(images)
        elif tag in self.cards:
            self.cards[tag].pages.show_images(images)
