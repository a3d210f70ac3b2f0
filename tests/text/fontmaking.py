"""Small fonts made on the spot: what a brandbook from somebody else may bring."""

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation

UPEM = 1000


def _box(pen: object, width: int) -> None:
    pen.moveTo((50, 0))
    pen.lineTo((50, 700))
    pen.lineTo((width - 50, 700))
    pen.lineTo((width - 50, 0))
    pen.closePath()


def _builder(letters: str, *, is_ttf: bool) -> tuple[FontBuilder, list[str], dict[str, int]]:
    names = [".notdef", *[f"u{ord(letter):04X}" for letter in letters]]
    builder = FontBuilder(UPEM, isTTF=is_ttf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in letters})
    widths = {name: 250 if name == "u0020" else 500 for name in names}
    return builder, names, widths


def _finish(builder: FontBuilder, widths: dict[str, int], path: Path, features: str, family: str) -> Path:
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sCapHeight=700, sxHeight=480, usWinAscent=800, usWinDescent=200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": f"{family}-Regular"})
    builder.setupPost(underlinePosition=-120, underlineThickness=60)
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.save(path)
    return path


def truetype(path: Path, letters: str, features: str = "", family: str = "Boxes") -> Path:
    """A TrueType font whose letters are boxes half an em wide, and whose space is a quarter."""
    builder, names, widths = _builder(letters, is_ttf=True)
    glyphs = {}
    for name in names:
        pen = TTGlyphPen(None)
        if name != "u0020":
            _box(pen, widths[name])
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    return _finish(builder, widths, path, features, family)


def opentype(path: Path, letters: str, features: str = "") -> Path:
    """The same with PostScript outlines."""
    builder, names, widths = _builder(letters, is_ttf=False)
    charstrings = {}
    for name in names:
        pen = T2CharStringPen(widths[name], None)
        if name != "u0020":
            _box(pen, widths[name])
        charstrings[name] = pen.getCharString()
    builder.setupCFF("Curves-Regular", {"FullName": "Curves Regular"}, charstrings, {})
    return _finish(builder, widths, path, features, "Curves")


def variable(path: Path, letters: str) -> Path:
    """A TrueType font with a weight axis from 400 to 900, along which letters grow from 500 to 700 units."""
    truetype(path, letters, family="Weights")
    font = TTFont(path)
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 400, 400, 900, "Weight")], [])
    variations = {}
    for name in font.getGlyphOrder():
        if name != "u0020":
            points = len(font["glyf"][name].coordinates)
            moved = [(0, 0)] * points
            moved += [(0, 0), (200, 0), (0, 0), (0, 0)]
            variations[name] = [TupleVariation({"wght": (0.0, 1.0, 1.0)}, moved)]
    builder.setupGvar(variations)
    font.save(path)
    return path
