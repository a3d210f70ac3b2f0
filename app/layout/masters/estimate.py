"""The estimate: sections of line items with the people who will do them beside, from area to area and page to page."""

from dataclasses import replace

from app.layout.area import Area
from app.layout.estimate_columns import columns, item_decimals, sum_decimals
from app.layout.estimate_flow import Spot, flow_part
from app.layout.estimate_groups import groups
from app.layout.estimate_heading import NARROW, table_inset
from app.layout.estimate_overview import overview
from app.layout.estimate_part import set_part
from app.layout.estimate_rows import Table
from app.layout.estimate_spread import fits, spread_part
from app.layout.estimate_stretch import flow_groups
from app.layout.estimate_top import place_head, place_side
from app.layout.masters.total import total_below, total_beside, total_pages
from app.layout.plan import Plan, sheets
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail
from app.model.sections import EstimatePages


def estimate(scene: Scene, section: EstimatePages) -> list[Sheet]:
    """Lay out the estimate with as much detail as the client is to see."""
    decimals = sum_decimals(scene)
    if section.detail is Detail.TOTALS:
        return sheets(scene, section.id, total_pages(scene, section, decimals, with_head=True, by_section=False))
    plans = _summary(scene, section) if section.summary else []
    pages, spot = _begin(scene, section, with_head=not plans)
    detailed = section.detail is Detail.DETAILED
    spot = (_detailed if detailed else _by_section)(scene, section, pages, spot)
    beside = spot.left and total_beside(scene, section, decimals, pages[-1], spot.left[0])
    if not beside and not total_below(scene, section, decimals, pages[-1], spot.y, by_section=detailed):
        pages.extend(total_pages(scene, section, decimals, with_head=False, by_section=True))
    return sheets(scene, section.id, [*plans, *pages])


def _summary(scene: Scene, section: EstimatePages) -> list[Plan]:
    from app.layout.masters.summary import summary_pages

    return summary_pages(scene, section)


def _by_section(scene: Scene, section: EstimatePages, plans: list[Plan], spot: Spot) -> Spot:
    from app.layout.masters.by_section import by_section

    return by_section(scene, section, plans, spot)


def _detailed(scene: Scene, section: EstimatePages, plans: list[Plan], spot: Spot) -> Spot:
    """Lay out every item of every section."""
    area = spot.areas[0]
    width = area.width - table_inset(area)
    of_items = item_decimals(scene)
    table = Table(section, columns(scene, section, width, of_items), of_items)
    first, others = groups(scene)[:1], groups(scene)[1:]
    for group in first:
        one = set_part(scene, group, table, area)
        if len(spot.areas) > len(spot.left) + 1 and not fits(one, spot):
            spot = _listed(scene, section, plans, spot)
        spot = spread_part(scene, one, spot, table, plans) or flow_part(scene, one, spot, table, plans)
    return flow_groups(scene, others, table, area, spot, plans)


def _listed(scene: Scene, section: EstimatePages, plans: list[Plan], spot: Spot) -> Spot:
    """List all sections beside the head, where that is worth it, and begin the first on a page of its own."""
    block = overview(scene, section, spot.area)
    if block is None:
        return spot
    plans[-1].place(block, spot.area.x, spot.area.y)
    plans.append(Plan())
    return Spot(spot.areas[0], spot.areas[0].y, spot.areas[1:], spot.areas)


def _begin(scene: Scene, section: EstimatePages, *, with_head: bool) -> tuple[list[Plan], Spot]:
    """Begin the first page, with the head or with nothing, and find where the sections flow."""
    plan = Plan()
    areas = _areas(scene)
    if not with_head:
        return [plan], Spot(areas[0], areas[0].y, areas[1:], areas)
    if len(areas) == 1:
        y = scene.grid.down(place_head(scene, section, plan) + scene.grid.step)
        return [plan], Spot(replace(areas[0], y=y), y, (), areas)
    place_side(scene, section, plan)
    return [plan], Spot(areas[-1], areas[-1].y, (), areas)


def _areas(scene: Scene) -> tuple[Area, ...]:
    """Return the areas of a page: all of it, or on lying pages its halves."""
    grid = scene.grid
    if scene.brand.masters["estimate"].variant != "two-columns":
        return (Area.of(grid),)
    left, right = Area.of(grid, 0, 6), Area.of(grid, 6, 6)
    if left.width - grid.gutter < NARROW:
        return (Area.of(grid),)
    return (
        replace(left, width=left.width - grid.gutter),
        replace(right, x=right.x + grid.gutter, width=right.width - grid.gutter),
    )
