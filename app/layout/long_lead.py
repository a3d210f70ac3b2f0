"""Leading sentences that are longer than a display page has room for."""

from collections.abc import Iterator

from app.layout.blocks import Block, TextBlock
from app.layout.flow import fill
from app.layout.page import RuleItem, Tag
from app.layout.scene import Scene, Sheet
from app.text.style import Align

STYLES = ("lead", "letter", "body")
"""A leading sentence that is too long for its own style becomes a text; beyond that it gets pages of its own."""
MOST_SHOWN = 0.8
"""A leading sentence that takes no more of a page of its own stays as large as it is."""
HIGHER = 0.42
"""The part of the white of such a page that is above it."""
MOST_CENTRED = 7
"""Text of more lines is not centred, though the brand's leads are."""


def fitting_lead(scene: Scene, text: str, origin: str, width: float, room: float, color: str = "") -> TextBlock | None:
    """Set a lead in the largest style in which it fits the room; None where there is none or it never fits."""
    return next((block for block in leads(scene, text, origin, width, color) if block.height <= room), None)


def leads(
    scene: Scene, text: str, origin: str, width: float, color: str = "", *, align: Align | None = None
) -> Iterator[TextBlock]:  # fmt: skip
    """Yield a lead in the styles that it may be set in, the largest first; nothing where there is none."""
    setter = scene.setter
    own, other = align or Align(setter.token("lead").align), Align(setter.token("letter").align)
    for style in STYLES if text else ():
        block = setter.text(style, text, width, origin=origin, tag=Tag.P, color=color, align=own)
        if own is not other and style != STYLES[0] and len(block.lines) > MOST_CENTRED:
            block = setter.text(style, text, width, origin=origin, tag=Tag.P, color=color, align=other)
        yield block


def lead_pages(scene: Scene, section: str, text: str) -> list[Sheet]:
    """Lay out the lead of a section that has no place on its page as text on pages of its own."""
    grid = scene.grid
    centred = scene.brand.styles["title"].align == "center"
    column, span = (1, 10) if centred else (5, 7) if grid.lying else (3, 9)
    if centred and not grid.lying:
        shown = scene.setter.text("lead", text, grid.span(span), origin=f"sections/{section}/lead")
        if shown.height <= MOST_SHOWN * (grid.bottom - grid.top):
            return [_shown(scene, section, shown, grid.x(column))]
    sheets: list[Sheet] = []
    rest: tuple[Block, ...] = (scene.setter.text("letter", text, grid.span(span), origin=f"sections/{section}/lead"),)
    while rest:
        sheet = Sheet(scene, section)
        filled = fill(rest, grid.bottom - grid.top)
        filled.draw(sheet.items, grid.x(column), grid.top)
        rest = filled.rest
        sheets.append(sheet)
    return sheets


def _shown(scene: Scene, section: str, lead: TextBlock, x: float) -> Sheet:
    """A page for a lead in its own large type, with a short rule above, as quotations have it."""
    grid, sheet = scene.grid, Sheet(scene, section)
    y = grid.down(grid.top + (grid.bottom - grid.top - lead.height) * HIGHER)
    middle = (grid.left + grid.right) / 2
    sheet.add(RuleItem(middle - 40, y - grid.step, middle + 40, y - grid.step, 0.9, scene.brand.color("line")))
    sheet.place(lead, x, y)
    return sheet
