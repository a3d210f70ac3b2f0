"""Rows of sums: sections, discount, VAT, total, and what may be added."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial

from app.layout.blocks import Block, TextBlock
from app.layout.clipped import clipped
from app.layout.estimate_columns import COLUMN_STEP
from app.layout.estimate_rows import RULE_AT
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.layout.way import Step, steps, taxes
from app.model.estimate import EstimateSection, VatMode
from app.model.sections import EstimatePages
from app.totals import SectionTotal, Standing

NAME_PART = 0.6
"""The part of a row's width that its name may take."""
LEAST_NAME = 0.3
"""The part that it may take at least, before the hours begin."""
NAME_GAP = 12.0
"""Points between a name and the hours beside it."""
MOST_LINES = 4
"""A longer name ends with an ellipsis; it stands in full at its section."""


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
    """A row of sums: a name, hours and an amount. `before` is space above in points, `keep` binds it to the next row."""

    name: str
    hours: str
    amount: str
    group: str
    origin: str = ""
    strong: bool = False
    before: float = 0.0
    keep: bool = False
    ruled: bool = True


def measured(ledger: Ledger, sums: Iterable[Sum]) -> Ledger:
    """Return a ledger whose hours stand left of the widest amount of these sums."""
    widths = [
        ledger.scene.setter.line("total-row-strong" if one.strong else "total-row", one.amount, color=ledger.ink).width
        for one in sums
    ]
    return replace(ledger, amounts=-int(-max(widths, default=0.0) // COLUMN_STEP) * COLUMN_STEP)


def row(ledger: Ledger, texts: Sum, tag: Tag = Tag.TD) -> Block:
    """Set a row on one line under a hairline. Long names take more lines, with the numbers on the last."""
    made_from = (texts, ledger.width, ledger.ink, ledger.air, ledger.amounts, tag)
    name = ("sum", texts.group, ledger.width, ledger.air, tag)
    return ledger.scene.setter.remember(name, made_from, partial(_row, ledger, texts, tag))


def _row(ledger: Ledger, texts: Sum, tag: Tag) -> Block:
    scene, setter, step, width = ledger.scene, ledger.scene.setter, ledger.scene.grid.step, ledger.width
    style = "total-row-strong" if texts.strong else "total-row"

    amount = setter.line(style, texts.amount, color=ledger.ink)
    hours = setter.line(style, texts.hours, color=ledger.ink) if texts.hours else None
    hours_right = min(width * 0.8, width - max(amount.width, ledger.amounts) - 16)
    room = width * NAME_PART
    if hours:
        room = max(min(room, (hours_right - hours.width - NAME_GAP) // COLUMN_STEP * COLUMN_STEP), width * LEAST_NAME)

    def set_name() -> TextBlock:
        return setter.text(
            style, texts.name, room, color=ledger.ink, origin=texts.origin, tag=tag, group=f"{texts.group}#0",
            max_lines=MOST_LINES,
        )  # fmt: skip

    # Numbers change far more often than names.
    name = setter.remember(("name", texts.group, width, tag), (texts.name, texts.origin, style, ledger.ink, room), set_name)
    rule_y = step * (RULE_AT + ledger.air / 2)
    weight, color = scene.brand.hairline, scene.brand.color("on-accent" if ledger.ink == "on-accent" else "soft")
    top = step * (1 + ledger.air)
    baseline = top + name.height - (len(name.lines) - 1) * name.leading

    def draw(out: list[Item], x: float, y: float) -> None:
        if texts.ruled:
            out.append(RuleItem(x, y + rule_y, x + width, y + rule_y, weight, color))
        name.draw(out, x, y + top)
        if hours:
            out.append(TextItem(x + hours_right - hours.width, y + baseline, hours, texts.origin, tag, f"{texts.group}#1"))
        out.append(TextItem(x + width - amount.width, y + baseline, amount, texts.origin, tag, f"{texts.group}#2"))

    return Block(top + name.height, draw, texts.before, texts.keep)


def section_sums(ledger: Ledger) -> list[Sum]:
    """Return every section of the estimate with its hours and money; the last one is bound to what follows."""
    remember, told = ledger.scene.setter.remember, _told(ledger)
    sections, totals = ledger.scene.proposal.estimate.sections, ledger.scene.totals.sections

    def make() -> list[Sum]:
        # A section of level 1 comes to what those that belong to it do as well.
        tops = [(part, total) for part, total in zip(sections, totals, strict=True) if not total.parent]
        last = len(tops)
        return [
            remember(
                ("section-sum", part.id),
                (part.title, total.hours, total.amount, number, number == last, *told),
                partial(_section_sum, ledger, part, total, number, number == last),
            )
            for number, (part, total) in enumerate(tops, 1)
        ]

    return list(remember("section-sums", (sections, totals, *told), make))


def _section_sum(ledger: Ledger, part: EstimateSection, total: SectionTotal, number: int, last: bool) -> Sum:
    return Sum(
        f"{number}. {clipped(part.title)}", ledger.hours(total.hours), ledger.money(total.amount), f"total#{part.id}",
        f"estimate/sections/{part.id}/title", before=2 * ledger.scene.grid.step if number == 1 else 0.0, keep=last,
    )  # fmt: skip


def _told(ledger: Ledger) -> tuple[object, ...]:
    """Return what decides how the numbers of a sum are printed."""
    return ledger.decimals, ledger.section.show_hours, ledger.scene.proposal.currency


def carried_row(ledger: Ledger, count: int) -> Block:
    """Return what the first so many sections come to, for the top of a page on which their list goes on."""
    done = ledger.scene.totals.tops[:count]
    hours, amount = sum((one.hours for one in done), Decimal(0)), sum((one.amount for one in done), Decimal(0))
    words = ledger.scene.words("Carried forward")
    return row(ledger, Sum(words, ledger.hours(hours), ledger.money(amount), "total#carried"), Tag.ARTIFACT)


def final_sums(ledger: Ledger) -> list[Sum]:
    """Return the way from the subtotal to the total, bound together."""
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
            item.title, ledger.hours(sums.hours), ledger.money(sums.amount), f"option#{part.id}#{item.id}",
            f"estimate/sections/{part.id}/items/{item.id}/title",
        )
        for item, sums in zip(part.items, total.items, strict=True)
        if sums.standing is Standing.OPTION
    ]  # fmt: skip


def option_rows(ledger: Ledger, sums: Sequence[Sum]) -> list[Block]:
    """Set what the client may add, under a label."""
    scene, width, ink = ledger.scene, ledger.width, ledger.ink

    def label() -> Block:
        before = 2 * scene.grid.step
        return scene.setter.text("item-title", scene.words("You may add"), width, color=ink, before=before, keep=True)

    return [scene.setter.remember(("options", width), (ink,), label), *(row(ledger, one) for one in sums)] if sums else []


def vat_note(scene: Scene) -> str:
    """Return how the tax stands to the total, in a few words."""
    vat, taxed = scene.proposal.estimate.vat, [one.rate for one in scene.totals.once.vats if one.rate]
    rate = scene.words.percent(taxed[0] if len(taxed) == 1 else vat.rate)
    match vat.mode:
        case VatMode.INCLUDED:
            return scene.words("including VAT") if len(taxed) > 1 else scene.words("including VAT {rate}", rate=rate)
        case VatMode.ADDED:
            return scene.words("with VAT") if len(taxed) > 1 else scene.words("with VAT {rate}", rate=rate)
        case _:
            return vat.reason or scene.words("no VAT")


def hours_note(scene: Scene, section: EstimatePages) -> str:
    """Return how many hours of work there are, nothing where the client is not to see them."""
    if not section.show_hours or not scene.totals.hours:
        return ""
    return scene.words("{hours} of work", hours=scene.words.hours(scene.totals.hours))
