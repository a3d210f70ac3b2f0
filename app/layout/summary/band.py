"""Shares as a band from edge to edge of a page: money above, the hours as a thin line below."""

from collections.abc import Iterator, Sequence
from functools import partial

from app.layout.blocks import Block
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.page import BoxItem, Item, Tag, TextItem
from app.layout.scene import Scene
from app.layout.summary.shares import Share
from app.layout.summary.tones import on, tints

GAP = 1.5
"""Points between the parts of the band."""
HOURS = 0.3
"""Height of the line of hours, in baseline steps."""


def band_block(scene: Scene, found: Sequence[Share], steps: int) -> Block:
    """Return the band, so many baseline steps high, with two more for what it says of hours; its left edge is the page's."""
    made_from = (tuple(found), steps)
    return scene.setter.remember("band of shares", made_from, partial(_band, scene, found, steps * scene.grid.step))


def _band(scene: Scene, found: Sequence[Share], height: float) -> Block:
    brand, step = scene.brand, scene.grid.step
    tones = tints(brand, len(found))
    boxes: list[tuple[float, float, float, float, str, str]] = []
    texts: list[TextItem] = []
    for share, start, end in _parts(scene, [share.of_money for share in found], found):
        boxes.append((start, 0.0, end - start, height, tones[share.rank], share.origin))
        texts.extend(_labels(scene, share, start, end, height, tones[share.rank]))
    for share, start, end in _parts(scene, [share.of_hours for share in found], found):
        boxes.append((start, height + 2 * GAP, end - start, HOURS * step, brand.color("muted"), share.origin))
    worked = any(share.of_hours for share in found)
    if worked:
        line = scene.setter.line("table-head", scene.words("Hours"))
        texts.append(TextItem(scene.grid.left, height + 1.45 * step, line, "", Tag.ARTIFACT))

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(BoxItem(x + left, y + top, w, h, fill=fill, origin=origin) for left, top, w, h, fill, origin in boxes)
        out.extend(TextItem(x + text.x, y + text.y, text.line, text.origin, text.tag) for text in texts)

    return Block(height + 2 * step, draw)


def _parts(scene: Scene, of: Sequence[float], found: Sequence[Share]) -> Iterator[tuple[Share, float, float]]:
    """Yield where each share begins and ends; the first and the last one run into the bleed."""
    page, bleed = scene.brand.page.width, scene.brand.page.bleed
    shown = [(share, part) for share, part in zip(found, of, strict=True) if part]
    start = 0.0
    for i, (share, part) in enumerate(shown):
        end = start + part * page
        left = -bleed if i == 0 else start
        right = page + bleed if i == len(shown) - 1 else max(end - GAP, start + GAP / 2)
        yield share, left, right
        start = end


def _labels(scene: Scene, share: Share, start: float, end: float, height: float, tone: str) -> Iterator[TextItem]:
    """Yield number and percentage where a part has room for them."""
    inset = 0.5 * scene.grid.step
    left, right = max(start + inset, scene.grid.left), min(end - inset, scene.grid.right)
    ink = on(scene.brand, tone)
    number = scene.setter.line("share-number", share.number, color=ink)
    cap = number.runs[0].size * CAP_HEIGHT
    if number.width <= right - left:
        yield TextItem(left, inset + cap, number, f"{share.origin}/title", Tag.ARTIFACT)
    largest = scene.setter.token("share-percent").size
    for size in (largest, largest * 0.75, largest * 0.55):
        percent = scene.setter.line("share-percent", share.percent, color=ink, size=size)
        if percent.width <= right - left and cap + size * CAP_HEIGHT + 2.5 * inset <= height:
            yield TextItem(left, height - inset, percent, share.origin, Tag.ARTIFACT)
            return
