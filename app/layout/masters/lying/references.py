"""References as slides: every work a picture from edge to edge with its caption on a darkened foot, pairs side by side."""

from collections.abc import Sequence

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.page import BoxItem, GradientItem, LinkItem, PictureItem, Tag
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.model.reference import Reference
from app.model.sections import References


def reference_slides(scene: Scene, section: References, works: Sequence[tuple[int, Reference]]) -> list[Sheet]:
    """Lay out a page with the head and the first work, then one or two works on a page."""
    grid = scene.grid
    sheet = Sheet(scene, section.id)
    sheets = [sheet]
    if works:
        _work(sheet, section, *works[0], Area.of(grid, 5, 7), edge_left=False)
    _head(sheet, section)
    rest = list(works[1:])
    while rest:
        sheet = Sheet(scene, section.id, chrome="on-picture")
        pair = len(rest) > 1 and len(rest) != 3
        if pair:
            _work(sheet, section, *rest[0], Area.of(grid, 0, 6), edge_left=True, edge_right=False)
            _work(sheet, section, *rest[1], Area.of(grid, 6, 6), edge_left=False)
        else:
            _work(sheet, section, *rest[0], Area.of(grid), edge_left=True)
        rest = rest[2 if pair else 1 :]
        sheets.append(sheet)
    return sheets


def _head(sheet: Sheet, section: References) -> None:
    from app.layout.heads import side_head

    title = section.title or sheet.scene.words("References")
    side_head(sheet, f"sections/{section.id}", section.kicker, title, section.lead, columns=5)


def _work(
    sheet: Sheet, section: References, index: int, work: Reference, area: Area, *, edge_left: bool, edge_right: bool = True
) -> None:
    """Draw a picture as high as the page; its caption stands in its own columns over a gradient."""
    scene, page, step = sheet.scene, sheet.scene.brand.page, area.step
    b = page.bleed
    gap = area.gutter / 2
    x = -b if edge_left else area.x - gap + (0.5 if area.x > page.width * 0.45 else 0.0)
    right = page.width + b if edge_right else area.right + gap - 0.5
    origin = f"sections/{section.id}/items/{work.id or index}"
    if work.pictures:
        shown = work.pictures[0]
        sheet.add(
            PictureItem(
                x, -b, right - x, page.height + 2 * b, shown.file, shown.focus_x, shown.focus_y, alt=shown.alt or work.title,
                origin=f"{origin}/pictures/0",
            )
        )  # fmt: skip
    else:
        sheet.add(BoxItem(x, -b, right - x, page.height + 2 * b, fill=scene.brand.color("wash")))
    inset = 0.0 if edge_left else area.gutter
    blocks = _caption(scene, work, origin, min(area.width - inset - (0.0 if edge_right else area.gutter), 420.0))
    height = sum(block.height for block in blocks)
    top = page.height - (page.height - area.bottom) - height - 6 * step
    ground = scene.brand.color("paper")
    stops = ((0.0, 0.0), (0.35, 0.62), (1.0, 0.96))
    sheet.add(GradientItem(x, top, right - x, page.height + b - top, ground, stops))
    sheet.add(GradientItem(x, -b, right - x, area.y + b + 20, ground, ((0.0, 0.75), (1.0, 0.0))))
    y = area.bottom - height
    for block in blocks:
        y = sheet.place(block, area.x + inset, y)
    if work.link:
        sheet.add(LinkItem(x, area.y, right - x, area.bottom - area.y, url=work.link))


def _caption(scene: Scene, work: Reference, origin: str, width: float) -> list[Block]:
    setter = scene.setter
    blocks: list[Block] = [setter.text("reference-title", work.title, width, origin=f"{origin}/title", tag=Tag.H3)]
    line = facts(scene, work)
    if line:
        blocks.append(setter.text("caption", line, width, origin=f"{origin}/credit", tag=Tag.CAPTION))
    runs = why_runs(work)
    if runs:
        blocks.append(setter.runs("reference-text", runs, width, origin=f"{origin}/why", tag=Tag.CAPTION))
    return blocks
