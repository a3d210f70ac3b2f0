"""What covers are made of besides their titles: the picture, the line at the head, the facts at the foot."""

from dataclasses import dataclass

from app.layout.blocks import TextBlock
from app.layout.grid import Grid
from app.layout.logo import mark, room
from app.layout.masters.covers.voice import Voice
from app.layout.page import Item, PictureItem, RuleItem, TextItem
from app.layout.photo import Rect, photo
from app.layout.scene import Sheet
from app.model.picture import Picture

MARK_ROOM = 17.0
"""Points from the left edge of a square mark to the studio's name."""
FACT_STEPS = 3
"""Baseline steps that the facts at the foot take at least."""


def cover_picture(sheet: Sheet, section: str, picture: Picture, rect: Rect | None = None) -> PictureItem:
    """Paint the cover's picture in the brand's treatment, from edge to edge of the page or in a rectangle."""
    scene, page = sheet.scene, sheet.scene.brand.page
    b = page.bleed
    whole = (-b, -b, page.width + 2 * b, page.height + 2 * b)
    item = photo(scene, picture, rect or whole, f"sections/{section}/picture", treatment=scene.brand.pictures.cover_treatment)
    sheet.add(item)
    return item


def head_line(voice: Voice) -> list[Item]:
    """Return mark and studio, kicker and number in a line over a rule, at the head of the page; the kicker stands below the rule
    where the line has no room for all of them.
    """
    scene, grid, ink = voice.scene, voice.scene.grid, voice.ink
    top = grid.top - 2 * grid.step
    number = scene.setter.line("cover-meta", voice.number, color=ink)
    end = grid.right - (number.width + grid.gutter if voice.number else 0.0)
    kicker = scene.setter.line("cover-kicker", voice.kicker, color=ink)
    studio = scene.proposal.studio.name
    begin = room(scene, 12, MARK_ROOM)
    named = grid.left + begin + scene.setter.line("cover-meta", studio, color=ink).width + grid.gutter
    middle = max(min(grid.x(6), end - kicker.width), grid.x(3))
    narrow = named > middle and named + kicker.width > end
    edge = end if narrow else max(min(named, end - kicker.width), middle)
    items = mark(scene, grid.left, top - 8.5, 12, ink)
    items += voice.line("cover-meta", studio, edge - grid.left - begin - grid.gutter, grid.left + begin, top + 1, "studio/name")
    x, y = (grid.left, grid.top + 0.5 * grid.step) if narrow else (edge, top + 1)
    items += voice.line("cover-kicker", voice.kicker, grid.measure if narrow else end - edge, x, y, f"{voice.origin}/kicker")
    if voice.number:
        items.append(TextItem(grid.right - number.width, top + 1, number, "number"))
    return [*items, RuleItem(grid.left, top + 8, grid.right, top + 8, scene.brand.hairline * 1.5, scene.brand.color(ink))]


@dataclass(frozen=True, slots=True)
class Facts:
    """Columns of a cover's facts: each stands at a twelfth of the type area and is one text below the other."""

    grid: Grid
    columns: tuple[tuple[int, tuple[TextBlock, ...]], ...]
    weight: float
    color: str

    @property
    def top(self) -> float:
        """Return where they begin at the foot of the page."""
        height = max((sum(block.height for block in blocks) for _, blocks in self.columns), default=0.0)
        return self.grid.bottom - max(self.grid.steps(height), FACT_STEPS * self.grid.step)

    def draw(self) -> list[Item]:
        """Return them beneath a rule."""
        grid, y = self.grid, self.top
        items: list[Item] = [RuleItem(grid.left, y - 3, grid.right, y - 3, self.weight, self.color)]
        for column, blocks in self.columns:
            below = y + grid.step * 0.5
            for block in blocks:
                block.draw(items, grid.x(column), below)
                below += block.height
        return items


def facts(voice: Voice) -> Facts:
    """Set client, date and validity in columns: two on pages on which a date has no room for its line in a quarter."""
    scene, grid, proposal, words = voice.scene, voice.scene.grid, voice.scene.proposal, voice.scene.words
    date = words.date(proposal.date)
    until = words.date(proposal.valid_until) if proposal.valid_until else ""
    wide = max(scene.setter.line("cover-meta", text).width for text in (date, until)) <= grid.span(3)
    if wide:
        columns = [
            (6, 3, words("Date"), date, "", "date"),
            (9, 3, words("Valid until") if until else "", until, "", "valid_until"),
        ]
    else:
        until = words("Valid until {date}", date=until) if until else ""
        columns = [(6, 6, date, until, "date", "valid_until")]
    if proposal.client.name or proposal.contact.name:
        columns.insert(0, (0, 6, proposal.client.name, proposal.contact.name, "client/name", "contact/name"))
    else:
        columns = [(column - 6, *rest) for column, *rest in columns]  # type: ignore[misc]
    made = []
    for column, span, head, text, head_origin, text_origin in columns:
        width = grid.span(span) - (grid.gutter if not column else 0.0)
        said = (("cover-kicker", head, head_origin), ("cover-meta", text, text_origin))
        made.append((column, tuple(voice.text(style, says, width, path, lines=2) for style, says, path in said if says)))
    return Facts(grid, tuple(made), scene.brand.hairline * 1.5, scene.brand.color(voice.ink))


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
