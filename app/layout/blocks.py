"""Blocks: pieces of a column that know their height and can draw themselves anywhere.

A block's top stands on the baseline grid and its height is a whole number of steps, so that whatever follows stands on the
grid too. The baseline of a text line is the bottom of its row.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.layout.page import Item, PictureItem, RuleItem, Tag, TextItem
from app.text.glyphs import Line

Draw = Callable[[list[Item], float, float], None]
"""Paints at (x, y), the top left corner, by appending items."""

FEWEST_LINES = 2
"""No widow and no orphan: so many lines of a paragraph stay together at either side of a break."""


@dataclass(frozen=True, slots=True)
class Block:
    """Something with a height. `before` is space that vanishes at the top of a column; `keep` binds it to the next block."""

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Return two blocks of which the first fits the room, or None where this cannot be divided."""
        del room
        return None


@dataclass(frozen=True, slots=True)
class TextBlock(Block):
    """Lines of a paragraph; divisible between lines. `marker` stands at the left, on the baseline of line `marker_row`:
    the sign of a list item on the first, a drop cap on its last.
    """

    lines: tuple[Line, ...] = ()
    leading: float = 0.0
    origin: str = ""
    tag: Tag = Tag.P
    group: str = ""
    marker: Line | None = None
    marker_row: int = 0

    def split(self, room: float) -> "tuple[TextBlock, TextBlock] | None":
        """Divide so that at least two lines stay on either side."""
        fitting = min(int((room + 1e-3) / self.leading), len(self.lines) - FEWEST_LINES)
        if fitting < max(FEWEST_LINES, self.marker_row + 1):
            return None
        head = text_lines(
            self.lines[:fitting], self.leading, self.origin, self.tag, self.group, marker=self.marker, marker_row=self.marker_row
        )
        tail = text_lines(self.lines[fitting:], self.leading, self.origin, self.tag, self.group)
        return replace(head, before=self.before), replace(tail, keep=self.keep)


def text_lines(
    lines: tuple[Line, ...],
    leading: float,
    origin: str = "",
    tag: Tag = Tag.P,
    group: str = "",
    *,
    marker: Line | None = None,
    marker_row: int = 0,
    pad: float = 0.0,
    before: float = 0.0,
    keep: bool = False,
) -> TextBlock:
    """Make a block of lines that are set already. `pad` is space above that brings the last baseline onto the grid."""

    def draw(out: list[Item], x: float, y: float) -> None:
        if marker:
            out.append(TextItem(x, y + pad + (marker_row + 1) * leading, marker, origin, tag, group))
        out.extend(TextItem(x, y + pad + (i + 1) * leading, line, origin, tag, group) for i, line in enumerate(lines))

    return TextBlock(len(lines) * leading + pad, draw, before, keep, lines, leading, origin, tag, group, marker, marker_row)


def space(height: float) -> Block:
    """Empty space that vanishes at the top of a column."""
    return Block(0.0, lambda out, x, y: None, before=height)


def rule(
    width: float, weight: float, color: str, height: float, *, at: float = 0.5, before: float = 0.0, keep: bool = False
) -> Block:
    """A line across a block of some height; `at` is where in the height it stands, 0…1."""

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y + height * at, x + width, y + height * at, weight, color))

    return Block(height, draw, before, keep)


def stack(blocks: list[Block], *, before: float = 0.0, keep: bool = False) -> Block:
    """Join blocks to one that cannot be divided."""
    height = sum(block.before * bool(i) + block.height for i, block in enumerate(blocks))

    def draw(out: list[Item], x: float, y: float) -> None:
        for i, block in enumerate(blocks):
            y += block.before if i else 0.0
            block.draw(out, x, y)
            y += block.height

    return Block(height, draw, before, keep)


def beside(left: Block, right: Block, right_x: float, *, before: float = 0.0, keep: bool = False) -> Block:
    """Put two blocks next to each other; `right_x` is the distance of their left edges."""

    def draw(out: list[Item], x: float, y: float) -> None:
        left.draw(out, x, y)
        right.draw(out, x + right_x, y)

    return Block(max(left.height, right.height), draw, before, keep)


def picture(item: PictureItem, height: float, *, before: float = 0.0, keep: bool = False) -> Block:
    """A picture whose item stands relative to the block's corner; `height` is the block's."""

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(replace(item, x=x + item.x, y=y + item.y))

    return Block(height, draw, before, keep)
