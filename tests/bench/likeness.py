"""How much the photographs in a PDF still look like their originals: the structural similarity of their lightness.

Z. Wang et al., "Image quality assessment: from error visibility to structural similarity" (2004), with a window of 8 × 8 pixels.
"""

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageMath

from tests.bench.contents import jpegs

WINDOW = 8
_C1 = (0.01 * 255) ** 2
_C2 = (0.03 * 255) ** 2
_THUMB = (24, 24)


def mean_likeness(pdf: Path, folder: Path) -> float:
    """Return the mean similarity of all photographs of a PDF, each beside its original, scaled without loss.

    `folder` is that of the peers' plan. Raises ValueError when the PDF has no photograph of the plan.
    """
    plan = json.loads((folder / "plan.json").read_text("utf-8"))
    found = []
    for data in jpegs(pdf):
        with Image.open(BytesIO(data)) as shown:
            picture = shown.convert("L")
        original = _original(picture, Path(plan["source"]), plan["photos"])
        if original:
            found.append(likeness(picture, _scaled(*original, picture.size)))
    if not found:
        raise ValueError("no photograph")
    return sum(found) / len(found)


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return the similarity of two pictures of mode L and one size; 1 where they are equal."""
    x, y = one.convert("F"), other.convert("F")
    mx, my = x.reduce(WINDOW), y.reduce(WINDOW)
    xx, yy, xy = (_product(a, b).reduce(WINDOW) for a, b in ((x, x), (y, y), (x, y)))

    def formula(a: dict[str, Any]) -> Any:
        sx, sy, sxy = a["xx"] - a["mx"] * a["mx"], a["yy"] - a["my"] * a["my"], a["xy"] - a["mx"] * a["my"]
        top = (a["mx"] * a["my"] * 2 + _C1) * (sxy * 2 + _C2)
        return top / ((a["mx"] * a["mx"] + a["my"] * a["my"] + _C1) * (sx + sy + _C2))

    made = ImageMath.lambda_eval(formula, mx=mx, my=my, xx=xx, yy=yy, xy=xy)
    mean = made.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, float)
    return mean


def _product(one: Image.Image, other: Image.Image) -> Image.Image:
    return ImageMath.lambda_eval(lambda a: a["one"] * a["other"], one=one, other=other)


def _original(picture: Image.Image, source: Path, photos: list[dict[str, Any]]) -> tuple[Path, tuple[float, ...]] | None:
    """Return file and part of the original that a picture shows: a part of the plan, or the whole of a photograph."""
    aspect = picture.width / picture.height
    small = picture.resize(_THUMB, Image.Resampling.BOX)
    best: tuple[float, Path, tuple[float, ...]] | None = None
    for photo in photos:
        file = source / photo["file"]
        for box in (_part(file, photo["width"], photo["height"], photo["focus_x"], photo["focus_y"]), _whole(file)):
            if abs((box[2] - box[0]) / (box[3] - box[1]) / aspect - 1) < 0.03:
                distance = _distance(small, _thumb(file, box))
                if best is None or distance < best[0]:
                    best = distance, file, box
    return best[1:] if best else None


def _distance(one: Image.Image, other: Image.Image) -> float:
    return float(sum(abs(a - b) for a, b in zip(one.tobytes(), other.tobytes(), strict=True)))


@cache
def _size(file: Path) -> tuple[int, int]:
    with Image.open(file) as image:
        return image.size


def _whole(file: Path) -> tuple[float, ...]:
    return 0.0, 0.0, *map(float, _size(file))


def _part(file: Path, width: float, height: float, focus_x: float, focus_y: float) -> tuple[float, ...]:
    full = _size(file)
    ratio = max(width / full[0], height / full[1])
    seen = min(full[0], width / ratio), min(full[1], height / ratio)
    left = min(max(focus_x * full[0] - seen[0] / 2, 0), full[0] - seen[0])
    top = min(max(focus_y * full[1] - seen[1] / 2, 0), full[1] - seen[1])
    return left, top, left + seen[0], top + seen[1]


@cache
def _eighth(file: Path) -> Image.Image:
    with Image.open(file) as image:
        image.draft("L", (image.width // 8, image.height // 8))
        return image.convert("L")


@cache
def _thumb(file: Path, box: tuple[float, ...]) -> Image.Image:
    small, full = _eighth(file), _size(file)
    scale = small.width / full[0], small.height / full[1]
    part = (box[0] * scale[0], box[1] * scale[1], box[2] * scale[0], box[3] * scale[1])
    return small.resize(_THUMB, Image.Resampling.BOX, box=part)


def _scaled(file: Path, box: tuple[float, ...], size: tuple[int, int]) -> Image.Image:
    with Image.open(file) as image:
        return image.resize(size, Image.Resampling.LANCZOS, box=(box[0], box[1], box[2], box[3])).convert("L")
