"""The rows of the estimate's table as blocks: head, items, carried-forward sums and subtotals."""

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from app.layout.blocks import Block, Draw, TextBlock
from app.layout.estimate_columns import Cells, Columns, cells, head_cells, subtotal_cells
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection, LineItem
from app.model.sections import EstimatePages
from app.text.glyphs import Line
from app.totals import ItemTotal, SectionTotal

RULE_AT = 0.62
"""Where in the step between two rows the hairline stands: halfway from descenders above to capitals below."""
CAP_HEIGHT = 0.72
"""Height of capitals in ems; near enough in all faces to choose a number of baseline steps by."""
SUM_GAP = 14.0
"""Least distance of the figures of a subtotal, in points."""
FIRST_ROWS = 2
"""So many rows stay with the heading of their section, and"""
LAST_ROWS = 2
"""so many with its subtotal."""


@dataclass(frozen=True, slots=True)
class Row:
    """The blocks of one line item, and the section's sums up to and with it."""

    blocks: tuple[Block, ...]
    hours: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class NameBlock(Block):
    """An item's name under a rule, with its numbers on the first line; divisible between the lines of the name."""

    name: TextBlock | None = None
    above: Draw | None = None
    step: float = 0.0

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Divide the name so that at least two lines stay on either side."""
        halves = self.name.split(room - self.step) if self.name else None
        if halves is None or self.above is None:
            return None
        return replace(_named(self.above, halves[0], self.step), before=self.before), replace(halves[1], keep=self.keep)


def _named(above: Draw, name: TextBlock, step: float) -> NameBlock:
    def draw(out: list[Item], x: float, y: float) -> None:
        above(out, x, y)
        name.draw(out, x, y + step)

    return NameBlock(name.height + step, draw, name=name, above=above, step=step)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that ends at `right` of the table's left edge."""

    right: float
    line: Line
    origin: str
    tag: Tag
    group: str

    def item(self, x: float, baseline: float) -> TextItem:
        """Put it in a table that begins at x."""
        return TextItem(x + self.right - self.line.width, baseline, self.line, self.origin, self.tag, self.group)


@dataclass(frozen=True, slots=True)
class Table:
    """What all rows of the estimate have in common."""

    section: EstimatePages
    columns: Columns
    decimals: bool

    def facts(self, scene: Scene) -> tuple[object, ...]:
        """Return what the looks of a row depend on, besides the row itself."""
        return self.columns, self.decimals, self.section.show_hours, scene.proposal.currency


def item_rows(scene: Scene, part: EstimateSection, total: SectionTotal, table: Table) -> list[Row]:
    """Set all items of a section; the first ones are bound to its heading, the last ones to its subtotal."""
    rows: list[Row] = []
    hours = amount = Decimal(0)
    for i, (item, sums) in enumerate(zip(part.items, total.items, strict=True)):
        if sums.counted:
            hours += sums.hours
            amount += sums.amount
        keep = i < FIRST_ROWS - 1 or i >= len(part.items) - LAST_ROWS
        blocks = scene.setter.remember(
            ("row", part.id, item.id),
            (item, sums, i == 0, keep, *table.facts(scene)),
            partial(_item_blocks, scene, item, sums, table, f"estimate/sections/{part.id}/items/{item.id}", i == 0, keep),
        )
        rows.append(Row(blocks, hours, amount))
    return rows


def _item_blocks(
    scene: Scene, item: LineItem, total: ItemTotal, table: Table, origin: str, first: bool, keep: bool
) -> tuple[Block, ...]:
    """Set the name with its numbers, and below it the description; both may break over pages when they are very long."""
    setter, step, columns = scene.setter, scene.grid.step, table.columns
    name = item.title
    if not total.counted:
        name = f"{name} — {scene.words('optional')}"
    printed = cells(scene, table.section, item, total, table.decimals)
    title = setter.text("item-title", name, columns.title, origin=f"{origin}/title", tag=Tag.TD, group=f"{origin}#0")
    numbers = _numbers(scene, printed, columns, origin, "cell", "" if total.counted else "muted")
    rule_color = scene.brand.color("line" if first else "soft")
    hairline = scene.brand.hairline

    def above(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, hairline, rule_color))
        out.extend([number.item(x, y + 2 * step) for number in numbers])

    head = replace(_named(above, title, step), keep=keep or bool(item.description))
    if not item.description:
        return (head,)
    # It stands below the numbers, so it may be wider than the name.
    width = max(columns.title, columns.width * 0.68)
    return head, setter.text(
        "item-text", item.description, width, origin=f"{origin}/description", tag=Tag.TD, group=f"{origin}#0", keep=keep
    )


def _numbers(
    scene: Scene, printed: Cells, columns: Columns, origin: str, style: str, color: str, tag: Tag = Tag.TD, *, path: bool = True
) -> list[Figure]:
    """Set numbers flush right in their columns. `path` tells that `origin` leads to something in the proposal."""
    fields = ("quantity", "rate", "rate")
    return [
        Figure(
            edge, scene.setter.line(style, text, color=color), f"{origin}/{fields[i]}" if path else "", tag, f"{origin}#{i + 1}"
        )
        for i, (text, edge) in enumerate(zip(printed.texts(), columns.edges, strict=True))
        if text and columns.shown[i]
    ]


def table_head(scene: Scene, part: EstimateSection, table: Table) -> Block:
    """The headings of the columns; repeated on every page."""
    step = scene.grid.step
    origin = f"estimate/sections/{part.id}#head"
    name = scene.setter.line("table-head", scene.words("Work"))
    numbers = _numbers(scene, head_cells(scene, table.section), table.columns, origin, "table-head", "", Tag.TH, path=False)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(TextItem(x, y + step, name, "", Tag.TH, f"{origin}#0"))
        out.extend([number.item(x, y + step) for number in numbers])

    return Block(step, draw, keep=True)


def carried(scene: Scene, part: EstimateSection, table: Table, row: Row) -> Block:
    """What the rows on earlier pages come to."""
    step, columns = scene.grid.step, table.columns
    origin = f"estimate/sections/{part.id}#carried"
    hours = scene.words.hours(row.hours) if table.section.show_hours and row.hours else ""
    printed = Cells(hours, "", scene.words.amount(row.amount, scene.proposal.currency, decimals=table.decimals))
    name = scene.setter.line("item-text", scene.words("Carried forward"))
    numbers = _numbers(scene, printed, columns, origin, "cell", "muted", Tag.ARTIFACT, path=False)
    hairline, color = scene.brand.hairline, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, hairline, color))
        out.append(TextItem(x, y + 2 * step, name, "", Tag.ARTIFACT, f"{origin}#0"))
        out.extend([number.item(x, y + 2 * step) for number in numbers])

    return Block(2 * step, draw, keep=True)


def subtotal(scene: Scene, part: EstimateSection, total: SectionTotal, table: Table) -> Block:
    """The section's hours and money over a strong rule."""
    step, brand, columns = scene.grid.step, scene.brand, table.columns
    printed = subtotal_cells(scene, table.section, part, table.decimals)
    origin = f"estimate/sections/{part.id}"
    money = scene.setter.line("section-sum", scene.words.money(total.amount, scene.proposal.currency, decimals=table.decimals))
    name = scene.setter.line("cell-strong", scene.words("Section total"))
    hours = scene.setter.line("cell-strong", printed.volume) if printed.volume else None
    weight, color = brand.hairline * 3, brand.color("line")
    rows = 3 if scene.setter.token("section-sum").size * CAP_HEIGHT > step else 2
    right = columns.width - money.width
    edge = min(columns.edges[0], right - SUM_GAP)
    # On narrow paper the money stands on a line of its own.
    above = 2 if hours and edge - hours.width < name.width + SUM_GAP else 0
    edge = columns.width if above else edge

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, weight, color))
        first, baseline = y + (2 if above else rows) * step, y + (rows + above) * step
        out.append(TextItem(x, first, name, origin, Tag.TD, f"{origin}#sum#0"))
        if hours:
            out.append(TextItem(x + edge - hours.width, first, hours, origin, Tag.TD, f"{origin}#sum#1"))
        out.append(TextItem(x + right, baseline, money, origin, Tag.TD, f"{origin}#sum#3"))

    return Block((rows + above) * step, draw)
