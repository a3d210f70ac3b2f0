"""One person large: a portrait as high as half the page or more, the name and what is said about them in big type."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.layout.area import Area
from app.layout.blocks import Block, TextBlock, stack
from app.layout.faces import beside_name
from app.layout.heads import is_centred
from app.layout.page import BoxItem, Item, Tag
from app.layout.portraits import LEAST_PORTRAIT, Arrangement, draw_portraits, portrait, portraits
from app.layout.scene import Scene, Sheet
from app.model.people import Person
from app.text.style import Align

SHARE = 7
"""Twelfths of the area that the portrait takes."""
HALF = 0.5
"""A portrait is at least so high, as a part of the page's height, where there is room."""
MOST_BESIDE = 4
"""So many others may stand on the same page."""
FACE_STEPS = 4
MOUNT = 9.0
FRAME = 0.7
ABOUT_STYLES = ("lead", "letter", "body", "portrait-text")


def featured(sheet: Sheet, person: Person, others: tuple[Person, ...], area: Area) -> tuple[Person, ...]:
    """Draw a person large in an area, others beside them if there is room; return who did not get on."""
    centred = is_centred(sheet)
    x, top, width, height = _place(sheet, person, area, centred=centred)
    sheet.add(*portrait(sheet.scene, person, x, top, width, height))
    if centred:
        color = sheet.scene.brand.color("line")
        sheet.add(BoxItem(x - MOUNT, top - MOUNT, width + 2 * MOUNT, height + 2 * MOUNT, stroke=color, stroke_width=FRAME))
    left = area.col(SHARE) + area.gutter
    column = Area(left, area.y if sheet.scene.grid.lying else top, area.right - left, area.bottom, area.gutter, area.step)
    crowds = tuple(_crowds(sheet.scene, others, column))
    for styles, crowd in ((styles, crowd) for styles in (ABOUT_STYLES[:2], ABOUT_STYLES) for crowd in crowds):
        room = column.height - crowd.height - 3 * area.step
        words, whole = _words(sheet.scene, person, column, room, styles, centred=centred)
        if whole:
            sheet.place(words, column.x, column.y)
            sheet.place(crowd, column.x, column.bottom - crowd.height)
            return ()
    words, _ = _words(sheet.scene, person, column, column.height, ABOUT_STYLES, centred=centred)
    middle = sheet.scene.grid.down(top + max(0.0, (height - words.height) * 0.45))
    sheet.place(words, column.x, middle if centred else column.y)
    return others


def _place(sheet: Sheet, person: Person, area: Area, *, centred: bool) -> tuple[float, float, float, float]:
    """Return where the portrait stands: framed on the page, or running off at the foot and, from the left margin, the left."""
    scene, page = sheet.scene, sheet.scene.brand.page
    width = area.span(SHARE)
    if centred:
        top = area.y + area.step
        height = int(min(area.bottom - MOUNT - top, max(width * 1.34, page.height * HALF)) / area.step) * area.step
        return area.x + MOUNT, top, width - 2 * MOUNT, height
    bottom = page.height + page.bleed
    sharp = _sharp(scene, person)
    height = min(bottom - area.y, max(sharp, page.height * HALF)) if sharp else bottom - area.y
    if area.x > scene.grid.left + 1:
        return area.x, bottom - height, width, height
    return -page.bleed, bottom - height, width + area.x + page.bleed, height


def _sharp(scene: Scene, person: Person) -> float:
    """Return how high a photograph can be without looking soft, 0 where there is none."""
    size = scene.sizes.size(person.photo.file) if person.photo else None
    return size[1] / scene.brand.pictures.least_dpi * 72 / person.photo.zoom if size and person.photo else 0.0


def _words(
    scene: Scene, person: Person, column: Area, room: float, styles: Sequence[str], *, centred: bool
) -> tuple[Block, bool]:
    """Set name, role and what is said about a person; tell whether all of it has room."""
    setter, origin = scene.setter, f"people/{person.id}"
    align = Align.CENTER if centred else Align.LEFT
    name = setter.headline("greeting", person.name, column.width, 3, origin=f"{origin}/name", tag=Tag.H3, align=align, keep=False)
    blocks: list[Block] = [name]
    if person.role:
        blocks.append(
            _spaced(setter.text("portrait-role", person.role, column.width, origin=f"{origin}/role", align=align), column)
        )
    about = _about(scene, person, column.width, room - stack(blocks).height - column.step, styles, align)
    if about:
        blocks.append(_spaced(about, column))
    return stack(blocks), about is not None or not person.about


def _spaced(block: TextBlock, column: Area) -> Block:
    return stack([block], before=column.step)


def _about(scene: Scene, person: Person, width: float, room: float, styles: Sequence[str], align: Align) -> TextBlock | None:
    """Set what is said about a person as large as there is room for; nothing where there is none."""
    if not person.about:
        return None
    origin = f"people/{person.id}/about"
    tried = (scene.setter.text(style, person.about, width, origin=origin, align=align) for style in styles)
    return next((block for block in tried if block.height <= room), None)


def _crowds(scene: Scene, others: tuple[Person, ...], column: Area) -> Iterator[Block]:
    """Yield ways to show a few others in a column: small portraits, then round faces beside names; nobody where they are many."""
    if not others:
        yield stack([])
    elif len(others) <= MOST_BESIDE:
        yield _small_portraits(scene, others, column)
        faces = [beside_name(scene, person, column.width, FACE_STEPS * column.step) for person in others]
        yield stack([stack([block], before=0.5 * column.step) for block in faces])


def _small_portraits(scene: Scene, others: tuple[Person, ...], column: Area) -> Block:
    """Two columns of portraits as low as they may be."""
    form = Arrangement(2, -(-len(others) // 2))
    made = portraits(scene, others, replace(column, bottom=column.y), form)
    height = scene.grid.steps(made.width * LEAST_PORTRAIT)
    made = replace(made, height=height)

    def draw(out: list[Item], x: float, y: float) -> None:
        sheet = Sheet(scene, "", items=out)
        draw_portraits(sheet, replace(made, area=replace(column, x=x, y=y)))

    return Block(form.rows * (height + made.text) + (form.rows - 1) * 2 * column.step, draw)
