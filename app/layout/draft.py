"""The mark of a draft: a tag in the margin of every page, and a word before the title of the file."""

from dataclasses import replace

from app.layout.page import BoxItem, Document, Item, Page, Tag, TextItem
from app.layout.setter import Setter
from app.layout.words import Words

SIZE = 8.0
"""Points of the type, small enough for the narrowest margin."""
WIDTH, END = 16.0, 12.0
"""How wide the tag is, and how far it reaches beyond its word."""
DOWN = 0.3
"""Where on the page it begins, from the top."""
CAPITALS = 0.36
"""How far the middle of capitals stands above the baseline, in ems."""


def drafted(document: Document, setter: Setter, words: Words) -> Document:
    """Return a document that nobody takes for the final one. The pages stay as they are, each with a tag on top."""
    word = words("DRAFT")
    marked = tuple(_marked(page, setter, word) for page in document.pages)
    return Document(marked, replace(document.info, title=f"{word} · {document.info.title}".rstrip(" ·")))


def _marked(page: Page, setter: Setter, word: str) -> Page:
    line = setter.line("folio", word, color="on-accent", size=SIZE)
    brand = setter.brand
    height = line.width + 2 * END
    middle = page.width - max(brand.page.right, WIDTH) / 2
    top = page.height * DOWN
    ground = brand.color("accent")
    tag: tuple[Item, ...] = (
        BoxItem(middle - WIDTH / 2, top, WIDTH, height, fill=ground, stroke=brand.color("on-accent"), stroke_width=0.4),
        TextItem(middle + CAPITALS * SIZE, top + height - END, line, "", Tag.ARTIFACT, angle=90.0),
    )
    return replace(page, items=(*page.items, *tag))
