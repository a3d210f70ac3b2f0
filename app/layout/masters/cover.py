"""The cover: a photograph from edge to edge with type in its calm part, beside it, or nothing but type."""

from collections.abc import Callable

from app.layout.masters.covers.framed import framed_cover
from app.layout.masters.covers.parts import cover_picture
from app.layout.masters.covers.photo import photo_cover
from app.layout.masters.covers.screen import screen_cover
from app.layout.masters.covers.split import split_cover
from app.layout.masters.covers.typographic import typographic_cover
from app.layout.page import PictureItem, TextItem
from app.layout.photo import readable
from app.layout.scene import Scene, Sheet
from app.model.sections import Cover

OVER_PICTURE: dict[str, Callable[[Sheet, Cover, PictureItem], None]] = {
    "photo": photo_cover,
    "framed": framed_cover,
    "screen": screen_cover,
}
"""The variants that set type on the picture."""


def cover(scene: Scene, section: Cover) -> list[Sheet]:
    """Lay out the cover in the brand's variant; where there is no picture, the title is the picture."""
    sheet = Sheet(scene, section.id, chrome="")
    variant = scene.brand.masters["cover"].variant
    shown = readable(scene, section.picture)
    if shown is None or variant == "typographic":
        typographic_cover(sheet, section)
    elif variant == "split":
        split_cover(sheet, section, shown)
    else:
        OVER_PICTURE.get(variant, photo_cover)(sheet, section, cover_picture(sheet, section.id, shown))
    sheet.bookmark(scene.proposal.title)
    _read_title_first(sheet)
    return [sheet]


def _read_title_first(sheet: Sheet) -> None:
    """Change the order in which the lines are read, from the title on; lines stand apart, so that nothing looks different."""
    places = [i for i, item in enumerate(sheet.items) if isinstance(item, TextItem)]
    lines = [item for item in sheet.items if isinstance(item, TextItem)]
    ranks = {"title": 0, "subtitle": 1}
    for place, line in zip(places, sorted(lines, key=lambda line: ranks.get(line.origin, 2)), strict=True):
        sheet.items[place] = line
