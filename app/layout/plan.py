"""Pages that are planned before they are drawn: what stands where. A page that is planned as before is not drawn again."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from app.layout.blocks import Block
from app.layout.page import Bookmark, Item
from app.layout.scene import Scene, Sheet


class Placed(NamedTuple):
    """A block with its top left corner at (x, y)."""

    block: Block
    x: float
    y: float


@dataclass(slots=True)
class Plan:
    """A page as planned. `ground` is the palette role that fills it, `chrome` the ink of running header and folio."""

    chrome: str = "ink"
    ground: str = ""
    placed: list[Placed] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def place(self, block: Block, x: float, y: float) -> float:
        """Put a block on the page; return the y below it."""
        self.placed.append(Placed(block, x, y))
        return y + block.height

    def bookmark(self, title: str, level: int = 0, y: float = 0.0) -> None:
        """Add an entry of the outline."""
        if title:
            self.bookmarks.append(Bookmark(title, level, y))


_Parts = dict[tuple[int, float, float], tuple[Block, list[Item]]]
"""The items of blocks, by the block's identity and place."""


class _Drawn(NamedTuple):
    """A page as drawn, and the items of its blocks. `older` are those of the drawing before: a sum that brings kopecks into a
    whole column takes them out again with the next digit, and undo asks for them too.
    """

    sheet: Sheet
    parts: _Parts
    older: _Parts


def sheets(scene: Scene, section_id: str, plans: Sequence[Plan]) -> list[Sheet]:
    """Draw planned pages. A page whose blocks and places are the same as in an earlier layout is the same object."""
    drawn = []
    for i, plan in enumerate(plans):
        name = ("sheet", i)
        made_from = (plan.chrome, plan.ground, tuple(plan.placed), tuple(plan.bookmarks))
        make = partial(_draw, scene, section_id, plan, scene.setter.latest(name))
        sheet = scene.setter.remember(name, made_from, make).sheet
        # An earlier scene need not live on with its page.
        sheet.scene = scene
        drawn.append(sheet)
    return drawn


def _draw(scene: Scene, section_id: str, plan: Plan, before: _Drawn | None) -> _Drawn:
    """Draw a page. A block that stands where it stood, lately or once before, is not drawn again."""
    sheet = Sheet(scene, section_id, chrome=plan.chrome, bookmarks=list(plan.bookmarks))
    if plan.ground:
        sheet.ground(plan.ground)
    known, older = (before.parts, before.older) if before else ({}, {})
    parts: _Parts = {}
    for block, x, y in plan.placed:
        key = (id(block), x, y)
        part = known.get(key) or older.get(key)
        if part is None:
            part = block, []
            block.draw(part[1], x, y)
        parts[key] = part
        sheet.items.extend(part[1])
    return _Drawn(sheet, parts, known)


def fixed(items: Sequence[Item], height: float = 0.0) -> Block:
    """Return a block of things that have their place on the page already; it is to be placed at (0, 0)."""
    kept = tuple(items)
    return Block(height, lambda out, x, y: out.extend(kept))
