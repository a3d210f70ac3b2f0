"""A few words of a record around what was found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from app.store.search.page import Part, Weight
from app.store.search.query import Wanted
from app.store.search.vocabulary import Vocabulary
from app.store.search.words import folded, stem

Range: TypeAlias = tuple[int, int]
"""Where letters begin and end in a text."""

_BEFORE = 40
_LONGEST = 160
_GAP = "…"
_SEARCHED = 20_000
"""Letters of one text that are looked through; what was found behind them is shown without marks."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of text with the ranges that were found, and the field it is from.

    `field` is `internal` with no text when only internal notes hold what was found.
    """

    field: str = ""
    text: str = ""
    marks: tuple[Range, ...] = ()


INTERNAL = "internal"


class Marker:
    """Finds again, in the text of a record, what the index has found."""

    def __init__(self, wanted: Wanted, vocabulary: Vocabulary, forgiven: frozenset[int]) -> None:
        self._looks = [_look(wanted, i, vocabulary, i in forgiven) for i in range(len(wanted.words))]

    def marks(self, text: str) -> tuple[Range, ...]:
        """Return the ranges of a text that were looked for, in their order, none within another."""
        low = folded(text[:_SEARCHED])
        found = sorted({match.span() for look in self._looks for match in look.finditer(low)})
        return tuple(_apart(found))

    def snippet(self, parts: tuple[Part, ...], title: str) -> Snippet:
        """Return the text with most of the words that the title does not have; else how the record begins."""
        low = folded(title)
        missing = [look for look in self._looks if not look.search(low)]
        shown = [part for part in parts if part.weight in (Weight.TAGS, Weight.BODY)]
        if not missing:
            return _beginning(shown)
        best, most = None, 0
        for part in shown:
            low = folded(part.text[:_SEARCHED])
            count = sum(1 for look in missing if look.search(low))
            if count > most:
                best, most = part, count
            if count == len(missing):
                break
        if best:
            return self._cut(best, missing)
        is_hidden = any(look.search(folded(part.text)) for part in parts if part.weight is Weight.HIDDEN for look in missing)
        return Snippet(INTERNAL) if is_hidden else _beginning(shown)

    def _cut(self, part: Part, missing: list[re.Pattern[str]]) -> Snippet:
        first = min(match.start() for look in missing if (match := look.search(folded(part.text[:_SEARCHED]))))
        text, lead = _window(part.text, first)
        return Snippet(part.field, text, tuple((start, end) for start, end in self.marks(text) if start >= lead))


def _look(wanted: Wanted, place: int, vocabulary: Vocabulary, forgiving: bool) -> re.Pattern[str]:
    """Return what recognises a word of the search in folded text: itself, its forms, as a beginning, and what was meant."""
    word = wanted.words[place]
    is_open = wanted.is_open(place)
    whole = {word, *vocabulary.forms(stem(word))}
    heads = {word} if is_open else set()
    if forgiving:
        for near in vocabulary.meant(word):
            whole.update((near, *vocabulary.forms(stem(near))))
        heads.update(vocabulary.begun(word) if is_open else ())
    options = [f"(?:{_any(heads)})[^\\W_]*"] if heads else []
    return re.compile(f"(?<![^\\W_])(?:{'|'.join([_any(whole), *options])})(?![^\\W_])")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _beginning(parts: list[Part]) -> Snippet:
    part = next((part for part in parts if part.weight is Weight.BODY), None)
    return Snippet(part.field, _window(part.text, 0)[0]) if part else Snippet()


def _window(text: str, first: int) -> tuple[str, int]:
    """Return one line around a place, cut between words, and how many letters of it are only the sign of a gap."""
    start = max(first - _BEFORE, 0)
    if start:
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else first
    end = start + _LONGEST
    if end < len(text):
        space = text.rfind(" ", max(first + 1, start + _LONGEST // 2), end)
        end = space if space > 0 else end
    lead = _GAP if start else ""
    line = re.sub(r"\s", " ", text[start:end])
    return f"{lead}{line}{_GAP if end < len(text) else ''}", len(lead)


def _apart(ranges: list[Range]) -> Iterable[Range]:
    reached = 0
    for start, end in ranges:
        if start >= reached:
            yield start, end
            reached = end
