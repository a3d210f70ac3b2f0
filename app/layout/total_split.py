"""The total on lying pages: the sum in the left half, the rows in the right one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from app.layout.area import Area
from app.layout.closing_rows import bound, fits, free, height
from app.layout.estimate_top import place_side
from app.layout.plan import Plan
from app.layout.reckoning import Ledger
from app.layout.scene import Scene
from app.layout.total_bill import Bill, Choice, bill, choices, first_fitting
from app.layout.total_columns import Halves, halves, panel
from app.layout.total_flow import LEAST_REST, LEAST_ROWS, UNDER, lower, pour, put
from app.layout.total_foot import foot_height, place_foot
from app.layout.total_headline import STRIP, headline
from app.model.sections import EstimatePages

AIR_BELOW = 2
"""Baseline steps between the sum and what stands below it in the same half."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """A way to build the page: where the sum stands, the column of the rows, and what of the left half is free for more."""

    sum_at: Area
    rows: Area
    left: Area
    ledger: Ledger

    @property
    def sum(self) -> Ledger:
        """Return the ledger of the sum."""
        return replace(self.ledger, width=self.sum_at.width)


def split_pages(
    scene: Scene, section: EstimatePages, decimals: bool, plan: Plan, with_head: bool, by_section: bool
) -> list[Plan]:
    """Lay out the total. With the head at the left the sum stands over the rows, or where these need it below the head."""
    grid = scene.grid
    ledger = Ledger(scene, section, grid.span(6), plan.chrome, decimals)
    small = replace(ledger, width=grid.span(5))
    end = grid.bottom - foot_height(small)
    y = place_side(scene, section, plan) if with_head else 0.0
    frames = list(_headed(ledger, y, end)) if with_head else [_plain(ledger, end)]
    told = choices(ledger, by_section)
    plans = [plan]
    for frame in frames:
        place = partial(_whole, frame=frame)
        found = first_fitting(frame.ledger, told, (0,), frame.rows.height, place)
        if found is not None:
            _put(frame, found, plan)
            break
    else:
        plans += _on(frames[-1], told[-1], plan)
    place_foot(small, plans[-1], Area.of(grid, 0, 5))
    return plans


def _plain(ledger: Ledger, end: float) -> _Frame:
    """The sum at the left, the rows at the right."""
    scene, grid = ledger.scene, ledger.scene.grid
    left, right = Area.of(grid, 0, 5), Area.of(grid, 6, 6)
    # The first row stands where kickers do, and so does the label of the sum.
    label = scene.setter.token("total-label")
    top = left.y - grid.steps(scene.setter.leading(label, label.size)) + grid.step
    below = top + headline(replace(ledger, width=left.width)).height + AIR_BELOW * grid.step
    return _Frame(
        replace(left, y=top),
        replace(right, y=grid.top - grid.step),
        replace(left, y=below, bottom=end),
        replace(ledger, open=True),
    )


def _headed(ledger: Ledger, y: float, end: float) -> Iterator[_Frame]:
    """The head at the left: the sum over the rows, or below the head where it has room there."""
    grid = ledger.scene.grid
    left, right = Area.of(grid, 0, 5), Area.of(grid, 6, 6)
    y = grid.down(y + AIR_BELOW * grid.step)
    over = replace(right, y=right.y + headline(ledger).height)
    beside = _Frame(right, over, replace(left, y=y, bottom=end), ledger)
    yield beside
    below = y + headline(replace(ledger, width=left.width)).height
    if below <= end:
        free = replace(left, y=below + AIR_BELOW * grid.step, bottom=end)
        yield _Frame(replace(left, y=y), replace(right, y=grid.top - grid.step), free, replace(ledger, open=True))


def _whole(bill: Bill, frame: _Frame, count: int | None = None) -> Halves | None:
    left = replace(frame.ledger, width=frame.left.width)
    return halves(bill, left, frame.rows.height, frame.left.height, count)


def _put(frame: _Frame, found: Halves, plan: Plan) -> None:
    """Set the sum and both columns."""
    plan.place(headline(frame.sum), frame.sum_at.x, frame.sum_at.y)
    put(found.right, plan, frame.rows.x, frame.rows.y, after=frame.sum_at.x == frame.rows.x)
    put(found.left, plan, frame.left.x, frame.left.bottom - free(found.left))


def _on(frame: _Frame, told: Choice, plan: Plan) -> list[Plan]:
    """Set what takes several pages: whole parts go on where the rows have room on the first page."""
    grid = frame.ledger.scene.grid
    wide = replace(frame.ledger, width=grid.measure, amounts=0.0, open=False)
    full = replace(Area.of(grid), bottom=grid.bottom - foot_height(replace(wide, width=grid.span(5))))
    room = full.height - (STRIP + UNDER) * grid.step
    close = bill(frame.ledger, told)
    for count in range(len(close.parts) - 1, -1, -1):
        found = _whole(close, frame, count)
        rest = [bound(part(wide), room) for part in close.parts[count:]]
        pair = panel(close, count, None, wide) if len(rest) > 1 else None
        last = [pair] if pair else [block for part in rest for block in part]
        if found is not None and (count == 0 or height(last) >= room * LEAST_REST) and (not pair or fits(pair.height, room)):
            _put(frame, found, plan)
            return pour(last, plan, None, wide, [full], lambda _: ())[1:]
    plan.place(headline(frame.sum), frame.sum_at.x, frame.sum_at.y)
    # Two columns of rows stand further apart than a gutter.
    gap, slim = grid.gutter, bill(replace(frame.ledger, width=frame.ledger.width - grid.gutter), told)
    blocks = [*slim.rows, *chain(*(bound(part(slim.ledger), room) for part in slim.parts))]
    right = Area.of(grid, 6, 6)
    columns = [replace(full, width=slim.ledger.width), replace(right, x=right.x + gap, width=slim.ledger.width)]
    begins = replace(frame.rows, x=frame.rows.x + gap, width=slim.ledger.width)
    if frame.sum_at.x == frame.rows.x:
        begins = lower(begins, blocks[0].before)
    tall = frame.rows.height >= LEAST_ROWS * grid.step
    return pour(blocks, plan, begins if tall else None, wide, columns, slim.again)[1:]
