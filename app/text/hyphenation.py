"""Where a word may be broken."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_LETTERS = re.compile(r"[^\W\d_]+(?:\u00ad[^\W\d_]+)*")
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class Place:
    """A place to break at: the line ends before the character at `offset`, with a hyphen added or not."""

    offset: int
    penalty: float
    hyphen: bool


@lru_cache(4)
def _dictionary(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=language, left=2, right=3)


def breaks_in(text: str, *, hyphenate: bool, capitals: bool) -> list[Place]:
    """Return places."""
    found = []
    for i, c in enumerate(text[:-1]):
        if c in "-—\u200b" and i:
            found.append(Place(i + 1, 0.0 if c == "\u200b" else 20.0, False))
    if hyphenate and len(text) <= _LONGEST:
        for m in _LETTERS.finditer(text):
            w = m.group()
            lang = "ru_RU" if re.search("[а-яёА-ЯЁ]", w) else "en_US"
            for p in _dictionary(lang).positions(w):
                found.append(Place(m.start() + p, 50.0, True))
    return sorted(found, key=lambda p: p.offset)
