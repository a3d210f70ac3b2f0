"""The page of the total: what the client pays, by section, with discount and VAT. Nothing on it is smaller than it must be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.clear import below
from app.layout.closing_rows import closing_rows
from app.layout.estimate_top import place_head, place_side
from app.layout.flow import fill, flowing
from app.layout.page import BoxItem, Item, RuleItem, Tag
from app.layout.plan import Plan, fixed
from app.layout.reckoning import (
    Ledger,
    Sum,
    carried_row,
    final_sums,
    measured,
    option_rows,
    option_sums,
    row,
    section_sums,
)
from app.layout.scene import Scene
from app.layout.total_notes import equivalent, facts, headline_label, headline_period, in_words, rounding
from app.model.estimate import Detail
from app.model.sections import EstimatePages

FOOT = 3
"""Baseline steps at the foot of the type area for the validity."""
AIR_ABOVE = 4
"""Baseline steps that stay empty at least between the last section and a total below it."""
SQUARE = 0.95
"""A page so many times as wide as high takes the sum beside the rows, where below each other they need more pages."""
HEAD_AIR = 2
"""Baseline steps between a leading sentence and the label of a sum below it."""
LEAST_ROW = 2
"""Baseline steps that a row takes at least."""


@dataclass(frozen=True, slots=True)
class _Bill:
    """The rows that lead to a total; the first `sections` of them are a row for each section."""

    ledger: Ledger
    sections: int
    rows: Sequence[Block]

    @property
    def height(self) -> float:
        """Return the height of all rows in one column."""
        return sum(block.before + block.height for block in self.rows)

    def again(self, begun: int) -> list[Block]:
        """Return what stands above the rows where they go on after so many."""
        return [carried_row(self.ledger, begun)] if 0 < begun < self.sections else []


def total_pages(scene: Scene, section: EstimatePages, decimals: bool, *, with_head: bool, by_section: bool) -> list[Plan]:
    """Lay out the total in the brand's variant. `with_head` puts the estimate's title on it, `by_section` a row for each."""
    variant = scene.brand.masters["total"].variant
    if variant == "split":
        return _split(scene, section, decimals, _first(scene, with_head), with_head, by_section)
    plans = _upright(scene, section, decimals, _first(scene, with_head), with_head, by_section)
    if len(plans) > 1 and scene.grid.width >= scene.grid.height * SQUARE:
        beside = _split(scene, section, decimals, _first(scene, with_head), with_head, by_section)
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
    headline = _headline(ledger)
    room = grid.bottom - y - headline.height - (FOOT + AIR_ABOVE) * grid.step
    sections, final = section_sums(ledger) if by_section else [], final_sums(ledger)
    # Where the client sees the items, what may be added stands in the tables above already.
    options = [] if section.detail is Detail.DETAILED else option_sums(ledger)
    if (len(sections) + len(final) + len(options)) * LEAST_ROW * grid.step > room:
        return False
    bill = _bill(ledger, sections, final, options)
    if bill.height > room:
        return False
    top = grid.down(grid.bottom - headline.height - bill.height - FOOT * grid.step)
    if flood:
        page, b = scene.brand.page, scene.brand.page.bleed
        edge = top - 2 * grid.step
        band = BoxItem(-b, edge, page.width + 2 * b, page.height + b - edge, fill=scene.brand.color("accent"))
        last.place(scene.setter.remember("band", (edge,), partial(fixed, (band,))), 0.0, 0.0)
    last.bookmark(scene.words("Total"), 1, top)
    filled = fill([headline, *bill.rows], grid.bottom - top)
    for block, down in filled.placed:
        last.place(block, grid.left, top + down)
    _foot(bill.ledger, last, Area.of(grid))
    return True


def total_beside(scene: Scene, section: EstimatePages, decimals: bool, last: Plan, area: Area) -> bool:
    """Put the total into the half of a lying page that the last section left empty, if it fits, with a row for each section where
    there is room for these; else return False.
    """
    if scene.brand.masters["total"].variant != "split":
        return False
    step = area.step
    ledger = Ledger(scene, section, area.width, last.chrome, decimals, open=False)
    headline = _headline(ledger)
    room = area.height - headline.height - (FOOT + 1) * step
    tried = (_fitting(ledger, listed, room) for listed in (True, False))
    bill = next((one for one in tried if one.height <= room), None)
    if bill is None:
        return False
    weight, color = scene.brand.hairline * 2.5, scene.brand.color("line")
    rule = RuleItem(area.x, area.y, area.right, area.y, weight, color)
    last.place(scene.setter.remember("rule beside", (area,), partial(fixed, (rule,))), 0.0, 0.0)
    last.bookmark(scene.words("Total"), 1, area.y)
    for block, down in fill([headline, *bill.rows], area.height).placed:
        last.place(block, area.x, area.y + step + down)
    _foot(bill.ledger, last, area)
    return True


def _upright(scene: Scene, section: EstimatePages, decimals: bool, plan: Plan, with_head: bool, by_section: bool) -> list[Plan]:
    """The sum over the rows, on as many pages as they take."""
    grid = scene.grid
    y = place_head(scene, section, plan) if with_head else grid.y(1)
    room = grid.bottom - FOOT * grid.step
    ledger = Ledger(scene, section, grid.measure, plan.chrome, decimals)
    headline = _headline(ledger)
    if with_head and section.lead and headline.height + HEAD_AIR * grid.step <= room - y:
        y += HEAD_AIR * grid.step
    plans = [plan]
    if with_head and headline.height > room - y:
        plans.append(Plan(plan.chrome, plan.ground))
        y = grid.y(1)
    bill = _fitting(ledger, by_section, room - y - headline.height)
    tops = y, grid.y(1)
    columns = flowing(bill.rows, [headline], lambda i: room - tops[min(i, 1)], bill.again)
    for i, filled in enumerate(columns):
        if i:
            plans.append(Plan(plan.chrome, plan.ground))
        for block, down in filled.placed:
            plans[-1].place(block, grid.left, tops[min(i, 1)] + down)
    _foot(bill.ledger, plans[-1], Area.of(grid))
    return plans


def _split(scene: Scene, section: EstimatePages, decimals: bool, plan: Plan, with_head: bool, by_section: bool) -> list[Plan]:
    """The sum at the left of a lying page, the rows at its right; with the head at the left both stand at the right."""
    grid = scene.grid
    left, right = Area.of(grid, 0, 5), Area.of(grid, 6, 6)
    ledger = Ledger(scene, section, right.width, plan.chrome, decimals)
    ledger = replace(ledger, open=not with_head)
    # The first row stands where kickers do, and so does the label of the sum.
    top = grid.top - grid.step
    label = scene.setter.token("total-label")
    lifted = grid.steps(scene.setter.leading(label, label.size)) - grid.step
    headline = _headline(ledger if with_head else replace(ledger, width=left.width))
    if with_head:
        place_side(scene, section, plan)
    prefix = [headline] if with_head else []
    tops = grid.top if with_head else top, top
    bill = _fitting(ledger, by_section, grid.bottom - tops[0] - sum(block.height for block in prefix))
    plans: list[Plan] = []
    for i, filled in enumerate(flowing(bill.rows, prefix, lambda i: grid.bottom - tops[min(i, 1)], bill.again)):
        plans.append(Plan(plan.chrome, plan.ground) if i else plan)
        if i or not with_head:
            plans[-1].place(_headline(replace(ledger, width=left.width)), left.x, left.y - lifted)
        for block, down in filled.placed:
            plans[-1].place(block, right.x, tops[min(i, 1)] + down)
    _foot(replace(ledger, width=left.width), plans[-1], left)
    return plans


def _fitting(ledger: Ledger, by_section: bool, room: float) -> _Bill:
    """Return the bill for so much room: with air between its rows where that fits. What the client has seen on earlier pages is
    repeated only if it fits: with all items, what may be added; without them, the sections.
    """
    grid, detail = ledger.scene.grid, ledger.section.detail
    sections = section_sums(ledger) if by_section else []
    final, options = final_sums(ledger), option_sums(ledger)
    choices = {
        Detail.DETAILED: ((sections, options), (sections, [])),
        Detail.SECTIONS: ((sections, options), ([], options)),
        Detail.TOTALS: (([], options),),
    }[detail]
    airs = (1, 0) if grid.height > grid.width else (0,)
    for i, (parts, added) in enumerate(choices):
        rows = len(parts) + len(final) + len(added)
        if rows * LEAST_ROW * grid.step > room and i < len(choices) - 1:
            continue
        for air in airs:
            if air and rows * (LEAST_ROW + air) * grid.step > room:
                continue
            bill = _bill(replace(ledger, air=air), parts, final, added)
            if bill.height <= room:
                return bill
    return bill


def _bill(ledger: Ledger, sections: Sequence[Sum], final: Sequence[Sum], options: Sequence[Sum]) -> _Bill:
    ledger = measured(ledger, (*sections, *final, *options))
    sums = [*sections, *final]
    sums[0] = replace(sums[0], ruled=not ledger.open)
    rows = [row(ledger, one) for one in sums]
    return _Bill(ledger, len(sections), [*rows, *closing_rows(ledger), *option_rows(ledger, options)])


def _headline(ledger: Ledger) -> Block:
    """The sum itself, as large as the width allows, with what is said about it."""
    scene = ledger.scene
    told = facts(scene, ledger.section), equivalent(scene), in_words(scene, ledger.section)
    shown = headline_period(scene)
    made_from = (shown.total, shown.period, told, ledger.ink, ledger.decimals, scene.proposal.currency)
    return scene.setter.remember(("headline", ledger.width), made_from, partial(_set_headline, ledger, told))


def _set_headline(ledger: Ledger, told: tuple[str, str, str]) -> Block:
    scene, setter, step, width = ledger.scene, ledger.scene.setter, ledger.scene.grid.step, ledger.width
    flood = ledger.ink == "on-accent"
    # On a page in the accent, type of this colour would not be seen.
    color = ledger.ink if flood else ""
    label = setter.text("total-label", headline_label(scene), width, tag=Tag.H2, color=color)
    amount = ledger.money(headline_period(scene).total)
    block = setter.headline("total-value", amount, width, 1, origin="estimate", tag=Tag.P, color=color)
    styles = (("lead", "estimate/vat"), ("share-note", "estimate/equivalent"), ("share-note", "estimate"))
    notes = [
        setter.text(style, text, width, origin=origin, color=color)
        for text, (style, origin) in zip(told, styles, strict=True)
        if text
    ]
    value_y = label.height + (0 if flood else step)
    # The comma of a sum hangs below its row.
    note_y = value_y + block.height + below(setter, block, (2 if flood else 1) * step)
    places = [note_y + sum(note.height for note in notes[:i]) + (step if i else 0.0) for i in range(len(notes))]

    def draw(out: list[Item], x: float, y: float) -> None:
        label.draw(out, x, y)
        block.draw(out, x - (3 if flood else 0), y + value_y)
        for note, place in zip(notes, places, strict=True):
            note.draw(out, x, y + place)

    return Block(places[-1] + notes[-1].height if notes else note_y, draw)


def _foot(ledger: Ledger, plan: Plan, area: Area) -> None:
    """How long the offer stands, and how its amounts are rounded."""
    scene = ledger.scene
    until = scene.proposal.valid_until
    offer = scene.words("The offer is valid until {date}.", date=scene.words.date(until)) if until else ""
    text = " ".join(filter(None, (offer, rounding(scene))))
    if not text:
        return

    def make() -> Block:
        return scene.setter.text("item-text", text, area.width, color=ledger.ink, origin="valid_until")

    block = scene.setter.remember(("until", area.width), (text, ledger.ink), make)
    plan.place(block, area.x, area.bottom - block.height)
