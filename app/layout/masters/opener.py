"""The page that opens a part: a giant number, a title, a sentence, a picture."""

from app.layout.giant import giant
from app.layout.long_lead import lead_pages
from app.layout.masters.framed_opener import framed_opener
from app.layout.masters.lying.opener import screen_opener
from app.layout.opener_words import opener_number, opener_words
from app.layout.page import Item
from app.layout.photo import photo, readable, type_over
from app.layout.scene import Scene, Sheet
from app.model.sections import Opener

NUMBER = 0.5
"""How high the number is, as a part of the page's height, where the brand does not say."""
LEAST_NUMBER = 0.16
LEAST_PICTURE = 12
"""Baseline steps of the picture that stay free of words."""


def opener(scene: Scene, section: Opener) -> list[Sheet]:
    """Lay out the opener in the brand's variant: `flood` and `paper` with a giant number, `framed`, or `screen`.

    Lying pages have the number beside the words, whatever the brand.
    """
    variant = scene.brand.masters["opener"].variant
    sheet = Sheet(scene, section.id)
    sheet.bookmark(section.title or section.kicker or scene.words("Part {number}", number=opener_number(scene, section)))
    if variant == "framed":
        left_over = framed_opener(sheet, section)
    elif scene.grid.lying or (variant == "screen" and readable(scene, section.picture)):
        left_over = screen_opener(sheet, section, "accent" if variant == "flood" else "")
    else:
        left_over = _poster(sheet, section, flood=variant not in ("paper", "screen"))
    return [sheet, *(lead_pages(scene, section.id, section.lead) if left_over else ())]


def _poster(sheet: Sheet, section: Opener, *, flood: bool) -> bool:
    """A number as high as half the page; the words at the foot, over the picture that the number stands on."""
    scene, grid = sheet.scene, sheet.scene.grid
    picture = readable(scene, section.picture)
    sheet.chrome = ink = "on-accent" if flood else "ink"
    top = grid.top + 2 * grid.step
    share = scene.brand.masters["opener"].number("number", NUMBER)
    free = (LEAST_PICTURE if picture else 3) * grid.step
    room = grid.bottom - top - LEAST_NUMBER * grid.height - free
    color = "on-picture" if picture else ink
    words = opener_words(scene, section, grid.measure, room, color=color, lead_width=grid.span(9))
    height = min(share * grid.height, grid.bottom - top - words.block.height - free)
    if flood:
        sheet.ground("accent")
    height = max(height, 4 * grid.step)
    figures = opener_number(scene, section)
    number = giant(scene.setter, "opener-number", figures, height, grid.measure, color=ink if flood else "accent-text")
    foot = grid.down(top + number.height)
    origin = f"sections/{section.id}"
    drawn: list[Item] = []
    words.block.draw(drawn, grid.left, grid.bottom - words.block.height)
    if picture:
        b = scene.brand.page.bleed
        rect = (-b, foot, grid.width + 2 * b, grid.height + b - foot)
        treatment = scene.brand.pictures.cover_treatment if flood else ""
        item = photo(scene, picture, rect, f"{origin}/picture", treatment=treatment)
        sheet.add(item)
        type_over(sheet, item, (drawn, color))
    else:
        sheet.add(*drawn)
    sheet.add(number.item(grid.left, foot, f"{origin}/number"))
    return words.left_over
