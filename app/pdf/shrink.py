"""Scale a JPEG while it is decoded, a few rows at a time: in half the time, and without the memory that all of it would take."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, floor, inf
from pathlib import Path
from typing import Any

from PIL import Image

MODES = {1: "L", 3: "RGB"}
REACH = 3
"""Pixels of the scaled picture that Lanczos' filter looks at on each side."""
SEARCH = 12
"""So many edges of the part to be scaled are tried on each side."""
OFF = 0.06
"""How far off the scaled pixels may be, measured in them."""


class ShrinkError(Exception):
    """libvips cannot do this; Pillow can, or says why not."""


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of a picture as it is stored, in its pixels, and the size in pixels that it is to be scaled to."""

    left: float
    top: float
    width: float
    height: float
    pixels: tuple[int, int]

    @property
    def scale(self) -> float:
        """Return how many pixels there are to be for one of the picture."""
        return max(self.pixels[0] / self.width, self.pixels[1] / self.height)


@dataclass(frozen=True, slots=True)
class Span:
    """The pixels to be scaled on one axis: their `first` and their `count`, how many scaled ones are to be `skipped`, and by
    how many times their number is to grow.
    """

    first: int
    count: int
    skipped: int
    scale: float


def shrunk(path: Path, size: tuple[int, int], parts: Sequence[Part]) -> list[Image.Image]:
    """Return parts of a JPEG of this size as it is stored, scaled by Lanczos' filter, in mode L or RGB. Raises ShrinkError.

    The file is decoded once, at the smallest of the sizes that libjpeg offers which has enough pixels for every part.
    """
    vips = vips_library()
    try:
        shrink = reduction(max(part.scale for part in parts))
        whole = vips.Image.jpegload(str(path), shrink=shrink, access="sequential", fail_on="truncated")
        if MODES.get(whole.bands) is None or whole.format != "uchar":
            raise ShrinkError
        spans = [_spans(part, size, (whole.width, whole.height)) for part in parts]
        if len(parts) > 1:
            whole = whole.copy_memory()
        return [_scaled(whole, one, part.pixels) for part, one in zip(parts, spans, strict=True)]
    except (vips.Error, UnicodeError) as wrong:
        raise ShrinkError from wrong


def reduction(scale: float) -> int:
    """Return by how much a JPEG can be reduced as it is decoded when it is to be scaled by so much afterwards."""
    return next((by for by in (8, 4, 2) if scale * by <= 1), 1)


def span(start: float, length: float, pixels: int, limit: int) -> Span:
    """Return what to scale so that the scaled pixels stand where they belong. There are `limit` pixels on the axis.

    libvips scales whole pixels and lets what it has to round hang over on both sides equally (resample/reduceh.cpp), so that
    edges are looked for from which a scaled pixel begins at `start`. Raises ShrinkError where there are none, as may happen
    to a picture that is hardly scaled at all.
    """
    step = length / pixels
    near, far = floor(start), ceil(start + length)
    reach = ceil(REACH * step)
    firsts = {max(near - reach - i, 0) for i in range(SEARCH)}
    if 0 in firsts:
        firsts.update(range(min(near, SEARCH)))
    lasts = {min(far + reach + i, limit) for i in range(SEARCH)}
    tried = (_tried(start, step, pixels, first, last) for first in firsts for last in lasts)
    off, first, count, skipped = min((found for found in tried if found), default=(inf, 0, 0, 0))
    if off > OFF * step:
        raise ShrinkError
    return Span(first, count, skipped, 1 / step)


def _tried(start: float, step: float, pixels: int, first: int, last: int) -> tuple[float, int, int, int] | None:
    """Return how far off the scaled pixels are in pixels of the picture, and what that takes; None if there are too few."""
    count = last - first
    scaled = floor(count / step + 0.5)
    begin = first - (scaled * step - count) / 2
    skipped = max(round((start - begin) / step), 0)
    return (abs(begin + skipped * step - start), first, count, skipped) if skipped + pixels <= scaled else None


def _spans(part: Part, full: tuple[int, int], size: tuple[int, int]) -> tuple[Span, Span]:
    """Return what to scale across and down in a picture that was decoded at this size."""
    across, down = size[0] / full[0], size[1] / full[1]
    return (
        span(part.left * across, part.width * across, part.pixels[0], size[0]),
        span(part.top * down, part.height * down, part.pixels[1], size[1]),
    )


def _scaled(whole: Any, spans: tuple[Span, Span], pixels: tuple[int, int]) -> Image.Image:
    x, y = spans
    cut = whole.crop(x.first, y.first, x.count, y.count)
    scaled = cut.resize(x.scale, vscale=y.scale, kernel="lanczos3", gap=0.0)
    made = scaled.crop(x.skipped, y.skipped, *pixels)
    return Image.frombytes(MODES[made.bands], pixels, made.write_to_memory())


@cache
def vips_library() -> Any:
    """Import libvips when it is needed first. One thread for each picture is enough: several pictures are scaled at a time.

    Its memory of earlier operations would keep files open, and show the old picture when a file has changed.
    """
    import pyvips

    pyvips.cache_set_max(0)
    pyvips.concurrency_set(1)
    return pyvips
