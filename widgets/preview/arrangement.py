"""How pages lie on the desk: one below the other, or two beside each other as in a book. Lengths are pixels."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from app.layout.page import Page

GAP = 24
SPINE = 2
"""Between the two pages of a spread."""


@dataclass(frozen=True)
class Arrangement:
    """Where each page lies on a desk of this size; `rows` are the indices of those beside each other."""

    boxes: tuple[QRectF, ...] = ()
    rows: tuple[tuple[int, ...], ...] = ()
    tops: tuple[float, ...] = ()
    width: float = 0.0
    height: float = 0.0

    def row_of(self, index: int) -> int:
        """Return the row of a page, -1 for none."""
        return next((number for number, row in enumerate(self.rows) if index in row), -1)

    def between(self, top: float, bottom: float) -> list[int]:
        """Return the pages of which something lies between two heights."""
        first = max(0, bisect_right(self.tops, top) - 1)
        found: list[int] = []
        for number in range(first, len(self.rows)):
            if self.tops[number] > bottom:
                break
            found += [i for i in self.rows[number] if self.boxes[i].bottom() > top and self.boxes[i].top() < bottom]
        return found


def rows_of(count: int, *, two_up: bool) -> tuple[tuple[int, ...], ...]:
    """Return which pages lie beside each other: of a book the cover alone, then left and right ones."""
    if not two_up:
        return tuple((i,) for i in range(count))
    return tuple((0,) if i == 0 else tuple(range(i, min(i + 2, count))) for i in (0, *range(1, count, 2)) if count)


def arrange(pages: Sequence[Page], scale: float, room: float, *, two_up: bool = False) -> Arrangement:
    """Lay pages out at so many pixels a point, in the middle of so much room across or of what they need."""
    rows = rows_of(len(pages), two_up=two_up)
    widest = max((_across(pages, row, scale) for row in rows), default=0.0)
    width = max(room, widest + 2 * GAP)
    boxes: list[QRectF] = []
    tops: list[float] = []
    top = float(GAP)
    for row in rows:
        left = (width - _across(pages, row, scale)) / 2
        high = max(pages[i].height for i in row) * scale
        tops.append(top)
        for i in row:
            page = pages[i]
            size = round(page.width * scale), round(page.height * scale)
            boxes.append(QRectF(round(left), round(top + (high - page.height * scale) / 2), *size))
            left += page.width * scale + SPINE
        top += high + GAP
    return Arrangement(tuple(boxes), rows, tuple(tops), widest + 2 * GAP, top)


def fitting(pages: Sequence[Page], room: tuple[float, float], *, two_up: bool, whole: bool) -> float:
    """Return the pixels a point at which the widest row fills the room, and is seen as a `whole` where that is wanted."""
    rows = rows_of(len(pages), two_up=two_up)
    spines = SPINE if any(len(row) > 1 for row in rows) else 0
    wide = (room[0] - 2 * GAP - spines) / max(sum(pages[i].width for i in row) for row in rows)
    high = (room[1] - 2 * GAP) / max(page.height for page in pages)
    return min(wide, high) if whole else wide


def _across(pages: Sequence[Page], row: tuple[int, ...], scale: float) -> float:
    return sum(pages[i].width for i in row) * scale + SPINE * (len(row) - 1)
