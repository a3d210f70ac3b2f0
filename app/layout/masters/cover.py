"""The cover: a photograph from edge to edge, and type in its calm part."""

from app.layout.faces import duotone
from app.layout.logo import mark
from app.layout.masters.lying.cover import screen_cover
from app.layout.page import BoxItem, GradientItem, PictureItem, RuleItem, TextItem, Treatment
from app.layout.scene import Scene, Sheet
from app.model.sections import Cover

ON_PICTURE = "on-picture"


def cover(scene: Scene, section: Cover) -> list[Sheet]:
    """Lay out the cover in the brand's variant."""
    sheet = Sheet(scene, section.id, chrome="")
    _photograph(sheet, section)
    variant = scene.brand.masters["cover"].variant
    if variant == "framed":
        _framed(sheet, section)
    elif variant == "screen":
        screen_cover(sheet, section, has_picture=any(isinstance(item, PictureItem) for item in sheet.items))
    else:
        _photo(sheet, section)
    sheet.bookmark(scene.proposal.title)
    return [sheet]


def _photograph(sheet: Sheet, section: Cover) -> None:
    """Fill the page with the picture, or with the accent where there is none."""
    scene = sheet.scene
    page = scene.brand.page
    b = page.bleed
    if section.picture is None or scene.sizes.size(section.picture.file) is None:
        sheet.ground("accent" if scene.brand.masters["cover"].variant != "screen" else "paper")
        return
    photo = section.picture
    sheet.add(
        PictureItem(
            -b, -b, page.width + 2 * b, page.height + 2 * b, photo.file, photo.focus_x, photo.focus_y,
            treatment=Treatment(scene.brand.pictures.cover_treatment), duotone=duotone(scene), alt=photo.alt,
            origin=f"sections/{section.id}/picture",
        )
    )  # fmt: skip


def _shade(sheet: Sheet, top: float, bottom: float, strength: float) -> None:
    """Darken the head and the foot of the page for the type that stands there."""
    page = sheet.scene.brand.page
    b = page.bleed
    color = "#000000"
    sheet.add(
        GradientItem(-b, -b, page.width + 2 * b, top + b, color, ((0.0, strength), (0.55, strength * 0.72), (1.0, 0.0))),
        GradientItem(
            -b, page.height - bottom, page.width + 2 * b, bottom + b, color, ((0.0, 0.0), (0.6, strength * 0.7), (1.0, strength))
        ),
    )


def _photo(sheet: Sheet, section: Cover) -> None:
    """Huge title from the left edge, facts in columns at the foot."""
    scene, grid = sheet.scene, sheet.scene.grid
    proposal, setter = scene.proposal, scene.setter
    ink = _ink(sheet)
    if ink == ON_PICTURE:
        _shade(sheet, grid.height * 0.62, grid.height * 0.28, 0.62)
    top = grid.top - 2 * grid.step
    sheet.add(*mark(scene, grid.left, top - 8.5, 12, ink))
    studio = setter.line("cover-meta", proposal.studio.name, color=ink)
    sheet.add(TextItem(grid.left + 17, top + 1, studio, "studio/name"))
    kicker = setter.line("cover-kicker", section.kicker or scene.words("Commercial proposal"), color=ink)
    sheet.add(TextItem(grid.x(6), top + 1, kicker, f"sections/{section.id}/kicker"))
    number = setter.line("cover-meta", _number(scene), color=ink)
    sheet.add(TextItem(grid.right - number.width, top + 1, number, "number"))
    weight = scene.brand.hairline * 1.5
    sheet.add(RuleItem(grid.left, top + 8, grid.right, top + 8, weight, scene.brand.color(ink)))
    title = setter.headline("cover-title", proposal.title, grid.measure, 4, origin="title", color=ink)
    y = sheet.place(title, grid.left - 3, grid.y(2))
    if proposal.subtitle:
        subtitle = setter.text("cover-subtitle", proposal.subtitle, grid.span(8), origin="subtitle", color=ink)
        sheet.place(subtitle, grid.left, y + grid.step)
    _facts(sheet, grid.bottom - 3 * grid.step, ink)


def _facts(sheet: Sheet, y: float, ink: str) -> None:
    """Client, date and validity in three columns over a rule."""
    scene, grid, setter = sheet.scene, sheet.scene.grid, sheet.scene.setter
    proposal, words = scene.proposal, scene.words
    sheet.add(RuleItem(grid.left, y - 3, grid.right, y - 3, scene.brand.hairline * 1.5, scene.brand.color(ink)))
    columns = [(0, 6, proposal.client.name, proposal.contact.name, "client/name", "contact/name")]
    columns.append((6, 3, words("Date"), words.date(proposal.date), "", "date"))
    if proposal.valid_until:
        columns.append((9, 3, words("Valid until"), words.date(proposal.valid_until), "", "valid_until"))
    for column, span, head, text, head_origin, text_origin in columns:
        x, width = grid.x(column), grid.span(span)
        below = sheet.place(setter.text("cover-kicker", head, width, origin=head_origin, color=ink), x, y + grid.step * 0.5)
        sheet.place(setter.text("cover-meta", text, width, origin=text_origin, color=ink), x, below)


def _framed(sheet: Sheet, section: Cover) -> None:
    """A thin inset frame, everything centred, like the cover of a literary magazine."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    proposal, setter = scene.proposal, scene.setter
    ink = _ink(sheet)
    if ink == ON_PICTURE:
        _shade(sheet, page.height * 0.6, page.height * 0.3, 0.58)
    inset, centre, line = page.left * 0.42, page.width / 2, scene.brand.color("cover-line")
    sheet.add(BoxItem(inset, inset, page.width - 2 * inset, page.height - 2 * inset, stroke=line, stroke_width=0.7))
    sheet.add(*mark(scene, centre - 13, grid.top - 2.6 * grid.step, 26, ink))
    studio = setter.text("cover-kicker", proposal.studio.name, grid.measure, origin="studio/name", color=ink)
    sheet.place(studio, grid.left, grid.y(0.5))
    title = setter.headline("cover-title", proposal.title, grid.measure, 4, origin="title", color=ink)
    y = sheet.place(title, grid.left, grid.y(5))
    sheet.add(RuleItem(centre - 30, y + 1.4 * grid.step, centre + 30, y + 1.4 * grid.step, 0.9, line))
    if proposal.subtitle:
        subtitle = setter.text("cover-subtitle", proposal.subtitle, grid.span(10), origin="subtitle", color=ink)
        sheet.place(subtitle, grid.x(1), y + 2 * grid.step)
    _foot(sheet, section, grid.bottom - 4 * grid.step, ink)


def _foot(sheet: Sheet, section: Cover, y: float, ink: str) -> None:
    """What it is, for whom, which number and when, centred line by line."""
    scene, grid, proposal = sheet.scene, sheet.scene.grid, sheet.scene.proposal
    when = " · ".join(filter(None, (_number(scene), scene.words.date(proposal.date))))
    lines = (
        (section.kicker or scene.words("Commercial proposal"), f"sections/{section.id}/kicker", "cover-kicker"),
        (proposal.client.name, "client/name", "cover-meta"),
        (when, "date", "cover-meta"),
    )
    for text, origin, style in lines:
        y = sheet.place(scene.setter.text(style, text, grid.measure, origin=origin, color=ink), grid.left, y)


def _number(scene: Scene) -> str:
    number = scene.proposal.number
    return scene.words("No. {number}", number=number) if number else ""


def _ink(sheet: Sheet) -> str:
    """Return the palette role of type on the cover: a cover without a picture is a field of the accent colour."""
    return ON_PICTURE if any(isinstance(item, PictureItem) for item in sheet.items) else "on-accent"
