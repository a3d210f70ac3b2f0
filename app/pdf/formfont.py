"""The font of the fields: every letter that somebody may type, embedded."""

from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

from app.pdf.embedding import box, to_unicode
from app.pdf.formcodes import glyph_name
from app.pdf.names import postscript_name, subset_tag
from app.text.fonts import Face, FontBook
from app.text.subset import letters_program

NONSYMBOLIC = 32
RESOURCE = "Wingdings"
"""Name of the font in the fields' resources, which nobody sees. By this one pdfium (Chrome, Edge) takes it for Cyrillic too; by
any other it uses an embedded font for Latin alone."""
WANTED = "АЯаяЁё"


def form_face(book: FontBook, name: str) -> Face:
    """Return the face of that name, if Russian can be typed in it; else one of the book in which it can.

    Viewers type in TrueType outlines alone; where there are no others the face itself is returned. Raises NoFontError if
    the book has no font that can be loaded.
    """
    first = book.face(name)
    faces = (first, *(book.face(other) for other in book.sources))
    return next((face for face in faces if _is_fit(face)), next((face for face in faces if not face.is_cff), first))


def _is_fit(face: Face) -> bool:
    return not face.is_cff and all(face.has(ord(letter)) for letter in WANTED)


@dataclass(frozen=True, slots=True)
class FormFont:
    """A face for fields and the letters of its codes; letters that the face lacks have no code."""

    face: Face
    letters: dict[int, str]

    def encoded(self, text: str) -> bytes:
        """Return the text in the font's codes, without what it has no code for."""
        codes = {letter: code for code, letter in self.letters.items()}
        return bytes(codes[letter] for letter in text if letter in codes)

    def width(self, letter: str) -> int:
        """Return the advance of a letter in thousandths of an em."""
        gid = self.face.font.get_nominal_glyph(ord(letter))
        return round(self.face.font.get_glyph_h_advance(gid) * 1000 / self.face.upem) if gid else 0

    @property
    def ascent(self) -> float:
        """Height above the baseline in ems."""
        return self.face.ascender / self.face.upem

    @property
    def descent(self) -> float:
        """Depth below the baseline in ems, a negative number."""
        return self.face.descender / self.face.upem


def form_font(face: Face, codes: dict[int, str]) -> FormFont:
    """Return the font of a face for these letters."""
    return FormFont(face, {code: letter for code, letter in codes.items() if face.has(ord(letter))})


def embed(font: FormFont, pdf: Pdf) -> Object:
    """Put the font into the document and return it."""
    program = letters_program(font.face, font.letters.values())
    base = postscript_name(font.face.ps_name, font.face.variations, set())
    name = Name(f"/{subset_tag(base.encode() + program)}+{base}")
    scale = 1000 / font.face.upem
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=NONSYMBOLIC,
        FontBBox=Array([round(edge * scale) for edge in box(font.face)]),
        ItalicAngle=round(font.face.slant),
        Ascent=round(font.ascent * 1000),
        Descent=round(font.descent * 1000),
        CapHeight=round(font.face.cap_height * scale),
        StemV=80,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )
    first, last = min(font.letters), max(font.letters)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=name,
            FirstChar=first,
            LastChar=last,
            Widths=Array([font.width(font.letters[code]) if code in font.letters else 0 for code in range(first, last + 1)]),
            FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=pdf.make_indirect(_encoding(font.letters)),
            ToUnicode=pdf.make_stream(to_unicode(font.letters, digits=2).encode("ascii")),
        )
    )


def _encoding(letters: dict[int, str]) -> Dictionary:
    """Return the code page as differences from the Latin one, which tells viewers that its letters can be typed."""
    differences: list[object] = []
    before = -1
    for code in sorted(letters):
        if code >= 0x80:
            if code != before + 1:
                differences.append(code)
            differences.append(Name("/" + glyph_name(code, letters[code])))
            before = code
    return Dictionary(Type=Name.Encoding, BaseEncoding=Name.WinAnsiEncoding, Differences=Array(differences))
