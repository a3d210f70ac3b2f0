"""Names that somebody has: right in every case of theirs, whatever a dictionary thinks."""

from collections.abc import Iterable

from app.spelling.words import words_in

_ENDINGS = (
    "", "а", "у", "е", "о", "ы", "и", "я", "ю", "ь", "й", "ом", "ем", "ём", "ым", "им", "ой", "ей", "ою", "ею", "ую", "юю", "ая",
    "яя", "ый", "ий", "ого", "его", "ому", "ему", "ых", "их", "ыми", "ими", "ам", "ям", "ами", "ями", "ах", "ях", "ов", "ев",
    "ии", "ия", "ию", "ией", "ья", "ье", "ью", "ьи", "ьей", "ьёй", "ёй", "ьев", "ьям", "ьями", "ьях",
)  # fmt: skip
_SOFT = "аеёийоуыьэюя"
_LEAST = 2
"""Letters that must be left of a name before its ending."""


def forms_of(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names in small letters, the Russian ones with the endings of all cases, the English ones with 's."""
    found: set[str] = set()
    for name in names:
        for word in words_in(name):
            folded = word.plain.casefold()
            found.add(folded)
            if word.language == "en":
                found |= {f"{folded}'s", f"{folded}'", folded.removesuffix("'s")}
            else:
                stem = folded.rstrip(_SOFT)
                if len(stem) >= _LEAST:
                    found |= {stem + ending for ending in _ENDINGS}
    return frozenset(found)
