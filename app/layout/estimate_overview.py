"""A list of the estimate's sections for the page of its head, where the first of them has no room beside it."""

from functools import partial

from app.layout.area import Area
from app.layout.blocks import Block, stack
from app.layout.clipped import clipped
from app.layout.estimate_columns import item_decimals
from app.layout.estimate_groups import Group, groups
from app.layout.estimate_notes import a_period
from app.layout.estimate_part import everybody
from app.layout.estimate_rows import CAP_HEIGHT
from app.layout.estimate_sums import shown_portions
from app.layout.face_row import face_row
from app.layout.page import Item, RuleItem, Tag, TextItem
from app.layout.scene import Scene
from app.model.sections import EstimatePages

FEWEST = 3
"""So many sections at least are worth a list."""
LOWEST, HIGHEST = 4, 10
"""Baseline steps of an entry, and"""
ROOMY = 7
"""so many that it tells what the section is for."""
MOST_LINES = 3
FACE = 2.0
"""Diameter of photographs in baseline steps."""
MOST_FACES = 4
NUMBER = 1
"""Twelfths of the area that the number takes, and"""
SUM = 3
"""those of the sum."""


def overview(scene: Scene, section: EstimatePages, area: Area) -> Block | None:
    """Return the list, or None where there are too few sections for it or too many."""
    found = groups(scene)
    rows = min(int(area.height / area.step / max(len(found), 1)), HIGHEST)
    if len(found) < FEWEST or rows < LOWEST:
        return None
    facts = (area, rows, item_decimals(scene), section.show_hours, scene.proposal.currency)
    return stack(
        [
            scene.setter.remember(
                ("overview", group.top.part.id),
                (group, everybody(scene, group), *facts),
                partial(_entry, scene, section, group, area, rows * area.step),
            )
            for group in found
        ]
    )


def _entry(scene: Scene, section: EstimatePages, group: Group, area: Area, height: float) -> Block:
    """Number, title, faces and money on one line under a rule; names and hours below."""
    part, number = group.top.part, group.top.number
    setter, step, origin = scene.setter, area.step, f"estimate/sections/{part.id}"
    members = [person for person, _ in everybody(scene, group)]
    faces, faces_width = face_row(scene, members, FACE * step, MOST_FACES)
    due = shown_portions(group.top.total)[0]
    money = setter.line("cell-strong", scene.money(due.amount, decimals=item_decimals(scene)))
    often = a_period(scene.words, due.period)
    told = often or (scene.words.hours(due.hours) if section.show_hours and due.hours else "")
    hours = setter.line("cell", told, color="muted") if told else None
    inset = area.col(NUMBER) - area.x
    aside = max(area.span(SUM), money.width + area.gutter)
    room = area.width - inset - aside - (faces_width + area.gutter if members else 0.0)
    token = setter.token("share-title")
    sizes = [size for size in (token.size, *token.sizes) if size <= 0.75 * token.size] or [token.size]
    size = next((size for size in sizes if setter.line("share-title", part.title, size=size).width <= room), sizes[-1])
    title = setter.text("share-title", clipped(part.title), room, size=size, origin=f"{origin}/title", tag=Tag.P, max_lines=1)
    digit = setter.line("share-number", number, size=size)
    names = setter.text(
        "section-text", ", ".join(person.name for person in members), area.width - inset - aside, max_lines=1,
        origin=f"people/{members[0].id}/name" if members else origin,
    )  # fmt: skip
    weight, color = (2.5, "line") if number == "1" else (1.0, "soft")
    baseline, below = 2 * step, 2.25 * step
    scope = None
    if part.description and height >= ROOMY * step:
        scope = setter.text(
            "section-text", part.description, room, max_lines=MOST_LINES, origin=f"{origin}/description", color="ink"
        )  # fmt: skip

    def draw(out: list[Item], x: float, y: float) -> None:
        right = x + area.width
        out.append(RuleItem(x, y, right, y, scene.brand.hairline * weight, scene.brand.color(color)))
        out.append(TextItem(x, y + baseline, digit, f"{origin}/title", Tag.ARTIFACT))
        title.draw(out, x + inset, y + baseline - title.height)
        middle = y + baseline - size * CAP_HEIGHT / 2
        faces.draw(out, right - aside - faces_width, middle - FACE * step / 2)
        out.append(TextItem(right - money.width, y + baseline, money, origin, Tag.TD, f"{origin}#overview#1"))
        if scope:
            scope.draw(out, x + inset, y + below)
        if members:
            names.draw(out, x + inset, y + below + (scope.height if scope else 0.0))
        if hours:
            out.append(TextItem(right - hours.width, y + baseline + 1.25 * step, hours, origin, Tag.TD, f"{origin}#overview#2"))

    return Block(height, draw)
