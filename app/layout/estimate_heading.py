"""What opens a section of the estimate: its number, its title and scope, and the people who will do it."""

from collections.abc import Sequence

from app.brand.units import MM
from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.faces import beside_name, name_alone, role_only, under_photo
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person

PEOPLE_COLUMNS = 3
"""Twelfths of the area that the number and the people take; the table stands right of them."""
HEADING_ROOM = 8
"""Baseline steps that the number and the title take above the people."""
LEAST_NAME = 52.0
"""A name needs so many points beside a photo; where there are fewer, it stands below."""
FACE = 15.5 * MM
"""Diameter of a photograph beside the estimate, where the brandbook names no other; it is rounded to baseline steps."""


def face_diameter(scene: Scene) -> float:
    """Return the diameter of a photograph in points."""
    wanted = scene.brand.masters["estimate"].number("face", FACE / MM) * MM
    return max(round(wanted / scene.grid.step), 1) * scene.grid.step


def people_blocks(scene: Scene, part: EstimateSection, area: Area) -> list[Block]:
    """The photographs with names, and the roles that nobody fills yet. The more people, the smaller they become."""
    width = area.span(PEOPLE_COLUMNS) - area.gutter * 0.5
    members = [person for person in map(scene.proposal.person, part.people) if person]
    diameter = face_diameter(scene)
    limit = area.height - HEADING_ROOM * area.step
    blocks = _faces(scene, part, members, width, diameter)
    for smaller in (max(diameter - area.step, 2 * area.step), 2 * area.step):
        if column(blocks, area.step).height > limit:
            blocks = _faces(scene, part, members, width, smaller)
    if column(blocks, area.step).height > limit:
        blocks = [name_alone(scene, person, width) for person in members]
    return blocks


def _faces(scene: Scene, part: EstimateSection, members: list[Person], width: float, diameter: float) -> list[Block]:
    """Set names beside the photos where there is room for them, else below."""
    draw = beside_name if width - diameter >= LEAST_NAME else under_photo
    small = min(diameter, width - LEAST_NAME) if draw is beside_name else diameter
    return [draw(scene, person, width, small) for person in members] + [
        role_only(scene, role, width, small) for role in part.roles
    ]


def column(blocks: Sequence[Block], gap: float) -> Block:
    """Stack blocks with a gap after each."""
    height = sum(block.height + gap for block in blocks)

    def draw(out: list[Item], x: float, y: float) -> None:
        for block in blocks:
            block.draw(out, x, y)
            y += block.height + gap

    return Block(height, draw)


def heading(
    scene: Scene, part: EstimateSection, number: int, faces: Sequence[Block], area: Area, room: float
) -> tuple[Block, float, Sequence[Block]]:
    """The number and the people at the left, the title and scope over the table. Drawn from the table's left edge.

    Returns the block, how far down the people reach, and those for whom there was no room.
    """
    setter, brand, step = scene.setter, scene.brand, area.step
    origin = f"estimate/sections/{part.id}"
    inset = area.col(PEOPLE_COLUMNS) - area.x
    width = area.width - inset
    title = setter.headline("section-title", part.title, width, 2, origin=f"{origin}/title", tag=Tag.H2)
    scope = (
        setter.text("section-text", part.description, width * 0.9, origin=f"{origin}/description") if part.description else None
    )
    digit = setter.line("section-number", str(number))
    title_size = title.lines[0].runs[0].size if title.lines and title.lines[0].runs else 0.0
    cap_top = step + title.leading - title_size * CAP_HEIGHT
    number_y = cap_top + setter.token("section-number").size * CAP_HEIGHT
    people_y = scene.grid.steps(number_y + 0.8 * step)
    shown = fitting(faces, room - people_y, step)
    people = column(faces[:shown], step)
    height = max(scene.grid.steps(2 * step + title.height + (scope.height if scope else 0.0)), people_y)

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x - inset
        out.append(RuleItem(left, y, left + area.width, y, brand.hairline * 2.5, brand.color("line")))
        # The tops of the number and of the title are level.
        out.append(TextItem(left - 2, y + number_y, digit, f"{origin}/title", Tag.ARTIFACT))
        people.draw(out, left, y + people_y)
        title.draw(out, x, y + step)
        if scope:
            scope.draw(out, x, y + step + title.height)

    return Block(height, draw, keep=True), people_y + people.height - step, faces[shown:]


def fitting(blocks: Sequence[Block], room: float, gap: float) -> int:
    """Return how many blocks, with a gap after each, fit below each other."""
    height = -gap
    for count, block in enumerate(blocks):
        height += block.height + gap
        if height > room + 1e-3:
            return count
    return len(blocks)


def continuation(scene: Scene, part: EstimateSection, number: int, faces: Sequence[Block], area: Area) -> tuple[Block, float]:
    """A quiet reminder of the section where it goes on, with the people who did not fit before; and how far down they reach."""
    step = area.step
    inset = area.col(PEOPLE_COLUMNS) - area.x
    people = column(faces, step)
    width = area.width - inset
    name = scene.setter.text(
        "item-title", f"{number}. {part.title} — {scene.words('continued')}", width, tag=Tag.ARTIFACT,
        origin=f"estimate/sections/{part.id}/title", max_lines=1,
    )  # fmt: skip

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x - inset
        out.append(RuleItem(left, y, left + area.width, y, scene.brand.hairline * 2.5, scene.brand.color("line")))
        name.draw(out, x, y + step)
        people.draw(out, left, y + step)

    return Block(3 * step, draw, keep=True), step + people.height if faces else 0.0
