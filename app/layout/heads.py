"""What stands at the top of a section: kicker, title and leading sentence."""

from app.layout.page import RuleItem, Tag
from app.layout.scene import Sheet


def is_centred(sheet: Sheet) -> bool:
    """Tell whether the brand centres its titles."""
    return sheet.scene.brand.styles["title"].align == "center"


def head(
    sheet: Sheet, origin: str, kicker: str, title: str, lead: str, *, lines: int = 3, fallback: str = "", lead_span: int = 9
) -> float:
    """Draw the head of a section from the top of the type area; return the y below it, with a step of air."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    centred = is_centred(sheet)
    y = grid.top
    if kicker:
        y = sheet.place(setter.text("kicker", kicker, grid.measure, origin=f"{origin}/kicker"), grid.left, y)
    y += 0 if centred else grid.step
    words = title or fallback
    if words:
        block = setter.headline("title", words, grid.measure, lines, origin=f"{origin}/title")
        sheet.bookmark(words)
        y = sheet.place(block, grid.left - (0 if centred else 2), y)
    if centred:
        centre = (grid.left + grid.right) / 2
        sheet.add(RuleItem(centre - 18, y + 1.6 * grid.step, centre + 18, y + 1.6 * grid.step, 0.9, scene.brand.color("line")))
        y += 2 * grid.step
    if lead:
        span = 10 if centred else lead_span
        x = grid.x((12 - span) // 2) if centred else grid.left
        y = sheet.place(setter.text("lead", lead, grid.span(span), origin=f"{origin}/lead", tag=Tag.P), x, y + grid.step)
    elif words and not centred:
        # The descenders of a headline reach below its row.
        y += grid.step
    return y + grid.step
