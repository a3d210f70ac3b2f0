"""References as slides: gallery works as pictures as high as the page, in pairs; other works with their words at the left or at
the foot of a page of their own.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.layout.area import Area
from app.layout.blocks import Block, space, stack
from app.layout.box import Box
from app.layout.calm import bare, header_zone, protect, zone_of
from app.layout.frames import Clear, framed
from app.layout.frames import bare as photograph
from app.layout.heads import side_head
from app.layout.page import BoxItem, Item, LinkItem, Tag
from app.layout.photo import type_over
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.layout.setter import unpadded
from app.layout.works.calmness import is_calm
from app.layout.works.gallery import no_picture
from app.layout.works.index import index
from app.layout.works.lying import beside_head, lying_pages
from app.layout.works.shots import Work, runs
from app.model.picture import Frame
from app.model.sections import References

AIR = 0.25
"""Baseline steps between what a caption says of a work and why it is there."""
MOST_LOSS = 0.3
"""So much of a photograph is cut off at most where two of them share a page."""
BELOW = 1
"""Baseline steps between a picture and the words below it."""
MOST_WORDS = 0.5
"""The part of the type area's height that a caption may take; a work with more to say gets its words beside its picture."""


def reference_slides(scene: Scene, section: References, works: Sequence[Work]) -> list[Sheet]:
    """Lay out a page with the head and the first work, then one or two works on a page, in their order."""
    sheet = Sheet(scene, section.id)
    sheets = [sheet]
    rest = list(works)
    if rest and rest[0].in_gallery and _fits(scene, rest[0], Area.of(scene.grid, 5, 7)):
        work = rest.pop(0)
        place = _place(scene, work, Area.of(scene.grid, 5, 7), edge_left=False)
        _work(sheet, work, place, below=not _calm(scene, work, place, place.height), head=True)
        _head(sheet, section)
    else:
        _head(sheet, section)
        if rest and beside_head(sheet, rest[0]):
            rest.pop(0)
        else:
            index(sheet, rest, Area.of(scene.grid, 6, 6))
    for run in runs(rest):
        sheets.extend(_run(scene, section.id, run))
    return sheets


def _run(scene: Scene, section: str, run: list[Work]) -> list[Sheet]:
    if not run[0].in_gallery or (len(run) == 1 and not run[0].shown):
        return lying_pages(scene, section, run[0])
    sheets: list[Sheet] = []
    rest = list(run)
    while rest:
        halves = Area.of(scene.grid, 0, 6), Area.of(scene.grid, 6, 6)
        if len(rest) > 1 and len(rest) != 3 and all(_fits(scene, work, halves[0]) for work in rest[:2]):
            pair = _pair(scene, section, rest[0], rest[1], halves)
            if pair:
                sheets.append(pair)
                rest = rest[2:]
                continue
        sheets.extend(lying_pages(scene, section, rest.pop(0)))
    return sheets


def _pair(scene: Scene, section: str, one: Work, other: Work, halves: tuple[Area, Area]) -> Sheet | None:
    """Two works beside each other, their titles level: on the pictures, or where either is restless there, below both; None where
    too little of a picture would be seen then.
    """
    places = (
        _place(scene, one, halves[0], edge_left=True, edge_right=False),
        _place(scene, other, halves[1], edge_left=False),
    )
    height = max(place.height for place in places)
    works = tuple(zip((one, other), places, strict=True))
    cut = any(_loss(scene, work, place, height, below=False) > MOST_LOSS for work, place in works)
    below = cut or not all(_calm(scene, work, place, height) for work, place in works)
    if below and any(_loss(scene, work, place, height, below=True) > MOST_LOSS for work, place in works):
        return None
    sheet = Sheet(scene, section, chrome="ink" if below else "on-picture")
    for work, place in works:
        _work(sheet, work, place, height, below=below)
    return sheet


def _head(sheet: Sheet, section: References) -> None:
    title = section.title or sheet.scene.words("References")
    side_head(sheet, f"sections/{section.id}", section.kicker, title, section.lead, columns=5)


def _fits(scene: Scene, work: Work, area: Area) -> bool:
    """Tell whether the caption leaves room for the picture."""
    height = sum(block.height for block in _caption(scene, work, _measure(area, 2 * area.gutter)))
    return height <= area.height * MOST_WORDS


def _measure(area: Area, inset: float) -> float:
    return min(area.width - inset, 420.0)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a work stands: from `x` to `right` on the page, its caption at `text_x`, in columns of the area."""

    area: Area
    x: float
    right: float
    text_x: float
    caption: tuple[Block, ...]

    @property
    def height(self) -> float:
        """Return the height of the caption, in whole baseline steps."""
        step = self.area.step
        return math.ceil(sum(block.height for block in self.caption) / step - 1e-4) * step

    def words(self, height: float) -> list[Item]:
        """Return the caption with its top so many points above the foot."""
        drawn: list[Item] = []
        y = self.area.bottom - height
        for block in self.caption:
            block.draw(drawn, self.text_x, y)
            y += block.height
        return drawn


def _place(scene: Scene, work: Work, area: Area, *, edge_left: bool, edge_right: bool = True) -> _Place:
    page, gap = scene.brand.page, area.gutter / 2
    x = -page.bleed if edge_left else area.x - gap + (0.5 if area.x > page.width * 0.45 else 0.0)
    right = page.width + page.bleed if edge_right else area.right + gap - 0.5
    inset = 0.0 if edge_left else area.gutter
    caption = _caption(scene, work, _measure(area, inset + (0.0 if edge_right else area.gutter)))
    return _Place(area, x, right, area.x + inset, tuple(caption))


def _calm(scene: Scene, work: Work, place: _Place, height: float) -> bool:
    """Tell whether a caption reads well on the picture over the whole page's height; on the ground of a device it does."""
    shown = work.first.picture if work.first else None
    if work.first is None or shown is None or shown.frame is not Frame.NONE:
        return True
    b = scene.brand.page.bleed
    box = Box(place.x, -b, place.right - place.x, scene.brand.page.height + 2 * b)
    return is_calm(scene, photograph(scene, shown, box, work.first.origin), zone_of(place.words(height)))


def _loss(scene: Scene, work: Work, place: _Place, height: float, *, below: bool) -> float:
    """Return the part of a photograph that is cut off where it fills its place."""
    if work.first is None or work.first.picture.frame is not Frame.NONE:
        return 0.0
    page, area = scene.brand.page, place.area
    room = area.bottom - height - BELOW * area.step - area.y if below else page.height + 2 * page.bleed
    share = scene.aspect(work.first.picture.file) * max(room, 1.0) / (place.right - place.x)
    return 1 - min(share, 1 / share)


def _work(sheet: Sheet, work: Work, place: _Place, height: float = 0.0, *, below: bool = False, head: bool = False) -> None:
    """Draw a picture as high as the page with its caption in its own columns on its foot. Or the caption stands `below` it: then
    it begins under the running header, on a page with the section's `head` at the page's edge.
    """
    scene, page, area = sheet.scene, sheet.scene.brand.page, place.area
    b, step, height = page.bleed, area.step, height or place.height
    x, right, words = place.x, place.right, place.words(height)
    top = -b if head or not below else area.y
    bottom = area.bottom - height - BELOW * step if below else page.height + b
    clear = Clear(max(-x, 0.0), max(area.y - step - top, 0.0), max(right - page.width, 0.0), step)
    if not below:
        clear = replace(clear, bottom=bottom - area.bottom + height + step)
    drawn = bare(_picture(sheet, work, Box(x, top, right - x, bottom - top), clear))
    if drawn and top < 0:
        protect(sheet, drawn, header_zone(scene, x, right), sheet.chrome)
    if drawn and not below:
        type_over(sheet, drawn, (words, "ink"))
    else:
        sheet.add(*words)
    if work.reference.link:
        sheet.add(LinkItem(x, area.y, right - x, area.bottom - area.y, url=work.reference.link))


def _picture(sheet: Sheet, work: Work, box: Box, clear: Clear) -> list[Item]:
    """Draw a work's picture in a box and return what was drawn; one that has none gets the brand's mark on a quiet ground."""
    scene, reference = sheet.scene, work.reference
    if work.first is None:
        sheet.add(BoxItem(box.x, box.y, box.width, box.height, fill=scene.brand.color("wash"), origin=f"{work.origin}/pictures"))
        sheet.add(*no_picture(scene, box.x, box.y, box.width, box.height * 0.8))
        return []
    items = framed(
        scene, work.first.picture, box.x, box.y, box.width, box.height, work.first.origin, alt=reference.title,
        link=reference.link, beside=work.beside, clear=clear,
    )  # fmt: skip
    sheet.add(*items)
    return items


def _caption(scene: Scene, work: Work, width: float) -> list[Block]:
    setter, origin = scene.setter, work.origin
    blocks: list[Block] = [setter.text("reference-title", work.reference.title, width, origin=f"{origin}/title", tag=Tag.H3)]
    line = facts(scene, work.reference)
    if line:
        blocks.append(setter.text("caption", line, width, origin=f"{origin}/credit", tag=Tag.CAPTION, color="ink"))
    runs = why_runs(work.reference)
    if runs:
        # Beside each other all of them begin level, however many lines they have.
        why = unpadded(setter.runs("reference-text", runs, width, origin=f"{origin}/why", tag=Tag.CAPTION))
        blocks.append(stack([space(0.0), replace(why, before=AIR * scene.grid.step)]))
    return blocks
