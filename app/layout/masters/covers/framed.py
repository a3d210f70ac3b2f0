"""A thin inset frame on a photograph, everything centred, like the cover of a literary magazine."""

from app.layout.logo import mark
from app.layout.masters.covers.over import Type, set_over
from app.layout.masters.covers.parts import foot_lines, stacked
from app.layout.masters.covers.photo import joined
from app.layout.masters.covers.titles import titles
from app.layout.masters.covers.voice import Voice
from app.layout.page import BoxItem, Item, PictureItem, RuleItem
from app.layout.scene import Scene, Sheet
from app.model.sections import Cover
from app.text.style import Align

INSET = 0.42
"""How far the frame stands in from the page's edge, as a part of the margin."""
HEAD_ROWS = 5
"""Baseline steps from the type area's top to the title."""
MARK = 26.0
"""Height of the mark in points."""
RULE = 30.0
"""Half the length of the short rule between title and subtitle, in points."""


def framed_cover(sheet: Sheet, section: Cover, picture: PictureItem) -> None:
    """Draw frame and type over the picture: the title under the mark, or where that is calmer over the foot."""
    ink = set_over(sheet, picture, lambda ink: _type(Voice(sheet.scene, section, ink, Align.CENTER)), joined)
    frame(sheet, frame_color(sheet.scene, ink))


def frame_color(scene: Scene, ink: str) -> str:
    """Return the colour of frame and rules: the brand's own on pictures, its line where type is dark."""
    if ink in {"on-picture", "on-accent", "on-plate"}:
        return scene.brand.color("cover-line" if "cover-line" in scene.brand.palette else ink)
    return scene.brand.color("line")


def frame(sheet: Sheet, color: str) -> None:
    """Draw the thin inset frame."""
    page = sheet.scene.brand.page
    inset = page.left * INSET
    sheet.add(BoxItem(inset, inset, page.width - 2 * inset, page.height - 2 * inset, stroke=color, stroke_width=0.7))


def head_centred(voice: Voice) -> list[Item]:
    """Return the mark and the studio's name at the head of the page."""
    scene, grid = voice.scene, voice.scene.grid
    items = mark(scene, (grid.left + grid.right) / 2, mark_top(scene), MARK, voice.ink, align=Align.CENTER)
    if scene.proposal.studio.name:
        block = voice.text("cover-kicker", scene.proposal.studio.name, grid.measure, "studio/name", lines=1)
        block.draw(items, grid.left, grid.y(0.5))
    return items


def mark_top(scene: Scene) -> float:
    """Return where the mark at the head of a framed page begins: with as much air to the frame as to the name below."""
    grid = scene.grid
    frame = scene.brand.page.left * INSET
    name = grid.y(0.5) + 0.4 * grid.step
    return frame + (name - frame - MARK) * 0.55


def _type(voice: Voice) -> Type:
    grid, step = voice.scene.grid, voice.scene.grid.step
    lines = foot_lines(voice, grid.measure)
    top, bottom = grid.y(HEAD_ROWS), grid.bottom - sum(block.height for block in lines) - 2.5 * step
    block = titles(voice, grid.measure, bottom - top, subtitle=grid.span(10), gap=3 * step, indent=grid.x(1) - grid.left)
    centre, color = (grid.left + grid.right) / 2, frame_color(voice.scene, voice.ink)
    places = []
    for y in (top, grid.down(bottom - block.height)):
        items = block.draw(grid.left, y)
        if block.subtitle:
            items.append(RuleItem(centre - RULE, y + block.rule, centre + RULE, y + block.rule, 0.9, color))
        places.append(items)
    return Type(head_centred(voice), stacked(lines, grid.left, grid.bottom), places)
