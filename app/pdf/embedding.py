"""Embed the used glyphs of a face: font program, widths and the map back to Unicode."""

from itertools import groupby
from struct import unpack_from
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from app.pdf.canvas import Sheet
from app.pdf.names import subset_tag
from app.pdf.numbers import number
from app.text.fonts import Face
from app.text.subset import subset_program

if TYPE_CHECKING:
    from app.pdf.fonts import FontUse

SYMBOLIC = 4
ITALIC = 64
BLOCK = 100
"""A CMap holds at most a hundred entries a block (Adobe Technical Note 5014)."""

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
    """Write the font of `use` into the document under its resource name."""
    program = subset_program(use.face, set(use.glyphs.values()))
    name = f"{subset_tag(use.base_name.encode() + program.data)}+{use.base_name}"
    kind = "CIDFontType0" if program.cff else "CIDFontType2"
    descendant: dict[str, object] = {
        "Type": PDFName("Font"),
        "Subtype": PDFName(kind),
        "BaseFont": PDFName(name),
        "CIDSystemInfo": PDFDictionary({"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}),
        "FontDescriptor": sheet.refer(_descriptor(use, name, program.data, program.cff, sheet)),
        "DW": 0,
        "W": width_array({code: use.width(gid) for code, gid in use.glyphs.items()}),
    }
    if not program.cff:
        descendant["CIDToGIDMap"] = _glyph_map(use.glyphs, sheet)
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": PDFName(name),
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([sheet.refer(PDFDictionary(descendant))]),
        "ToUnicode": sheet.stream({}, to_unicode(use.meanings).encode("ascii")),
    }
    sheet.add_font(use.resource, sheet.refer(PDFDictionary(font)))


def _descriptor(use: "FontUse", name: str, data: bytes, cff: bool, sheet: Sheet) -> PDFDictionary:
    if cff:
        program = {"FontFile3": sheet.stream({"Subtype": PDFName("CIDFontType0C")}, data)}
    else:
        program = {"FontFile2": sheet.stream({"Length1": len(data)}, data)}
    scale, face = use.per_mille, use.face
    italic_angle = face.slant
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": SYMBOLIC | (ITALIC if italic_angle else 0),
            "FontBBox": PDFArray([round(edge * scale) for edge in box(face)]),
            "ItalicAngle": number(italic_angle),
            "Ascent": round(face.ascender * scale),
            "Descent": round(face.descender * scale),
            "CapHeight": round(face.cap_height * scale),
            "StemV": 80,
            **program,
        }
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


def _glyph_map(glyphs: dict[int, int], sheet: Sheet) -> object:
    """Return /Identity, or the stream that sends second codes to their glyphs."""
    if all(code == gid for code, gid in glyphs.items()):
        return PDFName("Identity")
    table = bytearray(2 * (max(glyphs) + 1))
    for code, gid in glyphs.items():
        table[2 * code : 2 * code + 2] = gid.to_bytes(2, "big")
    return sheet.stream({}, bytes(table))
