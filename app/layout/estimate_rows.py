"""The rows of the estimate's table as blocks: head, items, and what earlier pages came to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from app.layout.blocks import Block, Draw, TextBlock
from app.layout.estimate_columns import COLUMN_GAP, NONE, Cells, Columns, cells, head_cells, sum_cells
from app.layout.estimate_entries import Entry
from app.layout.estimate_notes import a_period, amount_notes, choice_words, name_notes
from app.layout.indent import indented
from app.layout.page import BoxItem, Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection, Period, Pricing
from app.model.sections import EstimatePages
from app.text.glyphs import Line
from app.totals import Standing

RULE_AT = 0.62
"""Where in the step between two rows the hairline stands: halfway from descenders above to capitals below."""
CAP_HEIGHT = 0.72
"""Height of capitals in ems; near enough in all faces to choose a number of baseline steps by."""
LONE = 10
"""Fewer hours are told by one figure."""
FIRST_ROWS = 2
"""So many rows stay with the heading of their section, and"""
LAST_ROWS = 2
"""so many with its subtotal."""
CHOICE_INSET = 15.0
"""Points that alternatives stand in, with a mark before them: a disc before the one that counts, rings before the others."""
MARK = 6.4
"""Diameter of these marks."""
WIDE = 0.68
"""The part of the table's width that what stands below a name may take."""
DIVISIBLE = 6
"""A name of so many lines may break over pages."""
BESIDE = 0.5
"""Hours stand below the volume where this part of the table's width stays free beside them, else below the name."""
MOST_LINES = 3
"""What alternatives are called takes so many lines at most."""

Aside = tuple[int, "Figure"]
"""What stands so many lines below the numbers of an item."""
Due = tuple[Period, Decimal, Decimal]
"""Hours and money that are due once, or every month or year."""


@dataclass(frozen=True, slots=True)
class Row:
    """The blocks of one line item, and the section's sums up to and with it: what is due once, and what again and again."""

    blocks: tuple[Block, ...]
    sums: tuple[Due, ...]


@dataclass(frozen=True, slots=True)
class NameBlock(Block):
    """An item's name under a rule, with its numbers on the first line; divisible between the lines of the name."""

    name: TextBlock | None = None
    above: Draw | None = None
    step: float = 0.0
    inset: float = 0.0

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Divide the name so that at least two lines stay on either side."""
        halves = self.name.split(room - self.step) if self.name else None
        if halves is None or self.above is None:
            return None
        rest = indented(halves[1], self.inset) if self.inset else halves[1]
        return replace(_named(self.above, halves[0], self.step, self.inset), before=self.before), replace(rest, keep=self.keep)


def _named(above: Draw, name: TextBlock, step: float, inset: float = 0.0) -> NameBlock:
    def draw(out: list[Item], x: float, y: float) -> None:
        above(out, x, y)
        name.draw(out, x + inset, y + step)

    return NameBlock(name.height + step, draw, name=name, above=above, step=step, inset=inset)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that ends at `right` of the table's left edge."""

    right: float
    line: Line
    origin: str
    tag: Tag
    group: str

    @property
    def left(self) -> float:
        """Return where it begins, from the table's left edge."""
        return self.right - self.line.width

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


def item_rows(scene: Scene, part: EstimateSection, printed: Sequence[Entry], table: Table) -> list[Row]:
    """Set all items of a section; the first ones are bound to its heading, the last ones to its subtotal."""
    rows: list[Row] = []
    due: dict[Period, tuple[Decimal, Decimal]] = {}
    facts = table.facts(scene)
    for i, entry in enumerate(printed):
        root = f"estimate/sections/{part.id}/items/{entry.item.id}"
        if entry.opens:
            made_from = (entry.choice, entry.settled, i == 0, *facts)
            make = partial(_choice_label, scene, entry, table, root, i == 0)
            rows.append(Row((scene.setter.remember(("choice", part.id, entry.item.id), made_from, make),), _sums(due)))
        if entry.sums.counted:
            hours, amount = due.get(entry.sums.period, (Decimal(0), Decimal(0)))
            due[entry.sums.period] = hours + entry.sums.hours, amount + entry.sums.amount
        keep = i < FIRST_ROWS - 1 or i >= len(printed) - LAST_ROWS
        blocks = scene.setter.remember(
            ("row", part.id, entry.item.id),
            (entry, i == 0, keep, *facts),
            partial(_item_blocks, scene, entry, table, root, i == 0, keep),
        )
        rows.append(Row(blocks, _sums(due) or ((Period.ONCE, Decimal(0), Decimal(0)),)))
    return rows


def _sums(due: dict[Period, tuple[Decimal, Decimal]]) -> tuple[Due, ...]:
    if len(due) == 1:  # as in nearly all estimates
        return tuple([(period, *sums) for period, sums in due.items()])
    return tuple((period, *due[period]) for period in Period if period in due)


def _choice_label(scene: Scene, entry: Entry, table: Table, origin: str, first: bool) -> Block:
    """Return what alternatives are called, above the first of them."""
    step, width = scene.grid.step, table.columns.width
    words = choice_words(scene, entry)
    name = scene.setter.text(
        "item-text", words, width, origin=f"{origin}/alternative", tag=Tag.TD, group=f"{origin}#choice#0", max_lines=MOST_LINES
    )
    hairline, color = scene.brand.hairline, scene.brand.color("line" if first else "soft")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + width, y + step * RULE_AT, hairline, color))
        name.draw(out, x, y + step)

    # Its last line stands where the rule of the first one would.
    return Block(name.height, draw, keep=True)


def _item_blocks(scene: Scene, entry: Entry, table: Table, origin: str, first: bool, keep: bool) -> tuple[Block, ...]:
    """Set the name with its numbers, and below it what else there is to say; texts may break over pages when very long."""
    step, inset = scene.grid.step, CHOICE_INSET if entry.choice else 0.0
    numbers, aside = _printed(scene, entry, table, origin), _asides(scene, entry, table, origin)
    free = min((one.left - COLUMN_GAP for _, one in aside), default=table.columns.width) - inset
    title, down, lead = _title(scene, entry, table, origin, numbers, free)
    head: Block = _named(_above(scene, entry, table, origin, first, (numbers, aside), down), title, lead, inset)
    if down:
        head = Block((down + 2) * step, head.draw)
    below = _below(scene, entry, table, origin, (inset, free))
    deep = max((line for line, _ in aside), default=0)
    reach = deep * step if down else (2 + deep) * step - lead - title.height
    lacking = reach - sum(block.height for block in below)
    if aside and lacking > step / 2:
        # What stands below the amount needs the room.
        below.append(Block(lacking, lambda out, x, y: None))
    blocks = [head, *below]
    return tuple(replace(block, keep=keep or i < len(below)) for i, block in enumerate(blocks))


def _printed(scene: Scene, entry: Entry, table: Table, origin: str) -> list["Figure"]:
    """Set the numbers of an item. A dash for none is left out where names need its room."""
    printed = cells(scene, table.section, entry.item, entry.sums, table.decimals)
    if table.columns.stacked and printed.volume == NONE:
        printed = replace(printed, volume="")
    return numbers_of(scene, printed, table.columns, origin, "cell", "" if entry.sums.counted else "muted")


def _title(
    scene: Scene, entry: Entry, table: Table, origin: str, numbers: Sequence["Figure"], free: float
) -> tuple[TextBlock, int, float]:
    """Set the name of an item in no more than the `free` width. Return it, how many lines below its first one the numbers stand,
    and how far down it begins.
    """
    columns, step = table.columns, scene.grid.step
    inset = CHOICE_INSET if entry.choice else 0.0
    standing = entry.sums.standing
    name = f"{entry.item.title} — {scene.words('optional')}" if standing is Standing.OPTION else entry.item.title
    title = scene.setter.text(
        "item-title", name, columns.width - inset if columns.stacked else min(columns.title - inset, free),
        origin=f"{origin}/title", tag=Tag.TD, group=f"{origin}#0", color="muted" if standing is Standing.ALTERNATIVE else "",
    )  # fmt: skip
    if not title.lines:
        # What stands below a name that nobody has written yet still stands below its numbers.
        return title, 0, 2 * step
    fits = len(title.lines) < 2 and inset + _widest(title) <= min(one.left for one in numbers) - COLUMN_GAP
    if fits or not columns.stacked:
        return title, 0, step
    # A name that may break over pages stands below its numbers, so that these are where it begins.
    return (title, len(title.lines), step) if len(title.lines) < DIVISIBLE else (title, 0, 2 * step)


def _widest(title: TextBlock) -> float:
    return max((line.width for line in title.lines), default=0.0)


def _above(
    scene: Scene, entry: Entry, table: Table, origin: str, first: bool, figures: tuple[list["Figure"], list[Aside]], down: int
) -> Draw:
    """Return what is drawn with a name: the rule above it, the mark before it, its numbers so many lines `down`, and what stands
    below these.
    """
    step, columns, (numbers, aside) = scene.grid.step, table.columns, figures
    mark, color = _mark(scene, entry, origin), scene.brand.color("line" if first else "soft")
    hairline, left = scene.brand.hairline, CHOICE_INSET if entry.choice and not first else 0.0

    def draw(out: list[Item], x: float, y: float) -> None:
        if not entry.opens:
            out.append(RuleItem(x + left, y + step * RULE_AT, x + columns.width, y + step * RULE_AT, hairline, color))
        if mark:
            out.append(replace(mark, x=x, y=y + 2 * step + mark.y))
        base = y + (2 + down) * step
        out.extend([number.item(x, base) for number in numbers])
        out.extend([one.item(x, base + line * step) for line, one in aside])

    return draw


def _below(scene: Scene, entry: Entry, table: Table, origin: str, place: tuple[float, float]) -> list[Block]:
    """Return what stands below the name: what there is to say of the price, and the description. `place` are the left edge of
    the name and the width that is free below the numbers.
    """
    inset, free = place
    setter, group, texts = scene.setter, f"{origin}#0", list[TextBlock]()
    # They stand below the numbers, so they may be wider than the name.
    room = min(free, max(table.columns.title, table.columns.width * WIDE) - inset)
    hours = _own_hours(scene, entry, table, origin)
    told = (
        [(scene.words("{hours} of work", hours=hours.line.text), "hours")] if hours and not _beside(entry, table, hours) else []
    )
    for words, field in (*told, *name_notes(scene, entry, table.decimals)):
        texts.append(setter.text("item-text", words, room, origin=f"{origin}/{field}", tag=Tag.TD, group=group))
    if entry.item.description:
        said = entry.item.description
        texts.append(setter.text("item-text", said, room, origin=f"{origin}/description", tag=Tag.TD, group=group))
    return [indented(text, inset) if inset else text for text in texts]


def _asides(scene: Scene, entry: Entry, table: Table, origin: str) -> list[Aside]:
    """Return what stands below the numbers: the hours of what is not priced by them, and what belongs to the amount."""
    right, group = table.columns.edges[2], f"{origin}#3"
    notes = [
        Figure(right, scene.setter.line("item-text", text), f"{origin}/{field}", Tag.TD, group)
        for text, field in amount_notes(scene, entry, table.decimals)
    ]
    hours = _own_hours(scene, entry, table, origin)
    below = [(1, hours)] if hours and _beside(entry, table, hours) else []
    return below + list(enumerate(notes, 1))


def _own_hours(scene: Scene, entry: Entry, table: Table, origin: str) -> "Figure | None":
    """Return the hours that an item states beside its volume, so that whoever adds the hours up comes to their sum."""
    item = entry.item
    if not table.section.show_hours or item.hours is None or item.pricing in (Pricing.HOURS, Pricing.FIXED):
        return None
    line = scene.setter.line("item-text", scene.words.hours(entry.sums.hours))
    return Figure(table.columns.edges[0], line, f"{origin}/hours", Tag.TD, f"{origin}#1")


def _beside(entry: Entry, table: Table, hours: "Figure") -> bool:
    """Tell whether what stands below the name keeps room enough beside hours below the volume. A lone figure stands below the
    name as well: programs that extract text by columns would stick its unit to it.
    """
    inset = CHOICE_INSET if entry.choice else 0.0
    lone = entry.sums.hours < LONE
    return not lone and not table.columns.stacked and hours.left - COLUMN_GAP - inset >= BESIDE * table.columns.width


def _mark(scene: Scene, entry: Entry, origin: str) -> BoxItem | None:
    """Return the mark of an alternative, its y from the baseline."""
    if not entry.choice:
        return None
    y = -(scene.setter.token("item-title").size * CAP_HEIGHT + MARK) / 2
    if entry.sums.counted:
        return BoxItem(0.0, y, MARK, MARK, fill=scene.brand.color("accent"), radius=MARK / 2, origin=f"{origin}/chosen")
    color, weight = scene.brand.color("muted"), 0.7
    side = MARK - weight
    return BoxItem(
        0.0, y + weight / 2, side, side, stroke=color, stroke_width=weight, radius=side / 2, origin=f"{origin}/chosen"
    )  # fmt: skip


def numbers_of(
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
    name = TextItem(0.0, 0.0, scene.setter.line("table-head", scene.words("Work")), "", Tag.TH, f"{origin}#0")
    numbers = numbers_of(scene, head_cells(scene, table.section), table.columns, origin, "table-head", "", Tag.TH, path=False)
    # As with the rows, the numbers may take so much room that what they are stands below.
    height = 2 * step if _crowded(name, numbers) else step

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(replace(name, x=x, y=y + step))
        out.extend([number.item(x, y + height) for number in numbers])

    return Block(height, draw, keep=True)


def carried(scene: Scene, part: EstimateSection, table: Table, sums: Sequence[Due]) -> Block:
    """What the rows on earlier pages come to."""
    step, width = scene.grid.step, table.columns.width
    hairline, color = scene.brand.hairline, scene.brand.color("line")
    lines = [_carried(scene, f"estimate/sections/{part.id}#carried", table, due) for due in sums]

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + step * RULE_AT, x + width, y + step * RULE_AT, hairline, color))
        base = y + step
        for name, numbers in lines:
            base += step
            out.append(replace(name, x=x, y=base))
            # On narrow paper the numbers stand on a line of their own.
            base += step if _crowded(name, numbers) else 0.0
            out.extend([number.item(x, base) for number in numbers])

    return Block((1 + len(lines) + sum(_crowded(*line) for line in lines)) * step, draw, keep=True)


def _carried(scene: Scene, origin: str, table: Table, due: Due) -> tuple[TextItem, list[Figure]]:
    period, hours, amount = due
    often = a_period(scene.words, period)
    told = f"{scene.words('Carried forward')}, {often}" if often else scene.words("Carried forward")
    group = f"{origin}-{period.value}" if often else origin
    printed = sum_cells(scene, table.section, hours, amount, table.decimals)
    numbers = numbers_of(scene, printed, table.columns, group, "cell", "muted", Tag.ARTIFACT, path=False)
    return TextItem(0.0, 0.0, scene.setter.line("item-text", told), "", Tag.ARTIFACT, f"{group}#0"), numbers


def _crowded(name: TextItem, numbers: Sequence[Figure]) -> bool:
    return min(one.left for one in numbers) < name.line.width + COLUMN_GAP
