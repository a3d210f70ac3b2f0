"""The estimate: sections of line items with the people who will do them beside, from area to area and page to page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_columns import Columns, columns, has_decimals
from app.layout.estimate_heading import PEOPLE_COLUMNS, continuation, heading, people_blocks
from app.layout.estimate_rows import Row, carried, item_rows, subtotal, table_head
from app.layout.flow import Filled, fill
from app.layout.heads import head, side_head
from app.layout.masters.total import close_estimate, total_page
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail, EstimateSection
from app.model.sections import EstimatePages

FIRST_ROWS = 2
"""So many rows stay with the heading of their section, and"""
LAST_ROWS = 2
"""so many with its subtotal."""
FIRST_FACES = 1
"""So many people at least stand beside the beginning of their section; the others may follow on the next page."""


@dataclass(slots=True)
class _Run:
    """The state of the estimate while it flows. `areas` are those of a page, from the second page on."""

    scene: Scene
    section: EstimatePages
    areas: tuple[Area, ...]
    left: list[Area]
    table: Columns
    decimals: bool
    sheets: list[Sheet]
    area: Area
    y: float

    @property
    def room(self) -> float:
        """Return the height that is free in the area."""
        return self.area.bottom - self.y

    def turn(self) -> None:
        """Go to the next area, on a new page where there is none left on this."""
        if not self.left:
            self.sheets.append(Sheet(self.scene, self.section.id))
            self.left = list(self.areas)
        self.area = self.left.pop(0)
        self.y = self.area.y


def estimate(scene: Scene, section: EstimatePages) -> list[Sheet]:
    """Lay out the estimate with as much detail as the client is to see."""
    decimals = has_decimals(scene)
    if section.detail is not Detail.DETAILED:
        return [total_page(scene, section, decimals, with_head=True)]
    run = _begin(scene, section, decimals)
    for number, part in enumerate(scene.proposal.estimate.sections, 1):
        _part(run, part, number)
    run.sheets.extend(close_estimate(scene, section, decimals, run.sheets[-1], run.y))
    return run.sheets


def _begin(scene: Scene, section: EstimatePages, decimals: bool) -> _Run:
    """Draw the head of the first page and find the areas: one under the head, or two beside each other on lying pages."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    origin = f"sections/{section.id}"
    title = section.title or scene.words("Estimate")
    if scene.brand.masters["estimate"].variant == "two-columns":
        side_head(sheet, origin, section.kicker, title, section.lead, columns=5)
        gap = grid.gutter
        left, right = Area.of(grid, 0, 6), Area.of(grid, 6, 6)
        areas: tuple[Area, ...] = (
            replace(left, width=left.width - gap),
            replace(right, x=right.x + gap, width=right.width - gap),
        )
        first = areas[1]
    else:
        y = head(sheet, origin, section.kicker, title, section.lead, lines=2)
        areas = (Area.of(grid),)
        first = replace(areas[0], y=grid.down(y + grid.step))
    table = columns(scene, section, areas[0].width - (areas[0].col(PEOPLE_COLUMNS) - areas[0].x), decimals)
    return _Run(scene, section, areas, [], table, decimals, [sheet], first, first.y)


def _part(run: _Run, part: EstimateSection, number: int) -> None:
    """Lay out one section; its heading, its first people and its first rows stay together."""
    scene, step = run.scene, run.area.step
    rows = item_rows(scene, run.section, part, run.table, run.decimals)
    total = subtotal(scene, run.section, part, run.table, run.decimals)
    head_row = table_head(scene, run.section, part, run.table)
    faces = people_blocks(scene, part, run.area)
    if run.y > run.area.y:
        start = run.y + 2 * step
        opening, reach, waiting = heading(scene, part, number, faces, run.area, run.area.bottom - start)
        blocks = _bound(rows, total)
        least = _chain_height([opening, head_row, *blocks])
        whole = sum(block.height for block in (opening, head_row, *blocks))
        room = run.area.bottom - start
        if room < least or len(waiting) > len(faces) - FIRST_FACES or (waiting and whole <= room) or reach > room:
            run.turn()
        else:
            run.y = start
    opening, reach, waiting = heading(scene, part, number, faces, run.area, run.room)
    run.sheets[-1].bookmark(part.title, 1, run.y)
    prefix: list[Block] = [opening, head_row]
    left: Sequence[Block] = _bound(rows, total)
    placed = 0
    while True:
        filled = fill([*prefix, *left], run.room)
        if len(filled.placed) <= len(prefix):
            # A row is taller than a whole page: it is set all the same, so that nothing is lost and the flow moves on.
            filled = Filled((*filled.placed, (left[0], filled.used)), run.room, tuple(left[1:]))
        filled.draw(run.sheets[-1].items, run.area.col(PEOPLE_COLUMNS), run.y)
        run.y = scene.grid.down(max(run.y + filled.used, run.y + reach))
        placed += len(filled.placed) - len(prefix)
        left = filled.rest
        if not left:
            return
        run.turn()
        done = _last_complete(rows, placed)
        again, reach = continuation(scene, part, number, waiting, run.area)
        waiting = ()
        prefix = [again, head_row]
        if done:
            prefix.append(carried(scene, run.section, part, run.table, done, run.decimals))


def _bound(rows: list[Row], total: Block) -> list[Block]:
    """Bind the first rows to the heading, and the last ones to the subtotal."""
    blocks: list[Block] = []
    for i, row in enumerate(rows):
        together = i < FIRST_ROWS - 1 or i >= len(rows) - LAST_ROWS
        blocks += [replace(block, keep=True) for block in row.blocks[:-1]]
        blocks.append(replace(row.blocks[-1], keep=together))
    return [*blocks, total]


def _chain_height(blocks: list[Block]) -> float:
    """Return the height of a first block with everything bound to it."""
    height = 0.0
    for block in blocks:
        height += block.before + block.height
        if not block.keep:
            break
    return height


def _last_complete(rows: list[Row], placed: int) -> Row | None:
    """Return the last row of which all blocks are among the first `placed` blocks."""
    done: Row | None = None
    count = 0
    for row in rows:
        count += len(row.blocks)
        if count > placed:
            break
        done = row
    return done
