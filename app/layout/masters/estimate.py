"""The estimate: sections of line items with the people who will do them beside, from page to page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.brand.units import MM
from app.layout.blocks import Block
from app.layout.estimate_columns import Columns, columns, has_decimals
from app.layout.estimate_rows import CAP_HEIGHT, Row, carried, item_rows, subtotal, table_head
from app.layout.faces import beside_name, role_only
from app.layout.flow import fill
from app.layout.heads import head
from app.layout.masters.total import total_page
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail, EstimateSection
from app.model.sections import EstimatePages

TABLE_COLUMN = 3
"""The twelfth in which the table begins; the people stand left of it."""
FACE = 15.5 * MM
"""Diameter of a photograph beside the estimate; it is rounded to whole baseline steps."""


@dataclass(slots=True)
class _Run:
    """The state of the estimate while it flows over pages."""

    scene: Scene
    section: EstimatePages
    table: Columns
    decimals: bool
    sheets: list[Sheet]
    y: float

    @property
    def room(self) -> float:
        """Return the height that is free on the page."""
        return self.scene.grid.bottom - self.y

    def turn(self) -> None:
        """Begin a new page."""
        self.sheets.append(Sheet(self.scene, self.section.id))
        self.y = self.scene.grid.top


def estimate(scene: Scene, section: EstimatePages) -> list[Sheet]:
    """Lay out the estimate with as much detail as the client is to see."""
    grid = scene.grid
    decimals = has_decimals(scene)
    origin = f"sections/{section.id}"
    if section.detail is not Detail.DETAILED:
        return [total_page(scene, section, decimals, with_head=True)]
    sheet = Sheet(scene, section.id)
    y = head(sheet, origin, section.kicker, section.title, section.lead, fallback=scene.words("Estimate"), lines=2)
    table = columns(scene, section, grid.right - grid.x(TABLE_COLUMN), decimals)
    run = _Run(scene, section, table, decimals, [sheet], grid.down(y))
    for number, part in enumerate(scene.proposal.estimate.sections, 1):
        _part(run, part, number)
    run.sheets.append(total_page(scene, section, decimals, with_head=False))
    return run.sheets


def _part(run: _Run, part: EstimateSection, number: int) -> None:
    """Lay out one section; its heading, its people and its first rows stay together."""
    scene, grid = run.scene, run.scene.grid
    people = _people(scene, part)
    rows = item_rows(scene, run.section, part, run.table, run.decimals)
    total = subtotal(scene, run.section, part, run.table, run.decimals)
    opening = [_heading(scene, part, number, people), table_head(scene, run.section, part, run.table)]
    blocks = _bound([block for row in rows for block in row.blocks], total, opening, opening[0].height + people.height)
    least = _chain_height([*opening, *blocks])
    if run.y > grid.top and run.room < least + 2 * grid.step:
        run.turn()
    if run.y > grid.top:
        run.y += 2 * grid.step
    run.sheets[-1].bookmark(part.title, 1, run.y)
    start = run.y
    placed = 0
    prefix: list[Block] = opening
    left: Sequence[Block] = blocks
    while True:
        filled = fill([*prefix, *left], run.room)
        filled.draw(run.sheets[-1].items, grid.x(TABLE_COLUMN), run.y)
        run.y = grid.down(
            max(run.y + filled.used, start + opening[0].height + people.height - grid.step if prefix is opening else 0.0)
        )
        placed += len(filled.placed) - len(prefix)
        left = filled.rest
        if not left:
            return
        run.turn()
        done = _last_complete(rows, placed)
        prefix = [_continuation(scene, part, number), table_head(scene, run.section, part, run.table)]
        if done:
            prefix.append(carried(scene, run.section, part, run.table, done, run.decimals))


def _bound(rows: list[Block], total: Block, opening: list[Block], people_height: float) -> list[Block]:
    """Bind the first rows to the heading until the people's column is covered, and the last rows to the subtotal."""
    blocks = list(rows)
    height = sum(block.height for block in opening)
    for i, block in enumerate(blocks):
        if i >= 3 and height >= people_height:
            break
        height += block.height
        if i < len(blocks) - 1:
            blocks[i] = replace(block, keep=True)
    for i in range(max(len(blocks) - 2, 0), len(blocks)):
        blocks[i] = replace(blocks[i], keep=True)
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


def _people(scene: Scene, part: EstimateSection) -> Block:
    """The column of photographs with names, and of roles that nobody fills yet."""
    grid = scene.grid
    width = grid.span(TABLE_COLUMN) - grid.gutter * 0.5
    diameter = _face(scene)
    members = [person for person in map(scene.proposal.person, part.people) if person]
    blocks = [beside_name(scene, person, width, diameter) for person in members]
    blocks += [role_only(scene, role, width, diameter) for role in part.roles]
    height = sum(block.height + grid.step for block in blocks)

    def draw(out: list[Item], x: float, y: float) -> None:
        for block in blocks:
            block.draw(out, x, y)
            y += block.height + grid.step

    return Block(height, draw)


def _face(scene: Scene) -> float:
    """Return the diameter of a photograph in points."""
    return round(FACE / scene.grid.step) * scene.grid.step


def _heading(scene: Scene, part: EstimateSection, number: int, people: Block) -> Block:
    """The number and the people at the left, the title and scope over the table."""
    grid, setter, brand = scene.grid, scene.setter, scene.brand
    origin = f"estimate/sections/{part.id}"
    width = grid.right - grid.x(TABLE_COLUMN)
    title = setter.headline("section-title", part.title, width, 2, origin=f"{origin}/title", tag=Tag.H2)
    scope = (
        setter.text("section-text", part.description, width * 0.86, origin=f"{origin}/description") if part.description else None
    )
    digit = setter.line("section-number", str(number))
    title_size = title.lines[0].runs[0].size if title.lines and title.lines[0].runs else 0.0
    cap_top = grid.step + title.leading - title_size * CAP_HEIGHT
    number_y = cap_top + setter.token("section-number").size * CAP_HEIGHT
    people_y = grid.steps(number_y + 0.8 * grid.step)
    height = max(grid.steps(grid.step + title.height + (scope.height if scope else 0.0) + grid.step), people_y)

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x - (grid.x(TABLE_COLUMN) - grid.left)
        out.append(RuleItem(left, y, grid.right - grid.left + left, y, brand.hairline * 2.5, brand.color("line")))
        # The tops of the number and of the title are level.
        out.append(TextItem(left - 2, y + number_y, digit, f"{origin}/title", Tag.ARTIFACT))
        people.draw(out, left, y + people_y)
        title.draw(out, x, y + grid.step)
        if scope:
            scope.draw(out, x, y + grid.step + title.height)

    return Block(height, draw, keep=True)


def _continuation(scene: Scene, part: EstimateSection, number: int) -> Block:
    """A quiet reminder of the section on its next page."""
    grid = scene.grid
    text = scene.setter.line("item-title", f"{number}. {part.title}")
    more = scene.setter.line("item-text", scene.words("continued"))

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x - (grid.x(TABLE_COLUMN) - grid.left)
        out.append(RuleItem(left, y, grid.right - grid.left + left, y, scene.brand.hairline * 2.5, scene.brand.color("line")))
        out.append(TextItem(x, y + 2 * grid.step, text, f"estimate/sections/{part.id}/title", Tag.ARTIFACT))
        out.append(TextItem(x + text.width + 6, y + 2 * grid.step, more, "", Tag.ARTIFACT))

    return Block(3 * grid.step, draw, keep=True)
