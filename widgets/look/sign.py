"""An icon at the beginning of a line that is typed into; Qt's own keeps one size whatever the letters are."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from widgets.look.look import Look
from widgets.look.parts import row
from widgets.look.scale import px

SIDE, EDGE, GAP = 16, 8, 4
"""Pixels: of the icon, before it, and after it besides the edge that a line has anyway."""


def show_sign(line: QLineEdit, look: Look, icon: str) -> None:
    """Show an icon at the beginning of a line, which says as little as words that are not typed yet."""
    sign = QLabel()
    sign.setPixmap(look.icon(icon, "tertiary").pixmap(QSize(px(SIDE), px(SIDE)), line.devicePixelRatioF()))
    sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    across = row(line, (EDGE, 0, 0, 0))
    across.addWidget(sign)
    across.addStretch(1)
    line.setTextMargins(px(SIDE) + GAP, 0, 0, 0)
