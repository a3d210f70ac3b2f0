"""What of a block helps to choose it in a list: its name, its kind, how it begins."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.model.block import Block
from widgets.library.records import BLOCK, BLOCK_KINDS, is_foreign, name_of
from widgets.phrases import shorten
from widgets.words import tr

if TYPE_CHECKING:
    from app.store.library import Library
    from app.store.search.index import Hit

LONGEST = 160
_FACTS = ("service", "owner", "tags", "internal")
"""Where a search may have found a block, without that telling what it says."""
_FEW = 50


@dataclass(frozen=True)
class Glimpse:
    """A block in a list. `below` is its kind and its first words, or those that were looked for."""

    id: str
    name: str
    below: str


def glimpses(hits: "Sequence[Hit]", library: "Library", language: str) -> tuple[Glimpse, ...]:
    """Look at blocks that were found; `language` is what their texts are wanted in. For the worker."""
    return tuple(_glimpse(hit, library.blocks.get(hit.id).first, language) for hit in hits)


def _glimpse(hit: "Hit", stored: object, language: str) -> Glimpse:
    block = getattr(stored, "value", None)
    told = hit.snippet.text if hit.snippet.marks and hit.snippet.field not in _FACTS else ""
    if not isinstance(block, Block):
        return Glimpse(hit.id, hit.title or tr("Without a name"), told)
    name = name_of(block) or tr("Without a name")
    kind = tr(BLOCK_KINDS[block.kind][0])
    begins = told or first_words(block, language, name)
    return Glimpse(block.id, name, " · ".join(filter(None, (kind if kind != name else "", begins))))


def first_words(block: Block, language: str, beside: str = "") -> str:
    """Return how a block begins in a language, in another where it has not been written in that; without what stands `beside`."""
    variant = block.variant(language) or next(iter(block.variants), None)
    if variant is None:
        return ""
    story = variant.story
    figures = ", ".join(f"{one.value} {one.label}".strip() for one in story.figures)
    texts = (story.title, story.lead, story.quote, story.text.text, figures)
    return shorten(" — ".join(" ".join(text.split()) for text in texts if text.strip() and text.strip() != beside), LONGEST)


def called(hits: "Sequence[Hit]", library: "Library") -> "Sequence[Hit]":
    """Call the blocks that were found as the window calls them. For the worker."""
    foreign = [hit.id for hit in hits if str(hit.kind) == BLOCK and is_foreign(hit.title)]
    if not foreign:
        return hits
    some = (one for block in foreign for one in library.blocks.get(block).records)
    blocks = {one.value.id: one.value for one in (some if len(foreign) <= _FEW else library.blocks.all().records)}

    def name(hit: "Hit") -> "Hit":
        block = blocks.get(hit.id) if str(hit.kind) == BLOCK else None
        known = name_of(block) if block is not None else hit.title
        return hit if known == hit.title else replace(hit, title=known, marks=())

    return [name(hit) for hit in hits]
