"""References as slides: gallery works as pictures as high as the page, in pairs; other works with their words at the left or at
the foot of a page of their own.
"""

from collections.abc import Sequence

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.calm import bare, header_zone, protect
from app.layout.frames import Clear, framed
from app.layout.heads import side_head
from app.layout.page import BoxItem, Item, LinkItem, Tag
from app.layout.photo import type_over
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.layout.works.gallery import no_picture
from app.layout.works.index import index
from app.layout.works.lying import beside_head, lying_pages
from app.layout.works.shots import Work, runs
from app.model.sections import References

MOST_WORDS = 0.5
"""The part of the type area's height that a caption may take; a work with more to say gets its words beside its picture."""


def reference_slides(scene: Scene, section: References, works: Sequence[Work]) -> list[Sheet]:
    """Lay out a page with the head and the first work, then one or two works on a page, in their order."""
    sheet = Sheet(scene, section.id)
    sheets = [sheet]
    rest = list(works)
    if rest and rest[0].in_gallery and _fits(scene, rest[0], Area.of(scene.grid, 5, 7)):
        _work(sheet, rest.pop(0), Area.of(scene.grid, 5, 7), edge_left=False)
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
            sheet = Sheet(scene, section, chrome="on-picture")
            _work(sheet, rest[0], halves[0], edge_left=True, edge_right=False)
            _work(sheet, rest[1], halves[1], edge_left=False)
            rest = rest[2:]
            sheets.append(sheet)
        elif _fits(scene, rest[0], Area.of(scene.grid)):
            sheet = Sheet(scene, section, chrome="on-picture")
            _work(sheet, rest.pop(0), Area.of(scene.grid), edge_left=True)
            sheets.append(sheet)
        else:
            sheets.extend(lying_pages(scene, section, rest.pop(0)))
    return sheets


def _head(sheet: Sheet, section: References) -> None:
    title = section.title or sheet.scene.words("References")
    side_head(sheet, f"sections/{section.id}", section.kicker, title, section.lead, columns=5)


def _fits(scene: Scene, work: Work, area: Area) -> bool:
    """Tell whether the caption leaves room for the picture."""
    height = sum(block.height for block in _caption(scene, work, _measure(area, 2 * area.gutter)))
    return height <= area.height * MOST_WORDS


def _measure(area: Area, inset: float) -> float:
    return min(area.width - inset, 420.0)


def _work(sheet: Sheet, work: Work, area: Area, *, edge_left: bool, edge_right: bool = True) -> None:
    """Draw a picture as high as the page; its caption stands in its own columns at the picture's foot."""
    scene, page, step = sheet.scene, sheet.scene.brand.page, area.step
    b = page.bleed
    gap = area.gutter / 2
    x = -b if edge_left else area.x - gap + (0.5 if area.x > page.width * 0.45 else 0.0)
    right = page.width + b if edge_right else area.right + gap - 0.5
    inset = 0.0 if edge_left else area.gutter
    blocks = _caption(scene, work, _measure(area, inset + (0.0 if edge_right else area.gutter)))
    height = sum(block.height for block in blocks)
    clear = Clear(max(-x, 0.0), area.y - step + b, b * edge_right, page.height + b - area.bottom + height + step)
    photograph = bare(_picture(sheet, work, x, right - x, clear))
    words: list[Item] = []
    y = area.bottom - height
    for block in blocks:
        block.draw(words, area.x + inset, y)
        y += block.height
    if photograph:
        protect(sheet, photograph, header_zone(scene, x, right), sheet.chrome)
        type_over(sheet, photograph, (words, "ink"))
    else:
        sheet.add(*words)
    if work.reference.link:
        sheet.add(LinkItem(x, area.y, right - x, area.bottom - area.y, url=work.reference.link))


def _picture(sheet: Sheet, work: Work, x: float, width: float, clear: Clear) -> list[Item]:
    """Draw a work's picture over the page's height and return what was drawn; one that has none gets the brand's mark on a
    quiet ground.
    """
    scene, reference = sheet.scene, work.reference
    b = scene.brand.page.bleed
    height = scene.brand.page.height + 2 * b
    if work.first is None:
        sheet.add(BoxItem(x, -b, width, height, fill=scene.brand.color("wash"), origin=f"{work.origin}/pictures"))
        sheet.add(*no_picture(scene, x, -b, width, height * 0.8))
        return []
    items = framed(
        scene, work.first.picture, x, -b, width, height, work.first.origin, alt=reference.title, link=reference.link,
        beside=work.beside, clear=clear,
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
        blocks.append(setter.runs("reference-text", runs, width, origin=f"{origin}/why", tag=Tag.CAPTION))
    return blocks
