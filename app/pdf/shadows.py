"""Soft shadows: a colour through a blurred mask, which every viewer and every printer knows how to paint."""

from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFStreamFilterZCompress

from app.layout.page import ShadowItem
from app.pdf.canvas import Sheet
from app.pdf.ink import Ink
from app.pdf.numbers import numbers

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

SIGMA_PIXELS = 5.0
"""A blur needs so many pixels in its standard deviation to look smooth when it is scaled up; more would only cost bytes."""
SIGMAS = 2.0
"""`ShadowItem.blur` is the distance at which a shadow has faded out: about two standard deviations, as CSS has it."""
MOST_PIXELS = 1400


def paint_shadow(item: ShadowItem, ink: Ink) -> None:
    """Paint the shadow of a rectangle, wider than it by twice its blur."""
    if item.width <= 0 or item.height <= 0 or item.opacity <= 0:
        return
    reach = item.blur * 1.5
    left, top = item.x - item.spread - reach, item.y - item.spread - reach + item.dy
    width, height = item.width + 2 * (item.spread + reach), item.height + 2 * (item.spread + reach)
    name = ink.sheet.image(_key(item), lambda: _image(item, reach, ink.sheet))
    with ink.kept():
        ink.opacity(1)
        ink.write(f"{numbers((width, 0, 0, height, left, ink.up(top + height)))} cm /{name} Do")


def _key(item: ShadowItem) -> str:
    shape = (round(value, 1) for value in (item.width, item.height, item.radius, item.blur, item.spread, item.opacity * 100))
    return "shadow-" + "-".join(map(str, shape)) + item.color.lstrip("#")


def _image(item: ShadowItem, reach: float, sheet: Sheet) -> PDFStream:
    """Return the picture of a shadow: its colour, as many dots of it as the mask has, which pdfium wants, and the mask."""
    mask = _mask(item, reach)
    red, green, blue = (int(item.color[i : i + 2], 16) for i in (1, 3, 5))
    grey = red == green == blue
    entries = _entries(*mask.size, "DeviceGray" if grey else "DeviceRGB")
    entries["SMask"] = sheet.stream(_entries(*mask.size, "DeviceGray"), mask.tobytes())
    dots = bytes((red,) if grey else (red, green, blue)) * (mask.width * mask.height)
    return PDFStream(PDFDictionary(entries), dots, filters=[PDFStreamFilterZCompress()] if sheet.compress else None)


def _mask(item: ShadowItem, reach: float) -> "Picture":
    """Return how much of the colour covers each dot."""
    from PIL import Image, ImageDraw, ImageFilter

    inner_width, inner_height = item.width + 2 * item.spread, item.height + 2 * item.spread
    scale = min(SIGMA_PIXELS / max(item.blur / SIGMAS, 0.1), MOST_PIXELS / max(inner_width + 2 * reach, inner_height + 2 * reach))
    size = (max(round((inner_width + 2 * reach) * scale), 1), max(round((inner_height + 2 * reach) * scale), 1))
    mask = Image.new("L", size)
    box = (reach * scale, reach * scale, size[0] - 1 - reach * scale, size[1] - 1 - reach * scale)
    if box[2] > box[0] and box[3] > box[1]:
        darkest = round(255 * min(item.opacity, 1.0))
        ImageDraw.Draw(mask).rounded_rectangle(box, max(item.radius + item.spread, 0.0) * scale, fill=darkest)
    return mask.filter(ImageFilter.GaussianBlur(item.blur / SIGMAS * scale))


def _entries(width: int, height: int, space: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": width,
        "Height": height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName(space),
        "Interpolate": "true",
    }
