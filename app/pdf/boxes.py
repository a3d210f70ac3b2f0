"""What a print shop needs to know of a page: how far its ink goes, and where the knife."""

from pikepdf import Array, Pdf

MARK_GAP = 3.0
"""Points between the bleed and a crop mark."""
MARK_LENGTH = 14.0
"""Length of a crop mark in points."""


def widen(pdf: Pdf, bleed: float, *, crop_marks: bool) -> None:
    """Show what the layout put beyond the edges of the trimmed page, and say where the knife goes."""
    slug = bleed + (MARK_GAP + MARK_LENGTH if crop_marks else 0.0)
    for page in pdf.pages:
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        page.obj.TrimBox = Array([left, bottom, right, top])
        page.obj.BleedBox = Array([left - bleed, bottom - bleed, right + bleed, top + bleed])
        page.obj.MediaBox = Array([left - slug, bottom - slug, right + slug, top + slug])
        if crop_marks:
            page.contents_add(pdf.make_stream(_crop_marks(left, bottom, right, top, bleed)))


def _crop_marks(left: float, bottom: float, right: float, top: float, bleed: float) -> bytes:
    """Return two hairlines at each corner that point at the trimmed page's edges and stay clear of the bleed."""
    start, end = bleed + MARK_GAP, bleed + MARK_GAP + MARK_LENGTH
    lines = [(x, y + side * start, x, y + side * end) for x in (left, right) for y, side in ((bottom, -1), (top, 1))]
    lines += [(x + side * start, y, x + side * end, y) for y in (bottom, top) for x, side in ((left, -1), (right, 1))]
    drawn = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S" for x1, y1, x2, y2 in lines)
    return f"/Artifact BMC q 0 G 0.25 w {drawn} Q EMC".encode()
