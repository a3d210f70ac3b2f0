"""The family of line icons, tinted in a colour of the theme."""

from functools import cache
from math import hypot

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from widgets.look.scale import magnification
from widgets.look.theme import ASSETS, Theme

SIZE = 20
_clones: "list[Engine]" = []


def pixmap(name: str, color: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Draw an icon in a colour (`#RRGGBB`), `size` pixels wide on a screen with so many device pixels a pixel."""
    ratio *= magnification()  # as sharp as it is seen
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


def pixels_a_point(painter: QPainter) -> float:
    """Return how many pixels of the screen a pixel has where this painter paints; what is drawn larger as a whole counts as
    designed, for `pixmap` knows of that itself.

    To be told by its device, PySide would make a class of everything that might be one, all widgets included.
    """
    there = painter.deviceTransform()
    return hypot(there.m11(), there.m12()) / magnification()


class Engine(QIconEngine):
    """Draws an icon when it is seen: quiet, faint where disabled, accented where checked. Most are in menus that stay shut."""

    def __init__(self, theme: Theme, name: str, color: str) -> None:
        super().__init__()
        self._theme, self._name, self._color = theme, name, color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it into a rectangle."""
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, pixels_a_point(painter)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it in a size."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return it in a size in points of the screen, `scale` pixels each."""
        color = "accent" if state is QIcon.State.On else self._color
        color = "disabled" if mode is QIcon.Mode.Disabled else color
        side = min(size.width(), size.height())
        return pixmap(self._name, self._theme.colors[color], side, scale) if side > 0 else QPixmap()

    def clone(self) -> QIconEngine:
        """Return another one, which Qt destroys; Python would be too early."""
        _clones.append(Engine(self._theme, self._name, self._color))
        return _clones[-1]


def icon(theme: Theme, name: str, color: str = "secondary") -> QIcon:
    """Return an icon for buttons and menus. Raises KeyError for a colour that no theme has."""
    theme.colors[color]
    return QIcon(Engine(theme, name, color))


@cache
def _source(name: str) -> str:
    return (ASSETS / "icons" / f"{name}.svg").read_text(encoding="utf-8")


class Emblem(Engine):
    """Draws the program's own icon, whose colours no theme changes."""

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return it in a size in points of the screen, `scale` pixels each."""
        side = min(size.width(), size.height())
        return pixmap(self._name, "#FFFFFF", side, scale) if side > 0 else QPixmap()

    def clone(self) -> QIconEngine:
        """Return another one, which Qt destroys; Python would be too early."""
        _clones.append(Emblem(self._theme, self._name, self._color))
        return _clones[-1]


def application_icon(theme: Theme) -> QIcon:
    """Return the program's own icon; it is drawn in the sizes that the system asks for."""
    return QIcon(Emblem(theme, "blesna", "accent"))
