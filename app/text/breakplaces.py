"""Where text without spaces may be broken: in a word, after its own hyphen, in a compound, in a web address."""

import re
from dataclasses import dataclass

from app.text.hyphenation import hyphenate

SOFT_HYPHEN, ZERO_SPACE, JOINER = "\u00ad", "\u200b", "\u2060"

_LETTERS = re.compile("[^\\W\\d_\u00ad]+(?:\u0301[^\\W\\d_\u00ad]*)*")
_CODE = re.compile(r"[@\\_=<>{}|`#$%&+~^]|://|\bwww\.|[^\W\d_]\d|\d[^\W\d_]|[^\W\d_]{2}\.[^\W\d_]{2}|\w\(\)")
_ADDRESS = re.compile(r"@|://|\bwww\.|[\w-]{2}\.[a-zрф]{2,}(?:[/:?#]|$)", re.IGNORECASE)
_AFTER = frozenset("/?&=@#:\\|;,_-")
_BEFORE = frozenset(".%")
_HYPHENS = frozenset("-\u2010")
_DASHES = frozenset("–—")

_EXPLICIT, _DASH, _COMPOUND, _SOFT, _SLASH = 0.0, 20.0, 25.0, 30.0, 60.0
_IN_ADDRESS, _WORD, _PART, _SHORT = 100.0, 110.0, 160.0, 170.0
_IN_SHORT_ADDRESS = 1500.0
SHORT_ADDRESS = 24
"""An address of so many letters at most is broken only where it is wider than its column."""
# What breaking costs, on the scale of Knuth and Plass. A hyphen in a word costs as much as word spaces stretched by all
# their stretch; parts of compounds, and parts of two letters, cost more.


@dataclass(frozen=True, slots=True)
class Place:
    """A place to break at: the line ends before the character at `offset`, with a hyphen added or not."""

    offset: int
    penalty: float
    hyphen: bool


def places(text: str, *, words: bool, capitals: bool) -> list[Place]:
    """Return the places where a text without spaces may be broken, in order.

    `words` allows hyphenation; `capitals` tells that the text is set in capitals whatever was typed. Addresses, code
    and numbers are never hyphenated: an address is broken at its own signs, without adding one.
    """
    if text.isalpha():
        found = _in_word(text, 0, capitals) if words else []
    elif _ADDRESS.search(text):
        found = _in_address(text)
    else:
        found = _in_mixed(text, words, capitals)
    return found


def _in_mixed(text: str, words: bool, capitals: bool) -> list[Place]:
    found = {place.offset: place for place in _at_signs(text)}
    soft = [offset + 1 for offset, char in enumerate(text) if char == SOFT_HYPHEN and 0 < offset < len(text) - 1]
    found.update({offset: Place(offset, _SOFT, hyphen=True) for offset in soft})
    if words and not soft and not _CODE.search(text):
        compound = any(char in _HYPHENS for char in text)
        for match in _LETTERS.finditer(text):
            if not compound or len(match.group()) >= 7:
                for place in _in_word(match.group(), match.start(), capitals):
                    found.setdefault(place.offset, Place(place.offset, _PART, hyphen=True) if compound else place)
    return [found[offset] for offset in sorted(found)]


def _in_word(word: str, start: int, capitals: bool) -> list[Place]:
    """Two letters at the start of a word, or three at its end, are a poor reason to break it."""
    return [
        Place(start + offset, _SHORT if offset < 3 or len(word) - offset < 4 else _WORD, hyphen=True)
        for offset in hyphenate(word, capitals=capitals)
    ]


def _at_signs(text: str) -> list[Place]:
    """After hyphens and dashes inside compounds, after a slash between words, at zero-width spaces."""
    found: list[Place] = []
    last = len(text)
    for offset in range(1, last):
        before = text[offset - 1]
        if before.isalnum() or JOINER in (before, text[offset]):
            continue
        if before == ZERO_SPACE:
            found.append(Place(offset, _EXPLICIT, hyphen=False))
        elif before in _HYPHENS and _letters_around(text, offset, 2, 3):
            found.append(Place(offset, _COMPOUND, hyphen=False))
        elif before in _DASHES and offset > 1 and not (text[offset - 2].isdigit() and text[offset].isdigit()):
            found.append(Place(offset, _DASH, hyphen=False))
        elif before == "/" and _letters_around(text, offset, 3, 3):
            found.append(Place(offset, _SLASH, hyphen=False))
    return found


def _letters_around(text: str, offset: int, left: int, right: int) -> bool:
    """Tell whether so many letters stand before the sign before `offset`, and after it."""
    before, after = text[max(0, offset - 1 - left) : offset - 1], text[offset : offset + right]
    return len(before) == left and len(after) == right and before.isalpha() and after.isalpha()


def _in_address(text: str) -> list[Place]:
    penalty = _IN_ADDRESS if len(text) > SHORT_ADDRESS else _IN_SHORT_ADDRESS
    found: list[Place] = []
    for offset in range(3, len(text) - 2):
        before, after = text[offset - 1], text[offset]
        if (before in _AFTER and after not in _AFTER) or (after in _BEFORE and before.isalnum()):
            found.append(Place(offset, penalty, hyphen=False))
    return found
