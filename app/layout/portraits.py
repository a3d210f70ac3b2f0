"""Portraits with names under them in a grid without gaps."""

from dataclasses import dataclass

from app.layout.area import Area
from app.layout.blocks import TextBlock
from app.layout.faces import duotone, face
from app.layout.page import BoxItem, Item, PictureItem, Tag, Treatment
from app.layout.scene import Scene, Sheet
from app.model.people import Person

LEAST_PORTRAIT = 0.85
"""A portrait is at least so high for its width; the words under it give way."""
HIGHEST_PORTRAIT = 1.34
MOST = 12
"""So many people stand on a page at most."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Columns and rows of portraits."""

    columns: int
    rows: int

    @property
    def places(self) -> int:
        """Return how many portraits there is room for."""
        return self.columns * self.rows


def arrangement(count: int, *, lying: bool = False) -> Arrangement:
    """Return columns and rows that leave the fewest empty places and the largest portraits; lying areas have two rows at most."""
    if count <= 3:
        return Arrangement(max(count, 1), 1)
    choices = [(columns, -(-count // columns)) for columns in ((3, 4, 6) if lying else (2, 3, 4))]
    fitting = [choice for choice in choices if choice[1] <= (2 if lying else 3)] or [(6, 2) if lying else (4, 3)]
    return Arrangement(*min(fitting, key=lambda choice: (choice[0] * choice[1] - count, abs(choice[0] - choice[1]), -choice[0])))


@dataclass(frozen=True, slots=True)
class Portraits:
    """People set for an area: `width` and `height` are a portrait's, `text` is the height of the words beneath it. `told` says
    whether these tell about them.
    """

    people: tuple[Person, ...]
    captions: tuple[tuple[TextBlock, ...], ...]
    arrangement: Arrangement
    area: Area
    span: int
    width: float
    height: float
    text: float
    told: bool

    @property
    def fits(self) -> bool:
        """Tell whether the portraits are as high as they must be."""
        return self.height >= self.width * LEAST_PORTRAIT


def portraits(
    scene: Scene, people: tuple[Person, ...], area: Area, form: Arrangement, *, told: bool | None = None
) -> Portraits:  # fmt: skip
    """Set people for an area, with what is said about them if there is room for it, or if `told` says so."""
    span = 12 // max(form.columns, 2)
    width, step = area.span(span), area.step
    size = _name_size(scene, people, width)
    for words in (True, False) if told is None else (told,):
        captions = tuple(_caption(scene, person, width, words, size) for person in people)
        text = max((sum(block.height for block in blocks) for blocks in captions), default=0.0)
        text = scene.grid.steps(text + 0.5 * step)
        room = (area.height - (form.rows - 1) * 2 * step) / form.rows - text
        height = int(min(room, width * HIGHEST_PORTRAIT) // step) * step
        made = Portraits(people, captions, form, area, span, width, max(height, 2 * step), text, words)
        if made.fits:
            break
    return made


def draw_portraits(sheet: Sheet, made: Portraits) -> None:
    """Draw portraits; brands that centre names centre the last row as well."""
    area, columns = made.area, made.arrangement.columns
    centred = sheet.scene.brand.styles["portrait-name"].align == "center"
    for i, (person, blocks) in enumerate(zip(made.people, made.captions, strict=True)):
        row, column = divmod(i, columns)
        x = area.col(column * made.span)
        if centred:
            x += (columns - min(columns, len(made.people) - row * columns)) * (made.width + area.gutter) / 2
        top = area.y + row * (made.height + made.text + 2 * area.step)
        sheet.add(*portrait(sheet.scene, person, x, top, made.width, made.height))
        bottom = top + made.height + 0.5 * area.step
        for block in blocks:
            bottom = sheet.place(block, x, bottom)


def _name_size(scene: Scene, people: tuple[Person, ...], width: float) -> float:
    """Return the largest size of the style in which every name that can stands on one line, the same for all of them."""
    token = scene.setter.token("portrait-name")
    sizes = (token.size, *token.sizes)
    lines = [[scene.setter.line("portrait-name", person.name, size=size).width <= width for person in people] for size in sizes]
    return sizes[lines.index(max(lines, key=sum))] if people else token.size


def _caption(scene: Scene, person: Person, width: float, words: bool, size: float) -> tuple[TextBlock, ...]:
    origin = f"people/{person.id}"
    blocks = [
        scene.setter.text("portrait-name", person.name, width, origin=f"{origin}/name", tag=Tag.H3, size=size, hyphenate=False)
    ]
    if person.role:
        blocks.append(scene.setter.text("portrait-role", person.role, width, origin=f"{origin}/role"))
    if person.about and words:
        blocks.append(scene.setter.text("portrait-text", person.about, width, origin=f"{origin}/about"))
    return tuple(blocks)


def portrait(scene: Scene, person: Person, x: float, y: float, width: float, height: float) -> list[Item]:
    """Return a person's photograph in a rectangle; a quiet field with initials where there is none."""
    photo = person.photo
    if photo is None or scene.sizes.size(photo.file) is None:
        diameter = min(width, height) * 0.5
        ground = BoxItem(x, y, width, height, fill=scene.brand.color("wash"))
        return [ground, *face(scene, person, x + (width - diameter) / 2, y + (height - diameter) / 2, diameter)]
    return [
        PictureItem(
            x, y, width, height, photo.file, photo.focus_x, photo.focus_y, radius=scene.brand.pictures.radius,
            treatment=Treatment(scene.brand.pictures.treatment), duotone=duotone(scene), alt=photo.alt or person.name,
            origin=f"people/{person.id}/photo", zoom=photo.zoom,
        )
    ]  # fmt: skip
