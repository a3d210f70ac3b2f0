"""Words as they are compared: small letters, ё as е, without what cannot be seen; and what is common to their forms."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

LONGEST_WORD = 60
"""Letters of a word that count."""

_UNSEEN = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+")


def clean(text: str) -> str:
    """Return a text as it is shown: letters and their accents composed, without what cannot be seen."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def folded(text: str) -> str:
    """Return a cleaned text in which words are compared; every letter stays in its place."""
    return text.replace("İ", "I").lower().replace("ё", "е").replace("ς", "σ")


def words_of(text: str) -> list[str]:
    """Return the words of any text, one after the other, folded."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(folded(clean(text)))]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """Return what the forms of a folded word have in common, by its script; the word itself where nobody knows.

    The algorithms are Snowball's for Russian and English.
    """
    if not word.isalpha() or len(word) < 3:
        return word
    if word.isascii():
        return str(_stemmer("english").stemWord(word))
    return str(_stemmer("russian").stemWord(word)) if "а" <= word[0] <= "я" else word


def version() -> str:
    """Return what tells apart the algorithms by which words are stemmed."""
    from importlib.metadata import version as version_of

    return version_of("snowballstemmer")


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)
