"""An opener like the title page of a chapter: a numeral, a picture in a thin frame, the words in the middle, much white."""

from app.layout.blocks import Block
from app.layout.giant import Giant, giant
from app.layout.opener_words import opener_number, opener_words
from app.layout.page import BoxItem, Item, PathItem, RuleItem
from app.layout.photo import photo, readable
from app.layout.scene import Scene, Sheet
from app.model.picture import Picture
from app.model.sections import Opener

MOUNT = 9.0
"""Points of paper between a picture and its frame."""
FRAME = 0.7
NARROWEST, WIDEST = 0.72, 1.6
"""Pictures are cropped to an aspect ratio between these."""
WORDS = (0.55, 0.7)
"""Parts of the height that words may take beneath a picture, the second where a lead needs it."""
NUMERAL_STEPS = 4
BESIDE = 6
"""Twelfths that a picture at the side takes."""
FRAME_STEPS, LOW_FRAME_STEPS = 9, 2
"""How far the frame of a page without a picture stands from the type area's top, in baseline steps at most, and on a page with"""
LOW = 30
"""fewer steps than this."""


def framed_opener(sheet: Sheet, section: Opener) -> bool:
    """Draw the opener; tell whether its lead found no place."""
    picture, grid = readable(sheet.scene, section.picture), sheet.scene.grid
    if picture is None:
        return _plain(sheet, section)
    return _beside(sheet, section, picture) if grid.lying else _above(sheet, section, picture)


def _numeral(scene: Scene, section: Opener, steps: float) -> Giant:
    return giant(scene.setter, "opener-number", opener_number(scene, section), steps * scene.grid.step, scene.grid.span(8))


def _rule(scene: Scene, width: float) -> Block:
    """A short rule in the middle of a column."""
    step = scene.grid.step

    def draw(out: list[Item], x: float, y: float) -> None:
        middle, at = x + width / 2, y + 2 * step
        out.append(RuleItem(middle - 18, at, middle + 18, at, 0.9, scene.brand.color("line")))

    return Block(3 * step, draw)


def _above(sheet: Sheet, section: Opener, picture: Picture) -> bool:
    """The numeral over the framed picture, the words at the foot."""
    scene, grid = sheet.scene, sheet.scene.grid
    centre, width = (grid.left + grid.right) / 2, grid.span(10)
    numeral = _numeral(scene, section, NUMERAL_STEPS)
    top = grid.top + (NUMERAL_STEPS + 4) * grid.step
    tried = [opener_words(scene, section, width, (grid.bottom - top) * share, rule=_rule(scene, width)) for share in WORDS]
    words = next((words for words in tried if not words.left_over), tried[0])
    aspect = min(max(scene.aspect(picture.file), NARROWEST), WIDEST)
    height = min(grid.bottom - words.block.height - 3 * grid.step - top, width / aspect)
    shown = min(width, height * aspect)
    free = grid.bottom - words.block.height - 3 * grid.step - top - height
    top = grid.down(top + free * 0.4)
    x = centre - shown / 2
    sheet.add(numeral.item(centre - numeral.width / 2, top - 2.5 * grid.step, f"sections/{section.id}/number"))
    sheet.add(photo(scene, picture, (x, top, shown, height), f"sections/{section.id}/picture"))
    _frame(sheet, x - MOUNT, top - MOUNT, shown + 2 * MOUNT, height + 2 * MOUNT)
    sheet.place(words.block, grid.x(1), grid.down(top + height + 2 * grid.step))
    return words.left_over


def _beside(sheet: Sheet, section: Opener, picture: Picture) -> bool:
    """The framed picture at the left of a lying page, numeral and words at its right."""
    scene, grid = sheet.scene, sheet.scene.grid
    origin, height = f"sections/{section.id}", grid.bottom - grid.top - 2 * MOUNT
    aspect = min(max(scene.aspect(picture.file), NARROWEST), WIDEST)
    shown = min(grid.span(BESIDE) - 2 * MOUNT, height * aspect)
    left, top = grid.x(BESIDE) - grid.gutter - MOUNT - shown, grid.top + MOUNT
    height = min(height, max(shown / aspect, shown))
    top += (grid.bottom - grid.top - 2 * MOUNT - height) / 2
    sheet.add(photo(scene, picture, (left, top, shown, height), f"{origin}/picture"))
    _frame(sheet, left - MOUNT, top - MOUNT, shown + 2 * MOUNT, height + 2 * MOUNT)
    width = grid.span(12 - BESIDE) - grid.gutter
    numeral = _numeral(scene, section, NUMERAL_STEPS * 0.75)
    room = grid.bottom - grid.top - numeral.height - 2 * grid.step
    words = opener_words(scene, section, width, room, rule=_rule(scene, width))
    y = grid.down(grid.top + max(0.0, room - words.block.height) * 0.46) + grid.step
    x = grid.right - width
    sheet.add(numeral.item(x + (width - numeral.width) / 2, y + numeral.height, f"{origin}/number"))
    sheet.place(words.block, x, grid.down(y + numeral.height + grid.step))
    return words.left_over


def _plain(sheet: Sheet, section: Opener) -> bool:
    """A large frame whose upper edge the numeral interrupts, the words in its middle."""
    scene, grid = sheet.scene, sheet.scene.grid
    low = grid.rows < LOW
    centre, width = (grid.left + grid.right) / 2, grid.span(10 if low else 8)
    numeral = _numeral(scene, section, min(NUMERAL_STEPS * 1.5, grid.rows / 8))
    inset = LOW_FRAME_STEPS if low else min(FRAME_STEPS, grid.rows // 6)
    top, bottom = grid.y(inset), grid.bottom - round(inset * 0.55) * grid.step
    _frame(sheet, grid.left, top, grid.measure, bottom - top, gap=numeral.width + 4 * grid.step)
    sheet.add(numeral.item(centre - numeral.width / 2, top + numeral.height / 2, f"sections/{section.id}/number"))
    room = bottom - top - grid.steps(numeral.height / 2) - 5 * grid.step
    words = opener_words(scene, section, width, room, lines=4, rule=_rule(scene, width))
    y = grid.down(top + max(numeral.height / 2 + 1.5 * grid.step, (bottom - top - words.block.height) * 0.46))
    sheet.place(words.block, centre - width / 2, y)
    return words.left_over


def _frame(sheet: Sheet, x: float, y: float, width: float, height: float, gap: float = 0.0) -> None:
    """Draw a thin frame; `gap` leaves so much of its upper edge open."""
    color = sheet.scene.brand.color("line")
    if not gap:
        sheet.add(BoxItem(x, y, width, height, stroke=color, stroke_width=FRAME))
        return
    right, bottom, side = x + width, y + height, (width - gap) / 2
    path = (("M", right - side, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("L", x, y), ("L", x + side, y))
    sheet.add(PathItem(path, stroke=color, stroke_width=FRAME))
