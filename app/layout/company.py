"""Texts that end well: no signature alone on its page, no further page for want of a line."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from app.layout.blocks import Block, TextBlock
from app.layout.flow import Filled, balanced, fill
from app.layout.scene import Scene

T = TypeVar("T")

THIRD = 1 / 3
"""The part of its page that the end of a text fills at least, where there is text enough."""
TIGHTEST = 1.2
"""Leading as a part of the type size, to which a text is set tighter if that saves a page."""
ALONG = 5
"""So many baseline steps of text at least, if it can be divided there, stand on the page of what ends it."""
FEWEST = 3
"""A page with less room than so many baseline steps takes no text."""
HALF = 0.5
"""A last page of columns that are not so high, as a part of the page, takes text from those before it."""
QUARTER = 0.25
"""Baseline steps by which leading is made tighter."""

Room = Callable[[int], float]
"""Returns the height that a text has on one of its pages, counted from 0."""


def leadings(scene: Scene, style: str) -> list[float]:
    """Return the leadings in points that a text may be set with to save a page, the style's own first."""
    token, step = scene.setter.token(style), scene.grid.step
    own = scene.setter.leading(token, token.size)
    least = math.ceil(TIGHTEST * token.size / step / QUARTER - 1e-6) * QUARTER * step
    return [own, *(own - i * QUARTER * step for i in range(1, math.floor((own - least) / step / QUARTER + 1e-6) + 1))]


def tightest(scene: Scene, style: str, make: Callable[[float], Sequence[Block]], tail: float, room: Room) -> list[Filled]:
    """Fill pages with what `make` sets with a leading, in the loosest one that needs the fewest pages."""
    return _fewest(in_company(make(leading), tail, room, scene.grid.step) for leading in leadings(scene, style))


def in_columns(
    scene: Scene, style: str, make: Callable[[float], Sequence[Block]], room: float, count: int
) -> list[tuple[Filled, ...]]:
    """Fill pages of `count` columns, each `room` points high, in the loosest leading that needs the fewest pages. Where the last
    of them would be nearly empty, all of them end as early.
    """
    step = scene.grid.step

    def pages(blocks: Sequence[Block], height: float) -> list[tuple[Filled, ...]]:
        rest, filled = blocks, []
        while rest:
            page, rest = balanced(rest, height, count, step)
            filled.append(page)
        return filled

    tried = ((blocks, pages(blocks, room)) for blocks in (make(leading) for leading in leadings(scene, style)))
    blocks, best = _shortest(tried)
    if len(best) > 1 and max(column.used for column in best[-1]) < HALF * room:
        rows = math.ceil(_height(blocks) / count / len(best) / step)
        lower = (pages(blocks, height * step) for height in range(rows, int(room / step)))
        return next((even for even in lower if len(even) == len(best)), best)
    return best


def _shortest(
    tried: Iterable[tuple[Sequence[Block], list[tuple[Filled, ...]]]],
) -> tuple[Sequence[Block], list[tuple[Filled, ...]]]:
    """Return the first of those with the fewest pages, and of these without looking any further one of a single page."""
    best: tuple[Sequence[Block], list[tuple[Filled, ...]]] = ((), [])
    for one in tried:
        if not best[1] or len(one[1]) < len(best[1]):
            best = one
        if len(best[1]) <= 1:
            break
    return best


def lift(filled: Filled, step: float) -> float:
    """Return how far up a column goes so that its first line stands where one of a single baseline step would, level with what
    stands beside it.
    """
    first = filled.placed[0][0] if filled.placed else None
    return max(first.leading - step, 0.0) if isinstance(first, TextBlock) else 0.0


def _fewest(tried: Iterable[list[T]]) -> list[T]:
    """Return the first of the shortest, and of these without looking any further one of a single page."""
    best: list[T] | None = None
    for pages in tried:
        if best is None or len(pages) < len(best):
            best = pages
        if len(best) <= 1:
            break
    return best or []


def in_company(blocks: Sequence[Block], tail: float, room: Room, step: float) -> list[Filled]:
    """Fill pages with blocks so that the last one has `tail` points left for what ends them, and enough text before that."""
    pages: list[Filled] = []
    rest: Sequence[Block] = tuple(blocks)
    while True:
        here = room(len(pages))
        filled = fill(rest, here) if here >= FEWEST * step else Filled((), 0.0, tuple(rest))
        if not filled.rest and (filled.used + tail <= here + 1e-3 or (pages and not filled.placed)):
            return [*pages, filled]
        ahead = room(len(pages) + 1)
        least = min(max(ahead * THIRD - tail, ALONG * step), ahead - tail)
        if filled.placed and _height(filled.rest) < least:
            filled = _leaving(rest, filled, least, step)
        pages.append(filled)
        rest = filled.rest


def _leaving(blocks: Sequence[Block], filled: Filled, least: float, step: float) -> Filled:
    """Fill a column less, so that so many points of text are left for the next one; as many as there are, if it has fewer."""
    best, room = filled, filled.used - step
    while room > 2 * step:
        tried = fill(blocks, room)
        if tried.used > room + 1e-3 or (tried.placed and tried.placed[-1][0].keep):
            # What stands here is not to be divided any more.
            break
        best = tried
        if _height(tried.rest) >= least:
            break
        room -= step
    return best


def _height(blocks: Sequence[Block]) -> float:
    return sum(block.height + (block.before if i else 0.0) for i, block in enumerate(blocks))
