"""An opener on a lying page: a picture from edge to edge, the number and one thought at its left."""

from app.layout.calm import protect
from app.layout.contrast import luminance
from app.layout.giant import giant
from app.layout.opener_words import opener_number, opener_words
from app.layout.page import BoxItem, Item
from app.layout.photo import ink_over, photo, readable, type_over
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import Opener

NUMBER = 0.36
"""How high the number over a picture is, as a part of the page's height."""
TALL_NUMBER = 0.6
"""The same where there is no picture."""
PANEL = 7
"""Twelfths left of the panel that stands in for a picture."""


def screen_opener(sheet: Sheet, section: Opener, ground: str = "") -> bool:
    """Draw the opener on paper or on a `ground` of the palette; tell whether its lead found no place."""
    picture = readable(sheet.scene, section.picture)
    return _with_picture(sheet, section, picture, ground) if picture else _panel(sheet, section, ground)


def _with_picture(sheet: Sheet, section: Opener, picture: Picture, ground: str) -> bool:
    """Everything over the picture: the number under the page's head, the words at its foot."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, width, origin = page.bleed, grid.span(7), f"sections/{section.id}"
    rect = (-b, -b, page.width + 2 * b, page.height + 2 * b)
    treatment = scene.brand.pictures.cover_treatment if ground else ""
    item = photo(scene, picture, rect, f"{origin}/picture", treatment=treatment)
    sheet.add(item)
    sheet.chrome = ink = ink_over(scene)
    color, accent = ("", "accent-text") if ink == "ink" else (ink, ink)
    words = opener_words(scene, section, width, grid.bottom - grid.top - 6 * grid.step, color=color, lead_width=grid.span(6))
    free = grid.bottom - words.block.height - grid.top - 3 * grid.step
    height = max(min(NUMBER * page.height, free), 2 * grid.step)
    number = giant(scene.setter, "opener-number", opener_number(scene, section), height, width, color=accent)
    drawn: list[Item] = []
    words.block.draw(drawn, grid.left, grid.bottom - words.block.height)
    protect(sheet, item, (grid.left, grid.top - 3 * grid.step, grid.right, grid.top - grid.step), ink)
    figure = number.item(grid.left, grid.top + grid.step + number.height, f"{origin}/number")
    type_over(sheet, item, (drawn, _weaker(sheet, ink, accent)), ((figure,), accent))
    return words.left_over


def _weaker(sheet: Sheet, *inks: str) -> str:
    """Return the palette role of light type that stands out least from a dark ground."""
    return min(inks, key=lambda ink: luminance(sheet.scene.brand.color(ink)))


def _panel(sheet: Sheet, section: Opener, ground: str) -> bool:
    """The words at the left; at the right the number, on paper in a panel that runs off the page."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, x = page.bleed, grid.x(PANEL)
    ink = f"on-{ground}" if ground else ""
    if ground:
        sheet.ground(ground)
        sheet.chrome = ink
    else:
        sheet.add(BoxItem(x, -b, page.width + b - x, page.height + 2 * b, fill=scene.brand.color("wash")))
    width = grid.span(PANEL) - 2 * grid.gutter
    words = opener_words(scene, section, width, grid.bottom - grid.top, lines=4, color=ink)
    sheet.place(words.block, grid.left, grid.bottom - words.block.height)
    inner = x + 2 * grid.gutter
    height = page.height * TALL_NUMBER
    number = giant(
        scene.setter, "opener-number", opener_number(scene, section), height, grid.right - inner, color=ink or "accent-text"
    )
    sheet.add(number.item(inner, grid.bottom, f"sections/{section.id}/number"))
    return words.left_over
