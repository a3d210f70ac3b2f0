"""A mark that is a picture: a PNG in the brandbook's folder, of which only the size is read here."""

import struct
from pathlib import Path

from app.brand.tokens import Drawing
from app.problems import Problem, problem

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LONGEST = 8000
"""Pixels of a side; a mark with more is refused."""


def read_png(path: Path) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """Return a drawing as large as the picture, or None and why."""
    try:
        with path.open("rb") as file:
            head = file.read(24)
    except OSError:
        head = b""
    if len(head) < 24 or not head.startswith(SIGNATURE) or head[12:16] != b"IHDR":
        return None, (problem("brand-logo-unreadable", path.name, file=path.name),)
    width, height = struct.unpack(">II", head[16:24])
    if not (0 < width <= LONGEST and 0 < height <= LONGEST):
        return None, (problem("brand-logo-unreadable", path.name, file=path.name),)
    return Drawing(float(width), float(height), (), path.name), ()
