"""A story: title, leading sentence, text in columns, a picture, big figures and a quotation."""

from dataclasses import dataclass

from app.layout.blocks import Block, space
from app.layout.figures import figure_blocks
from app.layout.flow import balanced, columns, fill
from app.layout.frames import framed
from app.layout.heads import head
from app.layout.page import Tag, Treatment
from app.layout.plates import fills_page, plate_page, quote_block, quote_page
from app.layout.scene import Scene, Sheet
from app.layout.sidenote import side_note
from app.model.picture import Picture
from app.model.richtext import ParagraphKind
from app.model.sections import Story

NARROWEST = 14.0
"""Columns are so many ems wide at least, if the page is."""
LEAST_TEXT = 6
"""So many baseline steps of a page are worth beginning a text in."""
LEAST_PICTURE = 0.2
"""A picture lower than this part of the type area's height is left for the next page."""
LEAST_SHARE = 0.82
"""Pictures below each other keep so much of their height at least."""
FEW_LINES = 7
"""A text whose columns have fewer lines than this is short."""
MIDDLE = 0.45
"""A quotation, or a picture, in the middle of what is left has this part of the white above it."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """Where the text columns and the side note stand; a note without a width is part of the text."""

    x: float
    width: float
    count: int
    gap: float
    note_x: float
    note_width: float


@dataclass(slots=True)
class _Run:
    """A story on its way to its pages: what is still to be placed."""

    scene: Scene
    section: Story
    measure: _Measure
    figures: tuple[Block, ...]
    text: tuple[Block, ...]
    note: tuple[Block, ...]
    pictures: list[tuple[int, Picture]]
    quote: Block | None

    @property
    def done(self) -> bool:
        """Tell whether nothing is left."""
        return not (self.figures or self.text or self.note or self.pictures or self.quote)

    @property
    def waits(self) -> bool:
        """Tell whether there is more than a page without any text has room for."""
        return bool(self.text or self.note)

    @property
    def only_quote(self) -> bool:
        """Tell whether nothing but the quotation is left."""
        return bool(self.quote) and not (self.figures or self.text or self.note or self.pictures)

    @property
    def only_picture(self) -> bool:
        """Tell whether nothing but one picture is left."""
        return len(self.pictures) == 1 and not (self.figures or self.text or self.note or self.quote)


def story(scene: Scene, section: Story) -> list[Sheet]:
    """Lay out a story on as many pages as its text takes."""
    if scene.brand.masters["story"].variant == "slides":
        from app.layout.masters.lying.story import slides

        return slides(scene, section)
    run = _begin(scene, section)
    origin = f"sections/{section.id}"
    sheets: list[Sheet] = []
    while not sheets or not run.done:
        if sheets and run.only_quote:
            sheets.append(quote_page(scene, section))
            break
        if sheets and run.only_picture and fills_page(scene, run.pictures[0][1]) and not is_centred_brand(scene):
            sheets.append(plate_page(scene, f"{origin}/pictures/{run.pictures[0][0]}", section.id, run.pictures[0][1]))
            break
        sheet = Sheet(scene, section.id)
        y = scene.grid.top
        if not sheets:
            y = head(sheet, origin, section.kicker, section.title, section.lead)
        if not sheets and section.title and not section.lead and not run.figures and is_centred_brand(scene):
            y += scene.grid.step
        y = _figures(sheet, run, y, first=not sheets)
        if not run.figures and (scene.grid.bottom - y >= LEAST_TEXT * scene.grid.step or not run.waits):
            _body(sheet, run, y)
        sheets.append(sheet)
    return sheets


def _begin(scene: Scene, section: Story) -> _Run:
    """Set everything that a story has."""
    style, measure = _style(scene, section, _text_measure(scene, bool(section.note)))
    origin = f"sections/{section.id}"
    return _Run(
        scene=scene,
        section=section,
        measure=measure,
        figures=tuple(figure_blocks(scene, section)),
        text=(*_text(scene, section, style, measure.width, f"{origin}/text"), *_note_below(scene, section, measure)),
        note=tuple(side_note(scene, section, measure.note_width)) if section.note and measure.note_width else (),
        pictures=[(i, picture) for i, picture in enumerate(section.pictures) if scene.sizes.size(picture.file)],
        quote=quote_block(scene, section),
    )


def _style(scene: Scene, section: Story, measure: _Measure) -> tuple[str, _Measure]:
    """Return the style of the text, and where it stands: a few lines of a centred brand are set larger and in one column, in
    other brands a few lines that are all there is are set as large as a leading sentence.
    """
    height = scene.setter.least("body", section.text, measure.width) / measure.count
    alone = not (section.pictures or section.figures or section.quote or section.note or section.lead)
    if alone and height < FEW_LINES * scene.grid.step and not is_centred_brand(scene):
        return "lead", _ranged_measure(scene, 1, False, True)
    if is_centred_brand(scene) and measure.count > 1 and not section.pictures and height < FEW_LINES * scene.grid.step:
        return "letter", _centred_measure(scene, 1, bool(section.note), wide=not measure.note_width)
    return "body", measure


def _note_below(scene: Scene, section: Story, measure: _Measure) -> list[Block]:
    """Return the note as the end of the text, where there is no margin for it."""
    if not section.note or measure.note_width:
        return []
    return [space(scene.grid.step), *side_note(scene, section, measure.width)]


def _figures(sheet: Sheet, run: _Run, y: float, *, first: bool) -> float:
    """Draw as many of the numbers as fit below `y`; return the y below them, with a step of air."""
    if not run.figures:
        return y
    grid = sheet.scene.grid
    top = y + grid.step if first else y
    filled = fill(run.figures, grid.bottom - top)
    filled.draw(sheet.items, grid.left, top)
    run.figures = filled.rest
    return grid.down(top + filled.used) + grid.step


def _text(scene: Scene, section: Story, style: str, width: float, origin: str) -> list[Block]:
    """Set the text; brands that want it begin with a drop cap."""
    blocks = scene.setter.rich(style, section.text, width, origin)
    first = section.text.paragraphs[0] if section.text.paragraphs else None
    if first and first.kind is ParagraphKind.BODY and scene.brand.masters["story"].flag("drop_cap"):
        block = scene.setter.drop_cap(style, first, width, f"{origin}/paragraphs/0")
        if block:
            blocks[0] = block
    return blocks


def _text_measure(scene: Scene, noted: bool) -> _Measure:
    """Find the columns: as many as the brand wants, fewer where they would be too narrow to read. Rather than that, they take the
    margin in which notes stand.
    """
    count = min(max(int(scene.brand.masters["story"].number("columns", 2)), 1), 3)
    make = _centred_measure if is_centred_brand(scene) else _ranged_measure
    narrowest = NARROWEST * scene.setter.token("body").size
    tried = [make(scene, fewer, noted, wide) for fewer in range(count, 0, -1) for wide in (False, True)]
    return next((measure for measure in tried if measure.width >= narrowest), tried[-1])


def _centred_measure(scene: Scene, count: int, noted: bool, wide: bool) -> _Measure:
    """Columns over the whole width, a single one no wider than is good to read; the note at the right."""
    grid = scene.grid
    span = 12 if wide else 9 if noted else 10 if count == 1 else 12
    left = 0 if noted or span == 12 else 1
    gap = (2 if span == 12 else 1.5) * grid.gutter
    width = (grid.span(span) - (count - 1) * gap) / count
    return _Measure(grid.x(left), width, count, gap, grid.x(9) + grid.gutter, 0.0 if wide else grid.span(3) - grid.gutter)


def _ranged_measure(scene: Scene, count: int, noted: bool, wide: bool) -> _Measure:
    """Columns right of the margin, a single one no wider than is good to read; three take the margin too unless a note stands in
    it.
    """
    grid = scene.grid
    first = 0 if wide or (count == 3 and not noted) else 3
    span = 7 if count == 1 and not wide else 12 - first
    gap = grid.gutter * 1.5
    width = (grid.span(span) - (count - 1) * gap) / count
    return _Measure(grid.x(first), width, count, gap, grid.left, 0.0 if wide else grid.span(3) - grid.gutter)


def is_centred_brand(scene: Scene) -> bool:
    """Tell whether the brand centres its titles."""
    return scene.brand.styles["title"].align == "center"


def _body(sheet: Sheet, run: _Run, y: float) -> None:
    """Fill one page below `y`."""
    grid, measure = sheet.scene.grid, run.measure
    room = grid.bottom - y
    filled, left = balanced(run.text, room, measure.count, grid.step)
    beside = fill(run.note, room)
    used = max((column.used for column in (*filled, beside)), default=0.0)
    free = room - used
    picture_least = grid.steps((grid.bottom - grid.top) * LEAST_PICTURE)
    over = bool(left or beside.rest)
    take_quote = bool(run.quote) and not over and free >= (run.quote.height if run.quote else 0.0) + grid.step
    if take_quote and run.quote:
        free -= run.quote.height + grid.step
    take_picture = bool(run.pictures) and not over and free >= picture_least + grid.step
    if take_quote and run.quote and run.pictures and not take_picture and is_centred_brand(sheet.scene):
        # Where there is room for one of them, it is the picture: a quotation alone fills a page, most pictures do not.
        take_picture = free + run.quote.height + grid.step >= picture_least + grid.step
        free += (run.quote.height + grid.step) * take_picture
        take_quote = not take_picture
    if run.pictures and left:
        # The text goes on anyway: a picture keeps this page from being grey, where it leaves room for a fair piece of text.
        height = grid.steps(room * 0.45)
        if room - height > 10 * grid.step and height >= picture_least:
            y = _picture(sheet, run.section, *run.pictures.pop(0), y, height)
            filled, left = columns(run.text, grid.bottom - y, measure.count)
            beside = fill(run.note, grid.bottom - y)
            used = max((column.used for column in (*filled, beside)), default=0.0)
    elif take_picture:
        y = _taken(sheet, run, y, free - grid.step, alone=not (used or take_quote))
    for i, column in enumerate(filled):
        column.draw(sheet.items, measure.x + i * (measure.width + measure.gap), y)
    beside.draw(sheet.items, measure.note_x, y)
    run.text, run.note = left, beside.rest
    y += used
    if take_quote and run.quote:
        at = y + grid.step
        # Below text alone it stands at the foot, in centred brands in the middle of what is left.
        down = (grid.bottom - at - run.quote.height) * (MIDDLE if is_centred_brand(sheet.scene) else 1.0)
        sheet.place(run.quote, grid.left, at if take_picture else max(at, grid.down(at + down)))
        run.quote = None


def _taken(sheet: Sheet, run: _Run, y: float, free: float, *, alone: bool) -> float:
    """Draw the next picture in the room that is free and return the y below it. On a page without anything else there are as many
    as stand there nearly whole, and in centred brands they stand a little lower.
    """
    scene, step = sheet.scene, sheet.scene.grid.step
    whole = [scene.grid.steps(_width(scene) / scene.aspect(picture.file) + 1.5 * step) for _, picture in run.pictures]
    shares = {n: (free - (n - 1) * step) / sum(whole[:n]) for n in range(2, len(whole) + 1)} if alone else {}
    count = max((n for n, share in shares.items() if share >= LEAST_SHARE), default=1)
    heights = [int(height * min(shares[count], 1.0) / step) * step for height in whole[:count]] if count > 1 else []
    heights = heights or [_picture_height(scene, run.pictures[0][1], free)]
    if alone and is_centred_brand(scene):
        y += int((free - sum(heights) - (count - 1) * step) * MIDDLE / step) * step
    for height in heights:
        y = _picture(sheet, run.section, *run.pictures.pop(0), y, height)
    return y


def _width(scene: Scene) -> float:
    """Return the width of a story's pictures: that of the page, in quiet brands that of the type area."""
    return scene.grid.measure if is_centred_brand(scene) else scene.brand.page.width


def _picture_height(scene: Scene, picture: Picture, free: float) -> float:
    """Return a height in whole steps: all the room there is, unless the picture would become taller than 4 : 3.6."""
    tallest = _width(scene) / max(scene.aspect(picture.file) * 0.62, 0.75)
    return int(min(free, tallest) // scene.grid.step) * scene.grid.step


def _picture(sheet: Sheet, section: Story, index: int, picture: Picture, y: float, height: float) -> float:
    """Draw a picture across the page and return the y below it. Bold brands let it bleed, quiet ones frame it."""
    scene, grid = sheet.scene, sheet.scene.grid
    page = scene.brand.page
    origin = f"sections/{section.id}/pictures/{index}"
    quiet = is_centred_brand(scene)
    x, width = (grid.left, grid.measure) if quiet else (-page.bleed, page.width + 2 * page.bleed)
    top = y + grid.step * 0.25
    caption = " · ".join(filter(None, (picture.caption, picture.credit)))
    caption_height = grid.step if caption else 0.0
    treatment = Treatment(scene.brand.pictures.treatment)
    room = height - caption_height - grid.step * 0.5
    sheet.add(*framed(scene, picture, x, top, width, room, origin, treatment=treatment))
    if caption:
        left = grid.left if quiet else grid.x(3)
        block = scene.setter.text(
            "caption", caption, grid.measure if quiet else grid.span(9), origin=f"{origin}/caption", tag=Tag.CAPTION, max_lines=1
        )
        sheet.place(block, left, y + height - caption_height)
    return y + height + grid.step
