"""A back cover on a lying page: the closing line over the picture, everybody and everything to tap on a panel at the right."""

from app.layout.area import Area
from app.layout.blocks import Block, space, stack
from app.layout.contacts import person_lines, text_stack, way_block
from app.layout.faces import face
from app.layout.farewell import Farewell
from app.layout.grid import Grid
from app.layout.logo import mark, room
from app.layout.long_lead import fitting_lead
from app.layout.page import BoxItem, Item, TextItem
from app.layout.photo import ink_over, photo, type_over
from app.layout.qr import code, draw_code
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import BackCover
from app.text.style import Align

PANEL, SMALL_PANEL = 7, 6
"""Twelfths left of the panel, and of that on a page with a type area narrower than NARROW points."""
NARROW = 640.0
PERSONS = (("lead", 7), ("person-name", 4), ("person-name", 0))
"""The type of the ways to reach somebody and the steps of their photograph, none on the smallest panels."""
CODE_WIDTH = 112.0
CODE_SHARE = 0.42
"""How much of the panel's width the code may take."""


def screen_back_cover(sheet: Sheet, section: BackCover, says: Farewell, picture: Picture | None, panel: str = "wash") -> bool:
    """Draw the back cover with a panel in a colour of the palette, `wash` or `accent`; tell whether its lead found no place."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, edge = page.bleed, grid.x(_panel_column(grid))
    ink = ink_over(scene) if picture else "ink"
    words, left_over = _words(sheet, section, says, ink)
    head = _head(sheet, ink)
    item = photo(scene, picture, (-b, -b, edge + b, page.height + 2 * b), f"{says.origin}/picture") if picture else None
    if item:
        sheet.add(item)
        type_over(sheet, item, (head, ink), (words, ink))
    else:
        sheet.add(*head, *words)
    sheet.add(BoxItem(edge, -b, page.width + b - edge, page.height + 2 * b, fill=scene.brand.color(panel)))
    inner = edge + 2 * grid.gutter
    _panel(
        sheet,
        says,
        Area(inner, grid.top, grid.right - inner, grid.bottom, grid.gutter, grid.step),
        "" if panel == "wash" else f"on-{panel}",
    )
    return left_over


def _panel_column(grid: Grid) -> int:
    return PANEL if grid.measure >= NARROW else SMALL_PANEL


def _head(sheet: Sheet, ink: str) -> list[Item]:
    """Set mark, name and tagline at the head of the left part."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    studio, y = scene.proposal.studio, grid.top - 0.4 * grid.step
    drawn: list[Item] = [*mark(scene, grid.left, grid.top - 1.4 * grid.step, 17, "accent" if ink == "ink" else ink)]
    begin = room(scene, 17, 27)
    drawn.append(TextItem(grid.left + begin, y, setter.line("cover-meta", studio.name, color=ink), "studio/name"))
    if studio.tagline:
        width = grid.span(_panel_column(grid)) - begin - grid.gutter
        setter.text("person-role", studio.tagline, width, origin="studio/tagline", color=ink).draw(drawn, grid.left + begin, y)
    return drawn


def _words(sheet: Sheet, section: BackCover, says: Farewell, ink: str) -> tuple[list[Item], bool]:
    """Set closing line and lead at the foot of the left part."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    width = grid.span(_panel_column(grid)) - grid.gutter
    title = setter.headline("closing", says.title, width, 4, origin=f"{says.origin}/title", color=ink)
    room = grid.bottom - grid.y(3) - title.height - 2 * grid.step
    lead = fitting_lead(scene, says.lead, f"{says.origin}/lead", grid.span(_panel_column(grid) - 1), room, ink)
    blocks: list[Block] = [title, *([space(2 * grid.step), lead] if lead else [])]
    if section.kicker:
        kicker = setter.text("cover-kicker", section.kicker, width, origin=f"{says.origin}/kicker", color=ink)
        blocks = [kicker, space(grid.step), *blocks]
    drawn: list[Item] = []
    block = stack(blocks)
    block.draw(drawn, grid.left, grid.bottom - block.height)
    return drawn, bool(says.lead) and lead is None


def _panel(sheet: Sheet, says: Farewell, area: Area, color: str) -> None:
    """The person at the head; at the foot the code, and beside it its caption and the studio. On small pages the photograph gives
    way, then what is said about the studio.
    """
    scene = sheet.scene
    found = code(says.code, min(CODE_WIDTH, CODE_SHARE * area.width)) if says.code else None
    x = area.x + found.side + 1.2 * area.gutter if found else area.x
    persons = [_person(sheet, says, area.width, style, steps, color) for style, steps in PERSONS]
    pairs = [(person, _facts(sheet, says, area.right - x, color, whole=whole)) for whole in (True, False) for person in persons]
    code_top = area.bottom - scene.grid.steps(found.side) if found else area.bottom
    for person, (caption, facts) in pairs:
        top = min(code_top, area.bottom - facts.height - caption.height - (area.step if found else 0.0))
        if person.height <= top - area.y:
            break
    sheet.place(person, area.x, area.y - area.step)
    sheet.place(facts, x, area.bottom - facts.height)
    if found:
        sheet.add(*draw_code(scene, found, area.x, area.bottom - found.side, f"{says.origin}/link"))
        sheet.place(caption, x, top)


def _facts(sheet: Sheet, says: Farewell, width: float, color: str, *, whole: bool) -> tuple[Block, Block]:
    """Return what the code does, and how to reach the studio, where it is and how long the offer stands; the last alone if not
    all of it is wanted.
    """
    scene, step = sheet.scene, sheet.scene.grid.step
    ways = [way_block(scene, "person-name", way, width, color=color) for way in says.studio_ways if whole]
    address = says.address if whole else ""
    lines = (("person-role", address, "studio/address"), ("person-role", says.until, "valid_until"))
    caption = text_stack(scene, (("person-name", says.caption, ""),), width, color=color)
    return caption, stack([*ways, space(0.5 * step if ways else 0.0), text_stack(scene, lines, width, color=color)])


def _person(sheet: Sheet, says: Farewell, width: float, style: str, steps: int, color: str) -> Block:
    """Face, name and role, and the ways to reach somebody in a style of type."""
    scene, grid, person = sheet.scene, sheet.scene.grid, says.manager
    ways = [way_block(scene, style, way, width, color=color, align=Align.LEFT) for way in says.ways]
    if person is None:
        studio = scene.proposal.studio
        return stack(
            [text_stack(scene, (("section-title", studio.legal_name or studio.name, "studio/name"),), width, color=color), *ways]
        )
    diameter = steps * grid.step
    indent = diameter + 1.2 * grid.gutter if steps else 0.0
    names = text_stack(scene, person_lines(person), width - indent, color=color, align=Align.LEFT)
    height = max(grid.steps(diameter), names.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        if steps:
            out.extend(face(scene, person, x, y, diameter))
        names.draw(out, x + indent, y + max(0.0, grid.steps((height - names.height) / 2 - 0.5 * grid.step)))

    return stack([Block(height, draw), space(1.5 * grid.step), *ways])
