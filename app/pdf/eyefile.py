"""The file of pages for the eye, from the objects that ReportLab has gathered.

ReportLab writes every name and number of a file with the care that any name and number needs, which takes as long as painting a
page. Here only what a page cannot be seen without is written, and what is known to be plain is written plainly.
"""

from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFPage
from reportlab.pdfbase.pdfdoc import format as formatted

from app.pdf.ready import stream

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
FONTS = "BasicFonts"
"""ReportLab's name for the fonts of all pages."""


def written(document: Any, group: str) -> bytes:
    """Return the file of a document that is painted. `group` is the transparency group of its pages."""
    for font in document.delayedFonts:
        font.addObjects(document)
    # They know their canvas, which knows them: without this, all of it would wait for the collector of garbage.
    document.delayedFonts = []
    objects = [(name, document.idToObject[name]) for _, name in sorted(document.numberToId.items())]
    file = _File()
    fonts = document.idToObjectNumberAndVersion[FONTS][0]
    contents = len(objects)
    root = contents + 1 + sum(isinstance(thing, PDFPage) for _, thing in objects)
    kids, streams = [], []
    for place, (name, thing) in enumerate(objects, 1):
        if isinstance(thing, PDFPage):
            contents += 1
            kids.append(b"%d 0 R" % place)
            streams.append(stream("", thing.stream))
            file.add(_page(thing, document, group, parent=root + 1, fonts=fonts, content=contents))
        elif name == FONTS:
            file.add(_references(thing, document))
        else:
            file.add(formatted(thing, document, toplevel=1))
    for content in streams:
        file.add(content)
    file.add(b"<< /Type /Catalog /Pages %d 0 R >>" % (root + 1))
    file.add(b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(kids), b" ".join(kids)))
    return file.closed(root)


class _File:
    """Objects one after another, and where they begin."""

    def __init__(self) -> None:
        self._parts = [HEAD]
        self._offset = len(HEAD)
        self._offsets: list[int] = []

    def add(self, thing: bytes) -> None:
        """Write the next object."""
        self._offsets.append(self._offset)
        part = b"%d 0 obj\n%b\nendobj\n" % (len(self._offsets), thing)
        self._parts.append(part)
        self._offset += len(part)

    def closed(self, root: int) -> bytes:
        """Return the file, its cross-reference table and its trailer at the end (ISO 32000-1, 7.5.4 and 7.5.5)."""
        count = len(self._offsets) + 1
        table = "".join([f"{offset:010d} 00000 n \n" for offset in self._offsets])
        end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root {root} 0 R >>\n"
        return b"".join([*self._parts, f"{end}startxref\n{self._offset}\n%%EOF\n".encode("ascii")])


def _page(page: Any, document: Any, group: str, *, parent: int, fonts: int, content: int) -> bytes:
    resources = f"/Font {fonts} 0 R".encode("ascii")
    if page.XObjects:
        resources += b" /XObject " + _references(page.XObjects, document)
    if page.ExtGState:
        resources += b" /ExtGState " + formatted(page.ExtGState, document)
    # As precise as in an exported file, so that every pixel is the same.
    size = f"[0 0 {fp_str(page.pagewidth)} {fp_str(page.pageheight)}]"
    head = f"<< /Type /Page /Parent {parent} 0 R /MediaBox {size} /Group {group} /Contents {content} 0 R /Resources << "
    return head.encode("ascii") + resources + b" >> >>"


def _references(named: PDFDictionary, document: Any) -> bytes:
    """Write a dictionary that leads to other objects. Its names are plain: letters, digits, dashes."""
    numbers = document.idToObjectNumberAndVersion
    pairs = [f"/{name} {numbers[reference.name][0]} 0 R" for name, reference in named.dict.items()]
    return f"<< {' '.join(pairs)} >>".encode("ascii")
