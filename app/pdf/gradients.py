"""Rectangles of one colour whose opacity runs from one value to another: strips that are stretched, and let the page through.

A strip is a picture like any other to every viewer. Shadings as soft masks leave a light seam at the edges in some (pdfium,
MuPDF), and what checks archives does not know them.
"""

from hashlib import sha256
from math import ceil, cos, hypot, radians, sin

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFStreamFilterZCompress

from app.layout.page import GradientItem
from app.pdf.canvas import Sheet
from app.pdf.ink import Ink
from app.pdf.numbers import numbers

Stops = tuple[tuple[float, float], ...]
Vector = tuple[float, float]
Box = tuple[float, float, float, float]

FEWEST, MOST = 64, 1024
"""A strip has a dot for each point of its length, within these limits: opacity has 256 steps at most."""
STRAIGHT = 1e-6


def paint_gradient(item: GradientItem, ink: Ink) -> None:
    """Paint the rectangle."""
    stops = tidy(item.stops)
    if round(item.width, 2) <= 0 or round(item.height, 2) <= 0 or not stops:
        return
    bottom = ink.up(item.y + item.height)
    with ink.kept():
        if len({value for _, value in stops}) == 1:
            ink.opacity(stops[0][1])
            ink.fill(item.color)
            ink.write(f"{ink.box(item.x, item.y, item.width, item.height)} f")
        else:
            _paint_strip(item.color, stops, axis(item, bottom), (item.x, bottom, item.width, item.height), ink)


def tidy(stops: Stops) -> Stops:
    """Return the stops in order, within 0…1, beginning at 0 and ending at 1."""
    inside = sorted((min(max(at, 0.0), 1.0), min(max(value, 0.0), 1.0)) for at, value in stops)
    if not inside:
        return ()
    return ((0.0, inside[0][1]), *((at, value) for at, value in inside if 0 < at < 1), (1.0, inside[-1][1]))


def axis(item: GradientItem, bottom: float) -> tuple[float, float, float, float]:
    """Return start and end of the gradient's axis through the middle of the rectangle, so that its corners get the ends.

    The length is the rectangle's extent along the direction: |w cos a| + |h sin a|, as CSS does it.
    """
    turn = radians(item.angle)
    across, down = cos(turn), sin(turn)
    half = (abs(item.width * across) + abs(item.height * down)) / 2
    middle_x, middle_y = item.x + item.width / 2, bottom + item.height / 2
    return (middle_x - across * half, middle_y + down * half, middle_x + across * half, middle_y - down * half)


def _paint_strip(color: str, stops: Stops, axis: Box, box: Box, ink: Ink) -> None:
    """Paint a box (left, bottom, width, height) whose opacity runs along an axis (x and y of its start and end)."""
    left, bottom, width, height = box
    along = axis[2] - axis[0], axis[3] - axis[1]
    length = hypot(*along)
    count = min(max(ceil(length), FEWEST), MOST)
    upright = abs(along[0]) < STRAIGHT * length
    level = abs(along[1]) < STRAIGHT * length
    values = samples(stops, count)
    if (upright and along[1] > 0) or (level and along[0] < 0):
        values = values[::-1]
    size = (1, count) if upright else (count, 1)
    name = _image(color, values, size, ink.sheet)
    straight = (width, 0.0, 0.0, height, left, bottom)
    matrix = straight if upright or level else _slanting(along, length, box)
    ink.opacity(1)
    ink.write(f"{numbers((left, bottom, width, height))} re W n {numbers(matrix, 4)} cm /{name} Do")


def samples(stops: Stops, count: int) -> bytes:
    """Return the opacity, 0…255, in the middle of each of `count` equal parts of the way."""
    found, place = bytearray(), 0
    for part in range(count):
        at = (part + 0.5) / count
        while place < len(stops) - 2 and stops[place + 1][0] <= at:
            place += 1
        (start, low), (end, high) = stops[place], stops[place + 1]
        share = (at - start) / (end - start) if end > start else 1.0
        found.append(round(255 * (low + (high - low) * share)))
    return bytes(found)


def _slanting(along: Vector, length: float, box: Box) -> tuple[float, ...]:
    """Return the matrix that lays a strip along a slanting axis, wide enough to cover the whole box."""
    left, bottom, width, height = box
    unit = along[0] / length, along[1] / length
    wide = abs(width * unit[1]) + abs(height * unit[0])
    across = -unit[1] * wide, unit[0] * wide
    corner = tuple(
        left_ + size / 2 - (a + b) / 2 for left_, size, a, b in zip((left, bottom), (width, height), along, across, strict=True)
    )
    return (*along, *across, *corner)


def _image(color: str, values: bytes, size: tuple[int, int], sheet: Sheet) -> str:
    """Return the resource name of a strip: its colour, as many dots of it as the mask has, which pdfium wants, and the mask."""
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    grey = red == green == blue

    def make() -> PDFStream:
        entries = _entries(size, "DeviceGray" if grey else "DeviceRGB")
        entries["SMask"] = sheet.stream(_entries(size, "DeviceGray"), values)
        dots = bytes((red,) if grey else (red, green, blue)) * len(values)
        return PDFStream(PDFDictionary(entries), dots, filters=[PDFStreamFilterZCompress()] if sheet.compress else None)

    return sheet.image(f"strip-{color[1:]}-{size[0]}-{sha256(values).hexdigest()[:24]}", make)


def _entries(size: tuple[int, int], space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(space),
    }
