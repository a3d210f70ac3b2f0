"""Where a word may be hyphenated: the patterns of LibreOffice (pyphen), corrected by a list and by the rules of setting."""

import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from app import bytecode
from app.text.hyphenwords import BEGINNINGS

LONGEST = 64
"""Longer things are not words; the patterns are not asked about them."""

_SHORTEST = 5
_SHORTEST_CAPITALS = 8
_LEFT, _RIGHT = 2, 3
_VOWELS = frozenset("аеёиоуыэюяіїєaeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœ")
_NEVER_FIRST = frozenset("ьъй")
_UKRAINIAN = re.compile("[іїєґ]")
_BELARUSIAN = re.compile("ў")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[a-zà-öø-ÿœß-\u017f]+")


def hyphenate(word: str, *, capitals: bool = False) -> tuple[int, ...]:
    """Return how many letters may stand before a hyphen, in order. `word` has letters of one word only.

    `capitals` tells that capitals are how the word is set, not how it is written: an abbreviation in capitals is not
    broken, neither is a word with a capital inside, such as a name of software.
    """
    if not _SHORTEST <= len(word) <= LONGEST:
        return ()
    if not capitals:
        if word.isupper() and len(word) < _SHORTEST_CAPITALS:
            return ()
        if not word.isupper() and not word[1:].islower():
            return ()
    return _places(word.lower().replace("ё", "е"))


@lru_cache(8000)
def _places(word: str) -> tuple[int, ...]:
    if _CYRILLIC.fullmatch(word):
        name = "uk_UA" if _UKRAINIAN.search(word) else "be_BY" if _BELARUSIAN.search(word) else "ru_RU"
    elif _LATIN.fullmatch(word):
        name = "en_US"
    else:
        return ()
    return tuple([place for place in _proposed(word, name) if _allowed(word, place)])


def _proposed(word: str, name: str) -> list[int]:
    found: list[int] = _dictionary(name).positions(word)
    for length in range(min(len(word), 16), 3, -1):
        known = BEGINNINGS.get(word[:length])
        if known is not None:
            return [*known, *[place for place in found if place > length]]
    return found


def _allowed(word: str, place: int) -> bool:
    before, after = word[:place], word[place:]
    return (
        len(before) >= _LEFT
        and len(after) >= _RIGHT
        and after[0] not in _NEVER_FIRST
        and not _VOWELS.isdisjoint(before)
        and not _VOWELS.isdisjoint(after)
    )


@lru_cache(4)
def _dictionary(name: str) -> Any:
    """Load a dictionary. Reading its patterns takes ten times as long as finding them as they were read before."""
    import pyphen

    source: Path = pyphen.LANGUAGES[name]
    made_from = (_state(source), _state(Path(pyphen.__file__)))
    place = bytecode.place(pyphen.__file__, name)
    found = bytecode.kept(place)
    if isinstance(found, tuple) and found[:1] == (made_from,):
        dictionary = pyphen.hdcache[source] = pyphen.HyphDict.__new__(pyphen.HyphDict)
        vars(dictionary).update(found[1])
        return pyphen.Pyphen(lang=name, left=_LEFT, right=_LEFT)
    read = pyphen.Pyphen(lang=name, left=_LEFT, right=_LEFT, cache=False)
    bytecode.keep(place, (made_from, vars(read.hd)))
    return read


def _state(path: Path) -> tuple[int, int]:
    found = (path if path.exists() else Path(sys.executable)).stat()  # a packaged program has its modules in itself
    return found.st_mtime_ns, found.st_size
