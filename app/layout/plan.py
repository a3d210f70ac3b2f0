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


def sheets(scene: Scene, section_id: str, plans: Sequence[Plan]) -> list[Sheet]:
    """Draw planned pages. A page whose blocks and places are the same as in an earlier layout is the same object."""
    drawn = []
    for i, plan in enumerate(plans):
        made_from = (plan.chrome, plan.ground, tuple(plan.placed), tuple(plan.bookmarks))
        sheet = scene.setter.remember(("sheet", i), made_from, partial(_draw, scene, section_id, plan))
        # An earlier scene need not live on with its page.
        sheet.scene = scene
        drawn.append(sheet)
    return drawn


def _draw(scene: Scene, section_id: str, plan: Plan) -> Sheet:
    sheet = Sheet(scene, section_id, chrome=plan.chrome, bookmarks=list(plan.bookmarks))
    if plan.ground:
        sheet.ground(plan.ground)
    for block, x, y in plan.placed:
        block.draw(sheet.items, x, y)
    return sheet


def fixed(items: Sequence[Item], height: float = 0.0) -> Block:
    """Return a block of things that have their place on the page already; it is to be placed at (0, 0)."""
    kept = tuple(items)
    return Block(height, lambda out, x, y: out.extend(kept))
