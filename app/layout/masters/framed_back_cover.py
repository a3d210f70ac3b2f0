"""A back cover like that of a literary magazine: a thin frame, everything in the middle, person and code side by side."""

from app.layout.blocks import Block, space, stack
from app.layout.contacts import face_block, person_lines, text_stack, way_block
from app.layout.farewell import Farewell
from app.layout.logo import mark
from app.layout.long_lead import leads
from app.layout.masters.covers.framed import MARK, mark_top
from app.layout.page import BoxItem, Item, RuleItem
from app.layout.photo import photo
from app.layout.qr import Code, code, draw_code
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import BackCover
from app.text.style import Align

FACE_STEPS, SMALL_FACE_STEPS = 6, 4
CODE_WIDTH, SMALL_CODE_WIDTH = 108.0, 76.0
LOW = 45
"""A page of fewer baseline steps has small photographs and codes."""
FRAME = 0.7
LEAST_PICTURE, LARGEST_PICTURE = 9, 24
"""Baseline steps; where there is room for less, the picture is left out."""


def framed_back_cover(sheet: Sheet, section: BackCover, says: Farewell, picture: Picture | None) -> bool:
    """Draw the back cover; tell whether its lead found no place."""
    scene, grid, page, setter = sheet.scene, sheet.scene.grid, sheet.scene.brand.page, sheet.scene.setter
    inset, line = page.left * 0.42, scene.brand.color("line")
    sheet.add(BoxItem(inset, inset, page.width - 2 * inset, page.height - 2 * inset, stroke=line, stroke_width=FRAME))
    top, foot = _head(sheet, section, says), _foot(sheet, says)
    width, x = grid.span(10), grid.x(1)
    title = setter.headline("closing", says.title, width, 3, origin=f"{says.origin}/title", align="center")
    rest = foot - top - title.height - 3 * grid.step
    found = leads(scene, says.lead, f"{says.origin}/lead", width, align=Align.CENTER)
    tried = [lead for lead in found if lead.height <= rest - grid.step]
    least = (LEAST_PICTURE + 4) * grid.step if picture else 0.0
    lead = next((lead for lead in tried if lead.height + least <= rest - grid.step), tried[0] if tried else None)
    words = stack([title, _rule(sheet, width), *([lead] if lead else [])])
    free = foot - top - words.height
    if picture and free >= least:
        height = _picture(sheet, says, picture, top, free)
        sheet.place(words, x, height + 2 * grid.step)
    else:
        sheet.place(words, x, grid.down(top + free * 0.42))
    return bool(says.lead) and lead is None


def _picture(sheet: Sheet, says: Farewell, picture: Picture, top: float, free: float) -> float:
    """Draw the picture in the middle of the free height above the words; return its foot."""
    scene, grid = sheet.scene, sheet.scene.grid
    height = int(min(free / grid.step - 4, LARGEST_PICTURE)) * grid.step
    across = min(grid.measure, height * min(max(scene.aspect(picture.file), 0.75), 1.9))
    y = grid.down(top + (free - height - 2 * grid.step) * 0.4)
    x = (grid.left + grid.right - across) / 2
    sheet.add(photo(scene, picture, (x, y, across, height), f"{says.origin}/picture"))
    return y + height


def _head(sheet: Sheet, section: BackCover, says: Farewell) -> float:
    """Mark and name of the studio; return the y below them."""
    scene, grid, studio = sheet.scene, sheet.scene.grid, sheet.scene.proposal.studio
    centre = (grid.left + grid.right) / 2
    sheet.add(*mark(scene, centre, mark_top(scene), MARK, "accent", align=Align.CENTER))
    lines = (
        ("kicker", studio.name, "studio/name"),
        ("caption", studio.tagline, "studio/tagline"),
        ("kicker", section.kicker, f"{says.origin}/kicker"),
    )
    y = sheet.place(text_stack(scene, lines[:2], grid.measure, align=Align.CENTER), grid.left, grid.y(0.5))
    if section.kicker:
        y = sheet.place(text_stack(scene, lines[2:], grid.measure, align=Align.CENTER), grid.left, y + 2 * grid.step)
    return grid.down(y + grid.step)


def _rule(sheet: Sheet, width: float) -> Block:
    step, color = sheet.scene.grid.step, sheet.scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x + width / 2 - 18, y + 2 * step, x + width / 2 + 18, y + 2 * step, 0.9, color))

    return Block(3 * step, draw)


def _foot(sheet: Sheet, says: Farewell) -> float:
    """Person and code with a thin line between them, address and validity beneath; return where it begins."""
    scene, grid = sheet.scene, sheet.scene.grid
    site = [way for way in says.studio_ways if way.origin == "studio/site"]
    below = stack(
        [
            text_stack(scene, (("caption", says.address, "studio/address"),), grid.measure, align=Align.CENTER),
            *(way_block(scene, "caption", way, grid.measure, align=Align.CENTER) for way in site),
            text_stack(scene, (("caption", says.until, "valid_until"),), grid.measure, align=Align.CENTER),
        ]
    )
    last = grid.bottom + grid.step - below.height
    sheet.place(below, grid.left, last)
    found = code(says.code, CODE_WIDTH if grid.rows >= LOW else SMALL_CODE_WIDTH) if says.code else None
    span = grid.span(6) - grid.gutter if found else grid.measure
    blocks = [(_person(sheet, says, span), grid.left)]
    if found:
        blocks.append((_code(sheet, says, found, span), grid.right - span))
    height = max(block.height for block, _ in blocks)
    top = grid.down(last - height - 3 * grid.step)
    for block, x in blocks:
        sheet.place(block, x, top + grid.steps((height - block.height) / 2 - 0.5 * grid.step))
    if found:
        middle, color = (grid.left + grid.right) / 2, scene.brand.color("line")
        sheet.add(RuleItem(middle, top, middle, top + height, scene.brand.hairline, color))
    return top - 2 * grid.step


def _person(sheet: Sheet, says: Farewell, width: float) -> Block:
    scene, grid, person = sheet.scene, sheet.scene.grid, says.manager
    ways = [way_block(scene, "total-row", way, width, color="ink", align=Align.CENTER) for way in says.ways]
    if person is None:
        studio = scene.proposal.studio
        name = (("portrait-name", studio.legal_name or studio.name, "studio/name"),)
        return stack([text_stack(scene, name, width, align=Align.CENTER), *ways])
    names = text_stack(scene, person_lines(person), width, align=Align.CENTER)
    diameter = (FACE_STEPS if grid.rows >= LOW else SMALL_FACE_STEPS) * grid.step
    return stack([face_block(scene, person, diameter, width), space(0.5 * grid.step), names, space(0.5 * grid.step), *ways])


def _code(sheet: Sheet, says: Farewell, found: Code, width: float) -> Block:
    scene, grid = sheet.scene, sheet.scene.grid
    caption = scene.setter.text("caption", says.caption, min(width, 1.7 * found.side), align=Align.CENTER, balance=True)
    beside = (width - min(width, 1.7 * found.side)) / 2

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(draw_code(scene, found, x + (width - found.side) / 2, y, f"{says.origin}/link"))
        caption.draw(out, x + beside, y + grid.steps(found.side))

    return Block(grid.steps(found.side) + caption.height, draw)
