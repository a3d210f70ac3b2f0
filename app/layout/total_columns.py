"""Where what leads to a total stands: below each other, the parts below it in two columns, or beside the sum on lying pages."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from app.layout.blocks import Block, beside, stack
from app.layout.closing_rows import fits, free, height
from app.layout.reckoning import Ledger
from app.layout.total_bill import Bill

LEAST_COLUMN = 205.0
"""Points that a column of what stands below the total takes at least."""
GAP = 1.5
"""Gutters between two such columns."""


@dataclass(frozen=True, slots=True)
class Halves:
    """Blocks of the right column of a lying page, and those that stand at the left, below the sum."""

    bill: Bill
    right: Sequence[Block]
    left: Sequence[Block]


def stacked(bill: Bill, count: int | None = None) -> list[Block]:
    """Return the rows with the first parts below them in one column."""
    return [*bill.rows, *(block for part in bill.parts[:count] for block in part(bill.ledger))]


def paired(bill: Bill, count: int | None = None) -> list[Block] | None:
    """Return the rows with the first parts below them in two columns; None where there are too few for that, or no room."""
    pair = panel(bill, 0, count)
    return None if pair is None else [*bill.rows, pair]


def panel(bill: Bill, first: int, end: int | None, ledger: Ledger | None = None) -> Block | None:
    """Return parts in two columns, as equal in height as they can be; in each they keep their order."""
    ledger, parts = ledger or bill.ledger, bill.parts[first:end]
    gap = ledger.scene.grid.gutter * GAP
    width = (ledger.width - gap) / 2
    if len(parts) < 2 or width < LEAST_COLUMN:
        return None
    half = replace(ledger, width=width, amounts=0.0, air=0, open=False)
    left, right = parted([part(half) for part in parts])

    def make() -> Block:
        return beside(stack(left), stack(right), width + gap, before=2 * ledger.scene.grid.step)

    return ledger.scene.setter.remember(("panel", first, end), (tuple(left), tuple(right), width), make)


def parted(parts: Sequence[Sequence[Block]]) -> tuple[list[Block], list[Block]]:
    """Divide parts into two columns of about equal height; the first part stands at the left, and all keep their order."""
    best: tuple[list[Block], list[Block]] = list(chain(*parts)), []
    for moved in range(1, len(parts)):
        for chosen in reversed(list(combinations(range(1, len(parts)), moved))):
            left = list(chain(*(part for i, part in enumerate(parts) if i not in chosen)))
            right = list(chain(*(part for i, part in enumerate(parts) if i in chosen)))
            if max(height(left), height(right)) < max(height(best[0]), height(best[1])) - 1e-3:
                best = left, right
    return best


def halves(bill: Bill, left: Ledger, room: float, left_room: float, count: int | None = None) -> Halves | None:
    """Return the rows with the first parts below them, of which as few as may be stand below the sum instead, where `left_room`
    points are free; None where that is not enough.
    """
    below = [part(bill.ledger) for part in bill.parts[:count]]
    beside = [part(replace(left, amounts=0.0)) for part in bill.parts[:count]]
    for moved in range(len(below) + 1):
        # What comes last is what the total needs least.
        for chosen in reversed(list(combinations(range(len(below)), moved))):
            stays = [block for i, part in enumerate(below) if i not in chosen for block in part]
            goes = [block for i, part in enumerate(beside) if i in chosen for block in part]
            if fits(height([*bill.rows, *stays]), room) and fits(free(goes), left_room):
                return Halves(bill, [*bill.rows, *stays], goes)
    return None
