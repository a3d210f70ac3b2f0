"""A cover without a photograph: the title is the picture, as large as its words allow, over the brand's mark grown huge."""

from dataclasses import replace

from app.layout.blocks import TextBlock
from app.layout.logo import mark
from app.layout.masters.covers.framed import HEAD_ROWS, RULE, frame, frame_color, head_centred
from app.layout.masters.covers.parts import facts, foot_lines, head_line, stacked
from app.layout.masters.covers.screen import screen_facts, screen_head
from app.layout.masters.covers.titles import subtitles
from app.layout.masters.covers.voice import DESCENT, Voice, hanging, is_centred, report_cut
from app.layout.mixing import mix
from app.layout.page import PathItem, RuleItem, Tag
from app.layout.scene import Sheet
from app.model.sections import Cover
from app.text.style import Align
from app.text.ties import broken_off

LARGEST = 2.6
"""How much larger than the style's size the title may become."""
LEAST_WHOLE = 0.6
"""Type is made smaller than the largest, but not than this part of it, where that keeps prepositions with what follows."""
FINER = 0.95
"""Sizes are tried in steps of this ratio."""
MOST_LINES = 6
MOST_SUBTITLE = 0.3
"""How much of the room a subtitle may take."""
GHOST = 0.11
"""How far the huge mark stands out from its ground, on the way to the ink."""


def typographic_cover(sheet: Sheet, section: Cover) -> None:
    """Draw the cover on the ground that the brandbook names: accent, plate or paper."""
    scene = sheet.scene
    ground = scene.brand.masters["cover"].text("ground", "accent")
    voice = Voice(scene, section, "ink" if ground == "paper" else f"on-{ground}")
    sheet.ground(ground)
    if is_centred(scene):
        _centred(sheet, replace(voice, align=Align.CENTER), ground)
    elif scene.grid.lying:
        _lying(sheet, voice, ground)
    else:
        _poster(sheet, voice, ground)


def _poster(sheet: Sheet, voice: Voice, ground: str) -> None:
    """The title hangs from the head, the subtitle stands on the facts; the mark rises from the lower right corner."""
    grid, page = sheet.scene.grid, sheet.scene.brand.page
    size = page.width * 1.06
    _ghost(sheet, voice, page.width - size * 0.76, page.height - size * 0.8, size, ground)
    below = facts(voice)
    sheet.add(*head_line(voice), *below.draw())
    foot = below.top - 2 * grid.step
    title, subtitle = _sized(voice, grid.measure, grid.span(8), foot - grid.y(2), 2 * grid.step, ground)
    sheet.place(title, grid.left - 4, grid.y(2))
    if subtitle:
        sheet.place(subtitle, grid.left, grid.down(foot - subtitle.height))


def _lying(sheet: Sheet, voice: Voice, ground: str) -> None:
    """Title and subtitle stand on the facts; the mark fills the right of the page."""
    grid, page = sheet.scene.grid, sheet.scene.brand.page
    size = page.height * 1.3
    _ghost(sheet, voice, page.width - size * 0.72, (page.height - size) * 0.5, size, ground)
    line = grid.bottom - 2 * grid.step
    sheet.add(*screen_head(voice), *screen_facts(voice, line))
    foot = line - 2 * grid.step
    title, subtitle = _sized(voice, grid.measure, grid.span(7), foot - grid.y(1), 3 * grid.step, ground, lines=3)
    below = subtitle.height + 3 * grid.step if subtitle else grid.steps(hanging(title)) - grid.step
    y = sheet.place(title, grid.left - 3, grid.down(foot - below - title.height))
    if subtitle:
        sheet.place(subtitle, grid.left, y + 3 * grid.step)


def _centred(sheet: Sheet, voice: Voice, ground: str) -> None:
    """Everything on the page's axis within a thin frame; the mark rises behind the foot like a seal."""
    scene, grid, page = sheet.scene, sheet.scene.grid, sheet.scene.brand.page
    step, centre = grid.step, page.width / 2
    color = frame_color(scene, voice.ink)
    lines = foot_lines(voice, grid.measure)
    foot = grid.bottom - sum(block.height for block in lines) - 2 * step
    size = min(page.width, page.height) * 0.9
    _ghost(sheet, voice, centre - size / 2, page.height - size * 0.86, size, ground)
    frame(sheet, color)
    sheet.add(*head_centred(voice), *stacked(lines, grid.left, grid.bottom))
    top = grid.y(HEAD_ROWS + 1)
    title, subtitle = _sized(voice, grid.measure, grid.span(10), foot - top, 3 * step, ground)
    y = sheet.place(title, grid.left, top) + hanging(title) + step
    if subtitle:
        sheet.add(RuleItem(centre - RULE, y, centre + RULE, y, 0.9, color))
        sheet.place(subtitle, grid.x(1), grid.down(y + step))


def _sized(
    voice: Voice, width: float, narrow: float, room: float, gap: float, ground: str, lines: int = MOST_LINES
) -> tuple[TextBlock, TextBlock | None]:
    """Return the title as large as its longest word and the room allow, and a subtitle that fits beneath it."""
    subtitle = next(iter(subtitles(voice, narrow, room * MOST_SUBTITLE)), None)
    room -= subtitle.height + gap if subtitle else 0.0
    title = _giant(voice, width, room, "accent-text" if ground == "paper" else voice.ink, lines)
    report_cut(voice.scene, title)
    return title, subtitle


def _giant(voice: Voice, width: float, room: float, ink: str, lines: int) -> TextBlock:
    setter, words = voice.scene.setter, voice.scene.proposal.title
    token, step = setter.token("cover-title"), voice.scene.grid.step
    largest = min(token.size * LARGEST, token.size * width / max(setter.widest("cover-title", words), 1.0))
    found: list[TextBlock] = []
    size = largest
    while size > token.size:
        leading = round(token.leading * size / token.size * 2) / 2 * step

        def make(leading: float = leading, size: float = size) -> TextBlock:
            return setter.text(
                "cover-title", words, width, origin="title", group="title", tag=Tag.H1, color=ink, size=size, leading=leading,
                hyphenate=False, balance=True, align=voice.align, tie_lines=1,
            )  # fmt: skip

        block = setter.apart(make(), make)
        if len(block.lines) <= lines and block.height + size * DESCENT <= room:
            found.append(block)
            if not broken_off(block.lines, setter.language):
                break
        if found and size < largest * LEAST_WHOLE:
            break
        size *= FINER
    if found:
        # Rather a little smaller than a line that ends with a preposition.
        return found[0] if broken_off(found[-1].lines, setter.language) else found[-1]
    return voice.title(width, room - token.size * DESCENT, lines, ink)


def _ghost(sheet: Sheet, voice: Voice, x: float, y: float, size: float, ground: str) -> None:
    """Draw the mark huge, hardly lighter or darker than its ground."""
    brand = sheet.scene.brand
    color = mix(brand.color(ground), brand.color(voice.ink), GHOST)
    for item in mark(sheet.scene, x, y, size, color, widest=1.2):
        if isinstance(item, PathItem):
            sheet.add(replace(item, fill=color if item.fill else "", stroke=color if item.stroke else ""))
