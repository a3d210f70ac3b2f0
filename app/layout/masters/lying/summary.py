"""The summary on a screen: one band from edge to edge, divided as the money is, and beneath it a cell for every section."""

from collections.abc import Sequence
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_top import reminder, title_of
from app.layout.page import Tag
from app.layout.plan import Plan, fixed
from app.layout.scene import Scene, Sheet
from app.layout.summary.band import band_block
from app.layout.summary.cell import cell_block, cell_rows
from app.layout.summary.closing import headline, strip, total_text
from app.layout.summary.shares import Share
from app.layout.summary.tones import tints
from app.model.sections import EstimatePages

ACROSS = (1, 2, 3, 4, 6)
"""So many cells may stand beside each other, each of whole twelfths."""
NARROWEST = 118.0
"""Points that a cell takes at least."""
LOWEST, TALLEST = 2, 8
"""Heights of the band over cells, in baseline steps."""
THIN = 2
"""Height of the band that further pages repeat."""


def screen_summary(scene: Scene, section: EstimatePages, found: list[Share]) -> list[Plan]:
    """Lay out title and total, the band, and lines of cells below it. Where these have no room, the band fills its page and the
    cells follow under a thin one.
    """
    grid = scene.grid
    plans = [Plan()]
    y, told = _top(scene, section, plans[0])
    counts = [count for count in ACROSS if grid.span(12 // count) >= NARROWEST] or [1]
    # No line has one cell alone if fewer in all of them make that even.
    fewest = -(-len(found) // counts[-1])
    across = next((count for count in counts if count * fewest >= len(found)), counts[-1])
    lines = [found[i : i + across] for i in range(0, len(found), across)]
    free = round((grid.bottom - y) / grid.step) - 2
    needed = sum(cell_rows(scene, line, grid.span(12 // across)) + 1 for line in lines) - 1
    alone = free - needed < LOWEST
    if (alone and free < LOWEST) or not told:
        plans.append(Plan())
        y = plans[-1].place(reminder(scene, section, grid.measure), grid.left, grid.top)
        if not told:
            y = plans[-1].place(strip(scene, section, grid.measure), grid.left, y) + grid.step
        free = round((grid.bottom - y) / grid.step) - 2
        alone = free - needed < LOWEST
    steps = free if alone else min(free - needed, TALLEST)
    y = plans[-1].place(band_block(scene, found, max(steps, LOWEST)), 0.0, y)
    for i, line in enumerate(lines):
        height = cell_rows(scene, line, grid.span(12 // across)) * grid.step
        if (alone and i == 0) or y + height > grid.bottom + 1e-3:
            plans.append(Plan())
            y = plans[-1].place(reminder(scene, section, grid.measure), grid.left, grid.top)
            y = plans[-1].place(band_block(scene, found, THIN), 0.0, y)
        _cells(scene, plans[-1], line, len(found), across, y)
        y += height + grid.step
    return plans


def _cells(scene: Scene, plan: Plan, line: Sequence[Share], count: int, across: int, y: float) -> None:
    """Place a line of cells."""
    span = 12 // across
    width = scene.grid.span(span)
    tones = tints(scene.brand, count)
    rows = cell_rows(scene, line, width)
    for column, share in enumerate(line):
        plan.place(cell_block(scene, share, width, tones[share.rank], rows), scene.grid.x(column * span), y)


def _top(scene: Scene, section: EstimatePages, plan: Plan) -> tuple[float, bool]:
    """Put title and total at the left, lead and the way to the total at the right. Return the y below them, and whether there
    was room for that way.
    """
    steps = strip(scene, section, _halves(scene)[1].width)
    made_from = (section.kicker, section.title, section.lead, total_text(scene), steps)
    block, y, told = scene.setter.remember("top", made_from, partial(_set_top, scene, section, steps))
    plan.bookmark(title_of(scene, section))
    plan.place(block, 0.0, 0.0)
    return scene.grid.down(y), told


def _halves(scene: Scene) -> tuple[Area, Area]:
    return Area.of(scene.grid, 0, 6), Area.of(scene.grid, 6, 6)


def _set_top(scene: Scene, section: EstimatePages, steps: Block) -> tuple[Block, float, bool]:
    grid, setter = scene.grid, scene.setter
    sheet = Sheet(scene, section.id)
    origin = f"sections/{section.id}"
    left, right = _halves(scene)
    width = left.width - grid.gutter
    if section.kicker:
        sheet.place(setter.text("kicker", section.kicker, width, origin=f"{origin}/kicker"), left.x, grid.top)
    y = grid.y(2)
    title = setter.headline("title", title_of(scene, section), width, 2, origin=f"{origin}/title")
    total = headline(scene, total_text(scene), width)
    lead = setter.text("lead", section.lead, right.width, origin=f"{origin}/lead", tag=Tag.P) if section.lead else None
    words = lead.height + 2 * grid.step if lead else 0.0
    told = y + words + steps.height <= grid.bottom
    height = max(title.height + 2 * grid.step + total.height, words + steps.height if told else 0.0)
    sheet.place(title, left.x, y)
    sheet.place(total, left.x, y + height - total.height)
    if lead:
        sheet.place(lead, right.x, y)
    if told:
        sheet.place(steps, right.x, y + height - steps.height)
    return fixed(sheet.items), y + height + 2 * grid.step, told
