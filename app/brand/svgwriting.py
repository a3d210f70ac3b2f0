"""Writes a drawing as SVG, cut to what is seen of it: nothing of a stranger's file comes along but its shapes."""

from collections.abc import Iterator
from dataclasses import replace

from app.brand.inks import BLACK, hls
from app.brand.tokens import Drawing, Shape
from app.brand.units import contrast

ROUND = 3
"""Decimals of coordinates, when the longer side is about SIDE units."""
SIDE = 200.0
PALE = 0.94
"""The lightness of a ground that is as good as paper."""


def paints(shape: Shape) -> Iterator[str]:
    """Yield the colours of a shape in lower case; one without a colour of its own is black, as browsers show it."""
    for paint in (shape.fill, shape.stroke):
        if paint != "none":
            yield (paint or BLACK).lower()


def without_ground(drawing: Drawing) -> Drawing:
    """Leave out a pale rectangle that lies under everything."""
    first, rest = drawing.shapes[:1], drawing.shapes[1:]
    if not rest or not first[0].fill.startswith("#") or hls(first[0].fill)[1] < PALE:
        return drawing
    left, top, right, bottom = extent((first[0],))
    seen = extent(rest)
    covers = left <= seen[0] and top <= seen[1] and right >= seen[2] and bottom >= seen[3]
    straight = all(command[0] in {"M", "L", "Z"} for command in first[0].commands)
    return replace(drawing, shapes=rest) if covers and straight else drawing


def seen_on(drawing: Drawing, paper: str, least: float) -> Drawing:
    """Let shapes that hardly stand out from the paper take the colour of the text; details within other shapes stay."""
    shapes: list[Shape] = []
    for i, shape in enumerate(drawing.shapes):
        lost = shape.fill.startswith("#") and contrast(shape.fill, paper) < least
        shapes.append(replace(shape, fill="") if lost and not _is_within(shape, drawing.shapes[:i]) else shape)
    return replace(drawing, shapes=tuple(shapes))


def _is_within(shape: Shape, below: tuple[Shape, ...]) -> bool:
    left, top, right, bottom = extent((shape,))
    boxes = [extent((other,)) for other in below]
    return any(box[0] <= left and box[1] <= top and box[2] >= right and box[3] >= bottom for box in boxes)


def extent(shapes: tuple[Shape, ...]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of shapes with their strokes; of curves, those of the points that draw them."""
    across, down = [], []
    for shape in shapes:
        half = shape.stroke_width / 2 if shape.stroke != "none" else 0.0
        for command in shape.commands:
            numbers = [float(number) for number in command[1:]]
            across += [number + side for number in numbers[::2] for side in (-half, half)]
            down += [number + side for number in numbers[1::2] for side in (-half, half)]
    return (min(across), min(down), max(across), max(down)) if across and down else (0.0, 0.0, 0.0, 0.0)


def written(drawing: Drawing) -> bytes:
    """Return the SVG. A drawing of one colour has none of its own then: it takes that of the text around."""
    left, top, right, bottom = extent(drawing.shapes)
    scale = SIDE / max(right - left, bottom - top, 1e-6)
    single = len({paint for shape in drawing.shapes for paint in paints(shape)}) <= 1
    size = f"{_number((right - left) * scale)} {_number((bottom - top) * scale)}"
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">']
    lines += [f"  {_path(shape, left, top, scale, single)}" for shape in drawing.shapes]
    return "\n".join([*lines, "</svg>", ""]).encode()


def _path(shape: Shape, left: float, top: float, scale: float, single: bool) -> str:
    steps = []
    for command in shape.commands:
        numbers = [(float(n) - (top if i % 2 else left)) * scale for i, n in enumerate(command[1:])]
        steps.append(f"{command[0]}{' '.join(map(_number, numbers))}")
    told = [f'd="{"".join(steps)}"', f'fill="{_paint(shape.fill, single)}"']
    if shape.even_odd:
        told.append('fill-rule="evenodd"')
    if shape.stroke != "none":
        told += [f'stroke="{_paint(shape.stroke, single)}"', f'stroke-width="{_number(shape.stroke_width * scale)}"']
    if shape.opacity < 1:
        told.append(f'opacity="{_number(shape.opacity)}"')
    return f"<path {' '.join(told)}/>"


def _paint(paint: str, single: bool) -> str:
    return paint if paint == "none" else "currentColor" if single or not paint else paint


def _number(value: float) -> str:
    return f"{round(value, ROUND):g}" if abs(value) < 1e5 else f"{value:.0f}"
