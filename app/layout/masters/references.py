"""References: a gallery of works, one large, the others in rows that fill their pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.blocks import Block, stack
from app.layout.faces import duotone
from app.layout.heads import head
from app.layout.masters.lying.references import reference_slides
from app.layout.page import Item, LinkItem, PictureItem, Tag, Treatment
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.model.reference import Permission, Reference
from app.model.sections import References

PAGE_FULL = 5
"""Works on a page after the first."""
PAIR_STRETCH = 1.12
MOST_STRETCH = 1.16
"""A picture alone in its row may be given this much more height than it needs, and is cropped at its sides then."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where one work goes: twelfths from `column`, and whether its picture runs off the page at either side."""

    column: int
    span: int
    bleed_left: bool
    bleed_right: bool


def references(scene: Scene, section: References) -> list[Sheet]:
    """Lay out the gallery. Works that may not be shown are left out."""
    works = [(i, work) for i, work in enumerate(section.items) if work.permission is not Permission.REFUSED]
    if scene.brand.masters["references"].variant == "slides":
        return reference_slides(scene, section, works)
    sheet = Sheet(scene, section.id)
    y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("References"), section.lead, lines=2)
    sheets = [sheet]
    if works:
        _rows(sheet, section, [works[:1]], y)
    for group in _groups(works[1:]):
        sheet = Sheet(scene, section.id)
        _rows(sheet, section, _arrange(scene, group), scene.grid.top)
        sheets.append(sheet)
    return sheets


def _groups(works: Sequence[tuple[int, Reference]]) -> list[Sequence[tuple[int, Reference]]]:
    """Divide works into pages of nearly equal number, at most PAGE_FULL on each."""
    pages = -(-len(works) // PAGE_FULL)
    groups = []
    start = 0
    for page in range(pages):
        count = -(-(len(works) - start) // (pages - page))
        groups.append(works[start : start + count])
        start += count
    return groups


def _arrange(scene: Scene, group: Sequence[tuple[int, Reference]]) -> list[Sequence[tuple[int, Reference]]]:
    """Arrange the works of a page in rows: upright ones side by side, wide ones over pairs, three narrow ones in the last row."""
    aspects = [_aspect(scene, work) for _, work in group]
    count = len(group)
    if count == 2:
        return [group] if max(aspects) < 1.25 else [group[:1], group[1:]]
    if count == 3:
        wide = max(range(3), key=lambda i: (aspects[i], -i))
        pair = [work for i, work in enumerate(group) if i != wide]
        return [[group[wide]], pair] if wide < 2 else [pair, [group[wide]]]
    if count == 4:
        return [group[:2], group[2:]]
    if count == 5:
        wide_ones = sorted(sorted(range(5), key=lambda i: (-aspects[i], i))[:2])
        return [[group[i] for i in wide_ones], [group[i] for i in range(5) if i not in wide_ones]]
    return [group]


def _aspect(scene: Scene, work: Reference) -> float:
    return scene.aspect(work.pictures[0].file) if work.pictures else 1.0


def _rows(sheet: Sheet, section: References, rows: Sequence[Sequence[tuple[int, Reference]]], y: float) -> None:
    """Give the rows heights that fill the page in proportion to what their pictures want."""
    scene, grid = sheet.scene, sheet.scene.grid
    cells = [_cells(scene, len(row)) for row in rows]
    captions = [
        [_caption(scene, section, index, work, cell) for (index, work), cell in zip(row, row_cells, strict=True)]
        for row, row_cells in zip(rows, cells, strict=True)
    ]
    caption_heights = [max(block.height for block in blocks) for blocks in captions]
    gaps = (len(rows) - 1) * 2 * grid.step + sum(caption_heights) + len(rows) * 0.5 * grid.step
    free = grid.bottom - y - gaps
    wishes = [
        [_width(scene, cell) / max(_aspect(scene, work), 0.6) for (_, work), cell in zip(row, row_cells, strict=True)]
        for row, row_cells in zip(rows, cells, strict=True)
    ]
    most = MOST_STRETCH if max(len(row) for row in rows) == 1 else PAIR_STRETCH
    scale = min(free / sum(max(row) for row in wishes), most)
    for row, row_cells, blocks, row_wishes in zip(rows, cells, captions, wishes, strict=True):
        bottom = y
        heights = _level([wish * scale for wish in row_wishes])
        for (index, work), cell, block, height in zip(row, row_cells, blocks, heights, strict=True):
            picture_height = int(height // grid.step) * grid.step
            _picture(sheet, section, index, work, cell, y, picture_height)
            bottom = max(bottom, sheet.place(block, grid.x(cell.column), y + picture_height + 0.5 * grid.step))
            if work.link:
                sheet.add(LinkItem(grid.x(cell.column), y, grid.span(cell.span), picture_height, url=work.link))
        y = grid.down(bottom + 1.5 * grid.step)


def _level(heights: list[float]) -> list[float]:
    """Make nearly equal heights equal, so that a row is either level or clearly staggered."""
    return [min(heights)] * len(heights) if max(heights) < min(heights) * 1.18 else heights


def _cells(scene: Scene, count: int) -> list[_Cell]:
    bleed = scene.brand.masters["references"].variant == "bleed"
    if count == 1:
        return [_Cell(0, 12, bleed, bleed)]
    span = 12 // count
    return [_Cell(i * span, span, bleed and i == 0, bleed and i == count - 1) for i in range(count)]


def _extent(scene: Scene, cell: _Cell) -> tuple[float, float]:
    """Return x and width of a picture, with the bleed where it runs off the page."""
    grid, page = scene.grid, scene.brand.page
    left = -page.bleed if cell.bleed_left else grid.x(cell.column)
    right = page.width + page.bleed if cell.bleed_right else grid.x(cell.column) + grid.span(cell.span)
    return left, right - left


def _width(scene: Scene, cell: _Cell) -> float:
    return _extent(scene, cell)[1]


def _picture(sheet: Sheet, section: References, index: int, work: Reference, cell: _Cell, y: float, height: float) -> None:
    if not work.pictures:
        return
    scene = sheet.scene
    picture = work.pictures[0]
    x, width = _extent(scene, cell)
    sheet.add(
        PictureItem(
            x, y, width, height, picture.file, picture.focus_x, picture.focus_y, radius=scene.brand.pictures.radius,
            treatment=Treatment.NONE, duotone=duotone(scene), alt=picture.alt or work.title,
            origin=f"sections/{section.id}/items/{work.id or index}/pictures/0",
        )
    )  # fmt: skip


def _caption(scene: Scene, section: References, index: int, work: Reference, cell: _Cell) -> Block:
    """Title, whose work it is, and why it is here; beside each other under a wide picture, stacked under a narrow one."""
    grid, setter = scene.grid, scene.setter
    origin = f"sections/{section.id}/items/{work.id or index}"
    wide = cell.span == 12
    left = grid.span(5) if wide else grid.span(cell.span) - grid.gutter * 0.5
    title = setter.text("reference-title", work.title, left, origin=f"{origin}/title", tag=Tag.H3)
    line = setter.text("caption", facts(scene, work), left, origin=f"{origin}/credit", tag=Tag.CAPTION)
    why_width = grid.span(7) if wide else left
    runs = why_runs(work)
    why = setter.runs("reference-text", runs, why_width, origin=f"{origin}/why", tag=Tag.CAPTION) if runs else None
    if not wide:
        return stack([block for block in (title, line, why) if block])
    names = stack([title, line])

    def draw(out: list[Item], x: float, y: float) -> None:
        names.draw(out, x, y)
        if why:
            why.draw(out, x + grid.x(5) - grid.left, y + 0.5 * grid.step)

    return Block(max(names.height, (why.height if why else 0.0) + 0.5 * grid.step), draw)
