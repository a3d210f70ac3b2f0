"""The money and the hours of a section without its items, and what they leave out or take off."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.layout.blocks import Block
from app.layout.estimate_columns import before_discount
from app.layout.estimate_notes import a_period, discount_words
from app.layout.estimate_sums import shown_portions
from app.layout.page import Item, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection, Period
from app.model.sections import EstimatePages
from app.text.glyphs import Line
from app.totals import Portion, SectionTotal

PLUS = "+"
GAP = 14.0
"""Least distance of a name and its amount, in points."""
MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """A section's money, how often it is due, the hours, and what else is due again and again. Each is a line with the group of
    its cell.
    """

    money: tuple[Line, str]
    often: tuple[tuple[Line, str], ...]
    hours: tuple[tuple[Line, str], ...]
    others: tuple[tuple[Line, str], ...]

    @property
    def below(self) -> tuple[tuple[Line, str], ...]:
        """Return the lines below the money."""
        return (*self.often, *self.hours, *self.others)


def figures(
    scene: Scene, section: EstimatePages, part: EstimateSection, total: SectionTotal, style: str, size: float, decimals: bool
) -> Figures:
    """Set the figures of a section, its money in a style and a size."""
    words, setter, root = scene.words, scene.setter, f"estimate/sections/{part.id}"
    first, *others = shown_portions(total)
    group = _group(root, "sum", first.period)
    money = setter.line(style, scene.money(first.amount, decimals=decimals), size=size)
    often, told, more = a_period(words, first.period), "", list[tuple[Line, str]]()
    if section.show_hours and first.hours:
        told = words.hours(first.hours)
    for portion in others:
        amount = scene.money(portion.amount, decimals=decimals)
        again = f"{PLUS} {amount} {a_period(words, portion.period)}"
        more.append((setter.line("cell", again, color="muted"), f"{_group(root, 'sum', portion.period)}#3"))

    def quiet(text: str, cell: int) -> tuple[tuple[Line, str], ...]:
        return ((setter.line("cell", text, color="muted"), f"{group}#{cell}"),) if text else ()

    return Figures((money, f"{group}#3"), quiet(often, 3), quiet(told, 1), tuple(more))


def _group(root: str, what: str, period: Period) -> str:
    return f"{root}#{what}" if period is Period.ONCE else f"{root}#{what}-{period.value}"


def way_rows(
    scene: Scene, part: EstimateSection, total: SectionTotal, place: tuple[float, float], decimals: bool, *, gathers: bool
) -> list[Block]:
    """Return quiet rows that lead to a section's money, `place` their left edge and their width: the section's own items where it
    `gathers` others, and what is taken off.
    """
    words, root, rows = scene.words, f"estimate/sections/{part.id}", list[Block]()
    portions = shown_portions(total)
    for portion in portions:
        if gathers and portion.own:
            name = _often(scene, words("Other work of the section"), portion.period)
            rows.append(_way_row(scene, name, portion.own, _group(root, "own", portion.period), place, decimals))
    for portion in portions:
        if portion.discount:
            rows.extend(_taken(scene, part, portion, root, place, decimals))
    return [replace(row, before=scene.grid.step) if not i else row for i, row in enumerate(rows)]


def _taken(
    scene: Scene, part: EstimateSection, portion: Portion, root: str, place: tuple[float, float], decimals: bool
) -> list[Block]:
    base = _often(scene, scene.words("Before the discount"), portion.period)
    off = _often(scene, discount_words(scene, part.discount, portion.discount, decimals), portion.period)
    return [
        _way_row(scene, base, before_discount(portion), _group(root, "base", portion.period), place, decimals),
        _way_row(scene, off, -portion.discount, _group(root, "discount", portion.period), place, decimals),
    ]


def _often(scene: Scene, name: str, period: Period) -> str:
    often = a_period(scene.words, period)
    return f"{name}, {often}" if often else name


def _way_row(scene: Scene, name: str, amount: Decimal, group: str, place: tuple[float, float], decimals: bool) -> Block:
    left, width = place
    money = scene.setter.line("cell", scene.money(amount, decimals=decimals), color="muted")
    origin = group.partition("#")[0]
    text = scene.setter.text(
        "item-text", name, width - money.width - GAP, origin=origin, tag=Tag.TD, group=f"{group}#0", max_lines=MOST_LINES
    )  # fmt: skip
    step = scene.grid.step

    def draw(out: list[Item], x: float, y: float) -> None:
        text.draw(out, x + left, y)
        out.append(TextItem(x + left + width - money.width, y + step, money, origin, Tag.TD, f"{group}#3"))

    return Block(max(text.height, step), draw, keep=True)
