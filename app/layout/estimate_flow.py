"""Lets the sections of the estimate flow from area to area and page to page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_below import Below
from app.layout.estimate_groups import Numbered
from app.layout.estimate_heading import continuation, table_inset
from app.layout.estimate_part import Part, Reached
from app.layout.estimate_rows import Table, carried
from app.layout.flow import Filled, advance, begun, fill
from app.layout.page import Bookmark
from app.layout.plan import Placed, Plan
from app.layout.scene import Scene

FIRST_FACES = 1
"""So many people at least stand beside the beginning of their section; the others may follow on the next page."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the estimate has got to: down to `y` in an area, `left` are the areas that follow on the same page, and `areas`
    those of every further page.
    """

    area: Area
    y: float
    left: tuple[Area, ...]
    areas: tuple[Area, ...]

    @property
    def room(self) -> float:
        """Return the height that is free in the area."""
        return self.area.bottom - self.y


@dataclass(slots=True)
class Flow:
    """What flows from a spot on: on pages counted from the one of the spot. The first begins with nothing on it."""

    spot: Spot
    pages: list[Plan] = field(default_factory=lambda: [Plan()])

    def turn(self) -> None:
        """Go to the next area, on a new page where there is none left on this."""
        left = self.spot.left
        if not left:
            self.pages.append(Plan())
            left = self.spot.areas
        self.spot = Spot(left[0], left[0].y, left[1:], self.spot.areas)

    def down(self, y: float) -> None:
        """Go on at y."""
        self.spot = replace(self.spot, y=y)

    def place(self, filled: Filled, x: float) -> None:
        """Put a filled column at x, its top at the spot; sections of level 2 that begin in it are bookmarked."""
        page = self.pages[-1]
        for block, top in filled.placed:
            page.placed.append(Placed(block, x, self.spot.y + top))
            if isinstance(block, Below):
                page.bookmark(block.part.title if block.part else "", 2, self.spot.y + top)


@dataclass(frozen=True, slots=True)
class Flowed:
    """What a flow left behind."""

    pages: tuple[tuple[tuple[Placed, ...], tuple[Bookmark, ...]], ...]
    spot: Spot


def flow_part(scene: Scene, part: Part, spot: Spot, table: Table, plans: list[Plan]) -> Spot:
    """Add a section to the planned pages from a spot on; return the spot below it."""
    name = ("flow", part.group.top.part.id)
    return join(scene.setter.remember(name, (part, spot), partial(flowed_part, scene, part, spot, table)), plans)


def join(flowed: Flowed, plans: list[Plan]) -> Spot:
    """Add what flowed to the planned pages, the first of it to the last of them; return the spot below it."""
    for i, (placed, bookmarks) in enumerate(flowed.pages):
        if i:
            plans.append(Plan())
        plans[-1].placed.extend(placed)
        plans[-1].bookmarks.extend(bookmarks)
    return flowed.spot


def flowed_part(scene: Scene, part: Part, spot: Spot, table: Table) -> Flowed:
    """Lay out one section; its heading, its first people and its first rows stay together."""
    flow = Flow(spot)
    begin(flow, part)
    opening, reach, waiting = part.heading.opening(flow.spot.room)
    flow.pages[-1].bookmark(part.group.top.part.title, 1, flow.spot.y)
    prefix: list[Block] = [opening]
    blocks = [*part.heading.texts, *part.blocks]
    left: Sequence[Block] = blocks
    turns = 0
    while True:
        filled = advance(prefix, left, flow.spot.room) if left else fill(prefix, flow.spot.room)
        flow.place(filled, flow.spot.area.x + table_inset(flow.spot.area))
        flow.down(_below(flow.spot, max(filled.used, reach)))
        left = filled.rest
        if not left and not waiting:
            return Flowed(tuple((tuple(plan.placed), tuple(plan.bookmarks)) for plan in flow.pages), flow.spot)
        flow.turn()
        turns += 1
        reached = part.reached[max(begun(blocks, left) - len(part.heading.texts), 0)] if left else part.reached[0]
        again, reach, waiting = _again(scene, reached.one, waiting, flow.spot.area, turns)
        prefix = [again, *(_repeated(scene, reached, table, turns) if left else [])]


def _again(scene: Scene, one: Numbered, faces: Sequence[Block], area: Area, turns: int) -> tuple[Block, float, tuple[Block, ...]]:
    made_from = (one.part.title, one.number, tuple(faces), area)
    make = partial(continuation, scene, one.part, one.number, faces, area)
    return scene.setter.remember(("again", one.part.id, turns), made_from, make)


def _repeated(scene: Scene, reached: Reached, table: Table, turns: int) -> list[Block]:
    """Return what stands above the rows that are left: their head, and the sums so far."""
    repeated = [reached.head_row] if reached.head_row else []
    if reached.sums:
        made_from = (reached.sums, *table.facts(scene))
        make = partial(carried, scene, reached.one.part, table, reached.sums)
        repeated.append(scene.setter.remember(("carried", reached.one.part.id, turns), made_from, make))
    return repeated


def begin(flow: Flow, part: Part) -> None:
    """Leave air above a section, or go to the next area where too little of it would stand in this one."""
    spot = flow.spot
    if spot.y <= spot.area.y:
        return
    start = spot.y + 2 * spot.area.step
    room = spot.area.bottom - start
    opening, reach, waiting = part.heading.opening(room)
    blocks = [opening, *part.heading.texts, *part.blocks]
    whole = sum(block.height for block in blocks)
    faceless = len(waiting) > max(len(part.heading.faces) - FIRST_FACES, 0)
    # Rather than be divided, a section begins beside what stands here.
    beside = bool(spot.left) and room < whole <= spot.left[0].height
    if room < _chain_height(blocks) or faceless or (waiting and whole <= room) or reach > room or beside:
        flow.turn()
    else:
        flow.down(start)


def _below(spot: Spot, used: float) -> float:
    rows = -int(-(spot.y + used - spot.area.y - 1e-4) // spot.area.step)
    return spot.area.y + rows * spot.area.step


def _chain_height(blocks: Sequence[Block]) -> float:
    """Return the height of a first block with everything bound to it."""
    height = 0.0
    for block in blocks:
        height += block.before + block.height
        if not block.keep:
            break
    return height
