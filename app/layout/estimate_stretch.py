"""Lets the sections of an estimate flow a stretch at a time."""

from functools import partial

from app.layout.area import Area
from app.layout.estimate_flow import Flowed, Spot, flow_part, join
from app.layout.estimate_groups import Group
from app.layout.estimate_part import set_part, shown_people
from app.layout.estimate_rows import Table
from app.layout.estimate_spread import spread_part
from app.layout.plan import Plan
from app.layout.scene import Scene
from app.layout.stretches import stretches


def flow_groups(scene: Scene, groups: tuple[Group, ...], table: Table, area: Area, spot: Spot, plans: list[Plan]) -> Spot:
    """Add sections to the planned pages from a spot on; return the spot below them. `area` is one of the equal areas that they
    will stand in.
    """
    vat = scene.proposal.estimate.vat
    facts = (area, shown_people(scene), vat.mode, vat.rate, *table.facts(scene))
    for place, stretch in enumerate(stretches(groups)):
        made_from = (stretch, spot, *facts)
        make = partial(_flowed, scene, stretch, table, area, spot)
        spot = join(scene.setter.remember(("stretch", place), made_from, make), plans)
    return spot


def _flowed(scene: Scene, stretch: tuple[Group, ...], table: Table, area: Area, spot: Spot) -> Flowed:
    plans = [Plan()]
    for group in stretch:
        one = set_part(scene, group, table, area)
        spot = spread_part(scene, one, spot, table, plans) or flow_part(scene, one, spot, table, plans)
    return Flowed(tuple((tuple(plan.placed), tuple(plan.bookmarks)) for plan in plans), spot)
