"""The family of line icons, tinted in a colour of the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from widgets.look.theme import ASSETS, Theme

SIZE = 20
_RATIOS = (1.0, 2.0)


def pixmap(name: str, color: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in a colour (`#RRGGBB`), `size` pixels wide on a screen with so many device pixels a pixel."""
    key = f"{name}{color}{size}@{ratio}"
    drawn = QPixmap()
    if QPixmapCache.find(key, drawn):
        return drawn
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(theme: Theme, name: str, color: str = "secondary") -> QIcon:
    """Return an icon for buttons and menus: quiet, faint where disabled, accented where checked."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, theme.colors[color], SIZE, ratio))
        made.addPixmap(pixmap(name, theme.colors["disabled"], SIZE, ratio), QIcon.Mode.Disabled)
        made.addPixmap(pixmap(name, theme.colors["accent"], SIZE, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return made


@cache
def _source(name: str) -> str:
    return (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def application_icon() -> QIcon:
    """Return the program's own icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(pixmap("blesna", "#FFFFFF", size))
    return made
