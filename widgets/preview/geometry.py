"""Where things stand on a page: what a click means, and which boxes a part of the proposal covers. Lengths are points."""

import math
from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from app.layout.page import Item, LinkItem, Page, Tag, TextItem

REACH = 2.0
"""A click so many points beside an item still means it."""
NEAR = 7.0
"""Boxes so many points apart are framed together."""
KEPT = 24
"""The boxes of so many pages are remembered: the pointer asks for them with every step."""


@dataclass(frozen=True)
class Hit:
    """What is under a point: the page with its index, the point on it, and the thing with its origin where there is one."""

    index: int
    page: Page
    point: QPointF
    origin: str = ""
    item: Item | None = None


def hit(page: Page, point: QPointF) -> str:
    """Return the origin of the smallest thing under a point, the topmost of equals; empty where there is none."""
    item = under(page, point)
    return str(getattr(item, "origin", ""))


def under(page: Page, point: QPointF) -> Item | None:
    """Return the smallest thing under a point that knows its origin, the topmost of equals."""
    found, smallest = None, math.inf
    for _, box, item in boxed(page):
        area = box.width() * box.height()
        if area <= smallest and box.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
            found, smallest = item, area
    return found


def link_at(page: Page, point: QPointF) -> LinkItem | None:
    """Return the link under a point."""
    links = (item for item in page.items if isinstance(item, LinkItem))
    return next((link for link in links if QRectF(link.x, link.y, link.width, link.height).contains(point)), None)


def boxes_of(page: Page, path: str) -> list[QRectF]:
    """Return the boxes of everything on the page that shows the part of the proposal at a path."""
    if not path:
        return []
    known, within = _known.get(id(page)), f"{path}/"
    if known is not None and known[0] is page:
        return [box for origin, box, _ in known[1] if origin == path or origin.startswith(within)]
    # all pages are asked for a path, and most show nothing of it
    return [_box(item) for item in page.items if (own := getattr(item, "origin", "")) and (own == path or own.startswith(within))]


def texts_of(page: Page, path: str) -> list[tuple[QRectF, TextItem]]:
    """Return the lines on the page that show the value at a path itself, with their boxes."""
    return [(box, item) for origin, box, item in boxed(page) if origin == path and isinstance(item, TextItem)]


def is_in_chrome(page: Page, path: str) -> bool:
    """Tell whether only the running head or foot of the page shows the value at a path itself."""
    shown = [item.tag for item in page.items if isinstance(item, TextItem) and item.origin == path]
    return bool(shown) and all(tag is Tag.ARTIFACT for tag in shown)


def frames(boxes: list[QRectF]) -> list[QRectF]:
    """Return frames around boxes: those close to each other, such as the lines of a paragraph, share one."""
    found: list[QRectF] = []
    for box in boxes:
        around = QRectF(box)
        for frame in [frame for frame in found if frame.adjusted(-NEAR, -NEAR, NEAR, NEAR).intersects(around)]:
            found.remove(frame)
            around = around.united(frame)
        found.append(around)
    return found


_Boxes = list[tuple[str, QRectF, Item]]
_known: OrderedDict[int, tuple[Page, _Boxes]] = OrderedDict()


def boxed(page: Page) -> _Boxes:
    """Return what on a page knows its origin, with its box. A page never changes; its successor is another one."""
    known = _known.get(id(page))
    if known is None or known[0] is not page:
        found = [(item.origin, _box(item), item) for item in page.items if getattr(item, "origin", "")]  # type: ignore[union-attr]
        _known[id(page)] = known = (page, found)
        while len(_known) > KEPT:
            _known.popitem(last=False)
    return known[1]


def _box(item: Item) -> QRectF:
    if isinstance(item, TextItem):
        return _text_box(item)
    commands = getattr(item, "commands", None)
    if commands is not None:
        return _path_box(commands)
    width, height = getattr(item, "width", 0.0), getattr(item, "height", 0.0)
    return QRectF(getattr(item, "x", 0.0), getattr(item, "y", 0.0), width, height)


def _text_box(item: TextItem) -> QRectF:
    size = max((run.size for run in item.line.runs), default=0.0)
    if not item.angle:
        return QRectF(item.x + item.line.x, item.y - 0.85 * size, item.line.width, 1.1 * size)
    left, right = item.line.x, item.line.x + item.line.width
    corners = [QPointF(x, y) for x in (left, right) for y in (-0.85 * size, 0.25 * size)]
    turn = -math.radians(item.angle)
    turned = [
        QPointF(
            item.x + p.x() * math.cos(turn) - p.y() * math.sin(turn), item.y + p.x() * math.sin(turn) + p.y() * math.cos(turn)
        )
        for p in corners
    ]
    return _around(turned)


def along(item: TextItem, point: QPointF) -> float:
    """Return how far along its line a point of the page is, from where the line's column begins; turned lines too."""
    turn = math.radians(item.angle)
    x, y = point.x() - item.x, point.y() - item.y
    return x * math.cos(turn) - y * math.sin(turn)


def _path_box(commands: tuple[tuple[str | float, ...], ...]) -> QRectF:
    numbers = [[float(value) for value in command[1:]] for command in commands]
    return _around([QPointF(row[i], row[i + 1]) for row in numbers for i in range(0, len(row), 2)])


def _around(points: list[QPointF]) -> QRectF:
    if not points:
        return QRectF()
    left, top = min(p.x() for p in points), min(p.y() for p in points)
    return QRectF(left, top, max(p.x() for p in points) - left, max(p.y() for p in points) - top)
