"""A section of the estimate that is too long for one half of a lying page, but not for both: it fills them about equally."""

import math
from dataclasses import replace
from functools import partial

from app.layout.estimate_flow import Flow, Flowed, Spot, begin, flowed_part, join
from app.layout.estimate_part import Part
from app.layout.estimate_rows import Table
from app.layout.plan import Plan
from app.layout.scene import Scene


def spread_part(scene: Scene, part: Part, spot: Spot, table: Table, plans: list[Plan]) -> Spot | None:
    """Add a section to the planned pages as a page of its own; return the end of that page, or None where the section has room
    elsewhere or needs more.
    """
    if len(spot.areas) < 2:
        return None
    name = ("spread", part.group.top.part.id)
    flowed = scene.setter.remember(name, (part, spot), partial(_spread, scene, part, spot, table))
    return join(flowed, plans) if flowed else None


def fits(part: Part, spot: Spot) -> bool:
    """Tell whether a section fits what is left of an area."""
    _, reach, waiting = part.heading.opening(spot.room)
    return not waiting and max(_height(part), reach) <= spot.room + 1e-3


def _spread(scene: Scene, part: Part, spot: Spot, table: Table) -> Flowed | None:
    flow = Flow(spot)
    begin(flow, part)
    left, *others = spot.areas
    fresh = flow.spot.area == left and flow.spot.y <= left.y
    if not fresh or fits(part, flow.spot) or _height(part) > len(spot.areas) * left.height:
        return None
    _, reach, waiting = part.heading.opening(left.height)
    step = left.step
    rows = math.ceil(max(_height(part) / len(spot.areas), reach) / step - 1e-4)
    while not waiting and rows * step <= left.height + 1e-3:
        areas = tuple(replace(area, bottom=area.y + rows * step) for area in spot.areas)
        found = flowed_part(scene, part, Spot(areas[0], areas[0].y, areas[1:], areas), table)
        if len(found.pages) == 1:
            # Nothing follows on the page: below halves of about one height it would begin anywhere.
            end = Spot(others[-1], others[-1].bottom, (), spot.areas)
            return Flowed((*(((), ()) for _ in flow.pages[1:]), *found.pages), end)
        rows += 1
    return None


def _height(part: Part) -> float:
    """Return the height of a whole section in one piece."""
    blocks = [*part.heading.texts, *part.blocks]
    return part.heading.height + sum(block.before + block.height for block in blocks)
