"""The brand's mark: vectors, or a picture where it has none."""

from app.brand.tokens import Drawing
from app.brand.units import luminance
from app.layout.page import Item, PathItem, PictureItem
from app.layout.scene import Scene
from app.text.style import Align

WIDEST = 9.0
"""A mark is so many times as wide as high at most; a wider one becomes smaller and stands in the middle of its height."""
POINTS = 0.72
"""Points that a pixel of a picture takes at most, which are 100 dots an inch."""
SQUARE = 1.15
"""Marks that are hardly wider than high take the room that every mark has."""
LIGHT = 0.4
"""Luminance of colours for which the light variant of a mark is taken."""
GROUNDS = ("on-accent", "on-picture", "on-plate")
"""Roles of type that does not stand on the paper: marks of several colours become one there."""


def mark(
    scene: Scene, x: float, y: float, height: float, color: str, *, widest: float = WIDEST, align: Align = Align.LEFT
) -> list[Item]:
    """Return the mark with its top left corner at (x, y); with `align` x is its middle or its right edge.

    Shapes without a colour of their own take the palette role `color`.
    """
    drawing = _variant(scene, color)
    if drawing is None or drawing.height <= 0:
        return []
    width, high = _size(drawing, height, widest)
    if drawing.picture:
        sharp = min(1.0, drawing.height * POINTS / high)
        width, high = width * sharp, high * sharp
    x -= {Align.CENTER: width / 2, Align.RIGHT: width}.get(align, 0.0)
    y += (height - high) / 2
    if drawing.picture:
        return [PictureItem(x, y, width, high, drawing.picture, fit=True, source="brand")]
    return _shapes(scene, drawing, x, y, high / drawing.height, color)


def extent(scene: Scene, height: float, widest: float = WIDEST) -> float:
    """Return how wide the mark is at a height; nothing where there is none."""
    drawing = scene.brand.drawings.get("mark")
    return _size(drawing, height, widest)[0] if drawing is not None and drawing.height > 0 else 0.0


def room(scene: Scene, height: float, usual: float) -> float:
    """Return how far what follows stands from the left edge of the mark: `usual` for one that is about square."""
    width = extent(scene, height)
    if not width:
        return 0.0
    return usual if width <= height * SQUARE else usual + width - height


def _variant(scene: Scene, color: str) -> Drawing | None:
    """Return the mark for a colour: the light or the dark one off the paper, where the brand has such."""
    drawings = scene.brand.drawings
    if color in GROUNDS:
        name = "mark-light" if luminance(scene.brand.color(color)) > LIGHT else "mark-dark"
        return drawings.get(name) or drawings.get("mark")
    return drawings.get("mark")


def _size(drawing: Drawing, height: float, widest: float) -> tuple[float, float]:
    """Return width and height of a mark within its room."""
    scale = min(1.0, widest * drawing.height / drawing.width) if drawing.width > 0 else 1.0
    return drawing.width * height / drawing.height * scale, height * scale


def _shapes(scene: Scene, drawing: Drawing, x: float, y: float, scale: float, color: str) -> list[Item]:
    items: list[Item] = []
    own, told = color not in GROUNDS, scene.brand.color(color)
    for shape in drawing.shapes:
        commands = tuple(
            (command[0], *(_place(value, i, x, y, scale) for i, value in enumerate(command[1:]))) for command in shape.commands
        )
        fill, stroke = ("" if paint == "none" else (paint if own and paint else told) for paint in (shape.fill, shape.stroke))
        items.append(PathItem(commands, fill, stroke, shape.stroke_width * scale, opacity=shape.opacity, even_odd=shape.even_odd))
    return items


def _place(value: str | float, index: int, x: float, y: float, scale: float) -> float:
    return float(value) * scale + (y if index % 2 else x)
