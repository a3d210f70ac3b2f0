"""A row of the list that tells what the parts of a ring are."""

from collections.abc import Sequence
from functools import partial

from app.layout.blocks import Block
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.face_row import face_row
from app.layout.page import BoxItem, Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.layout.summary.shares import Share

GAP = 12.0
"""Least distance of the columns, in points."""
MOST_FACES = 4
LEAST_FACES = 2
"""Rows of so many baseline steps have room for photographs."""
THREAD_COLOR = "line"
"""Palette role of the ring of hours."""
SWATCH = 0.8
"""Side of the coloured square, in heights of capitals."""


Edges = tuple[float, float]
"""Where the columns of money and of hours end, from the left edge of the list."""


def edges_of(scene: Scene, found: Sequence[Share]) -> Edges:
    """Return the places of the columns: airy where the measure is wide, as near as the figures allow where it is not."""
    line, measure = scene.setter.line, scene.grid.measure
    percent = max(
        [line("share-amount", share.part_of).width for share in found] + [line("table-head", scene.words("Share")).width]
    )
    amount = max((line("share-amount", share.amount).width for share in found), default=0.0)
    money = min(measure * 0.9, measure - percent - GAP)
    return money, min(measure * 0.71, money - amount - GAP)


def legend_row(scene: Scene, share: Share, height: int, tone: str, edges: Edges) -> Block:
    """Return the row of a section: its tone and number, its title and people, hours, money and percentage."""
    made_from = (share, height, tone, edges)
    return scene.setter.remember(("legend", share.part.id), made_from, partial(_row, scene, share, height, tone, edges))


def _row(scene: Scene, share: Share, height: int, tone: str, edges: Edges) -> Block:
    setter, step, measure, brand = scene.setter, scene.grid.step, scene.grid.measure, scene.brand
    number = setter.line("share-number", share.number, size=min(setter.token("share-number").size, step))
    percent = setter.line("share-amount", share.part_of)
    amount = setter.line("share-amount", share.amount)
    hours = setter.line("share-hours", share.hours) if share.hours else None
    people = [person for person, _ in share.people] if height >= LEAST_FACES else []
    face = 1.45 * step
    faces, faces_width = face_row(scene, people, face, MOST_FACES)
    side = number.runs[0].size * CAP_HEIGHT * SWATCH
    left = max(scene.grid.span(1), side + number.width + 14)
    room = edges[1] - (hours.width if hours else 0.0) - scene.grid.gutter * 1.5 - left
    if people and setter.line("share-row", share.title).width > room - faces_width - scene.grid.gutter:
        # What a section is called matters more than who is seen; its people stand in the estimate.
        people = []
    title = setter.text(
        "share-row", share.title, room - (faces_width + scene.grid.gutter if people else 0.0),
        origin=f"{share.origin}/title", tag=Tag.TD, group=f"share#{share.part.id}#0", max_lines=1,
    )  # fmt: skip
    baseline = height * step
    cap = title.lines[0].runs[0].size * CAP_HEIGHT if title.lines and title.lines[0].runs else step * 0.5
    rule_y, weight, soft = step * 0.38 * height, brand.hairline, brand.color("soft")
    group = f"share#{share.part.id}"

    def draw(out: list[Item], x: float, y: float) -> None:
        if height >= LEAST_FACES:
            out.append(RuleItem(x, y + rule_y, x + measure, y + rule_y, weight, soft))
        base = y + baseline
        out.append(BoxItem(x, base - (cap + side) / 2, side, side, fill=tone, origin=share.origin))
        out.append(TextItem(x + side + 6, base, number, f"{share.origin}/title", Tag.TD, f"{group}#0"))
        title.draw(out, x + left, base - title.height)
        if people:
            faces.draw(out, x + left + room - faces_width, base - cap / 2 - face / 2)
        if hours:
            out.append(TextItem(x + edges[1] - hours.width, base, hours, share.origin, Tag.TD, f"{group}#1"))
        out.append(TextItem(x + edges[0] - amount.width, base, amount, share.origin, Tag.TD, f"{group}#2"))
        out.append(TextItem(x + measure - percent.width, base, percent, share.origin, Tag.TD, f"{group}#3"))

    return Block(height * step, draw)


def legend_head(scene: Scene, hours: bool, edges: Edges) -> Block:
    """Return the headings of the list's columns. That of the hours has the colour of their ring."""
    return scene.setter.remember("legend head", (hours, edges), partial(_head, scene, hours, edges))


def _head(scene: Scene, hours: bool, edges: Edges) -> Block:
    setter, step, measure, words = scene.setter, scene.grid.step, scene.grid.measure, scene.words
    cells = [(setter.line("table-head", words("Money")), edges[0]), (setter.line("table-head", words("Share")), measure)]
    if hours:
        cells.append((setter.line("table-head", words("Hours"), color=THREAD_COLOR), edges[1]))

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(TextItem(x + edge - line.width, y + step, line, "", Tag.TH) for line, edge in cells)

    return Block(step, draw)
