"""A story: title, leading sentence, text in columns, a picture, big figures and a quotation."""

from dataclasses import dataclass

from app.layout.blocks import Block
from app.layout.faces import duotone
from app.layout.flow import balanced, columns
from app.layout.heads import head
from app.layout.masters.lying.story import slides
from app.layout.page import PictureItem, Tag, Treatment
from app.layout.plates import figures_block, fills_page, plate_page, quote_block, quote_page
from app.layout.scene import Scene, Sheet
from app.model.picture import Picture
from app.model.richtext import ParagraphKind
from app.model.sections import Story

LEAST_PICTURE = 0.2
"""A picture lower than this part of the type area's height is left for the next page."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where the text columns stand."""

    x: float
    width: float
    count: int
    gap: float


def story(scene: Scene, section: Story) -> list[Sheet]:
    """Lay out a story on as many pages as its text takes."""
    if scene.brand.masters["story"].variant == "slides":
        return slides(scene, section)
    measure = _text_measure(scene)
    origin = f"sections/{section.id}"
    rest: tuple[Block, ...] = tuple(_text(scene, section, measure.width, f"{origin}/text"))
    pictures = [(i, picture) for i, picture in enumerate(section.pictures) if scene.sizes.size(picture.file)]
    quote = quote_block(scene, section)
    sheets: list[Sheet] = []
    while not sheets or rest or pictures or quote:
        if sheets and quote and not rest and not pictures:
            sheets.append(quote_page(scene, section))
            break
        if (
            sheets
            and len(pictures) == 1
            and not rest
            and not quote
            and fills_page(scene, pictures[0][1])
            and not is_centred_brand(scene)
        ):
            sheets.append(plate_page(scene, f"sections/{section.id}/pictures/{pictures[0][0]}", section.id, pictures[0][1]))
            break
        sheet = Sheet(scene, section.id)
        y = scene.grid.top
        if not sheets:
            y = head(sheet, origin, section.kicker, section.title, section.lead)
            if section.figures:
                y = sheet.place(figures_block(scene, section), scene.grid.left, y + scene.grid.step) + scene.grid.step
        rest, pictures, quote = _body(sheet, section, y, measure, rest, pictures, quote)
        sheets.append(sheet)
    return sheets


def _text(scene: Scene, section: Story, width: float, origin: str) -> list[Block]:
    """Set the text; brands that want it begin with a drop cap."""
    blocks = scene.setter.rich("body", section.text, width, origin)
    first = section.text.paragraphs[0] if section.text.paragraphs else None
    if first and first.kind is ParagraphKind.BODY and scene.brand.masters["story"].flag("drop_cap"):
        block = scene.setter.drop_cap("body", first, width, f"{origin}/paragraphs/0")
        if block:
            blocks[0] = block
    return blocks


def _text_measure(scene: Scene) -> _Measure:
    grid = scene.grid
    count = int(scene.brand.masters["story"].number("columns", 2))
    if is_centred_brand(scene):
        gap = 2 * grid.gutter
        return _Measure(grid.left, (grid.measure - (count - 1) * gap) / count, count, gap)
    return _Measure(grid.x(3), (grid.span(9) - (count - 1) * grid.gutter * 1.5) / count, count, grid.gutter * 1.5)


def is_centred_brand(scene: Scene) -> bool:
    """Tell whether the brand centres its titles."""
    return scene.brand.styles["title"].align == "center"


def _body(
    sheet: Sheet,
    section: Story,
    y: float,
    measure: _Measure,
    rest: tuple[Block, ...],
    pictures: list[tuple[int, Picture]],
    quote: Block | None,
) -> tuple[tuple[Block, ...], list[tuple[int, Picture]], Block | None]:
    """Fill one page below `y`; return what is left over."""
    grid = sheet.scene.grid
    room = grid.bottom - y
    filled, left = balanced(rest, room, measure.count, grid.step)
    used = max((column.used for column in filled), default=0.0)
    free = room - used
    picture_least = grid.steps((grid.bottom - grid.top) * LEAST_PICTURE)
    if not left and quote and free >= quote.height + grid.step:
        free -= quote.height + grid.step
        take_quote = True
    else:
        take_quote = False
    take_picture = bool(pictures) and not left and free >= picture_least + grid.step
    if pictures and left:
        # The text goes on anyway: a picture keeps this page from being grey, where it leaves room for a fair piece of text.
        height = grid.steps(room * 0.45)
        if room - height > 10 * grid.step and height >= picture_least:
            y = _picture(sheet, section, *pictures[0], y, height)
            pictures = pictures[1:]
            filled, left = columns(rest, grid.bottom - y, measure.count)
            used = max((column.used for column in filled), default=0.0)
    elif take_picture:
        index, picture = pictures[0]
        height = _picture_height(sheet.scene, picture, free - grid.step)
        y = _picture(sheet, section, index, picture, y, height)
        pictures = pictures[1:]
    for i, column in enumerate(filled):
        column.draw(sheet.items, measure.x + i * (measure.width + measure.gap), y)
    y += used
    if take_quote and quote:
        sheet.place(quote, grid.left, max(y + grid.step, grid.bottom - quote.height) if not take_picture else y + grid.step)
        quote = None
    return left, pictures, quote


def _picture_height(scene: Scene, picture: Picture, free: float) -> float:
    """Return a height in whole steps: all the room there is, unless the picture would become taller than 4 : 3.6."""
    width = scene.brand.page.width if not is_centred_brand(scene) else scene.grid.measure
    tallest = width / max(scene.aspect(picture.file) * 0.62, 0.75)
    return int(min(free, tallest) // scene.grid.step) * scene.grid.step


def _picture(sheet: Sheet, section: Story, index: int, picture: Picture, y: float, height: float) -> float:
    """Draw a picture across the page and return the y below it. Bold brands let it bleed, quiet ones frame it."""
    scene, grid = sheet.scene, sheet.scene.grid
    page = scene.brand.page
    origin = f"sections/{section.id}/pictures/{index}"
    framed = is_centred_brand(scene)
    x, width = (grid.left, grid.measure) if framed else (-page.bleed, page.width + 2 * page.bleed)
    top = y + grid.step * 0.25
    caption = " · ".join(filter(None, (picture.caption, picture.credit)))
    caption_height = grid.step if caption else 0.0
    sheet.add(
        PictureItem(
            x, top, width, height - caption_height - grid.step * 0.5, picture.file, picture.focus_x, picture.focus_y,
            treatment=Treatment(scene.brand.pictures.treatment), duotone=duotone(scene), alt=picture.alt, origin=origin,
            radius=scene.brand.pictures.radius,
        )
    )  # fmt: skip
    if caption:
        left = grid.left if framed else grid.x(3)
        block = scene.setter.text(
            "caption", caption, grid.measure if framed else grid.span(9), origin=f"{origin}/caption", tag=Tag.CAPTION, max_lines=1
        )
        sheet.place(block, left, y + height - caption_height)
    return y + height + grid.step
