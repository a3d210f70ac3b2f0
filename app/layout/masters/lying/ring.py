"""The ring of a summary on a lying page: it fills the right, head, list and the way to the total stand at the left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from app.layout.blocks import Block
from app.layout.estimate_top import title_of
from app.layout.heads import side_head
from app.layout.page import TextItem
from app.layout.plan import Plan, fixed
from app.layout.scene import Scene, Sheet
from app.layout.summary.closing import strip
from app.layout.summary.legend import Edges, edges_of, legend_head, legend_row
from app.layout.summary.ring import AROUND, ring_block
from app.layout.summary.shares import Share
from app.layout.summary.tones import tints
from app.model.sections import EstimatePages

SPLITS = (6, 7)
"""Twelfths at the left of the ring, the first that leave the titles of the list enough room."""
LEAST_TITLE = 8.0
"""Titles have room for so many ems."""
LEAST_RING, LARGEST_RING = 10, 34
"""Diameters of a ring in baseline steps."""
NUMBERS = 3
"""Baseline steps that the numbers at the ring's sides take."""
HEIGHTS = (2, 1)
"""Heights of the list's rows, in baseline steps."""


@dataclass(frozen=True, slots=True)
class _List:
    """The list as it stands in the left part: that part of the page, what is shown, and where the columns end."""

    scene: Scene
    found: list[Share]
    edges: Edges
    hours: bool


def ring_beside(scene: Scene, section: EstimatePages, found: list[Share]) -> list[Plan] | None:
    """Lay out the page, on a low one without the way to the total, which the total's own page shows; None where the list has no
    room on it.
    """
    tried = (_page(scene, section, found, split, noted) for noted in (True, False) for split in SPLITS)
    return next(filter(None, tried), None)


def _page(scene: Scene, section: EstimatePages, found: list[Share], split: int, noted: bool) -> list[Plan] | None:
    grid, step = scene.grid, scene.grid.step
    shown = next((one for one in _lists(_part(scene, 0, split), found) if _title_room(one) >= _least(scene)), None)
    if shown is None:
        return None
    width = shown.scene.grid.measure
    made_from = (section.kicker, title_of(scene, section), section.lead, split)
    top, below = scene.setter.remember("beside ring", made_from, partial(_head, scene, section, split))
    note, heads = strip(scene, section, width), legend_head(shown.scene, shown.hours, shown.edges)
    foot = grid.bottom - (note.height + step if noted else 0.0)
    height = next((height for height in HEIGHTS if foot - heads.height - len(found) * height * step >= below + step), 0)
    ring = _part(scene, split, 12 - split)
    steps = int(min(grid.rows - 2 * AROUND, ring.grid.measure / step - NUMBERS, LARGEST_RING))
    if not height or steps < LEAST_RING:
        return None
    plan = Plan()
    plan.bookmark(title_of(scene, section))
    plan.place(top, 0.0, 0.0)
    y = plan.place(heads, grid.left, foot - heads.height - len(found) * height * step)
    tones = tints(scene.brand, len(found))
    for share in shown.found:
        y = plan.place(legend_row(shown.scene, share, height, tones[share.rank], shown.edges), grid.left, y)
    if noted:
        plan.place(note, grid.left, grid.bottom - note.height)
    circle = ring_block(ring, found, steps * step)
    plan.place(circle, ring.grid.left, grid.down(grid.top + (grid.bottom - grid.top - circle.height) * 0.5))
    return [plan]


def _part(scene: Scene, column: int, columns: int) -> Scene:
    """Return the scene for so many of the page's twelfths, without a gutter at the inner side."""
    grid = scene.grid
    right = grid.x(column) + grid.span(columns) - (grid.gutter if not column else 0.0)
    return replace(scene, grid=replace(grid, left=grid.x(column), right=right))


def _lists(part: Scene, found: list[Share]) -> Iterator[_List]:
    """Yield the list with the hours, and without them."""
    whole = [found] if any(share.hours for share in found) else []
    for shown in (*whole, [replace(share, hours="") for share in found]):
        yield _List(part, shown, edges_of(part, shown), shown is found)


def _title_room(shown: _List) -> float:
    """Return the width that is left for titles."""
    setter, grid = shown.scene.setter, shown.scene.grid
    hours = max((setter.line("share-hours", share.hours).width for share in shown.found if share.hours), default=0.0)
    return shown.edges[1] - hours - grid.gutter * 1.5 - grid.span(1)


def _least(scene: Scene) -> float:
    return LEAST_TITLE * scene.setter.token("share-row").size


def _head(scene: Scene, section: EstimatePages, split: int) -> tuple[Block, float]:
    """Return the head of the page, and the y below it."""
    sheet = Sheet(scene, section.id)
    origin = f"sections/{section.id}"
    side_head(sheet, origin, section.kicker, title_of(scene, section), section.lead, columns=split, bookmark=False)
    below = max((item.y for item in sheet.items if isinstance(item, TextItem)), default=scene.grid.top)
    return fixed(sheet.items), scene.grid.down(below)
