"""Fills columns with blocks: what fits stays, what is bound stays together, the rest goes on."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.layout.blocks import Block
from app.layout.page import Item


@dataclass(frozen=True, slots=True)
class Filled:
    """Blocks placed in a column (y from its top), the height used, and what did not fit."""

    placed: tuple[tuple[Block, float], ...]
    used: float
    rest: tuple[Block, ...]

    def draw(self, out: list[Item], x: float, y: float) -> None:
        """Paint the column with its top left corner at (x, y)."""
        for block, top in self.placed:
            block.draw(out, x, y + top)


def fill(blocks: Sequence[Block], room: float) -> Filled:
    """Place blocks from the top. Blocks that keep with the next never end a column, unless nothing else would fit at all."""
    placed: list[tuple[Block, float]] = []
    y = 0.0
    position = 0
    while position < len(blocks):
        chain = _chain(blocks, position)
        top = y
        fits = True
        for i, block in enumerate(chain):
            start = top + (block.before if placed or i else 0.0)
            if start + block.height > room + 1e-3:
                fits = False
                break
            top = start + block.height
        if fits:
            for block in chain:
                start = y + (block.before if placed else 0.0)
                placed.append((block, start))
                y = start + block.height
            position += len(chain)
            continue
        return _break(blocks, position, chain, placed, y, room)
    return Filled(tuple(placed), y, ())


def _chain(blocks: Sequence[Block], position: int) -> Sequence[Block]:
    """Return the block at a position with those it is bound to."""
    end = position
    while end < len(blocks) - 1 and blocks[end].keep:
        end += 1
    return blocks[position : end + 1]


def _break(
    blocks: Sequence[Block], position: int, chain: Sequence[Block], placed: list[tuple[Block, float]], y: float, room: float
) -> Filled:
    """End the column within or before a chain that does not fit."""
    leading = sum(block.height + block.before for block in chain[:-1])
    last = chain[-1]
    free = room - y - leading - (last.before if placed or len(chain) > 1 else 0.0)
    halves = last.split(free) if free > 0 else None
    if halves:
        for block in (*chain[:-1], halves[0]):
            start = y + (block.before if placed else 0.0)
            placed.append((block, start))
            y = start + block.height
        return Filled(tuple(placed), y, (halves[1], *blocks[position + len(chain) :]))
    if placed:
        return Filled(tuple(placed), y, tuple(blocks[position:]))
    return _forced(blocks[position:], room)


def _forced(blocks: Sequence[Block], room: float) -> Filled:
    """Begin an empty column with blocks that are bound to more than fits: the bond breaks as late as it can.

    Something is always placed, be it too tall, so that the flow moves on.
    """
    placed: list[tuple[Block, float]] = []
    y = 0.0
    for i, block in enumerate(blocks):
        start = y + (block.before if placed else 0.0)
        if start + block.height > room + 1e-3:
            parts = block.split(room - start)
            if parts:
                placed.append((parts[0], start))
                return Filled(tuple(placed), start + parts[0].height, (parts[1], *blocks[i + 1 :]))
            if placed:
                return Filled(tuple(placed), y, tuple(blocks[i:]))
        placed.append((block, start))
        y = start + block.height
        if not block.keep or y > room:
            return Filled(tuple(placed), y, tuple(blocks[i + 1 :]))
    return Filled(tuple(placed), y, ())


def columns(blocks: Sequence[Block], room: float, count: int) -> tuple[tuple[Filled, ...], tuple[Block, ...]]:
    """Fill columns of one height one after another."""
    filled: list[Filled] = []
    rest: tuple[Block, ...] = tuple(blocks)
    for _ in range(count):
        if not rest:
            break
        one = fill(rest, room)
        filled.append(one)
        rest = one.rest
    return tuple(filled), rest


def flowing(
    blocks: Sequence[Block], prefix: Sequence[Block], room: Callable[[int], float], again: Callable[[int], Sequence[Block]]
) -> Iterator[Filled]:
    """Yield one filled column after another until no block is left. `room` is the height of a column, counted from 0; `prefix`
    stands at the top of the first one, and what `again` returns for the number of blocks begun so far at that of each other.
    """
    left: Sequence[Block] = blocks
    column = 0
    while left:
        filled = advance(prefix, left, room(column))
        yield filled
        left = filled.rest
        if left:
            prefix = again(begun(blocks, left))
            column += 1


def advance(prefix: Sequence[Block], left: Sequence[Block], room: float) -> Filled:
    """Fill a column with what repeats and what is left, of which something is always placed."""
    filled = fill([*prefix, *left], room)
    if len(filled.placed) > len(prefix):
        return filled
    # What is left is bound to more than a column holds below what repeats: the bond breaks, so that nothing is lost.
    top = filled.used + left[0].before if filled.placed else 0.0
    forced = _forced(left, room - top)
    return Filled((*filled.placed, *((block, top + y) for block, y in forced.placed)), room, forced.rest)


def begun(blocks: Sequence[Block], left: Sequence[Block]) -> int:
    """Return how many of the blocks were placed, whole or in part, if these are left."""
    done = len(blocks) - len(left)
    return done + (done < len(blocks) and left[0] is not blocks[done])


def balanced(blocks: Sequence[Block], room: float, count: int, step: float) -> tuple[tuple[Filled, ...], tuple[Block, ...]]:
    """Fill columns to about equal heights where everything fits, else fill them up."""
    full, rest = columns(blocks, room, count)
    if rest or count < 2:
        return full, rest
    for height in _heights(blocks, room, count, step):
        tried, left = columns(blocks, height, count)
        if not left and all(column.used <= height + 1e-3 for column in tried):
            return tried, ()
    return full, ()


def _heights(blocks: Sequence[Block], room: float, count: int, step: float) -> Iterator[float]:
    """Yield column heights from the mean upwards."""
    total = sum(block.height + block.before for block in blocks)
    height = max(int(total / count / step) - 2, 1) * step
    while height < room:
        yield height
        height += step
