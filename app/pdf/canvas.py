"""The ReportLab canvas as Blesna uses it: no standard font is ever named, no page has an empty transition."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFStreamFilterZCompress,
)
from reportlab.pdfgen.canvas import Canvas

PDF_VERSION = (1, 7)
rl_config.useA85 = 0
"""Streams as they are: ASCII85 makes them a quarter larger and slow, for mail systems of the last century."""


HEAVY = 16_384
"""From so many bytes on, encoded content does not take the way through ReportLab, which would copy it four times."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A document as ReportLab wrote it. `pages` are the object numbers of its pages, `free` is the first unused one.

    `heavy` is the content of the streams with these object numbers; in `pdf` they are empty.
    """

    pdf: bytes
    pages: tuple[int, ...]
    free: int
    heavy: dict[int, bytes]


class _AtTheEnd:
    """What ReportLab calls a delayed font: something that adds its objects when all pages are painted."""

    def __init__(self, add: "Callable[[Sheet], None]", sheet: "Sheet") -> None:
        self._add = add
        self._sheet = sheet

    def addObjects(self, _document: PDFDocument) -> None:
        self._add(self._sheet)


BLENDING = "<< /S /Transparency /CS /DeviceRGB >>"
"""The group of a page whose transparency is blended in RGB."""


class Sheet(Canvas):
    """A canvas that writes to memory, always the same bytes for the same calls.

    With `eye` it is on its way to a screen and nowhere else: no other pass follows, so everything that is seen is in it already.
    """

    _doc: Any
    _code: list[str]
    _formsinuse: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, *, compress: bool = True, tagged: bool = True, eye: bool = False) -> None:
        super().__init__(BytesIO(), pageCompression=int(compress), invariant=1, pdfVersion=PDF_VERSION)
        self.compress = compress
        self.eye = eye
        self._tagged = tagged
        self._heavy: dict[int, bytes] = {}

    def _make_preamble(self) -> None:
        """Start pages without a font: ReportLab's own preamble refers to a Helvetica that is not embedded."""
        self._preamble = ""

    def _setAnnotations(self, page: PDFPage) -> None:
        """Drop the transition that ReportLab writes as an empty dictionary, which PDF/A forbids.

        Operators are plain ASCII, which ReportLab would find out letter by letter.
        """
        page.Annots = self._annotationrefs
        page.Trans = None
        page.stream = page.stream.encode("ascii")

    def write(self, code: str) -> None:
        """Add operators to the content of the page."""
        self._code.append(code)

    @property
    def place(self) -> int:
        """Where in the content of the page the next operators will stand."""
        return len(self._code)

    def rewrite(self, start: int, change: Callable[[str], str]) -> None:
        """Change the operators that were written since a place in the content of the page."""
        self._code[start:] = [change("\n".join(self._code[start:]))]

    def refer(self, thing: PDFObject) -> PDFObjectReference:
        """Put an object into the file and return a reference to it."""
        reference: PDFObjectReference = self._doc.Reference(thing)
        return reference

    def stream(self, entries: dict[str, object], content: bytes, *, encoded: bool = False) -> PDFObjectReference:
        """Put a stream into the file; `encoded` content brings its own Filter in `entries`."""
        filters = None if encoded or not self.compress else [PDFStreamFilterZCompress()]
        return self.refer(PDFStream(PDFDictionary(entries), content, filters=filters))

    def at_the_end(self, add: "Callable[[Sheet], None]") -> None:
        """Call `add` when everything is painted and it is known which glyphs were used."""
        self._doc.delayedFonts.append(_AtTheEnd(add, self))

    def add_font(self, name: str, reference: PDFObjectReference) -> None:
        """Make a font known to every page under its resource name."""
        self._doc.idToObject["BasicFonts"].dict[name] = reference

    def image(self, key: str, make: Callable[[], PDFObject]) -> str:
        """Make an image known to this page and return its resource name; `make` is called once a document for a key."""
        resource = str(self._doc.getXObjectName(key))
        if resource not in self._doc.idToObject:
            made = make()
            self._doc.Reference(made, resource)
            self._lighten(made, self._number(resource))
        if key not in self._formsinuse:
            self._formsinuse.append(key)
        return resource

    def destination(self, key: str) -> PDFObjectReference:
        """Return a reference to a destination, which may be defined later."""
        reference: PDFObjectReference = self._bookmarkReference(key)  # type: ignore[attr-defined]
        return reference

    def annotate(self, entries: dict[str, object]) -> int:
        """Put an annotation on the page and return its object number, which is its key in the structure as well."""
        made = PDFDictionary(entries)
        self._addAnnotation(made)  # type: ignore[attr-defined]
        number = self._number(self._annotationrefs[-1].name)
        if self._tagged:
            made["StructParent"] = number
        return number

    def finished(self) -> Painted:
        """Close the document and return it."""
        if self.eye:
            from app.pdf.eyefile import written

            return Painted(written(self._doc, BLENDING), (), 0, {})
        pdf = bytes(self.getpdfdata())  # type: ignore[no-untyped-call]
        pages = tuple(self._number(page.name) for page in self._doc.Pages.Kids.sequence)
        return Painted(pdf, pages, self._doc.objectcounter + 1, self._heavy)

    def _number(self, name: str) -> int:
        """Return the object number of what ReportLab calls by a name."""
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number

    def _lighten(self, made: PDFObject, number: int) -> None:
        """Take large encoded content out of a stream; the last pass, if there is one, puts it back."""
        if not self.eye and isinstance(made, PDFStream) and "Filter" in made.dictionary.dict and len(made.content) >= HEAVY:
            self._heavy[number], made.content = made.content, b""
