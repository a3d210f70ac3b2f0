"""What is done to rows of the estimate's grid: moving, copying, removing; each is one edit with a name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.edits import estimate as edit
from app.edits.lists import position
from app.i18n import phrase
from app.model.estimate import EstimateSection
from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.phrases import Phrase, say, shorten
from widgets.session import Session

Rows = Sequence[GridRow]


def real(rows: Rows) -> list[GridRow]:
    """Return the rows that show something: items, or whole sections; items of a chosen section go with it."""
    sections = {row.section for row in rows if row.kind is RowKind.SECTION}
    return [row for row in rows if row.kind is RowKind.SECTION or (row.kind is RowKind.ITEM and row.section not in sections)]


def remove(session: Session, rows: Rows) -> None:
    """Take rows out; a section goes with all its items."""
    proposal, chosen = session.proposal, real(rows)
    for row in chosen:
        if row.kind is RowKind.SECTION:
            proposal = edit.remove_section(proposal, row.section)
        else:
            proposal = edit.remove_item(proposal, row.section, row.item)
    if chosen:
        session.edit(proposal, named(phrase("Remove {what}"), session.proposal, chosen))


def duplicate(session: Session, rows: Rows) -> list[GridRow]:
    """Put a copy of each row after it. Return the copies."""
    proposal, chosen, copies = session.proposal, real(rows), []
    for row in chosen:
        if row.kind is RowKind.SECTION:
            proposal = edit.duplicate_section(proposal, row.section)
            made = proposal.estimate.sections[position(proposal.estimate.sections, row.section) + 1]
            copies.append(GridRow(RowKind.SECTION, made.id))
        else:
            proposal = edit.duplicate_item(proposal, row.section, row.item)
            items = get(proposal, edit.items_path(row.section))
            copies.append(replace(row, item=items[position(items, row.item) + 1].id))
    if chosen:
        session.edit(proposal, named(phrase("Duplicate {what}"), session.proposal, chosen))
    return copies


def insert(session: Session, row: GridRow) -> GridRow | None:
    """Put an empty line below a row. Return it; None where there is no section for it."""
    if row.kind is RowKind.NEW_SECTION:
        return None
    proposal = session.proposal
    items = get(proposal, edit.items_path(row.section))
    index = position(items, row.item) + 1 if row.kind is RowKind.ITEM else 0 if row.kind is RowKind.SECTION else len(items)
    made = edit.new_item(proposal)
    session.edit(edit.add_item(proposal, row.section, made, index), say(phrase("New line")))
    return GridRow(RowKind.ITEM, row.section, made.id)


def move(session: Session, rows: Rows, by: int) -> list[GridRow]:
    """Move rows up or down by one; an item at the end of its section goes on into the next. Return where they are."""
    chosen, before = real(rows), session.proposal
    if not chosen:
        return []
    proposal = before
    moved: list[GridRow] = []
    if any(row.kind is RowKind.SECTION for row in chosen):
        chosen = [row for row in chosen if row.kind is RowKind.SECTION]
        proposal, moved = _move_sections(proposal, chosen, by)
    else:
        for row in chosen if by < 0 else reversed(chosen):
            proposal, place = _move_item(proposal, row, by, {*chosen, *moved})
            moved.append(place)
    session.edit(proposal, named(phrase("Move {what}"), before, chosen))
    return sorted(moved, key=lambda row: _order(session.proposal, row))


def _move_sections(proposal: Proposal, rows: list[GridRow], by: int) -> tuple[Proposal, list[GridRow]]:
    places = [position(proposal.estimate.sections, row.section) for row in rows]
    if min(places) + by < 0 or max(places) + by >= len(proposal.estimate.sections):
        return proposal, rows
    for row in rows if by < 0 else reversed(rows):
        proposal = edit.move_section(proposal, row.section, position(proposal.estimate.sections, row.section) + by)
    return proposal, rows


def _move_item(proposal: Proposal, row: GridRow, by: int, together: set[GridRow]) -> tuple[Proposal, GridRow]:
    sections = proposal.estimate.sections
    here = position(sections, row.section)
    items = sections[here].items
    place = position(items, row.item) + by
    if 0 <= place < len(items):
        if replace(row, item=items[place].id) in together:
            return proposal, row
        return edit.move_item(proposal, row.section, row.item, row.section, place), row
    if not 0 <= here + by < len(sections):
        return proposal, row
    target = sections[here + by]
    index = len(target.items) if by < 0 else 0
    proposal = edit.move_item(proposal, row.section, row.item, target.id, index)
    return proposal, GridRow(RowKind.ITEM, target.id, proposal.estimate.sections[here + by].items[index].id)


def _order(proposal: Proposal, row: GridRow) -> tuple[int, int]:
    sections = proposal.estimate.sections
    here = position(sections, row.section)
    return here, position(sections[here].items, row.item) if row.item else -1


def put_sections(
    session: Session, row: GridRow, sections: Sequence[EstimateSection], done: Callable[[list[GridRow]], None]
) -> None:
    """Put rows from elsewhere below a row: lines of one part into its section, several parts as sections of their own."""
    before = proposal = session.proposal
    made: list[GridRow] = []
    if len(sections) == 1 and row.section and exists(proposal, edit.section_path(row.section)):
        items = get(proposal, edit.items_path(row.section))
        known = row.kind is RowKind.ITEM and any(item.id == row.item for item in items)
        index = position(items, row.item) + 1 if known else len(items) if row.kind is RowKind.NEW_ITEM else 0
        proposal = edit.add_items(proposal, row.section, sections[0].items, index)
        added = get(proposal, edit.items_path(row.section))[index : index + len(sections[0].items)]
        made = [GridRow(RowKind.ITEM, row.section, item.id) for item in added]
    else:
        all_sections = proposal.estimate.sections
        place = position(all_sections, row.section) + 1 if row.section else len(all_sections)
        for offset, section in enumerate(sections):
            proposal = edit.add_section(proposal, replace(section, items=()), place + offset)
            target = proposal.estimate.sections[place + offset].id
            proposal = edit.add_items(proposal, target, section.items)
            made.append(GridRow(RowKind.SECTION, target))
    if made:
        session.edit(proposal, named(phrase("Paste {what}"), proposal, made))
        assert session.proposal is not before
        done(made)


def named(msgid: str, proposal: Proposal, rows: Rows) -> Phrase:
    """Name a deed by the row that it is done to, or by how many they are."""
    if len(rows) == 1:
        title = str(get(proposal, f"{rows[0].path}/title"))
        words = f"“{shorten(title)}”" if title else ""
        nameless = phrase("a section") if rows[0].kind is RowKind.SECTION else phrase("a line")
        return say(msgid, what=words or Phrase(nameless))
    return say(msgid, what=say(phrase("{count} rows"), count=str(len(rows))))
