"""Faces as composite fonts of a PDF: which code stands for a glyph, and what that code means when it is copied.

A code (CID) is normally the glyph's own number. A glyph that stands for two different texts (the small capital of `a` and of
`A`, a space and a no-break space) gets a second code in a TrueType font; a CFF font has no room for it, and a cluster of
several glyphs no single code, so those are wrapped in /ActualText by the painter, which is told so by `None`.
"""

from itertools import count

from app.pdf.canvas import Sheet
from app.pdf.embedding import embed
from app.pdf.names import postscript_name
from app.pdf.seen import Seen
from app.text.fonts import Face, FontBook

LAST_CODE = 0xFFFF

Coded = tuple[int, str, str]
"""A glyph, what it stands for, and its code."""


_serials = count(1)


class FontUse:
    """How one face is used in one document. `resource` is its name in the pages; no other use has the same `serial`.

    Codes never change and are never taken back, so that what was shown with some can be shown with them again.
    """

    def __init__(self, face: Face, resource: str, base_name: str) -> None:
        self.serial = next(_serials)
        self.face = face
        self.resource = resource
        self.base_name = base_name
        self.per_mille = 1000 / face.upem
        self.glyphs: dict[int, int] = {}
        """Glyph of every code that was used."""
        self.meanings: dict[int, str] = {}
        """Text of every code that was used; codes that mean nothing by themselves are absent."""
        self._codes: dict[tuple[int, str], tuple[str, int] | None] = {}
        self._coded: set[Coded] = set()
        self._widths: dict[int, int] = {}
        self._next_code: int = face.file.face.glyph_count

    def width(self, gid: int) -> int:
        """Return the advance of a glyph in whole thousandths of an em, exactly as it is written into the file.

        Some viewers (PDFium) cut fractions off, and letters would drift; what rounding takes, the painter gives back.
        """
        known = self._widths.get(gid)
        if known is None:
            known = self._widths[gid] = round(self.face.font.get_glyph_h_advance(gid) * self.per_mille)
        return known

    def plain(self, gid: int) -> tuple[str, int]:
        """Return code and width of a glyph whose meaning is given elsewhere (/ActualText)."""
        self.glyphs.setdefault(gid, gid)
        return f"{gid:04X}", self.width(gid)

    def code(self, gid: int, text: str) -> tuple[str, int] | None:
        """Return the code, as four hexadecimal digits, and the width of a glyph that stands for `text`.

        None means that this text cannot be had from a code: the glyph is to be painted `plain` within /ActualText.
        """
        key = (gid, text)
        try:
            return self._codes[key]
        except KeyError:
            found = self._codes[key] = self._new_code(gid, text)
            return found

    def has(self, coded: tuple[Coded, ...]) -> bool:
        """Tell whether glyphs have just these codes for what they stand for, and note that they are used."""
        return self._coded.issuperset(coded) or all(self.code(one[0], one[1]) and one in self._coded for one in coded)

    def _new_code(self, gid: int, text: str) -> tuple[str, int] | None:
        if not text:
            return None
        code = gid
        if self.meanings.setdefault(gid, text) != text:
            if self.face.is_cff or self._next_code > LAST_CODE:
                return None
            code = self._next_code
            self._next_code += 1
            self.meanings[code] = text
        self.glyphs[code] = gid
        digits = f"{code:04X}"
        self._coded.add((gid, text, digits))
        return digits, self.width(gid)


class FontCabinet:
    """The fonts of a document, embedded when its painting is over.

    It may serve one document after another, none of which is begun before the last one is over. Codes stay as they are then, and
    fonts have all glyphs that any document used, so that little is left to be done: that is for pages on a screen, since the
    bytes of a file must not depend on what was painted before. `seen` are lines that were painted for them.
    """

    def __init__(self, book: FontBook) -> None:
        self.book = book
        self.seen = Seen()
        self._uses: dict[str, FontUse] = {}
        self._by_key: dict[str, FontUse] = {}
        self._names: set[str] = set()
        self._here: dict[str, FontUse] = {}

    def serve(self, sheet: Sheet) -> None:
        """Begin a document."""
        self._here = {}
        sheet.at_the_end(self._embed)

    def use(self, name: str) -> FontUse:
        """Return the use of the face that has this name in the FontBook. Two names of one face share it."""
        found = self._uses.get(name)
        if found is None:
            face = self.book.face(name)
            found = self._by_key.get(face.key)
            if found is None:
                base_name = postscript_name(face.ps_name, face.variations, self._names)
                found = self._by_key[face.key] = FontUse(face, f"F{len(self._by_key) + 1}", base_name)
            self._uses[name] = found
        self._here[found.resource] = found
        return found

    def _embed(self, sheet: Sheet) -> None:
        for use in self._here.values():
            if use.glyphs:
                embed(use, sheet)
