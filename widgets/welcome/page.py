"""What is seen when there is nothing yet: two choices, and the one form that the second needs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.wording import worded
from widgets.brands.form import BrandForm, Filled
from widgets.desk import Desk
from widgets.look.look import Look
from widgets.look.parts import column, label, push, row, styled
from widgets.look.scale import px
from widgets.places.plate import Plate
from widgets.words import language, tr

CARD = QSize(320, 160)
LANGUAGES = (("ru", "Русский"), ("en", "English"))


class Choice(Plate):
    """One of the two choices, large enough to say what it does."""

    def __init__(self, look: Look, icon: str, words: str, purpose: str, call: Callable[[], object]) -> None:
        super().__init__(look, words, call, edged=True)
        self.setFixedWidth(px(CARD.width()))
        self.setAccessibleDescription(purpose)
        self.least = px(CARD.height())
        box = column(self, (24, 24, 24, 24), gap=8)
        sign = QLabel()
        sign.setPixmap(look.icon(icon, "accent").pixmap(QSize(px(24), px(24)), self.devicePixelRatioF()))
        title, told = label(words, "title", wrap=True), label(purpose, "quiet", wrap=True)
        for part in (sign, title, told):
            box.addWidget(part, 1 if part is told else 0)
        told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.put(sign, title, told)


class WelcomePage(QWidget):
    """Two choices; `shown` asks for the demonstration, `made` for what stands in the form, `left` to see neither.

    `spoken` brings the language of the window that somebody would rather read.
    """

    shown = Signal()
    made = Signal()
    left = Signal()
    spoken = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        styled(self, "surface")
        self._desk = desk
        self.show_me = Choice(
            desk.look, "preview", tr("Show me"),
            tr("Two finished proposals and a filled library come in. Turn pages, change anything: it is a copy."),
            self._ask_demo,
        )  # fmt: skip
        self.start_mine = Choice(
            desk.look, "brandbooks", tr("Start mine"),
            tr("Name, logo and two colours become a brandbook of your own. It takes a minute."),
            self.begin,
        )  # fmt: skip
        self.form = BrandForm(desk, speaks=True)
        self.make = push(tr("Create"), self._create, "primary")
        self.back = push(tr("Back"), self.go_back)
        self.skip = push(tr("Neither, thanks: to the empty list"), self.left.emit, "link")
        self._told = label("", "complaint", wrap=True)
        self._pages = QStackedWidget()
        self._build()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self._escape)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._create)
        self.form.changed.connect(self._check)
        self._check()

    def _build(self) -> None:
        column(self).addWidget(self._pages)
        self._pages.addWidget(self._first())
        self._told.hide()
        self.form.foot.addWidget(self._told)
        buttons = row(gap=8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.make)
        self.form.foot.addLayout(buttons)
        self._pages.addWidget(self.form)

    def _first(self) -> QWidget:
        page = QWidget()
        middle = QWidget()
        middle.setFixedWidth(px(CARD.width()) * 2 + 24)
        box = column(middle, gap=8)
        box.addStretch(2)
        box.addWidget(label("Blesna", "display"))
        box.addWidget(label(tr("An estimate becomes a proposal that one likes to read."), "quiet", wrap=True))
        box.addSpacing(24)
        cards = row(gap=24)
        cards.addWidget(self.show_me, 0, Qt.AlignmentFlag.AlignTop)
        cards.addWidget(self.start_mine, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(cards)
        box.addSpacing(16)
        foot = row(gap=8)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        for code, words in LANGUAGES:
            chip = push(words, partial(self.spoken.emit, code), "chip")
            chip.setCheckable(True)
            chip.setChecked(code == language())
            foot.addWidget(chip)
        box.addLayout(foot)
        box.addStretch(3)
        across = row(page)
        across.addStretch(1)
        across.addWidget(middle)
        across.addStretch(1)
        return page

    # what is done --------------------------------------------------------------------------------------------------

    @property
    def is_filling(self) -> bool:
        """Whether the form is seen."""
        return self._pages.currentWidget() is self.form

    def begin(self) -> None:
        """Show the form."""
        self._pages.setCurrentWidget(self.form)
        self.form.refresh()
        self.form.name.setFocus()

    def go_back(self) -> None:
        """Show the two choices again."""
        self._pages.setCurrentIndex(0)
        self.start_mine.setFocus()

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        (self.form.name if self.is_filling else self.show_me).setFocus()

    def complain(self, problems: object) -> None:
        """Say why nothing came of it; the form stays as it is."""
        told = [worded(one, language()) for one in problems]  # type: ignore[attr-defined]
        self._told.setText(" ".join(told[:2]))
        self._told.setVisible(bool(told))
        self._busy(False)

    def show_filled(self, filled: Filled) -> None:
        """Show the form as it was."""
        self.form.show_filled(filled)
        self._check()
        self.begin()

    def _ask_demo(self) -> None:
        self.show_me.setEnabled(False)
        self.shown.emit()

    def _create(self) -> None:
        if self.is_filling and self.make.isEnabled():
            self._busy(True)
            self.made.emit()

    def _busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy and self._is_whole())
        self.show_me.setEnabled(not busy)

    def _escape(self) -> None:
        if self.is_filling:
            self.go_back()
        else:
            self.left.emit()

    def _is_whole(self) -> bool:
        filled = self.form.filled
        return bool(filled.name and filled.accent)

    def _check(self) -> None:
        whole = self._is_whole()
        self.make.setEnabled(whole)
        self.make.setToolTip("" if whole else tr("The studio's name and a colour are needed."))
