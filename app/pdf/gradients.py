"""Rectangles of one colour whose opacity runs from one value to another: a shading used as a soft mask."""

from itertools import pairwise
from math import cos, radians, sin

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference

from app.layout.page import GradientItem
from app.pdf.canvas import Sheet
from app.pdf.ink import Ink
from app.pdf.numbers import numbers

Stops = tuple[tuple[float, float], ...]


def paint_gradient(item: GradientItem, ink: Ink, masks: "Masks") -> None:
    """Paint the rectangle through its mask."""
    stops = tidy(item.stops)
    if item.width <= 0 or item.height <= 0 or not stops:
        return
    with ink.kept():
        ink.opacity(1)
        if stops[0][1] == stops[-1][1] and len({value for _, value in stops}) == 1:
            ink.opacity(stops[0][1])
        else:
            ink.write(f"/{masks.name(item, stops, ink)} gs")
        ink.fill(item.color)
        ink.write(f"{ink.box(item.x, item.y, item.width, item.height)} f")


def tidy(stops: Stops) -> Stops:
    """Return the stops in order, within 0…1, beginning at 0 and ending at 1."""
    inside = sorted((min(max(at, 0.0), 1.0), min(max(value, 0.0), 1.0)) for at, value in stops)
    if not inside:
        return ()
    return ((0.0, inside[0][1]), *((at, value) for at, value in inside if 0 < at < 1), (1.0, inside[-1][1]))


class Masks:
    """The soft masks of a document: equal gradients at equal places share one."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._known: dict[tuple[object, ...], PDFObjectReference] = {}

    def name(self, item: GradientItem, stops: Stops, ink: Ink) -> str:
        """Return the resource name of the graphics state that masks by the gradient."""
        bottom = ink.up(item.y + item.height)
        key = (item.x, bottom, item.width, item.height, item.angle, stops)
        if key not in self._known:
            self._known[key] = self._make(item, stops, bottom)
        return self._sheet.add_state("SMask", self._known[key])

    def _make(self, item: GradientItem, stops: Stops, bottom: float) -> PDFObjectReference:
        shading = {
            "ShadingType": 2,
            "ColorSpace": PDFName("DeviceGray"),
            "Coords": f"[{numbers(axis(item, bottom), 3)}]",
            "Extend": "[true true]",
            "Function": _function(stops),
        }
        form = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": f"[{numbers((item.x, bottom, item.x + item.width, bottom + item.height), 3)}]",
            "Group": PDFDictionary({"S": PDFName("Transparency"), "CS": PDFName("DeviceGray")}),
            "Resources": PDFDictionary({"Shading": PDFDictionary({"Sh": PDFDictionary(shading)})}),
        }
        group = self._sheet.stream(form, b"/Sh sh ")
        mask = PDFDictionary({"Type": PDFName("Mask"), "S": PDFName("Luminosity"), "G": group})
        return self._sheet.refer(mask)


def axis(item: GradientItem, bottom: float) -> tuple[float, float, float, float]:
    """Return start and end of the gradient's axis through the middle of the rectangle, so that its corners get the ends.

    The length is the rectangle's extent along the direction: |w cos a| + |h sin a|, as CSS does it.
    """
    turn = radians(item.angle)
    across, down = cos(turn), sin(turn)
    half = (abs(item.width * across) + abs(item.height * down)) / 2
    middle_x, middle_y = item.x + item.width / 2, bottom + item.height / 2
    return (middle_x - across * half, middle_y + down * half, middle_x + across * half, middle_y - down * half)


def _function(stops: Stops) -> PDFDictionary:
    parts = [
        PDFDictionary({"FunctionType": 2, "Domain": "[0 1]", "N": 1, "C0": f"[{numbers([a], 4)}]", "C1": f"[{numbers([b], 4)}]"})
        for (_, a), (_, b) in pairwise(stops)
    ]
    if len(parts) == 1:
        return parts[0]
    return PDFDictionary(
        {
            "FunctionType": 3,
            "Domain": "[0 1]",
            "Functions": PDFArray(parts),
            "Bounds": f"[{numbers((at for at, _ in stops[1:-1]), 4)}]",
            "Encode": "[" + " ".join(["0 1"] * len(parts)) + "]",
        }
    )
