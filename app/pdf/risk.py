"""Which pictures are decoded here, and which only after a child process has decoded them without harm."""

from pathlib import Path

from PIL import Image

from app.guard.pictures import picture_problem
from app.pdf.unusable import PictureError

MOST_PIXELS = 40_000_000
"""Of formats whose decoding takes time by their pixels alone; 160 MB, about a second."""
MOST_SCANNED = 2_400_000_000
"""Pixels of a JPEG times its scans: each passes over the whole picture, and a hostile one has thousands of empty ones."""
PLAIN = frozenset({"PNG", "GIF", "BMP", "WEBP"})
JPEG = frozenset({"JPEG", "MPO"})
_SCAN = b"\xff\xda"


def bearable(path: Path, image: Image.Image, where: str = "") -> None:
    """Make sure that a picture can be decoded in this process. Raises PictureError.

    Those whose cost cannot be told beforehand (TIFF, AVIF, HEIC, very large ones) are decoded in a child process first.
    """
    if not _is_ordinary(path, image) and (found := picture_problem(path, where=where)):
        raise PictureError(found)


def _is_ordinary(path: Path, image: Image.Image) -> bool:
    pixels = image.width * image.height
    if image.format in JPEG:
        return pixels * path.read_bytes().count(_SCAN) <= MOST_SCANNED
    return image.format in PLAIN and pixels <= MOST_PIXELS
