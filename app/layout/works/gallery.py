"""Works that share a page: rows of pictures that fill it, each with its caption."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.blocks import Block, stack
from app.layout.frames import framed, seen
from app.layout.logo import mark
from app.layout.page import BoxItem, Item, LinkItem, Tag
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.layout.works.shots import Work

PAGE_FULL = 5
"""Works on a page after the first."""
PAIR_STRETCH = 1.12
MOST_STRETCH = 1.16
"""A picture alone in its row may be given this much more height than it needs, and is cropped at its sides then."""
LEAST_SCALE = 0.5
"""Pictures are not made lower than this to make room for captions; works whose captions are longer get more room."""
TALLEST, LONGEST = 0.6, 2.4
"""Aspects between which a picture may choose the height of its row."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Where one work goes: twelfths from `column`, and whether its picture runs off the page at either side."""

    column: int
    span: int
    bleed_left: bool
    bleed_right: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """Works side by side, with their places, captions and the heights that their pictures want."""

    works: tuple[Work, ...]
    cells: tuple[_Cell, ...]
    captions: tuple[Block, ...]
    wishes: tuple[float, ...]

    @property
    def caption(self) -> float:
        """Return the height of the longest caption."""
        return max(block.height for block in self.captions)


def begins(scene: Scene, work: Work, top: float) -> bool:
    """Tell whether there is room for a work below a head that ends at `top`."""
    return _scale(scene, _rows(scene, [work]), top) >= LEAST_SCALE


def groups(scene: Scene, works: Sequence[Work]) -> list[list[Work]]:
    """Divide works into pages of nearly equal number, at most PAGE_FULL on each, fewer where their captions are long."""
    pages = -(-len(works) // PAGE_FULL)
    found: list[list[Work]] = []
    start = 0
    for page in range(pages):
        count = -(-(len(works) - start) // (pages - page))
        found.extend(_roomy(scene, list(works[start : start + count])))
        start += count
    return found


def gallery(sheet: Sheet, works: Sequence[Work], y: float) -> None:
    """Draw a page of works below `y`: the rows get heights that fill the page in proportion to what their pictures want."""
    scene, grid = sheet.scene, sheet.scene.grid
    rows = _rows(scene, works)
    most = MOST_STRETCH if max(len(row.works) for row in rows) == 1 else PAIR_STRETCH
    scale = min(_scale(scene, rows, y), most)
    for row in rows:
        bottom = y
        heights = _level([wish * scale for wish in row.wishes])
        for work, cell, block, height in zip(row.works, row.cells, row.captions, heights, strict=True):
            picture_height = max(int(height // grid.step), 1) * grid.step
            _picture(sheet, work, cell, y, picture_height)
            bottom = max(bottom, sheet.place(block, grid.x(cell.column), y + picture_height + 0.5 * grid.step))
            if work.reference.link:
                sheet.add(LinkItem(grid.x(cell.column), y, grid.span(cell.span), picture_height, url=work.reference.link))
        y = grid.down(bottom + 1.5 * grid.step)


def _roomy(scene: Scene, group: list[Work]) -> list[list[Work]]:
    """Divide a group until the captions leave room for the pictures."""
    if len(group) == 1 or _scale(scene, _rows(scene, group), scene.grid.top) >= LEAST_SCALE:
        return [group]
    middle = len(group) // 2
    return [*_roomy(scene, group[:middle]), *_roomy(scene, group[middle:])]


def _rows(scene: Scene, works: Sequence[Work]) -> list[_Row]:
    rows = []
    for row in _arrange(scene, works):
        cells = _cells(scene, len(row))
        captions = tuple(_caption(scene, work, cell) for work, cell in zip(row, cells, strict=True))
        wishes = tuple(_extent(scene, cell)[1] / _aspect(scene, work) for work, cell in zip(row, cells, strict=True))
        rows.append(_Row(tuple(row), tuple(cells), captions, wishes))
    return rows


def _scale(scene: Scene, rows: Sequence[_Row], y: float) -> float:
    """Return what the heights that pictures want are to be multiplied with to fill the page below `y`."""
    step = scene.grid.step
    words = sum(row.caption for row in rows)
    free = scene.grid.bottom - y - (len(rows) - 1) * 2 * step - words - len(rows) * 0.5 * step
    return free / sum(max(row.wishes) for row in rows)


def _arrange(scene: Scene, group: Sequence[Work]) -> list[Sequence[Work]]:
    """Arrange the works of a page in rows: upright ones side by side, wide ones over pairs, three narrow ones in the last row."""
    aspects = [_aspect(scene, work) for work in group]
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


def _aspect(scene: Scene, work: Work) -> float:
    if not work.first:
        return 1.5
    return min(max(seen(scene, work.first.picture, 1 + len(work.beside)), TALLEST), LONGEST)


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


def _picture(sheet: Sheet, work: Work, cell: _Cell, y: float, height: float) -> None:
    """Draw a work's picture; one that has none gets the brand's mark on a quiet ground."""
    scene, reference = sheet.scene, work.reference
    x, width = _extent(scene, cell)
    if work.first:
        sheet.add(
            *framed(
                scene, work.first.picture, x, y, width, height, work.first.origin, alt=reference.title, link=reference.link,
                beside=work.beside,
            )
        )  # fmt: skip
        return
    sheet.add(BoxItem(x, y, width, height, fill=scene.brand.color("wash"), origin=f"{work.origin}/pictures"))
    sheet.add(*no_picture(scene, x, y, width, height))


def no_picture(scene: Scene, x: float, y: float, width: float, height: float) -> list[Item]:
    """Return the brand's mark in the middle of a place that has no picture."""
    drawing = scene.brand.drawings.get("mark")
    side = min(width, height) * 0.22
    across = side * drawing.width / drawing.height if drawing and drawing.height else side
    return mark(scene, x + (width - across) / 2, y + (height - side) / 2, side, "soft")


def _caption(scene: Scene, work: Work, cell: _Cell) -> Block:
    """Title, whose work it is, and why it is here; beside each other under a wide picture, stacked under a narrow one."""
    grid, setter, reference, origin = scene.grid, scene.setter, work.reference, work.origin
    wide = cell.span == 12
    left = grid.span(5) if wide else grid.span(cell.span) - grid.gutter * 0.5
    title = setter.text("reference-title", reference.title, left, origin=f"{origin}/title", tag=Tag.H3)
    line = setter.text("caption", facts(scene, reference), left, origin=f"{origin}/credit", tag=Tag.CAPTION)
    why_width = grid.span(7) if wide else left
    runs = why_runs(reference)
    why = setter.runs("reference-text", runs, why_width, origin=f"{origin}/why", tag=Tag.CAPTION) if runs else None
    if not wide:
        return stack([block for block in (title, line, why) if block])
    names = stack([title, line])

    def draw(out: list[Item], x: float, y: float) -> None:
        names.draw(out, x, y)
        if why:
            why.draw(out, x + grid.x(5) - grid.left, y + 0.5 * grid.step)

    return Block(max(names.height, (why.height if why else 0.0) + 0.5 * grid.step), draw)
