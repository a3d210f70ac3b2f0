"""A total that takes more than one page: its rows go on under the sum in small, and no label stays without its rows."""

from collections.abc import Callable, Sequence

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.flow import Filled, begun, fill
from app.layout.plan import Plan
from app.layout.reckoning import Ledger
from app.layout.total_headline import strip

UNDER = 2
"""Baseline steps between the sum in small and what goes on below it."""
LEAST_REST = 0.4
"""A further page is filled to such a part at least, where it can be."""
LEAST_ROWS = 6
"""Baseline steps below a sum that are worth beginning its rows in."""
FEWEST = 2
"""So many rows that belong together stay so at either side of a break."""


def pour(
    blocks: Sequence[Block], plan: Plan, first: Area | None, ledger: Ledger, areas: Sequence[Area],
    again: Callable[[int], Sequence[Block]],
) -> list[Plan]:  # fmt: skip
    """Set blocks into the first area of a page, then into the areas of as many others as they take, all of one width. `ledger` is
    of the sum in small; `again` returns what stands above the rows on a new page after so many.
    """
    plans = [plan]
    left: Sequence[Block] = blocks
    if first is not None:
        left = _set(left, plan, first, ())
    while left:
        plans.append(Plan(plan.chrome, plan.ground))
        small = strip(ledger)
        plans[-1].place(small, areas[0].x, areas[0].y)
        down = small.height + UNDER * areas[0].step
        prefix = again(begun(blocks, left))
        for place in areas:
            left = _set(left, plans[-1], lower(place, down), prefix if place is areas[0] else ())
    return plans


def put(blocks: Sequence[Block], plan: Plan, x: float, y: float, *, after: bool = False) -> None:
    """Set blocks that have room below each other; `after` something, with the space above the first of them."""
    for i, block in enumerate(blocks):
        y += block.before if i or after else 0.0
        y = plan.place(block, x, y)


def lower(area: Area, down: float) -> Area:
    """Return an area that begins so many points lower."""
    return Area(area.x, area.y + down, area.width, area.bottom, area.gutter, area.step)


def _set(blocks: Sequence[Block], plan: Plan, area: Area, prefix: Sequence[Block]) -> Sequence[Block]:
    """Set what fits of the blocks, after what repeats; return the rest."""
    y = area.y
    for block in prefix:
        y = plan.place(block, area.x, y)
    if not blocks:
        return blocks
    filled = _apart(fill(blocks, area.bottom - y), blocks)
    for block, down in filled.placed:
        plan.place(block, area.x, y + down)
    return filled.rest


def _apart(filled: Filled, blocks: Sequence[Block]) -> Filled:
    """Take back a row where a single one of those that belong together would go on alone."""
    placed, rest = filled.placed, filled.rest
    alone = len(rest) == 1 or (rest and not rest[0].keep)
    if rest and placed and placed[-1][0].keep and alone and len(placed) > FEWEST and placed[-1][0] is blocks[len(placed) - 1]:
        return Filled(placed[:-1], placed[-1][1], (placed[-1][0], *rest))
    return filled
