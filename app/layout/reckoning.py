"""Rows of sums: sections, discount, VAT, total, and what may be added."""

from dataclasses import dataclass
from decimal import Decimal

from app.layout.area import Area
from app.layout.estimate_rows import RULE_AT
from app.layout.page import RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.model.estimate import VatMode
from app.model.sections import EstimatePages

NAME_PART = 0.6
"""The part of a row's width that its name may take."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Where rows of sums go: a sheet and an area of it, in which ink. `air` is space between rows, in baseline steps."""

    sheet: Sheet
    area: Area
    section: EstimatePages
    ink: str
    decimals: bool
    air: int = 0

    def money(self, amount: Decimal) -> str:
        """Return an amount as all amounts of the estimate are printed."""
        return self.sheet.scene.money(amount, decimals=self.decimals)

    def hours(self, hours: Decimal) -> str:
        """Return hours, nothing where the client is not to see them."""
        return self.sheet.scene.words.hours(hours) if self.section.show_hours and hours else ""


def row(ledger: Ledger, y: float, texts: tuple[str, str, str], *, strong: bool = False, group: str, origin: str = "") -> float:
    """Draw a name, hours and an amount on one line under a hairline; return the y below. Long names take more lines."""
    sheet, area = ledger.sheet, ledger.area
    scene, setter, step, ink = sheet.scene, sheet.scene.setter, area.step, ledger.ink
    style = "total-row-strong" if strong else "total-row"
    name = setter.text(style, texts[0], area.width * NAME_PART, color=ink, origin=origin, tag=Tag.TD, group=f"{group}#0")
    color = scene.brand.color("on-accent" if ink == "on-accent" else "soft")
    rule_y = y + step * (RULE_AT + ledger.air / 2)
    sheet.add(RuleItem(area.x, rule_y, area.right, rule_y, scene.brand.hairline, color))
    bottom = sheet.place(name, area.x, y + step * (1 + ledger.air))
    baseline = bottom - (len(name.lines) - 1) * name.leading
    amount = setter.line(style, texts[2], color=ink)
    edges = (min(area.x + area.width * 0.8, area.right - amount.width - 16), area.right)
    for i, (text, edge) in enumerate(zip(texts[1:], edges, strict=True), 1):
        if text:
            line = setter.line(style, text, color=ink)
            sheet.add(TextItem(edge - line.width, baseline, line, origin, Tag.TD, f"{group}#{i}"))
    return bottom


def section_rows(ledger: Ledger, y: float) -> float:
    """Draw every section of the estimate with its hours and money."""
    scene = ledger.sheet.scene
    for number, part in enumerate(scene.proposal.estimate.sections, 1):
        total = scene.totals.section(part.id)
        texts = (f"{number}. {part.title}", ledger.hours(total.hours), ledger.money(total.amount))
        y = row(ledger, y, texts, group=f"total#{part.id}", origin=f"estimate/sections/{part.id}/title")
    return y


def sum_rows(ledger: Ledger, y: float) -> float:
    """Draw the way from the subtotal to the total."""
    scene, words, totals = ledger.sheet.scene, ledger.sheet.scene.words, ledger.sheet.scene.totals
    vat = scene.proposal.estimate.vat
    for i, (name, amount, origin) in enumerate(_steps(scene)):
        y = row(ledger, y, (name, "", ledger.money(amount)), group=f"sum#{i}", origin=origin)
    texts = (words("Total"), ledger.hours(totals.hours), ledger.money(totals.total))
    y = row(ledger, y, texts, strong=True, group="sum#t", origin="estimate")
    if vat.mode is VatMode.INCLUDED:
        texts = (words("including VAT {rate}", rate=words.percent(vat.rate)), "", ledger.money(totals.vat))
        y = row(ledger, y, texts, group="sum#v", origin="estimate/vat/rate")
    return y


def _steps(scene: Scene) -> list[tuple[str, Decimal, str]]:
    """Return what stands between the sections and the total: name, amount and origin."""
    words, totals, estimate = scene.words, scene.totals, scene.proposal.estimate
    steps: list[tuple[str, Decimal, str]] = []
    if totals.discount:
        discount = estimate.discount
        percent = f" {words.percent(discount.percent)}" if discount.percent and not discount.amount else ""
        reason = f" — {discount.reason}" if discount.reason else ""
        steps.append((words("Subtotal"), totals.subtotal, "estimate"))
        steps.append((f"{words('Discount')}{percent}{reason}", -totals.discount, "estimate/discount/percent"))
    if estimate.vat.mode is VatMode.ADDED:
        steps.append((words("Before VAT"), totals.net, "estimate"))
        steps.append((f"{words('VAT')} {words.percent(estimate.vat.rate)}", totals.vat, "estimate/vat/rate"))
    return steps


def option_rows(ledger: Ledger, y: float) -> float:
    """Draw what the client may add, where there is room for all of it."""
    scene, area = ledger.sheet.scene, ledger.area
    options = [
        (part, item, scene.totals.section(part.id).item(item.id))
        for part in scene.proposal.estimate.sections
        for item in part.items
        if item.optional and not item.chosen
    ]
    token = scene.setter.token("total-row")
    height = (1 + ledger.air) * area.step + scene.grid.steps(scene.setter.leading(token, token.size))
    if not options or y + area.step * 2 + height * len(options) > area.bottom - 3 * area.step:
        return y
    label = scene.setter.text("item-title", scene.words("You may add"), area.width, color=ledger.ink)
    y = ledger.sheet.place(label, area.x, y)
    for part, item, total in options:
        texts = (item.title, ledger.hours(total.hours), ledger.money(total.amount))
        origin = f"estimate/sections/{part.id}/items/{item.id}/title"
        y = row(ledger, y, texts, group=f"option#{item.id}", origin=origin)
    return y


def vat_note(scene: Scene) -> str:
    """Return how the tax stands to the total, in a few words."""
    vat = scene.proposal.estimate.vat
    match vat.mode:
        case VatMode.INCLUDED:
            return scene.words("including VAT {rate}", rate=scene.words.percent(vat.rate))
        case VatMode.ADDED:
            return scene.words("with VAT {rate}", rate=scene.words.percent(vat.rate))
        case _:
            return vat.reason or scene.words("no VAT")


def hours_note(scene: Scene, section: EstimatePages) -> str:
    """Return how many hours of work there are, nothing where the client is not to see them."""
    if not section.show_hours or not scene.totals.hours:
        return ""
    return scene.words("{hours} of work", hours=scene.words.hours(scene.totals.hours))
