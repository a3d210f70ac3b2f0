"""What opens a section of the estimate: its number, its title and scope, and the people who will do it."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.brand.units import MM
from app.layout.area import Area
from app.layout.blocks import Block, Draw, TextBlock
from app.layout.clipped import MOST_LETTERS, clipped
from app.layout.estimate_narrow import narrow_top
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.face_row import face_row, row_width
from app.layout.faces import NAME_GAP, WORDS, beside_name, name_alone, role_below, role_only, under_photo, vacant
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person
from app.text.style import Align

PEOPLE_COLUMNS = 3
"""Twelfths of the area that the number and the people take; the table stands right of them."""
NARROW = 400.0
"""An area of fewer points has no room for people beside the table."""
HEADING_ROOM = 8
"""Baseline steps that the number and the title take above the people."""
LEAST_NAME = 40.0
"""A name needs so many points beside a photo; where there are fewer, or a word of it is wider, it stands below."""
LEAST_FACE = 2
"""Diameter in baseline steps of the smallest photographs."""
FACE = 15.5 * MM
"""Diameter of a photograph beside the estimate, where the brandbook names no other; it is rounded to baseline steps."""
SCOPE_AIR = 0.5
"""Baseline steps between a title and its scope."""
MOST_LINES = 14
"""A scope of more lines than this may break over pages, and so may a title that is too long for a headline."""


def face_diameter(scene: Scene) -> float:
    """Return the diameter of a photograph in points."""
    wanted = scene.brand.masters["estimate"].number("face", FACE / MM) * MM
    return max(round(wanted / scene.grid.step), 1) * scene.grid.step


def table_inset(area: Area) -> float:
    """Return how far from the area's left edge its tables stand."""
    return area.col(PEOPLE_COLUMNS) - area.x if area.width >= NARROW else 0.0


def people_blocks(scene: Scene, part: EstimateSection, area: Area) -> list[Block]:
    """The photographs with names, and the roles that nobody fills yet. The more people, the smaller they become."""
    step = area.step
    width = area.span(PEOPLE_COLUMNS) - area.gutter * 0.5
    members = [person for person in map(scene.proposal.person, part.people) if person]
    diameter = face_diameter(scene)
    limit = area.height - HEADING_ROOM * step
    blocks: list[Block] = []
    for steps in range(max(round(diameter / step), LEAST_FACE), LEAST_FACE - 1, -1):
        blocks = _faces(scene, part, members, width, min(steps * step, diameter))
        if column(blocks, step).height <= limit:
            return blocks
    roles = blocks[len(members) :]
    crowd = [_crowd(scene, members, width), *roles]
    if column(crowd, step).height <= limit:
        return crowd
    return [*(name_alone(scene, person, width) for person in members), *roles]


def _crowd(scene: Scene, members: list[Person], width: float) -> Block:
    """Return small photographs in a row, and the names of all below them."""
    step = scene.grid.step
    diameter = LEAST_FACE * step
    most = max((count for count in range(1, len(members) + 1) if row_width(count, diameter) <= width), default=1)
    row, _ = face_row(scene, members, diameter, most)
    names = [
        scene.setter.text("person-name", person.name, width, origin=f"people/{person.id}/name", align=Align.LEFT, hyphenate=False)
        for person in members
    ]
    top = scene.grid.steps(diameter + 2)

    def draw(out: list[Item], x: float, y: float) -> None:
        row.draw(out, x, y)
        below = y + top
        for name in names:
            name.draw(out, x, below)
            below += name.height

    return Block(top + sum(name.height for name in names), draw)


def _faces(scene: Scene, part: EstimateSection, members: list[Person], width: float, diameter: float) -> list[Block]:
    """Set names beside the photos where their words have room there, else below."""
    room = width - diameter - scene.grid.gutter * NAME_GAP
    words = [word for person in members for word in person.name.split()]
    roles = vacant(scene, part)
    named = all(scene.setter.line("person-name", word).width <= room for word in words)
    beside = room >= LEAST_NAME and named and all(scene.setter.widest("person-role", role, WORDS) <= room for role, _ in roles)
    draw, empty = (beside_name, role_only) if beside else (under_photo, role_below)
    return [draw(scene, person, width, diameter) for person in members] + [
        empty(scene, role, width, diameter, origin) for role, origin in roles
    ]


def column(blocks: Sequence[Block], gap: float) -> Block:
    """Stack blocks with a gap after each."""
    height = sum(block.height + gap for block in blocks)

    def draw(out: list[Item], x: float, y: float) -> None:
        for block in blocks:
            block.draw(out, x, y)
            y += block.height + gap

    return Block(height, draw)


@dataclass(frozen=True, slots=True, eq=False)
class Heading:
    """The number and the people at the left, the title and the scope over the table: drawn from the table's left edge.

    `texts` are a title or scope too long to stand in one piece; they follow the opening and may break.
    """

    step: float
    inset: float
    people_y: float
    height: float
    above: Draw
    faces: tuple[Block, ...]
    texts: tuple[Block, ...]

    def opening(self, room: float) -> tuple[Block, float, tuple[Block, ...]]:
        """Return the block for so much room, how far down the people reach, and those for whom there was no room."""
        shown = fitting(self.faces, room - self.people_y, self.step)
        people = column(self.faces[:shown], self.step)

        def draw(out: list[Item], x: float, y: float) -> None:
            self.above(out, x, y)
            people.draw(out, x - self.inset, y + self.people_y)

        return Block(self.height, draw, keep=True), self.people_y + people.height - self.step, self.faces[shown:]


def heading(scene: Scene, part: EstimateSection, number: str, area: Area) -> Heading:
    """Set what opens a section."""
    if area.width < NARROW:
        tall, draw, long = narrow_top(scene, part, number, area)
        return Heading(area.step, 0.0, area.step, tall, draw, (), long)
    setter, brand, step = scene.setter, scene.brand, area.step
    origin = f"estimate/sections/{part.id}"
    inset = table_inset(area)
    width = area.width - inset
    texts: list[Block] = []
    if len(part.title) > MOST_LETTERS:
        texts.append(setter.text("item-title", part.title, width, origin=f"{origin}/title", tag=Tag.H2))
    short = "" if texts else part.title
    title = setter.headline("section-title", short, width, 2, origin=f"{origin}/title", tag=Tag.H2)
    scope = _scope(scene, part, width * 0.9)
    if scope and len(scope.lines) > MOST_LINES:
        texts.append(scope)
        scope = None
    digit = setter.line("section-number", number)
    title_size = title.lines[0].runs[0].size if title.lines and title.lines[0].runs else 0.0
    cap_top = step + title.leading - title_size * CAP_HEIGHT
    number_y = cap_top + setter.token("section-number").size * CAP_HEIGHT
    people_y = scene.grid.steps(number_y + 0.8 * step)
    # What hangs from the title keeps clear of the scope below it.
    below = SCOPE_AIR * step if scope and title.lines else 0.0
    height = scene.grid.steps(2 * step + title.height + below + (scope.height if scope else 0.0))
    weight, color = brand.hairline * 2.5, brand.color("line")

    def above(out: list[Item], x: float, y: float) -> None:
        left = x - inset
        out.append(RuleItem(left, y, left + area.width, y, weight, color))
        # The tops of the number and of the title are level.
        out.append(TextItem(left - 2, y + number_y, digit, f"{origin}/title", Tag.ARTIFACT))
        title.draw(out, x, y + step)
        if scope:
            scope.draw(out, x, y + step + title.height + below)

    faces = people_blocks(scene, part, area)
    return Heading(step, inset, people_y, height if texts else max(height, people_y), above, tuple(faces), tuple(texts))


def _scope(scene: Scene, part: EstimateSection, width: float) -> TextBlock | None:
    if not part.description:
        return None
    return scene.setter.text("section-text", part.description, width, origin=f"estimate/sections/{part.id}/description")


def fitting(blocks: Sequence[Block], room: float, gap: float) -> int:
    """Return how many blocks, with a gap after each, fit below each other."""
    height = -gap
    for count, block in enumerate(blocks):
        height += block.height + gap
        if height > room + 1e-3:
            return count
    return len(blocks)


def continuation(
    scene: Scene, part: EstimateSection, number: str, faces: Sequence[Block], area: Area
) -> tuple[Block, float, tuple[Block, ...]]:
    """A quiet reminder of the section where it goes on, with people who did not fit before. Returns it, how far down the people
    reach, and those for whom there is no room here either.
    """
    step = area.step
    inset = table_inset(area)
    shown = fitting(faces, area.height - step, step)
    people = column(faces[:shown], step)
    name = scene.setter.text(
        "item-title", f"{number}. {clipped(part.title)} — {scene.words('continued')}", area.width - inset, tag=Tag.ARTIFACT,
        origin=f"estimate/sections/{part.id}/title", max_lines=1,
    )  # fmt: skip
    weight, color = scene.brand.hairline * 2.5, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        left = x - inset
        out.append(RuleItem(left, y, left + area.width, y, weight, color))
        name.draw(out, x, y + step)
        people.draw(out, left, y + step)

    return Block(3 * step, draw, keep=True), people.height if shown else 0.0, tuple(faces[shown:])
