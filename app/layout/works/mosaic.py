"""The pictures of a work as a mosaic in a part of a page."""

from app.layout.box import Box
from app.layout.frames import framed
from app.layout.frames import seen as wanted
from app.layout.page import BoxItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.layout.tiling import Tiling, tile
from app.layout.works.legend import legend
from app.layout.works.shots import Part, Work

GAP = 0.5
"""The space between pictures, in gutters; quiet brands leave more white."""
QUIET_GAP = 0.75
SAFE = 7.0
"""Points that a number's square keeps from the edge of the page."""


def tiling(scene: Scene, part: Part, width: float, height: float) -> Tiling:
    """Return how the pictures of a part tile a place, which may be lower or narrower than asked for."""
    centred = scene.brand.styles["title"].align == "center"
    gap = scene.grid.gutter * (QUIET_GAP if centred else GAP)
    return tile(tuple(wanted(scene, one.picture) for one in part.shown), width, height, gap)


def draw(sheet: Sheet, work: Work, part: Part, tiles: Tiling, x: float, y: float) -> None:
    """Draw the mosaic with its top left corner at (x, y); pictures whose captions need a key get their number."""
    scene = sheet.scene
    keyed = {key for note in legend(part.shown, numbers(part)) for key in note.keys}
    for one, key, place in zip(part.shown, numbers(part), tiles.tiles, strict=True):
        box = Box(x + place.x, y + place.y, place.width, place.height)
        reference = work.reference
        sheet.add(
            *framed(
                scene, one.picture, box.x, box.y, box.width, box.height, one.origin, alt=reference.title,
                link=reference.link, grounded=scene.brand.masters["references"].variant != "framed",
            )
        )  # fmt: skip
        if key in keyed:
            _number(sheet, key, box)


def numbers(part: Part) -> tuple[str, ...]:
    """Return the keys of the pictures of a part: their numbers in the work, from 1."""
    return tuple(str(part.first + i + 1) for i in range(len(part.shown)))


def _number(sheet: Sheet, key: str, box: Box) -> None:
    """Put a picture's number into its lower left corner, where the knife that trims the page does not come near it."""
    scene, page = sheet.scene, sheet.scene.brand.page
    side = 1.15 * scene.grid.step
    line = scene.setter.line("folio", key, color="ink")
    width, paper = max(side, line.width + side * 0.6), scene.brand.color("paper")
    if scene.brand.styles["title"].align == "center":
        left, foot = box.x + 0.4 * scene.grid.step, box.bottom - 0.4 * scene.grid.step
        sheet.add(BoxItem(left, foot - side, width, side, fill=paper, radius=side / 2))
    else:
        left, foot = max(box.x, SAFE), min(box.bottom, page.height - SAFE)
        sheet.add(BoxItem(box.x, foot - side, left + width - box.x, box.bottom - foot + side, fill=paper))
    sheet.add(TextItem(left + (width - line.width) / 2, foot - side * 0.31, line, "", Tag.ARTIFACT))
