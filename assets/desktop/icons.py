"""The program's icon as Windows and macOS want it, drawn of `blesna.svg` while the bundle is made."""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent / "blesna.svg"
WINDOWS = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
LARGEST = 1024
"""Pixels a side of what macOS shows largest; the smaller ones are drawn by Pillow of this one."""


def drawn(side: int) -> Image.Image:
    """Return the icon, so many pixels wide and high, on nothing."""
    canvas = QImage(side, side, QImage.Format.Format_ARGB32)
    canvas.fill(0)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    canvas.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


def write_ico(path: Path) -> Path:
    """Write the icon for Windows: each size is drawn for itself, so that small ones are sharp."""
    pictures = [drawn(side) for side in WINDOWS]
    path.parent.mkdir(parents=True, exist_ok=True)
    pictures[-1].save(path, "ICO", sizes=[(side, side) for side in WINDOWS], append_images=pictures[:-1])
    return path


def write_icns(path: Path) -> Path:
    """Write the icon for macOS."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn(LARGEST).save(path, "ICNS")
    return path
