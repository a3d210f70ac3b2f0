"""A page of HTML and SVG photographed by the browser inside Qt, and pictures saved the way the demo ships them."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

PICTURES = Path(__file__).resolve().parents[3] / "assets" / "demo" / "pictures"
FONTS = Path(__file__).resolve().parents[3] / "assets" / "fonts"
_FLAGS = "--no-sandbox --disable-gpu --allow-file-access-from-files"

# Two frames after the fonts and the drawing script have come, the page says so in its title.
_READY = """Promise.all([window.drawn, ...[...document.images].map((i) => i.decode())]).then(() =>
  requestAnimationFrame(() => requestAnimationFrame(() => { document.title = "painted"; })));"""


@cache
def _application() -> Any:
    """One application for the whole run."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = _FLAGS
    from PySide6.QtWidgets import QApplication

    return QApplication.instance() or QApplication(["stage"])


def photograph(page: Path, width: int, height: int, scale: float = 1.0) -> Image.Image:
    """The HTML file ``page`` as ``width`` x ``height`` CSS pixels look, each of them ``scale`` picture pixels wide."""
    _application()
    from PySide6.QtCore import QEventLoop, QTimer, QUrl
    from PySide6.QtGui import QImage
    from PySide6.QtWebEngineWidgets import QWebEngineView

    view = QWebEngineView()

    view.resize(round(width * scale), round(height * scale))
    view.setZoomFactor(scale)
    view.show()
    loop = QEventLoop()
    view.loadFinished.connect(loop.quit)
    view.load(QUrl.fromLocalFile(str(page)))
    loop.exec()
    view.page().runJavaScript(_READY)
    earlier, still = b"", 0
    for _ in range(90):
        QTimer.singleShot(700, loop.quit)
        loop.exec()
        shot = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        pixels = bytes(shot.constBits())
        still = still + 1 if view.title() == "painted" and pixels == earlier else 0
        if still > 2 and len(set(pixels[:: len(pixels) // 4001])) > 3:
            break
        earlier = pixels
    else:
        raise TimeoutError(f"The browser did not finish painting {page.name}.")
    view.deleteLater()
    QTimer.singleShot(50, loop.quit)
    loop.exec()
    data = np.frombuffer(pixels, np.uint8).reshape(shot.height(), shot.bytesPerLine())
    return Image.fromarray(data[:, : shot.width() * 3].reshape(shot.height(), shot.width(), 3).copy())


def grained(image: Image.Image, strength: float, seed: int) -> Image.Image:
    """The picture with a fine monochrome grain, strongest in the middle tones."""
    rng = np.random.default_rng(seed)
    base = np.asarray(image, np.float32) / 255
    noise = rng.normal(0, 1, base.shape[:2]).astype(np.float32)
    noise = np.asarray(Image.fromarray(noise).resize(image.size), np.float32)
    tone = base.mean(2)
    grain = noise * strength * (0.35 + 2.6 * tone * (1 - tone))
    return Image.fromarray((np.clip(base + grain[..., None], 0, 1) * 255 + 0.5).astype(np.uint8))


def save(image: Image.Image, name: str, quality: int = 88) -> Path:
    """Write ``name`` among the demo's pictures: an RGB JPEG without any metadata."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=quality, optimize=True, progressive=False, subsampling=0)
    target = PICTURES / name
    target.write_bytes(buffer.getvalue())
    return target
