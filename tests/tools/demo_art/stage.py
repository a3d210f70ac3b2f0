"""A page of HTML and SVG photographed by the browser inside Qt, and pictures saved the way the demo ships them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

_ROOT = Path(__file__).resolve().parents[3]
PICTURES = _ROOT / "assets" / "demo" / "pictures"
FONTS = _ROOT / "assets" / "fonts"
_FLAGS = "--no-sandbox --disable-gpu --allow-file-access-from-files"

# Two frames after the fonts and the drawing script have come, the page says so in its title.
_READY = """Promise.all([window.drawn, ...[...document.images].map((i) => i.decode())]).then(() =>
  requestAnimationFrame(() => requestAnimationFrame(() => { document.title = "painted"; })));"""


def photograph(page: Path, width: int, height: int) -> Image.Image:
    """The HTML file ``page`` as a browser window of ``width`` x ``height`` pixels shows it.

    Each picture gets a browser of its own in another process: one that has idled for minutes may stop painting.
    """
    out = page.with_suffix(".shot.png")
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QTWEBENGINE_CHROMIUM_FLAGS": _FLAGS}
    command = [sys.executable, "-m", "tests.tools.demo_art.stage", str(page), str(width), str(height), str(out)]
    subprocess.run(command, check=True, env=environment, cwd=_ROOT)
    return Image.open(out).convert("RGB")


def _shoot(page: Path, width: int, height: int, out: Path) -> None:
    """Load the page, wait until it says that it is painted and stands still, and save what the window shows."""
    from PySide6.QtCore import QEventLoop, QTimer, QUrl
    from PySide6.QtWebEngineWidgets import QWebEngineView
    from PySide6.QtWidgets import QApplication

    app = QApplication(["stage"])
    view = QWebEngineView()
    view.resize(width, height)
    view.show()
    loop = QEventLoop()
    view.loadFinished.connect(loop.quit)
    view.load(QUrl.fromLocalFile(str(page)))
    loop.exec()
    view.page().runJavaScript(_READY)
    earlier, still = b"", 0
    for _ in range(500):
        QTimer.singleShot(700, loop.quit)
        loop.exec()
        shot = view.grab().toImage()
        pixels = bytes(shot.constBits())
        still = still + 1 if view.title() == "painted" and pixels == earlier else 0
        if still > 2 and len(set(pixels[:: len(pixels) // 4001])) > 3:
            break
        earlier = pixels
    else:
        raise TimeoutError(f"The browser did not finish painting {page.name}.")
    shot.save(str(out))
    app.closeAllWindows()


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


if __name__ == "__main__":
    _shoot(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
    os._exit(0)  # the browser's own farewell is long and may crash; the picture is saved
