"""How a page is kept in the index: as texts whose damage is noticed."""

import hashlib
from dataclasses import dataclass

import orjson

from app.store.search.page import Page, Part, Weight
from app.store.search.words import clean, folded, stem, words_of

STEM = "·"
"""Begins the stems among the words of the index."""


_WEIGHTS = tuple(Weight)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A page as it is kept: `parts` and `facets` are what the index of words is made of, `digest` is that of everything."""

    title: str
    parts: str
    facets: str
    digest: str


def seal(page: Page) -> Sealed:
    """Return a page as it is kept."""
    parts = orjson.dumps([(part.field, part.text, part.weight) for part in page.parts]).decode()
    facets = " ".join(_facets(page))
    title = " ".join(clean(page.title).split())
    return Sealed(title, parts, facets, sealed_digest(page.kind, page.id, title, parts, facets))


def digest_of(page: Page) -> str:
    """Return a text that is another one for every other page."""
    return seal(page).digest


def sealed_digest(kind: str, key: str, title: str, parts: str, facets: str) -> str:
    """Return the digest of what is kept; an empty text for what damage has made something else than text."""
    if not all(isinstance(value, str) for value in (kind, key, title, parts, facets)):
        return ""
    return hashlib.blake2b(orjson.dumps((kind, key, title, parts, facets)), digest_size=12).hexdigest()


def parts_of(sealed: str) -> tuple[Part, ...]:
    """Return the texts of a page whose digest was found right."""
    return tuple(Part(field, text, _WEIGHTS[weight]) for field, text, weight in orjson.loads(sealed))


def columns_of(parts: tuple[Part, ...]) -> list[list[str]]:
    """Return the different words of title, tags, body and what is hidden."""
    found: list[dict[str, None]] = [{} for _ in Weight]
    for part in parts:
        found[part.weight].update(dict.fromkeys(words_of(part.text)))
    return [list(words) for words in found]


def tokens(words: list[str]) -> str:
    """Return words and their stems as one text, for the index of words."""
    return " ".join((*words, *dict.fromkeys(STEM + stem(word) for word in words)))


def facet(name: str, value: str) -> str:
    """Return the word that stands for something to filter by."""
    return name + folded(value).strip().encode("utf-8", "replace").hex()


def _facets(page: Page) -> list[str]:
    named = {"k": page.kinds, "t": page.tags, "l": page.languages or ("",), "s": page.statuses}
    return list(dict.fromkeys(facet(name, value) for name, values in named.items() for value in values))
