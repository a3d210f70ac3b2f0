"""All pages at once, small, to go to one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.layout.page import Page

GAP, EDGE, MOST_COLUMNS = 16.0, 48.0, 24


@dataclass(frozen=True)
class PageGrid:
    """Where each page stands, and how many stand beside each other."""

    boxes: tuple[QRectF, ...]
    columns: int

    def at(self, point: QPointF) -> int:
        """Return the page under a point, -1 for none."""
        return next((i for i, box in enumerate(self.boxes) if box.contains(point)), -1)

    def step(self, index: int, across: int, down: int) -> int:
        """Return the page that stands so many columns and rows on, the same where there is none."""
        wanted = index + across + down * self.columns
        return wanted if 0 <= wanted < len(self.boxes) else index


def page_grid(pages: Sequence[Page], room: QRectF) -> PageGrid:
    """Return the grid with the largest pages that fit a room."""
    inner = room.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    best = (0.0, 1)
    wide, high = max(page.width for page in pages), max(page.height for page in pages)
    for columns in range(1, min(MOST_COLUMNS, len(pages)) + 1):
        rows = -(-len(pages) // columns)
        scale = min((inner.width() - GAP * (columns - 1)) / columns / wide, (inner.height() - GAP * (rows - 1)) / rows / high)
        best = max(best, (scale, columns), key=lambda one: one[0])
    scale, columns = best
    rows = -(-len(pages) // columns)
    cell = (wide * scale + GAP, high * scale + GAP)
    left = inner.center().x() - (columns * cell[0] - GAP) / 2
    top = inner.center().y() - (rows * cell[1] - GAP) / 2
    boxes = []
    for i, page in enumerate(pages):
        width, height = page.width * scale, page.height * scale
        x, y = left + (i % columns) * cell[0], top + (i // columns) * cell[1]
        boxes.append(QRectF(x + (cell[0] - GAP - width) / 2, y + (cell[1] - GAP - height) / 2, width, height))
    return PageGrid(tuple(boxes), columns)
