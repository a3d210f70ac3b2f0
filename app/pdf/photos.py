"""Pictures on a page: prepared ahead by two threads, clipped to their shape, or told to be missing."""

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference, PDFStream

from app.layout.page import Page, PictureItem
from app.pdf.canvas import Sheet
from app.pdf.crop import Wanted, crop, placed, resolution
from app.pdf.ink import Ink
from app.pdf.numbers import numbers
from app.pdf.openpicture import PictureError
from app.pdf.pictures import Darkroom, PictureSource
from app.pdf.print import Print, Raster
from app.pdf.shapes import round_foot, rounded
from app.problems import Problem, problem

WORKERS = 2
"""Pillow frees the interpreter while it decodes and scales; more threads gain nothing on the machines this runs on."""


class Photos:
    """The pictures of a document. Use as a context: its threads end with it."""

    def __init__(self, darkroom: Darkroom, source: PictureSource, dpi: int, least_dpi: int) -> None:
        self.problems: list[Problem] = []
        self._darkroom = darkroom
        self._source = source
        self._dpi = dpi
        self._least_dpi = least_dpi
        self._pool = ThreadPoolExecutor(WORKERS, "pictures")
        self._coming: dict[tuple[str, str, Wanted], Future[Print]] = {}

    def __enter__(self) -> "Photos":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def prepare(self, pages: Iterable[Page]) -> None:
        """Begin with the pictures of these pages, in the order in which they will be needed."""
        for page in pages:
            for item in page.items:
                if isinstance(item, PictureItem) and _is_seen(item):
                    self._order(item)

    def paint(self, item: PictureItem, ink: Ink) -> None:
        """Paint a picture, or a placeholder and a problem if there is none."""
        if not _is_seen(item):
            return
        try:
            made = self._order(item).result()
        except PictureError as reason:
            found = reason.problem
            self._note(Problem(found.code, item.origin, found.severity, found.facts))
            _placeholder(item, ink)
            return
        wanted = self._wanted(item)
        self._check_resolution(item, made, wanted)
        width, height = placed(made.full, wanted)
        left, top = item.x + (item.width - width) / 2, item.y + (item.height - height) / 2
        name = ink.sheet.image(made.key, lambda: _image(made, ink.sheet))
        with ink.kept():
            ink.opacity(1)
            frame = ink.box(left, top, width, height)  # some viewers blow pictures up to whole pixels unless they are clipped
            ink.write(f"{_shape(item, ink) or frame} W n")
            ink.write(f"{numbers((width, 0, 0, height, left, ink.up(top + height)))} cm /{name} Do")

    def _order(self, item: PictureItem) -> Future[Print]:
        wanted = self._wanted(item)
        key = (item.file, item.source, wanted)
        if key not in self._coming:
            self._coming[key] = self._pool.submit(self._print, item.file, item.source, wanted)
        return self._coming[key]

    def _print(self, file: str, source: str, wanted: Wanted) -> Print:
        path = self._source.path(file, source)
        if path is None:
            raise PictureError(problem("picture-outside", file=file))
        return self._darkroom.print(path, wanted)

    def _wanted(self, item: PictureItem) -> Wanted:
        size = round(item.width, 2), round(item.height, 2)
        return Wanted(*size, item.focus_x, item.focus_y, item.fit, item.treatment, item.duotone, self._dpi)

    def _check_resolution(self, item: PictureItem, made: Print, wanted: Wanted) -> None:
        dpi = resolution(crop(made.full, wanted), wanted, made.full)
        if dpi < self._least_dpi and made.color.jpeg:
            self._note(problem("picture-low-resolution", item.origin, file=item.file, dpi=round(dpi), least=self._least_dpi))

    def _note(self, found: Problem) -> None:
        if found not in self.problems:
            self.problems.append(found)


def _is_seen(item: PictureItem) -> bool:
    """Tell whether a picture takes any room, at the hundredth of a point that lengths are written to."""
    return round(item.width, 2) > 0 and round(item.height, 2) > 0


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
