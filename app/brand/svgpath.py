"""Shapes of a drawing as paths of lines and cubic curves, moved to where they stand."""

import re
from math import cos, hypot, radians, sin, tan
from typing import Any

Transform = tuple[float, float, float, float, float, float]
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
IDENTITY: Transform = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Commands = tuple[tuple[str | float, ...], ...]
_CALL = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def transform(text: str) -> Transform:
    """Read a list of SVG transforms; what is none moves nothing."""
    result = IDENTITY
    for name, arguments in _CALL.findall(text):
        result = times(result, _matrix(name, [float(number) for number in _NUMBER.findall(arguments)]))
    return result


def times(outer: Transform, inner: Transform) -> Transform:
    """Return the transform that does the inner one first."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f


def enlargement(matrix: Transform) -> float:
    """Return by how much lengths grow, on the average of both directions: strokes grow alike."""
    return (hypot(matrix[0], matrix[1]) + hypot(matrix[2], matrix[3])) / 2


def _matrix(name: str, numbers: list[float]) -> Transform:
    first, second = (*numbers, 0.0, 0.0)[:2]
    if name == "matrix" and len(numbers) == 6:
        return numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]
    if name == "translate":
        return 1.0, 0.0, 0.0, 1.0, first, second
    if name == "scale" and numbers:
        return first, 0.0, 0.0, second if len(numbers) > 1 else first, 0.0, 0.0
    if name == "rotate":
        turn = radians(first)
        around = (cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0)
        if len(numbers) < 3:
            return around
        there, back = (1.0, 0.0, 0.0, 1.0, numbers[1], numbers[2]), (1.0, 0.0, 0.0, 1.0, -numbers[1], -numbers[2])
        return times(times(there, around), back)
    if name == "skewX":
        return 1.0, 0.0, tan(radians(first)), 1.0, 0.0, 0.0
    if name == "skewY":
        return 1.0, tan(radians(first)), 0.0, 1.0, 0.0, 0.0
    return IDENTITY


def commands(element: Any, matrix: Transform) -> Commands:
    """Return the path of a shape; arcs and quadratic curves become cubic ones. A shape that cannot be read has none."""
    from fontTools.misc.transform import Transform as Matrix
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path
    from fontTools.svgLib.path.shapes import PathBuilder

    builder, recording = PathBuilder(), RecordingPen()
    try:
        builder.add_path_from_element(_without_transform(element))
        for path in builder.paths:
            parse_path(path, TransformPen(recording, Matrix(*matrix)))
    except (ValueError, IndexError, TypeError, ArithmeticError):
        return ()
    return _told(recording.value)


def _told(recorded: Any) -> Commands:
    out: list[tuple[str | float, ...]] = []
    here = (0.0, 0.0)
    for name, points in recorded:
        if name in ("moveTo", "lineTo"):
            out.append(("M" if name == "moveTo" else "L", *points[0]))
        elif name == "curveTo":
            out.append(("C", *(value for point in points for value in point)))
        elif name == "qCurveTo":
            out.extend(_cubics(here, points))
        elif name == "closePath":
            out.append(("Z",))
        if points:
            here = points[-1]
    return tuple(out)


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
    """Return a copy without its transform, which was multiplied in already, and with plain numbers for lengths."""
    from xml.etree.ElementTree import Element

    copied = {key: value for key, value in element.attrib.items() if key not in {"transform", "d", "points", "style", "class"}}
    plain = {key: (_NUMBER.match(value.strip()) or [value])[0] for key, value in copied.items()}
    kept = {key: element.attrib[key] for key in ("d", "points") if key in element.attrib}
    return Element(element.tag, {**plain, **kept})
