"""What covers are made of besides their titles: the picture, the line at the head, the facts at the foot."""

from app.layout.blocks import TextBlock
from app.layout.grid import Grid
from app.layout.logo import mark
from app.layout.masters.covers.voice import Voice
from app.layout.page import Item, PictureItem, RuleItem, TextItem
from app.layout.photo import Rect, photo
from app.layout.scene import Sheet
from app.model.picture import Picture


def cover_picture(sheet: Sheet, section: str, picture: Picture, rect: Rect | None = None) -> PictureItem:
    """Paint the cover's picture in the brand's treatment, from edge to edge of the page or in a rectangle."""
    scene, page = sheet.scene, sheet.scene.brand.page
    b = page.bleed
    whole = (-b, -b, page.width + 2 * b, page.height + 2 * b)
    item = photo(scene, picture, rect or whole, f"sections/{section}/picture", treatment=scene.brand.pictures.cover_treatment)
    sheet.add(item)
    return item


def head_line(voice: Voice) -> list[Item]:
    """Return mark and studio, kicker and number in a line over a rule, at the head of the page."""
    scene, grid, ink = voice.scene, voice.scene.grid, voice.ink
    top = grid.top - 2 * grid.step
    number = scene.setter.line("cover-meta", voice.number, color=ink)
    end = grid.right - (number.width + grid.gutter if voice.number else 0.0)
    kicker = scene.setter.line("cover-kicker", voice.kicker, color=ink)
    middle = max(min(grid.x(6), end - kicker.width), grid.x(3))
    items = mark(scene, grid.left, top - 8.5, 12, ink)
    studio = scene.proposal.studio.name
    items += voice.line("cover-meta", studio, middle - grid.left - 17 - grid.gutter, grid.left + 17, top + 1, "studio/name")
    items += voice.line("cover-kicker", voice.kicker, end - middle, middle, top + 1, f"{voice.origin}/kicker")
    if voice.number:
        items.append(TextItem(grid.right - number.width, top + 1, number, "number"))
    return [*items, RuleItem(grid.left, top + 8, grid.right, top + 8, scene.brand.hairline * 1.5, scene.brand.color(ink))]


def facts(voice: Voice) -> list[Item]:
    """Return client, date and validity in columns beneath a rule, at the foot of the page."""
    scene, grid, proposal, words = voice.scene, voice.scene.grid, voice.scene.proposal, voice.scene.words
    y = facts_top(grid)
    items: list[Item] = [RuleItem(grid.left, y - 3, grid.right, y - 3, scene.brand.hairline * 1.5, scene.brand.color(voice.ink))]
    columns = [(6, 3, words("Date"), words.date(proposal.date), "", "date")]
    if proposal.valid_until:
        columns.append((9, 3, words("Valid until"), words.date(proposal.valid_until), "", "valid_until"))
    if proposal.client.name or proposal.contact.name:
        columns.insert(0, (0, 6, proposal.client.name, proposal.contact.name, "client/name", "contact/name"))
    else:
        columns = [(column - 6, *rest) for column, *rest in columns]  # type: ignore[misc]
    for column, span, head, text, head_origin, text_origin in columns:
        x, width, below = grid.x(column), grid.span(span) - (grid.gutter if not column else 0.0), y + grid.step * 0.5
        for style, said, origin in (("cover-kicker", head, head_origin), ("cover-meta", text, text_origin)):
            if said:
                block = voice.text(style, said, width, origin, lines=2)
                block.draw(items, x, below)
                below += block.height
    return items


def facts_top(grid: Grid) -> float:
    """Return where the facts at the foot of a page begin."""
    return grid.bottom - 3 * grid.step


def foot_lines(voice: Voice, width: float) -> list[TextBlock]:
    """Return what it is, for whom, which number and when, line by line."""
    scene, proposal = voice.scene, voice.scene.proposal
    when = " · ".join(filter(None, (voice.number, scene.words.date(proposal.date))))
    lines = (
        ("cover-kicker", voice.kicker, f"{voice.origin}/kicker"),
        ("cover-meta", proposal.client.name, "client/name"),
        ("cover-meta", when, "date"),
    )
    return [voice.text(style, text, width, origin, lines=2) for style, text, origin in lines if text]


def stacked(blocks: list[TextBlock], x: float, bottom: float) -> list[Item]:
    """Return blocks one below the other, the last one's foot at `bottom`."""
    items: list[Item] = []
    y = bottom - sum(block.height for block in blocks)
    for block in blocks:
        block.draw(items, x, y)
        y += block.height
    return items
