"""The last pass over a painted document: what it says about itself, and a small file that is always the same."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from app.layout.page import DocumentInfo, Page
from app.pdf.marks import Mark
from app.pdf.sound import sound
from app.pdf.xmp import packet

PRODUCER = "Blesna"


MARK_GAP = 3.0
"""Points between the bleed and a crop mark."""
MARK_LENGTH = 14.0
"""Length of a crop mark in points."""


@dataclass(frozen=True, slots=True)
class Finish:
    """What the last pass needs to know. `pages` are those in the file."""

    info: DocumentInfo
    pages: tuple[Page, ...]
    marks: tuple[Mark, ...]
    outline: bool
    compress: bool
    bleed: float = 0.0
    crop_marks: bool = False


def finish(painted: bytes, order: Finish) -> bytes:
    """Return the finished document."""
    with Pdf.open(BytesIO(painted)) as pdf:
        _describe(pdf, order.info)
        _view(pdf, order)
        _label(pdf, order.pages)
        _tidy(pdf)
        if order.bleed > 0:
            _widen(pdf, order.bleed, crop_marks=order.crop_marks)
        if order.marks:
            from app.pdf.structure import build

            build(pdf, order.marks)
        return _saved(pdf, order.compress)


def _describe(pdf: Pdf, info: DocumentInfo) -> None:
    """Write the same facts into the information dictionary and, for newer readers, as XMP."""
    when = moment(info.date)
    keywords = ", ".join(info.keywords)
    facts = {
        "Title": info.title,
        "Author": info.author,
        "Subject": info.subject,
        "Keywords": keywords,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": pdf_date(when) if when else "",
        "ModDate": pdf_date(when) if when else "",
    }
    pdf.trailer.Info = pdf.make_indirect(Dictionary({f"/{name}": String(sound(text)) for name, text in facts.items() if text}))
    pdf.Root.Metadata = pdf.make_stream(packet(info, PRODUCER, when), Type=Name.Metadata, Subtype=Name.XML)
    if info.language:
        pdf.Root.Lang = String(sound(info.language))


def _view(pdf: Pdf, order: Finish) -> None:
    """Say how the document opens: its title in the title bar, its outline beside the page."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines if order.outline else Name.UseNone
    tree: list[object] = []
    for name, page in sorted(((f"page-{number}", page) for number, page in enumerate(pdf.pages, 1)), key=lambda pair: pair[0]):
        tree.extend([String(name), Array([page.obj, Name.XYZ, 0, float(page.mediabox[3]), 0])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(tree)))


def _label(pdf: Pdf, pages: tuple[Page, ...]) -> None:
    """Let viewers call the pages what is printed on them."""
    if not any(page.label for page in pages):
        return
    numbers: list[object] = []
    expected = None
    for place, page in enumerate(pages):
        count = int(page.label) if page.label.isdecimal() and not page.label.startswith("0") else None
        if count is None:
            numbers.extend([place, Dictionary(P=String(sound(page.label)))])
        elif count != expected:
            numbers.extend([place, Dictionary(S=Name.D, St=count)])
        expected = None if count is None else count + 1
    pdf.Root.PageLabels = Dictionary(Nums=Array(numbers))


def _tidy(pdf: Pdf) -> None:
    """Let transparency be blended in RGB, and drop what ReportLab writes although nothing reads it."""
    group = pdf.make_indirect(Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB))
    for page in pdf.pages:
        page.obj.Group = group
        if "/ProcSet" in page.obj.Resources:
            del page.obj.Resources["/ProcSet"]


def _widen(pdf: Pdf, bleed: float, *, crop_marks: bool) -> None:
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


def _saved(pdf: Pdf, compress: bool) -> bytes:
    out = BytesIO()
    pdf.save(
        out,
        compress_streams=compress,
        object_stream_mode=ObjectStreamMode.generate if compress else ObjectStreamMode.disable,
        deterministic_id=True,
        min_version="1.7",
        fix_metadata_version=False,
    )
    return out.getvalue()


def moment(text: str) -> datetime | None:
    """Read an ISO 8601 date or moment; None if it is neither."""
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def pdf_date(when: datetime | date) -> str:
    """Write a moment as a PDF date (ISO 32000-2, 7.9.4)."""
    text = when.strftime("D:%Y%m%d%H%M%S")
    zone = when.strftime("%z")
    return f"{text}{zone[:3]}'{zone[3:5]}" if zone else text
