"""A back cover on a lying page: the closing line over the picture, everybody and everything to tap on a panel at the right."""

from app.layout.area import Area
from app.layout.blocks import Block, space, stack
from app.layout.contacts import person_lines, text_stack, way_block
from app.layout.faces import face
from app.layout.farewell import Farewell
from app.layout.logo import mark
from app.layout.long_lead import fitting_lead
from app.layout.page import BoxItem, Item, TextItem
from app.layout.photo import photo, type_over
from app.layout.qr import code, draw_code
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import BackCover

PANEL = 7
"""Twelfths left of the panel."""
FACE_STEPS = 7
CODE_WIDTH = 112.0


def screen_back_cover(sheet: Sheet, section: BackCover, says: Farewell, picture: Picture | None) -> bool:
    """Draw the back cover; tell whether its lead found no place."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, edge = page.bleed, grid.x(PANEL)
    words, left_over = _words(sheet, section, says)
    head = _head(sheet)
    item = photo(scene, picture, (-b, -b, edge + b, page.height + 2 * b), f"{says.origin}/picture") if picture else None
    if item:
        sheet.add(item)
        type_over(sheet, item, (head, "ink"), (words, "ink"))
    else:
        sheet.add(*head, *words)
    sheet.add(BoxItem(edge, -b, page.width + b - edge, page.height + 2 * b, fill=scene.brand.color("wash")))
    inner = edge + 2 * grid.gutter
    _panel(sheet, says, Area(inner, grid.top, grid.right - inner, grid.bottom, grid.gutter, grid.step))
    return left_over


def _head(sheet: Sheet) -> list[Item]:
    """Set mark, name and tagline at the head of the left part."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    studio, y = scene.proposal.studio, grid.top - 0.4 * grid.step
    drawn: list[Item] = [*mark(scene, grid.left, grid.top - 1.4 * grid.step, 17, "accent")]
    drawn.append(TextItem(grid.left + 27, y, setter.line("cover-meta", studio.name), "studio/name"))
    if studio.tagline:
        width = grid.span(PANEL) - 27 - grid.gutter
        setter.text("person-role", studio.tagline, width, origin="studio/tagline", color="ink").draw(drawn, grid.left + 27, y)
    return drawn


def _words(sheet: Sheet, section: BackCover, says: Farewell) -> tuple[list[Item], bool]:
    """Set closing line and lead at the foot of the left part."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    width = grid.span(PANEL) - grid.gutter
    title = setter.headline("closing", says.title, width, 4, origin=f"{says.origin}/title")
    room = grid.bottom - grid.y(3) - title.height - 2 * grid.step
    lead = fitting_lead(scene, says.lead, f"{says.origin}/lead", grid.span(PANEL - 1), room)
    blocks: list[Block] = [title, *([space(2 * grid.step), lead] if lead else [])]
    if section.kicker:
        kicker = setter.text("cover-kicker", section.kicker, width, origin=f"{says.origin}/kicker", color="ink")
        blocks = [kicker, space(grid.step), *blocks]
    drawn: list[Item] = []
    block = stack(blocks)
    block.draw(drawn, grid.left, grid.bottom - block.height)
    return drawn, bool(says.lead) and lead is None


def _panel(sheet: Sheet, says: Farewell, area: Area) -> None:
    """The person at the head, the code with its caption and the studio at the foot."""
    scene, setter, step = sheet.scene, sheet.scene.setter, area.step
    sheet.place(_person(sheet, says, area.width), area.x, area.y - step)
    found = code(says.code, CODE_WIDTH) if says.code else None
    beside = found.side + 1.5 * area.gutter if found else 0.0
    width = area.width - beside
    ways = [way_block(scene, "person-name", way, width) for way in says.studio_ways]
    lines = (
        ("person-role", says.address, "studio/address"),
        ("person-role", says.until, "valid_until"),
    )
    caption = setter.text("person-name", says.caption, width) if found else None
    block = stack([*ways, space(0.5 * step if ways else 0.0), text_stack(scene, lines, width)])
    y = area.bottom - block.height
    sheet.place(block, area.x + beside, y)
    if found and caption:
        top = area.bottom - found.side
        sheet.add(*draw_code(scene, found, area.x, top, f"{says.origin}/link"))
        sheet.place(caption, area.x + beside, min(area.bottom - scene.grid.steps(found.side), y - caption.height - step))


def _person(sheet: Sheet, says: Farewell, width: float) -> Block:
    scene, grid, person = sheet.scene, sheet.scene.grid, says.manager
    ways = [way_block(scene, "lead", way, width) for way in says.ways]
    if person is None:
        studio = scene.proposal.studio
        return stack([text_stack(scene, (("section-title", studio.legal_name or studio.name, "studio/name"),), width), *ways])
    diameter = FACE_STEPS * grid.step
    indent = diameter + 1.2 * grid.gutter
    names = text_stack(scene, person_lines(person), width - indent)
    height = max(grid.steps(diameter), names.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y, diameter))
        names.draw(out, x + indent, y + grid.steps((height - names.height) / 2 - 0.5 * grid.step))

    return stack([Block(height, draw), space(1.5 * grid.step), *ways])
