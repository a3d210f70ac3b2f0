"""Fonts made for tests: one with PostScript outlines, one that is variable."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

LETTERS = "АБВабвfi -1"
NAMES = [".notdef", *(f"u{ord(letter):04X}" for letter in LETTERS), "f_i"]
SPACE = "u0020"
ADVANCE = 600
LIGATURE = "feature liga { sub u0066 u0069 by f_i; } liga;"


def cff_font(path: Path) -> Path:
    """Write a font whose letters are boxes with PostScript outlines, and a ligature of f and i."""
    builder = _builder(False)
    glyphs = {}
    for place, name in enumerate(NAMES):
        pen = T2CharStringPen(ADVANCE, None)
        if name != SPACE:
            _box(pen, 100, 400 + place * 10)
        glyphs[name] = pen.getCharString()
    builder.setupCFF("TestCFF", {"FullName": "Test CFF"}, glyphs, {})
    return _finished(builder, path, "TestCFF")


def variable_font(path: Path) -> Path:
    """Write a font whose letters are boxes 200 wide at weight 100 and 500 wide at weight 900, advances growing alike."""
    builder = _builder(True)
    glyphs = {}
    for name in NAMES:
        pen = TTGlyphPen(None)
        if name != SPACE:
            _box(pen, 200, 700)
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupNameTable({"familyName": "TestVar", "styleName": "Regular", "psName": "TestVar"})
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    wider = [(0, 0), (0, 0), (300, 0), (300, 0)]
    delta = [(0, 0), (300, 0), (0, 0), (0, 0)]
    builder.setupGvar({name: [TupleVariation({"wght": (0.0, 1.0, 1.0)}, wider + delta)] for name in NAMES if name != SPACE})
    return _finished(builder, path, "TestVar")


def _builder(quadratic: bool) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=quadratic)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in LETTERS})
    return builder


def _finished(builder: FontBuilder, path: Path, name: str) -> Path:
    builder.setupHorizontalMetrics(dict.fromkeys(NAMES, (ADVANCE, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    if "fvar" not in builder.font:
        builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200, sCapHeight=700, sxHeight=500)
    builder.setupPost()
    builder.addOpenTypeFeatures(LIGATURE)
    builder.save(path)
    return path


def _box(pen: BasePen, width: float, height: float) -> None:
    """Draw a rectangle, clockwise from its bottom left corner."""
    pen.moveTo((50, 0))
    pen.lineTo((50, height))
    pen.lineTo((50 + width, height))
    pen.lineTo((50 + width, 0))
    pen.closePath()
