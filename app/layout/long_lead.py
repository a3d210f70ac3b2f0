"""Leading sentences that are longer than a display page has room for."""

from collections.abc import Iterator

from app.layout.blocks import Block, TextBlock
from app.layout.flow import fill
from app.layout.page import Tag
from app.layout.scene import Scene, Sheet

STYLES = ("lead", "letter")
"""A leading sentence that is too long for its own style becomes a text; beyond that it gets pages of its own."""


def fitting_lead(scene: Scene, text: str, origin: str, width: float, room: float, color: str = "") -> TextBlock | None:
    """Set a lead in the largest style in which it fits the room; None where there is none or it never fits."""
    return next((block for block in leads(scene, text, origin, width, color) if block.height <= room), None)


def leads(scene: Scene, text: str, origin: str, width: float, color: str = "") -> Iterator[TextBlock]:
    """Yield a lead in the styles that it may be set in, the largest first; nothing where there is none."""
    if text:
        for style in STYLES:
            yield scene.setter.text(style, text, width, origin=origin, tag=Tag.P, color=color)


def lead_pages(scene: Scene, section: str, text: str) -> list[Sheet]:
    """Lay out the lead of a section that has no place on its page as text on pages of its own."""
    grid = scene.grid
    centred = scene.brand.styles["title"].align == "center"
    column, span = (1, 10) if centred else (5, 7) if grid.lying else (3, 9)
    sheets: list[Sheet] = []
    rest: tuple[Block, ...] = (scene.setter.text("letter", text, grid.span(span), origin=f"sections/{section}/lead"),)
    while rest:
        sheet = Sheet(scene, section)
        filled = fill(rest, grid.bottom - grid.top)
        filled.draw(sheet.items, grid.x(column), grid.top)
        rest = filled.rest
        sheets.append(sheet)
    return sheets
