"""The cover: a photograph from edge to edge, and type in its calm part."""

from app.layout.faces import duotone
from app.layout.logo import mark
from app.layout.masters.lying.cover import screen_cover
from app.layout.page import BoxItem, GradientItem, PictureItem, RuleItem, Tag, TextItem, Treatment
from app.layout.scene import Scene, Sheet
from app.model.sections import Cover


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
    has_picture = any(isinstance(item, PictureItem) for item in sheet.items)
    if has_picture:
        _shade(sheet, grid.height * 0.62, grid.height * 0.28, 0.62)
    top = grid.top - 2 * grid.step
    studio = setter.line("cover-meta", proposal.studio.name)
    kicker = setter.line("cover-kicker", section.kicker or scene.words("Commercial proposal"))
    _mark(sheet, grid.left, top - 8.5, 12)
    sheet.add(TextItem(grid.left + 17, top + 1, studio, "studio/name"))
    sheet.add(TextItem(grid.x(6), top + 1, kicker, f"sections/{section.id}/kicker"))
    number = setter.line("cover-meta", scene.words("No. {number}", number=proposal.number) if proposal.number else "")
    sheet.add(TextItem(grid.right - number.width, top + 1, number, "number"))
    white = scene.brand.color("on-picture")
    sheet.add(RuleItem(grid.left, top + 8, grid.right, top + 8, scene.brand.hairline * 1.5, white))
    title = setter.headline("cover-title", proposal.title, grid.measure, 4, origin="title")
    y = sheet.place(title, grid.left - 3, grid.y(2))
    if proposal.subtitle:
        subtitle = setter.text("cover-subtitle", proposal.subtitle, grid.span(8), origin="subtitle")
        sheet.place(subtitle, grid.left, y + grid.step)
    _facts(sheet, grid.bottom - 3 * grid.step)


def _facts(sheet: Sheet, y: float) -> None:
    """Client, date and validity in three columns over a rule."""
    scene, grid = sheet.scene, sheet.scene.grid
    proposal, words = scene.proposal, scene.words
    white = scene.brand.color("on-picture")
    sheet.add(RuleItem(grid.left, y - 3, grid.right, y - 3, scene.brand.hairline * 1.5, white))
    columns = [(0, 6, proposal.client.name, proposal.contact.name, "client/name", "contact/name")]
    columns.append((6, 3, words("Date"), words.date(proposal.date), "", "date"))
    if proposal.valid_until:
        columns.append((9, 3, words("Valid until"), words.date(proposal.valid_until), "", "valid_until"))
    for column, span, head, text, head_origin, text_origin in columns:
        x = grid.x(column)
        below = sheet.place(scene.setter.text("cover-kicker", head, grid.span(span), origin=head_origin), x, y + grid.step * 0.5)
        sheet.place(scene.setter.text("cover-meta", text, grid.span(span), origin=text_origin), x, below)


def _framed(sheet: Sheet, section: Cover) -> None:
    """A thin inset frame, everything centred, like the cover of a literary magazine."""
    scene, grid = sheet.scene, sheet.scene.grid
    proposal, setter, words = scene.proposal, scene.setter, scene.words
    page = scene.brand.page
    if any(isinstance(item, PictureItem) for item in sheet.items):
        _shade(sheet, page.height * 0.6, page.height * 0.3, 0.58)
    inset = page.left * 0.42
    gold = scene.brand.color("line")
    sheet.add(BoxItem(inset, inset, page.width - 2 * inset, page.height - 2 * inset, stroke="#E3CDA4", stroke_width=0.7))
    centre = page.width / 2
    _mark(sheet, centre - 13, grid.top - 3.4 * grid.step, 26)
    y = grid.y(0.5)
    y = sheet.place(setter.text("cover-kicker", proposal.studio.name, grid.measure, origin="studio/name"), grid.left, y)
    y = grid.y(5)
    title = setter.headline("cover-title", proposal.title, grid.measure, 4, origin="title")
    y = sheet.place(title, grid.left, y)
    sheet.add(RuleItem(centre - 30, y + 1.4 * grid.step, centre + 30, y + 1.4 * grid.step, 0.9, "#E3CDA4" if gold else gold))
    if proposal.subtitle:
        sheet.place(
            setter.text("cover-subtitle", proposal.subtitle, grid.span(10), origin="subtitle"), grid.x(1), y + 2 * grid.step
        )
    foot = [
        (section.kicker or words("Commercial proposal"), f"sections/{section.id}/kicker", "cover-kicker"),
        (proposal.client.name, "client/name", "cover-meta"),
        (
            " · ".join(
                filter(
                    None,
                    (scene.words("No. {number}", number=proposal.number) if proposal.number else "", words.date(proposal.date)),
                )
            ),
            "date",
            "cover-meta",
        ),
    ]
    y = grid.bottom - 1.5 * grid.step
    for text, origin, style in foot:
        y = sheet.place(setter.text(style, text, grid.measure, origin=origin, tag=Tag.P), grid.left, y)


def _mark(sheet: Sheet, x: float, y: float, size: float) -> None:
    """Draw the brand's mark in the colour of type on pictures."""
    sheet.add(*mark(sheet.scene, x, y, size, "on-picture"))
