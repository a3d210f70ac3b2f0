"""Where things stand on a page: what a click means, and which boxes a part of the proposal covers. Lengths are points."""

import math
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from app.layout.page import Item, Page, TextItem

REACH = 2.0
"""A click so many points beside an item still means it."""
NEAR = 7.0
"""Boxes so many points apart are framed together."""


def hit(page: Page, point: QPointF) -> str:
    """Return the origin of the smallest thing under a point, the topmost of equals; empty where there is none."""
    found, smallest = "", math.inf
    for origin, box in _boxes(page):
        area = box.width() * box.height()
        if area <= smallest and box.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
            found, smallest = origin, area
    return found


def boxes_of(page: Page, path: str) -> list[QRectF]:
    """Return the boxes of everything on the page that shows the part of the proposal at a path."""
    return [box for origin, box in _boxes(page) if path and (origin == path or origin.startswith(f"{path}/"))]


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


def _boxes(page: Page) -> Iterator[tuple[str, QRectF]]:
    for item in page.items:
        origin = getattr(item, "origin", "")
        if origin:
            yield origin, _box(item)


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


def _path_box(commands: tuple[tuple[str | float, ...], ...]) -> QRectF:
    numbers = [[float(value) for value in command[1:]] for command in commands]
    return _around([QPointF(row[i], row[i + 1]) for row in numbers for i in range(0, len(row), 2)])


def _around(points: list[QPointF]) -> QRectF:
    if not points:
        return QRectF()
    left, top = min(p.x() for p in points), min(p.y() for p in points)
    return QRectF(left, top, max(p.x() for p in points) - left, max(p.y() for p in points) - top)
