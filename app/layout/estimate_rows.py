"""The rows of the estimate's table as blocks: head, items, carried-forward sums and subtotals."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.layout.blocks import Block, TextBlock
from app.layout.estimate_columns import Cells, Columns, cells, head_cells, subtotal_cells
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection, LineItem
from app.model.sections import EstimatePages
from app.totals import ItemTotal

RULE_AT = 0.62
"""Where in the step between two rows the hairline stands: halfway from descenders above to capitals below."""
CAP_HEIGHT = 0.72
"""Height of capitals in ems; near enough in all faces to choose a number of baseline steps by."""


@dataclass(frozen=True, slots=True)
class Row:
    """The blocks of one line item, and the section's sums up to and with it."""

    blocks: tuple[Block, ...]
    hours: Decimal
    amount: Decimal


def item_rows(scene: Scene, section: EstimatePages, part: EstimateSection, table: Columns, decimals: bool) -> list[Row]:
    """Set all items of a section."""
    totals = scene.totals.section(part.id)
    rows: list[Row] = []
    hours = amount = Decimal(0)
    for i, item in enumerate(part.items):
        total = totals.item(item.id)
        if total.counted:
            hours += total.hours
            amount += total.amount
        origin = f"estimate/sections/{part.id}/items/{item.id}"
        printed = cells(scene, section, item, total, decimals)
        rows.append(Row(tuple(_item_blocks(scene, item, total, printed, table, origin, i == 0)), hours, amount))
    return rows


def _item_blocks(
    scene: Scene, item: LineItem, total: ItemTotal, printed: Cells, table: Columns, origin: str, first: bool
) -> list[Block]:
    """Set the name with its numbers, and below it the description, which may break over pages when it is very long."""
    setter, step = scene.setter, scene.grid.step
    name = item.title
    if not total.counted:
        name = f"{name} — {scene.words('optional')}"
    title = setter.text("item-title", name, table.title, origin=f"{origin}/title", tag=Tag.TD, group=f"{origin}#0")
    color = "" if total.counted else "muted"
    numbers = _numbers(scene, printed, table, origin, "cell", color)
    rule_color = scene.brand.color("line" if first else "soft")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + table.width, y + step * RULE_AT, scene.brand.hairline, rule_color))
        title.draw(out, x, y + step)
        _draw_numbers(out, numbers, x, y + 2 * step)

    description: TextBlock | None = None
    if item.description:
        # It stands below the numbers, so it may be wider than the name.
        width = max(table.title, table.width * 0.68)
        description = setter.text(
            "item-text", item.description, width, origin=f"{origin}/description", tag=Tag.TD, group=f"{origin}#0"
        )
    head = Block(title.height + step, draw, keep=description is not None)
    return [head, description] if description else [head]


def _numbers(
    scene: Scene, printed: Cells, table: Columns, origin: str, style: str, color: str, tag: Tag = Tag.TD
) -> list[TextItem]:
    """Set numbers flush right in their columns, relative to the table's left edge and their baseline."""
    items = []
    fields = ("quantity", "rate", "rate")
    for i, (text, edge) in enumerate(zip(printed.texts(), table.edges, strict=True)):
        if text and table.shown[i]:
            line = scene.setter.line(style, text, color=color)
            items.append(TextItem(edge - line.width, 0.0, line, f"{origin}/{fields[i]}", tag, f"{origin}#{i + 1}"))
    return items


def _draw_numbers(out: list[Item], numbers: list[TextItem], x: float, baseline: float) -> None:
    out.extend(replace(item, x=x + item.x, y=baseline) for item in numbers)


def table_head(scene: Scene, section: EstimatePages, part: EstimateSection, table: Columns) -> Block:
    """The headings of the columns; repeated on every page."""
    step = scene.grid.step
    origin = f"estimate/sections/{part.id}"
    name = scene.setter.line("table-head", scene.words("Work"))
    numbers = _numbers(scene, head_cells(scene, section), table, f"{origin}#head", "table-head", "", Tag.TH)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(TextItem(x, y + step, name, "", Tag.TH, f"{origin}#head#0"))
        _draw_numbers(out, [replace(item, origin="") for item in numbers], x, y + step)

    return Block(step, draw, keep=True)


def carried(scene: Scene, section: EstimatePages, part: EstimateSection, table: Columns, row: Row, decimals: bool) -> Block:
    """What the rows on earlier pages come to."""
    step = scene.grid.step
    hours = scene.words.hours(row.hours) if section.show_hours and row.hours else ""
    printed = Cells(hours, "", scene.words.amount(row.amount, scene.proposal.currency, decimals=decimals))
    name = scene.setter.line("item-text", scene.words("Carried forward"))
    numbers = _numbers(scene, printed, table, f"estimate/sections/{part.id}#carried", "cell", "muted", Tag.ARTIFACT)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(
            RuleItem(x, y + step * RULE_AT, x + table.width, y + step * RULE_AT, scene.brand.hairline, scene.brand.color("line"))
        )
        out.append(TextItem(x, y + 2 * step, name, "", Tag.ARTIFACT, f"estimate/sections/{part.id}#carried#0"))
        _draw_numbers(out, [replace(item, origin="") for item in numbers], x, y + 2 * step)

    return Block(2 * step, draw, keep=True)


def subtotal(scene: Scene, section: EstimatePages, part: EstimateSection, table: Columns, decimals: bool) -> Block:
    """The section's hours and money over a strong rule."""
    step, brand = scene.grid.step, scene.brand
    printed = subtotal_cells(scene, section, part, decimals)
    origin = f"estimate/sections/{part.id}"
    total = scene.totals.section(part.id)
    money = scene.setter.line("section-sum", scene.words.money(total.amount, scene.proposal.currency, decimals=decimals))
    name = scene.setter.line("cell-strong", scene.words("Section total"))
    hours = scene.setter.line("cell-strong", printed.volume) if printed.volume else None

    cap = scene.setter.token("section-sum").size * CAP_HEIGHT
    rows = 3 if cap > step else 2

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + table.width, y + step * RULE_AT, brand.hairline * 3, brand.color("line")))
        baseline = y + rows * step
        out.append(TextItem(x, baseline, name, origin, Tag.TD, f"{origin}#sum#0"))
        right = table.width - money.width
        if hours:
            edge = min(table.edges[0], right - 14)
            out.append(TextItem(x + edge - hours.width, baseline, hours, origin, Tag.TD, f"{origin}#sum#1"))
        out.append(TextItem(x + right, baseline, money, origin, Tag.TD, f"{origin}#sum#3"))

    return Block(rows * step, draw)
