"""The page of the total: what the client pays, by section, with discount and VAT. Nothing on it is smaller than it must be."""

from decimal import Decimal

from app.layout.estimate_rows import RULE_AT
from app.layout.heads import head
from app.layout.page import RuleItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail, VatMode
from app.model.sections import EstimatePages


def total_page(scene: Scene, section: EstimatePages, decimals: bool, *, with_head: bool) -> Sheet:
    """Lay out the total in the brand's variant. `with_head` puts the estimate's title on it."""
    flood = scene.brand.masters["total"].variant == "flood"
    sheet = Sheet(scene, section.id, chrome="on-accent" if flood else "ink")
    if flood:
        sheet.ground("accent")
    ink = "on-accent" if flood else "ink"
    y = scene.grid.y(1)
    if with_head:
        y = head(
            sheet,
            f"sections/{section.id}",
            section.kicker,
            section.title,
            section.lead,
            fallback=scene.words("Estimate"),
            lines=2,
        )
    else:
        sheet.bookmark(scene.words("Total"), 1)
    y = _headline(sheet, y, decimals, flood)
    if section.detail is not Detail.TOTALS:
        y = _sections(sheet, section, y + 2 * scene.grid.step, ink, decimals)
    y = _reckoning(sheet, y + scene.grid.step, ink, decimals)
    _options(sheet, y + 2 * scene.grid.step, ink, decimals)
    _foot(sheet, ink)
    return sheet


def _headline(sheet: Sheet, y: float, decimals: bool, flood: bool) -> float:
    """The sum itself, as large as the page allows."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    y = sheet.place(setter.text("total-label", scene.words("Project total"), grid.measure, tag=Tag.H2), grid.left, y)
    amount = scene.words.money(scene.totals.total, scene.proposal.currency, decimals=decimals)
    block = setter.headline("total-value", amount, grid.measure, 1, origin="estimate", tag=Tag.P)
    y = sheet.place(block, grid.left - (3 if flood else 0), y + (0 if flood else grid.step))
    facts = [fact for fact in (_vat_note(scene), _hours_note(scene)) if fact]
    return sheet.place(
        setter.text("lead", " · ".join(facts), grid.measure, origin="estimate/vat", color="on-accent" if flood else ""),
        grid.left,
        y + grid.step,
    )


def _hours_note(scene: Scene) -> str:
    section = next((part for part in scene.proposal.sections if isinstance(part, EstimatePages)), None)
    if section is None or not section.show_hours or not scene.totals.hours:
        return ""
    return scene.words("{hours} of work", hours=scene.words.hours(scene.totals.hours))


def _vat_note(scene: Scene) -> str:
    vat = scene.proposal.estimate.vat
    match vat.mode:
        case VatMode.INCLUDED:
            return scene.words("including VAT {rate}", rate=scene.words.percent(vat.rate))
        case VatMode.ADDED:
            return scene.words("with VAT {rate}", rate=scene.words.percent(vat.rate))
        case _:
            return vat.reason or scene.words("no VAT")


def _row(
    sheet: Sheet, y: float, texts: tuple[str, str, str], ink: str, *, strong: bool = False, group: str, origin: str = ""
) -> float:
    """Draw a name, hours and an amount on one line over a hairline; long names take more lines."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    style = "total-row-strong" if strong else "total-row"
    leading = setter.leading(setter.token(style), setter.token(style).size)
    name = setter.text(style, texts[0], grid.span(7), color=ink, origin=origin, tag=Tag.TD, group=f"{group}#0")
    sheet.add(
        RuleItem(
            grid.left, y + grid.step * RULE_AT, grid.right, y + grid.step * RULE_AT, scene.brand.hairline, _rule_color(scene, ink)
        )
    )
    bottom = sheet.place(name, grid.left, y + grid.step)
    amount = setter.line(style, texts[2], color=ink)
    edges = (min(grid.x(8) + grid.span(2), grid.right - amount.width - 16), grid.right)
    for i, (text, edge) in enumerate(zip(texts[1:], edges, strict=True), 1):
        if text:
            line = setter.line(style, text, color=ink)
            sheet.add(TextItem(edge - line.width, y + grid.step + leading, line, origin, Tag.TD, f"{group}#{i}"))
    return bottom


def _rule_color(scene: Scene, ink: str) -> str:
    return scene.brand.color("on-accent" if ink == "on-accent" else "soft")


def _sections(sheet: Sheet, section: EstimatePages, y: float, ink: str, decimals: bool) -> float:
    scene = sheet.scene
    for number, part in enumerate(scene.proposal.estimate.sections, 1):
        total = scene.totals.section(part.id)
        hours = scene.words.hours(total.hours) if section.show_hours and total.hours else ""
        amount = scene.money(total.amount, decimals=decimals)
        origin = f"estimate/sections/{part.id}"
        y = _row(sheet, y, (f"{number}. {part.title}", hours, amount), ink, group=f"total#{part.id}", origin=f"{origin}/title")
    return y


def _reckoning(sheet: Sheet, y: float, ink: str, decimals: bool) -> float:
    """From the subtotal to the total."""
    scene, words, totals = sheet.scene, sheet.scene.words, sheet.scene.totals
    estimate = scene.proposal.estimate
    rows: list[tuple[str, Decimal, str]] = []
    if totals.discount:
        rows.append((words("Subtotal"), totals.subtotal, "estimate"))
        percent = (
            f" {words.percent(estimate.discount.percent)}" if estimate.discount.percent and not estimate.discount.amount else ""
        )
        reason = f" — {estimate.discount.reason}" if estimate.discount.reason else ""
        rows.append((f"{words('Discount')}{percent}{reason}", -totals.discount, "estimate/discount/percent"))
    if estimate.vat.mode is VatMode.ADDED:
        rows.append((words("Before VAT"), totals.net, "estimate"))
        rows.append((f"{words('VAT')} {words.percent(estimate.vat.rate)}", totals.vat, "estimate/vat/rate"))
    for i, (name, amount, origin) in enumerate(rows):
        y = _row(sheet, y, (name, "", scene.money(amount, decimals=decimals)), ink, group=f"sum#{i}", origin=origin)
    section = next((part for part in scene.proposal.sections if isinstance(part, EstimatePages)), None)
    hours = words.hours(totals.hours) if section and section.show_hours and totals.hours else ""
    y = _row(
        sheet,
        y,
        (words("Total"), hours, scene.money(totals.total, decimals=decimals)),
        ink,
        strong=True,
        group="sum#t",
        origin="estimate",
    )
    if estimate.vat.mode is VatMode.INCLUDED:
        name = f"{words('including VAT')} {words.percent(estimate.vat.rate)}"
        y = _row(sheet, y, (name, "", scene.money(totals.vat, decimals=decimals)), ink, group="sum#v", origin="estimate/vat/rate")
    return y


def _options(sheet: Sheet, y: float, ink: str, decimals: bool) -> float:
    """What the client may add."""
    scene = sheet.scene
    rows = [
        (part, item, scene.totals.section(part.id).item(item.id))
        for part in scene.proposal.estimate.sections
        for item in part.items
        if item.optional and not item.chosen
    ]
    if not rows or y + (2 + 2 * len(rows)) * scene.grid.step > scene.grid.bottom - 4 * scene.grid.step:
        return y
    label = scene.setter.text("item-title", scene.words("You may add"), scene.grid.measure, color=ink)
    y = sheet.place(label, scene.grid.left, y)
    for part, item, total in rows:
        origin = f"estimate/sections/{part.id}/items/{item.id}"
        hours = scene.words.hours(total.hours) if total.hours else ""
        y = _row(
            sheet,
            y,
            (item.title, hours, scene.money(total.amount, decimals=decimals)),
            ink,
            group=f"option#{item.id}",
            origin=f"{origin}/title",
        )
    return y


def _foot(sheet: Sheet, ink: str) -> None:
    """How long the offer stands."""
    scene = sheet.scene
    until = scene.proposal.valid_until
    if until:
        text = scene.words("The offer is valid until {date}.", date=scene.words.date(until))
        block = scene.setter.text("item-text", text, scene.grid.measure, color=ink, origin="valid_until")
        sheet.place(block, scene.grid.left, scene.grid.bottom - block.height)
