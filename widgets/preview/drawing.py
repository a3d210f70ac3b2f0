"""How the pages and what is pointed at are drawn on the desk."""

from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from widgets.look.look import Look, face
from widgets.preview.geometry import Hit, boxes_of, frames
from widgets.preview.pages import Pages

LABEL_HEIGHT, LABEL_PAD = 18, 6
MOST_LABEL = 280
SPREAD = 6
"""Pixels that the shadow of a page reaches."""
MOST_SHADOWS = 16


class Desk(Protocol):
    """Where the pages lie."""

    def box_rect(self, index: int, box: QRectF) -> QRectF:
        """Return where a part of a page is seen."""


class Drawing:
    """Draws pages, frames and labels. `name` tells what a thing is called and whether one can type there."""

    def __init__(self, pages: Pages, look: Look) -> None:
        self._pages, self._look = pages, look
        self.name: Callable[[Hit], tuple[str, bool]] = lambda _: ("", False)
        self._over: tuple[int, str] = (-1, "")
        self._frames: list[QRectF] = []
        self._label = ""
        self._typed = False
        self._drawn: dict[int, int] = {}
        self._shadows: dict[tuple[int, int, str], tuple[tuple[QRect, QColor], ...]] = {}

    def hover(self, found: Hit | None) -> Qt.CursorShape:
        """Note what the pointer is over. Return the shape of the pointer there."""
        over = (found.index, found.origin) if found is not None and found.origin else (-1, "")
        if over != self._over or found is None:
            self._over = over
            self._label, self._typed = self.name(found) if found is not None and found.origin else ("", False)
            self._frames = frames(boxes_of(found.page, found.origin)) if found is not None and found.origin else []
        if found is not None and self._frames:
            self._frames.sort(key=lambda box: not box.adjusted(-2, -2, 2, 2).contains(found.point))
        if not over[1]:
            return Qt.CursorShape.ArrowCursor
        return Qt.CursorShape.IBeamCursor if self._typed else Qt.CursorShape.PointingHandCursor

    @property
    def hovered(self) -> str:
        """What the label says that is shown now."""
        return self._label

    def ground(self, painter: QPainter, room: QRect) -> None:
        """Draw what the pages lie on."""
        painter.fillRect(room, self._look.color("desk"))

    def focus(self, painter: QPainter, room: QRect) -> None:
        """Draw the frame of what has the focus."""
        painter.setPen(QPen(self._look.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(room).adjusted(1, 1, -1, -1))

    def words(self, painter: QPainter, room: QRect, words: str) -> None:
        """Say something where no pages are."""
        painter.setPen(self._look.color("secondary"))
        painter.drawText(room.adjusted(32, 32, -32, -32), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)

    def page(self, painter: QPainter, index: int, rect: QRectF, scale: float, marked: str) -> None:
        """Draw a page with the frames of what is chosen and pointed at."""
        self._shadow(painter, rect.toRect())
        picture = self._picture(index)
        self._drawn[index] = _key(picture)
        if picture is None:
            painter.fillRect(rect, QColor("#FFFFFF"))
        else:
            _draw(painter, rect, picture)
        painter.setPen(QPen(self._look.color("page-edge"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        for box in frames(boxes_of(self._pages.pages[index], marked)):
            self._frame(painter, rect, box, scale, 0.06)
        if self._over[0] == index:
            for box in self._frames:
                self._frame(painter, rect, box, scale, 0.0)

    def is_outdated(self, index: int) -> bool:
        """Tell whether another picture of a page is there now than the one that was drawn last."""
        return self._drawn.get(index) != _key(self._picture(index))

    def _picture(self, index: int) -> QImage | None:
        pictures = self._pages.pictures(index)
        return pictures.large or pictures.small

    def _shadow(self, painter: QPainter, page: QRect) -> None:
        """Draw the shadow that is seen beside and below a page; the page itself covers the rest."""
        key = (page.width(), page.height(), self._look.theme.name)
        if key not in self._shadows:
            self._shadows[key] = tuple(_strips(page.size(), self._look))
            if len(self._shadows) > MOST_SHADOWS:
                del self._shadows[next(iter(self._shadows))]
        for strip, color in self._shadows[key]:
            painter.fillRect(strip.translated(page.topLeft()), color)

    def _frame(self, painter: QPainter, page: QRectF, box: QRectF, scale: float, wash: float) -> None:
        around = QRectF(page.topLeft() + box.topLeft() * scale, box.size() * scale).adjusted(-4, -3, 4, 3)
        painter.setPen(QPen(self._look.color("accent", 0.7), 1.5))
        painter.setBrush(self._look.color("accent", wash) if wash else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(around.intersected(page), 3, 3)

    def label(self, painter: QPainter, desk: Desk) -> None:
        """Draw the name of what is pointed at, above its frame, below where there is no room."""
        if not self._label or not self._frames:
            return
        around = desk.box_rect(self._over[0], self._frames[0]).adjusted(-4.75, -3, 4, 3)
        font = face(11, QFont.Weight.Medium)
        metrics = QFontMetricsF(font)
        text = metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, MOST_LABEL)
        tab = QRectF(around.left(), around.top() - LABEL_HEIGHT, metrics.horizontalAdvance(text) + 2 * LABEL_PAD, LABEL_HEIGHT)
        port = painter.viewport()
        if tab.top() < 0:
            tab.moveTop(min(around.bottom(), port.height() - LABEL_HEIGHT))
        tab.moveLeft(max(0.0, min(tab.left(), port.width() / painter.device().devicePixelRatioF() - tab.width())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        painter.drawRoundedRect(tab, 3, 3)
        painter.setFont(font)
        painter.setPen(self._look.color("on-accent"))
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, text)


def extent(page: QRectF) -> QRect:
    """Return all that is drawn for a page, its shadow included."""
    return page.toAlignedRect().adjusted(-SPREAD, -1, SPREAD, SPREAD + 1)


def _strips(size: QSize, look: Look) -> Iterator[tuple[QRect, QColor]]:
    """Yield what the shadow of a page of this size is made of, from the page's corner."""
    page = QRect(QPoint(0, 0), size)
    for spread, opacity in ((SPREAD, 0.02), (4, 0.03), (2, 0.05)):
        around, color = page.adjusted(-spread // 2, 1, spread // 2, spread), look.color("page-shadow", opacity)
        height = page.bottom() - around.top() + 1
        yield QRect(around.left(), around.top(), spread // 2, height), color
        yield QRect(page.right() + 1, around.top(), spread // 2, height), color
        yield QRect(around.left(), page.bottom() + 1, around.width(), around.bottom() - page.bottom()), color


def _key(picture: QImage | None) -> int:
    return 0 if picture is None else picture.cacheKey()


def _draw(painter: QPainter, rect: QRectF, picture: QImage) -> None:
    """Draw the picture of a page; one that has the pixels of its place is not scaled, which takes ten times as long."""
    ratio = painter.device().devicePixelRatioF()
    if abs(picture.width() - rect.width() * ratio) < 1:
        corner = rect.topLeft().toPoint()
        rect = QRectF(corner.x(), corner.y(), picture.width() / ratio, picture.height() / ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawImage(rect, picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    else:
        painter.drawImage(rect, picture)
