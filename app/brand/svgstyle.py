"""How a shape of a drawing is painted: SVG's presentation attributes, `style` and the class rules that drawing programs write."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

NONE = "none"
AROUND = ""
"""The colour of the text around."""
KNOWN = frozenset(
    {"fill", "stroke", "stroke-width", "fill-rule", "opacity", "fill-opacity", "stroke-opacity", "display", "visibility", "color"}
)
_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)$")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")

LONGEST_COLOR = 60
"""Characters; no way of writing a colour takes more."""

Rules = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Paint:
    """What a shape has from the elements around it. Colours are `#rrggbb`, NONE or AROUND; `width` is in the drawing's units."""

    fill: str = AROUND
    stroke: str = NONE
    width: float = 1.0
    even_odd: bool = False
    opacity: float = 1.0
    hidden: bool = False


def class_rules(css: str) -> Rules:
    """Read the rules for classes from a style sheet; others are rare in logos and passed over."""
    found: dict[str, dict[str, str]] = {}
    for rule in _without_comments(css).split("}"):
        before, _, body = rule.rpartition("{")
        selectors = before.rpartition("{")[2]  # what stands before another brace is an @-rule around this one
        for selector in selectors.split(","):
            if name := _CLASS.match(selector.strip()):
                found.setdefault(name[1], {}).update(declarations(body))
    return found


def _without_comments(css: str) -> str:
    """Leave comments out, in one pass: an expression would try an open one again and again."""
    parts, start = [], 0
    while (begun := css.find("/*", start)) >= 0:
        parts.append(css[start:begun])
        ended = css.find("*/", begun + 2)
        start = ended + 2 if ended >= 0 else len(css)
    parts.append(css[start:])
    return "".join(parts)


def declarations(text: str) -> dict[str, str]:
    """Read `name: value; …`."""
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip().lower() in KNOWN and value.strip()}


def painted(element: Any, around: Paint, rules: Rules, gradients: Mapping[str, str]) -> Paint:
    """Return how an element is painted: `style` wins over its classes, these over its attributes, these over what is around."""
    told = {name: element.get(name).strip() for name in KNOWN if element.get(name)}
    for name in element.get("class", "").split():
        told.update(rules.get(name, {}))
    told.update(declarations(element.get("style", "")))
    paint = around
    if "fill" in told:
        paint = replace(paint, fill=color(told["fill"], around.fill, gradients))
    if "stroke" in told:
        paint = replace(paint, stroke=color(told["stroke"], around.stroke, gradients))
    if "stroke-width" in told:
        paint = replace(paint, width=number(told["stroke-width"], paint.width))
    if "fill-rule" in told:
        paint = replace(paint, even_odd=told["fill-rule"].lower() == "evenodd")
    for name in ("opacity", "fill-opacity"):
        paint = replace(paint, opacity=paint.opacity * min(max(number(told.get(name, ""), 1.0), 0.0), 1.0))
    hidden = told.get("display") == "none" or told.get("visibility") == "hidden"
    return replace(paint, hidden=paint.hidden or hidden)


def color(text: str, around: str, gradients: Mapping[str, str]) -> str:
    """Return a colour as `#rrggbb`, NONE or AROUND. A gradient is one colour: the first that is known of it."""
    text = text.strip()
    if text in {"none", "transparent"}:
        return NONE
    if text == "inherit":
        return around
    if reference := re.match(r"url\(\s*['\"]?#([^)'\"]+)['\"]?\s*\)", text):
        return gradients.get(reference[1], AROUND)
    if text.lower() == "currentcolor":
        return AROUND
    return _named(text)


def number(text: str, default: float) -> float:
    """Read the number at the start of a length; a percentage becomes its share."""
    found = _NUMBER.match(text.strip())
    if not found:
        return default
    return float(found[0]) / (100 if text.strip().endswith("%") else 1)


@lru_cache(maxsize=256)
def _named(text: str) -> str:
    """Read #rgb, #rrggbb, rgb(…), hsl(…) and CSS colour names; what is none of these is AROUND."""
    if len(text) > LONGEST_COLOR:
        return AROUND
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(text)[:3]
    except ValueError:
        return AROUND
    return f"#{red:02x}{green:02x}{blue:02x}"
