"""A photograph in the colours that the brand gives its pictures."""

from collections.abc import Sequence

from app.layout.calm import lines_of, protect_all
from app.layout.contrast import luminance
from app.layout.faces import duotone
from app.layout.page import Item, PictureItem, Treatment
from app.layout.scene import Scene, Sheet
from app.model.picture import Picture

Rect = tuple[float, float, float, float]
"""x, y, width and height in points."""


def photo(scene: Scene, picture: Picture, rect: Rect, origin: str, *, treatment: str = "", alt: str = "") -> PictureItem:
    """Return a picture that fills a rectangle. An empty `treatment` is the brand's for pictures inside the document."""
    return PictureItem(
        *rect, picture.file, picture.focus_x, picture.focus_y, treatment=Treatment(treatment or scene.brand.pictures.treatment),
        duotone=duotone(scene), alt=picture.alt or alt, origin=origin, zoom=picture.zoom,
    )  # fmt: skip


def readable(scene: Scene, picture: Picture | None) -> Picture | None:
    """Return the picture if there is one and its file can be read."""
    return picture if picture and picture.file and scene.sizes.size(picture.file) else None


def ink_over(scene: Scene) -> str:
    """Return the palette role of type on a shaded picture: the brand's ink where that is light already."""
    return "ink" if luminance(scene.brand.color("ink")) > luminance(scene.brand.color("paper")) else "on-picture"


def type_over(sheet: Sheet, picture: PictureItem, *groups: tuple[Sequence[Item], str]) -> None:
    """Add words over a picture that is on the sheet, each group with the palette role that it is set in. The picture is shaded
    for all of them before the first is added, because a shade lies on whatever is beneath it.
    """
    for words, ink in groups:
        protect_all(sheet, picture, lines_of(words), ink)
    for words, _ in groups:
        sheet.add(*words)
