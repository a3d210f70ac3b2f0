"""The ReportLab canvas as Blesna uses it: no standard font is ever named, no page has an empty transition."""

from collections.abc import Callable
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


class _AtTheEnd:
    """What ReportLab calls a delayed font: something that adds its objects when all pages are painted."""

    def __init__(self, add: "Callable[[Sheet], None]", sheet: "Sheet") -> None:
        self._add = add
        self._sheet = sheet

    def addObjects(self, _document: PDFDocument) -> None:
        self._add(self._sheet)


class Sheet(Canvas):
    """A canvas that writes to memory, always the same bytes for the same calls."""

    _doc: Any
    _code: list[str]
    _extgstate: Any
    _formsinuse: list[str]
    _annotationrefs: list[PDFObjectReference]

    def __init__(self, *, compress: bool = True) -> None:
        super().__init__(BytesIO(), pageCompression=int(compress), invariant=1, pdfVersion=PDF_VERSION)
        self.compress = compress

    def _make_preamble(self) -> None:
        """Start pages without a font: ReportLab's own preamble refers to a Helvetica that is not embedded."""
        self._preamble = ""

    def _setAnnotations(self, page: PDFPage) -> None:
        """Drop the transition that ReportLab writes as an empty dictionary, which PDF/A forbids."""
        page.Annots = self._annotationrefs
        page.Trans = None

    def write(self, code: str) -> None:
        """Add operators to the content of the page."""
        self._code.append(code)

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

    def add_state(self, entry: str, value: PDFObjectReference) -> str:
        """Make a graphics state of one entry known to the pages and return its resource name."""
        states = self._extgstate._c
        name: str = states.setdefault((entry, value), f"gRLs{len(states)}")
        return name

    def image(self, key: str, make: Callable[[], PDFObject]) -> str:
        """Make an image known to this page and return its resource name; `make` is called once a document for a key."""
        resource = str(self._doc.getXObjectName(key))
        if resource not in self._doc.idToObject:
            self._doc.Reference(make(), resource)
        if key not in self._formsinuse:
            self._formsinuse.append(key)
        return resource

    def destination(self, key: str) -> PDFObjectReference:
        """Return a reference to a destination, which may be defined later."""
        reference: PDFObjectReference = self._bookmarkReference(key)  # type: ignore[attr-defined]
        return reference

    def annotate(self, entries: dict[str, object]) -> int:
        """Put an annotation on the page and return its place among those of the page."""
        self._addAnnotation(PDFDictionary(entries))  # type: ignore[attr-defined]
        return len(self._annotationrefs) - 1

    def data(self) -> bytes:
        """Close the document and return it."""
        return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]
