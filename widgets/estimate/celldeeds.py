"""What is done to cells of the estimate's grid: filling down, emptying, options; each is one edit with a name."""

from collections.abc import Sequence
from dataclasses import replace

from app.edits import estimate as edit
from app.edits.packages import pick_alternative
from app.i18n import phrase
from app.model.estimate import LineItem
from app.model.path import get
from app.model.proposal import Proposal
from widgets.estimate.rowdeeds import named
from widgets.models.arithmetic import BadInputError
from widgets.models.estimate import Fault
from widgets.models.estimate_columns import COMPUTED, Column
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.models.estimate_typing import clear, editable, fill, item_form, put
from widgets.phrases import Phrase, say
from widgets.session import Session

Faults = dict[tuple[GridRow, Column], Fault]
Put = str | LineItem | None


def fill_down(session: Session, rows: Sequence[GridRow], columns: Sequence[Column]) -> Faults:
    """Put what the first of the rows has in the columns into the others. Return what could not be put."""
    lines = [row for row in rows if row.kind is RowKind.ITEM]
    wanted = [column for column in sorted(columns, key=lambda one: one is not Column.UNIT) if column not in COMPUTED]
    if len(lines) < 2:
        return {}
    source: LineItem = get(session.proposal, lines[0].path)
    proposal, faults = session.proposal, Faults()
    for row in lines[1:]:
        for column in wanted:
            proposal = _put(proposal, row, column, source, faults)
    session.edit(proposal, named(phrase("Fill down into {what}"), session.proposal, lines[1:]))
    return faults


def above(rows: Sequence[GridRow], row: GridRow) -> GridRow | None:
    """Return the line of the same section that stands above a row."""
    place = rows.index(row) - 1
    found = rows[place] if place >= 0 else None
    return found if found is not None and found.kind is RowKind.ITEM else None


def clear_cells(
    session: Session, rows: Sequence[GridRow], columns: Sequence[Column], naming: str = ""
) -> set[tuple[GridRow, Column]]:
    """Empty cells. Return those."""
    cells = {(row, column) for row in rows for column in columns if row.path and editable(row, column)}
    proposal = session.proposal
    for row, column in sorted(cells, key=lambda cell: cell[1]):
        proposal = clear(proposal, row, column)
    touched = [row for row in rows if any(row is one for one, _ in cells)]
    if touched:
        session.edit(proposal, named(naming or phrase("Empty cells of {what}"), session.proposal, touched))
    return cells


def toggle(session: Session, rows: Sequence[GridRow]) -> None:
    """Let lines take the next standing that the first of them has: optional, chosen by the client, part of the offer again.

    One of a group of alternatives is picked instead; the one that is picked already is so no more.
    """
    lines = [row for row in rows if row.kind is RowKind.ITEM]
    if not lines:
        return
    proposal = session.proposal
    first: LineItem = get(proposal, lines[0].path)
    optional, chosen = _next(first)
    for row in lines:
        item: LineItem = get(proposal, row.path)
        if item.alternative:
            proposal = _picked(proposal, row, item)
        else:
            proposal = _with(proposal, row, replace(item, optional=optional, chosen=chosen))
    session.edit(proposal, _naming(proposal, session.proposal, lines, first))


def _next(item: LineItem) -> tuple[bool, bool]:
    """Return whether an item is optional and chosen after its next turn."""
    if not item.optional:
        return True, False
    return (True, True) if not item.chosen else (False, False)


def _picked(proposal: Proposal, row: GridRow, item: LineItem) -> Proposal:
    if item.chosen:
        return _with(proposal, row, replace(item, chosen=False))
    return pick_alternative(proposal, row.section, row.item)


def _with(proposal: Proposal, row: GridRow, item: LineItem) -> Proposal:
    """Return the proposal with another line in the place of a row's."""
    sections = tuple(
        replace(one, items=tuple(item if known.id == item.id else known for known in one.items)) if one.id == row.section else one
        for one in proposal.estimate.sections
    )
    return replace(proposal, estimate=replace(proposal.estimate, sections=sections))


def _naming(after: Proposal, before: Proposal, lines: Sequence[GridRow], first: LineItem) -> Phrase:
    item: LineItem = get(after, lines[0].path)
    if first.alternative:
        msgid = phrase("Choose {what}") if item.chosen else phrase("Choose {what} no more")
    elif not item.optional:
        msgid = phrase("Part of the offer: {what}")
    else:
        msgid = phrase("Chosen by the client: {what}") if item.chosen else phrase("Optional: {what}")
    return named(msgid, before, lines)


def put_cells(
    session: Session, rows: Sequence[GridRow], start: GridRow, columns: Sequence[Column], block: Sequence[Sequence[Put]]
) -> tuple[list[GridRow], Faults]:
    """Put a block into cells: its first line into `start`, the others into those below, its columns into `columns`.

    The block stays in its section: where there are no more lines, new ones are made. What is put is a text as if typed, or the
    line whose cell it was; None leaves a cell as it is. Return the lines that were written into, and what could not be taken.
    """
    proposal, faults = session.proposal, Faults()
    written: list[GridRow] = []
    below = list(rows[rows.index(start) :])
    for line in block:
        row = below.pop(0) if below else None
        if row is None or row.kind is RowKind.NEW_SECTION or (written and row.section != start.section):
            below = []
            row = None
        if row is None or row.kind is RowKind.NEW_ITEM:
            below = []
            made = edit.new_item(proposal)
            proposal = edit.add_item(proposal, start.section, made)
            row = GridRow(RowKind.ITEM, start.section, made.id)
        written.append(row)
        for column, what in sorted(zip(columns, line, strict=False), key=lambda cell: cell[0] is not Column.UNIT):
            if what is not None and editable(row, column):
                proposal = _put(proposal, row, column, what, faults)
    session.edit(proposal, say(phrase("Paste into {count} rows"), count=str(len(written))))
    return written, faults


def put_everywhere(session: Session, rows: Sequence[GridRow], columns: Sequence[Column], what: str | LineItem) -> Faults:
    """Put one text, or what a line has there, into all cells of a block. Return what could not be taken."""
    proposal, faults = session.proposal, Faults()
    lines = [row for row in rows if row.path]
    for row in lines:
        for column in columns:
            if editable(row, column):
                proposal = _put(proposal, row, column, what, faults)
    session.edit(proposal, say(phrase("Paste into {count} rows"), count=str(len(lines))))
    return faults


def _put(proposal: Proposal, row: GridRow, column: Column, what: str | LineItem, faults: Faults) -> Proposal:
    try:
        if isinstance(what, str):
            return put(proposal, row, column, " ".join(what.split()))
        return fill(proposal, row, column, what) if row.kind is RowKind.ITEM else proposal
    except BadInputError as error:
        text = what if isinstance(what, str) else item_form(proposal, what, column)
        faults[row, column] = Fault(text, str(error.reason))
        return proposal
