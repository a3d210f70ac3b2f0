"""What stands at the foot of a total: how long the offer stands, and how its amounts are rounded."""

from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.plan import Plan
from app.layout.reckoning import Ledger
from app.layout.scene import Scene
from app.layout.total_notes import rounding
from app.model.sections import EstimatePages

FOOT = 3
"""Baseline steps at the foot of the type area that are kept for it at least."""


def foot_height(ledger: Ledger) -> float:
    """Return how much room it takes with the air above it, in points."""
    block = _foot(ledger)
    step = ledger.scene.grid.step
    return max(FOOT * step, block.height + step if block else 0.0)


def place_foot(ledger: Ledger, plan: Plan, area: Area) -> None:
    """Put it at the foot of an area as wide as the ledger."""
    block = _foot(ledger)
    if block is not None:
        plan.place(block, area.x, area.bottom - block.height)


def _told(scene: Scene, section: EstimatePages) -> str:
    until = scene.proposal.valid_until
    offer = scene.words("The offer is valid until {date}.", date=scene.words.date(until)) if until else ""
    return " ".join(filter(None, (offer, rounding(scene, section))))


def _foot(ledger: Ledger) -> Block | None:
    scene = ledger.scene
    proposal, section = scene.proposal, ledger.section
    # Several layouts of a total ask for it.
    told = (proposal.valid_until, proposal.estimate, scene.totals.periods, section.show_hours)
    text = scene.setter.remember("foot", told, partial(_told, scene, section))
    if not text:
        return None

    def make() -> Block:
        return scene.setter.text("item-text", text, ledger.width, color=ledger.ink, origin="valid_until")

    return scene.setter.remember(("until", ledger.width), (text, ledger.ink), make)
