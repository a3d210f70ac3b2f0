"""Pictures on a page, clipped to their shape, or told to be missing."""

from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference, PDFStream

from app.layout.page import Page, PictureItem
from app.pdf.canvas import Sheet
from app.pdf.crop import Wanted, crop, placed, resolution
from app.pdf.ink import Ink
from app.pdf.lab import Lab, is_seen
from app.pdf.numbers import numbers
from app.pdf.print import Print, Raster
from app.pdf.shapes import round_foot, rounded
from app.pdf.unusable import PictureError
from app.problems import Problem, problem


class Photos:
    """The pictures of a document, which a lab makes."""

    def __init__(self, lab: Lab, least_dpi: int) -> None:
        self.problems: list[Problem] = []
        self._lab = lab
        self._least_dpi = least_dpi

    def prepare(self, pages: Iterable[Page]) -> None:
        """Begin with the pictures of these pages, which are all that there will be, in the order in which they are needed."""
        self._lab.complete(item for page in pages for item in page.items)

    def paint(self, item: PictureItem, ink: Ink) -> None:
        """Paint a picture, or a placeholder and a problem if there is none."""
        if not is_seen(item):
            return
        try:
            made = self._lab.print(item)
        except PictureError as reason:
            found = reason.problem
            self._note(Problem(found.code, item.origin, found.severity, found.facts))
            _placeholder(item, ink)
            return
        wanted = self._lab.wanted(item)
        self._check_resolution(item, made, wanted)
        width, height = placed(made.full, wanted)
        left, top = item.x + (item.width - width) / 2, item.y + (item.height - height) / 2
        name = ink.sheet.image(made.key, lambda: _image(made, ink.sheet))
        with ink.kept():
            ink.opacity(1)
            frame = ink.box(left, top, width, height)  # some viewers blow pictures up to whole pixels unless they are clipped
            ink.write(f"{_shape(item, ink) or frame} W n")
            ink.write(f"{numbers((width, 0, 0, height, left, ink.up(top + height)))} cm /{name} Do")

    def _check_resolution(self, item: PictureItem, made: Print, wanted: Wanted) -> None:
        dpi = resolution(crop(made.full, wanted), wanted, made.full)
        if dpi < self._least_dpi and made.color.jpeg:
            self._note(problem("picture-low-resolution", item.origin, file=item.file, dpi=round(dpi), least=self._least_dpi))

    def _note(self, found: Problem) -> None:
        if found not in self.problems:
            self.problems.append(found)


def _shape(item: PictureItem, ink: Ink) -> str:
    """Return the path that a picture is clipped to, or nothing for a plain rectangle."""
    if item.shape == "circle":
        side = min(item.width, item.height)
        left, top = item.x + (item.width - side) / 2, item.y + (item.height - side) / 2
        return rounded(left, ink.up(top + side), side, side, side / 2)
    if item.radius > 0 and item.corners == "foot":
        return round_foot(item.x, ink.up(item.y + item.height), item.width, item.height, item.radius)
    if item.radius > 0:
        return rounded(item.x, ink.up(item.y + item.height), item.width, item.height, item.radius)
    return ""


def _placeholder(item: PictureItem, ink: Ink) -> None:
    """Paint a light grey box with a cross, so that nobody takes the gap for a design."""
    with ink.kept():
        ink.opacity(1)
        outline = _shape(item, ink)
        if outline:
            ink.write(f"{outline} W n")
        ink.fill("#ececec")
        ink.write(f"{ink.box(item.x, item.y, item.width, item.height)} f")
        ink.stroke("#b4b4b4", 0)
        low, high = ink.up(item.y + item.height), ink.up(item.y)
        for start, end in ((low, high), (high, low)):
            ink.write(f"{numbers((item.x, start))} m {numbers((item.x + item.width, end))} l S")


def _image(made: Print, sheet: Sheet) -> PDFStream:
    """Return the image object of a print."""
    mask = sheet.refer(_stream(made.alpha, None)) if made.alpha else None
    return _stream(made.color, mask)


def _stream(raster: Raster, mask: PDFObjectReference | None) -> PDFStream:
    entries: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": raster.width,
        "Height": raster.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName("DeviceRGB" if raster.channels == 3 else "DeviceGray"),
        "Filter": PDFName("DCTDecode" if raster.jpeg else "FlateDecode"),
    }
    if not raster.jpeg:
        rows = {"Predictor": 15, "Colors": raster.channels, "BitsPerComponent": 8, "Columns": raster.width}
        entries["DecodeParms"] = PDFDictionary(rows)
    if mask is not None:
        entries["SMask"] = mask
    return PDFStream(PDFDictionary(entries), raster.data)
