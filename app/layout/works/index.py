"""A list of the works of a section, for the page of its head where no work has room beside it."""

from collections.abc import Sequence

from app.layout.area import Area
from app.layout.blocks import Block, TextBlock
from app.layout.flow import columns
from app.layout.page import Item, RuleItem, Tag
from app.layout.reference_text import facts
from app.layout.scene import Scene, Sheet
from app.layout.works.shots import Work

FEW = 9
"""So many works have large titles; more stand small, in two columns."""


def index(sheet: Sheet, works: Sequence[Work], area: Area) -> None:
    """List the titles of the works with whose they are, if all of them find room in an area."""
    scene = sheet.scene
    few = len(works) <= FEW
    count = 1 if few else 2
    width = area.width if few else area.span(6)
    blocks = [_entry(scene, work, width, "reference-title" if few else "item-title") for work in works]
    filled, rest = columns(blocks, area.height, count)
    if rest or any(column.used > area.height for column in filled):
        return
    for i, column in enumerate(filled):
        column.draw(sheet.items, area.col(6 * i) if count == 2 else area.x, area.y)


def _entry(scene: Scene, work: Work, width: float, style: str) -> Block:
    """A title over a hairline, whose work it is below it."""
    setter, step = scene.setter, scene.grid.step
    texts: list[TextBlock] = [
        setter.text(style, work.reference.title, width, origin=f"{work.origin}/title", tag=Tag.P, max_lines=2),
        setter.text("caption", facts(scene, work.reference), width, origin=f"{work.origin}/credit", tag=Tag.P, max_lines=1),
    ]
    height = sum(text.height for text in texts) + step

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + width, y, scene.brand.hairline, scene.brand.color("soft")))
        for text in texts:
            text.draw(out, x, y)
            y += text.height

    return Block(height, draw)
