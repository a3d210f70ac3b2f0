"""What a document says about itself: title, author and dates, how it opens, what its pages are called."""

from datetime import date, datetime

from pikepdf import Array, Dictionary, Name, Pdf, String

from app.layout.page import DocumentInfo, Page
from app.pdf.sound import sound
from app.pdf.xmp import packet

PRODUCER = "Blesna"


def describe(pdf: Pdf, info: DocumentInfo, *, archive: bool = False) -> None:
    """Write the same facts into the information dictionary and, for newer readers, as XMP.

    In an `archive` the XMP says that the file is PDF/A-2b.
    """
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
    pdf.Root.Metadata = pdf.make_stream(packet(info, PRODUCER, when, archive=archive), Type=Name.Metadata, Subtype=Name.XML)
    if info.language:
        pdf.Root.Lang = String(sound(info.language))


def set_view(pdf: Pdf, *, outline: bool) -> None:
    """Say how the document opens: its title in the title bar, its outline beside the page."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines if outline else Name.UseNone
    tree: list[object] = []
    for name, page in sorted(((f"page-{number}", page) for number, page in enumerate(pdf.pages, 1)), key=lambda pair: pair[0]):
        tree.extend([String(name), Array([page.obj, Name.XYZ, 0, float(page.mediabox[3]), 0])])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(tree)))


def set_labels(pdf: Pdf, pages: tuple[Page, ...]) -> None:
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
