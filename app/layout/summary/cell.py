"""What is told of a section under its bar: a cell of a screen."""

from collections.abc import Sequence
from functools import partial

from app.layout.blocks import Block, TextBlock
from app.layout.face_row import face_row
from app.layout.page import BoxItem, Item, Tag, TextItem
from app.layout.scene import Scene
from app.layout.summary.shares import Share

BAR = 3.0
"""Points of a section's tone over its cell."""
MOST_FACES = 4
HEAD = 2
"""Baseline steps above the title, for the number and the photographs."""
FIGURES = 2
"""Baseline steps below it, for the money, and for percentage and hours."""


def cell_rows(scene: Scene, line: Sequence[Share], width: float) -> int:
    """Return how many baseline steps the tallest cell of a line takes."""
    title = max((_title(scene, share, width).height for share in line), default=0.0)
    return HEAD + round(title / scene.grid.step) + FIGURES


def cell_block(scene: Scene, share: Share, width: float, tone: str, rows: int) -> Block:
    """Return the cell of a section; its figures are level with those of all cells of so many steps."""
    made_from = (share, width, tone, rows)
    return scene.setter.remember(("cell", share.part.id), made_from, partial(_cell, scene, share, width, tone, rows))


def _title(scene: Scene, share: Share, width: float) -> TextBlock:
    return scene.setter.remember(
        ("cell title", share.part.id), (share.title, width), partial(
            scene.setter.text, "share-row", share.title, width, origin=f"{share.origin}/title", tag=Tag.TD,
            group=f"share#{share.part.id}#0", max_lines=3,
        ),
    )  # fmt: skip


def _cell(scene: Scene, share: Share, width: float, tone: str, rows: int) -> Block:
    setter, step, origin, group = scene.setter, scene.grid.step, share.origin, f"share#{share.part.id}"
    number = setter.line("share-number", share.number)
    faces, faces_width = face_row(scene, [person for person, _ in share.people], 1.5 * step, MOST_FACES)
    title = _title(scene, share, width)
    amount = setter.line("share-amount", share.amount)
    rest = setter.line("share-hours", " · ".join(filter(None, (share.part_of, share.hours))))

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(BoxItem(x, y, width, BAR, fill=tone, origin=origin))
        out.append(TextItem(x, y + 1.62 * step, number, f"{origin}/title", Tag.TD, f"{group}#1"))
        faces.draw(out, x + width - faces_width, y + 0.5 * step)
        title.draw(out, x, y + HEAD * step)
        base = y + (rows - 1) * step
        out.append(TextItem(x, base, amount, origin, Tag.TD, f"{group}#2"))
        out.append(TextItem(x, base + step, rest, origin, Tag.TD, f"{group}#3"))

    return Block(rows * step, draw)
