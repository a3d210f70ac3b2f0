"""Where rows stand after they were dragged: sections between sections, with those that belong to them; lines in any section."""

from collections.abc import Sequence

from app.model.estimate import EstimateSection
from app.model.path import get
from widgets.estimate import rowdeeds
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.session import Session


def gap_for(sections: Sequence[EstimateSection], rows: Sequence[GridRow], chosen: Sequence[GridRow], gap: int) -> int:
    """Return before which row the chosen ones can stand, next to where they were dropped."""
    first = _first(chosen)
    if first is not None and first.kind is RowKind.SECTION:
        levels = {section.id: section.level for section in sections}
        while gap < len(rows) - 1 and (
            rows[gap].kind is not RowKind.SECTION or levels[rows[gap].section] > levels[first.section]
        ):
            gap += 1
        return min(gap, len(rows) - 1)
    gap = min(max(gap, 1), len(rows) - 1)
    return gap - 1 if rows[gap - 1].kind is RowKind.NEW_ITEM else gap


def drop(session: Session, rows: Sequence[GridRow], chosen: Sequence[GridRow], gap: int) -> list[GridRow]:
    """Put the chosen rows before the row at `gap`. Return where they are, nothing where there was nothing to move."""
    first = _first(chosen)
    if first is None:
        return []
    if first.kind is RowKind.SECTION:
        target = rows[gap].section if gap < len(rows) else ""
        return rowdeeds.move_section(session, first, target) if target != first.section else []
    above = rows[gap - 1]
    ids = [item.id for item in get(session.proposal, f"estimate/sections/{above.section}/items")]
    index = ids.index(above.item) + 1 if above.kind is RowKind.ITEM else 0 if above.kind is RowKind.SECTION else len(ids)
    return rowdeeds.move_items(session, chosen, above.section, index)


def _first(chosen: Sequence[GridRow]) -> GridRow | None:
    return next((row for row in chosen if row.path), None)
