"""A field for the brandbook of a proposal: each by its title, with a swatch of its colours."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from widgets.desk import Desk
from widgets.fields.choice import ChoiceField
from widgets.look.look import Look
from widgets.services import Pipeline
from widgets.words import language

SWATCH = QSize(30, 14)
SHARPNESS = 3
_ROLES = ("paper", "ink", "accent")
"""What a brandbook is told by, in equal parts."""


@dataclass(frozen=True)
class Told:
    """How a brandbook is called in each language, and its colours; none where it cannot be read."""

    title: tuple[tuple[str, str], ...] = ()
    colors: tuple[str, ...] = ()


_seen: dict[str, Told] = {}
"""What brandbooks were told by when they were read last: a form that is built anew begins with it."""


def read(pipeline: Pipeline, names: Iterable[str]) -> dict[str, Told]:
    """Look at brandbooks. For the worker."""
    found = {}
    for name in names:
        brand = pipeline.brand(name).brand
        found[name] = Told(tuple(brand.title.items()), tuple(brand.color(role) for role in _ROLES)) if brand else Told()
    return found


class BrandbookField(ChoiceField):
    """The value is the name of a brandbook's folder."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._names = tuple(desk.pipeline.brandbooks())
        super().__init__(desk.look, [(name, name) for name in self._names], parent)
        self.setIconSize(SWATCH)
        self._tell()
        pipeline, names = desk.pipeline, self._names
        desk.jobs.start(lambda _: read(pipeline, names), self._learn, lambda _: None)

    def words_of(self, value: object) -> str:
        """Return how a brandbook is called; one that cannot be read by its folder."""
        name = str(value or "")
        titles = dict(_seen.get(name, Told()).title)
        return titles.get(language(), "") or next(filter(None, titles.values()), "") or name

    def _learn(self, found: dict[str, Told]) -> None:
        _seen.update(found)
        if isValid(self):
            self._tell()

    def _tell(self) -> None:
        """Call every brandbook by its title; those that share one by their folders too."""
        titles = [self.words_of(name) for name in self._names]
        shared = Counter(titles)
        for i, (name, title) in enumerate(zip(self._names, titles, strict=True)):
            self.setItemText(i, f"{title} ({name})" if shared[title] > 1 else title)
            colors = _seen.get(name, Told()).colors
            self.setItemIcon(i, swatch(self._look, colors) if colors else QIcon())
        self.update()


def swatch(look: Look, colors: tuple[str, ...]) -> QIcon:
    """Return colours beside each other, with a line around them."""
    picture = QPixmap(SWATCH * SHARPNESS)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(0.5, 0.5, SWATCH.width() - 1, SWATCH.height() - 1)
    edge = QPainterPath()
    edge.addRoundedRect(box, 4, 4)
    painter.setClipPath(edge)
    part = box.width() / len(colors)
    for i, color in enumerate(colors):
        painter.fillRect(QRectF(box.left() + i * part, box.top(), part + 0.5, box.height()), QColor(color))
    painter.setClipping(False)
    painter.setPen(QPen(look.color("outline"), 1))
    painter.drawPath(edge)
    painter.end()
    return QIcon(picture)
