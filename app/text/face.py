"""A face: one font, or one instance of a variable font, ready for shaping."""

from functools import cached_property

import uharfbuzz as hb

from app.text.fontfile import FontFile
from app.text.style import FaceSource


class Face:
    """A loaded face. All metrics are in font units; `upem` of them make an em.

    `name` is the name in the FontBook, `data` the bytes of its font file (shared, never copied), `index` the place in
    a collection, `variations` the axis values of a variable font, `font` what HarfBuzz shapes with.
    """

    def __init__(self, name: str, source: FaceSource, file: FontFile) -> None:
        self.name = name
        self.index = source.index
        self.variations = source.variations
        self.file = file
        self.font = hb.Font(file.face)
        if source.variations:
            self.font.set_variations(dict(source.variations))
        self.upem: int = file.face.upem
        self._covered: dict[int, bool] = {}
        self._shown: set[str] = set()

    @property
    def data(self) -> bytes:
        """The bytes of the font file."""
        return self.file.data

    @cached_property
    def key(self) -> str:
        """The same for the same outlines: hash of the file, index and variations."""
        axes = ",".join(f"{tag}={value:g}" for tag, value in sorted(self.variations))
        return f"{self.file.digest}:{self.index}:{axes}"

    @cached_property
    def ps_name(self) -> str:
        """PostScript name in the name table; may be empty."""
        return self.file.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or ""

    @cached_property
    def is_cff(self) -> bool:
        """Outlines are PostScript curves (`CFF ` or `CFF2`), not TrueType ones."""
        return not {"CFF ", "CFF2"}.isdisjoint(self.file.face.table_tags)

    @cached_property
    def slant(self) -> float:
        """The angle of slanted letters in degrees, counter-clockwise: below zero where they lean to the right, 0 upright."""
        return float(self.font.get_style_value(hb.StyleTag.SLANT_ANGLE))

    @cached_property
    def ascender(self) -> float:
        """Height above the baseline that lines are spaced for."""
        return float(self.font.get_font_extents("ltr").ascender)

    @cached_property
    def descender(self) -> float:
        """Depth below the baseline, a negative number."""
        return float(self.font.get_font_extents("ltr").descender)

    @cached_property
    def cap_height(self) -> float:
        """Height of the capital H, from OS/2 or else from the glyph."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT, "H", 0.7)

    @cached_property
    def x_height(self) -> float:
        """Height of the small x, from OS/2 or else from the glyph."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT, "x", 0.5)

    @cached_property
    def underline_position(self) -> float:
        """Top of the underline, a negative number."""
        found = self.font.get_metric_position(hb.OTMetricsTag.UNDERLINE_OFFSET)
        return float(found) if found else -0.1 * self.upem

    @cached_property
    def underline_thickness(self) -> float:
        """Weight of the underline."""
        found = self.font.get_metric_position(hb.OTMetricsTag.UNDERLINE_SIZE)
        return float(found) if found else 0.05 * self.upem

    def has(self, codepoint: int) -> bool:
        """Tell whether the face has a glyph for the character."""
        known = self._covered.get(codepoint)
        if known is None:
            known = self._covered[codepoint] = bool(self.font.get_nominal_glyph(codepoint))
        return known

    def has_all(self, text: str) -> bool:
        """Tell whether the face has a glyph for every character of a text."""
        if self._shown.issuperset(text):
            return True
        if not all(map(self.has, map(ord, text))):
            return False
        self._shown.update(text)
        return True

    def _metric(self, tag: hb.OTMetricsTag, letter: str, share: float) -> float:
        found = self.font.get_metric_position(tag)
        if found and found > 0:
            return float(found)
        glyph = self.font.get_nominal_glyph(ord(letter))
        extents = self.font.get_glyph_extents(glyph) if glyph else None
        return float(extents.y_bearing) if extents and extents.y_bearing > 0 else share * self.upem
