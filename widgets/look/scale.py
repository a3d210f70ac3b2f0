"""How large the window is: as the letters of the system are, and as somebody has chosen besides."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontDatabase, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

LEAST, MOST = 0.8, 2.0
STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""What can be chosen, as shares of the usual size."""
_USUAL = {"darwin": (12.0, 13.0), "win32": (9.0, 9.0)}
_ELSEWHERE = (9.0, 11.0)
"""Points of the system's letters where nobody changed them: from, to. Desktops of Linux differ."""

Index = QModelIndex | QPersistentModelIndex
D = TypeVar("D")


class _Now:
    """What holds for the whole application. `drawing` counts drawings that are made larger as a whole."""

    own = 1.0
    system = 1.0
    drawing = 0


def of_points(points: float, platform: str = sys.platform) -> float:
    """Return how much larger than usual letters of the system are; 1 where their size is not known in points."""
    least, most = _USUAL.get(platform, _ELSEWHERE)
    if points <= 0 or least <= points <= most:
        return 1.0
    return points / (most if points > most else least)


def follow_system() -> bool:
    """Look how large the letters of the system are. Return whether that changes anything."""
    before = factor()
    _Now.system = of_points(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF())
    return factor() != before


def choose(own: float) -> None:
    """Make everything larger by this than the system would have it."""
    _Now.own = own


def chosen() -> float:
    """Return what was chosen."""
    return _Now.own


def stepped(step: int) -> float:
    """Return what is chosen next: the next larger one, the next smaller one, or with 0 the usual one."""
    if step > 0:
        return min((one for one in STEPS if one > _Now.own), default=STEPS[-1])
    return max((one for one in STEPS if one < _Now.own), default=STEPS[0]) if step < 0 else 1.0


def factor() -> float:
    """Return how much larger than designed everything is."""
    return min(MOST, max(LEAST, _Now.own * _Now.system))


def px(pixels: float) -> int:
    """Return how many pixels something has that was designed with so many."""
    return round(pixels * factor())


def grown(size: QSize) -> QSize:
    """Return how large something is that was designed with a size."""
    return QSize(px(size.width()), px(size.height()))


def mark(many: float = 0.0) -> int:
    """Return how wide ticks and knobs are with their edges, as now or in letters so many times as large; even: they are round."""
    return 2 * round(8 * (many or factor()))


def letters(pixels: int) -> int:
    """Return the size of letters that were designed with this; what is drawn larger as a whole has them as designed."""
    return pixels if _Now.drawing else px(pixels)


def magnification() -> float:
    """Return by how much what is being drawn is made larger as a whole."""
    return factor() if _Now.drawing else 1.0


@contextmanager
def as_designed() -> Iterator[None]:
    """Within this, letters have the size that was designed."""
    _Now.drawing += 1
    try:
        yield
    finally:
        _Now.drawing -= 1


@contextmanager
def magnified(painter: QPainter, box: QRect) -> Iterator[QRect]:
    """Draw within a box as designed, and larger as a whole. Yield the box as it was designed."""
    if factor() == 1.0:
        yield box
        return
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(factor(), factor())
    with as_designed():
        yield QRect(0, 0, round(box.width() / factor()), round(box.height() / factor()))
    painter.restore()


def magnifies(
    paint: Callable[[D, QPainter, QStyleOptionViewItem, Index], None],
) -> Callable[[D, QPainter, QStyleOptionViewItem, Index], None]:
    """Let a delegate draw its rows as designed, and larger as a whole."""

    def drawn(self: D, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        with magnified(painter, option.rect) as box:
            if box is option.rect:
                paint(self, painter, option, index)
                return
            inner = QStyleOptionViewItem(option)
            inner.rect = box
            paint(self, painter, inner, index)

    drawn.__doc__ = paint.__doc__
    return drawn


def within(box: QRect, part: Callable[[QRect], QRect]) -> QRect:
    """Return where a part of a box is that is drawn larger as a whole."""
    many = factor()
    if many == 1.0:
        return part(box)
    found = part(QRect(0, 0, round(box.width() / many), round(box.height() / many)))
    corner, size = found.topLeft() * many, found.size() * many
    return QRect(box.topLeft() + corner, size)
