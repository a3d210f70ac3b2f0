"""What stands at the top or at the side of a section: kicker, title and leading sentence."""

from app.layout.area import Area
from app.layout.blocks import TextBlock
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.page import RuleItem, Tag
from app.layout.scene import Sheet

CLEAR = 1.25
"""So many baseline steps stay between a kicker and the capitals of a title below it; small titles move down for that."""


def is_centred(sheet: Sheet) -> bool:
    """Tell whether the brand centres its titles."""
    return sheet.scene.brand.styles["title"].align == "center"


def head(
    sheet: Sheet, origin: str, kicker: str, title: str, lead: str, *, lines: int = 3, bookmark: bool = True, color: str = "",
    lead_span: int = 9,
) -> float:  # fmt: skip
    """Draw the head of a section over the whole type area; return the y below it, with a step of air.

    `color` is a palette role for all of it, where the page's ground is not paper.
    """
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    centred = is_centred(sheet)
    color = "" if color == "ink" else color
    y = grid.top
    if kicker:
        y = sheet.place(setter.text("kicker", kicker, grid.measure, origin=f"{origin}/kicker", color=color), grid.left, y)
    y += 0 if centred else grid.step
    if title:
        block = setter.headline("title", title, grid.measure, lines, origin=f"{origin}/title", color=color)
        if bookmark:
            sheet.bookmark(title)
        if centred and kicker and _rise(block) < CLEAR * grid.step:
            y += grid.step
        y = sheet.place(block, grid.left - (0 if centred else 2), y)
    if centred:
        centre = (grid.left + grid.right) / 2
        sheet.add(RuleItem(centre - 18, y + 1.6 * grid.step, centre + 18, y + 1.6 * grid.step, 0.9, scene.brand.color("line")))
        y += 2 * grid.step
    if lead:
        span = 10 if centred else lead_span
        x = grid.x((12 - span) // 2) if centred else grid.left
        block = setter.text("lead", lead, grid.span(span), origin=f"{origin}/lead", tag=Tag.P, color=color)
        y = sheet.place(block, x, y + grid.step) + (grid.step if centred else 0.0)
    elif title and not centred:
        # The descenders of a headline reach below its row.
        y += grid.step
    return y + grid.step


def _rise(block: TextBlock) -> float:
    """Return the white above the capitals of a headline's first line."""
    first = block.height - (len(block.lines) - 1) * block.leading
    return first - block.lines[0].runs[0].size * CAP_HEIGHT if block.lines and block.lines[0].runs else first


def side_head(
    sheet: Sheet,
    origin: str,
    kicker: str,
    title: str,
    lead: str,
    *,
    columns: int = 5,
    bookmark: bool = True,
    style: str = "title",
    kicker_origin: str = "",
    title_origin: str = "",
) -> Area:
    """Draw the head of a section in the left twelfths of a lying page; return the area right of it. The origins are told where
    something else stands in the place of a kicker or a title.
    """
    grid, setter = sheet.scene.grid, sheet.scene.setter
    width = grid.span(columns) - grid.gutter
    y = grid.top
    if kicker:
        above = setter.text("kicker", kicker, width, origin=kicker_origin or f"{origin}/kicker")
        y = sheet.place(above, grid.left, y) + grid.step
    if title:
        if bookmark:
            sheet.bookmark(title)
        y = sheet.place(setter.headline(style, title, width, 4, origin=title_origin or f"{origin}/title"), grid.left, y)
    if lead:
        sheet.place(setter.text("lead", lead, width, origin=f"{origin}/lead", tag=Tag.P), grid.left, y + 2 * grid.step)
    return Area.of(grid, columns, 12 - columns)
