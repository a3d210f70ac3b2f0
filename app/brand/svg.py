"""Reads SVG logos as filled paths. Nothing outside the file is ever opened and nothing in it is ever run."""

import re
from pathlib import Path
from typing import Any

from app.brand.tokens import Drawing, Shape
from app.problems import Problem, error, problem

LARGEST = 2_000_000
"""A drawing of more bytes than this is refused."""
MOST_SHAPES = 5_000
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_HEX3 = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")

Transform = tuple[float, float, float, float, float, float]
IDENTITY: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read_svg(path: Path) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """Read a drawing. What is not a filled shape (text, pictures, scripts, references) is left out and reported."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            return None, (error("svg-too-large", path.name, limit=LARGEST),)
        root = fromstring(data)
    except (OSError, ParseError, DefusedXmlException, ValueError, RecursionError) as failure:
        return None, (error("svg-unreadable", path.name, reason=str(failure)[:100]),)
    left, top, width, height = _view_box(root)
    shapes: list[Shape] = []
    ignored: set[str] = set()
    stack: list[tuple[Any, Transform, str]] = [(root, (1.0, 0.0, 0.0, 1.0, -left, -top), "")]
    while stack and len(shapes) < MOST_SHAPES:
        element, transform, inherited = stack.pop()
        name = str(element.tag).rpartition("}")[2]
        fill = _fill(element, inherited)
        transform = _times(transform, _transform(element.get("transform", "")))
        if name in ("svg", "g", "a"):
            stack.extend((child, transform, fill) for child in reversed(list(element)))
        elif name in SHAPES:
            if fill != "none" and (commands := _commands(element, transform)):
                shapes.append(Shape(commands, fill))
        elif name not in ("title", "desc", "metadata", "defs"):
            ignored.add(name)
    problems = (problem("svg-ignored", path.name, elements=", ".join(sorted(ignored))),) if ignored else ()
    return Drawing(width, height, tuple(shapes)), problems


def _view_box(root: Any) -> tuple[float, float, float, float]:
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", root.get("viewBox", ""))[:4]]
    if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0:
        return numbers[0], numbers[1], numbers[2], numbers[3]
    sides = [float((re.findall(r"\d+\.?\d*", root.get(side, "")) or ["100"])[0]) or 100.0 for side in ("width", "height")]
    return 0.0, 0.0, sides[0], sides[1]


def _fill(element: Any, inherited: str) -> str:
    """Return `#rrggbb`, "none", or "" for the colour of the text around."""
    style = re.search(r"(?:^|;)\s*fill\s*:\s*([^;]+)", element.get("style", ""))
    value = (style[1] if style else element.get("fill", "")).strip()
    if not value:
        return inherited
    if short := _HEX3.fullmatch(value):
        return "#" + "".join(digit * 2 for digit in short.groups())
    if re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        return value
    return {"none": "none", "black": "#000000", "white": "#FFFFFF"}.get(value, "")


def _transform(text: str) -> Transform:
    """Read a list of matrix, translate and scale; other transforms are rare in logos and leave the shape where it is."""
    result = IDENTITY
    for name, arguments in re.findall(r"(matrix|translate|scale)\s*\(([^)]*)\)", text):
        numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", arguments)]
        if name == "matrix" and len(numbers) == 6:
            result = _times(result, (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]))
        elif name == "translate" and numbers:
            result = _times(result, (1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1] if len(numbers) > 1 else 0.0))
        elif name == "scale" and numbers:
            result = _times(result, (numbers[0], 0.0, 0.0, numbers[-1], 0.0, 0.0))
    return result


def _times(outer: Transform, inner: Transform) -> Transform:
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def _commands(element: Any, transform: Transform) -> tuple[tuple[str | float, ...], ...]:
    """Return the absolute path of a shape; arcs and quadratic curves become cubic ones."""
    from fontTools.misc.transform import Transform as Matrix
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path
    from fontTools.svgLib.path.shapes import PathBuilder

    builder = PathBuilder()
    builder.add_path_from_element(_without_transform(element))
    recording = RecordingPen()
    try:
        for path in builder.paths:
            parse_path(path, TransformPen(recording, Matrix(*transform)))
    except (ValueError, IndexError, TypeError):
        return ()
    commands: list[tuple[str | float, ...]] = []
    here = (0.0, 0.0)
    for name, points in recording.value:
        if name in ("moveTo", "lineTo"):
            commands.append(("M" if name == "moveTo" else "L", *points[0]))
        elif name == "curveTo":
            commands.append(("C", *(value for point in points for value in point)))
        elif name == "qCurveTo":
            commands.extend(_cubics(here, points))
        elif name == "closePath":
            commands.append(("Z",))
        if points:
            here = points[-1]
    return tuple(commands)


def _cubics(start: tuple[float, float], points: Any) -> list[tuple[str | float, ...]]:
    """Raise quadratic Bézier curves to cubic ones (the control points move two thirds of the way)."""
    from fontTools.pens.basePen import decomposeQuadraticSegment

    out: list[tuple[str | float, ...]] = []
    for (cx, cy), (x, y) in decomposeQuadraticSegment(points):
        first = start[0] + 2 / 3 * (cx - start[0]), start[1] + 2 / 3 * (cy - start[1])
        second = x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y)
        out.append(("C", *first, *second, x, y))
        start = (x, y)
    return out


def _without_transform(element: Any) -> Any:
    """Return a copy without its transform, which was multiplied in already."""
    from xml.etree.ElementTree import Element

    attributes = {key: value for key, value in element.attrib.items() if key != "transform"}
    return Element(element.tag, attributes)
