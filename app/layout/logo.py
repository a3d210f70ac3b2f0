"""The brand's mark as vectors."""

from app.layout.page import Item, PathItem
from app.layout.scene import Scene


def mark(scene: Scene, x: float, y: float, height: float, color: str) -> list[Item]:
    """Return the mark with its top left corner at (x, y). Shapes without a colour of their own take the palette role `color`."""
    drawing = scene.brand.drawings.get("mark")
    if drawing is None or drawing.height <= 0:
        return []
    scale = height / drawing.height
    items: list[Item] = []
    for shape in drawing.shapes:
        commands = tuple(
            (command[0], *(_place(value, i, x, y, scale) for i, value in enumerate(command[1:]))) for command in shape.commands
        )
        fill, stroke = ("" if paint == "none" else paint or scene.brand.color(color) for paint in (shape.fill, shape.stroke))
        items.append(PathItem(commands, fill, stroke, shape.stroke_width * scale, opacity=shape.opacity, even_odd=shape.even_odd))
    return items


def _place(value: str | float, index: int, x: float, y: float, scale: float) -> float:
    return float(value) * scale + (y if index % 2 else x)
