"""What is done to rows of the estimate's grid: moving, copying, removing; each is one edit with a name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.edits import estimate as edit
from app.edits.levels import Sections, block, set_level
from app.edits.lists import position
from app.i18n import phrase
from app.model.estimate import EstimateSection, LineItem
from app.model.path import exists, get
from app.model.proposal import Proposal
from widgets.models.estimate_rows import GridRow, RowKind
from widgets.phrases import Phrase, say, shorten
from widgets.session import Session

Rows = Sequence[GridRow]


def real(proposal: Proposal, rows: Rows) -> list[GridRow]:
    """Return the rows that show something: items, or whole sections; what belongs to a chosen section goes with it."""
    sections = proposal.estimate.sections
    within: set[str] = set()
    out: list[GridRow] = []
    for row in rows:
        if row.kind is RowKind.SECTION and row.section not in within:
            within |= {sections[place].id for place in block(sections, row.section)}
            out.append(row)
    own = {row.section for row in out}
    return [
        row
        for row in rows
        if (row.kind is RowKind.SECTION and row.section in own) or (row.kind is RowKind.ITEM and row.section not in within)
    ]


def remove(session: Session, rows: Rows) -> None:
    """Take rows out; a section goes with all its items and the sections that belong to it."""
    proposal = session.proposal
    chosen = real(proposal, rows)
    for row in chosen:
        if row.kind is RowKind.SECTION:
            proposal = edit.remove_section(proposal, row.section)
    items = {(row.section, row.item) for row in chosen if row.kind is RowKind.ITEM}
    if items:
        proposal = _without(proposal, items)
    if chosen:
        session.edit(proposal, named(phrase("Remove {what}"), session.proposal, chosen))


def duplicate(session: Session, rows: Rows) -> list[GridRow]:
    """Put a copy of each row after it. Return the copies."""
    proposal, copies = session.proposal, []
    chosen = real(proposal, rows)
    for row in chosen:
        if row.kind is RowKind.SECTION:
            place = block(proposal.estimate.sections, row.section).stop
            proposal = edit.duplicate_section(proposal, row.section)
            copies.append(GridRow(RowKind.SECTION, proposal.estimate.sections[place].id))
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


def insert_section(session: Session, row: GridRow) -> GridRow:
    """Put a section without a name after that of a row, of the same level. Return it."""
    sections = session.proposal.estimate.sections
    made = edit.new_section(session.proposal)
    place = len(sections)
    if row.section:
        place = block(sections, row.section).stop
        made = replace(made, level=sections[position(sections, row.section)].level)
    session.edit(edit.add_section(session.proposal, made, place), say(phrase("New section")))
    return GridRow(RowKind.SECTION, made.id)


def move(session: Session, rows: Rows, by: int) -> list[GridRow]:
    """Move rows up or down by one; an item at the end of its section goes on into the next. Return where they are."""
    before = session.proposal
    chosen = real(before, rows)
    if not chosen:
        return []
    proposal = before
    moved: list[GridRow] = []
    if any(row.kind is RowKind.SECTION for row in chosen):
        chosen = [row for row in chosen if row.kind is RowKind.SECTION]
        proposal, moved = _move_sections(proposal, chosen, by), chosen
    else:
        for row in chosen if by < 0 else reversed(chosen):
            proposal, place = _move_item(proposal, row, by, {*chosen, *moved})
            moved.append(place)
    session.edit(proposal, named(phrase("Move {what}"), before, chosen))
    return sorted(moved, key=lambda row: _order(session.proposal, row))


def _move_sections(proposal: Proposal, rows: list[GridRow], by: int) -> Proposal:
    sections = proposal.estimate.sections
    blocks = [block(sections, row.section) for row in rows]
    if min(places.start for places in blocks) + by < 0 or max(places.stop for places in blocks) + by > len(sections):
        return proposal
    after = proposal
    for row in rows if by < 0 else reversed(rows):
        after = edit.move_section(after, row.section, position(after.estimate.sections, row.section) + by)
    return after if _begins_well(after.estimate.sections) else proposal


def _begins_well(sections: Sections) -> bool:
    """Tell whether the first section stands by itself: one of level 2 has nothing above it to belong to."""
    return not sections or sections[0].level == 1


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


def move_items(session: Session, rows: Rows, section: str, index: int) -> list[GridRow]:
    """Put lines into a section, together and in their order, before the line that stands at `index`. Return where they are."""
    before = session.proposal
    chosen = [row for row in real(before, rows) if row.kind is RowKind.ITEM]
    picked = {(row.section, row.item) for row in chosen}
    items: list[LineItem] = [get(before, row.path) for row in chosen]
    stay = [item for item in get(before, edit.items_path(section))[:index] if (section, item.id) not in picked]
    after = edit.add_items(_without(before, picked), section, items, len(stay))
    session.edit(after, named(phrase("Move {what}"), before, chosen))
    placed = get(session.proposal, edit.items_path(section))[len(stay) : len(stay) + len(items)]
    return [GridRow(RowKind.ITEM, section, item.id) for item in placed]


def move_section(session: Session, row: GridRow, before_section: str) -> list[GridRow]:
    """Put a section, with those that belong to it, before another one, or at the end. Return where it is."""
    before = session.proposal
    sections = before.estimate.sections
    places = block(sections, row.section)
    target = position(sections, before_section) if before_section else len(sections)
    index = target if target <= places.start else max(places.start, target - len(places))
    after = edit.move_section(before, row.section, index)
    if _begins_well(after.estimate.sections):
        session.edit(after, named(phrase("Move {what}"), before, [row]))
    return [row]


def shift_level(session: Session, rows: Rows, level: int) -> None:
    """Make the sections among rows belong to the one above them (level 2), or stand by themselves (1)."""
    proposal = session.proposal
    chosen = [row for row in rows if row.kind is RowKind.SECTION]
    for row in chosen:
        proposal = set_level(proposal, row.section, level)
    if proposal is not session.proposal:
        msgid = phrase("Subsection: {what}") if level > 1 else phrase("Section: {what}")
        session.edit(proposal, named(msgid, session.proposal, chosen))


def _without(proposal: Proposal, items: set[tuple[str, str]]) -> Proposal:
    """Return the proposal without some lines, named by their sections and themselves."""
    sections = tuple(
        replace(section, items=tuple(item for item in section.items if (section.id, item.id) not in items))
        if any(owner == section.id for owner, _ in items)
        else section
        for section in proposal.estimate.sections
    )
    return replace(proposal, estimate=replace(proposal.estimate, sections=sections))


def _order(proposal: Proposal, row: GridRow) -> tuple[int, int]:
    sections = proposal.estimate.sections
    here = position(sections, row.section)
    return here, position(sections[here].items, row.item) if row.item else -1


def put_sections(
    session: Session, row: GridRow, sections: Sequence[EstimateSection], done: Callable[[list[GridRow]], None]
) -> None:
    """Put rows from elsewhere below a row: lines of one part into its section, several parts as sections of their own."""
    proposal = session.proposal
    if len(sections) == 1 and row.section and exists(proposal, edit.section_path(row.section)):
        items = get(proposal, edit.items_path(row.section))
        known = row.kind is RowKind.ITEM and any(item.id == row.item for item in items)
        index = position(items, row.item) + 1 if known else len(items) if row.kind is RowKind.NEW_ITEM else 0
        proposal = edit.add_items(proposal, row.section, sections[0].items, index)
        added = get(proposal, edit.items_path(row.section))[index : index + len(sections[0].items)]
        made = [GridRow(RowKind.ITEM, row.section, item.id) for item in added]
    else:
        proposal, made = _with_sections(proposal, row, sections)
    if made:
        session.edit(proposal, named(phrase("Paste {what}"), proposal, made))
        done(made)


def _with_sections(proposal: Proposal, row: GridRow, sections: Sequence[EstimateSection]) -> tuple[Proposal, list[GridRow]]:
    known = proposal.estimate.sections
    there = bool(row.section) and exists(proposal, edit.section_path(row.section))
    place = block(known, row.section).stop if there else len(known)
    made = []
    for offset, section in enumerate(sections):
        level = section.level if place + offset else 1
        proposal = edit.add_section(proposal, replace(section, items=(), level=level), place + offset)
        target = proposal.estimate.sections[place + offset].id
        proposal = edit.add_items(proposal, target, section.items)
        made.append(GridRow(RowKind.SECTION, target))
    return proposal, made


def named(msgid: str, proposal: Proposal, rows: Rows) -> Phrase:
    """Name a deed by the row that it is done to, or by how many they are."""
    if len(rows) == 1:
        title = str(get(proposal, f"{rows[0].path}/title"))
        nameless = phrase("a section") if rows[0].kind is RowKind.SECTION else phrase("a line")
        return say(msgid, what=say(phrase("“{title}”"), title=shorten(title)) if title else Phrase(nameless))
    return say(msgid, what=say(phrase("{count} rows"), count=str(len(rows))))
