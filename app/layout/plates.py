"""Display pieces: quotations, and pictures that fill a page."""

from app.layout.blocks import Block
from app.layout.calm import bare
from app.layout.frames import Clear, framed, ink_on_ground
from app.layout.page import Item, RuleItem, Tag, Treatment
from app.layout.photo import type_over
from app.layout.scene import Scene, Sheet
from app.model.picture import Picture
from app.model.sections import Story


def quote_block(scene: Scene, section: Story) -> Block | None:
    """A quotation across the page with its author, or None where there is none."""
    if not section.quote:
        return None
    grid, setter, brand = scene.grid, scene.setter, scene.brand
    centred = brand.styles["pull-quote"].align == "center"
    span, column = (10, 1) if centred else (9, 3)
    origin = f"sections/{section.id}"
    quote = setter.headline("pull-quote", section.quote, grid.span(span), 5, origin=f"{origin}/quote", tag=Tag.QUOTE)
    author = (
        setter.text("pull-quote-by", section.quote_by, grid.span(span), origin=f"{origin}/quote_by") if section.quote_by else None
    )
    top = (1.5 if centred else 2) * grid.step
    by = (0.75 if centred else 0.5) * grid.step
    # The rule below keeps clear of what hangs from the last line.
    foot = (1.25 if author else 1.75) * grid.step if centred else 0.5 * grid.step * bool(author)
    height = top + quote.height + (by + author.height if author else 0.0) + foot

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x + (grid.x(column) - grid.left)
        line = brand.color("accent" if not centred else "line")
        if centred:
            middle = x + grid.measure / 2
            out.append(RuleItem(middle - 40, y + grid.step, middle + 40, y + grid.step, 0.9, line))
        else:
            out.append(RuleItem(left, y + grid.step, left + grid.span(span), y + grid.step, 3.0, line))
        quote.draw(out, left, y + top)
        bottom = y + top + quote.height
        if author:
            author.draw(out, left, bottom + by)
            bottom += by + author.height
        if centred:
            middle = x + grid.measure / 2
            out.append(RuleItem(middle - 40, bottom + foot, middle + 40, bottom + foot, 0.9, line))

    return Block(grid.steps(height), draw)


def quote_page(scene: Scene, section: Story) -> Sheet:
    """A page for nothing but a quotation, in its middle; bold brands turn it dark."""
    grid, setter = scene.grid, scene.setter
    dark = scene.brand.styles["pull-quote"].align != "center"
    sheet = Sheet(scene, section.id, chrome="on-plate" if dark else "ink")
    if dark:
        sheet.ground("plate")
    origin = f"sections/{section.id}"
    color = "on-plate" if dark else ""
    span = 12 if dark else 10
    x = grid.left if dark else grid.x(1)
    quote = setter.headline("quote-page", section.quote, grid.span(span), 8, origin=f"{origin}/quote", tag=Tag.QUOTE, color=color)
    y = grid.down(grid.top + (grid.bottom - grid.top - quote.height) * 0.42)
    accent = scene.brand.color("plate-accent" if dark else "line")
    if dark:
        sheet.add(RuleItem(grid.left, y - grid.step, grid.x(2), y - grid.step, 4.0, accent))
    else:
        middle = (grid.left + grid.right) / 2
        sheet.add(RuleItem(middle - 40, y - grid.step, middle + 40, y - grid.step, 0.9, accent))
    y = sheet.place(quote, x, y)
    if section.quote_by:
        style = "portrait-role" if dark else "pull-quote-by"
        sheet.place(
            setter.text(style, section.quote_by, grid.span(span), origin=f"{origin}/quote_by", color=color), x, y + grid.step
        )
    return sheet


def fills_page(scene: Scene, shown: Picture) -> bool:
    """Tell whether a picture has dots enough to fill a whole page without looking soft."""
    size, page = scene.sizes.size(shown.file), scene.brand.page
    if size is None:
        return False
    dpi = min(size[0] / (page.width + 2 * page.bleed), size[1] / (page.height + 2 * page.bleed)) * 72
    return dpi / shown.zoom >= scene.brand.pictures.least_dpi


def plate_page(scene: Scene, origin: str, section: str, shown: Picture) -> Sheet:
    """A page that is one picture from edge to edge, its caption on the darkened foot."""
    grid, page = scene.grid, scene.brand.page
    b = page.bleed
    sheet = Sheet(scene, section, chrome="")
    caption = " · ".join(filter(None, (shown.caption, shown.credit)))
    clear = Clear(b, b, b, page.height + b - grid.bottom + (3 * grid.step if caption else 0.0))
    treatment = Treatment(scene.brand.pictures.treatment)
    items = framed(scene, shown, -b, -b, page.width + 2 * b, page.height + 2 * b, origin, treatment=treatment, clear=clear)
    sheet.add(*items)
    if caption:
        photograph = bare(items)
        color = "on-picture" if photograph else ink_on_ground(scene)
        block = scene.setter.text("caption", caption, grid.span(9), origin=f"{origin}/caption", tag=Tag.CAPTION, color=color)
        words: list[Item] = []
        block.draw(words, grid.left, grid.bottom - block.height)
        if photograph:
            type_over(sheet, photograph, (words, color))
        else:
            sheet.add(*words)
    return sheet
