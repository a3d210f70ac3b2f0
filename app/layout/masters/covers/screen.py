"""The cover of a lying document: a title at the lower left of the photograph, facts in a row at the foot."""

from app.layout.logo import mark, room
from app.layout.masters.covers.over import Type, set_over
from app.layout.masters.covers.titles import titles
from app.layout.masters.covers.voice import Voice
from app.layout.page import Item, PictureItem, RuleItem, TextItem
from app.layout.scene import Sheet
from app.model.sections import Cover

MARK = 27.0
"""Points from the left edge of the mark to the studio's name."""

QUARTERS, THIRDS = ((0, 4), (4, 2), (6, 3), (9, 3)), ((0, 4), (4, 4), (8, 4))
"""Twelfths at which facts begin, and how many they take: each by itself, and on small pages number and date together."""


def screen_cover(sheet: Sheet, section: Cover, picture: PictureItem) -> None:
    """Draw the type over the picture: the title over the facts, or where that is calmer under the head."""
    set_over(sheet, picture, lambda ink: _type(Voice(sheet.scene, section, ink)), _apart)


def _apart(words: Type, at: int) -> tuple[list[Item], list[Item], list[Item]]:
    return words.foot, words.head, words.places[at]


def _type(voice: Voice) -> Type:
    grid, step = voice.scene.grid, voice.scene.grid.step
    line = grid.bottom - 2 * step
    top, bottom = grid.y(1), line - 2 * step
    block = titles(voice, grid.span(9), bottom - top, subtitle=grid.span(7), gap=step, nudge=2)
    places = [block.draw(grid.left, y) for y in (grid.down(bottom - block.height), top)]
    return Type(screen_head(voice), screen_facts(voice, line), places)


def screen_head(voice: Voice) -> list[Item]:
    """Return mark and studio at the left of the head, the kicker at its right."""
    scene, grid = voice.scene, voice.scene.grid
    y = grid.top - 0.4 * grid.step
    line = scene.setter.line("cover-kicker", voice.kicker, color=voice.ink)
    items = mark(scene, grid.left, grid.top - 1.4 * grid.step, 17, voice.mark_ink)
    begin = room(scene, 17, MARK)
    width = grid.right - line.width - grid.gutter - grid.left - begin
    items += voice.line("cover-meta", scene.proposal.studio.name, width, grid.left + begin, y, "studio/name")
    return [*items, TextItem(grid.right - line.width, y, line, f"{voice.origin}/kicker")]


def screen_facts(voice: Voice, y: float) -> list[Item]:
    """Return client, number, date and validity in a row beneath a rule at `y`."""
    scene, grid, words, proposal = voice.scene, voice.scene.grid, voice.scene.words, voice.scene.proposal
    until = words("Valid until {date}", date=words.date(proposal.valid_until)) if proposal.valid_until else ""
    apart = scene.setter.line("cover-meta", voice.number).width <= grid.span(2)
    client, number, date = (proposal.client.name, "client/name"), (voice.number, "number"), (words.date(proposal.date), "date")
    groups = (
        [[client], [number], [date], [(until, "valid_until")]] if apart else [[client], [number, date], [(until, "valid_until")]]
    )
    said = [[one for one in group if one[0]] for group in groups]
    items: list[Item] = [RuleItem(grid.left, y, grid.right, y, scene.brand.hairline, scene.brand.color(voice.ink))]
    places = QUARTERS if apart else THIRDS
    for (column, span), group in zip(places, filter(None, said), strict=False):
        below = y + 0.4 * grid.step
        for text, origin in group:
            block = voice.text("cover-meta", text, grid.span(span), origin, lines=2)
            block.draw(items, grid.x(column), below)
            below += block.height
    return items
