"""A photograph from edge to edge: a huge title from the left edge, facts in columns at the foot."""

from app.layout.masters.covers.over import Type, set_over
from app.layout.masters.covers.parts import facts, head_line
from app.layout.masters.covers.titles import titles
from app.layout.masters.covers.voice import Voice
from app.layout.page import Item, PictureItem
from app.layout.scene import Sheet
from app.model.sections import Cover


def photo_cover(sheet: Sheet, section: Cover, picture: PictureItem) -> None:
    """Draw the type over the picture: the title under the head, or where that is calmer over the facts."""
    set_over(sheet, picture, lambda ink: _type(Voice(sheet.scene, section, ink)), joined)


def joined(words: Type, at: int) -> tuple[list[Item], list[Item]]:
    """Shade the title together with the head, or at its second place with the foot."""
    if at == 0:
        return words.foot, [*words.head, *words.places[0]]
    return words.head, [*words.places[1], *words.foot]


def _type(voice: Voice) -> Type:
    grid = voice.scene.grid
    foot = facts(voice)
    top, bottom = grid.y(2), foot.top - 2 * grid.step
    block = titles(voice, grid.measure, bottom - top, subtitle=grid.span(8), gap=grid.step, nudge=3)
    return Type(head_line(voice), foot.draw(), [block.draw(grid.left, y) for y in (top, grid.down(bottom - block.height))])
