"""The team: large portraits in a grid without gaps."""

from app.layout.area import Area
from app.layout.blocks import TextBlock
from app.layout.faces import duotone, face
from app.layout.heads import head, side_head
from app.layout.page import BoxItem, Item, PictureItem, Tag, Treatment
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.model.sections import Team

LEAST_PORTRAIT = 0.85
"""A portrait is at least so high for its width; the words under it give way."""


def team(scene: Scene, section: Team) -> list[Sheet]:
    """Lay out the people, up to twelve on a page."""
    people = members(scene, section)
    sheets: list[Sheet] = []
    rest = people
    side = scene.brand.masters["team"].variant == "side"
    while rest or not sheets:
        sheet = Sheet(scene, section.id)
        if side:
            title = section.title or scene.words("Team")
            area = side_head(sheet, f"sections/{section.id}", section.kicker, title, section.lead, columns=4, bookmark=not sheets)
            rest = _grid(sheet, rest, area)
            sheets.append(sheet)
            continue
        y = scene.grid.top
        if not sheets:
            y = head(sheet, f"sections/{section.id}", section.kicker, section.title or scene.words("Team"), section.lead)
        rest = _grid(sheet, rest, Area.of(scene.grid, top=y + scene.grid.step))
        sheets.append(sheet)
    return sheets


def members(scene: Scene, section: Team) -> list[Person]:
    """Return who is shown: those named, or everybody who works on the estimate."""
    proposal = scene.proposal
    ids = section.members or tuple(dict.fromkeys(person for part in proposal.estimate.sections for person in part.people))
    return [person for person in map(proposal.person, ids) if person]


def arrangement(count: int, *, lying: bool = False) -> tuple[int, int]:
    """Return columns and rows that leave the fewest empty places and the largest portraits; lying areas have two rows at most."""
    if count <= 3:
        return max(count, 1), 1
    choices = [(columns, -(-count // columns)) for columns in ((3, 4, 6) if lying else (2, 3, 4))]
    fitting = [choice for choice in choices if choice[1] <= (2 if lying else 3)] or [(6, 2) if lying else (4, 3)]
    return min(fitting, key=lambda choice: (choice[0] * choice[1] - count, abs(choice[0] - choice[1]), -choice[0]))


def _grid(sheet: Sheet, people: list[Person], area: Area) -> list[Person]:
    """Fill an area with portraits; return who did not fit."""
    scene, step = sheet.scene, area.step
    columns, rows = arrangement(len(people), lying=area.width > area.height)
    shown = people[: columns * rows]
    span = 12 // max(columns, 2)
    width = area.span(span)
    gap = 2 * step
    for words in (True, False):
        texts = [_caption(scene, person, width, words) for person in shown]
        text_height = max((sum(block.height for block in blocks) for blocks in texts), default=0.0)
        text_height = scene.grid.steps(text_height + 0.5 * step)
        height = min((area.height - (rows - 1) * gap) / rows - text_height, width * 1.34)
        if height >= width * LEAST_PORTRAIT:
            break
    height = max(int(height // step), 2) * step
    for i, (person, blocks) in enumerate(zip(shown, texts, strict=True)):
        row, column = divmod(i, columns)
        x = area.col(column * span)
        if scene.brand.styles["portrait-name"].align == "center":
            x += (columns - min(columns, len(shown) - row * columns)) * (width + area.gutter) / 2
        top = area.y + row * (height + text_height + gap)
        sheet.add(*_portrait(scene, person, x, top, width, height))
        bottom = top + height + 0.5 * step
        for block in blocks:
            bottom = sheet.place(block, x, bottom)
    return people[len(shown) :]


def _caption(scene: Scene, person: Person, width: float, words: bool) -> list[TextBlock]:
    origin = f"people/{person.id}"
    blocks = [scene.setter.text("portrait-name", person.name, width, origin=f"{origin}/name", tag=Tag.H3)]
    if person.role:
        blocks.append(scene.setter.text("portrait-role", person.role, width, origin=f"{origin}/role"))
    if person.about and words:
        blocks.append(scene.setter.text("portrait-text", person.about, width, origin=f"{origin}/about"))
    return blocks


def _portrait(scene: Scene, person: Person, x: float, y: float, width: float, height: float) -> list[Item]:
    photo = person.photo
    if photo is None or scene.sizes.size(photo.file) is None:
        diameter = min(width, height) * 0.5
        ground = BoxItem(x, y, width, height, fill=scene.brand.color("wash"))
        return [ground, *face(scene, person, x + (width - diameter) / 2, y + (height - diameter) / 2, diameter)]
    return [
        PictureItem(
            x, y, width, height, photo.file, photo.focus_x, photo.focus_y, radius=scene.brand.pictures.radius,
            treatment=Treatment(scene.brand.pictures.treatment), duotone=duotone(scene), alt=photo.alt or person.name,
            origin=f"people/{person.id}/photo",
        )
    ]  # fmt: skip
