"""Rows of sums: sections, discount, VAT, total, and what may be added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import chain

from app.layout.blocks import Block, TextBlock
from app.layout.clipped import clipped
from app.layout.estimate_columns import COLUMN_STEP
from app.layout.estimate_groups import Group, Numbered, groups
from app.layout.estimate_notes import a_period
from app.layout.estimate_rows import RULE_AT
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.layout.stretches import stretches
from app.layout.way import Step, steps, taxes
from app.model.estimate import EstimateSection, Period, VatMode
from app.model.sections import EstimatePages
from app.totals import SectionTotal, Standing

NAME_PART = 0.6
"""The part of a row's width that its name may take."""
FEWEST = 2
"""So many rows of a list stay together at either side of a break."""
LEAST_NAME = 0.3
"""The part that it may take at least, before the hours begin."""
NAME_GAP = 12.0
"""Points between a name and the hours beside it."""
MOST_LINES = 4
"""A longer name ends with an ellipsis; it stands in full at its section."""
INDENT = 14.0
"""Points by which a section of the second level stands in."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """How rows of sums are set: so wide, in which ink. `air` is space between rows, in baseline steps, `amounts` the width that
    all amounts have, so that hours stand below each other. `open` leaves away the rule over the first row.
    """

    scene: Scene
    section: EstimatePages
    width: float
    ink: str
    decimals: bool
    air: int = 0
    amounts: float = 0.0
    open: bool = False

    def money(self, amount: Decimal) -> str:
        """Return an amount as all amounts of the estimate are printed."""
        return self.scene.money(amount, decimals=self.decimals)

    def hours(self, hours: Decimal) -> str:
        """Return hours, nothing where the client is not to see them."""
        return self.scene.words.hours(hours) if self.section.show_hours and hours else ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A row of sums: a name, hours and an amount. `before` is space above in points, `keep` binds it to the next row. `quiet`
    rows tell what another row consists of: small, without a rule. `indent` is in points.
    """

    name: str
    hours: str
    amount: str
    group: str
    origin: str = ""
    strong: bool = False
    before: float = 0.0
    keep: bool = False
    ruled: bool = True
    quiet: bool = False
    indent: float = 0.0

    @property
    def style(self) -> str:
        """Return the style of its name and its numbers."""
        if self.quiet:
            return "cell"
        return "total-row-strong" if self.strong else "total-row"


def measured(ledger: Ledger, sums: Iterable[Sum]) -> Ledger:
    """Return a ledger whose hours stand left of the widest amount of these sums."""
    widest = max([_widest(ledger, some) for some in stretches(tuple(sums))], default=0.0)
    return replace(ledger, amounts=-int(-widest // COLUMN_STEP) * COLUMN_STEP)


def _widest(ledger: Ledger, sums: tuple[Sum, ...]) -> float:
    """Return the width of the widest amount of a stretch of sums."""

    def make() -> float:
        return max([ledger.scene.setter.line(one.style, one.amount, color=ledger.ink).width for one in sums])

    return ledger.scene.setter.remember(("amounts", sums[0].group), (sums, ledger.ink), make)


def rows(ledger: Ledger, sums: Sequence[Sum]) -> tuple[Block, ...]:
    """Set rows below each other; a stretch of them that has not changed is looked up whole."""
    return tuple(chain(*[_rows(ledger, some) for some in stretches(sums)]))


def _rows(ledger: Ledger, sums: tuple[Sum, ...]) -> tuple[Block, ...]:
    made_from = (sums, ledger.ink, ledger.amounts)
    name = ("sums", sums[0].group, ledger.width, ledger.air)
    return ledger.scene.setter.remember(name, made_from, lambda: tuple([row(ledger, one) for one in sums]))


def row(ledger: Ledger, texts: Sum, tag: Tag = Tag.TD) -> Block:
    """Set a row on one line under a hairline. Long names take more lines, with the numbers on the first, or below the last where
    the numbers leave hardly any room beside the name.
    """
    made_from = (texts, ledger.width, ledger.ink, ledger.air, ledger.amounts, tag)
    name = ("sum", texts.group, ledger.width, ledger.air)
    return ledger.scene.setter.remember(name, made_from, partial(_row, ledger, texts, tag))


def _row(ledger: Ledger, texts: Sum, tag: Tag) -> Block:
    scene, setter, step, width = ledger.scene, ledger.scene.setter, ledger.scene.grid.step, ledger.width
    style, ink = texts.style, quiet_ink(ledger) if texts.quiet else ledger.ink
    amount = setter.line(style, texts.amount, color=ink)
    hours = setter.line(style, texts.hours, color=ink) if texts.hours else None
    hours_right = min(width * 0.8, width - max(amount.width, ledger.amounts) - 16)
    room = width - amount.width - NAME_GAP if texts.quiet else width * NAME_PART
    room -= texts.indent
    under = False
    if hours:
        beside = (hours_right - hours.width - NAME_GAP - texts.indent) // COLUMN_STEP * COLUMN_STEP
        under = beside < width * LEAST_NAME and setter.line(style, texts.name, color=ink).width > beside
        room = width - texts.indent if under else max(min(room, beside), width * LEAST_NAME)

    def set_name() -> TextBlock:
        return setter.text(
            style, texts.name, room, color=ink, origin=texts.origin, tag=tag, group=f"{texts.group}#0", max_lines=MOST_LINES
        )  # fmt: skip

    # Numbers change far more often than names.
    name = setter.remember(("name", texts.group, width), (texts.name, texts.origin, style, ink, room, tag), set_name)
    rule_y = step * (RULE_AT + ledger.air / 2)
    weight, color = scene.brand.hairline, hairline_color(ledger)
    top = 0.0 if texts.quiet else step * (1 + ledger.air)
    whole = name.height + (step if under else 0.0)
    baseline = top + (whole if under else name.height - (len(name.lines) - 1) * name.leading)

    def draw(out: list[Item], x: float, y: float) -> None:
        if texts.ruled and not texts.quiet:
            out.append(RuleItem(x, y + rule_y, x + width, y + rule_y, weight, color))
        name.draw(out, x + texts.indent, y + top)
        if hours:
            out.append(TextItem(x + hours_right - hours.width, y + baseline, hours, texts.origin, tag, f"{texts.group}#1"))
        out.append(TextItem(x + width - amount.width, y + baseline, amount, texts.origin, tag, f"{texts.group}#2"))

    return Block(top + whole, draw, texts.before, texts.keep)


def quiet_ink(ledger: Ledger) -> str:
    """Return the ink of what is less important; on a page in the accent there is only one."""
    return ledger.ink if ledger.ink == "on-accent" else "muted"


def hairline_color(ledger: Ledger) -> str:
    """Return the colour of the lines between rows."""
    return ledger.scene.brand.color("on-accent" if ledger.ink == "on-accent" else "soft")


def section_sums(ledger: Ledger, *, parts: bool = False) -> list[Sum]:
    """Return every section of level 1 with what it comes to once; the last one is bound to what follows. With `parts` those that
    belong to it stand below it: their sums are in its own. What is only due again and again stands with what recurs.
    """
    remember, told = ledger.scene.setter.remember, (parts, *_told(ledger))
    found = groups(ledger.scene)

    def make() -> list[Sum]:
        tops = [group for group in found if _due_once(group.top.total)]
        made = list[Sum]()
        for some in stretches(list(enumerate(tops, 1))):
            first, these = some[0][0], tuple([group for _, group in some])
            made_from = (these, first, len(tops), *told)
            made += remember(
                ("section-sums", parts, first), made_from, partial(_stretch_sums, ledger, these, first, len(tops), told)
            )
        return made

    return list(remember(("section-sums", parts), (found, *told), make))


def _stretch_sums(ledger: Ledger, some: Sequence[Group], first: int, count: int, told: tuple[object, ...]) -> list[Sum]:
    """Return the sums of some of so many sections, of which the `first` one is the first, second…"""
    parts, made = told[0], list[Sum]()
    for place, group in enumerate(some, first):
        below = [one for one in group.below if _due_once(one.total)] if parts else []
        # Two rows of the list at least stay at either side of a break.
        keep = place == count or (count > FEWEST and place in (1, count - 1))
        made.append(_remembered(ledger, group.top, told, first=place == 1, keep=keep or bool(below)))
        made += [_remembered(ledger, one, told, keep=keep or one is not below[-1]) for one in below]
    return made


def _due_once(total: SectionTotal) -> bool:
    return bool(total.amount or total.hours or len(total.portions) == 1)


def _remembered(ledger: Ledger, one: Numbered, told: tuple[object, ...], *, first: bool = False, keep: bool) -> Sum:
    made_from = (one, first, keep, *told)
    return ledger.scene.setter.remember(("section-sum", one.part.id), made_from, partial(_section_sum, ledger, one, first, keep))


def _section_sum(ledger: Ledger, one: Numbered, first: bool, keep: bool) -> Sum:
    hours, amount, title = ledger.hours(one.total.hours), ledger.money(one.total.amount), clipped(one.part.title)
    origin = f"estimate/sections/{one.part.id}/title"
    if one.total.parent:
        return Sum(title, hours, amount, f"part#{one.part.id}", origin, keep=keep, quiet=True, indent=INDENT)
    before = 2 * ledger.scene.grid.step if first else 0.0
    return Sum(f"{one.number}. {title}", hours, amount, f"total#{one.part.id}", origin, before=before, keep=keep)


def _told(ledger: Ledger) -> tuple[object, ...]:
    """Return what decides how the numbers of a sum are printed."""
    return ledger.decimals, ledger.section.show_hours, ledger.scene.proposal.currency


def carried_row(ledger: Ledger, count: int) -> Block:
    """Return what the first so many sections come to, for the top of a page on which their list goes on."""
    return _carried(ledger, [group.top.total for group in groups(ledger.scene)[:count]])


def carried_sections(ledger: Ledger, count: int) -> Block:
    """Return what the first so many rows of sections come to, for the top of a page on which these go on."""
    return _carried(ledger, [group.top.total for group in groups(ledger.scene) if _due_once(group.top.total)][:count])


def _carried(ledger: Ledger, done: list[SectionTotal]) -> Block:
    hours, amount = sum((one.hours for one in done), Decimal(0)), sum((one.amount for one in done), Decimal(0))
    words = ledger.scene.words("Carried forward")
    return row(ledger, Sum(words, ledger.hours(hours), ledger.money(amount), "total#carried"), Tag.ARTIFACT)


def final_sums(ledger: Ledger) -> list[Sum]:
    """Return the way from the subtotal to the total, bound together."""
    scene = ledger.scene
    # A surcharge is named after its section where the client sees sections.
    made_from = (scene.proposal.estimate, scene.proposal.sections, scene.totals.periods, *_told(ledger))
    return list(scene.setter.remember("final-sums", made_from, partial(_final_sums, ledger)))


def _final_sums(ledger: Ledger) -> list[Sum]:
    scene, words, totals = ledger.scene, ledger.scene.words, ledger.scene.totals
    sums = [
        Sum(name, "", ledger.money(amount), f"sum#{i}", origin) for i, (name, amount, origin) in enumerate(final_steps(scene))
    ]
    sums.append(Sum(words("Total"), ledger.hours(totals.hours), ledger.money(totals.total), "sum#t", "estimate", strong=True))
    if scene.proposal.estimate.vat.mode is VatMode.INCLUDED:
        sums += [
            Sum(name, "", ledger.money(amount), f"sum#v{i}" if i else "sum#v", origin)
            for i, (name, amount, origin) in enumerate(taxes(scene, totals.once))
        ]
    first, last = scene.grid.step, len(sums) - 1
    return [replace(one, before=0.0 if i else first, keep=i < last) for i, one in enumerate(sums)]


def final_steps(scene: Scene) -> list[Step]:
    """Return what stands between the sections and the one-off total: name, amount and origin."""
    return steps(scene, scene.totals.once)


def option_sums(ledger: Ledger) -> list[Sum]:
    """Return what the client may add."""
    scene, told = ledger.scene, _told(ledger)
    parts = [
        scene.setter.remember(("option-sums", part.id), (part, total, *told), partial(_options, ledger, part, total))
        for part, total in zip(scene.proposal.estimate.sections, scene.totals.sections, strict=True)
    ]
    return [one for sums in parts for one in sums]


def _options(ledger: Ledger, part: EstimateSection, total: SectionTotal) -> list[Sum]:
    return [
        Sum(
            _often(ledger, item.title, sums.period), ledger.hours(sums.hours), ledger.money(sums.amount),
            f"option#{part.id}#{item.id}", f"estimate/sections/{part.id}/items/{item.id}/title",
        )
        for item, sums in zip(part.items, total.items, strict=True)
        if sums.standing is Standing.OPTION
    ]  # fmt: skip


def _often(ledger: Ledger, title: str, period: Period) -> str:
    """Return what may be added, with how often it is due."""
    return " · ".join(filter(None, (title, a_period(ledger.scene.words, period))))
