"""A story as slides: a picture with the title, then the text beside its figures, then further pictures and the quotation."""

from app.layout.area import Area
from app.layout.blocks import Block
from app.layout.faces import duotone
from app.layout.flow import balanced
from app.layout.heads import side_head
from app.layout.page import GradientItem, PictureItem, Tag, Treatment
from app.layout.plates import plate_page, quote_page
from app.layout.scene import Scene, Sheet
from app.model.picture import Picture
from app.model.sections import Story

COLUMNS = 2


def slides(scene: Scene, section: Story) -> list[Sheet]:
    """Lay out a story as a sequence of pages with one thought each."""
    origin = f"sections/{section.id}"
    pictures = [(i, picture) for i, picture in enumerate(section.pictures) if scene.sizes.size(picture.file)]
    sheets: list[Sheet] = []
    if pictures:
        sheets.append(_opener(scene, section, *pictures[0]))
    if section.text or section.figures or not pictures:
        sheets.extend(_text(scene, section, with_head=not pictures))
    sheets.extend(plate_page(scene, f"{origin}/pictures/{i}", section.id, picture) for i, picture in pictures[1:])
    if section.quote:
        sheets.append(quote_page(scene, section))
    return sheets


def _opener(scene: Scene, section: Story, index: int, shown: Picture) -> Sheet:
    """The picture over the whole page, the title on its darkened left."""
    grid, setter, page = scene.grid, scene.setter, scene.brand.page
    b = page.bleed
    origin = f"sections/{section.id}"
    sheet = Sheet(scene, section.id)
    sheet.bookmark(section.title)
    sheet.add(
        PictureItem(
            -b, -b, page.width + 2 * b, page.height + 2 * b, shown.file, shown.focus_x, shown.focus_y,
            treatment=Treatment(scene.brand.pictures.treatment), duotone=duotone(scene), alt=shown.alt,
            origin=f"{origin}/pictures/{index}",
        )
    )  # fmt: skip
    ground = scene.brand.color("paper")
    stops = ((0.0, 0.96), (0.4, 0.78), (1.0, 0.0))
    sheet.add(GradientItem(-b, -b, page.width * 0.82 + b, page.height + 2 * b, ground, stops, angle=0.0))
    sheet.add(GradientItem(-b, -b, page.width + 2 * b, grid.top + b + 24, ground, ((0.0, 0.8), (1.0, 0.0))))
    kicker = setter.text("kicker", section.kicker, grid.span(6), origin=f"{origin}/kicker") if section.kicker else None
    title = setter.headline("title", section.title, grid.span(6), 4, origin=f"{origin}/title")
    lead = setter.text("lead", section.lead, grid.span(5), origin=f"{origin}/lead") if section.lead else None
    height = title.height + (lead.height + 2 * grid.step if lead else 0.0)
    y = grid.down(grid.bottom - height)
    if kicker:
        sheet.place(kicker, grid.left, grid.top)
    y = sheet.place(title, grid.left - 1.5, y)
    if lead:
        sheet.place(lead, grid.left, y + 2 * grid.step)
    return sheet


def _text(scene: Scene, section: Story, *, with_head: bool) -> list[Sheet]:
    """The text in columns at the right; at the left the head, or where the opener showed it, the figures."""
    grid = scene.grid
    origin = f"sections/{section.id}"
    gap = grid.gutter * 1.5
    sheets: list[Sheet] = []
    rest: tuple[Block, ...] | None = None
    while rest is None or rest:
        sheet = Sheet(scene, section.id)
        if not sheets and with_head:
            area = side_head(sheet, origin, section.kicker, section.title, section.lead, columns=4)
        else:
            area = side_head(sheet, origin, section.kicker, section.title, "", columns=4, bookmark=False, style="section-title")
        if not sheets and section.figures:
            _figures(sheet, section)
        width = (area.width - gap * (COLUMNS - 1)) / COLUMNS
        if rest is None:
            rest = tuple(scene.setter.rich("body", section.text, width, f"{origin}/text"))
        filled, rest = balanced(rest, area.height, COLUMNS, grid.step)
        for i, column in enumerate(filled):
            column.draw(sheet.items, area.x + i * (width + gap), area.y)
        sheets.append(sheet)
    return sheets


def _figures(sheet: Sheet, section: Story) -> None:
    """Big numbers at the foot of the left twelfths: up to three below each other, four in two columns."""
    grid, setter = sheet.scene.grid, sheet.scene.setter
    figures = section.figures[:4]
    area = Area.of(grid, 0, 4)
    count = 2 if len(figures) == 4 else 1
    width = (area.width - grid.gutter * count) / count
    cells: list[tuple[Block, Block]] = []
    for i, figure in enumerate(figures):
        origin = f"sections/{section.id}/figures/{i}"
        value: Block = setter.headline("figure-value", figure.value, width, 1, origin=f"{origin}/value", tag=Tag.P)
        cells.append((value, setter.text("figure-label", figure.label, width, origin=f"{origin}/label")))
    rows = [cells[i : i + count] for i in range(0, len(cells), count)]
    heights = [(max(value.height for value, _ in row), max(label.height for _, label in row)) for row in rows]
    y = area.bottom - sum(high + low for high, low in heights) - grid.step * (len(rows) - 1)
    for row, (high, low) in zip(rows, heights, strict=True):
        for column, (number, label) in enumerate(row):
            x = area.x + column * (width + grid.gutter)
            sheet.place(number, x, y + high - number.height)
            sheet.place(label, x, y + high)
        y += high + low + grid.step
