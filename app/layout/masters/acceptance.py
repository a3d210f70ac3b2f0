"""Acceptance: what is agreed, for how much, and lines to sign for both parties."""

from app.layout.area import Area
from app.layout.flow import fill
from app.layout.heads import head, is_centred, side_head
from app.layout.page import Tag
from app.layout.parties import parties
from app.layout.scene import Scene, Sheet
from app.model.sections import Acceptance


def acceptance(scene: Scene, section: Acceptance) -> list[Sheet]:
    """Lay out the page to sign; the signatures stand at its foot."""
    grid, setter = scene.grid, scene.setter
    sheet = Sheet(scene, section.id)
    if scene.brand.masters["acceptance"].variant == "side":
        return _side(sheet, section)
    origin = f"sections/{section.id}"
    y = head(sheet, origin, section.kicker, section.title or scene.words("Acceptance"), "", lines=2)
    column, span = (1, 10) if is_centred(sheet) else (3, 9)
    y = _subject(sheet, Area.of(grid, column, span, y + grid.step))
    blocks = setter.rich("letter", section.text, grid.span(span - 1), f"{origin}/text")
    both = parties(scene, grid.measure)
    sheets = [sheet]
    rest = tuple(blocks)
    while True:
        filled = fill(rest, grid.bottom - y)
        filled.draw(sheets[-1].items, grid.x(column), y)
        y = grid.down(y + filled.used)
        rest = filled.rest
        if not rest and (grid.bottom - y >= both.height + grid.step or not filled.placed):
            break
        sheets.append(Sheet(scene, section.id))
        y = grid.top
    sheets[-1].place(both, grid.left, grid.bottom - both.height)
    return sheets


def _side(sheet: Sheet, section: Acceptance) -> list[Sheet]:
    """What is agreed at the left of a lying page, the words and the signatures at its right."""
    scene, grid = sheet.scene, sheet.scene.grid
    origin = f"sections/{section.id}"
    area = side_head(sheet, origin, section.kicker, section.title or scene.words("Acceptance"), "", columns=5)
    both = parties(scene, area.width)
    _subject(sheet, Area.of(grid, 0, 5, grid.bottom - 9 * grid.step))
    sheets = [sheet]
    rest = tuple(scene.setter.rich("letter", section.text, area.width, f"{origin}/text"))
    while True:
        filled = fill(rest, area.height)
        filled.draw(sheets[-1].items, area.x, area.y)
        rest = filled.rest
        if not rest and (area.height - filled.used >= both.height + grid.step or not filled.placed):
            break
        sheets.append(Sheet(scene, section.id))
    sheets[-1].place(both, area.x, area.bottom - both.height)
    return sheets


def _subject(sheet: Sheet, area: Area) -> float:
    """The facts that are accepted: proposal, date and the sum."""
    scene, setter, words = sheet.scene, sheet.scene.setter, sheet.scene.words
    proposal = scene.proposal
    date = words.date(proposal.date)
    number = (
        words("Proposal No. {number} of {date}", number=proposal.number, date=date)
        if proposal.number
        else words("Proposal of {date}", date=date)
    )
    y = sheet.place(setter.text("cell-strong", number, area.width, origin="number"), area.x, area.y)
    y = sheet.place(setter.text("cell", proposal.title, area.width, origin="title"), area.x, y)
    amount = setter.headline("sum", scene.money(scene.totals.total), area.width, 1, origin="estimate", tag=Tag.P)
    return sheet.place(amount, area.x - 1, y + area.step) + area.step
