"""The page of the total: what the client pays, by section, with discount and VAT. Nothing on it is smaller than it must be."""

from app.layout.area import Area
from app.layout.heads import head
from app.layout.page import BoxItem, Tag
from app.layout.reckoning import hours_note, option_rows, section_rows, sum_rows, vat_note
from app.layout.scene import Scene, Sheet
from app.model.estimate import Detail
from app.model.sections import EstimatePages


def total_page(scene: Scene, section: EstimatePages, decimals: bool, *, with_head: bool) -> Sheet:
    """Lay out the total in the brand's variant. `with_head` puts the estimate's title on it."""
    variant = scene.brand.masters["total"].variant
    flood = variant == "flood"
    ink = "on-accent" if flood else "ink"
    sheet = Sheet(scene, section.id, chrome=ink)
    if flood:
        sheet.ground("accent")
    if with_head:
        sheet.bookmark(section.title or scene.words("Estimate"))
    else:
        sheet.bookmark(scene.words("Total"), 1)
    if variant == "split":
        _split(sheet, section, decimals)
    else:
        _upright(sheet, section, decimals, ink, with_head)
    return sheet


def close_estimate(scene: Scene, section: EstimatePages, decimals: bool, last: Sheet, y: float) -> list[Sheet]:
    """Put the total below the last section where there is room for all of it; else return a page of its own."""
    grid = scene.grid
    variant = scene.brand.masters["total"].variant
    ink = "on-accent" if variant == "flood" else "ink"
    if variant != "split":
        needed = _rows(Sheet(scene, section.id), section, decimals, ink, grid.top) - grid.top + 3 * grid.step
        if grid.bottom - y >= needed + 4 * grid.step:
            top = grid.down(grid.bottom - needed)
            if variant == "flood":
                page, b = scene.brand.page, scene.brand.page.bleed
                edge = top - 2 * grid.step
                last.add(BoxItem(-b, edge, page.width + 2 * b, page.height + b - edge, fill=scene.brand.color("accent")))
            last.bookmark(scene.words("Total"), 1, top)
            _rows(last, section, decimals, ink, top)
            return []
    return [total_page(scene, section, decimals, with_head=False)]


def _upright(sheet: Sheet, section: EstimatePages, decimals: bool, ink: str, with_head: bool) -> None:
    """The sum over the rows."""
    scene, grid = sheet.scene, sheet.scene.grid
    y = grid.y(1)
    if with_head:
        origin = f"sections/{section.id}"
        words = section.title or scene.words("Estimate")
        y = head(sheet, origin, section.kicker, words, section.lead, lines=2, bookmark=False, color=ink)
    _rows(sheet, section, decimals, ink, y)


def _rows(sheet: Sheet, section: EstimatePages, decimals: bool, ink: str, top: float) -> float:
    """Draw the sum and the rows from `top`, the validity at the foot of the page; return the y below the rows."""
    grid = sheet.scene.grid
    y = _headline(sheet, section, Area.of(grid, top=top), decimals, ink)
    area = Area.of(grid, top=y)
    if section.detail is not Detail.TOTALS:
        y = section_rows(sheet, area, section, y + 2 * grid.step, ink, decimals)
    y = sum_rows(sheet, area, section, y + grid.step, ink, decimals)
    y = option_rows(sheet, area, section, y + 2 * grid.step, ink, decimals)
    _foot(sheet, area, ink)
    return y


def _split(sheet: Sheet, section: EstimatePages, decimals: bool) -> None:
    """The sum at the left of a lying page, the rows at its right."""
    grid = sheet.scene.grid
    left, right = Area.of(grid, 0, 5), Area.of(grid, 6, 6)
    _headline(sheet, section, left, decimals, "ink")
    y = grid.top - grid.step
    if section.detail is not Detail.TOTALS:
        y = section_rows(sheet, right, section, y, "ink", decimals)
    y = sum_rows(sheet, right, section, y + (grid.step if y > grid.top else 0.0), "ink", decimals)
    option_rows(sheet, right, section, y + 2 * grid.step, "ink", decimals)
    _foot(sheet, left, "ink")


def _headline(sheet: Sheet, section: EstimatePages, area: Area, decimals: bool, ink: str) -> float:
    """The sum itself, as large as the area allows."""
    scene, setter = sheet.scene, sheet.scene.setter
    flood = ink == "on-accent"
    y = sheet.place(setter.text("total-label", scene.words("Project total"), area.width, tag=Tag.H2), area.x, area.y)
    amount = scene.words.money(scene.totals.total, scene.proposal.currency, decimals=decimals)
    block = setter.headline("total-value", amount, area.width, 1, origin="estimate", tag=Tag.P)
    y = sheet.place(block, area.x - (3 if flood else 0), y + (0 if flood else area.step))
    facts = " · ".join(fact for fact in (vat_note(scene), hours_note(scene, section)) if fact)
    note = setter.text("lead", facts, area.width, origin="estimate/vat", color=ink if flood else "")
    # The comma of a sum hangs below its row.
    return sheet.place(note, area.x, y + (2 if flood else 1) * area.step)


def _foot(sheet: Sheet, area: Area, ink: str) -> None:
    """How long the offer stands."""
    scene = sheet.scene
    until = scene.proposal.valid_until
    if until:
        text = scene.words("The offer is valid until {date}.", date=scene.words.date(until))
        block = scene.setter.text("item-text", text, area.width, color=ink, origin="valid_until")
        sheet.place(block, area.x, area.bottom - block.height)
