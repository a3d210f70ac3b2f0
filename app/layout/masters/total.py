"""The page of the total: what the client pays, by section, with discount and VAT. Nothing on it is smaller than it must be."""

from dataclasses import replace

from app.layout.area import Area
from app.layout.heads import head
from app.layout.page import BoxItem, Tag
from app.layout.reckoning import Ledger, hours_note, option_rows, section_rows, sum_rows, vat_note
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
        probe = Ledger(Sheet(scene, section.id), Area.of(grid), section, ink, decimals)
        # The optional items stand in the table above already, so they need not stand here again.
        needed = _rows(probe, options=False) - grid.top + 3 * grid.step
        if grid.bottom - y >= needed + 4 * grid.step:
            top = grid.down(grid.bottom - needed)
            if variant == "flood":
                page, b = scene.brand.page, scene.brand.page.bleed
                edge = top - 2 * grid.step
                last.add(BoxItem(-b, edge, page.width + 2 * b, page.height + b - edge, fill=scene.brand.color("accent")))
            last.bookmark(scene.words("Total"), 1, top)
            _rows(Ledger(last, Area.of(grid, top=top), section, ink, decimals), options=False)
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
    area = Area.of(grid, top=y)
    probe = Ledger(Sheet(scene, section.id), area, section, ink, decimals, air=1)
    air = 1 if _rows(probe, options=True) <= grid.bottom - 3 * grid.step else 0
    _rows(Ledger(sheet, area, section, ink, decimals, air=air), options=True)


def _rows(ledger: Ledger, *, options: bool) -> float:
    """Draw the sum and the rows from the area's top, the validity at its foot; return the y below the rows."""
    y = _headline(ledger)
    step = ledger.area.step
    if ledger.section.detail is not Detail.TOTALS:
        y = section_rows(ledger, y + 2 * step)
    y = sum_rows(ledger, y + step)
    if options:
        y = option_rows(ledger, y + 2 * step)
    _foot(ledger)
    return y


def _split(sheet: Sheet, section: EstimatePages, decimals: bool) -> None:
    """The sum at the left of a lying page, the rows at its right."""
    grid = sheet.scene.grid
    left = Ledger(sheet, Area.of(grid, 0, 5), section, "ink", decimals)
    right = replace(left, area=Area.of(grid, 6, 6))
    _headline(left)
    y = grid.top - grid.step
    if section.detail is not Detail.TOTALS:
        y = section_rows(right, y)
    y = sum_rows(right, y + (grid.step if y > grid.top else 0.0))
    option_rows(right, y + 2 * grid.step)
    _foot(left)


def _headline(ledger: Ledger) -> float:
    """The sum itself, as large as the area allows."""
    area = ledger.area
    scene, setter = ledger.sheet.scene, ledger.sheet.scene.setter
    flood = ledger.ink == "on-accent"
    y = ledger.sheet.place(setter.text("total-label", scene.words("Project total"), area.width, tag=Tag.H2), area.x, area.y)
    block = setter.headline("total-value", ledger.money(scene.totals.total), area.width, 1, origin="estimate", tag=Tag.P)
    y = ledger.sheet.place(block, area.x - (3 if flood else 0), y + (0 if flood else area.step))
    facts = " · ".join(fact for fact in (vat_note(scene), hours_note(scene, ledger.section)) if fact)
    note = setter.text("lead", facts, area.width, origin="estimate/vat", color=ledger.ink if flood else "")
    # The comma of a sum hangs below its row.
    return ledger.sheet.place(note, area.x, y + (2 if flood else 1) * area.step)


def _foot(ledger: Ledger) -> None:
    """How long the offer stands."""
    scene, area = ledger.sheet.scene, ledger.area
    until = scene.proposal.valid_until
    if until:
        text = scene.words("The offer is valid until {date}.", date=scene.words.date(until))
        block = scene.setter.text("item-text", text, area.width, color=ledger.ink, origin="valid_until")
        ledger.sheet.place(block, area.x, area.bottom - block.height)
