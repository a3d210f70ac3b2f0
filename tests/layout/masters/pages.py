"""Pages of one section, what they say, and how they look when printed."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from app.layout.page import Page, TextItem
from app.model.proposal import Proposal
from app.model.sections import Section
from app.pipeline import Laid, Pipeline
from tests import samples

PIPELINE = Pipeline()
BRANDS = PIPELINE.brandbooks()
NOWHERE = Path("/nonexistent")


def proposal(brand: str, *sections: Section, language: str = "en", **changes: object) -> Proposal:
    """Return a sample proposal of these sections."""
    return replace(samples.proposal(language, brand), sections=sections, **changes)


def laid(whole: Proposal, folder: Path = NOWHERE, pipeline: Pipeline = PIPELINE) -> Laid:
    """Lay out."""
    return pipeline.lay_out(whole, folder)


def said(page: Page, origin: str) -> str:
    """Return the text on a page that comes from a part of the proposal."""
    lines = [item.line for item in page.items if isinstance(item, TextItem) and item.origin == origin]
    text = "".join(line.text.strip() + ("" if line.joined else " ") for line in lines)
    return text.replace("\N{NO-BREAK SPACE}", " ").strip()


def everything(page: Page) -> str:
    """Return all the text on a page."""
    lines = [item.line.text.strip() for item in page.items if isinstance(item, TextItem)]
    return " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def painted(found: Laid, index: int, folder: Path, scale: float, *, texts: bool = True) -> Image.Image:
    """Return a page as pixels, `scale` of them a point, on request without its type."""
    document = found.document
    if not texts:
        kept = tuple(item for item in document.pages[index].items if not isinstance(item, TextItem))
        pages = tuple(replace(page, items=kept) if i == index else page for i, page in enumerate(document.pages))
        found = replace(found, document=replace(document, pages=pages))
    file = pypdfium2.PdfDocument(PIPELINE.paint(found, folder, [index]))
    image = file[0].render(scale=scale).to_pil().convert("RGB")
    file.close()
    return image
