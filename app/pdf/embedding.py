"""Embed the used glyphs of a face: font program, widths and the map back to Unicode."""

import zlib
from dataclasses import dataclass
from itertools import groupby
from struct import unpack_from
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from app.pdf.canvas import Sheet
from app.pdf.names import subset_tag
from app.pdf.numbers import number
from app.pdf.ready import Ready, stream
from app.text.cache import Recent
from app.text.fonts import Face
from app.text.subset import subset_program

if TYPE_CHECKING:
    from app.pdf.fonts import FontUse

SYMBOLIC = 4
ITALIC = 64
BLOCK = 100
"""A CMap holds at most a hundred entries a block (Adobe Technical Note 5014)."""

MOST_KEPT = 4_000_000
"""Bytes of embedded fonts that are kept for the next document."""

CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{first}> <{last}>
endcodespacerange
"""
CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


def embed(use: "FontUse", sheet: Sheet) -> None:
    """Write the font of `use` into the document under its resource name. A page for the eye needs no map back to Unicode."""
    font = _same(use, sheet)
    references: list[PDFObjectReference] = []
    for parts in font.objects:
        references.append(sheet.refer(Ready(*[part if isinstance(part, bytes) else references[part] for part in parts])))
    sheet.add_font(use.resource, references[-1])


@dataclass(frozen=True, slots=True)
class _Font:
    """The objects of an embedded font, the font itself last. Whole numbers in them stand for the places of earlier ones."""

    objects: tuple[tuple[bytes | int, ...], ...]

    @property
    def weight(self) -> int:
        """Return how many bytes there are."""
        return sum(len(part) for parts in self.objects for part in parts if isinstance(part, bytes))


def _same(use: "FontUse", sheet: Sheet) -> _Font:
    """Return the font of a use, made only if it has glyphs that no font had before. Glyphs are never taken out of a use, so that
    their number tells whether there are new ones.
    """
    now = (sheet.eye, sheet.compress, len(use.glyphs), len(use.meanings))
    known = _LATEST.get(use)
    if known is not None and known[0] == now:
        return known[1]
    read = None if sheet.eye else frozenset(use.meanings.items())
    key = (use.face.key, use.base_name, sheet.compress, frozenset(use.glyphs.items()), read)
    font = _CAST.get(key) or _CAST.put(key, _cast(use, compress=sheet.compress, readable=not sheet.eye))
    _LATEST[use] = now, font
    return font


_LATEST: "WeakKeyDictionary[FontUse, tuple[tuple[object, ...], _Font]]" = WeakKeyDictionary()
"""The font that each use was embedded with last."""
_CAST: Recent[object, _Font] = Recent(MOST_KEPT, lambda font: font.weight)
"""By face, name, glyphs and what they mean: the next export or edit rarely needs another letter."""


def _cast(use: "FontUse", *, compress: bool, readable: bool) -> _Font:
    """Make the objects of a font."""
    program = subset_program(use.face, set(use.glyphs.values()))
    name = f"{subset_tag(use.base_name.encode() + program.data)}+{use.base_name}"
    kind = "/Subtype /CIDFontType0C" if program.cff else f"/Length1 {len(program.data)}"
    objects: list[tuple[bytes | int, ...]] = [(_stream(kind, program.data, compress),)]
    objects.append((_descriptor(use, name, program.cff).encode("ascii"), 0, b" >>"))
    mapped: tuple[bytes | int, ...] = (b" >>",)
    table = b"" if program.cff else _glyph_map(use.glyphs)
    if table:
        objects.append((_stream("", table, compress),))
        mapped = (b" /CIDToGIDMap ", 2, b" >>")
    elif not program.cff:
        mapped = (b" /CIDToGIDMap /Identity >>",)
    widths = width_array({code: use.width(gid) for code, gid in use.glyphs.items()})
    descendant = (
        f"<< /Type /Font /Subtype /CIDFontType{0 if program.cff else 2} /BaseFont /{name} "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 0 /W {widths} /FontDescriptor "
    )
    objects.append((descendant.encode("ascii"), 1, *mapped))
    font = f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts ["
    last: tuple[bytes | int, ...] = (font.encode("ascii"), len(objects) - 1, b"]")
    if readable:
        objects.append((_stream("", to_unicode(use.meanings).encode("ascii"), compress),))
        last = (*last, b" /ToUnicode ", len(objects) - 1)
    return _Font((*objects, (*last, b" >>")))


def _stream(entries: str, content: bytes, compress: bool) -> bytes:
    return stream(f"{entries} /Filter /FlateDecode", zlib.compress(content)) if compress else stream(entries, content)


def _descriptor(use: "FontUse", name: str, cff: bool) -> str:
    """Return the font descriptor up to the reference to its program."""
    scale, face = use.per_mille, use.face
    return (
        f"<< /Type /FontDescriptor /FontName /{name} /Flags {SYMBOLIC | (ITALIC if face.slant else 0)} "
        f"/FontBBox [{' '.join(str(round(edge * scale)) for edge in box(face))}] /ItalicAngle {number(face.slant)} "
        f"/Ascent {round(face.ascender * scale)} /Descent {round(face.descender * scale)} "
        f"/CapHeight {round(face.cap_height * scale)} /StemV 80 /FontFile{3 if cff else 2} "
    )


def box(face: Face) -> tuple[int, ...]:
    """Return the box around all glyphs: xMin, yMin, xMax, yMax of the `head` table (OpenType 1.9)."""
    return unpack_from(">4h", bytes(face.file.face.reference_table("head").data), 36)


def width_array(widths: dict[int, int]) -> str:
    """Return the W array: neighbouring codes share a bracket."""
    parts = []
    for _, pairs in groupby(enumerate(sorted(widths)), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in pairs]
        parts.append(f"{codes[0]} [{' '.join(str(widths[code]) for code in codes)}]")
    return "[" + " ".join(parts) + "]"


def to_unicode(meanings: dict[int, str], digits: int = 4) -> str:
    """Return the CMap that leads from codes, of so many hexadecimal digits, to what they mean."""
    entries = [
        f"<{code:0{digits}X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>" for code, text in sorted(meanings.items())
    ]
    blocks = [entries[start : start + BLOCK] for start in range(0, len(entries), BLOCK)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return CMAP_HEAD.format(first="0" * digits, last="F" * digits) + body + CMAP_TAIL


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    """Return the table that sends second codes to their glyphs; nothing where every code is its glyph's number."""
    if all(code == gid for code, gid in glyphs.items()):
        return b""
    table = bytearray(2 * (max(glyphs) + 1))
    for code, gid in glyphs.items():
        table[2 * code : 2 * code + 2] = gid.to_bytes(2, "big")
    return bytes(table)
