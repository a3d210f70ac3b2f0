"""Where fields stand in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from app.merge.fields import FIELDS

_MARK = re.compile(r"(?P<literal>\{\{(?P<kept>[^\W\d]\w*(?:\.\w+)*)\}\}?)|\{(?P<name>[^\W\d]\w*(?:\.\w+)*)\}")
_LIKE = 0.8


class Standing(StrEnum):
    """What a pair of braces is."""

    FIELD = "field"
    UNKNOWN = "unknown"
    """It looks like a field, and there is none of this name."""
    LITERAL = "literal"
    """Doubled braces: they mean themselves."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A field from `start` to `end` of a text; `like` is a field that an unknown one may have meant, or empty."""

    start: int
    end: int
    name: str
    standing: Standing
    like: str = ""


def marks(text: str) -> Iterator[Mark]:
    """Yield the fields of a text, and what was doubled to be none. Braces that are nothing of that are passed over."""
    if "{" not in text:
        return
    for match in _MARK.finditer(text):
        if match["literal"]:
            yield Mark(match.start(), match.end(), match["kept"], Standing.LITERAL)
            continue
        name = match["name"].lower()
        if name in FIELDS:
            yield Mark(match.start(), match.end(), name, Standing.FIELD)
            continue
        like = next(iter(get_close_matches(name, FIELDS, 1, _LIKE)), "")
        if "." in name or like:
            yield Mark(match.start(), match.end(), match["name"], Standing.UNKNOWN, like)
