"""How it was and how it became: two pictures of one size, named, beside or above each other."""

import math
from dataclasses import dataclass

from app.layout.box import Box
from app.layout.frames import NOTHING, Clear, Shown, framed, seen
from app.layout.page import BoxItem, Tag, TextItem
from app.layout.scene import Scene, Sheet
from app.layout.works.shots import Part, Work
from app.model.picture import Frame

MOST_LOSS = 0.3
"""So much of the picture that suits its place least is cut off at most; else both get smaller."""

WINDOW = 1.5
"""A usual window's width by its height: devices make room for the label at the side, or below, where that leaves them larger."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places of one size from (0, 0), and the size of both together."""

    cells: tuple[Box, Box]
    width: float
    height: float


def names(scene: Scene) -> tuple[str, str]:
    """Return what the two pictures are called."""
    return scene.words("Before"), scene.words("After")


def pair(scene: Scene, part: Part, width: float, height: float, *, foot: float = 0.0) -> Pair:
    """Place two pictures so that as much as can be is seen of them, as large as can be: upright ones come to stand beside each
    other, wide ones above each other. `foot` is room for a name below each.
    """
    gap = scene.grid.gutter * (0.5 if foot == 0 else 1.0)
    frames = {one.picture.frame for one in part.shown[:2]}
    windows = frames == {Frame.BROWSER} and foot > 0
    aspects = (seen(scene, part.shown[0].picture), seen(scene, part.shown[1].picture))
    if windows:
        aspects = (math.sqrt(aspects[0] * aspects[1]),) * 2
    framed_ones = frames != {Frame.NONE} and not windows
    # Windows get the aspect of their screens, of which nothing is cut off at the sides then.
    most = 0.0 if windows else MOST_LOSS
    across = ((width - gap) / 2, height - foot)
    down = (width, (height - gap) / 2 - foot)
    if not framed_ones:
        # Other devices stand on grounds of any aspect.
        across, down = _cell(*across, aspects, most), _cell(*down, aspects, most)
    # Of what both ways show about equally large, what one expects: upright ones side by side.
    bias = 1.1 if aspects[0] * aspects[1] < 1.2 else 1.0
    if _worth(across, aspects) * bias >= _worth(down, aspects):
        size = across
        first = Box((width - 2 * size[0] - gap) / 2, 0.0, *size)
        second = Box(first.right + gap, 0.0, *size)
    else:
        size = down
        first = Box((width - size[0]) / 2, 0.0, *size)
        second = Box(first.x, first.bottom + foot + gap, *size)
    return Pair((first, second), width, second.bottom + foot)


def _cell(width: float, height: float, aspects: tuple[float, float], most: float) -> tuple[float, float]:
    """Return the largest size within a room that cuts off no more than `most` of either picture, where they allow that."""
    narrowest, widest = max(aspects) * (1 - most), min(aspects) / (1 - most)
    if narrowest > widest:
        narrowest = widest = math.sqrt(aspects[0] * aspects[1])
    aspect = min(max(width / max(height, 1.0), narrowest), widest)
    return min(width, height * aspect), min(height, width / aspect)


def _worth(size: tuple[float, float], aspects: tuple[float, float]) -> float:
    """Return the area of pictures of a size, less what is cut off."""
    aspect = size[0] / max(size[1], 1.0)
    return size[0] * size[1] * sum(min(aspect / one, one / aspect) for one in aspects)


def draw(sheet: Sheet, work: Work, part: Part, place: Pair, x: float, y: float, *, named_below: bool) -> None:
    """Draw the pair with its top left corner at (x, y): the names below, or on a label at the foot of each picture."""
    scene, reference = sheet.scene, work.reference
    screen = _screen(scene, part)
    boxes = [Box(x + cell.x, y + cell.y, cell.width, cell.height) for cell in place.cells]
    clear = NOTHING if named_below else _clear(scene, boxes)
    for i, (one, box, name) in enumerate(zip(part.shown, boxes, names(scene), strict=True)):
        sheet.add(
            *framed(
                scene, one.picture, box.x, box.y, box.width, box.height, one.origin, alt=reference.title, link=reference.link,
                screen=screen, clear=clear,
            )
        )  # fmt: skip
        if named_below:
            block = scene.setter.text("kicker", name, box.width, origin=one.origin, tag=Tag.CAPTION)
            sheet.place(block, box.x, scene.grid.down(box.bottom + 0.2 * scene.grid.step))
        else:
            _label(sheet, name, box, one, after=bool(i))


def _screen(scene: Scene, part: Part) -> float:
    """Return the aspect that both screens get in devices of one kind, so that these are of one size; 0 where they differ."""
    one, other = (shown.picture for shown in part.shown[:2])
    if one.frame is Frame.NONE or one.frame is not other.frame:
        return 0.0
    return math.sqrt(scene.aspect(one.file) * scene.aspect(other.file))


def _clear(scene: Scene, boxes: list[Box]) -> Clear:
    """Return what devices keep clear of: what is cut off the page, and labels, at the sides of wide places or below or above.
    It is the same for both, so that both are of one size.
    """
    page = scene.brand.page
    top = max(0.0, *(-box.y for box in boxes))
    bottom = max(0.0, *(box.bottom - page.height for box in boxes))
    outside = max(0.0, *(-box.x for box in boxes), *(box.right - page.width for box in boxes))
    label = _label_height(scene)
    side = max(scene.setter.line("section-title", name).width for name in names(scene))
    pad = _label_pad(scene)
    side += (scene.grid.left if any(box.x <= 0 for box in boxes) else pad) + pad
    width, height = boxes[0].width - 2 * outside, boxes[0].height - top - bottom
    if min(boxes[0].width - 2 * side, height * WINDOW) > min(width, (height - label) * WINDOW):
        return Clear(side, top, side, bottom)
    over = any(_is_over(scene, box) for box in boxes)
    return Clear(outside, top + label * over, outside, bottom + label * (not over))


def _is_over(scene: Scene, box: Box) -> bool:
    """Tell whether a picture's label stands at its head: at the foot of the page nobody would look for it."""
    return box.bottom > scene.grid.bottom


def _label_height(scene: Scene) -> float:
    return scene.setter.token("section-title").size * 1.75


def _label_pad(scene: Scene) -> float:
    return scene.setter.token("section-title").size * 0.62


def _label(sheet: Sheet, name: str, box: Box, shown: Shown, *, after: bool) -> None:
    """A solid label in a corner at the left: paper for what was, the accent for what became, or where that is the ground of
    devices, the colour of full pages. At the edge of the page it begins there, and its word stands where the text does.
    """
    scene, grid, brand = sheet.scene, sheet.scene.grid, sheet.scene.brand
    loud = shown.picture.frame is Frame.NONE or brand.masters["references"].text("ground", "wash") != "accent"
    ground, ink = ("accent" if loud else "plate", "on-accent" if loud else "on-plate") if after else ("paper", "ink")
    line = scene.setter.line("section-title", name, color=ink)
    size = scene.setter.token("section-title").size
    height, pad = _label_height(scene), _label_pad(scene)
    left = grid.left if box.x <= 0 else box.x + pad
    top = box.y if _is_over(scene, box) else box.bottom - height
    sheet.add(
        BoxItem(
            box.x, top, left + line.width + pad - box.x, height, fill=brand.color(ground), origin=shown.origin
        ),
        TextItem(left, top + height / 2 + size * 0.36, line, shown.origin, Tag.CAPTION),
    )  # fmt: skip
