"""Makes the pictures of README.md from the demo: `uv run python -m tests.tools.readme_pictures`.

Pages are painted by the program itself and rasterised; the window is grabbed without a display.
"""

import os
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageFilter

from app.pipeline import ASSETS, Pipeline
from app.sources import open_proposal

TARGET = ASSETS / "readme"
GAP = 28
GROUND = "#E9E7E2"
WINDOWS = {"estimate-en": "window-light", "story-dark": "window-dark", "library": "window-library"}
"""Which screenshots of the window become which pictures."""


def page_images(brand: str, language: str, width: int) -> list[Image.Image]:
    """Paint the demo in a brand and return its pages, so many pixels wide."""
    opened = open_proposal(str(ASSETS / "demo" / language), None)
    assert opened.proposal is not None
    built = Pipeline().build(replace(opened.proposal, brandbook=brand), opened.folder)
    document = pypdfium2.PdfDocument(BytesIO(built.pdf))
    images = []
    for page in document:
        images.append(page.render(scale=width / page.get_width()).to_pil().convert("RGB"))
    document.close()
    return images


def spread(images: list[Image.Image], columns: int) -> Image.Image:
    """Lay pages out in rows on a quiet ground, with a soft shadow beneath each."""
    width, height = images[0].size
    rows = -(-len(images) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP), GROUND)
    shadow = Image.new("L", sheet.size, 0)
    places = [(GAP + (i % columns) * (width + GAP), GAP + (i // columns) * (height + GAP)) for i in range(len(images))]
    for x, y in places:
        shadow.paste(70, (x, y + 5, x + width, y + height + 5))
    sheet.paste("#000000", mask=shadow.filter(ImageFilter.GaussianBlur(9)))
    for image, place in zip(images, places, strict=True):
        sheet.paste(image, place)
    return sheet


def main() -> None:
    """Write every picture that README.md shows."""
    TARGET.mkdir(exist_ok=True)
    for brand, language, width, columns in (("kurs", "ru", 380, 6), ("salon", "en", 380, 6), ("ekran", "ru", 560, 4)):
        pages = page_images(brand, language, width)
        spread(pages[:12], columns).save(TARGET / f"{brand}-{language}.jpg", quality=84, optimize=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.tools import screenshots

    with tempfile.TemporaryDirectory() as folder:
        screenshots.main([folder, *WINDOWS])
        for name, target in WINDOWS.items():
            Image.open(Path(folder) / f"{name}.png").convert("RGB").save(TARGET / f"{target}.png", optimize=True)


if __name__ == "__main__":
    main()
