"""The rows of the estimate's grid: sections, their items, and the empty lines where new ones are typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.edits.estimate import item_path, section_path
from app.model.estimate import Estimate


class RowKind(StrEnum):
    """What a row is."""

    SECTION = "section"
    ITEM = "item"
    NEW_ITEM = "new-item"
    NEW_SECTION = "new-section"


@dataclass(frozen=True)
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


def rows_of(estimate: Estimate) -> tuple[GridRow, ...]:
    """Return the rows in which an estimate is shown."""
    rows: list[GridRow] = []
    for section in estimate.sections:
        rows.append(GridRow(RowKind.SECTION, section.id))
        rows += [GridRow(RowKind.ITEM, section.id, item.id) for item in section.items]
        rows.append(GridRow(RowKind.NEW_ITEM, section.id))
    return (*rows, GridRow(RowKind.NEW_SECTION))


def difference(before: Sequence[GridRow], after: Sequence[GridRow]) -> tuple[int, int, int]:
    """Return where two lists of rows begin to differ, and how many rows of each differ from there."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return start, len(before) - start - end, len(after) - start - end
