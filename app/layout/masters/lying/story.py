"""A story as slides: a picture with the title, then the text beside its figures, then further pictures and the quotation."""

from collections.abc import Sequence
from dataclasses import replace

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.calm import bare, header_zone, protect, weaker
from app.layout.company import in_columns, lift
from app.layout.figures import ROW, common_size, figure_blocks, figure_row
from app.layout.flow import Filled, fill
from app.layout.frames import Clear, framed
from app.layout.heads import side_head
from app.layout.page import Item, Tag, TextItem, Treatment
from app.layout.photo import type_over
from app.layout.plates import plate_page, quote_page
from app.layout.scene import Scene, Sheet
from app.layout.sidenote import side_note
from app.model.picture import Picture
from app.model.sections import Story

COLUMNS = 2
AIR = 2
"""Baseline steps at least between a text and the row of numbers at its foot."""


def slides(scene: Scene, section: Story) -> list[Sheet]:
    """Lay out a story as a sequence of pages with one thought each."""
    origin = f"sections/{section.id}"
    pictures = [(i, picture) for i, picture in enumerate(section.pictures) if scene.sizes.size(picture.file)]
    sheets: list[Sheet] = []
    if pictures:
        sheets.append(_opener(scene, section, *pictures[0]))
    if section.text or section.figures or section.note or not pictures:
        sheets.extend(_text(scene, section, with_head=not pictures))
    sheets.extend(plate_page(scene, f"{origin}/pictures/{i}", section.id, picture) for i, picture in pictures[1:])
    if section.quote:
        sheets.append(quote_page(scene, section))
    return sheets


def _opener(scene: Scene, section: Story, index: int, shown: Picture) -> Sheet:
    """The picture over the whole page, the title at its lower left."""
    grid, setter, page = scene.grid, scene.setter, scene.brand.page
    b = page.bleed
    origin = f"sections/{section.id}"
    sheet = Sheet(scene, section.id)
    sheet.bookmark(section.title)
    clear = Clear(grid.x(6) + b, grid.top - grid.step + b, b, page.height - grid.bottom + b)
    items = framed(
        scene, shown, -b, -b, page.width + 2 * b, page.height + 2 * b, f"{origin}/pictures/{index}", clear=clear,
        treatment=Treatment(scene.brand.pictures.treatment),
    )  # fmt: skip
    sheet.add(*items)
    kicker = setter.text("kicker", section.kicker, grid.span(6), origin=f"{origin}/kicker") if section.kicker else None
    title = setter.headline("title", section.title, grid.span(6), 4, origin=f"{origin}/title")
    lead = setter.text("lead", section.lead, grid.span(5), origin=f"{origin}/lead") if section.lead else None
    height = title.height + (lead.height + 2 * grid.step if lead else 0.0)
    y = grid.down(grid.bottom - height)
    upper: list[Item] = []
    lower: list[Item] = []
    if kicker:
        kicker.draw(upper, grid.left, grid.top)
    title.draw(lower, grid.left - 1.5, y)
    if lead:
        lead.draw(lower, grid.left, y + title.height + 2 * grid.step)
    photograph = bare(items)
    if photograph:
        protect(sheet, photograph, header_zone(scene), sheet.chrome)
        type_over(sheet, photograph, (lower, "ink"), (upper, weaker(scene, "ink", setter.token("kicker").color)))
    else:
        sheet.add(*upper, *lower)
    return sheet


def _text(scene: Scene, section: Story, *, with_head: bool) -> list[Sheet]:
    """The text in columns at the right; at the left the head, or where the opener showed it, the figures and the note."""
    grid = scene.grid
    origin = f"sections/{section.id}"
    gap = grid.gutter * 1.5
    count = min(max(int(scene.brand.masters["story"].number("columns", COLUMNS)), 1), 3)
    area = Area.of(grid, 4, 8)
    width = (area.width - gap * (count - 1)) / count

    def words(leading: float) -> list[Block]:
        return scene.setter.rich("body", section.text, width, f"{origin}/text", leading=leading)

    pages = in_columns(scene, "body", words, area.height, count)
    side = (*side_note(scene, section, grid.span(4) - grid.gutter),) if section.note else ()
    many = len(section.figures) > ROW
    below_text = None if many else _row_below(scene, section, area, pages)
    waiting = () if many or below_text else tuple(_figures(scene, section))
    listed: tuple[Block, ...] = tuple(figure_blocks(scene, section, width=area.width)) if many else ()
    sheets: list[Sheet] = []
    while len(sheets) < max(len(pages), 1) or side or listed:
        sheet = Sheet(scene, section.id)
        first = not sheets and with_head
        style = "title" if first else "section-title"
        lead = section.lead if first else ""
        side_head(sheet, origin, section.kicker, section.title, lead, columns=4, bookmark=first, style=style)
        below = max((item.y for item in sheet.items if isinstance(item, TextItem)), default=grid.top)
        filled = pages[len(sheets)] if len(sheets) < len(pages) else ()
        for i, column in enumerate(filled):
            column.draw(sheet.items, area.x + i * (width + gap), area.y - lift(column, grid.step))
        used = max((column.used for column in filled), default=0.0)
        if len(sheets) >= len(pages) - 1 and listed:
            top = grid.down(area.y + used + (grid.step if used else 0.0))
            rows = fill(listed, area.bottom - top) if area.bottom - top > 6 * grid.step else Filled((), 0.0, listed)
            rows.draw(sheet.items, area.x, top)
            listed = rows.rest
        if below_text:
            sheet.place(below_text, area.x, grid.bottom + grid.step - below_text.height)
        if waiting and fill((*side, *waiting), grid.bottom - grid.down(below + grid.step)).rest == ():
            side, waiting = (*side, *waiting), ()
        side = _at_foot(sheet, side, below)
        sheets.append(sheet)
    if waiting:
        sheets.append(_figure_page(scene, section))
    return sheets


def _row_below(scene: Scene, section: Story, area: Area, pages: Sequence[Sequence[Filled]]) -> Block | None:
    """Return a few numbers as a row for the foot of the text's columns, where the text is so short that there is room for them
    and for as much air above.
    """
    if not 1 < len(section.figures) <= ROW or len(pages) != 1:
        return None
    row = figure_row(replace(scene, grid=replace(scene.grid, left=area.x, right=area.right)), section)
    used = max(column.used for column in pages[0])
    return row if used + row.height + AIR * scene.grid.step <= area.height else None


def _figure_page(scene: Scene, section: Story) -> Sheet:
    """A page for nothing but the numbers, for which there was no room beside the text."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    side_head(
        sheet, f"sections/{section.id}", section.kicker, section.title, "", columns=8, bookmark=False, style="section-title"
    )
    row = figure_blocks(scene, section)[0]
    sheet.place(row, grid.left, grid.down(grid.bottom - row.height - 2 * grid.step))
    return sheet


def _at_foot(sheet: Sheet, blocks: tuple[Block, ...], top: float) -> tuple[Block, ...]:
    """Draw blocks at the foot of the left twelfths, below `top`; return those for which there is no room."""
    grid = sheet.scene.grid
    highest = grid.down(top + grid.step)
    filled = fill(blocks, grid.bottom - highest)
    filled.draw(sheet.items, grid.left, max(grid.down(grid.bottom - filled.used), highest))
    return filled.rest


def _figures(scene: Scene, section: Story) -> list[Block]:
    """Big numbers below each other, four in two columns."""
    grid, setter = scene.grid, scene.setter
    figures = section.figures
    if not figures:
        return []
    room = grid.span(4)
    count = 2 if len(figures) == 4 else 1
    width = (room - grid.gutter * count) / count
    cells: list[tuple[Block, Block]] = []
    size = common_size(scene, section, width)
    for i, figure in enumerate(figures):
        origin = f"sections/{section.id}/figures/{i}"
        if len(figures) == 1:
            value: Block = setter.headline("sum", figure.value, width, 1, origin=f"{origin}/value", tag=Tag.P)
        else:
            value = setter.text("figure-value", figure.value, width, size=size, origin=f"{origin}/value", hyphenate=False)
        cells.append((value, setter.text("figure-label", figure.label, width, origin=f"{origin}/label")))
    rows = [cells[i : i + count] for i in range(0, len(cells), count)]
    return [_figure_row(row, width + grid.gutter, grid.step) for row in rows]


def _figure_row(row: list[tuple[Block, Block]], across: float, step: float) -> Block:
    """Numbers beside each other on one line, what they say beneath."""
    high = max(value.height for value, _ in row)
    low = max(label.height for _, label in row)

    def draw(out: list[Item], x: float, y: float) -> None:
        for column, (value, label) in enumerate(row):
            value.draw(out, x + column * across, y + high - value.height)
            label.draw(out, x + column * across, y + high)

    return Block(high + low, draw, before=step)
