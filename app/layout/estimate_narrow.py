"""What opens a section of the estimate on narrow paper: number and title on one line, the people below, then the whole table."""

from app.layout.area import Area
from app.layout.blocks import Block, Draw, TextBlock
from app.layout.clipped import MOST_LETTERS
from app.layout.face_row import face_row
from app.layout.faces import vacant
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.estimate import EstimateSection

FACE = 2.2
"""Diameter of photographs in baseline steps."""
MOST_FACES = 5
MOST_LINES = 10
"""A scope of more lines than this may break over pages."""


def narrow_top(scene: Scene, part: EstimateSection, number: str, area: Area) -> tuple[float, Draw, tuple[Block, ...]]:
    """Return the height and the drawing of what opens a section, and those of its texts that are too long for it."""
    setter, step = scene.setter, area.step
    origin = f"estimate/sections/{part.id}"
    digit = setter.line("section-number", number, size=setter.token("section-title").size)
    left = digit.width + area.gutter
    long: list[Block] = []
    if len(part.title) > MOST_LETTERS:
        long.append(setter.text("item-title", part.title, area.width, origin=f"{origin}/title", tag=Tag.H2))
    short = "" if long else part.title
    title = setter.headline("section-title", short, area.width - left, 2, origin=f"{origin}/title", tag=Tag.H2)
    texts: list[TextBlock] = []
    if part.description:
        scope = setter.text("section-text", part.description, area.width, origin=f"{origin}/description")
        (long if len(scope.lines) > MOST_LINES else texts).append(scope)
    people = _people(scene, part, area)
    first = step + title.height - (len(title.lines) - 1) * title.leading
    top = step + title.height
    below = top + sum(text.height for text in texts)
    weight, color = scene.brand.hairline * 2.5, scene.brand.color("line")

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(RuleItem(x, y, x + area.width, y, weight, color))
        out.append(TextItem(x, y + first, digit, f"{origin}/title", Tag.ARTIFACT))
        title.draw(out, x + left, y + step)
        down = y + top
        for text in texts:
            text.draw(out, x, down)
            down += text.height
        people.draw(out, x, y + below)

    return scene.grid.steps(below + people.height + step), draw, tuple(long)


def _people(scene: Scene, part: EstimateSection, area: Area) -> Block:
    """Return the photographs in a row, the names beside them."""
    members = [person for person in map(scene.proposal.person, part.people) if person]
    roles = vacant(scene, part)
    if not members and not roles:
        return Block(0.0, lambda out, x, y: None)
    step = area.step
    diameter = FACE * step
    faces, faces_width = face_row(scene, members, diameter, MOST_FACES)
    left = faces_width + area.gutter if members else 0.0
    origin = f"people/{members[0].id}/name" if members else roles[0][1]
    words = ", ".join([*(person.name for person in members), *(role for role, _ in roles)])
    names = scene.setter.text("person-role", words, area.width - left, origin=origin, color="ink")
    height = max(scene.grid.steps(diameter), names.height)

    def draw(out: list[Item], x: float, y: float) -> None:
        faces.draw(out, x, y + step + (height - diameter) / 2)
        names.draw(out, x + left, y + step + round((height - names.height) / 2 / step) * step)

    return Block(height + step, draw)
