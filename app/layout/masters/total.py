"""The page of the total: what the client pays, by section, with discount and VAT. Nothing on it is smaller than it must be."""

from dataclasses import replace
from functools import partial
from itertools import chain

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.closing_rows import bound, fits, height
from app.layout.estimate_top import place_head
from app.layout.page import BoxItem, RuleItem
from app.layout.plan import Plan, fixed
from app.layout.reckoning import Ledger
from app.layout.scene import Scene
from app.layout.total_bill import Bill, Choice, bill, choices, first_fitting, has_room
from app.layout.total_columns import paired, panel, stacked
from app.layout.total_flow import LEAST_REST, LEAST_ROWS, UNDER, lower, pour, put
from app.layout.total_foot import foot_height, place_foot
from app.layout.total_headline import STRIP, headline
from app.layout.total_split import split_pages
from app.model.sections import EstimatePages

AIR_ABOVE = 4
"""Baseline steps that stay empty at least between the last section and a total below it."""
SQUARE = 0.95
"""A page so many times as wide as high takes the sum beside the rows, where below each other they need more pages."""
HEAD_AIR = 2
"""Baseline steps between a leading sentence and the label of a sum below it."""


def total_pages(scene: Scene, section: EstimatePages, decimals: bool, *, with_head: bool, by_section: bool) -> list[Plan]:
    """Lay out the total in the brand's variant. `with_head` puts the estimate's title on it, `by_section` a row for each."""
    variant = scene.brand.masters["total"].variant
    if variant == "split":
        return split_pages(scene, section, decimals, _first(scene, with_head), with_head, by_section)
    plans = _upright(scene, section, decimals, _first(scene, with_head), with_head, by_section)
    if len(plans) > 1 and scene.grid.width >= scene.grid.height * SQUARE:
        beside = split_pages(scene, section, decimals, _first(scene, with_head), with_head, by_section)
        return beside if len(beside) < len(plans) else plans
    return plans


def _first(scene: Scene, with_head: bool) -> Plan:
    """Return the first page, in the brand's colours."""
    flood = scene.brand.masters["total"].variant == "flood"
    plan = Plan("on-accent" if flood else "ink", "accent" if flood else "")
    if not with_head:
        plan.bookmark(scene.words("Total"), 1)
    return plan


def total_below(scene: Scene, section: EstimatePages, decimals: bool, last: Plan, y: float, *, by_section: bool) -> bool:
    """Put the total at the foot of a page where there is room for all of it below y; else return False."""
    grid = scene.grid
    variant = scene.brand.masters["total"].variant
    if variant == "split":
        return False
    flood = variant == "flood"
    ledger = Ledger(scene, section, grid.measure, "on-accent" if flood else "ink", decimals)
    top, end = headline(ledger), foot_height(ledger)
    room = grid.bottom - y - top.height - end - AIR_ABOVE * grid.step
    # Where the client sees the items, what may be added stands in the tables above already, and so do the sums of sections.
    told = choices(ledger, by_section)
    told = [told[-1], ([], False)] if by_section else told[:1]
    rows = first_fitting(ledger, told, (0,), room, partial(_column, room=room))
    if rows is None:
        return False
    place = grid.down(grid.bottom - top.height - height(rows) - end)
    if flood:
        page, b = scene.brand.page, scene.brand.page.bleed
        edge = place - 2 * grid.step
        band = BoxItem(-b, edge, page.width + 2 * b, page.height + b - edge, fill=scene.brand.color("accent"))
        last.place(scene.setter.remember("band", (edge,), partial(fixed, (band,))), 0.0, 0.0)
    last.bookmark(scene.words("Total"), 1, place)
    put([top, *rows], last, grid.left, place)
    place_foot(ledger, last, Area.of(grid))
    return True


def total_beside(scene: Scene, section: EstimatePages, decimals: bool, last: Plan, area: Area) -> bool:
    """Put the total into the half of a lying page that the last section left empty, if it fits, with a row for each section where
    there is room for these; else return False.
    """
    if scene.brand.masters["total"].variant != "split":
        return False
    step = area.step
    ledger = Ledger(scene, section, area.width, last.chrome, decimals)
    top = headline(ledger)
    room = area.height - top.height - foot_height(ledger) - step
    tried = (first_fitting(ledger, choices(ledger, listed), (0,), room, partial(_column, room=room)) for listed in (True, False))
    rows = next((one for one in tried if one is not None), None)
    if rows is None:
        return False
    weight, color = scene.brand.hairline * 2.5, scene.brand.color("line")
    rule = RuleItem(area.x, area.y, area.right, area.y, weight, color)
    last.place(scene.setter.remember("rule beside", (area,), partial(fixed, (rule,))), 0.0, 0.0)
    last.bookmark(scene.words("Total"), 1, area.y)
    put([top, *rows], last, area.x, area.y + step)
    place_foot(ledger, last, area)
    return True


def _column(bill: Bill, room: float) -> list[Block] | None:
    """Return the rows of a bill below each other, or with what follows them in two columns, if they have room."""
    for rows in (stacked(bill), paired(bill)):
        if rows is not None and fits(height(rows), room):
            return rows
    return None


def _upright(scene: Scene, section: EstimatePages, decimals: bool, plan: Plan, with_head: bool, by_section: bool) -> list[Plan]:
    """The sum over the rows, on as many pages as they take."""
    grid = scene.grid
    area = Area.of(grid)
    y = place_head(scene, section, plan) if with_head else grid.y(1)
    ledger = Ledger(scene, section, grid.measure, plan.chrome, decimals)
    top, end = headline(ledger), grid.bottom - foot_height(ledger)
    if with_head and section.lead and top.height + HEAD_AIR * grid.step <= end - y:
        y += HEAD_AIR * grid.step
    plans = [plan]
    if with_head and top.height > end - y:
        plans.append(Plan(plan.chrome, plan.ground))
        y = grid.y(1)
    y = plans[-1].place(top, area.x, y)
    room = end - y
    airs = (1, 0) if grid.height > grid.width else (0,)
    told = choices(ledger, by_section)
    rows = first_fitting(ledger, told, airs, room, partial(_column, room=room))
    if rows is not None:
        put(rows, plans[-1], area.x, y, after=True)
    else:
        plans += _on(ledger, told[-1], plans[-1], replace(area, y=y, bottom=end), replace(area, bottom=end))
    place_foot(ledger, plans[-1], area)
    return plans


def _on(ledger: Ledger, told: Choice, plan: Plan, first: Area, full: Area) -> list[Plan]:
    """Set what takes several pages: whole parts go on where the rows have room on the first, and fill the next one."""
    room = full.height - (STRIP + UNDER) * full.step
    close, aired = bill(ledger, told), replace(ledger, air=1)
    tried = [bill(aired, told), close] if has_room(ledger, told, first.height, 1) else [close]
    roomy = replace(close.ledger, air=1)
    for count in range(len(close.parts) - 1, -1, -1):
        rows = next((one for one in (stacked(one, count) for one in tried) if fits(height(one), first.height)), None)
        rest = [bound(part(roomy), room) for part in close.parts[count:]]
        if not fits(height(list(chain(*rest))), room):
            rest = [bound(part(close.ledger), room) for part in close.parts[count:]]
        blocks = list(chain(*rest))
        if rows is not None and (count == 0 or height(blocks) >= room * LEAST_REST):
            put(rows, plan, first.x, first.y, after=True)
            pair = panel(close, count, None) if not fits(height(blocks), room) else None
            return pour([pair] if pair and fits(pair.height, room) else blocks, plan, None, ledger, [full], lambda _: ())[1:]
    blocks = [*close.rows, *chain(*(bound(part(close.ledger), room) for part in close.parts))]
    begins = lower(first, blocks[0].before) if first.height >= LEAST_ROWS * first.step else None
    return pour(blocks, plan, begins, ledger, [full], close.again)[1:]
