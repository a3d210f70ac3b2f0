"""The faces of the document for fields that stand on its pages."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from app.guard.fonts import is_sound
from app.text.glyphs import GlyphRun
from app.text.style import FaceSource
from widgets.look.look import face
from widgets.services import Pipeline

SMALLEST = 9
"""Pixels: what is smaller on the page is typed larger than it stands there."""


def font_of(pipeline: Pipeline, brandbook: str, run: GlyphRun, scale: float) -> QFont:
    """Return the face and size of a run of the document at so many pixels a point; the interface's where Qt cannot read it."""
    size = max(SMALLEST, round(run.size * scale))
    source = pipeline.faces(brandbook).get(run.face)
    family = _family(source) if source is not None else ""
    if not family or source is None:
        return face(size)
    font = QFont(family)
    font.setPixelSize(size)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    for tag, value in source.variations:
        font.setVariableAxis(QFont.Tag(tag), value)
    return font


@lru_cache(64)
def _family(source: FaceSource) -> str:
    if not is_sound(Path(source.path), source.index):  # known since the page was laid out
        return ""
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(source.path))
    return families[0] if families else ""
