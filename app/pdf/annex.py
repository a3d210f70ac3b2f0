"""Objects added to a finished file as an incremental update (ISO 32000-2, 7.5.6), which spares building them one by one."""

import re

_ROOT = re.compile(rb"/Root\s+(\d+ \d+ R)")
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
TAIL = 1024
"""Bytes at the end of a file in which its trailer stands."""


def annexed(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    """Return the file with these objects, whose numbers follow each other and the last one of the file.

    Raises ValueError if the file has no trailer of its own.
    """
    tail = pdf[-TAIL:]
    root, start = _ROOT.search(tail), _START.search(tail)
    if not objects or root is None or start is None:
        raise ValueError("no objects, or no file to add them to")
    body, entries, place = [], [], len(pdf) + 1
    for number, text in sorted(objects.items()):
        written = b"%d 0 obj\n%b\nendobj\n" % (number, text)
        entries.append(b"%010d 00000 n \n" % place)
        body.append(written)
        place += len(written)
    first = min(objects)
    table = b"xref\n%d %d\n%b" % (first, len(entries), b"".join(entries))
    trailer = b"trailer\n<</Size %d/Root %b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join([pdf, b"\n", *body, table, trailer % (first + len(entries), root[1], start[1], place)])
