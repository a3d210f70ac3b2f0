"""Strangers' fonts: one that cannot be used is replaced by another of the book, with a warning, in under two seconds."""

import random
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

from app.pipeline import ASSETS
from app.text.fonts import FontBook
from app.text.style import FaceSource
from app.text.subset import subset_program
from app.wording import worded

GOOD = str(next((ASSETS / "fonts").rglob("Inter_400Regular.ttf")))
pytestmark = pytest.mark.timeout(60)
"""Seconds after which something hangs."""


def square() -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def of(*names: str) -> Glyph:
    """Return a glyph that is put together from others."""
    made = Glyph()
    made.numberOfContours, made.components = -1, []
    for name in names:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, 0, 0, 0x4
        made.components.append(part)
    return made


def finished(builder: FontBuilder, names: list[str], path: Path) -> Path:
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Evil", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.font.recalcBBoxes = False
    builder.save(path)
    return path


def truetype(path: Path, glyphs: dict[str, Glyph]) -> Path:
    names = [".notdef", *glyphs]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({65 + number: name for number, name in enumerate(glyphs)})
    builder.setupGlyf({".notdef": square(), **glyphs}, calcGlyphBounds=False)
    for glyph in builder.font["glyf"].glyphs.values():
        glyph.xMin = glyph.yMin = 0
        glyph.xMax = glyph.yMax = 500
    builder.font["maxp"].recalc = lambda *_: None
    return finished(builder, names, path)


def nested_subroutines(path: Path) -> Path:
    """Write a font whose A calls 20 subroutines that call 20 each, nine times over."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupCFF("Evil", {}, {name: T2CharString(program=[0, "endchar"]) for name in (".notdef", "A")}, {})
    cff = builder.font["CFF "].cff
    for number in range(9):
        calls = [step for _ in range(20) for step in (number + 1 - 107, "callgsubr")]
        cff.GlobalSubrs.append(T2CharString(program=[*calls, "return"]))
    cff.GlobalSubrs.append(T2CharString(program=[1, 1, "rlineto", "return"]))
    cff.topDictIndex[0].CharStrings["A"].program = [0, 0, "rmoveto", -107, "callgsubr", "endchar"]
    return finished(builder, [".notdef", "A"], path)


def used(path: Path) -> list[str]:
    """Set and embed with a font as far as it goes; return the codes of what was told."""
    book = FontBook({"evil": FaceSource(str(path)), "good": FaceSource(GOOD)})
    face = book.face("evil")
    assert subset_program(face, range(min(face.file.face.glyph_count, 200))).data
    for found in book.problems:
        assert found.where == "fonts/evil"
        assert path.name in worded(found)
        assert path.name in worded(found, "ru")
    return [found.code for found in book.problems]


def test_subroutines_without_end_are_refused(tmp_path: Path) -> None:
    assert used(nested_subroutines(tmp_path / "a.otf")) == ["font-broken"]


@pytest.mark.parametrize(
    "glyphs",
    [
        {"A": of("B"), "B": of("A"), "C": square()},
        {"A": of(*["A"] * 50)},
        {**{f"g{n}": of(*[f"g{n + 1}"] * 20) for n in range(8)}, "g8": square()},
    ],
)
def test_glyphs_that_are_made_of_each_other_do_no_harm(tmp_path: Path, glyphs: dict[str, Glyph]) -> None:
    assert used(truetype(tmp_path / "a.ttf", glyphs)) in ([], ["font-broken"])


def test_a_font_that_is_packed_for_the_web_is_named(tmp_path: Path) -> None:
    """WOFF and WOFF2 are not unpacked at all, whatever they hold."""
    font = TTFont(GOOD)
    font.flavor = "woff"
    font.save(tmp_path / "a.woff")
    (tmp_path / "b.woff2").write_bytes(b"wOF2\x00\x01\x00\x00" + b"\xff" * 400)
    assert used(tmp_path / "a.woff") == ["font-broken"]
    assert used(tmp_path / "b.woff2") == ["font-broken"]


@pytest.mark.parametrize("tag", ["glyf", "loca", "hmtx", "cmap", "maxp", "head", "hhea"])
def test_a_table_of_nonsense_or_without_end_is_borne(tmp_path: Path, tag: str) -> None:
    data = bytearray(Path(GOOD).read_bytes())
    place = data.index(tag.encode())
    start = int.from_bytes(data[place + 8 : place + 12], "big")
    damaged = bytearray(data)
    damaged[start : start + 64] = random.Random(tag).randbytes(64)
    (tmp_path / "a.ttf").write_bytes(damaged)
    assert used(tmp_path / "a.ttf") in ([], ["font-broken"])
    data[place + 12 : place + 16] = b"\xff\xff\xff\xff"
    (tmp_path / "b.ttf").write_bytes(data)
    assert used(tmp_path / "b.ttf") in ([], ["font-broken"])
