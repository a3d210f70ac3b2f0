"""The page that opens the estimate at a glance: what every section takes of the hours and the money, and the total."""

from functools import partial

from app.layout.blocks import Block
from app.layout.estimate_columns import item_decimals
from app.layout.estimate_top import place_head, reminder
from app.layout.masters.lying.ring import ring_beside
from app.layout.masters.lying.summary import screen_summary
from app.layout.plan import Plan
from app.layout.reckoning import Ledger, carried_row
from app.layout.scene import Scene
from app.layout.summary.bars import bar_row, crowd_of, key
from app.layout.summary.closing import closing, strip
from app.layout.summary.legend import edges_of, legend_head, legend_row
from app.layout.summary.paging import tallest
from app.layout.summary.ring import AROUND, ring_block
from app.layout.summary.shares import Share, shares
from app.layout.summary.tones import tints
from app.model.sections import EstimatePages

HEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
"""Heights that a row may have, in baseline steps."""
LEAST_RING, LARGEST_RING = 16, 25
"""Diameters that a ring may have, in baseline steps, and"""
SMALLEST_RING = 10
"""that of one under the head of a small page; where there is less room, the ring stands on the next page."""


def summary_pages(scene: Scene, section: EstimatePages) -> list[Plan]:
    """Lay out the summary in the brand's variant: "bars", "ring" or "screen"."""
    found = shares(scene, section)
    match scene.brand.masters["summary"].variant:
        case "ring":
            return (scene.grid.lying and ring_beside(scene, section, found)) or _ring(scene, section, found)
        case "screen":
            return screen_summary(scene, section, found)
        case _:
            return _bars(scene, section, found)


def _bars(scene: Scene, section: EstimatePages, found: list[Share]) -> list[Plan]:
    """A row with bars for each section under the head, the total at the foot of the last page."""
    grid, setter = scene.grid, scene.setter
    plans = [Plan()]
    y = grid.down(place_head(scene, section, plans[0]))
    hours = any(share.hours for share in found)
    legend: Block = setter.remember("key", (hours,), partial(key, scene, hours))
    foot = closing(scene, section, grid.measure)
    again = reminder(scene, section, grid.measure)
    ledger = Ledger(scene, section, grid.measure, "ink", item_decimals(scene))
    carried = 2 * grid.step
    height, pages = tallest(
        HEIGHTS, len(found), round((grid.bottom - y - legend.height) / grid.step),
        round((grid.bottom - grid.top - again.height - carried) / grid.step), round(foot.height / grid.step) + 1,
    )  # fmt: skip
    longest = max((share.of_money for share in found), default=0.0), max((share.of_hours for share in found), default=0.0)
    crowd = crowd_of(found)
    y = plans[0].place(legend, grid.left, y)
    begun = 0
    for i, count in enumerate(pages):
        if i:
            plans.append(Plan())
            y = plans[-1].place(again, grid.left, grid.top)
            y = plans[-1].place(carried_row(ledger, begun), grid.left, y - grid.step) + grid.step if begun else y
        for share in found[begun : begun + count]:
            y = plans[-1].place(bar_row(scene, share, height, longest, crowd), grid.left, y)
        begun += count
    plans[-1].place(foot, grid.left, grid.bottom - foot.height)
    return plans


def _ring(scene: Scene, section: EstimatePages, found: list[Share]) -> list[Plan]:
    """The ring, and as much of its list as stands below it; the rest follows on further pages."""
    grid, step = scene.grid, scene.grid.step
    plans = [Plan()]
    y = grid.down(place_head(scene, section, plans[0]))
    note = strip(scene, section, grid.measure)
    edges = edges_of(scene, found)
    heads = legend_head(scene, any(share.of_hours for share in found), edges)
    rows = round((grid.bottom - y - note.height - heads.height) / step) - 2 * AROUND - 1
    if rows < SMALLEST_RING:
        # The head takes too much of a small page.
        plans.append(Plan())
        y = plans[-1].place(reminder(scene, section, grid.measure), grid.left, grid.top) - step
        rows = round((grid.bottom - y - note.height - heads.height) / step) - 2 * AROUND - 1
    height = 2 if rows - 2 * len(found) >= LEAST_RING else 1
    steps = min(max(rows - height * len(found), LEAST_RING), LARGEST_RING, rows)
    if height * len(found) > rows - steps:
        height = 2
    y = plans[-1].place(ring_block(scene, found, steps * step), grid.left, y)
    y = plans[-1].place(heads, grid.left, y) if rows > steps else y
    ledger = Ledger(scene, section, grid.measure, "ink", item_decimals(scene))
    tones = tints(scene.brand, len(found))
    for i, share in enumerate(found):
        below = note.height + step if i == len(found) - 1 else 0.0
        if y + height * step + below > grid.bottom + 1e-3:
            plans.append(Plan())
            y = plans[-1].place(reminder(scene, section, grid.measure), grid.left, grid.top)
            y = plans[-1].place(heads, grid.left, y - step)
            y = plans[-1].place(carried_row(ledger, i), grid.left, y) if i else y
        y = plans[-1].place(legend_row(scene, share, height, tones[share.rank], edges), grid.left, y)
    plans[-1].place(note, grid.left, grid.bottom - note.height)
    return plans
