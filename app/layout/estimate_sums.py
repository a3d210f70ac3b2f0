"""What a section comes to, below its items: its discount, what is due once, and what is due every month or year."""

from dataclasses import dataclass
from decimal import Decimal

from app.layout.blocks import Block, stack
from app.layout.estimate_columns import Cells, before_discount, sum_cells
from app.layout.estimate_notes import a_period, discount_words, every_period
from app.layout.estimate_rows import CAP_HEIGHT, RULE_AT, Table
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection, Period
from app.totals import Portion, SectionTotal

SUM_GAP = 14.0
"""Least distance of the figures of a subtotal, in points."""
LEAST_NAME = 0.4
"""A name beside numbers has this part of the width at least, or needs less."""
MOST_LINES = 3
"""A reason for a discount takes so many lines at most."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of sums: its name, its printed numbers, and the group of its cells."""

    name: str
    printed: Cells
    group: str


def shown_portions(total: SectionTotal) -> tuple[Portion, ...]:
    """Return what of a section is told: what is due once, unless there is nothing but what is due again and again."""
    due = [one for one in total.portions if one.own or one.amount or one.discount or one.hours]
    return tuple(due) or total.portions[:1]


def closing(scene: Scene, part: EstimateSection, total: SectionTotal, table: Table, name: str, *, quiet: bool) -> Block:
    """Return what stands below a section: large and under a strong rule, or `quiet` for one that belongs to another."""
    blocks: list[Block] = []
    for i, portion in enumerate(shown_portions(total)):
        if portion.discount:
            blocks.append(_discounted(scene, part, portion, table))
        told = name if portion.period is Period.ONCE else every_period(scene.words, portion.period)
        if i or quiet:
            line = _Line(told, _cells(scene, portion, table, signed=not quiet), _group(part, portion, "sum"))
            blocks.append(_quiet_sum(scene, line, part, table))
        else:
            blocks.append(_strong_sum(scene, part, portion, table, told))
    return stack(blocks)


def _group(part: EstimateSection, portion: Portion, what: str) -> str:
    """Return the name of a row of sums; those that are due once have the plain one."""
    often = "" if portion.period is Period.ONCE else f"-{portion.period.value}"
    return f"estimate/sections/{part.id}#{what}{often}"


def _cells(scene: Scene, portion: Portion, table: Table, *, signed: bool) -> Cells:
    printed = sum_cells(scene, table.section, portion.hours, portion.amount, table.decimals)
    return Cells(printed.volume, "", scene.money(portion.amount, decimals=table.decimals)) if signed else printed


def _strong_sum(scene: Scene, part: EstimateSection, portion: Portion, table: Table, told: str) -> Block:
    """The hours and the money of a section over a strong rule."""
    step, brand, columns = scene.grid.step, scene.brand, table.columns
    printed = _cells(scene, portion, table, signed=True)
    origin, group = f"estimate/sections/{part.id}", _group(part, portion, "sum")
    money = scene.setter.line("section-sum", printed.amount)
    name = scene.setter.line("cell-strong", told)
    hours = scene.setter.line("cell-strong", printed.volume) if printed.volume else None
    weight, color = brand.hairline * 3, brand.color("line")
    rows = 3 if scene.setter.token("section-sum").size * CAP_HEIGHT > step else 2
    right = columns.width - money.width
    edge = min(columns.edges[0], right - SUM_GAP)
    # On narrow paper the money stands on a line of its own.
    left = edge - hours.width if hours else right
    above = 2 if left < name.width + SUM_GAP else 0
    edge = columns.width if above else edge

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, weight, color))
        first, baseline = y + (2 if above else rows) * step, y + (rows + above) * step
        out.append(TextItem(x, first, name, origin, Tag.TD, f"{group}#0"))
        if hours:
            out.append(TextItem(x + edge - hours.width, first, hours, origin, Tag.TD, f"{group}#1"))
        out.append(TextItem(x + right, baseline, money, origin, Tag.TD, f"{group}#3"))

    return Block((rows + above) * step, draw)


def _quiet_sum(scene: Scene, line: _Line, part: EstimateSection, table: Table) -> Block:
    """A sum in the size of the rows."""
    return _row(scene, line, table, ("cell-strong", "cell-strong", ""), f"estimate/sections/{part.id}", signed=True)


def _discounted(scene: Scene, part: EstimateSection, portion: Portion, table: Table) -> Block:
    """What the section would come to, and what is taken off."""
    words, often = scene.words, a_period(scene.words, portion.period)
    tail = f", {often}" if often else ""
    off = discount_words(scene, part.discount, portion.discount, table.decimals)
    base = sum_cells(scene, table.section, Decimal(0), before_discount(portion), table.decimals)
    taken = sum_cells(scene, table.section, Decimal(0), -portion.discount, table.decimals)
    return stack(
        [
            _told(scene, part, _Line(f"{words('Before the discount')}{tail}", base, _group(part, portion, "base")), table),
            _told(scene, part, _Line(f"{off}{tail}", taken, _group(part, portion, "discount")), table, ruled=False),
        ]
    )


def _told(scene: Scene, part: EstimateSection, line: _Line, table: Table, *, ruled: bool = True) -> Block:
    """A step on the way to a sum."""
    origin = f"estimate/sections/{part.id}" + ("" if ruled else "/discount/percent")
    return _row(scene, line, table, ("item-text", "cell", "muted"), origin, ruled=ruled)


def _row(
    scene: Scene,
    line: _Line,
    table: Table,
    styles: tuple[str, str, str],
    origin: str,
    *,
    ruled: bool = True,
    signed: bool = False,
) -> Block:
    """A name and its numbers on its first line, or below it where there is too little room beside them. `styles` are those of
    name and numbers and the colour of the numbers; `signed` amounts may be wider than their column.
    """
    step, columns, group = scene.grid.step, table.columns, line.group
    style, numeric, color = styles
    money = scene.setter.line(numeric, line.printed.amount, color=color)
    hours = scene.setter.line(numeric, line.printed.volume, color=color) if line.printed.volume else None
    edge = min(columns.edges[0], columns.width - money.width - SUM_GAP) if signed else columns.edges[0]
    room = (edge - hours.width if hours else columns.width - money.width) - SUM_GAP
    beside = scene.setter.line(style, line.name).width <= room or room >= LEAST_NAME * columns.width
    name = scene.setter.text(
        style, line.name, room if beside else columns.width, origin=origin, tag=Tag.TD, group=f"{group}#0", max_lines=MOST_LINES
    )  # fmt: skip
    top = step if ruled else 0.0
    base = top + (step if beside else name.height + step)
    weight, rule_color = scene.brand.hairline, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        if ruled:
            out.append(RuleItem(x, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, weight, rule_color))
        name.draw(out, x, y + top)
        if hours:
            out.append(TextItem(x + edge - hours.width, y + base, hours, origin, Tag.TD, f"{group}#1"))
        out.append(TextItem(x + columns.width - money.width, y + base, money, origin, Tag.TD, f"{group}#3"))

    return Block(max(top + name.height, base), draw)
