"""The estimate by section: what is done, who does it and what it takes, without the items."""

from collections.abc import Sequence

from app.layout.blocks import Block
from app.layout.estimate_cards import Card, Cards, card
from app.layout.estimate_columns import item_decimals
from app.layout.estimate_flow import Spot
from app.layout.estimate_groups import groups
from app.layout.estimate_top import reminder
from app.layout.flow import advance, begun
from app.layout.plan import Plan
from app.layout.reckoning import Ledger, carried_row
from app.layout.scene import Scene
from app.model.sections import EstimatePages

MANY = 8
"""Estimates of more sections show them smaller."""


def by_section(scene: Scene, section: EstimatePages, plans: list[Plan], spot: Spot) -> Spot:
    """Add all sections to the planned pages from a spot on; return the spot below them."""
    parts = groups(scene)
    cards = Cards(scene, section, spot.areas[0], sum(len(group.all) for group in parts) > MANY, item_decimals(scene))
    ledger = Ledger(scene, section, spot.areas[0].width, "ink", item_decimals(scene))
    blocks: list[Block] = []
    firsts: list[int] = []
    for group in parts:
        firsts.append(len(blocks))
        blocks.extend(card(cards, group))
    left: Sequence[Block] = blocks
    prefix: Sequence[Block] = ()
    while left:
        filled = advance(prefix, left, spot.room)
        for block, down in filled.placed:
            plans[-1].place(block, spot.area.x, spot.y + down)
            if isinstance(block, Card) and block.one:
                plans[-1].bookmark(block.one.part.title, 2 if block.one.total.parent else 1)
        spot = Spot(spot.area, spot.y + filled.used, spot.left, spot.areas)
        left = filled.rest
        if left:
            spot, turned = _turned(spot, plans)
            done = sum(first < begun(blocks, left) for first in firsts)
            prefix = _again(scene, section, ledger, done) if turned else ()
    return spot


def _turned(spot: Spot, plans: list[Plan]) -> tuple[Spot, bool]:
    """Return the top of the next area, and whether it is on a new page."""
    if spot.left:
        return Spot(spot.left[0], spot.left[0].y, spot.left[1:], spot.areas), False
    plans.append(Plan())
    return Spot(spot.areas[0], spot.areas[0].y, spot.areas[1:], spot.areas), True


def _again(scene: Scene, section: EstimatePages, ledger: Ledger, done: int) -> tuple[Block, ...]:
    """Return what a further page begins with: a reminder of what the list is, and the sum so far."""
    return reminder(scene, section, ledger.width), carried_row(ledger, done)
