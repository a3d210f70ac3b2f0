"""What opens a section of level 2, within the table of the one that it belongs to: number and title, its people, its scope."""

from dataclasses import dataclass, replace

from app.layout.blocks import Block, TextBlock
from app.layout.clipped import MOST_LETTERS
from app.layout.estimate_narrow import MOST_LINES
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.face_row import face_row
from app.layout.faces import vacant
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person

SMALLER = 0.62
"""The size of its title in that of the section it belongs to."""
FACE = 2.0
"""Diameter of photographs in baseline steps."""
MOST_FACES = 5
NUMBER_GAP = 0.55
"""Ems of the title between number and title."""
AIR = 2
"""Baseline steps above its rule."""


@dataclass(frozen=True, slots=True, eq=False)
class Below(Block):
    """The beginning of a section of level 2."""

    part: EstimateSection | None = None


def heading_below(scene: Scene, part: EstimateSection, number: str, width: float) -> tuple[Block, ...]:
    """Return the blocks that open a section, bound to what follows; those with texts too long for it may break."""
    setter, step, origin = scene.setter, scene.grid.step, f"estimate/sections/{part.id}"
    members = [person for person in map(scene.proposal.person, part.people) if person]
    faces, faces_width = face_row(scene, members, FACE * step, MOST_FACES)
    size = setter.token("section-title").size * SMALLER
    digit = setter.line("section-number", number, size=size)
    left = digit.width + NUMBER_GAP * size
    room = width - left - (faces_width + scene.grid.gutter if members else 0.0)
    long: list[Block] = []
    if len(part.title) > MOST_LETTERS:
        long.append(setter.text("item-title", part.title, width, origin=f"{origin}/title", tag=Tag.H3, keep=True))
    title = setter.text(
        "section-title", "" if long else part.title, room, size=size, origin=f"{origin}/title", tag=Tag.H3, hyphenate=True
    )  # fmt: skip
    scope = setter.text("section-text", part.description, width, origin=f"{origin}/description") if part.description else None
    if scope and len(scope.lines) > MOST_LINES:
        long.append(replace(scope, keep=True))
        scope = None
    texts = [text for text in (_names(scene, part, members, width), scope) if text]
    tall = max(title.height, FACE * step if members else step)
    first = step + title.height - (len(title.lines) - 1) * title.leading if title.lines else 2 * step
    middle = first - size * CAP_HEIGHT / 2
    weight, color = scene.brand.hairline, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + width, y, weight, color))
        out.append(TextItem(x, y + first, digit, f"{origin}/title", Tag.ARTIFACT))
        title.draw(out, x + left, y + step)
        faces.draw(out, x + width - faces_width, y + middle - FACE * step / 2)
        down = y + step + scene.grid.steps(tall)
        for text in texts:
            text.draw(out, x, down)
            down += text.height

    height = step + scene.grid.steps(tall) + sum(text.height for text in texts) + step
    return Below(scene.grid.steps(height), draw, AIR * step, keep=True, part=part), *long


def _names(scene: Scene, part: EstimateSection, members: list[Person], width: float) -> TextBlock | None:
    """Return the names of the people, and the roles that nobody fills yet."""
    roles = vacant(scene, part)
    if not members and not roles:
        return None
    origin = f"people/{members[0].id}/name" if members else roles[0][1]
    names = ", ".join([*(person.name for person in members), *(role for role, _ in roles)])
    return scene.setter.text("person-role", names, width, origin=origin, color="ink")
