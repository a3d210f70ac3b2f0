"""Large pictures without loss are read a few rows at a time and made smaller meanwhile: whole, they would fill the memory."""

from math import ceil, sqrt
from pathlib import Path
from typing import Any

from PIL import Image

from app.pdf.shrink import ShrinkError, vips_library

LARGE = 60_000_000
"""Pixels. Smaller pictures are decoded whole: 240 MB at most."""
STREAMED = {"PNG": "pngload", "TIFF": "tiffload"}
"""Formats that cameras and scanners make so large, with the function of libvips that reads them row by row."""
_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
_PLAIN = frozenset({"srgb", "rgb", "b-w", "rgb16", "grey16"})


def is_large(image: Image.Image) -> bool:
    """Tell whether an opened picture is read row by row."""
    return image.format in STREAMED and image.width * image.height > LARGE


def decoded(image: Image.Image, path: Path, share: float) -> Image.Image:
    """Return an opened picture with all its pixels decoded; a large one with at least `share` of its width, and twice that
    where there is room, but never more than LARGE pixels.

    Raises ShrinkError where a large one cannot be read to its end.
    """
    if not is_large(image):
        image.load()
        return image
    vips = vips_library()
    try:
        whole = getattr(vips.Image, STREAMED[image.format or ""])(str(path), access="sequential", fail_on="truncated")
        mode = _mode(whole)
        if not mode:
            image.load()
            return image
        by = max(int(1 / (2 * share)) if share < 1 else 1, ceil(sqrt(image.width * image.height / LARGE)))
        small = whole.shrink(by, by)
        if whole.format == "ushort":
            small = small.rshift(8)
        return Image.frombytes(mode, (small.width, small.height), small.cast("uchar").write_to_memory())
    except (vips.Error, UnicodeError) as wrong:
        raise ShrinkError from wrong


def _mode(whole: Any) -> str:
    """Return the mode of Pillow that has the pixels of a picture of libvips, nothing where there is none."""
    if whole.format not in {"uchar", "ushort"}:
        return ""
    if whole.interpretation == "cmyk":
        return "CMYK" if whole.bands == 4 else ""
    return _MODES.get(whole.bands, "") if whole.interpretation in _PLAIN else ""
