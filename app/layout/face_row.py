"""Small round photographs in a row, each a little over the one before."""

from collections.abc import Sequence

from app.layout.blocks import Block
from app.layout.faces import circle, face
from app.layout.page import Item, PathItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.people import Person

OVERLAP = 0.24
"""So much of a photograph's diameter lies under the next one."""
RIM = 1.2
"""Points of paper around a photograph that lies on another one."""


def row_width(count: int, diameter: float) -> float:
    """Return the width of a row of so many photographs."""
    return diameter * (1 + (count - 1) * (1 - OVERLAP)) if count else 0.0


def face_row(scene: Scene, people: Sequence[Person], diameter: float, most: int, ground: str = "paper") -> tuple[Block, float]:
    """Return a row of photographs and its width. Of more than `most` people the last place tells how many are left."""
    shown = people if len(people) <= most else people[: max(most - 1, 0)]
    left = len(people) - len(shown)
    rest = scene.setter.line("person-role", f"+{left}", color="ink") if left else None
    pitch = diameter * (1 - OVERLAP)
    width = row_width(len(shown), diameter) + (rest.width + 3 if rest else 0.0)
    rim = scene.brand.color(ground)

    def draw(out: list[Item], x: float, y: float) -> None:
        for i, person in enumerate(shown):
            if i:
                middle = diameter / 2
                out.append(PathItem(circle(x + i * pitch + middle, y + middle, middle + RIM), fill=rim))
            out.extend(face(scene, person, x + i * pitch, y, diameter, ring=False))
        if rest:
            size = rest.runs[0].size
            place = x + row_width(len(shown), diameter) + 3
            out.append(TextItem(place, y + diameter / 2 + size * 0.36, rest, "", Tag.ARTIFACT))

    return Block(scene.grid.steps(diameter), draw), width
