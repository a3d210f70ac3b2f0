"""How finely the light and the colours of a photograph are kept: as finely as the eye can tell, and no finer."""

from functools import lru_cache
from io import BytesIO

from PIL import Image

_LIGHT = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip
_COLOR = (
    17, 18, 24, 47, *[99] * 4, 18, 21, 26, 66, *[99] * 4, 24, 26, 56, *[99] * 5, 47, 66, *[99] * 38,
)  # fmt: skip
"""The steps that ITU-T T.81, annex K, gives as an example: quality 50, row by row."""

_SMOOTH = (0, 1, 8, 16, 9, 2)
"""The six slowest waves of a block, in which a sky would show its steps."""
SMOOTH, ROUGH, COLOR = 0.5, 0.05, 0.8
"""Shares of the example's steps: for the slowest waves, for the others and each unit of the coarsest, and for colours."""
FINEST, USUAL, COARSEST = 10, 15, 20
"""The greatest steps of light. A flat ceiling keeps the grain that the example's steep table smears, for the same bytes."""
SHARE = 0.75
"""A photograph may take so much of its bytes at the quality that cameras and web pages use: where it takes less, its steps
become finer."""
CAMERA_QUALITY = 85
GRAIN_BITS = 1.3
STEPS_A_BIT = 3
"""Where a photograph takes more, and more than so many bits a pixel, that is grain, which hides coarser steps: so many for
each bit. All found by trying photographs, smooth and grainy: a quarter smaller, and a structural similarity that is the same
to the second digit.
"""
TILE, TILES = 64, 4
"""A photograph is judged by so many samples across and down, each so many pixels wide."""
_HEAD = 600
"""Bytes of a JPEG that are no picture."""


def tables(picture: Image.Image) -> list[list[int]]:
    """Return the steps for light and colours that suit a photograph of mode L or RGB."""
    sample = _sample(picture)
    room = SHARE * _size(sample, quality=CAMERA_QUALITY)
    coarsest = USUAL
    taken = _own_size(sample, coarsest)
    if taken > room:
        bits = 8 * taken / (sample.width * sample.height)
        coarsest = min(round(USUAL + STEPS_A_BIT * max(bits - GRAIN_BITS, 0)), COARSEST)
    else:
        while coarsest > FINEST and _own_size(sample, coarsest - 1) <= room:
            coarsest -= 1
    return _tables(coarsest)[: len(picture.getbands())]


@lru_cache(maxsize=COARSEST + 1)
def _tables(coarsest: int) -> list[list[int]]:
    light = [min(coarsest, max(1, round(step * ROUGH * coarsest))) for step in _LIGHT]
    for place in _SMOOTH:
        light[place] = min(coarsest, max(1, round(_LIGHT[place] * SMOOTH)))
    return [light, [round(step * COLOR) for step in _COLOR]]


def _sample(picture: Image.Image) -> Image.Image:
    """Return pieces of a large picture side by side, or a small one as it is."""
    side = TILE * TILES
    if picture.width <= side or picture.height <= side:
        return picture
    sample = Image.new(picture.mode, (side, side))
    for column in range(TILES):
        for row in range(TILES):
            left = (picture.width - TILE) * (2 * column + 1) // (2 * TILES)
            top = (picture.height - TILE) * (2 * row + 1) // (2 * TILES)
            sample.paste(picture.crop((left, top, left + TILE, top + TILE)), (column * TILE, row * TILE))
    return sample


def _own_size(picture: Image.Image, coarsest: int) -> int:
    return _size(picture, qtables=_tables(coarsest)[: len(picture.getbands())], optimize=True)


def _size(picture: Image.Image, **how: object) -> int:
    """Return how many bytes a picture takes."""
    out = BytesIO()
    picture.save(out, "JPEG", subsampling="4:2:0", **how)
    return max(out.tell() - _HEAD, 1)
