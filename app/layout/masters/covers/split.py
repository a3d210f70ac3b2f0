"""A cover of two parts: the photograph, and type on plain paper beside or below it."""

from dataclasses import replace

from app.layout.blocks import TextBlock
from app.layout.faces import circle
from app.layout.logo import mark, room
from app.layout.masters.covers.framed import INSET
from app.layout.masters.covers.parts import cover_picture, facts, foot_lines, stacked
from app.layout.masters.covers.titles import Titles, titles
from app.layout.masters.covers.voice import Voice, is_centred, is_cut
from app.layout.page import PathItem, RuleItem
from app.layout.scene import Sheet
from app.model.picture import Picture
from app.model.sections import Cover
from app.text.style import Align

SHARE = 0.62
"""How much of the page the picture takes at most, where the brand does not say."""
LEAST_SHARE, MOST_SHARE = 0.35, 0.72
SEAL = 26.0
"""Radius in points of the round paper on which the mark stands on the picture's edge."""
RULE = 18.0


def split_cover(sheet: Sheet, section: Cover, picture: Picture) -> None:
    """Draw the cover: side by side on a lying page, one above the other on an upright one."""
    scene = sheet.scene
    share = min(max(scene.brand.masters["cover"].number("share", SHARE), LEAST_SHARE), MOST_SHARE)
    voice = Voice(scene, section, "ink")
    if scene.grid.lying:
        _beside(sheet, voice, picture, share)
    elif is_centred(scene):
        _mounted(sheet, replace(voice, align=Align.CENTER), picture, share)
    else:
        _offset(sheet, voice, picture, share)


def _offset(sheet: Sheet, voice: Voice, picture: Picture, share: float) -> None:
    """The picture runs off the page at the head and at the right; the facts of the house stand in the column left of it."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, step, x = page.bleed, grid.step, grid.x(3)
    below = facts(voice)
    foot = below.top - 2 * step
    block = _titles(voice, foot - page.height * LEAST_SHARE - 2 * step, page.height * (1 - share), gap=step, narrow=8)
    top = grid.down(foot - block.height)
    edge = max(min(top - 1.5 * step, page.height * MOST_SHARE), page.height * LEAST_SHARE)
    cover_picture(sheet, voice.section.id, picture, (x, -b, page.width + b - x, edge + b))
    sheet.add(*mark(scene, grid.left, grid.top - 1.5 * step, 34, "accent", widest=(grid.span(3) - grid.gutter) / 34))
    width, y = grid.span(3) - grid.gutter, grid.top + 2 * step
    column = (
        ("cover-meta", scene.proposal.studio.name, "studio/name"),
        ("cover-kicker", voice.kicker, f"{voice.origin}/kicker"),
        ("cover-meta", voice.number, "number"),
    )
    for style, text, path in column:
        if text:
            y = sheet.place(voice.text(style, text, width, path, lines=4), grid.left, y) + step
    sheet.add(*block.draw(grid.left, top), *below.draw())


def _mounted(sheet: Sheet, voice: Voice, picture: Picture, share: float) -> None:
    """The picture is mounted on the paper, the mark sealed on its lower edge, everything below it centred."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    step, inset, centre = grid.step, page.left * INSET, page.width / 2
    lines = foot_lines(voice, grid.measure)
    name = scene.proposal.studio.name
    studio = replace(voice, ink="accent-text").text("cover-kicker", name, grid.measure, "studio/name", lines=1)
    foot = grid.bottom + 2 * step
    below = foot - sum(block.height for block in lines) - 2 * step
    head = SEAL + studio.height + 2 * step
    wanted = below - page.height * share - head
    block = _titles(voice, below - page.height * LEAST_SHARE - head, wanted, gap=3 * step, narrow=10, ink="accent-text")
    edge = max(min(below - block.height - head, page.height * MOST_SHARE), page.height * LEAST_SHARE)
    top = grid.down(edge + head + (below - edge - head - block.height) * 0.5)
    cover_picture(sheet, voice.section.id, picture, (inset, inset, page.width - 2 * inset, edge - inset))
    sheet.add(PathItem(circle(centre, edge, SEAL), fill=scene.brand.color("paper")))
    sheet.add(*mark(scene, centre, edge - SEAL * 0.72, SEAL * 1.44, "accent", widest=1.15, align=Align.CENTER))
    sheet.place(studio, grid.left, grid.down(edge + SEAL))
    sheet.add(*block.draw(grid.left, top), *stacked(lines, grid.left, foot))
    if block.subtitle:
        y = top + block.rule
        sheet.add(RuleItem(centre - RULE, y, centre + RULE, y, 0.9, scene.brand.color("line")))


def _beside(sheet: Sheet, voice: Voice, picture: Picture, share: float) -> None:
    """The picture takes the right of the page, the type the left."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    b, step = page.bleed, grid.step
    columns = round(12 * (1 - share))
    x, width = grid.x(columns), grid.span(columns) - 1.5 * grid.gutter
    cover_picture(sheet, voice.section.id, picture, (x, -b, page.width + b - x, page.height + 2 * b))
    sheet.add(*mark(scene, grid.left, grid.top - 1.4 * step, 17, "accent"))
    studio = scene.proposal.studio.name
    begin = room(scene, 17, 27)
    sheet.add(*voice.line("cover-meta", studio, width - begin, grid.left + begin, grid.top - 0.4 * step, "studio/name"))
    lines = _fact_rows(voice, width)
    foot = grid.bottom + step
    rule = foot - sum(block.height for block in lines) - 0.6 * step
    below = rule - 1.6 * step
    block = titles(voice, width, below - grid.y(1), subtitle=width, gap=1.5 * step, lines=5, nudge=2)
    sheet.add(*block.draw(grid.left, grid.down(below - block.height)))
    sheet.add(RuleItem(grid.left, rule, grid.left + width, rule, scene.brand.hairline, scene.brand.color("soft")))
    sheet.add(*stacked(lines, grid.left, foot))


def _fact_rows(voice: Voice, width: float) -> list[TextBlock]:
    """Return kicker and number, the client, and the dates, line by line."""
    proposal, words = voice.scene.proposal, voice.scene.words
    until = words("Valid until {date}", date=words.date(proposal.valid_until)) if proposal.valid_until else ""
    rows = (
        ("cover-kicker", " · ".join(filter(None, (voice.kicker, voice.number))), f"{voice.origin}/kicker"),
        ("cover-meta", proposal.client.name, "client/name"),
        ("cover-meta", " · ".join(filter(None, (words.date(proposal.date), until))), "date"),
    )
    return [voice.text(style, text, width, origin, lines=2) for style, text, origin in rows if text]


def _titles(voice: Voice, most: float, wanted: float, *, gap: float, narrow: int, ink: str = "") -> Titles:
    """Set title and subtitle below a picture: in the room that leaves the picture its share, or where that is too small for
    the title in all there is.
    """
    grid = voice.scene.grid
    width, subtitle = grid.measure, grid.span(narrow)
    indent = (width - subtitle) / 2 if voice.align is Align.CENTER else 0.0
    room = min(most, max(wanted, most * 0.6))
    fits = not is_cut(voice.title(width, room * 0.7, 4), voice.scene.proposal.title)
    return titles(
        voice, width, room if fits else most, subtitle=subtitle, gap=gap, indent=indent, nudge=0 if indent else 2, ink=ink
    )
