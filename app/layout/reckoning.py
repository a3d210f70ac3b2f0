"""Rows of sums: sections, discount, VAT, total, and what may be added."""

from decimal import Decimal

from app.layout.area import Area
from app.layout.estimate_rows import RULE_AT
from app.layout.page import RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.model.estimate import VatMode
from app.model.sections import EstimatePages

NAME_PART = 0.6
"""The part of a row's width that its name may take."""


def row(
    sheet: Sheet,
    area: Area,
    y: float,
    texts: tuple[str, str, str],
    ink: str,
    *,
    strong: bool = False,
    group: str,
    origin: str = "",
) -> float:
    """Draw a name, hours and an amount on one line under a hairline; return the y below. Long names take more lines."""
    scene, setter, step = sheet.scene, sheet.scene.setter, area.step
    style = "total-row-strong" if strong else "total-row"
    name = setter.text(style, texts[0], area.width * NAME_PART, color=ink, origin=origin, tag=Tag.TD, group=f"{group}#0")
    color = scene.brand.color("on-accent" if ink == "on-accent" else "soft")
    sheet.add(RuleItem(area.x, y + step * RULE_AT, area.right, y + step * RULE_AT, scene.brand.hairline, color))
    bottom = sheet.place(name, area.x, y + step)
    baseline = bottom - (len(name.lines) - 1) * name.leading
    amount = setter.line(style, texts[2], color=ink)
    edges = (min(area.x + area.width * 0.8, area.right - amount.width - 16), area.right)
    for i, (text, edge) in enumerate(zip(texts[1:], edges, strict=True), 1):
        if text:
            line = setter.line(style, text, color=ink)
            sheet.add(TextItem(edge - line.width, baseline, line, origin, Tag.TD, f"{group}#{i}"))
    return bottom


def section_rows(sheet: Sheet, area: Area, section: EstimatePages, y: float, ink: str, decimals: bool) -> float:
    """Draw every section of the estimate with its hours and money."""
    scene = sheet.scene
    for number, part in enumerate(scene.proposal.estimate.sections, 1):
        total = scene.totals.section(part.id)
        hours = scene.words.hours(total.hours) if section.show_hours and total.hours else ""
        texts = (f"{number}. {part.title}", hours, scene.money(total.amount, decimals=decimals))
        y = row(sheet, area, y, texts, ink, group=f"total#{part.id}", origin=f"estimate/sections/{part.id}/title")
    return y


def sum_rows(sheet: Sheet, area: Area, section: EstimatePages, y: float, ink: str, decimals: bool) -> float:
    """Draw the way from the subtotal to the total."""
    scene, words, totals = sheet.scene, sheet.scene.words, sheet.scene.totals
    vat = scene.proposal.estimate.vat
    for i, (name, amount, origin) in enumerate(_steps(scene)):
        y = row(sheet, area, y, (name, "", scene.money(amount, decimals=decimals)), ink, group=f"sum#{i}", origin=origin)
    hours = words.hours(totals.hours) if section.show_hours and totals.hours else ""
    texts = (words("Total"), hours, scene.money(totals.total, decimals=decimals))
    y = row(sheet, area, y, texts, ink, strong=True, group="sum#t", origin="estimate")
    if vat.mode is VatMode.INCLUDED:
        texts = (words("including VAT {rate}", rate=words.percent(vat.rate)), "", scene.money(totals.vat, decimals=decimals))
        y = row(sheet, area, y, texts, ink, group="sum#v", origin="estimate/vat/rate")
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


def option_rows(sheet: Sheet, area: Area, section: EstimatePages, y: float, ink: str, decimals: bool) -> float:
    """Draw what the client may add, where there is room for all of it."""
    scene = sheet.scene
    options = [
        (part, item, scene.totals.section(part.id).item(item.id))
        for part in scene.proposal.estimate.sections
        for item in part.items
        if item.optional and not item.chosen
    ]
    token = scene.setter.token("total-row")
    height = (1 + scene.setter.leading(token, token.size) / area.step) * area.step
    if not options or y + area.step * 2 + height * len(options) > area.bottom - 3 * area.step:
        return y
    y = sheet.place(scene.setter.text("item-title", scene.words("You may add"), area.width, color=ink), area.x, y)
    for part, item, total in options:
        hours = scene.words.hours(total.hours) if section.show_hours and total.hours else ""
        texts = (item.title, hours, scene.money(total.amount, decimals=decimals))
        origin = f"estimate/sections/{part.id}/items/{item.id}/title"
        y = row(sheet, area, y, texts, ink, group=f"option#{item.id}", origin=origin)
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
