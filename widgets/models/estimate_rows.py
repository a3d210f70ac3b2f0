"""The rows of the estimate's grid: sections, their items, and the empty lines where new ones are typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.edits.estimate import item_path, section_path
from app.model.estimate import Estimate, EstimateSection


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    NEW_ITEM = "new-item"
    NEW_SECTION = "new-section"


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row by the ids of what it shows."""

    kind: RowKind
    section: str = ""
    item: str = ""

    @property
    def path(self) -> str:
        """The path of what it shows; empty for a line that is not there yet."""
        if self.kind is RowKind.ITEM:
            return item_path(self.section, self.item)
        return section_path(self.section) if self.kind is RowKind.SECTION else ""


Rows = tuple[GridRow, ...]


def rows_of(estimate: Estimate) -> Rows:
    """Return the rows in which an estimate is shown."""
    return RowsKept().of(estimate)


class RowsKept:
    """Makes the rows of an estimate; those of sections whose lines are the same stay what they were."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[EstimateSection, Rows]] = {}
        self._rows: Rows = ()
        self._places: dict[GridRow, int] = {}
        self._spots: list[tuple[int, int]] = []

    def of(self, estimate: Estimate) -> Rows:
        """Return the rows of an estimate: the very same where none has come, gone or moved."""
        known, self._known = self._known, {}
        parts: list[Rows] = []
        same = len(known) == len(estimate.sections) and list(known) == [section.id for section in estimate.sections]
        for section in estimate.sections:
            before = known.get(section.id)
            if before and (before[0].items is section.items or _ids(before[0]) == _ids(section)):
                rows = before[1]
            else:
                rows, same = _of_section(section), False
            self._known[section.id] = (section, rows)
            parts.append(rows)
        if not (same and self._rows):
            self._rows = (*(row for rows in parts for row in rows), GridRow(RowKind.NEW_SECTION))
            self._places = {row: number for number, row in enumerate(self._rows)}
            self._spots = _spots(parts)
        return self._rows

    def place(self, row: GridRow) -> int:
        """Return the number of a row, or -1."""
        return self._places.get(row, -1)

    def spot(self, number: int) -> tuple[int, int]:
        """Return the places of the section and of the item that a row shows, -1 for none."""
        return self._spots[number]


def _ids(section: EstimateSection) -> list[str]:
    return [item.id for item in section.items]


def _of_section(section: EstimateSection) -> Rows:
    items = (GridRow(RowKind.ITEM, section.id, item.id) for item in section.items)
    return (GridRow(RowKind.SECTION, section.id), *items, GridRow(RowKind.NEW_ITEM, section.id))


def _spots(parts: Sequence[Rows]) -> list[tuple[int, int]]:
    spots: list[tuple[int, int]] = []
    for place, rows in enumerate(parts):
        spots += [(place, number - 1 if row.kind is RowKind.ITEM else -1) for number, row in enumerate(rows)]
    return [*spots, (-1, -1)]


def difference(before: Sequence[GridRow], after: Sequence[GridRow]) -> tuple[int, int, int]:
    """Return where two lists of rows begin to differ, and how many rows of each differ from there."""
    start, least = 0, min(len(before), len(after))
    while start < least and before[start] == after[start]:
        start += 1
    end, least = 0, least - start
    while end < least and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, len(before) - start - end, len(after) - start - end
