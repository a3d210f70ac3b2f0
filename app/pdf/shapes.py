"""Boxes, rules and paths on a page."""

from app.layout.page import BoxItem, PathItem, RuleItem
from app.pdf.ink import Ink
from app.pdf.numbers import numbers

ROUND = 0.5522847498
"""Where the handles of a Bézier quarter circle stand, as a share of the radius (error 0.03 %)."""


def paint_box(item: BoxItem, ink: Ink) -> None:
    """Paint a rectangle. Its stroke stands on its edge."""
    stroked = bool(item.stroke) and item.stroke_width > 0
    if item.width <= 0 or item.height <= 0 or not (item.fill or stroked):
        return
    outline = rounded(item.x, ink.up(item.y + item.height), item.width, item.height, item.radius) if item.radius > 0 else ""
    ink.opacity(item.opacity)
    if item.fill:
        ink.fill(item.fill)
    if stroked:
        ink.stroke(item.stroke, item.stroke_width)
    ink.write(f"{outline or ink.box(item.x, item.y, item.width, item.height)} {_how(bool(item.fill), stroked)}")


def paint_rule(item: RuleItem, ink: Ink) -> None:
    """Paint a straight line."""
    ink.opacity(1)
    ink.stroke(item.color, item.weight, item.dash)
    ink.write(f"{numbers((item.x1, ink.up(item.y1)))} m {numbers((item.x2, ink.up(item.y2)))} l S")


def paint_path(item: PathItem, ink: Ink) -> None:
    """Paint a path."""
    stroked = bool(item.stroke) and item.stroke_width > 0
    if not item.commands or not (item.fill or stroked):
        return
    ink.opacity(item.opacity)
    if item.fill:
        ink.fill(item.fill)
    if stroked:
        ink.stroke(item.stroke, item.stroke_width)
    star = "*" if item.even_odd and item.fill else ""
    ink.write(f"{outline(item.commands, ink.height)} {_how(bool(item.fill), stroked)}{star}")


def outline(commands: tuple[tuple[str | float, ...], ...], height: float) -> str:
    """Return the operators of a path on a page of `height` points, whose y runs upwards there."""
    parts: list[str] = []
    for name, *rest in commands:
        if name == "Z":
            parts.append("h")
            continue
        points = [float(value) if place % 2 == 0 else height - float(value) for place, value in enumerate(rest)]
        parts.append(f"{numbers(points)} {str(name).lower()}")
    return " ".join(parts)


def rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle with round corners, x and y being its bottom left corner in the page's own system."""
    r = min(radius, width / 2, height / 2)
    k = r * (1 - ROUND)
    right, top = x + width, y + height
    return (
        f"{numbers((x + r, y))} m {numbers((right - r, y))} l {numbers((right - k, y, right, y + k, right, y + r))} c "
        f"{numbers((right, top - r))} l {numbers((right, top - k, right - k, top, right - r, top))} c "
        f"{numbers((x + r, top))} l {numbers((x + k, top, x, top - k, x, top - r))} c "
        f"{numbers((x, y + r))} l {numbers((x, y + k, x + k, y, x + r, y))} c h"
    )


def round_foot(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a rectangle whose lower corners are round, x and y being its bottom left corner on the page."""
    r = min(radius, width / 2, height)
    k = r * (1 - ROUND)
    right, top = x + width, y + height
    return (
        f"{numbers((x + r, y))} m {numbers((right - r, y))} l {numbers((right - k, y, right, y + k, right, y + r))} c "
        f"{numbers((right, top))} l {numbers((x, top))} l {numbers((x, y + r))} l {numbers((x, y + k, x + k, y, x + r, y))} c h"
    )


def _how(filled: bool, stroked: bool) -> str:
    if filled:
        return "B" if stroked else "f"
    return "S"
