"""What leads to a total and what stands below it, set for a width: as much of it as has room, with as much air as has room."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from app.layout.blocks import Block
from app.layout.closing_rows import Part, closing_parts
from app.layout.estimate_groups import groups
from app.layout.reckoning import Ledger, Sum, carried_sections, final_sums, measured, option_sums, rows, section_sums
from app.model.estimate import Detail

LEAST_ROW = 2
"""Baseline steps that a row takes at least, and"""
LEAST_QUIET = 1
"""so many a quiet one."""

Choice = tuple[Sequence[Sum], bool]
"""Rows of sections, and whether what may be added is told."""
_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class Bill:
    """The rows that lead to a total, of which the first `sections` are those of sections, and the parts that stand below it."""

    ledger: Ledger
    sections: int
    rows: tuple[Block, ...]
    parts: tuple[Part, ...]

    def again(self, begun: int) -> list[Block]:
        """Return what stands above the rows where they go on after so many."""
        return [carried_sections(self.ledger, begun)] if 0 < begun < self.sections else []


def choices(ledger: Ledger, by_section: bool) -> list[Choice]:
    """Return what may be told, from the most to the least. What the client has seen on earlier pages is repeated only where it
    fits: with all items, what may be added; without them, the sections.
    """
    if ledger.section.detail is Detail.TOTALS:
        return [([], True)]
    sections = section_sums(ledger) if by_section else []
    levels = by_section and any(group.below for group in groups(ledger.scene))
    parts = section_sums(ledger, parts=True) if levels else []
    most: list[Choice] = [(parts, True)] if len(parts) > len(sections) else []
    least: Choice = (sections, False) if ledger.section.detail is Detail.DETAILED else ([], True)
    return [*most, (sections, True), least]


def first_fitting(
    ledger: Ledger, told: Sequence[Choice], airs: Sequence[int], room: float, place: Callable[[Bill], _Place | None]
) -> _Place | None:
    """Return how the first bill that can be placed is placed; None where none can, in a room so many points high."""
    for one in told:
        for air in airs:
            if not has_room(ledger, one, room, air):
                continue
            placed = place(bill(replace(ledger, air=air), one))
            if placed is not None:
                return placed
    return None


def has_room(ledger: Ledger, told: Choice, room: float, air: int) -> bool:
    """Tell whether the rows that are told, with so much `air`, might fit a room so many points high: none of them is lower than
    it must be.
    """
    sums, step = (*told[0], *final_sums(ledger)), ledger.scene.grid.step
    quiet = sum([one.quiet for one in sums])
    return ((len(sums) - quiet) * (LEAST_ROW + air) + quiet * LEAST_QUIET) * step <= room + step / 2


def bill(ledger: Ledger, told: Choice) -> Bill:
    """Set what is told."""
    (sections, options), final = told, final_sums(ledger)
    ledger = measured(ledger, (*sections, *final, *(option_sums(ledger) if options else ())))
    sums = [*sections, *final]
    if sums[0].ruled is ledger.open:
        sums[0] = replace(sums[0], ruled=not ledger.open)
    return Bill(ledger, len(sections), rows(ledger, sums), tuple(closing_parts(ledger, options=options)))
