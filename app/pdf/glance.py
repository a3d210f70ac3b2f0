"""A first look at a picture of a stranger's: is it one, and can it be decoded to its end?"""

from pathlib import Path

from PIL import Image

from app.guard.memory import room_left
from app.pdf.develop import JPEG
from app.pdf.large import decoded, is_large
from app.pdf.openpicture import opened
from app.pdf.unusable import PictureError
from app.problems import Problem, problem

SMALL = 256
"""Pixels; a JPEG is decoded about that small, which still reads all of it."""
_BYTES = 8
"""Of memory for each pixel: what is decoded lies there twice, in the decoder and as a picture of four channels."""


def glance(path: str) -> tuple[str, dict[str, str]] | None:
    """Return the code and the facts of what is wrong with a picture; None when it can be used.

    Only its first frame is looked at: no more of it is ever used. Runs in a child process, for it may take any time.
    """
    room, seen = room_left(), None
    try:
        with opened(Path(path)) as image:
            seen = image
            if image.format in JPEG:
                image.draft("L", (SMALL, SMALL))
            decoded(image, Path(path), SMALL / max(image.size))
    except PictureError as wrong:
        found = wrong.problem
        if found.code == "picture-damaged" and room is not None:
            found = _too_large_for(room, Path(path), seen) or found
        return found.code, dict(found.facts)
    return None


def _too_large_for(room: int, path: Path, image: Image.Image | None) -> Problem | None:
    """Return that a picture is too large for so many bytes: decoders that get no more memory call a picture broken."""
    if image is not None and (image.format in JPEG or (is_large(image) and not image.info.get("interlace"))):
        return None  # it is read in parts
    width, height = image.size if image is not None else _size_of_webp(path)
    most = room // _BYTES
    if width * height <= most:
        return None
    return problem("picture-too-large", file=path.name, pixels=f"{width} × {height}", limit=most // 1_000_000)


def _size_of_webp(path: Path) -> tuple[int, int]:
    """Return the size that a WebP says it has (RFC 9649), which Pillow tells only with all its memory at hand; 0 for others."""
    with path.open("rb") as file:
        head = file.read(30).ljust(30, b"\0")
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP":
        return 0, 0
    if head[12:16] == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    lossless = head[12:16] == b"VP8L"
    bits = int.from_bytes(head[21:25] if lossless else head[26:30], "little")
    return (bits & 0x3FFF) + lossless, (bits >> (14 if lossless else 16) & 0x3FFF) + lossless
