"""Reads SVG logos as paths. Nothing outside the file is ever opened and nothing in it is ever run."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.brand.svgpath import SHAPES, Transform, commands, enlargement, times, transform
from app.brand.svgstyle import NONE, Paint, Rules, class_rules, color, painted
from app.brand.tokens import Drawing, Shape
from app.problems import Problem, error, problem

LARGEST = 1_000_000
"""A drawing of more bytes than this is refused."""
MOST_SHAPES = 5_000
MOST_ELEMENTS = 50_000
"""So many are looked at: shapes, groups and all else."""
FARTHEST = 1e7
"""Units; no drawing is larger, and what lies farther out is drawn nowhere."""
GROUPS = frozenset({"svg", "g", "a", "switch"})
SILENT = frozenset({"title", "desc", "metadata", "defs", "style", "linearGradient", "radialGradient", "clipPath", "namedview"})
"""What draws nothing by itself, so that leaving it out changes nothing."""


def read_svg(path: Path) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """Read a drawing. What is not a shape (text, pictures, scripts, references) is left out and reported."""
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
    left, top, width, height = box = _view_box(root)
    if not all(abs(side) < FARTHEST for side in box):
        return None, (error("svg-unreadable", path.name, reason="viewBox"),)
    reader = _Reader(root)
    shapes = tuple(reader.shapes((1.0, 0.0, 0.0, 1.0, -left, -top)))
    ignored = ", ".join(sorted(reader.ignored))
    return Drawing(width, height, shapes), (problem("svg-ignored", path.name, elements=ignored),) if ignored else ()


class _Reader:
    """Walks through a drawing. `ignored` are the names of the elements that were left out."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._rules: Rules = class_rules("".join(element.text or "" for element in root.iter() if _name(element) == "style"))
        self._gradients: Mapping[str, str] = _gradients(root)
        self.ignored: set[str] = set()

    def shapes(self, start: Transform) -> Iterator[Shape]:
        """Return the shapes in the order in which they are painted."""
        stack: list[tuple[Any, Transform, Paint]] = [(self._root, start, Paint())]
        count = visited = 0
        while stack and count < MOST_SHAPES and visited < MOST_ELEMENTS:
            visited += 1
            element, matrix, around = stack.pop()
            name = _name(element)
            if name not in GROUPS | SHAPES:
                self.ignored.update({name} - SILENT)
                continue
            paint = painted(element, around, self._rules, self._gradients)
            if paint.hidden:
                continue
            matrix = times(matrix, transform(element.get("transform", "")))
            if name in GROUPS:
                stack.extend((child, matrix, paint) for child in reversed(list(element)))
            elif shape := _shape(element, matrix, paint):
                count += 1
                yield shape


def _shape(element: Any, matrix: Transform, paint: Paint) -> Shape | None:
    """Return a shape, or None if nothing of it is seen."""
    width = paint.width * enlargement(matrix) if paint.stroke != NONE else 0.0
    if (paint.fill == NONE and width <= 0) or paint.opacity <= 0:
        return None
    path = commands(element, matrix)
    stroke = paint.stroke if width > 0 else NONE
    near = all(abs(number) < FARTHEST for step in path for number in step[1:] if not isinstance(number, str))
    return Shape(path, paint.fill, stroke, width, paint.even_odd, paint.opacity) if path and near else None


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _gradients(root: Any) -> dict[str, str]:
    """Return for each gradient the colour of its first stop: a logo in one colour is still that logo."""
    found: dict[str, str] = {}
    for element in root.iter():
        if _name(element) in {"linearGradient", "radialGradient"}:
            stop = next((child for child in element if _name(child) == "stop"), None)
            if stop is not None:
                told = dict(part.partition(":")[::2] for part in stop.get("style", "").replace(" ", "").split(";"))
                found[element.get("id", "")] = color(told.get("stop-color") or stop.get("stop-color", "black"), "", {})
    return found


def _view_box(root: Any) -> tuple[float, float, float, float]:
    numbers = [float(number) for number in re.findall(r"[+-]?(?:\d+\.?\d*|\.\d+)", root.get("viewBox", ""))[:4]]
    if len(numbers) == 4 and numbers[2] > 0 and numbers[3] > 0:
        return numbers[0], numbers[1], numbers[2], numbers[3]
    sides = [float((re.findall(r"\d+\.?\d*", root.get(side, "")) or ["100"])[0]) or 100.0 for side in ("width", "height")]
    return 0.0, 0.0, sides[0], sides[1]
