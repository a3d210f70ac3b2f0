"""Round photographs of people, alone and with their names."""

import re

from app.layout.blocks import Block, TextBlock
from app.layout.page import BoxItem, Item, PathItem, PictureItem, Tag, TextItem, Treatment
from app.layout.scene import Scene
from app.model.estimate import EstimateSection
from app.model.people import Person
from app.text.style import Align

WORDS = re.compile(r"\s+|(?<=-)")
"""What stands between words and between the parts of compounds."""
CIRCLE = 0.5522847498
"""Length of the control arms of a quarter circle's Bézier curve, for a radius of 1."""
NAME_GAP = 0.8
"""Gutters between a photograph and the name beside it."""
NAME_BELOW = 5.0
"""Points at least between a photograph and the capitals of the name below it."""
RING_GAP = 2.0
"""Points between a photograph and the brand's ring around it."""
CAP_HEIGHT = 0.72
"""Height of capitals in ems; near enough in all faces."""


def circle(cx: float, cy: float, radius: float) -> tuple[tuple[str | float, ...], ...]:
    """Return the path of a circle."""
    k = radius * CIRCLE
    return (
        ("M", cx + radius, cy),
        ("C", cx + radius, cy + k, cx + k, cy + radius, cx, cy + radius),
        ("C", cx - k, cy + radius, cx - radius, cy + k, cx - radius, cy),
        ("C", cx - radius, cy - k, cx - k, cy - radius, cx, cy - radius),
        ("C", cx + k, cy - radius, cx + radius, cy - k, cx + radius, cy),
        ("Z",),
    )


def face(scene: Scene, person: Person, x: float, y: float, diameter: float, *, ring: bool = True) -> list[Item]:
    """Return a person's round photograph; initials on a quiet disc where there is none. `ring` False leaves the brand's off."""
    brand = scene.brand
    origin = f"people/{person.id}/photo"
    items: list[Item] = []
    if person.photo and person.photo.file and scene.sizes.size(person.photo.file):
        photo = person.photo
        items.append(
            PictureItem(
                x, y, diameter, diameter, photo.file, photo.focus_x, photo.focus_y, shape="circle",
                treatment=Treatment(brand.pictures.treatment), duotone=duotone(scene), alt=photo.alt or person.name,
                origin=origin, zoom=photo.zoom,
            )
        )  # fmt: skip
    else:
        items.append(PathItem(circle(x + diameter / 2, y + diameter / 2, diameter / 2), fill=brand.color("soft"), origin=origin))
        items.append(_initials(scene, person, x, y, diameter))
    if ring and brand.pictures.ring:
        weight = brand.pictures.ring_weight
        path = circle(x + diameter / 2, y + diameter / 2, diameter / 2 + RING_GAP)
        items.append(PathItem(path, stroke=brand.color(brand.pictures.ring), stroke_width=weight))
    return items


def duotone(scene: Scene) -> tuple[str, str]:
    """Return the brand's duotone colours, dark and light."""
    return scene.brand.color(scene.brand.pictures.duotone_dark), scene.brand.color(scene.brand.pictures.duotone_light)


def _initials(scene: Scene, person: Person, x: float, y: float, diameter: float) -> TextItem:
    letters = "".join(part[0] for part in person.name.split()[:2]).upper() or "?"
    size = diameter * 0.34
    line = scene.setter.line("portrait-name", letters, color="ink", size=size)
    return TextItem(
        x + (diameter - line.width) / 2, y + diameter / 2 + size * 0.35, line, f"people/{person.id}/name", Tag.ARTIFACT
    )


def beside_name(scene: Scene, person: Person, width: float, diameter: float, least: float = 0.0) -> Block:
    """A round photo with name and role to its right, in the middle of a height that is `least` at least."""
    gap = scene.grid.gutter * NAME_GAP
    text_width = width - diameter - gap
    name = scene.setter.text(
        "person-name", person.name, text_width, origin=f"people/{person.id}/name", align=Align.LEFT, hyphenate=False
    )
    role = _role(scene, person, text_width)
    text_height = name.height + (role.height if person.role else 0.0)
    height = max(scene.grid.steps(diameter), text_height, least)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y + (height - diameter) / 2, diameter))
        top = y + max(0.0, round((height - text_height) / 2 / scene.grid.step - 0.25)) * scene.grid.step
        name.draw(out, x + diameter + gap, top)
        if person.role:
            role.draw(out, x + diameter + gap, top + name.height)

    return Block(height, draw)


def under_photo(scene: Scene, person: Person, width: float, diameter: float) -> Block:
    """A round photo with name and role below it, for narrow columns."""
    name = scene.setter.text(
        "person-name", person.name, width, origin=f"people/{person.id}/name", align=Align.LEFT, hyphenate=False
    )
    role = _role(scene, person, width)
    top = _under(scene, "person-name", diameter)
    height = top + name.height + (role.height if person.role else 0.0)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.extend(face(scene, person, x, y, diameter))
        name.draw(out, x, y + top)
        if person.role:
            role.draw(out, x, y + top + name.height)

    return Block(height, draw)


def _under(scene: Scene, style: str, diameter: float) -> float:
    """Return how far below the top of a photograph the text under it begins: nearer to it than to the next photograph."""
    token = scene.setter.token(style)
    free = scene.setter.leading(token, token.size) - CAP_HEIGHT * token.size
    ring = RING_GAP + scene.brand.pictures.ring_weight if scene.brand.pictures.ring else 0.0
    return scene.grid.steps(diameter + max(ring + NAME_BELOW - free, 0.0))


def _role(scene: Scene, person: Person, width: float) -> TextBlock:
    """Set a role; only words that are wider than the column are divided."""
    divided = scene.setter.widest("person-role", person.role, WORDS) > width
    return scene.setter.text(
        "person-role", person.role, width, origin=f"people/{person.id}/role", align=Align.LEFT, hyphenate=divided
    )


def name_alone(scene: Scene, person: Person, width: float) -> Block:
    """A name without a photo, where so many people work on a section that there is no room for faces."""
    return scene.setter.text("person-name", person.name, width, origin=f"people/{person.id}/name", align=Align.LEFT, max_lines=1)


def vacant(scene: Scene, part: EstimateSection) -> tuple[tuple[str, str], ...]:
    """Return the roles of a section that nobody fills yet, each with its origin."""
    return tuple((role, f"estimate/sections/{part.id}/roles/{place}") for place, role in scene.proposal.vacant(part))


def role_only(scene: Scene, role: str, width: float, diameter: float, origin: str = "", least: float = 0.0) -> Block:
    """A role that nobody fills yet: an empty ring and the role's name to its right."""
    gap = scene.grid.gutter * NAME_GAP
    text = scene.setter.text("person-role", role, width - diameter - gap, origin=origin, align=Align.LEFT)
    height = max(scene.grid.steps(diameter), text.height, least)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(_ring(scene, x, y + (height - diameter) / 2, diameter))
        text.draw(out, x + diameter + gap, y + max(0.0, round((height - text.height) / 2 / scene.grid.step)) * scene.grid.step)

    return Block(height, draw)


def role_below(scene: Scene, role: str, width: float, diameter: float, origin: str) -> Block:
    """A role that nobody fills yet, its name below the empty ring, for narrow columns."""
    divided = scene.setter.widest("person-role", role, WORDS) > width
    text = scene.setter.text("person-role", role, width, origin=origin, align=Align.LEFT, hyphenate=divided)
    top = _under(scene, "person-role", diameter)

    def draw(out: list[Item], x: float, y: float) -> None:
        out.append(_ring(scene, x, y, diameter))
        text.draw(out, x, y + top)

    return Block(top + text.height, draw)


def _ring(scene: Scene, x: float, y: float, diameter: float) -> BoxItem:
    return BoxItem(x, y, diameter, diameter, stroke=scene.brand.color("soft"), stroke_width=0.8, radius=diameter / 2)
