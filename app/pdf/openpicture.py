"""Open a picture file that may be anything: too large, cut off, no picture at all, or simply gone."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from app.pdf.unusable import PictureError
from app.problems import Problem, problem

MOST_PIXELS = 210_000_000
"""A photograph of more pixels than any camera or telephone makes is refused before it is decoded: 30 KB can hold 2.7 GB."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS

MOST_COEFFICIENTS = 380_000_000
"""Bytes. A progressive JPEG has to be held whole while it is decoded, two bytes for each sample (libjpeg, jdcoefct.c)."""

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP", "AVIF")
"""What may be decoded. Others (EPS, PSD, …) would start programs or are not pictures that people send."""

ORIENTATION = 0x0112
TRANSPOSED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF 2.32, tag 0x0112: what makes a picture upright."""


@contextmanager
def opened(path: Path, where: str = "") -> Iterator[Image.Image]:
    """Open a picture for reading its header and, once it is known to be of sane size, its pixels.

    Whatever a decoder raises within the block becomes a PictureError, for a broken file can make it raise anything.
    """
    name = path.name
    try:
        if not path.is_file():
            raise PictureError(problem("picture-missing", where, file=name))
        if path.stat().st_size == 0:
            raise PictureError(problem("picture-empty", where, file=name))
        with _open(path) as image:
            if image.width * image.height > MOST_PIXELS:
                raise PictureError(_too_large(name, where, f"{image.width} × {image.height}"))
            if found := _too_progressive(image, name, where):
                raise PictureError(found)
            yield image
    except PictureError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as reason:
        told = re.search(r"\d+", str(reason))  # how many pixels its header claims
        raise PictureError(_too_large(name, where, told[0] if told else "")) from reason
    except UnidentifiedImageError as reason:
        raise PictureError(problem("picture-not-a-picture", where, file=name)) from reason
    except MemoryError as reason:
        raise PictureError(_too_large(name, where, "")) from reason
    except Exception as reason:
        raise PictureError(problem("picture-damaged", where, file=name, reason=type(reason).__name__)) from reason


def orientation(image: Image.Image) -> Image.Transpose | None:
    """Return how the picture must be turned to be upright, from its header alone."""
    if image.format == "PNG" and "exif" not in image.info:
        return None  # looking further would decode the whole picture
    return TRANSPOSED.get(image.getexif().get(ORIENTATION, 1))


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height of the upright picture in pixels."""
    turn = orientation(image)
    lying = {Image.Transpose.TRANSPOSE, Image.Transpose.TRANSVERSE, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270}
    return (image.height, image.width) if turn in lying else (image.width, image.height)


def _open(path: Path) -> Image.Image:
    if _is_heif(path):
        import pi_heif

        pi_heif.register_heif_opener()
        return Image.open(path, formats=("HEIF",))
    return Image.open(path, formats=FORMATS)


def _is_heif(path: Path) -> bool:
    """Tell by its first bytes whether a file is what telephones call HEIC (ISO 23008-12)."""
    with path.open("rb") as file:
        head = file.read(12)
    return head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def _too_large(name: str, where: str, pixels: str) -> Problem:
    return problem("picture-too-large", where, file=name, pixels=pixels or "?", limit=MOST_PIXELS // 1_000_000)


def _too_progressive(image: Image.Image, name: str, where: str) -> Problem | None:
    """Return what to tell of a JPEG that becomes sharper as it comes, where it is too large for that."""
    if not image.info.get("progressive"):
        return None
    samples = _samples(getattr(image, "layer", ()))
    pixels = image.width * image.height
    if pixels * samples * 2 <= MOST_COEFFICIENTS:
        return None
    limit = int(MOST_COEFFICIENTS / (2 * samples)) // 1_000_000
    size = f"{image.width} × {image.height}"
    return problem("picture-progressive-too-large", where, file=name, pixels=size, limit=limit)


def _samples(layers: Sequence[tuple[int, int, int, int]]) -> float:
    """Return how many samples a JPEG has for each pixel: its colours may be coarser than its light (ITU T.81, A.1.1)."""
    finest = max((across * down for _, across, down, _ in layers), default=1)
    return sum(across * down for _, across, down, _ in layers) / max(finest, 1)
