"""Contents: what stands on which page, every row a place to click."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

from app.layout.area import Area
from app.layout.blocks import Block, TextBlock
from app.layout.contents_rows import WRAPPED, Rows, facts, leader_row, poster_row
from app.layout.flow import balanced, columns, fill
from app.layout.heads import head, side_head
from app.layout.masters.lying.contents import HEAD_COLUMNS, side_facts, tiles
from app.layout.page import RuleItem
from app.layout.scene import Entry, Scene, Sheet
from app.model.sections import Contents

DIGITS = 2
"""Page numbers of a poster have so many digits at least: 02, 03, 12."""
INSET, SIDE_INSET = 3, 2
"""Twelfths that the numbers take, and that they take in an area at the side of a lying page."""
MOST_AIR = 4
"""So many baseline steps at most are put between the entries of a short list."""
LEADER_GAP = 26.0
"""So many points at least are between a title and its page number."""

SMALL = 3
"""So many of the smallest sizes of titles are fit for two columns."""

MakeRow = Callable[[Rows, Entry, Entry | None], Block]
"""Makes the row of an entry; the one that follows it, if any, is told too."""


def contents(scene: Scene, section: Contents) -> list[Sheet]:
    """Lay out the contents in the brand's variant."""
    match scene.brand.masters["contents"].variant:
        case "tiles":
            return tiles(scene, section)
        case "leaders":
            return _leaders(scene, section)
        case _:
            return _poster(scene, section)


def _title(scene: Scene, section: Contents) -> str:
    return section.title or scene.words("Contents")


def _poster(scene: Scene, section: Contents) -> list[Sheet]:
    """Large numbers and titles from the page's foot upwards, a hairline above each; the facts below the head. On a lying page the
    rows stand beside both.
    """
    sheet = Sheet(scene, section.id)
    area = _beside(sheet, section) if scene.grid.lying else _below(sheet, section)

    def make(rows: Rows, entry: Entry, follower: Entry | None) -> Block:
        return poster_row(rows, entry, DIGITS, before_part=follower is not None and follower.level > 0)

    whole = Rows(scene, section.id, area.width, area.col(SIDE_INSET if scene.grid.lying else INSET) - area.x, 0.0)
    blocks = _one_column(whole, make, area.height, 0.0)
    if blocks:
        filled = fill(blocks, area.height)
        filled.draw(sheet.items, area.x, area.y if scene.grid.lying else area.bottom - filled.used)
        return [sheet]
    inset = area.col(SIDE_INSET if scene.grid.lying else 1) - area.x + area.gutter
    return _two_columns(sheet, replace(whole, width=area.span(6) - area.gutter / 2, inset=inset), make, area)


def _leaders(scene: Scene, section: Contents) -> list[Sheet]:
    """A centred head, titles and numbers joined by dots, and the facts in the middle of the foot; head and facts stand at the
    side of a lying page.
    """
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    area = _beside(sheet, section) if grid.lying else _between(sheet, section)

    def make(rows: Rows, entry: Entry, follower: Entry | None) -> Block:
        edge = rows.number_width(scene.entries) + LEADER_GAP
        return leader_row(rows, entry, edge, before_part=follower is not None and follower.level > 0)

    column = 0 if grid.lying else 1
    whole = Rows(scene, section.id, area.span(12 - 2 * column), grid.gutter * 2, 0.0)
    blocks = _one_column(whole, make, area.height, grid.step, 0.0)
    if blocks:
        filled = fill(blocks, area.height)
        # A short list stands a little above the middle of its room.
        filled.draw(sheet.items, area.col(column), grid.down(area.y + (area.height - filled.used) * 0.3))
        return [sheet]
    return _two_columns(sheet, replace(whole, width=area.span(6) - 1.5 * grid.gutter), make, area)


def _below(sheet: Sheet, section: Contents) -> Area:
    """Draw the head and the facts below it; return the area for rows."""
    grid = sheet.scene.grid
    y = head(sheet, f"sections/{section.id}", section.kicker, _title(sheet.scene, section), "", lines=1)
    return Area.of(grid, top=_facts_row(sheet, y) + 2 * grid.step)


def _between(sheet: Sheet, section: Contents) -> Area:
    """Draw the head and the facts at the foot; return the area for rows."""
    grid = sheet.scene.grid
    y = head(sheet, f"sections/{section.id}", section.kicker, _title(sheet.scene, section), "", lines=1) + 2 * grid.step
    return replace(Area.of(grid, top=y), bottom=_facts_foot(sheet) - 2 * grid.step)


def _beside(sheet: Sheet, section: Contents) -> Area:
    """Draw head and facts at the side of a lying page; return the area for rows."""
    title = _title(sheet.scene, section)
    area = side_head(sheet, f"sections/{section.id}", section.kicker, title, "", columns=HEAD_COLUMNS)
    side_facts(sheet)
    return area


def _sizes(scene: Scene) -> tuple[float, ...]:
    token = scene.setter.token("contents-entry")
    return (token.size, *token.sizes)


def _one_column(rows: Rows, make: MakeRow, room: float, *airs: float) -> list[Block]:
    """Return the rows in the largest type in which all of them fit the room, few of them on two lines; empty where none fits.

    `airs` are tried above parts, the first one first. What room is left is put between the entries.
    """
    entries, step = rows.scene.entries, rows.scene.grid.step
    sizes = _sizes(rows.scene)
    for size, air in product(sizes, airs):
        blocks = _blocks(replace(rows, size=size, air=air), make, entries)
        free = room - _height(blocks)
        gaps = sum(block.before > 0 for block in blocks[1:])
        # Large type needs more air, and is worth it only where its lines read well.
        if (free >= gaps * step and _reads_well(replace(rows, size=size), entries)) or (free >= 0 and size == sizes[-1]):
            more = min(int(free / step / max(gaps, 1) + 1e-6), MOST_AIR) * step
            return [replace(block, before=block.before + more * bool(block.before)) for block in blocks]
    return []


def _reads_well(rows: Rows, entries: Sequence[Entry]) -> bool:
    """Tell whether few titles take more than a line, and no word of them is broken."""
    titles = [rows.title(entry, rows.width - rows.inset).lines for entry in entries if not entry.level]
    broken = any(line.joined for lines in titles for line in lines)
    return not broken and sum(len(lines) > 1 for lines in titles) <= len(entries) * WRAPPED


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + block.before * bool(i) for i, block in enumerate(blocks))


def _blocks(rows: Rows, make: MakeRow, entries: Sequence[Entry]) -> list[Block]:
    """Return the rows; an entry stays with the first of its parts, and has air above."""
    step = rows.scene.grid.step
    neighbours = zip((None, *entries), entries, (*entries[1:], None), strict=False)
    return [
        replace(
            make(rows, entry, follower),
            before=0.0 if entry.level else step * (2 if before and before.level else 1),
            keep=bool(not entry.level and follower and follower.level),
        )
        for before, entry, follower in neighbours
    ]


def _two_columns(sheet: Sheet, rows: Rows, make: MakeRow, area: Area) -> list[Sheet]:
    """Set many entries in two columns, on as many pages as they take: in the largest type in which a page holds all of them."""
    scene, grid = sheet.scene, sheet.scene.grid
    rest: tuple[Block, ...] = ()
    for size, air in product(_sizes(scene)[-SMALL:], (grid.step, 0.0)):
        rest = tuple(_blocks(replace(rows, size=size, air=air), make, scene.entries))
        if not columns(rest, area.height, 2)[1]:
            break
    sheets = [sheet]
    while True:
        filled, rest = balanced(rest, area.height, 2, grid.step)
        for x, column in zip((area.x, area.right - rows.width), filled, strict=False):
            column.draw(sheets[-1].items, x, area.y)
        if not rest:
            return sheets
        sheets.append(Sheet(scene, rows.section))
        area = replace(area, y=grid.top, bottom=grid.bottom)


def _facts_row(sheet: Sheet, y: float) -> float:
    """Draw the facts in columns, and return the y below them."""
    scene, grid = sheet.scene, sheet.scene.grid
    bottom = y
    for (column, span), (text, origin) in zip(((3, 6), (9, 3), (9, 3)), facts(scene), strict=True):
        block: TextBlock = scene.setter.text(
            "item-title" if origin != "date" else "item-text", text, grid.span(span), origin=origin
        )
        top = bottom if origin == "date" and scene.proposal.number else y
        bottom = max(bottom, sheet.place(block, grid.x(column), top)) if text else bottom
    return bottom


def _facts_foot(sheet: Sheet) -> float:
    """Draw the facts centred at the foot below a short rule, and return the y above them."""
    scene, grid = sheet.scene, sheet.scene.grid
    client, number, date = facts(scene)
    area = Area.of(grid, 1, 10)
    lines = ((client[0], "kicker", client[1]), (" · ".join(filter(None, (number[0], date[0]))), "lead", date[1]))
    blocks = [scene.setter.text(style, text, area.width, origin=origin) for text, style, origin in lines if text]
    top = area.bottom - sum(block.height for block in blocks)
    y = top
    for block in blocks:
        y = sheet.place(block, area.x, y)
    centre = (grid.left + grid.right) / 2
    rule = top - grid.step
    sheet.add(RuleItem(centre - 18, rule, centre + 18, rule, 0.9, scene.brand.color("line")))
    return rule
