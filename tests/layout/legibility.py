"""Measures in pixels whether type can be read on the pictures beneath it."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from PIL import Image

from app.layout.contrast import contrast, luminance
from app.layout.page import Page, PictureItem, TextItem
from app.pipeline import Laid
from tests.layout.checks import lines, size
from tests.layout.masters.pages import painted

NEARLY_ALL = 0.98
SCALE = 1.0


def contrasts(found: Laid, index: int, folder: Path) -> Iterator[tuple[str, float]]:
    """Return every line of a page that stands on a picture, with the contrast that 98 in 100 of the pixels beneath it reach."""
    page = found.document.pages[index]
    over = [item for item in lines(page) if _on_picture(page, item)]
    if not over:
        return
    ground = painted(found, index, folder, SCALE, texts=False)
    for item in over:
        yield item.line.text, min(_contrast(ground, item, run.color) for run in item.line.runs)


def _box(item: TextItem) -> tuple[float, float, float, float]:
    left = item.x + item.line.x
    return left, item.y - size(item) * 0.75, left + item.line.width, item.y + size(item) * 0.22


def _on_picture(page: Page, item: TextItem) -> bool:
    left, top, right, bottom = _box(item)
    return any(
        shown.x < right and left < shown.x + shown.width and shown.y < bottom and top < shown.y + shown.height
        for shown in page.items
        if isinstance(shown, PictureItem) and shown.shape == "rect"
    )


def _contrast(ground: Image.Image, item: TextItem, color: str) -> float:
    box = tuple(round(edge * SCALE) for edge in _box(item))
    part = ground.crop((max(box[0], 0), max(box[1], 0), min(box[2], ground.width), min(box[3], ground.height)))
    counted = sorted((_pair(color, pixel), count) for count, pixel in part.getcolors(part.width * part.height) or [])
    left = (1 - NEARLY_ALL) * part.width * part.height
    for value, count in counted:
        left -= count
        if left < 0:
            return value
    return 21.0


@lru_cache(100_000)
def _pair(color: str, pixel: tuple[int, int, int]) -> float:
    return contrast(luminance(color), luminance("#{:02x}{:02x}{:02x}".format(*pixel)))
