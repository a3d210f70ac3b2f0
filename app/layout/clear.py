"""Large type and what stands next to it: below what hangs from it, and level with its ink at the margin."""

from dataclasses import replace

from app.layout.blocks import TextBlock, text_lines
from app.layout.setter import Setter
from app.text.clearance import hanging, starting

CLEAR = 0.75
"""So much of a baseline step stays free below what hangs from large type."""


def below(setter: Setter, upper: TextBlock, gap: float) -> float:
    """Return the gap that something keeps from a block above it: the one given, or where letters or the comma of a sum hang
    down, so many whole baseline steps more that these are clear of it.
    """
    depth = hanging(upper.lines[-1], setter.book) if upper.lines else 0.0
    while gap < depth + CLEAR * setter.step:
        gap += setter.step
    return gap


def flush(setter: Setter, block: TextBlock) -> TextBlock:
    """Return large type whose letters, not the white before them, begin at the left edge of their column."""
    lines = tuple(replace(line, x=line.x - starting(line, setter.book)) for line in block.lines)
    pad = block.height - len(lines) * block.leading
    return text_lines(
        lines, block.leading, block.origin, block.tag, block.group, pad=max(pad, 0.0), before=block.before, keep=block.keep
    )
