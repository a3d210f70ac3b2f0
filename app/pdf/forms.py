"""Fields that the reader of a PDF fills in (ISO 32000-2, 12.7), with an appearance that is drawn ahead for every viewer."""

from collections.abc import Iterable
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from app.layout.page import FieldItem, Page, Tag, TextItem
from app.pdf.formcodes import codes_for
from app.pdf.formfont import RESOURCE, FormFont, embed, form_face, form_font
from app.pdf.ink import Ink
from app.pdf.numbers import number, numbers, rgb
from app.pdf.sound import sound
from app.pdf.text import TextTools, paint_text
from app.text.fonts import FontBook
from app.text.paragraph import line
from app.text.style import CharStyle, Span

PRINTED = 4
MULTILINE = 1 << 12
INSET = 1.0
"""Points that viewers leave free at the left of what is typed; the field is wider by as much, so that text stands at its x."""


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a document by the object numbers of their annotations, and the font that they are filled in with."""

    font: FormFont
    fields: dict[int, FieldItem]


class Fields:
    """Puts fields on pages. What cannot be filled in is painted as text that stands where it would be typed."""

    def __init__(self, book: FontBook, pages: Iterable[Page], *, fillable: bool) -> None:
        """Look through the pages that will be painted. Raises NoFontError if there are fields and no font can be loaded."""
        items = [item for page in pages for item in page.items if isinstance(item, FieldItem)]
        wanted = next((item.face for item in items if item.face), next(iter(book.sources), ""))
        face = form_face(book, wanted) if items else None
        self._font = form_font(face, codes_for(item.value for item in items)) if face else None
        self._book = book
        self._fillable = fillable and face is not None and not face.is_cff
        self._placed: dict[int, FieldItem] = {}
        self._names: set[str] = set()

    def paint(self, item: FieldItem, ink: Ink, tools: TextTools) -> None:
        """Put a field on the page, or paint its value."""
        if item.width <= 0 or item.height <= 0 or self._font is None:
            return
        if self._fillable:
            number_ = ink.sheet.annotate(_widget(item, self._name(item.name), ink))
            self._placed[number_] = item
            tools.marks.annotation(number_, "Form")
            return
        style = CharStyle((self._font.face.name,), item.size, item.color)
        for text, baseline in placed_lines(item, self._font):
            if text:
                shown = line((Span(text, style),), self._book)
                place = item.x, item.y + baseline
                paint_text(TextItem(*place, shown, item.origin, Tag.P, f"field/{item.name}"), ink, tools)

    def form(self) -> Form | None:
        """Return the form of all fields that were put on pages, if there are any."""
        return Form(self._font, self._placed) if self._font and self._placed else None

    def _name(self, wanted: str) -> str:
        """Return a name that no other field has; a full stop would make it a part of another."""
        plain = sound(wanted).replace(".", "-").strip() or "field"
        name, count = plain, 1
        while name in self._names:
            count += 1
            name = f"{plain}-{count}"
        self._names.add(name)
        return name


def _widget(item: FieldItem, name: str, ink: Ink) -> dict[str, object]:
    """Return the field and its annotation, which are one."""
    low, high = ink.up(item.y + item.height), ink.up(item.y)
    entries: dict[str, object] = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Widget"),
        "FT": PDFName("Tx"),
        "T": PDFString(name),
        "TU": PDFString(sound(item.label)),
        "Rect": f"[{numbers((item.x - INSET, low, item.x + item.width + INSET, high))}]",
        "F": PRINTED,
        "DA": PDFString(default_look(item)),
        "MK": PDFDictionary({}),
    }
    if item.value:
        entries["V"] = PDFString(sound(item.value))
    if item.multiline:
        entries["Ff"] = MULTILINE
    return entries


def default_look(item: FieldItem) -> str:
    """Return the operators that set font and colour of what is typed."""
    return f"/{RESOURCE} {number(item.size, 3)} Tf {rgb(item.color)} rg"


def add_form(pdf: Pdf, form: Form) -> None:
    """Make a form of the document's fields, each with its appearance."""
    resources = Dictionary(Font=Dictionary({f"/{RESOURCE}": embed(form.font, pdf)}))
    widgets = []
    for number_, item in form.fields.items():
        widget = pdf.get_object(number_, 0)
        widget.AP = Dictionary(N=_appearance(pdf, item, form.font, resources))
        widgets.append(widget)
    pdf.Root.AcroForm = Dictionary(
        Fields=Array(widgets), DR=resources, DA=String(f"/{RESOURCE} 0 Tf 0 g"), NeedAppearances=False, SigFlags=0
    )


def _appearance(pdf: Pdf, item: FieldItem, font: FormFont, resources: Dictionary) -> Object:
    width, height = item.width + 2 * INSET, item.height
    parts = [b"/Tx BMC"]
    if item.value:
        parts.append(f"q 0 0 {numbers((width, height))} re W n BT {default_look(item)}".encode("ascii"))
        x, y = 0.0, 0.0
        for text, baseline in placed_lines(item, font):
            parts.append(f"{numbers((INSET - x, height - baseline - y))} Td <{font.encoded(text).hex()}> Tj".encode("ascii"))
            x, y = INSET, height - baseline
        parts.append(b"ET Q")
    parts.append(b"EMC")
    box = Array([0, 0, width, height])
    return pdf.make_stream(b" ".join(parts), Type=Name.XObject, Subtype=Name.Form, BBox=box, Resources=resources)


def placed_lines(item: FieldItem, font: FormFont) -> list[tuple[str, float]]:
    """Return the lines of a field's value and how far their baselines are below its top.

    Viewers do it so themselves: one line stands in the middle, several begin at the top; lines follow each other at the
    height that the font gives them.
    """
    leading = (font.ascent - font.descent) * item.size
    if not item.multiline:
        return [(" ".join(sound(item.value).split()), (item.height - leading) / 2 + font.ascent * item.size)]
    lines = [line for typed in sound(item.value).splitlines() for line in _broken(typed, item.width, item.size, font)]
    return [(line, INSET + font.ascent * item.size + place * leading) for place, line in enumerate(lines)]


def _broken(text: str, width: float, size: float, font: FormFont) -> list[str]:
    """Break a text at its spaces, as viewers do."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and sum(font.width(letter) for letter in longer) * size / 1000 > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
