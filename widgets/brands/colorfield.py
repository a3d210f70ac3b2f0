"""A field for a colour: a swatch that opens the system's dialog, the colour in letters, and colours that are suggested."""

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QToolButton, QWidget

from widgets.fields.text import PlainLine
from widgets.look.look import Look
from widgets.look.parts import empty, plain_tip, row
from widgets.look.scale import px
from widgets.words import tr

SWATCH, SMALL = 18, 16
HEX_WIDTH = 92
_HEX = re.compile(r"#?(?:([0-9a-fA-F]{6})|([0-9a-fA-F]{3}))")


def color_of(text: str) -> str:
    """Return a colour as it is typed (#FF4B1F, ff4b1f, #F40) in its usual form; nothing for what is none."""
    found = _HEX.fullmatch(text.strip())
    if not found:
        return ""
    figures = found[1] or "".join(figure * 2 for figure in found[2])
    return f"#{figures.upper()}"


def swatch(look: Look, color: str, size: int = SWATCH) -> QIcon:
    """Return a picture of a colour; of none a field that is struck through."""
    picture = QPixmap(size * 3, size * 3)
    picture.setDevicePixelRatio(3)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("outline"), 1))
    painter.setBrush(QColor(color) if color else look.color("surface"))
    box = QRectF(0.5, 0.5, size - 1, size - 1)
    painter.drawRoundedRect(box, 4, 4)
    if not color:
        painter.drawLine(box.bottomLeft(), box.topRight())
    painter.end()
    return QIcon(picture)


class ColorField(QWidget):
    """One colour. `edited` brings it; an empty text where it may be `optional`."""

    edited = Signal(str)

    def __init__(self, look: Look, name: str, *, optional: bool = False) -> None:
        super().__init__()
        self._look, self._name, self._optional = look, name, optional
        self._value = ""
        self.button = QToolButton()
        self.button.setIconSize(QSize(px(SWATCH), px(SWATCH)))
        self.button.setAccessibleName(tr("Choose: {name}", name=name))
        self.button.setToolTip(plain_tip(tr("Choose a colour…")))
        self.button.clicked.connect(lambda _checked=False: self._choose())
        self.line = PlainLine("#RRGGBB")
        self.line.setFixedWidth(px(HEX_WIDTH))
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._typed)
        self.line.editingFinished.connect(self._finished)
        box = row(self, gap=4)
        box.addWidget(self.button)
        box.addWidget(self.line)
        self._suggested = row(gap=2)
        box.addLayout(self._suggested)
        box.addStretch(1)
        self.setFocusProxy(self.line)
        self.show_value("")

    @property
    def value(self) -> str:
        """The colour that was taken last; empty where there is none."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a colour."""
        self._value = value
        self.line.setText(value)
        self.line.mark("")
        self.button.setIcon(swatch(self._look, value))

    def suggest(self, colors: Sequence[str]) -> None:
        """Offer colours, each by one click."""
        empty(self._suggested)
        for color in colors:
            offer = QToolButton()
            offer.setObjectName("swatch")
            offer.setIcon(swatch(self._look, color, SMALL))
            offer.setIconSize(QSize(px(SMALL), px(SMALL)))
            words = tr("From the logo: {color}", color=color)
            offer.setToolTip(plain_tip(words))
            offer.setAccessibleName(f"{self._name}. {words}")
            offer.clicked.connect(partial(self._take, color))
            self._suggested.addWidget(offer)

    def _take(self, color: str, _checked: bool = False) -> None:
        if color != self._value:
            self.show_value(color)
            self.edited.emit(color)

    def _typed(self, text: str) -> None:
        """Take a colour as soon as it is whole."""
        color = color_of(text) if len(text.strip().lstrip("#")) == 6 else ""
        if color and color != self._value:
            self._value = color
            self.line.mark("")
            self.button.setIcon(swatch(self._look, color))
            self.edited.emit(color)

    def _finished(self) -> None:
        text = self.line.text().strip()
        color = color_of(text)
        if color or (not text and self._optional):
            self._take(color) if color != self._value else self.show_value(color)
        else:
            self.line.mark(tr("Colours look like #FF4B1F."))

    def _choose(self) -> None:
        found = QColorDialog.getColor(QColor(self._value or "#808080"), self.window(), self._name)
        if found.isValid():
            self._take(found.name().upper())
