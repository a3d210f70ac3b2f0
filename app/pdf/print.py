"""The print of a picture as it is stored in the PDF, and in the cache on the disk."""

import hashlib
import json
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LARGE = 250_000
"""Above so many pixels colours are kept at half the resolution of light, as cameras do it: a third smaller, and nobody sees it.
Small pictures are faces and details, where a red edge would show."""
MOST_LOSSLESS = 1.5
"""How much larger than a JPEG a drawing may be for the sake of clean edges."""
MAGIC = b"blesna-print 1\n"


@dataclass(frozen=True, slots=True)
class Raster:
    """Encoded pixels: a JPEG, or the deflated rows of a PNG (`jpeg` False). `channels` is 1 for grey and 3 for sRGB."""

    data: bytes
    width: int
    height: int
    channels: int
    jpeg: bool


@dataclass(frozen=True, slots=True)
class Print:
    """A picture ready for the page; `alpha` is where it lets the page through. `full` is the upright size of its file.

    Equal prints have the same `key`, which is the hash of their content.
    """

    color: Raster
    alpha: Raster | None
    full: tuple[int, int]
    key: str

    @property
    def weight(self) -> int:
        """Number of bytes."""
        return len(self.color.data) + (len(self.alpha.data) if self.alpha else 0)


def encode(picture: "Image", flat: bool, full: tuple[int, int]) -> Print:
    """Encode a picture of mode L, RGB, LA or RGBA: photographs as JPEG, a `flat` one without loss.

    Grey photographs have few colours too, so that a flat picture whose deflated rows are much larger is one of those.
    """
    alpha = None
    picture.info.clear()  # comments and the like must not follow the pixels
    if picture.mode in {"LA", "RGBA"}:
        alpha = _deflated(picture.getchannel("A"))
        picture = picture.convert(picture.mode[:-1])
    color = _jpeg(picture)
    if flat:
        lossless = _deflated(picture)
        color = lossless if len(lossless.data) <= MOST_LOSSLESS * len(color.data) else color
    return Print(color, alpha, full, _hash(color.data, alpha.data if alpha else b""))


def freeze(made: Print) -> bytes:
    """Write a print as one file: what it is, a checksum, the bytes."""
    head = {
        "sha256": made.key,
        "full": made.full,
        "parts": [_describe(part) for part in (made.color, made.alpha) if part],
    }
    return b"".join((MAGIC, json.dumps(head).encode("ascii"), b"\n", made.color.data, made.alpha.data if made.alpha else b""))


def thaw(data: bytes) -> Print | None:
    """Read what `freeze` wrote; None for anything else, such as a file that a full disk cut off."""
    if not data.startswith(MAGIC):
        return None
    head, _, body = data[len(MAGIC) :].partition(b"\n")
    try:
        told = json.loads(head)
        key = _hash(body)
        if key != told["sha256"]:
            return None
        parts, start = [], 0
        for size, width, height, channels, jpeg in told["parts"]:
            parts.append(Raster(body[start : start + size], width, height, channels, jpeg))
            start += size
        return Print(parts[0], parts[1] if len(parts) > 1 else None, (told["full"][0], told["full"][1]), key)
    except (ValueError, KeyError, IndexError, TypeError):
        return None


def _hash(*parts: bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _describe(part: Raster) -> tuple[int, int, int, int, bool]:
    return len(part.data), part.width, part.height, part.channels, part.jpeg


def _jpeg(picture: "Image") -> Raster:
    from app.pdf.quality import tables

    out = BytesIO()
    large = picture.width * picture.height > LARGE
    picture.save(out, "JPEG", qtables=tables(picture), subsampling="4:2:0" if large else "4:4:4", optimize=True)
    return Raster(out.getvalue(), *picture.size, len(picture.getbands()), True)


def _deflated(picture: "Image") -> Raster:
    """Deflate through Pillow's PNG writer: its filtered rows are just what PDF's PNG predictors expect (ISO 32000-2, 7.4.4.4)."""
    out = BytesIO()
    picture.save(out, "PNG", compress_level=9)
    return Raster(_rows(out.getvalue()), *picture.size, len(picture.getbands()), False)


def _rows(png: bytes) -> bytes:
    rows, place = [], 8
    while place < len(png):
        size = int.from_bytes(png[place : place + 4], "big")
        if png[place + 4 : place + 8] == b"IDAT":
            rows.append(png[place + 8 : place + 8 + size])
        place += size + 12
    return b"".join(rows)
