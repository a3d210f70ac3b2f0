"""Drawings that were read before: SVG takes long to read, and a logo hardly ever changes."""

import hashlib
import json
import os
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.brand.tokens import Drawing, Shape
from app.problems import Problem, problem

VERSION = 1
"""Counts up when the same file is read differently."""
LARGEST = 2_000_000
"""Drawings of more bytes than this are not looked at here."""


def drawing(path: Path, cache: Path | None) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """Read an SVG file, or find in the folder `cache` what was read from the same content. Problems are those of `read_svg`."""
    kept = _place(path, cache)
    if kept is None:
        return read_svg(path)
    with suppress(OSError, ValueError, KeyError, TypeError, IndexError):
        return _thawed(json.loads(kept.read_bytes()), path.name)
    found, problems = read_svg(path)
    if found is not None:
        _keep(kept, found, problems)
    return found, problems


def read_svg(path: Path) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """Read a drawing from its file."""
    from app.brand import svg

    return svg.read_svg(path)


def _place(path: Path, cache: Path | None) -> Path | None:
    """Return where the drawing of a file is kept, None where it cannot be."""
    try:
        if cache is None or path.stat().st_size > LARGEST:
            return None
        digest = hashlib.sha256(b"%d\n%s" % (VERSION, path.read_bytes())).hexdigest()
    except OSError:
        return None
    return cache / f"{digest}.drawing"


def _keep(kept: Path, found: Drawing, problems: tuple[Problem, ...]) -> None:
    """Write a drawing; a cache that cannot be written is none, but no reason to stop."""
    shapes = [
        (shape.commands, shape.fill, shape.stroke, shape.stroke_width, shape.even_odd, shape.opacity) for shape in found.shapes
    ]
    ignored = [one.fact("elements") for one in problems]
    told = {"width": found.width, "height": found.height, "shapes": shapes, "ignored": ignored}
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_name(f"{kept.name}.{os.getpid()}.{threading.get_ident()}.tmp")
        draft.write_text(json.dumps(told), "ascii")
        draft.replace(kept)


def _thawed(told: Any, name: str) -> tuple[Drawing, tuple[Problem, ...]]:
    """Read what `_keep` wrote; raises ValueError, KeyError, TypeError or IndexError for anything else."""
    shapes = tuple([_shape(shape) for shape in told["shapes"]])
    problems = tuple([problem("svg-ignored", name, elements=str(elements)) for elements in told["ignored"]])
    return Drawing(float(told["width"]), float(told["height"]), shapes), problems


def _shape(told: Any) -> Shape:
    commands, fill, stroke, width, even_odd, opacity = told
    path = tuple([_command(str(sign), [float(number) for number in numbers]) for sign, *numbers in commands])
    return Shape(path, str(fill), str(stroke), float(width), bool(even_odd), float(opacity))


def _command(sign: str, numbers: list[float]) -> tuple[str | float, ...]:
    return (sign, *numbers)
