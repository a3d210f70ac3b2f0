"""A back cover that is a field of one colour: the closing line as large as it gets, the facts in columns at the foot."""

import re
from collections.abc import Sequence

from app.layout.blocks import Block, TextBlock, space, stack
from app.layout.contacts import person_lines, text_stack, way_block
from app.layout.faces import face
from app.layout.farewell import Farewell
from app.layout.grid import Grid
from app.layout.logo import mark, room
from app.layout.long_lead import leads
from app.layout.page import Item, RuleItem, TextItem
from app.layout.photo import photo, type_over
from app.layout.qr import code, draw_code
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import BackCover
from app.text.style import Align

FACE_STEPS = (6, 5, 4, 3)
"""Diameter of the photograph in baseline steps, the first that leaves room for the words of the name."""
PICTURES = (0.46, 0.4, 0.34, 0.28)
"""Parts of the page's height that a picture may take; longer words need more room."""
EMBLEM = 0.3


def flood_back_cover(sheet: Sheet, section: BackCover, says: Farewell, picture: Picture | None, ground: str = "accent") -> bool:
    """Draw the back cover on a colour of the palette, `paper` or `accent`; tell whether its lead found no place."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    ink = "ink" if ground == "paper" else f"on-{ground}"
    sheet.ground(ground)
    foot = _foot(sheet, says, ink)
    title = setter.headline("closing", says.title, grid.measure, 3, origin=f"{says.origin}/title", color=ink)
    tried = list(leads(scene, says.lead, f"{says.origin}/lead", grid.span(9), ink))
    share, lead = _arranged(grid, foot - grid.step, title.height, tried, pictured=picture is not None)
    top = _top(grid, share)
    _head(sheet, section, says, ink, picture if share else None, top - 2 * grid.step)
    y = sheet.place(title, grid.left - 3, top)
    if lead:
        sheet.place(lead, grid.left, y + 3 * grid.step)
    elif not tried and not share:
        _emblem(sheet, y + 4 * grid.step, foot - grid.step, ink)
    return bool(tried) and lead is None


def _top(grid: Grid, share: float) -> float:
    """Return where the words begin below a picture that takes a share of the page."""
    return grid.down(grid.height * share) + 2 * grid.step if share else grid.y(2)


def _arranged(
    grid: Grid, bottom: float, title: float, tried: Sequence[TextBlock], *, pictured: bool
) -> tuple[float, TextBlock | None]:
    """Return the picture's share of the page and the lead that fits under it: rather a smaller picture than a smaller
    lead, and rather that than no picture."""
    shares = [share for share in PICTURES if pictured and _top(grid, share) + title <= bottom]
    pairs = [(share, lead) for lead in tried for share in shares] + [(0.0, lead) for lead in tried]
    for share, lead in pairs:
        if _top(grid, share) + title + 3 * grid.step + lead.height <= bottom:
            return share, lead
    return (0.0 if tried else next(iter(shares), 0.0)), None


def _emblem(sheet: Sheet, top: float, bottom: float, ink: str) -> None:
    """Fill a page that says little with the mark, as large as there is room."""
    grid = sheet.scene.grid
    height = min(bottom - top, EMBLEM * grid.height)
    if height >= 8 * grid.step:
        sheet.add(*mark(sheet.scene, grid.left, bottom - height, height, ink, widest=grid.measure / height))


def _head(sheet: Sheet, section: BackCover, says: Farewell, ink: str, picture: Picture | None, bottom: float) -> None:
    """The line at the top that mirrors the cover's, over the picture if there is one."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    setter, y = scene.setter, grid.top - 2 * grid.step
    ink = "on-picture" if picture else ink
    drawn: list[Item] = [*mark(scene, grid.left, y - 8.5, 12, ink)]
    begin = grid.left + room(scene, 12, 17)
    drawn.append(TextItem(begin, y + 1, setter.line("cover-meta", scene.proposal.studio.name, color=ink), "studio/name"))
    kicker = setter.line("cover-kicker", section.kicker or scene.words("Contacts"), color=ink)
    drawn.append(TextItem(grid.x(6), y + 1, kicker, f"{says.origin}/kicker"))
    drawn.append(RuleItem(grid.left, y + 8, grid.right, y + 8, scene.brand.hairline * 1.5, scene.brand.color(ink)))
    if picture is None:
        sheet.add(*drawn)
        return
    b, treatment = page.bleed, scene.brand.pictures.cover_treatment
    item = photo(scene, picture, (-b, -b, page.width + 2 * b, bottom + b), f"{says.origin}/picture", treatment=treatment)
    sheet.add(item)
    type_over(sheet, item, (drawn, ink))


def _foot(sheet: Sheet, says: Farewell, ink: str) -> float:
    """Who answers, the studio and the code in three columns, tagline and validity under a rule; return where it begins."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    last = grid.bottom
    below = (
        (scene.proposal.studio.tagline, grid.left, Align.LEFT, "studio/tagline"),
        (says.until, grid.x(6), Align.RIGHT, "valid_until"),
    )
    if any(text for text, *_ in below):
        last -= 2 * grid.step
        sheet.add(RuleItem(grid.left, last, grid.right, last, scene.brand.hairline * 1.5, scene.brand.color(ink)))
    for text, x, align, origin in below:
        if text:
            sheet.place(setter.text("cover-meta", text, grid.span(6), origin=origin, color=ink, align=align), x, last + grid.step)
    found = _code(sheet, says, grid.span(3), ink)
    edge = grid.right - found[1] - grid.gutter if found else grid.right
    studio = _studio(sheet, says, min(grid.span(4 if found is None else 3), edge - grid.x(6)), ink)
    columns = [(_person(sheet, says, grid.span(6) - grid.gutter, ink), grid.left), (studio, grid.x(6))]
    if found:
        columns.append((found[0], grid.right - found[1]))
    height = max(block.height for block, _ in columns)
    top = grid.down(last - height - 1.5 * grid.step)
    for block, x in columns:
        sheet.place(block, x, top)
    return top - 2 * grid.step


def _person(sheet: Sheet, says: Farewell, width: float, ink: str) -> Block:
    """Face, name and role of the manager, and beneath them the ways to reach them, large."""
    scene, grid, person = sheet.scene, sheet.scene.grid, says.manager
    ways = [way_block(scene, "lead", way, width, color=ink) for way in says.ways]
    if person is None:
        studio = scene.proposal.studio
        return stack(
            [text_stack(scene, (("portrait-name", studio.legal_name or studio.name, "studio/name"),), width, color=ink), *ways]
        )
    words = [scene.setter.line("portrait-name", word).width for word in re.split(r"[\s-]+", person.name)]
    rooms = [(steps * grid.step, width - steps * grid.step - grid.gutter * 1.2) for steps in FACE_STEPS]
    diameter = next((diameter for diameter, room in rooms if room >= max(words)), rooms[-1][0])
    indent = diameter + grid.gutter * 1.2
    names = text_stack(scene, person_lines(person), width - indent, color=ink)
    height = max(diameter, names.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y, diameter))
        names.draw(out, x + indent, y + grid.steps((height - names.height) / 2 - grid.step * 0.6))

    return stack([Block(grid.steps(height), draw), space(grid.step), *ways])


def _studio(sheet: Sheet, says: Farewell, width: float, ink: str) -> Block:
    scene, studio = sheet.scene, sheet.scene.proposal.studio
    lines = (("cover-kicker", studio.name if says.manager else "", "studio/name"), ("cover-meta", says.address, "studio/address"))
    ways = [way_block(scene, "cover-meta", way, width, color=ink) for way in says.studio_ways]
    return stack([text_stack(scene, lines, width, color=ink), *ways])


def _code(sheet: Sheet, says: Farewell, width: float, ink: str) -> tuple[Block, float] | None:
    """Return the code over its caption, and how wide it is."""
    if not says.code:
        return None
    scene, grid = sheet.scene, sheet.scene.grid
    found = code(says.code, width)
    caption = scene.setter.text("caption", says.caption, found.side, color=ink)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(draw_code(scene, found, x, y, f"{says.origin}/link"))
        caption.draw(out, x, y + grid.steps(found.side))

    return Block(grid.steps(found.side) + caption.height, draw), found.side
