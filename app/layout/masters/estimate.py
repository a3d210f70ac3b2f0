"""The estimate: sections of line items with the people who will do them beside, from area to area and page to page."""

from dataclasses import replace
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_columns import columns, item_decimals, sum_decimals
from app.layout.estimate_flow import Spot, flow_part
from app.layout.estimate_heading import PEOPLE_COLUMNS
from app.layout.estimate_part import set_part
from app.layout.estimate_rows import Table
from app.layout.heads import head, side_head
from app.layout.masters.total import total_below, total_pages
from app.layout.page import Bookmark
from app.layout.plan import Plan, fixed, sheets
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail
from app.model.sections import EstimatePages


def estimate(scene: Scene, section: EstimatePages) -> list[Sheet]:
    """Lay out the estimate with as much detail as the client is to see."""
    decimals = sum_decimals(scene)
    if section.detail is not Detail.DETAILED:
        return sheets(scene, section.id, total_pages(scene, section, decimals, with_head=True, by_section=True))
    plans, spot = _begin(scene, section)
    area = spot.areas[0]
    width = area.width - (area.col(PEOPLE_COLUMNS) - area.x)
    of_items = item_decimals(scene)
    table = Table(section, columns(scene, section, width, of_items), of_items)
    parts = zip(scene.proposal.estimate.sections, scene.totals.sections, strict=True)
    for number, (part, total) in enumerate(parts, 1):
        spot = flow_part(scene, set_part(scene, part, total, number, table, area), spot, table, plans)
    if not total_below(scene, section, decimals, plans[-1], spot.y, by_section=True):
        plans.extend(total_pages(scene, section, decimals, with_head=False, by_section=True))
    return sheets(scene, section.id, plans)


def _begin(scene: Scene, section: EstimatePages) -> tuple[list[Plan], Spot]:
    """Put the head on the first page and find where the sections flow."""
    made_from = (section.kicker, section.title, section.lead)
    block, bookmarks, spot = scene.setter.remember("head", made_from, partial(_head, scene, section))
    plan = Plan(bookmarks=list(bookmarks))
    plan.place(block, 0.0, 0.0)
    return [plan], spot


def _head(scene: Scene, section: EstimatePages) -> tuple[Block, list[Bookmark], Spot]:
    """Draw the head and return it with the area under it, or on lying pages the one beside it."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    origin = f"sections/{section.id}"
    title = section.title or scene.words("Estimate")
    if scene.brand.masters["estimate"].variant == "two-columns":
        side_head(sheet, origin, section.kicker, title, section.lead, columns=5)
        left, right = Area.of(grid, 0, 6), Area.of(grid, 6, 6)
        left = replace(left, width=left.width - grid.gutter)
        right = replace(right, x=right.x + grid.gutter, width=right.width - grid.gutter)
        spot = Spot(right, right.y, (), (left, right))
    else:
        y = head(sheet, origin, section.kicker, title, section.lead, lines=2)
        area = Area.of(grid)
        first = replace(area, y=grid.down(y + grid.step))
        spot = Spot(first, first.y, (), (area,))
    return fixed(sheet.items), sheet.bookmarks, spot
