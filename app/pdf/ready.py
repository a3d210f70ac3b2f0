"""Objects whose bytes are known before the document is written."""

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject, PDFObjectReference


class Ready(PDFObject):
    """An object put together from bytes and references to other objects."""

    def __init__(self, *parts: bytes | PDFObjectReference) -> None:
        self._parts = parts

    def format(self, document: PDFDocument) -> bytes:
        """Return the bytes; the numbers of other objects are known by now."""
        return b"".join([part if isinstance(part, bytes) else part.format(document) for part in self._parts])


def stream(entries: str, content: bytes) -> bytes:
    """Return a stream whose dictionary has these entries besides its length."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries.encode("ascii"), len(content), content)
