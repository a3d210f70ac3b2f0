"""Tiles a rectangle with pictures of any aspect ratios so that rows and columns end level and little is cut off.

A tiling is a tree: a row of columns of rows … whose leaves are the pictures in their order. Where pictures keep their aspect,
the height of a tree is a linear function of its width, h = slope · w + offset, so that the layout of a tree is exact: in a
column heights add up, in a row, where h is common, widths do. All trees are tried (394 for six pictures) and the cheapest
wins; the pictures then are made a little higher or lower, all alike, to fill the rectangle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import sqrt
from typing import TypeAlias

from app.layout.box import Box

MOST = 6
"""Pictures in one tiling."""
MOST_LOSS = 0.32
"""No picture loses a larger part of itself; the tiling gets smaller instead."""
NARROWEST, WIDEST = 0.5, 2.6
"""Pictures of more extreme aspect ratios are tiled as if they had these, and lose what stands out."""

EVEN = 0.45
"""The smallest picture should have at least so much of the mean area."""

Tree: TypeAlias = "int | tuple[str, tuple[Tree, ...]]"


@dataclass(frozen=True, slots=True)
class Tiling:
    """Where each picture goes, in the order given; `loss` is the part that a picture of a usual aspect loses."""

    tiles: tuple[Box, ...]
    width: float
    height: float
    loss: float


@dataclass(frozen=True, slots=True)
class _Solved:
    """A tree with what it takes: height = slope · width + offset."""

    tree: Tree
    slope: float
    offset: float
    parts: "tuple[_Solved, ...]" = ()


@lru_cache(maxsize=256)
def tile(aspects: tuple[float, ...], width: float, height: float, gap: float) -> Tiling:
    """Return the best tiling of at most MOST pictures in a rectangle at (0, 0), with `gap` points between them.

    The tiling is as wide and as high as the rectangle where no picture loses more than MOST_LOSS that way, else smaller.
    """
    usual = [min(max(aspect, NARROWEST), WIDEST) for aspect in aspects[:MOST]]
    if not usual or width <= 0 or height <= 0:
        return Tiling((), 0.0, 0.0, 0.0)
    tried = sorted(_tried(usual, width, height, gap), key=lambda one: one[0])
    for _, tree in tried:
        found = _fitted(tree, usual, width, height, gap)
        if found:
            return found
    return _strip(usual, width, height)


def shares(count: int, most: int = MOST) -> tuple[int, ...]:
    """Divide pictures over pages, nearly equally many on each, none left alone."""
    pages = -(-count // most)
    return tuple(count // pages + (i < count % pages) for i in range(pages)) if count else ()


def _tried(aspects: Sequence[float], width: float, height: float, gap: float) -> Iterator[tuple[float, Tree]]:
    """Yield every tree with its cost."""
    for tree in _trees(0, len(aspects)):
        solved = _solve(tree, aspects, gap, 1.0)
        natural = solved.slope * width + solved.offset
        if natural <= 0:
            continue
        tiles = [tile for _, tile in _place(solved, Box(0.0, 0.0, width, natural), gap)]
        if min(min(tile.width, tile.height) for tile in tiles) <= gap:
            continue
        yield _cost(tiles, natural / height), tree


def _cost(tiles: Sequence[Box], fullness: float) -> float:
    """Return how bad a tiling is: what is cut away or stays empty, pictures much smaller than the others, a first picture that
    is not the largest.
    """
    loss = 1 - min(fullness, 1 / fullness)
    # A tiling that does not reach the foot leaves room for words; one that does not reach the side looks like a mistake.
    empty = max(0.0, loss - MOST_LOSS) * (4 if fullness < 1 else 9)
    areas = [tile.width * tile.height for tile in tiles]
    mean = sum(areas) / len(areas)
    uneven = max(0.0, EVEN - min(areas) / mean)
    return 2 * loss * sqrt(loss) + empty + uneven * 1.5 + (1 - areas[0] / max(areas)) * 0.12


def _fitted(tree: Tree, aspects: Sequence[float], width: float, height: float, gap: float) -> Tiling | None:
    """Stretch or squeeze the pictures of a tree to the height; where they would lose too much, make the tiling smaller."""
    low, high = 1 - MOST_LOSS, 1 / (1 - MOST_LOSS)
    tallest = _height(tree, aspects, width, gap, high)
    lowest = _height(tree, aspects, width, gap, low)
    if tallest <= height:
        stretch, height = high, tallest
    elif lowest >= height:
        solved = _solve(tree, aspects, gap, low)
        stretch, width = low, (height - solved.offset) / solved.slope
    else:
        for _ in range(40):
            stretch = (low + high) / 2
            low, high = (stretch, high) if _height(tree, aspects, width, gap, stretch) < height else (low, stretch)
    solved = _solve(tree, aspects, gap, stretch)
    placed = dict(_place(solved, Box(0.0, 0.0, width, solved.slope * width + solved.offset), gap))
    if min(min(tile.width, tile.height) for tile in placed.values()) <= gap:
        return None
    tiles = tuple(placed[i] for i in range(len(aspects)))
    return Tiling(tiles, width, height, 1 - min(stretch, 1 / stretch))


def _strip(aspects: Sequence[float], width: float, height: float) -> Tiling:
    """Return a row without gaps, where there is no room even for the gaps."""
    part = width / len(aspects)
    return Tiling(tuple(Box(i * part, 0.0, part, height) for i in range(len(aspects))), width, height, 1.0)


def _height(tree: Tree, aspects: Sequence[float], width: float, gap: float, stretch: float) -> float:
    solved = _solve(tree, aspects, gap, stretch)
    return solved.slope * width + solved.offset


def _solve(tree: Tree, aspects: Sequence[float], gap: float, stretch: float) -> _Solved:
    if isinstance(tree, int):
        return _Solved(tree, stretch / aspects[tree], 0.0)
    parts = tuple(_solve(part, aspects, gap, stretch) for part in tree[1])
    gaps = (len(parts) - 1) * gap
    if tree[0] == "column":
        return _Solved(tree, sum(part.slope for part in parts), sum(part.offset for part in parts) + gaps, parts)
    each = sum(1 / part.slope for part in parts)
    return _Solved(tree, 1 / each, (sum(part.offset / part.slope for part in parts) - gaps) / each, parts)


def _place(solved: _Solved, box: Box, gap: float) -> Iterator[tuple[int, Box]]:
    """Yield the number and the place of every picture below a tree that takes a box."""
    if isinstance(solved.tree, int):
        yield solved.tree, box
        return
    x, y = box.x, box.y
    for part in solved.parts:
        if solved.tree[0] == "column":
            height = part.slope * box.width + part.offset
            yield from _place(part, Box(box.x, y, box.width, height), gap)
            y += height + gap
        else:
            width = (box.height - part.offset) / part.slope
            yield from _place(part, Box(x, box.y, width, box.height), gap)
            x += width + gap


@cache
def _trees(first: int, count: int) -> tuple[Tree, ...]:
    """Return all trees of pictures in their order."""
    if count == 1:
        return (first,)
    return (*_split(first, count, "row"), *_split(first, count, "column"))


@cache
def _split(first: int, count: int, way: str) -> tuple[Tree, ...]:
    """Return all trees whose root divides in one way; its parts are pictures or divide in the other way."""
    if count == 1:
        return (first,)
    parts = (part for taken in range(1, count) for part in _sequences(first, count, taken, way))
    return tuple((way, part) for part in parts)


def _sequences(first: int, count: int, taken: int, way: str) -> Iterator[tuple[Tree, ...]]:
    """Yield all ways to divide pictures into parts of which the first takes so many."""
    other = "column" if way == "row" else "row"
    left = count - taken
    tails: Iterator[tuple[Tree, ...]]
    for head in _split(first, taken, other):
        tails = (
            iter(((),)) if not left else (tail for t in range(1, left + 1) for tail in _sequences(first + taken, left, t, way))
        )
        yield from ((head, *tail) for tail in tails)
