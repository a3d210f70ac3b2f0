"""What of a list of names is meant by a few letters: words may be shortened, mistyped, or typed with the other keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

LEAST = 62.0
"""Of 100: what is less alike is not meant."""

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_OTHER = str.maketrans(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN)


@dataclass(frozen=True)
class Match:
    """The place of a name in its list, and how well it fits: more is better."""

    index: int
    score: float


def matches(typed: str, names: Sequence[str]) -> list[Match]:
    """Return the names that are meant, the best first; all of them in their order where nothing is typed."""
    wanted = _plain(typed)
    if not wanted:
        return [Match(index, 0.0) for index in range(len(names))]
    ways = (wanted, wanted.translate(_OTHER))
    scored = [Match(index, max(_score(way, _plain(name)) for way in ways)) for index, name in enumerate(names)]
    return sorted((match for match in scored if match.score >= LEAST), key=lambda match: -match.score)


def _score(wanted: str, name: str) -> float:
    """Return how well a name fits: wholly, from its beginning, by beginnings of words in order, somewhere, or nearly."""
    if name == wanted:
        return 200.0
    if name.startswith(wanted):
        return 180.0 - len(name) / 100
    if _begins_words(wanted.split(), name.split()):
        return 160.0 - len(name) / 100
    if len(wanted) >= 2 and wanted in name:
        return 130.0 - len(name) / 100
    return fuzz.partial_ratio(wanted, name) - 15.0 if len(wanted) >= 4 else 0.0


def _begins_words(typed: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether every typed word begins a word of the name, in its order."""
    rest = iter(words)
    return all(any(word.startswith(one) for word in rest) for one in typed)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("ё", "е").replace("&", "").replace("…", "").split())
