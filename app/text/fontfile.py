"""Font files on the disk: each is read once, checked, and given to HarfBuzz."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from app.guard.fonts import is_sound
from app.problems import Problem, Severity, problem
from app.text.style import FaceSource

LARGEST = 40 * 1024 * 1024
"""No font for a proposal needs more bytes; larger ones are CJK collections or not fonts at all."""


@dataclass(frozen=True)
class FontFile:
    """A font file in memory. `data` is shared by all faces that come from it."""

    data: bytes = field(repr=False)
    face: hb.Face = field(repr=False)

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @cached_property
    def axes(self) -> frozenset[str]:
        """Tags of the axes of a variable font; empty for a static one."""
        return frozenset(axis.tag for axis in self.face.axis_infos)


def read_font(name: str, source: FaceSource) -> FontFile | Problem:
    """Read the font of a face. A Problem tells that it is missing, too large or not a usable font."""
    path = Path(source.path)
    where = f"fonts/{name}"
    try:
        if not path.is_file():
            return _bad("font-missing", where, path)
        if path.stat().st_size > LARGEST:
            return problem("font-too-large", where, Severity.WARNING, file=path.name, limit=LARGEST // (1024 * 1024))
        data = path.read_bytes()
    except (OSError, ValueError) as reason:
        return problem(
            "font-unreadable", where, Severity.WARNING, file=path.name, reason=getattr(reason, "strerror", None) or "?"
        )
    try:
        blob = hb.Blob(data)
        face = hb.Face(blob, source.index)
        usable = face.glyph_count > 1 and _has_outlines(face.table_tags) and len(face.unicodes) > 0
        usable = usable and is_sound(path, source.index)
    except (hb.HarfBuzzError, ValueError, OverflowError):
        usable = False
    return FontFile(data, face) if usable else _bad("font-broken", where, path)


def _has_outlines(tags: list[str]) -> bool:
    return not {"glyf", "CFF ", "CFF2"}.isdisjoint(tags) and "hmtx" in tags and "cmap" in tags


def _bad(code: str, where: str, path: Path) -> Problem:
    return problem(code, where, Severity.WARNING, file=path.name)
