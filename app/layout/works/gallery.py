"""Works that share a page: rows of pictures that fill it, each with its caption."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.layout.blocks import Block, TextBlock, stack
from app.layout.frames import framed, seen
from app.layout.logo import mark
from app.layout.page import BoxItem, Item, LinkItem, Tag
from app.layout.reference_text import facts, why_runs
from app.layout.scene import Scene, Sheet
from app.layout.setter import SPACES, unpadded
from app.layout.works.shots import Work
from app.text.style import Align

PAGE_FULL = 5
"""Works on a page after the first."""
PAIR_STRETCH, BLEED_STRETCH = 1.12, 1.06
LONE_STRETCH = 1.35
"""The only row of a page may be made so much higher,"""
SETTLED = 0.38
"""and has so much of what is still free above it where pictures stand between the margins."""
MOST_STRETCH = 1.16
"""A picture alone in its row may be given this much more height than it needs, and is cropped at its sides then."""
MOST_AIR = 3
"""Baseline steps that rows which do not fill their page move further apart."""
LEAST_SCALE = 0.5
"""Pictures are not made lower than this to make room for captions; works whose captions are longer get more room."""
MOST_LOSS = 0.3
"""Pictures side by side are made equally high if none of them loses more than this."""
BETTER = 0.05
"""Columns are of one width unless so much less of the pictures is lost in others."""
SPANS = {2: ((6, 6), (7, 5), (5, 7)), 3: ((4, 4, 4), (5, 4, 3), (5, 3, 4), (4, 5, 3), (3, 5, 4), (4, 3, 5), (3, 4, 5))}
"""Twelfths of the columns of rows of two and three."""
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
    full = _scale(scene, rows, y)
    scale = min(full, _most(scene, rows))
    spare = (full - scale) * sum(max(row.wishes) for row in rows)
    if len(rows) == 1 and len(rows[0].works) > 1 and not _bleeds(scene):
        y += int(spare * SETTLED / grid.step) * grid.step
    air = 1.5 * grid.step + min(int(spare / len(rows) / grid.step), MOST_AIR) * grid.step
    for row in rows:
        bottom = y
        for work, cell, block, wish in zip(row.works, row.cells, row.captions, row.wishes, strict=True):
            picture_height = max(int(wish * scale // grid.step), 1) * grid.step
            _picture(sheet, work, cell, y, picture_height)
            bottom = max(bottom, sheet.place(block, grid.x(cell.column), y + picture_height + 0.5 * grid.step))
            if work.reference.link:
                sheet.add(LinkItem(grid.x(cell.column), y, grid.span(cell.span), picture_height, url=work.reference.link))
        y = grid.down(bottom + air)


def _most(scene: Scene, rows: Sequence[_Row]) -> float:
    """Return how much higher than they want to be pictures are made at most, to fill their page."""
    if max(len(row.works) for row in rows) == 1:
        return MOST_STRETCH
    if len(rows) == 1:
        return LONE_STRETCH
    return BLEED_STRETCH if _bleeds(scene) else PAIR_STRETCH


def _roomy(scene: Scene, group: list[Work]) -> list[list[Work]]:
    """Divide a group until the captions leave room for the pictures."""
    if len(group) == 1 or _scale(scene, _rows(scene, group), scene.grid.top) >= LEAST_SCALE:
        return [group]
    middle = len(group) // 2
    return [*_roomy(scene, group[:middle]), *_roomy(scene, group[middle:])]


def _rows(scene: Scene, works: Sequence[Work]) -> list[_Row]:
    rows = []
    for row in _arrange(scene, works):
        cells = _cells(scene, row)
        captions = tuple(_caption(scene, work, cell) for work, cell in zip(row, cells, strict=True))
        rows.append(_Row(tuple(row), tuple(cells), captions, _level(_wishes(scene, row, cells))))
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


def _wishes(scene: Scene, works: Sequence[Work], cells: Sequence[_Cell]) -> tuple[float, ...]:
    """Return the heights at which pictures lose nothing."""
    return tuple(_extent(scene, cell)[1] / _aspect(scene, work) for work, cell in zip(works, cells, strict=True))


def _loss(heights: Sequence[float]) -> float:
    """Return the greatest part that a picture loses where those of these heights are all given the one that suits them best."""
    return 1 - math.sqrt(min(heights) / max(heights))


def _level(heights: tuple[float, ...]) -> tuple[float, ...]:
    """Make heights equal, unless too much would be lost: a row is either level or clearly staggered."""
    if _loss(heights) > MOST_LOSS:
        return heights
    return (math.sqrt(min(heights) * max(heights)),) * len(heights)


def _cells(scene: Scene, works: Sequence[Work]) -> list[_Cell]:
    """Return the columns of a row: equal ones, or others that suit the pictures better and have room for the titles."""
    count = len(works)
    bleed = _bleeds(scene)

    def cells(spans: Sequence[int]) -> list[_Cell]:
        return [_Cell(sum(spans[:i]), span, bleed and i == 0, bleed and i == count - 1) for i, span in enumerate(spans)]

    best = cells(SPANS[count][0] if count in SPANS else (12 // count,) * count)
    least = _loss(_wishes(scene, works, best)) - BETTER
    for spans in SPANS.get(count, ())[1:]:
        tried = cells(spans)
        loss = _loss(_wishes(scene, works, tried))
        if loss < least and all(_has_words(scene, work, cell) for work, cell in zip(works, tried, strict=True)):
            best, least = tried, loss
    return best


def _bleeds(scene: Scene) -> bool:
    """Tell whether pictures run off the page, where more of them is lost."""
    return scene.brand.masters["references"].variant == "bleed"


def _has_words(scene: Scene, work: Work, cell: _Cell) -> bool:
    """Tell whether no word of a work's title is broken in its column."""
    return scene.setter.widest("reference-title", work.reference.title, SPACES) <= _caption_width(scene, cell)


def _caption_width(scene: Scene, cell: _Cell) -> float:
    return scene.grid.span(5) if cell.span == 12 else scene.grid.span(cell.span) - scene.grid.gutter * 0.5


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
    side = min(width, height) * 0.22
    return mark(scene, x + width / 2, y + (height - side) / 2, side, "soft", widest=0.7 * width / side, align=Align.CENTER)


def _level_title(scene: Scene, title: TextBlock) -> Block:
    """Return a title whose first line is level with those beside it, however many lines it has."""
    lines = unpadded(title)
    return Block(scene.grid.steps(lines.height), lines.draw)


def _caption(scene: Scene, work: Work, cell: _Cell) -> Block:
    """Title, whose work it is, and why it is here; beside each other under a wide picture, stacked under a narrow one."""
    grid, setter, reference, origin = scene.grid, scene.setter, work.reference, work.origin
    wide = cell.span == 12
    left = _caption_width(scene, cell)
    title = _level_title(scene, setter.text("reference-title", reference.title, left, origin=f"{origin}/title", tag=Tag.H3))
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
