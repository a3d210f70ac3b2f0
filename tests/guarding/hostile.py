"""Pictures as nobody sane would make them."""

import io
import struct
import zlib
from pathlib import Path

from PIL import Image


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """Return a PNG of three channels that says that it is so large, with these compressed pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def black(side: int) -> bytes:
    """Return the pixels of a black square, compressed to next to nothing."""
    packing = zlib.compressobj(9)
    return b"".join([*(packing.compress(bytes(side * 3 + 1)) for _ in range(side)), packing.flush()])


def many_scans(side: int = 8000, scans: int = 6000) -> bytes:
    """Return a JPEG of few bytes that is passed over thousands of times."""
    saved = io.BytesIO()
    Image.new("L", (side, side), 128).save(saved, "JPEG", progressive=True)
    data = saved.getvalue()
    last = data[data.rindex(b"\xff\xda") : -2]
    return data[:-2] + last * scans + data[-2:]


def progressive(width: int, height: int, subsampling: str = "4:2:0") -> bytes:
    """Return a progressive JPEG that says that it is so large."""
    saved = io.BytesIO()
    Image.new("RGB", (64, 64)).save(saved, "JPEG", progressive=True, subsampling=subsampling)
    data = saved.getvalue()
    at = data.index(b"\xff\xc2") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


def packed(kind: str, side: int, **more: object) -> bytes:
    """Return a picture of one colour in a format that packs it well."""
    saved = io.BytesIO()
    Image.new("RGB", (side, side)).save(saved, kind, **more)
    return saved.getvalue()


def many_frames(frames: int = 80, side: int = 900) -> bytes:
    """Return a GIF with many frames."""
    saved = io.BytesIO()
    pictures = [Image.new("P", (side, side), number % 250) for number in range(frames)]
    pictures[0].save(saved, "GIF", save_all=True, append_images=pictures[1:])
    return saved.getvalue()


def photograph(folder: Path, name: str = "photo.jpg", side: int = 1600) -> Path:
    """Write a picture that has something in it."""
    Image.effect_noise((side, side), 60).convert("RGB").save(folder / name, quality=85)
    return folder / name


def interlaced(side: int) -> bytes:
    """Return a PNG of few bytes that cannot be read row by row: its seven passes are all over it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    steps = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    packing = zlib.compressobj(9)
    pixels = []
    for left, top, across, down in steps:
        row = bytes(len(range(left, side, across)) * 3 + 1)
        pixels += [packing.compress(row) for _ in range(top, side, down)]
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 1)
    data = b"".join([*pixels, packing.flush()])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def long_ramp(path: Path, width: int, height: int) -> None:
    """Write a picture of three channels that grows light from left to right, without ever holding all of it."""
    import pyvips

    ramp = (pyvips.Image.xyz(width, height)[0] * (255 / width)).cast("uchar")
    ramp.bandjoin([ramp, ramp]).copy(interpretation="srgb").write_to_file(str(path))
